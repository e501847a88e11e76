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
};
