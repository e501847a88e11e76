import { HANDLED } from './figure-routes.js';
import type { Response, Test } from 'supertest';
import { SetupService } from '../../src/access/accounts/setup.service.js';
import { newId } from '../../src/common/ids.js';
import { DRAFT, visitOf } from './allocation-routes.js';
import { type TestApp, testApp, type TestUser } from './app.js';
import { coverageOf, newRule } from './coverage-routes.js';
import { WAY_TO } from './devices.js';
import { newLayout } from './claim-file-routes.js';
import { CLAIM_ANSWERS } from './claim-answers.js';
import { IMPORT_ANSWERS } from './import-answers.js';
import { addressOf, type World, WORLD_PASSWORD } from './district-world.js';
import { pngOf } from './png.js';
import { PASSWORD_ANSWERS } from './password-answers.js';
import { PAPER } from './lot-world.js';
import { fresh } from './route-row.js';
import { scanOf, sendScans } from './scans.js';
import { VENDOR_ANSWERS } from './vendor-answers.js';

export interface Here {
  app: TestApp;
  /** The same application without its database. */
  cutOff: TestApp;
  world: World;
  admin: TestUser;
  ask: (more?: { as?: TestUser; headers?: Record<string, string> }) => Test;
}

export type Special = (here: Here) => Promise<Response>;

/** Makes one thing and says its id. */
async function made(test: Test): Promise<string> {
  return ((await test.expect(201)).body as { id: string }).id;
}

const change = (admin: TestUser, path: string, body: object): Test =>
  admin.patch(path).set('if-match', '*').send(body);

/** The second of two things gets the name of the first. */
const takesNameOf =
  (
    path: (here: Here) => string,
    changed: (id: string) => string,
    body: (name: string) => object = (name) => ({ name }),
  ): Special =>
  async (here) => {
    const [one, other] = [fresh(), fresh()];
    await made(here.admin.post(path(here)).send(body(one)));
    const second = await made(here.admin.post(path(here)).send(body(other)));
    return change(here.admin, changed(second), { name: one });
  };

/** Works on what is queued, as a worker would: jobs of one kind wait for each other. */
async function workOn({ app, world }: Here, kind: string): Promise<void> {
  const jobs = await app.source.query<{ id: string }[]>(
    `SELECT id FROM jobs WHERE district_id = $1 AND state = 'queued' AND kind LIKE $2 ORDER BY id`,
    [world.district.id, kind],
  );
  for (const { id } of jobs) await app.work(world.district.id, id);
}

async function unmadeOutput({ admin }: Here): Promise<string> {
  const report = await made(admin.post('/reports').send({ name: fresh(), kind: 'counts' }));
  const { body } = await admin.post(`/reports/${report}/outputs`).expect(202);
  return (body as { outputId: string }).outputId;
}

async function madeOutput(here: Here): Promise<string> {
  const id = await unmadeOutput(here);
  await workOn(here, 'report%');
  return id;
}

const ofUnmadeOutput =
  (rest: string): Special =>
  async (here) =>
    here.admin.get(`/reports/outputs/${await unmadeOutput(here)}${rest}`);

const ofOutput =
  (rest: string): Special =>
  async (here) =>
    here.admin.get(`/reports/outputs/${await madeOutput(here)}${rest}`).buffer(true);

/** Set-up links work while there is no district at all, so that this takes a database of its own. */
async function onSetUp(use: (app: TestApp, path: string) => Test): Promise<Response> {
  const empty = await testApp({ ROLE: 'api' });
  try {
    return await use(empty, `/api/v1/setup/${await empty.get(SetupService).offer()}`);
  } finally {
    await empty.close();
  }
}

/** The path of a link that works. */
async function invitationOf({ admin, world }: Here, email = `${fresh()}@vendor.example`): Promise<string> {
  const path = `/vendors/${world.own.vendor}/invitations`;
  const id = await made(admin.post(path).send({ email, name: 'Kim Tran' }));
  const { body } = await admin.post(`${path}/${id}/link`).expect(201);
  return `/api/v1${(body as { link: string }).link.replace('/invitation/', '/invitations/')}`;
}

