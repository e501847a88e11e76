import type { ReadyMapping } from '../../../imports/import-kind.js';

/**
 * Exports of the four makers, flattened to one row for each coverage, by the names that their documents give
 * (`formats/vendor-warranty.md` and `formats/vendor-practice.md`). A maker's serial number is looked for among the
 * devices of that maker only.
 */
export const COVERAGE_MAPPINGS: readonly ReadyMapping[] = [
  {
    name: 'dell',
    signature: ['serviceTag', 'startDate', 'endDate', 'entitlementType', 'serviceLevelDescription'],
    columns: {
      serviceTag: 'serialNumber',
      itemNumber: 'contractNumber',
      startDate: 'startsOn',
      endDate: 'endsOn',
      entitlementType: 'entitlementType',
      serviceLevelDescription: 'description',
    },
    constants: { vendor: 'dell', manufacturer: 'Dell' },
    words: { entitlementType: { INITIAL: 'initial', EXTENDED: 'extended' } },
  },
  {
    name: 'lenovo',
    // All six: fewer would also fit a list that a district made itself.
    signature: ['Serial', 'ID', 'Name', 'Type', 'Start', 'End'],
    columns: {
      Serial: 'serialNumber',
      ID: 'contractNumber',
      Name: 'description',
      Type: 'entitlementType',
      Start: 'startsOn',
      End: 'endsOn',
    },
    constants: { vendor: 'lenovo', manufacturer: 'Lenovo' },
    words: { entitlementType: { Base: 'initial', Upgrade: 'extended' } },
  },
  {
    name: 'hp',
    signature: ['sn', 'serviceObligationLineItemStartDate', 'serviceObligationLineItemEndDate'],
    columns: {
      sn: 'serialNumber',
      serviceObligationLineItemStartDate: 'startsOn',
      serviceObligationLineItemEndDate: 'endsOn',
      offerDescription: 'description',
      serviceObligationTypeCode: 'entitlementType',
    },
    constants: { vendor: 'hp', manufacturer: 'HP' },
    // HP documents no list of its codes. C stands for a contract; W, for the warranty, is what that leaves.
    words: { entitlementType: { W: 'initial', C: 'extended' } },
  },
  {
    name: 'apple',
    signature: ['startDateTime', 'endDateTime', 'agreementNumber', 'paymentType'],
    columns: {
      serialNumber: 'serialNumber',
      description: 'description',
      agreementNumber: 'contractNumber',
      startDateTime: 'startsOn',
      endDateTime: 'endsOn',
      isCanceled: 'isCancelled',
      contractCancelDateTime: 'cancelledOn',
    },
    // Apple writes days as their midnight in UTC, whatever the time zone of its offices: a year of coverage goes from
    // `2025-02-02T00:00:00Z` to `2026-02-02T00:00:00Z`.
    constants: { vendor: 'apple', manufacturer: 'Apple', timeZone: 'UTC' },
  },
];

/** An entitlement that makers list among warranties, and that is none. */
interface NotAWarranty {
  /** Key of the vendor. */
  vendor: string;
  /** Compared without case, spaces and punctuation. */
  description: string;
}

/**
 * Entitlements that are ignored. Dell lists its delivery of software as one, and thousands of service codes have no group
 * that tells them apart, so that each is named here (KelvinTegelaar/PowerShellWarrantyReports #30, #48 and #86).
 */
export const NOT_WARRANTIES: readonly NotAWarranty[] = [
  { vendor: 'dell', description: 'Digital Delivery' },
  { vendor: 'dell', description: 'Dell Digital Delivery' },
  // As Dell's answers misspell it.
  { vendor: 'dell', description: 'Dell Digitial Delivery' },
];
