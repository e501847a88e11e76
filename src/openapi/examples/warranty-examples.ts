import type { Examples } from './bodies.js';

/** Vendors. */
export const WARRANTY_EXAMPLES: Examples = {
  VendorsController_create: {
    key: 'valley-depot',
    name: 'Valley Depot Repair',
    roles: ['depot'],
    timeZone: 'America/Los_Angeles',
    hours: [
      { weekday: 1, opens: '08:00', closes: '12:00' },
      { weekday: 1, opens: '13:00', closes: '17:00' },
      { weekday: 2, opens: '08:00', closes: '17:00' },
    ],
    closedOn: ['2026-12-25'],
    acknowledgeWithinHours: 8,
    resolveWithinHours: 45,
    contacts: [{ level: 1, name: 'Ann Lee', email: 'ann.lee@valleydepot.example', phone: '559-555-0117' }],
  },
  VendorsController_change: { closedOn: ['2026-11-26', '2026-12-25'], isActive: true },
  CoveragesController_create: {
    deviceId: '019a0000-0000-7000-8000-000000000001',
    vendor: 'valley-depot',
    kind: 'extended',
    serviceLevel: 'depot',
    startsOn: '2026-08-01',
    endsOn: '2029-07-31',
    contractNumber: 'VD-2026-118',
    incidentsAYear: 1,
    deductibleCents: 4900,
    excludes: ['theft', 'loss'],
  },
  CoveragesController_change: { endsOn: '2029-08-31' },
  CoveragesController_withdraw: { reason: 'Entered for the wrong device' },
};
