import type { VendorRole } from '../../../vendors/vendor.entity.js';
import type { DemoYear } from '../demo-year.js';

/** A vendor of the demo, as the API takes one. */
export interface DemoVendor {
  key: string;
  name: string;
  roles: VendorRole[];
  timeZone: string;
  hours: { weekday: number; opens: string; closes: string }[];
  closedOn: string[];
  acknowledgeWithinHours: number | null;
  resolveWithinHours: number | null;
  contacts: { level: number; name: string; email: string; phone?: string }[];
  notes: string | null;
}

const WORKDAYS = [1, 2, 3, 4, 5];

function onWorkdays(...openings: [opens: string, closes: string][]): DemoVendor['hours'] {
  return WORKDAYS.flatMap((weekday) => openings.map(([opens, closes]) => ({ weekday, opens, closes })));
}

/**
 * Whom the demo's district deals with: makers of its devices, an insurer, and a depot next door. The makers are real;
 * the people, addresses, hours and promises are made up. `555-01xx` numbers belong to nobody.
 */
export function demoVendors(year: DemoYear): DemoVendor[] {
  const holidays = holidaysOf(year);
  const ofMakers = { roles: ['manufacturer'] as VendorRole[], closedOn: holidays, notes: null };
  return [
    {
      ...ofMakers,
      key: 'dell',
      name: 'Dell',
      roles: ['manufacturer', 'reseller'],
      timeZone: 'America/Chicago',
      hours: onWorkdays(['08:00', '18:00']),
      acknowledgeWithinHours: 4,
      resolveWithinHours: 30,
      contacts: [
        { level: 1, name: 'Education support desk', email: 'support@dell.example', phone: '512-555-0110' },
        { level: 2, name: 'Dana Whitfield', email: 'dana.whitfield@dell.example', phone: '512-555-0111' },
        { level: 3, name: 'Marcus Boone', email: 'marcus.boone@dell.example' },
      ],
    },
    {
      ...ofMakers,
      key: 'lenovo',
      name: 'Lenovo',
      timeZone: 'America/New_York',
      hours: onWorkdays(['08:00', '17:00']),
      acknowledgeWithinHours: 8,
      resolveWithinHours: 45,
      contacts: [
        { level: 1, name: 'K-12 service desk', email: 'k12@lenovo.example', phone: '919-555-0120' },
        { level: 2, name: 'Priya Raman', email: 'priya.raman@lenovo.example' },
      ],
    },
    {
      ...ofMakers,
      key: 'hp',
      name: 'HP',
      timeZone: 'America/Los_Angeles',
      hours: onWorkdays(['07:00', '17:00']),
      acknowledgeWithinHours: 8,
      resolveWithinHours: 50,
      contacts: [
        { level: 1, name: 'Education care', email: 'education@hp.example', phone: '650-555-0130' },
        { level: 2, name: 'Tom Okafor', email: 'tom.okafor@hp.example' },
      ],
      notes: 'Have the product number ready in addition to the serial number.',
    },
    {
      ...ofMakers,
      key: 'apple',
      name: 'Apple',
      timeZone: 'America/Los_Angeles',
      hours: onWorkdays(['08:00', '17:00']),
      acknowledgeWithinHours: null,
      resolveWithinHours: null,
      contacts: [
        { level: 1, name: 'Education support', email: 'education@apple.example', phone: '408-555-0140' },
      ],
    },
    {
      key: 'valley-depot',
      name: 'Valley Depot Repair',
      roles: ['depot', 'recycler'],
      timeZone: 'America/Los_Angeles',
      // Closed around lunch, and open on Saturday mornings.
      hours: [
        ...onWorkdays(['08:00', '12:00'], ['13:00', '17:00']),
        { weekday: 6, opens: '09:00', closes: '12:00' },
      ],
      closedOn: holidays,
      acknowledgeWithinHours: 4,
      resolveWithinHours: 40,
      contacts: [
        { level: 1, name: 'Front counter', email: 'counter@valleydepot.example', phone: '949-555-0150' },
        { level: 2, name: 'Rosa Delgado', email: 'rosa@valleydepot.example', phone: '949-555-0151' },
        { level: 3, name: 'Gil Nakamura', email: 'gil@valleydepot.example', phone: '949-555-0152' },
      ],
      notes: 'Picks up at the warehouse on Tuesdays and Fridays. Send devices without chargers.',
    },
    {
      key: 'harbor-device-insurance',
      name: 'Harbor Device Insurance',
      roles: ['insurer'],
      timeZone: 'America/Denver',
      hours: onWorkdays(['09:00', '16:00']),
      closedOn: holidays,
      acknowledgeWithinHours: 14,
      resolveWithinHours: 70,
      contacts: [
        { level: 1, name: 'Claims intake', email: 'claims@harborinsurance.example', phone: '303-555-0160' },
        { level: 2, name: 'Ellen Sorensen', email: 'ellen.sorensen@harborinsurance.example' },
      ],
      notes: 'Needs a photo of the damage with each claim.',
    },
  ];
}

/** Holidays that most companies keep, in the school year. */
function holidaysOf({ begins, closures }: DemoYear): string[] {
  const offByName = (name: string): string[] =>
    closures.flatMap((off) => (off.name === name ? off.from : []));
  return [
    ...offByName('Labor Day'),
    `${begins}-12-25`,
    `${begins + 1}-01-01`,
    ...offByName('Memorial Day'),
    `${begins + 1}-07-04`,
  ].toSorted();
}