/** A scan of a code that nobody has. */
async function unknownScan({ admin }: Here): Promise<{ id: string; code: string }> {
  const code = `UNKNOWN-${fresh()}`;
  const scan = scanOf(code, 'seen', { site: 'OWN' });
  await sendScans(admin, [scan]);
  return { id: scan.id, code };
}

const photoOf = (admin: TestUser, id: string): Test =>
  admin.put(`/scans/${id}/photo`).attach('file', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'photo.jpg');

const newDevice = (admin: TestUser, more: object = {}): Test =>
  admin.post('/devices').send({
    assetTag: fresh(),
    manufacturer: 'Dell',
    model: 'Chromebook OWN',
    kind: 'chromebook',
    site: 'OWN',
    ...more,
  });

const signIn = ({ app, world }: Here, password: string, network: string): Test =>
  app.http
    .post('/api/v1/session')
    .set('x-forwarded-for', network)
    .send({ email: addressOf(world.own.siteCode), password });

/** Answers that take more than asking the route as the table of routes does, by route and status. */
export const SPECIAL_ANSWERS: Record<string, Special> = {
  ...VENDOR_ANSWERS,
  'POST /session 401': (here) => signIn(here, 'wrong', '10.3.1.1'),
  'POST /session 429': async (here) => {
    for (let attempt = 0; attempt < 30; attempt++) {
      const answer = await here.app.http
        .post('/api/v1/session')
        .set('x-forwarded-for', '10.3.1.2')
        .send({ email: 'nobody@test.example', password: 'wrong' });
      if (answer.status === 429) return answer;
    }
    throw new Error('nobody was slowed down');
  },
  ...PASSWORD_ANSWERS,
  'POST /devices 404': ({ admin }) =>
    Promise.resolve(admin.post('/devices').send({ kind: 'laptop', tagSeries: 'NO-SUCH-SERIES' })),
  'DELETE /session 503': async (here) => {
    const signedIn = await signIn(here, WORLD_PASSWORD, '10.3.1.3').expect(204);
    const [cookie = ''] = signedIn.get('set-cookie') ?? [];
    return here.cutOff.http.delete('/api/v1/session').set('cookie', cookie);
  },
  'GET /setup/:secret 200': () => onSetUp((app, path) => app.http.get(path)),
  'GET /setup/:secret 403': ({ ask }) => ask(),
  'POST /setup/:secret 201': () =>
    onSetUp((app, path) =>
      app.http.post(path).send({
        district: { name: 'Set up', slug: 'set-up', timeZone: 'UTC' },
        account: { email: 'first@test.example', password: WORLD_PASSWORD },
      }),
    ),
  'POST /setup/:secret 403': ({ ask }) => ask(),
  'GET /invitations/:secret 200': async (here) => here.app.http.get(await invitationOf(here)),
  'GET /invitations/:secret 503': async (here) => here.cutOff.http.get(await invitationOf(here)),
  'GET /invitations/:secret 403': ({ ask }) => ask(),
  'POST /invitations/:secret 201': async (here) =>
    here.app.http.post(await invitationOf(here)).send({ password: WORLD_PASSWORD }),
  'POST /invitations/:secret 403': ({ ask }) => ask(),
  'POST /invitations/:secret 409': async (here) => {
    const path = await invitationOf(here, 'late@vendor.example');
    await made(here.admin.post('/accounts').send({ email: 'late@vendor.example', role: 'its' }));
    return here.app.http.post(path).send({ password: WORLD_PASSWORD });
  },
  // ITS can see the work of administrators on devices, and not stop it.
  'POST /jobs/:id/cancel 403': async ({ app, world, admin }) => {
    const { body } = await admin
      .post('/devices/bulk')
      .send({ filter: {}, change: { notes: 'x' }, rehearse: true })
      .expect(202);
    const its = await app.user(world.district, 'its');
    return its.post(`/jobs/${(body as { id: string }).id}/cancel`);
  },
  'POST /tokens 403': async ({ app, admin }) => {
    const narrow = await admin
      .post('/tokens')
      .send({ name: 'A', scopes: ['devices:read'] })
      .expect(201);
    const { token } = narrow.body as { token: string };
    return app.http
      .post('/api/v1/tokens')
      .set('authorization', `Bearer ${token}`)
      .send({ name: 'B', scopes: ['accounts:edit'] });
  },
  ...IMPORT_ANSWERS,
  'DELETE /imports/mappings/:kind/:name 404': ({ admin }) => admin.delete('/imports/mappings/sites/nobodys'),
  'PATCH /sites/:id 409': async ({ admin }) => {
    const id = await made(admin.post('/sites').send({ code: fresh(), name: 'A', type: 'office' }));
    return change(admin, `/sites/${id}`, { code: 'OWN' });
  },
  ...CLAIM_ANSWERS,
  'PUT /sites/:id/pupils/:schoolYear 428': ({ ask }) => ask({ headers: { 'if-match': 'no version' } }),
  'PUT /allocation/sites/:id/entitlements/:schoolYear 428': ({ ask }) =>
    ask({ headers: { 'if-match': 'no version' } }),
  'POST /warranty/bad-lots/found/:id/steps 409': async ({ admin, world }) => {
    const path = `/warranty/bad-lots/found/${world.own.badLot}/steps`;
    await admin.post(path).send(HANDLED);
    return admin.post(path).send(HANDLED);
  },
  'GET /lots/:id/label.pdf 409': async ({ admin, world }) => {
    const lot = await admin
      .post('/lots')
      .send({ name: fresh(), route: 'sell', site: world.own.siteCode })
      .expect(201);
    return admin.get(`/lots/${(lot.body as { id: string }).id}/label.pdf`);
  },
  'POST /lots/:id/obligations/:kind/file 409': async ({ admin, world }) =>
    admin.post(`/lots/${world.own.lot}/obligations/weights/file`).attach('file', PAPER, 'weights.pdf'),
  'PATCH /rooms/:id 409': takesNameOf(
    ({ world }) => `/sites/${world.own.site}/rooms`,
    (id) => `/rooms/${id}`,
  ),
  'PATCH /carts/:id 409': takesNameOf(
    ({ world }) => `/sites/${world.own.site}/carts`,
    (id) => `/carts/${id}`,
  ),
  'PATCH /devices/:id 409': async ({ admin, world }) => {
    const id = await made(newDevice(admin));
    return change(admin, `/devices/${id}`, { assetTag: world.own.tag });
  },
  'POST /devices/:id/reopening 200': async ({ admin }) => {
    const id = await made(newDevice(admin));
    for (const step of WAY_TO['disposed'] ?? []) await change(admin, `/devices/${id}`, step).expect(200);
    return admin.post(`/devices/${id}/reopening`).set('if-match', '*').send({ note: 'It came back.' });
  },
  'POST /devices/:id/merge 200': async ({ admin }) => {
    const [survivor, duplicate] = [await made(newDevice(admin)), await made(newDevice(admin))];
    return admin.post(`/devices/${survivor}/merge`).set('if-match', '*').send({ duplicateId: duplicate });
  },
  'PATCH /models/:id 409': ({ admin, world }) =>
    change(admin, `/models/${world.own.model}`, { kind: 'desktop' }),
  'PATCH /funding-sources/:id 409': takesNameOf(
    () => '/funding-sources',
    (id) => `/funding-sources/${id}`,
  ),
  'PATCH /people/:id 409': async ({ admin }) => {
    const id = await made(admin.post('/people').send({ externalId: fresh(), role: 'staff' }));
    await admin.post(`/people/${id}/redaction`).send();
    return change(admin, `/people/${id}`, { givenName: 'Ada' });
  },
  'GET /allocation/models/:key 404': ({ admin }) => admin.get('/allocation/models/nobodys'),
  'PUT /allocation/models/:key 409': async ({ admin }) => {
    const { body } = await admin.get('/allocation/models/irvine-2016-17').expect(200);
    const { key: _, version: __, isReadyMade: ___, ...model } = body as Record<string, unknown>;
    return admin.put('/allocation/models/irvine-2016-17').set('if-match', '*').send(model);
  },
  'GET /allocation/plan 404': ({ admin }) => admin.get('/allocation/plan?model=nobodys&schoolYear=2025-26'),
  'GET /allocation/plan/export/:format 404': ({ admin }) =>
    admin.get('/allocation/plan/export/csv?model=nobodys&schoolYear=2025-26'),
  'GET /allocation/delivered 404': ({ admin }) =>
    admin.get('/allocation/delivered?model=nobodys&schoolYear=2025-26'),
  'POST /allocation/comparisons 404': ({ admin }) =>
    admin.post('/allocation/comparisons').send({
      scenarios: [
        { name: 'A', model: 'nobodys', schoolYear: '2025-26' },
        { name: 'B', model: 'nobodys', schoolYear: '2025-26' },
      ],
    }),
  'POST /allocation/purchases 404': ({ admin }) =>
    admin.post('/allocation/purchases').send({
      site: 'OWN',
      schoolYear: '2025-26',
      model: 'nobodys',
      option: 'full-year',
      amount: 2,
      payer: 'site',
    }),
  'PATCH /allocation/purchases/:id 409': async ({ admin }) => {
    const draft = { ...DRAFT, site: 'OWN', schoolYear: '2025-26' };
    const id = await made(admin.post('/allocation/purchases').send(draft));
    await admin.post(`/allocation/purchases/${id}/steps`).set('if-match', '*').send({ state: 'submitted' });
    return admin.patch(`/allocation/purchases/${id}`).set('if-match', '*').send(DRAFT);
  },
  'PATCH /technicians/:id 409': async ({ admin, world }) => {
    const accountId = world.users['technician']?.scope.accountId;
    const technician = { name: 'Another', homeSite: 'OWN', startsOn: '2025-07-01' };
    const id = await made(admin.post('/technicians').send(technician));
    return change(admin, `/technicians/${id}`, { accountId });
  },
  'POST /allocation/proposals/:id/acceptance 200': async (here) => {
    await workOn(here, '%proposal%');
    return here.ask();
  },
  'PATCH /time-entries/:id 409': async ({ admin, world }) => {
    const { technician, siteCode } = world.own;
    const first = { ...visitOf(technician, siteCode, '2025-11-03') };
    await made(admin.post('/time-entries').send(first));
    const second = await made(admin.post('/time-entries').send(visitOf(technician, siteCode, '2025-11-04')));
    const { startsAt, endsAt } = first as { startsAt?: string; endsAt?: string };
    return change(admin, `/time-entries/${second}`, { startsAt, endsAt, reason: 'a mistake' });
  },
  'PATCH /claim-layouts/:id 409': takesNameOf(
    () => '/claim-layouts',
    (id) => `/claim-layouts/${id}`,
    (name) => ({ ...newLayout(), name }),
  ),
  'PATCH /vendors/:id 409': takesNameOf(
    () => '/vendors',
    (id) => `/vendors/${id}`,
    (name) => ({ name, roles: ['reseller'] }),
  ),
  'PATCH /coverages/:id 409': async ({ admin, world: { own } }) => {
    const coverage = coverageOf(own.device, own.vendorKey);
    const id = await made(admin.post('/coverages').send(coverage));
    await made(admin.post('/coverages').send({ ...coverage, kind: 'battery' }));
    return change(admin, `/coverages/${id}`, { kind: 'battery' });
  },
  'PATCH /coverage-rules/:id 409': async ({ admin, world: { own } }) => {
    const name = fresh();
    await made(admin.post('/coverage-rules').send({ ...newRule(own.vendorKey, 'OWN'), name }));
    const id = await made(admin.post('/coverage-rules').send(newRule(own.vendorKey, 'OWN')));
    return change(admin, `/coverage-rules/${id}`, { name });
  },
  'GET /reports/kinds/:kind/table 404': ({ admin }) => admin.get('/reports/kinds/nobodys/table'),
  'GET /reports/kinds/:kind/export/:format 404': ({ admin }) =>
    admin.get('/reports/kinds/nobodys/export/csv'),
  'GET /reports/outputs/:id/table 200': ofOutput('/table'),
  'GET /reports/outputs/:id/table 409': ofUnmadeOutput('/table'),
  'GET /reports/outputs/:id/export/:format 200': ofOutput('/export/csv'),
  'GET /reports/outputs/:id/export/:format 409': ofUnmadeOutput('/export/csv'),
  'GET /reports/outputs/:id/comparison 200': ofOutput('/comparison'),
  'GET /reports/outputs/:id/comparison 409': ofUnmadeOutput('/comparison'),
  'POST /reports/outputs/:id/deliveries 202': async (here) =>
    here.admin
      .post(`/reports/outputs/${await madeOutput(here)}/deliveries`)
      .send({ recipients: ['board@test.example'] }),
  'POST /reports 404': ({ admin }) => admin.post('/reports').send({ name: fresh(), kind: 'nobodys' }),
  'PATCH /reports/:id 409': takesNameOf(
    () => '/reports',
    (id) => `/reports/${id}`,
    (name) => ({ name, kind: 'counts' }),
  ),
  'POST /reports/:id/outputs 202': async ({ admin }) => {
    const report = await made(admin.post('/reports').send({ name: fresh(), kind: 'counts' }));
    return admin.post(`/reports/${report}/outputs`);
  },
  'GET /reports/:id/outputs 200': async ({ admin }) => {
    const report = await made(admin.post('/reports').send({ name: fresh(), kind: 'counts' }));
    return admin.get(`/reports/${report}/outputs`);
  },
  'DELETE /replacement-settings/:id 404': ({ admin }) =>
    admin.delete(`/replacement-settings/${newId()}`).set('if-match', '*'),
  'PUT /scans/:id/photo 204': async (here) => photoOf(here.admin, (await unknownScan(here)).id),
  'PUT /scans/:id/photo 409': async (here) => {
    const assetTag = fresh();
    await made(newDevice(here.admin, { assetTag }));
    const scan = scanOf(assetTag, 'seen', { site: 'OWN' });
    await sendScans(here.admin, [scan]);
    return photoOf(here.admin, scan.id);
  },
  'GET /scans/:id/photo 200': async (here) => {
    const { id } = await unknownScan(here);
    await photoOf(here.admin, id).expect(204);
    return here.admin.get(`/scans/${id}/photo`).buffer(true);
  },
  'POST /conflicts/:id/resolution 200': ({ admin, world }) =>
    admin.post(`/conflicts/${world.own.conflict}/resolution`).send({ decision: 'dismiss' }),
  'POST /unknown-codes/claim 200': async (here) => {
    const { code } = await unknownScan(here);
    const deviceId = await made(newDevice(here.admin));
    return here.admin.post('/unknown-codes/claim').send({ code, deviceId });
  },
  'POST /unknown-codes/dismissal 200': async (here) =>
    here.admin.post('/unknown-codes/dismissal').send({ code: (await unknownScan(here)).code }),
  'POST /unknown-codes/retry 200': async (here) =>
    here.admin.post('/unknown-codes/retry').send({ code: (await unknownScan(here)).code }),
  'POST /sweeps 201': async ({ admin, world }) => {
    const room = fresh();
    await made(admin.post(`/sites/${world.own.site}/rooms`).send({ name: room }));
    return admin.post('/sweeps').send({ site: 'OWN', room });
  },
  'GET /sweeps/:id/signature 200': async ({ admin, world }) => {
    const room = fresh();
    await made(admin.post(`/sites/${world.own.site}/rooms`).send({ name: room }));
    const sweep = await made(admin.post('/sweeps').send({ site: 'OWN', room }));
    const image = pngOf(40, 20, (x, y) => x === y).toString('base64');
    const signature = { name: 'Ann Lee', image };
    await admin.post(`/sweeps/${sweep}/closing`).send({ moves: false, signature }).expect(200);
    return admin.get(`/sweeps/${sweep}/signature`).buffer(true);
  },
  'POST /labels 200': ({ admin, world }) =>
    admin
      .post('/labels')
      .send({ layout: 'avery-5160', devices: [world.own.spare] })
      .buffer(true),
  'POST /labels 404': ({ admin }) => admin.post('/labels').send({ layout: 'avery-5160', tagRange: newId() }),
  'GET /support-load 404': ({ admin }) => admin.get('/support-load?model=nobodys'),
};
