import type { ImportField, ReadyMapping } from '../../../imports/import-kind.js';

/** What a file may say of claims; the order is that of our template. */
export const REPLY_FIELDS: readonly ImportField[] = [
  {
    name: 'claimNumber',
    header: 'Claim number',
    type: 'text',
    isKey: true,
    maxLength: 50,
    synonyms: ['claim', 'claim no', 'district claim', 'your reference'],
  },
  {
    name: 'reference',
    header: 'Reference',
    type: 'text',
    isKey: true,
    maxLength: 100,
    synonyms: ['vendor reference', 'dispatch code', 'case number', 'case', 'ticket', 'service request'],
  },
  {
    name: 'serialNumber',
    header: 'Serial number',
    type: 'code',
    synonyms: ['serial', 'serial no', 'sn', 's/n', 'service tag'],
  },
  {
    name: 'vendor',
    header: 'Vendor',
    type: 'text',
    isKey: true,
    maxLength: 200,
    synonyms: ['vendor key', 'vendor name'],
  },
  {
    name: 'word',
    header: 'Status',
    type: 'text',
    maxLength: 200,
    synonyms: ['state', 'claim status', 'dispatch status', 'repair status'],
  },
  {
    name: 'rma',
    header: 'RMA',
    type: 'text',
    maxLength: 100,
    synonyms: ['rma number', 'return authorization'],
  },
  {
    name: 'expectedOn',
    header: 'Expected on',
    type: 'date',
    synonyms: ['eta', 'expected', 'expected date', 'estimated completion'],
  },
  { name: 'costCents', header: 'Cost', type: 'cents', synonyms: ['price', 'charge', 'quote'] },
  {
    name: 'outcome',
    header: 'Outcome',
    type: 'text',
    synonyms: ['resolution', 'result'],
    oneOf: {
      repaired: ['repair', 'fixed'],
      part_shipped: ['parts shipped', 'shipped'],
      replaced: ['replacement', 'exchanged', 'swapped'],
      credited: ['credit', 'refund'],
      no_fault_found: ['nff', 'no trouble found', 'ntf'],
    },
  },
  {
    name: 'denialReason',
    header: 'Denial reason',
    type: 'text',
    synonyms: ['reason of denial', 'denied because of'],
    oneOf: {
      customer_damage: ['customer induced damage', 'cid', 'damage'],
      liquid: ['liquid damage', 'spill'],
      cosmetic: [],
      wear: ['wear and tear'],
      altered_serial: [],
      limit_used: ['limit reached'],
      not_on_plan: ['not covered', 'out of warranty'],
      no_fault_found: ['nff'],
      other: [],
    },
  },
  {
    name: 'replacementSerial',
    header: 'Replacement serial number',
    type: 'code',
    synonyms: ['new serial', 'new serial number', 'replacement serial'],
  },
  { name: 'note', header: 'Note', type: 'text', maxLength: 1500, synonyms: ['notes', 'comment', 'comments'] },
  {
    name: 'saidAt',
    header: 'Status as of',
    type: 'date',
    takesInstants: true,
    synonyms: ['status date', 'updated', 'updated at', 'last updated', 'as of', 'timestamp'],
  },
];

/**
 * A list of dispatches as TechDirect shows it, by the names of its interface (`formats/vendor-warranty.md`). The district's
 * own number is what the dispatch was given as its purchase order.
 */
export const REPLY_MAPPINGS: readonly ReadyMapping[] = [
  {
    name: 'dell',
    signature: ['DispatchCode', 'ServiceTag', 'Status'],
    columns: {
      ReferencePONumber: 'claimNumber',
      DispatchCode: 'reference',
      ServiceTag: 'serialNumber',
      Status: 'word',
    },
    constants: { vendor: 'dell' },
  },
];
