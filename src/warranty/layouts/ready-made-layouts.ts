import { type LayoutColumn, type LayoutDefinition, USUAL, USUAL_COLUMN } from './layout.js';
import type { LayoutField } from './layout-fields.js';

/** A layout that comes with Rollcall. It becomes one of the district's own layouts when somebody uses its key. */
export interface ReadyMadeLayout {
  key: string;
  name: string;
  definition: LayoutDefinition;
}

const column = (header: string, field: LayoutField, more: Partial<LayoutColumn> = {}): LayoutColumn => ({
  ...USUAL_COLUMN,
  header,
  field,
  ...more,
});
const needed = (header: string, field: LayoutField, more: Partial<LayoutColumn> = {}): LayoutColumn =>
  column(header, field, { isRequired: true, ...more });
const constant = (header: string, text: string): LayoutColumn => ({
  ...USUAL_COLUMN,
  header,
  constant: text,
});

/** The words of Dell's web service for yes and no. */
const TRUE_OR_FALSE = { true: 'true', false: 'false' };

const DEPOT_ONLY = {
  depot: 'true',
  carry_in: 'false',
  on_site: 'false',
  parts_only: 'false',
  advance_exchange: 'false',
};
const ON_SITE_ONLY = { ...DEPOT_ONLY, depot: 'false', on_site: 'true' };

/** The layout of a vendor for which nobody chose one. */
export const GENERAL = 'general';

export const READY_MADE: readonly ReadyMadeLayout[] = [
  {
    key: GENERAL,
    name: 'General',
    definition: {
      ...USUAL,
      format: 'csv',
      encoding: 'utf-8-bom',
      columns: [
        needed('Claim', 'number'),
        column('Serial number', 'serialNumber'),
        column('Asset tag', 'assetTag'),
        column('Manufacturer', 'manufacturer'),
        column('Model', 'model'),
        column('Fault', 'category'),
        column('Accident', 'accidental'),
        column('What is wrong', 'observed'),
        column('What was tried', 'tried'),
        column('Opened on', 'openedOn'),
        column('Purchase date', 'purchasedOn'),
        column('Contract number', 'contractNumber'),
        column('Coverage ends on', 'coverageEndsOn'),
        column('District', 'district'),
        column('Site code', 'siteCode'),
        column('Site', 'siteName'),
        column('Street', 'shipFromStreet'),
        column('City', 'shipFromCity'),
        column('State', 'shipFromState'),
        column('ZIP code', 'shipFromPostalCode'),
        column('Requested service', 'requestedService'),
        column('Times sent again', 'resubmissions'),
      ],
    },
  },
  {
    // In the shape of a dispatch of TechDirect's web service. Its people (TechEmail, PrimaryContactName) are left out,
    // because names leave the district only where the district allows it.
    key: 'dell-dispatch',
    name: 'Dell dispatch, one line per part',
    definition: {
      ...USUAL,
      format: 'csv',
      rowsPer: 'part',
      encoding: 'windows-1252',
      whenNotEncodable: 'replace',
      columns: [
        needed('Customer', 'district', { longest: 100, whenTooLong: 'cut' }),
        needed('Branch', 'siteCode', { longest: 50 }),
        needed('ServiceTag', 'serialNumber', { longest: 20, format: 'upper' }),
        column('RequestCompleteCare', 'accidental', { words: TRUE_OR_FALSE }),
        column('RequestReturnToDepot', 'requestedService', { words: DEPOT_ONLY }),
        column('RequestOnSiteTechnician', 'requestedService', { words: ON_SITE_ONLY }),
        needed('TroubleshootingNote', 'observedAndTried', { longest: 1000, whenTooLong: 'cut' }),
        column('PartLine', 'partLine'),
        column('PartNumber', 'partNumber', { longest: 40 }),
        column('Quantity', 'partQuantity'),
        needed('ReferencePONumber', 'number', { longest: 40 }),
        constant('CountryISOCode', 'US'),
        column('City', 'shipFromCity', { longest: 60 }),
        column('State', 'shipFromState', { longest: 30 }),
        column('ZipPostalCode', 'shipFromPostalCode', { longest: 20 }),
        column('AddressLine1', 'shipFromStreet', { longest: 100 }),
        column('AddressLine2', 'shipFromName', { longest: 100, whenTooLong: 'cut' }),
      ],
    },
  },
  {
    key: 'depot-rma',
    name: 'Repair depot RMA sheet, one line per device',
    definition: {
      ...USUAL,
      format: 'xlsx',
      dateFormat: 'MM/DD/YYYY',
      columns: [
        column('Box', 'box'),
        column('Slot', 'slot'),
        needed('Slip', 'number'),
        column('RMA', 'rma'),
        needed('Serial number', 'serialNumber'),
        column('Asset tag', 'assetTag'),
        column('Make', 'manufacturer'),
        column('Model', 'model'),
        column('Fault', 'category'),
        column('Accident', 'accidental', { words: { true: 'Y', false: 'N' } }),
        needed('Description', 'observed'),
        column('Troubleshooting', 'tried'),
        column('School', 'siteName'),
        column('Date', 'openedOn'),
      ],
    },
  },
];

export function readyMade(key: string): ReadyMadeLayout | undefined {
  return READY_MADE.find((one) => one.key === key);
}
