import type { Examples } from './bodies.js';

const EXAMPLE_RULES = {
  rules: [
    {
      id: 'old-and-broken',
      when: { ageYearsAtLeast: 5, faultsAtLeast: 1 },
      result: 'parts',
      reason: 'It is five years old or older, and something is broken.',
      source: 'Board policy 3270',
    },
    {
      id: 'broken-screen',
      when: { answers: [{ question: 'screen', oneOf: ['broken'] }], repairAbovePercentOfValue: 80 },
      result: 'recycle',
      reason: 'A new screen costs nearly as much as the device is worth.',
    },
    { id: 'works', when: {}, result: 'reuse', reason: 'Nothing speaks against it.' },
  ],
};

/** What becomes of devices that are no longer needed. */
export const SALVAGE_EXAMPLES: Examples = {
  SanitizationsController_create: {
    deviceIds: ['019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000002'],
    medium: 'emmc',
    technique: 'powerwash_titan_c',
    tool: 'ChromeOS',
    toolVersion: '140',
    result: 'completed',
    verifiedBy: 'Ada Byron, technician',
    verification: 'The setup screen came.',
  },
  ReleasesController_create: {
    deviceIds: ['019a0000-0000-7000-8000-000000000001'],
    service: 'google_admin',
    note: 'Deprovisioned with “retiring device”.',
  },
  LotsController_create: {
    name: 'Chromebooks of 2017',
    route: 'recycle',
    site: 'WH',
    place: 'Cage 2',
    recipient: 'e-waste-inc',
    wasteSince: '2026-03-02',
  },
  LotsController_change: { place: 'Cage 3' },
  LotsController_changeDevices: {
    add: ['019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000002'],
    pallet: 'P1',
    condition: 'C3',
  },
  LotsController_step: {
    step: 'pick_up',
    driver: { name: 'Sam Rivera', company: 'E-Waste Inc.' },
    counted: 48,
    notTaken: [{ deviceId: '019a0000-0000-7000-8000-000000000002', note: 'Not on the pallet.' }],
    extras: [{ code: '5CD1234XYZ' }],
  },
  LotsController_file: { filedOn: '2026-04-20', reference: 'COR-2026-118' },
  LotsController_resolve: { resolution: 'It was still in the cage. It goes with the next lot.' },
  ReturnedController_settleMany: {
    kind: 'missing',
    note: 'The recycler has these devices on its second truck and paid for them.',
  },
  ReturnedController_settle: {
    action: 'settle',
    note: 'The recycler found it on another pallet and paid for it.',
  },
  BoardItemsController_create: {
    meetingOn: '2026-03-10',
    number: '9.4',
    title: 'Disposal of surplus devices',
    finding: '17546_c',
    present: 5,
    yes: 5,
    decision: 'approved',
  },
  BoardItemsController_change: { note: 'Minutes, page 3.' },
  SanitizationsController_validate: { decision: 'repeat', note: 'One of three samples still had a profile.' },
  AssessmentsController_create: {
    deviceId: '019a0000-0000-7000-8000-000000000001',
    answers: { powersOn: 'yes', battery: 'good', screen: 'broken', input: 'works', managementLock: 'off' },
    note: 'A crack in the lower left corner.',
    parts: [{ name: 'Charger', count: 1 }],
    apply: true,
  },
  AssessmentsController_overrule: { result: 'donate', reason: 'The library asked for ten of this model.' },
  AssessmentsController_addParts: { parts: [{ name: 'Keyboard', count: 1, serialNumber: 'KB-2291' }] },
  SalvageSettingsController_change: { photosAboveCents: 100_000 },
  AssessmentRulesController_replace: EXAMPLE_RULES,
  AssessmentRulesController_preview: EXAMPLE_RULES,
};
