import type { Examples } from './bodies.js';

const TECHNICIAN_ID = '01931f00-0000-7000-8000-000000000002';
const ENTRY_ID = '01931f00-0000-7000-8000-000000000003';

const MODEL = {
  name: 'Hours by enrollment',
  unit: 'hours',
  bands: [
    { types: ['elementary'], fromPupils: 0, toPupils: 499, amount: 4 },
    { types: ['elementary'], fromPupils: 500, toPupils: null, amount: 8 },
  ],
  options: [
    {
      key: 'full-year',
      name: 'Full year',
      from: '07-01',
      to: '06-30',
      prices: [{ amount: 4, cents: 880000 }],
    },
  ],
  source: 'Board decision of March 3, 2026',
  sourceDate: '2026-03-03',
};

/** How much support schools get, who gives it and when. */
export const SUPPORT_EXAMPLES: Examples = {
  AllocationModelsController_create: { key: 'hours-by-enrollment', ...MODEL },
  AllocationModelsController_revise: MODEL,
  AllocationPlansController_compare: {
    scenarios: [
      { name: 'This year', model: 'hours-by-enrollment', schoolYear: '2025-26' },
      { name: 'Next year', model: 'hours-by-enrollment', schoolYear: '2026-27' },
    ],
  },
  SiteEntitlementsController_set: { unit: 'hours', amount: 6.5, note: 'Two computer labs' },
  SupportPurchasesController_create: {
    site: 'ADAMS',
    schoolYear: '2026-27',
    model: 'hours-by-enrollment',
    option: 'full-year',
    amount: 4,
    payer: 'site',
    accountString: '01-0000-0-1110-2420',
  },
  SupportPurchasesController_redraft: {
    model: 'hours-by-enrollment',
    option: 'full-year',
    amount: 4,
    payer: 'gift',
    payerName: 'Adams PTA',
  },
  SupportPurchasesController_step: { state: 'submitted', note: 'The principal signed the form.' },
  TechniciansController_create: {
    name: 'Sam Chen',
    homeSite: 'ADAMS',
    startsOn: '2026-08-01',
    weekdays: [1, 2, 3, 4, 5],
    skills: ['networks'],
    languages: ['es'],
  },
  TechniciansController_change: { weekdays: [1, 2, 3] },
  SupportAssignmentsController_create: {
    technicianId: TECHNICIAN_ID,
    site: 'ADAMS',
    weekday: 2,
    startsOn: '2026-08-17',
    endsOn: '2027-06-04',
  },
  AllocationSettingsController_change: {
    reserveShare: 0.1,
    setAside: [{ work: 'learning', hoursAWeek: 2 }],
  },
  AssignmentProposalsController_start: { schoolYear: '2026-27' },
  AbsencesController_create: {
    technicianId: TECHNICIAN_ID,
    fromOn: '2026-10-05',
    toOn: '2026-10-06',
    reason: 'sick',
  },
  AbsencesController_propose: { on: '2026-10-05' },
  AbsencesController_createCover: {
    on: '2026-10-05',
    technicianId: TECHNICIAN_ID,
    kind: 'urgent',
    site: 'ADAMS',
    note: 'The network is down.',
  },
  TimeEntriesController_addKind: { key: 'cart-repair', name: 'Cart repair' },
  TimeEntriesController_record: {
    site: 'ADAMS',
    startsAt: '2026-03-02T16:00:00Z',
    endsAt: '2026-03-02T17:30:00Z',
    work: 'support',
    note: 'Set up Cart 3',
  },
  TimeEntriesController_correct: {
    endsAt: '2026-03-02T18:00:00Z',
    reason: 'I forgot the last half hour.',
  },
  TimeEntriesController_approve: { entries: [{ id: ENTRY_ID, version: 1 }] },
  ProblemReportsController_create: {
    site: 'ADAMS',
    room: 'Room 12',
    description: 'The screen stays dark after the restart.',
  },
  ProblemReportsController_close: { note: 'Replaced the battery.' },
  ProblemReportsController_reopen: { note: 'The screen went dark again after lunch.' },
  LoadWeightsController_replace: {
    weights: [
      ...['desktop', 'laptop', 'ipad', 'chromebook', 'other'].map((kind) => ({
        kind,
        minutes: 12,
        source: 'Help desk log, 2025-26',
        sourceDate: '2026-06-30',
      })),
      {
        kind: 'chromebook',
        per: 'open_repair',
        minutes: 45,
        source: 'Help desk log, 2025-26',
        sourceDate: '2026-06-30',
      },
    ],
  },
};
