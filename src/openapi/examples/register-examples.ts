import type { Examples } from './bodies.js';

const DEVICE_ID = '01931f00-0000-7000-8000-000000000001';

/** Accounts, sites, devices, people and what devices are bought as and from. */
export const REGISTER_EXAMPLES: Examples = {
  SessionController_changePassword: {
    currentPassword: 'the password so far',
    newPassword: 'at least twelve characters',
  },
  SessionController_change: { language: 'es' },
  SessionController_signIn: { email: 'maria.lopez@example.org', password: 'correct horse battery staple' },
  SetupController_use: {
    district: { name: 'Irvine Unified', slug: 'irvine', timeZone: 'America/Los_Angeles' },
    account: {
      email: 'maria.lopez@example.org',
      name: 'Maria Lopez',
      password: 'correct horse battery staple',
    },
  },
  AccountsController_create: { email: 'sam.chen@example.org', name: 'Sam Chen', role: 'its' },
  AccountsController_change: { name: 'Sam Chen', role: 'lead' },
  TokensController_create: {
    name: 'Nightly export',
    expiresAt: '2030-06-30T00:00:00Z',
    scopes: ['devices:read'],
  },
  ImportsController_saveMapping: { mapping: { columns: { Code: 'code', School: 'name' } } },

  SitesController_create: {
    code: 'ADAMS',
    name: 'Adams Elementary',
    type: 'elementary',
    gradeSpan: 'K-5',
    street: '100 Main Street',
    city: 'Irvine',
    state: 'CA',
    postalCode: '92618',
    latitude: 33.68,
    longitude: -117.79,
  },
  SitesController_change: { name: 'Adams Elementary School', gradeSpan: 'K-6' },
  SitesController_setPupils: { pupils: 612 },
  SchoolCalendarsController_set: {
    startsOn: '2026-08-12',
    endsOn: '2027-06-10',
    closures: [
      { name: 'Labor Day', from: '2026-09-07', to: '2026-09-07' },
      { name: 'Winter break', from: '2026-12-21', to: '2027-01-08' },
    ],
  },
  PlacesController_createRoom: { name: 'Room 12' },
  PlacesController_changeRoom: { name: 'Room 12A' },
  PlacesController_createCart: { name: 'Cart 3' },
  PlacesController_changeCart: { name: 'Cart 3B' },

  DevicesController_create: {
    serialNumber: '5CD1234XYZ',
    assetTag: 'IUSD-004211',
    kind: 'chromebook',
    manufacturer: 'HP',
    model: 'Chromebook 11 G9 EE',
    site: 'ADAMS',
    purchasedOn: '2025-08-01',
    costCents: 31900,
    purchaseReference: 'PO-10442',
  },
  DevicesController_batch: {
    rows: [
      { serialNumber: '5CD1234XYZ', assetTag: 'IUSD-004211', notes: 'Hinge replaced' },
      { assetTag: 'IUSD-004212', status: 'in_repair' },
    ],
  },
  DevicesController_changeInBulk: {
    filter: { kind: ['chromebook'], q: '5CD' },
    change: { notes: 'Part of the 2025 order' },
  },
  DevicesController_change: { notes: 'Hinge replaced' },
  DevicesController_makeVoid: { note: 'This device was entered twice.' },
  DevicesController_reopen: { note: 'A teacher found this device in Room 12.' },
  DevicesController_merge: {
    duplicateId: DEVICE_ID,
    note: 'The tag and the serial number were entered as two devices.',
  },
  DevicesController_placeHold: {
    kind: 'claim',
    forbids: ['move', 'dispose'],
    reason: 'Warranty claim 88-1201 is open.',
  },
  ModelsController_create: {
    manufacturer: 'HP',
    name: 'Chromebook 11 G9 EE',
    kind: 'chromebook',
    platform: 'chromeos',
    autoUpdateEndsOn: '2029-06-30',
    expectedLifeMonths: 60,
  },
  ModelsController_change: { autoUpdateEndsOn: '2030-06-30' },
  FundingSourcesController_create: {
    name: 'Emergency Connectivity Fund',
    fain: 'ECF2290012345',
    federalSharePercent: 100,
    titleHolder: 'Irvine Unified',
  },
  FundingSourcesController_change: { federalSharePercent: 80 },
  PeopleController_create: {
    externalId: '204417',
    role: 'student',
    givenName: 'Ana',
    familyName: 'Rivera',
    grade: '7',
  },
  PeopleController_change: { grade: '8' },
  SightingsController_record: {
    sightings: [{ code: 'IUSD-004211', seenAt: '2026-03-02T17:05:00Z', condition: 'good', inUse: true }],
  },
  TagsController_begin: { prefix: 'IUSD-', digits: 6, from: 5000 },
  TagsController_take: { count: 30 },
  ReplacementSettingsController_create: {
    kind: 'chromebook',
    source: 'Board policy 3270',
    asOf: '2026-01-15',
    lifeMonths: 60,
    priceCents: 32500,
  },
  ReplacementSettingsController_change: { priceCents: 33900 },
};
