import type { TestUser } from './app.js';
import type { Place } from './district-world.js';
import { fresh, OFFICE, READERS, row, type RouteRow, STAFF } from './route-row.js';

/** A coverage that its device does not have yet. */
export const coverageOf = (deviceId: string, vendor: string): object => ({
  deviceId,
  vendor,
  kind: 'extended',
  startsOn: '2024-08-01',
  endsOn: '2027-07-31',
  contractNumber: fresh(),
});

/** What Lenovo gives to those who may ask it. */
export const makerAccount = ({ vendorKey }: Place): object => ({
  vendor: vendorKey,
  credentials: { clientId: 'x' },
});

/** A rule for the devices of a purchase of a site. */
export const newRule = (vendor: string, siteCode: string): object => ({
  name: `Rule ${fresh()}`,
  vendor,
  kind: 'accidental_damage',
  months: 36,
  startsFrom: 'purchased',
  devices: { purchaseReference: `PO ${siteCode}` },
});

/** Adds a device of the purchase, so that the rule has something to add. */
const bought = (admin: TestUser, { siteCode: site }: Place): ReturnType<TestUser['post']> => {
  const model = { manufacturer: 'Dell', model: 'Chromebook', kind: 'chromebook' };
  const purchase = { purchaseReference: `PO ${site}`, purchasedOn: '2024-08-15' };
  return admin.post('/devices').send({ ...model, ...purchase, assetTag: fresh(), site });
};

/** Applies the rule of a place, so that there is something to undo. */
export const applied = async (admin: TestUser, place: Place): Promise<void> => {
  await bought(admin, place).expect(201);
  await admin.post(`/coverage-rules/${place.coverageRule}/application`).expect(200);
};

let withdrawn = { site: '', coverage: '' };

/** Each call takes back a coverage of its own. */
const toWithdraw = async (admin: TestUser, { site, device, vendorKey }: Place): Promise<void> => {
  const { body } = await admin.post('/coverages').send(coverageOf(device, vendorKey)).expect(201);
  withdrawn = { site, coverage: (body as { id: string }).id };
};

/** An incident pool of a contract of its own. */
export const newPool = (vendor: string): object => ({
  name: 'Purchase 118',
  vendor,
  kind: 'accidental_damage',
  contractNumber: fresh(),
  incidents: 50,
});

/** The routes of coverages and of the rules that create them. */
export const COVERAGE_ROUTES: Record<string, RouteRow> = {
  'GET /coverages': row(READERS, 'none', () => '/coverages'),
  'POST /coverages': row(
    STAFF,
    'none',
    () => '/coverages',
    (p) => coverageOf(p.device, p.vendorKey),
    { names: 'site' },
  ),
  'GET /coverages/:id': row(READERS, 'site', (p) => `/coverages/${p.coverage}`),
  'PATCH /coverages/:id': row(
    STAFF,
    'site',
    (p) => `/coverages/${p.coverage}`,
    () => ({ waitingDays: 30 }),
  ),
  'POST /coverages/:id/withdrawal': row(
    STAFF,
    'site',
    (p) => `/coverages/${p.site === withdrawn.site ? withdrawn.coverage : p.coverage}/withdrawal`,
    () => ({ reason: 'Another device.' }),
    { before: toWithdraw },
  ),
  'GET /devices/:id/coverage': row(READERS, 'site', (p) => `/devices/${p.device}/coverage`),

  'GET /incident-pools': row(READERS, 'none', () => '/incident-pools'),
  'POST /incident-pools': row(
    OFFICE,
    'none',
    () => '/incident-pools',
    (p) => newPool(p.vendorKey),
    { names: 'district' },
  ),
  'GET /incident-pools/:id': row(READERS, 'district', (p) => `/incident-pools/${p.incidentPool}`),
  'PATCH /incident-pools/:id': row(
    OFFICE,
    'district',
    (p) => `/incident-pools/${p.incidentPool}`,
    () => ({ incidents: 60 }),
  ),

  'GET /coverage-rules': row(READERS, 'none', () => '/coverage-rules'),
  // A rule reaches every site, so that only who sees the whole district has one.
  'POST /coverage-rules': row(
    OFFICE,
    'none',
    () => '/coverage-rules',
    (p) => newRule(p.vendorKey, p.siteCode),
    { names: 'district' },
  ),
  'GET /coverage-rules/:id': row(READERS, 'district', (p) => `/coverage-rules/${p.coverageRule}`),
  'PATCH /coverage-rules/:id': row(
    OFFICE,
    'district',
    (p) => `/coverage-rules/${p.coverageRule}`,
    () => ({ months: 24 }),
  ),
  'GET /coverage-rules/:id/rehearsal': row(
    READERS,
    'district',
    (p) => `/coverage-rules/${p.coverageRule}/rehearsal`,
  ),
  'POST /coverage-rules/:id/application': row(
    OFFICE,
    'district',
    (p) => `/coverage-rules/${p.coverageRule}/application`,
    undefined,
    { before: bought },
  ),
  'POST /coverage-rules/:id/undo': row(
    OFFICE,
    'district',
    (p) => `/coverage-rules/${p.coverageRule}/undo`,
    undefined,
    { before: applied },
  ),

  'GET /maker-accounts': row(OFFICE, 'none', () => '/maker-accounts'),
  'PUT /maker-accounts/:maker': row(
    OFFICE,
    'none',
    () => '/maker-accounts/lenovo',
    (p) => makerAccount(p),
    { names: 'district' },
  ),
  'PUT /maker-accounts/:maker/schedule': row(
    OFFICE,
    'none',
    () => '/maker-accounts/lenovo/schedule',
    () => ({ schedule: { weekdays: [1, 2, 3, 4, 5], at: '02:00', askAgainAfterDays: 90 } }),
    { before: (admin, place) => admin.put('/maker-accounts/lenovo').send(makerAccount(place)) },
  ),
  'DELETE /maker-accounts/:maker': row(OFFICE, 'none', () => '/maker-accounts/lenovo', undefined),
  // A device of another make, so that nobody is asked.
  'POST /coverage-look-ups': row(
    STAFF,
    'none',
    () => '/coverage-look-ups',
    (p) => ({ maker: 'lenovo', deviceIds: [p.device] }),
    { before: (admin, place) => admin.put('/maker-accounts/lenovo').send(makerAccount(place)) },
  ),
  'GET /coverage-look-ups/answers': row(READERS, 'none', () => '/coverage-look-ups/answers'),
};
