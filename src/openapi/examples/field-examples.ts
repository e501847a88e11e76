import type { Examples } from './bodies.js';

const DEVICE_ID = '01931f00-0000-7000-8000-000000000001';

/** Scans, sweeps, labels and reports. */
export const FIELD_EXAMPLES: Examples = {
  ScanBatchesController_take: {
    sentAt: '2026-03-02T17:06:00Z',
    scans: [
      {
        id: '01931f00-0000-7000-8000-000000000004',
        code: 'IUSD-004211',
        scannedAt: '2026-03-02T17:05:00Z',
        action: 'seen',
      },
    ],
  },
  ConflictsController_resolve: { decision: 'dismiss', note: 'The device is back in Room 12.' },
  UnknownCodesController_retry: { code: 'IUSD-004999' },
  UnknownCodesController_claim: { code: 'IUSD-004999', deviceId: DEVICE_ID },
  UnknownCodesController_dismiss: { code: 'IUSD-004999', note: 'This is the bar code of a book.' },
  SweepsController_begin: { site: 'ADAMS', room: 'Room 12', name: 'Spring inventory' },
  SweepsController_close: {
    moves: true,
    note: 'Room 12 is complete.',
    signature: { name: 'Pat Doe' },
  },
  LabelsController_print: { layout: 'avery-5160', filter: { kind: ['chromebook'] }, skip: 3 },
  SavedReportsController_create: {
    name: 'Monthly device counts',
    kind: 'counts',
    schedule: { every: 'month', day: 1, at: '06:00' },
    recipients: ['principal@example.org'],
    formats: ['pdf'],
  },
  SavedReportsController_change: { recipients: ['principal@example.org', 'office@example.org'] },
  ReportOutputsController_send: { recipients: ['principal@example.org'] },
};
