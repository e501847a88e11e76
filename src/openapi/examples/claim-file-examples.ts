import type { Examples } from './bodies.js';

const COLUMNS = [
  { header: 'Ticket', field: 'number', isRequired: true, longest: 20 },
  { header: 'Service tag', field: 'serialNumber', isRequired: true, format: 'upper' },
  { header: 'Damage', field: 'category', words: { screen: 'LCD', liquid: 'SPILL' } },
  { header: 'Notes', field: 'observedAndTried', longest: 1000, whenTooLong: 'cut' },
  { header: 'Country', constant: 'US' },
];

/** Claims as files for vendors. */
export const CLAIM_FILE_EXAMPLES: Examples = {
  LayoutsController_create: {
    key: 'valley-depot-sheet',
    name: 'Valley Depot sheet',
    format: 'csv',
    dateFormat: 'MM/DD/YYYY',
    encoding: 'windows-1252',
    whenNotEncodable: 'replace',
    columns: COLUMNS,
  },
  LayoutsController_change: { delimiter: ';', isArchived: false },
  LayoutsController_preview: {
    vendor: 'valley-depot',
    definition: { format: 'csv', columns: COLUMNS },
  },
  BatchesController_create: {
    vendor: 'valley-depot',
    claims: ['019a0000-0000-7000-8000-000000000002', '019a0000-0000-7000-8000-000000000003'],
  },
  VendorDeliveriesController_put: {
    layout: 'valley-depot-sheet',
    delivery: {
      by: 'sftp',
      host: 'sftp.valleydepot.example',
      username: 'iusd',
      folder: 'inbox',
      hostKey: 'SHA256:uNiVztksCsDhcc0u9e8BrqLjzQ0Nw8F9L0DPsKG3dEU',
      password: 'the password of the account',
    },
    schedule: { weekdays: [1, 2, 3, 4, 5], at: '16:00' },
  },
};
