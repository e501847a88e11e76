import type { Test } from 'supertest';
import { OPERATIONS } from '../support/api-document.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { makeWorld, type Place, type World } from '../support/district-world.js';
import { type RouteRow, ROUTES } from '../support/route-table.js';

/** Words that stand where a vendor must never read them. Each test of a leak looks for them in every answer. */
const PLANTED = {
  vendorNotes: 'PLANTED-NOTES-OF-A-VENDOR',
  reason: 'PLANTED-REASON-OF-THE-DISTRICT',
  person: 'Planted-Family-Name',
  site: 'PLANTED-SITE-NAME',
  deviceNotes: 'PLANTED-NOTES-OF-A-DEVICE',
  tag: 'PLANTED-TAG',
} as const;

let app: TestApp;
let world: World;
/** People at the vendors of the two places of one district. */
let vendors: { user: TestUser; own: Place; other: Place }[];

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  world = await makeWorld(app);
  const { district, own, otherSite } = world;
  for (const place of [own, otherSite]) await plant(place);
  const at = (place: Place): Promise<TestUser> => app.user(district, 'vendor', { vendorId: place.vendor });
  vendors = [
    { user: await at(own), own, other: otherSite },
    { user: await at(otherSite), own: otherSite, other: own },
  ];
});

afterAll(() => app.close());

/** Puts what no vendor may read next to what it may. */
async function plant(place: Place): Promise<void> {
  const { admin } = world.district;
  const change = (path: string, body: object): Test => admin.patch(path).set('if-match', '*').send(body);
  await change(`/vendors/${place.vendor}`, { notes: PLANTED.vendorNotes }).expect(200);
  await change(`/people/${place.person}`, { familyName: PLANTED.person }).expect(200);
  await change(`/sites/${place.site}`, { name: PLANTED.site }).expect(200);
  const { body } = await admin.get(`/claims/${place.deskClaim}`).expect(200);
  const { deviceId } = body as { deviceId: string };
  const tag = `${PLANTED.tag}-${place.siteCode}`;
  await change(`/devices/${deviceId}`, { notes: PLANTED.deviceNotes, assetTag: tag }).expect(200);
  for (const step of [
    { step: 'start', reason: PLANTED.reason },
    { step: 'wait', reason: PLANTED.reason },
    { step: 'resume', reason: PLANTED.reason },
  ])
    await admin.post(`/claims/${place.deskClaim}/steps`).send(step).expect(200);
}

/** What an answer to somebody at one vendor must not have in it. */
async function hidden(other: Place): Promise<string[]> {
  const { admin } = world.district;
  const { body } = await admin.get(`/claims/${other.deskClaim}`).expect(200);
  const { number, serialNumber, reference } = body as Record<string, string>;
  const accounts = await admin.get('/accounts?limit=200').expect(200);
  const { items } = accounts.body as { items: { email: string; role: string }[] };
  const ids = Object.values(other).filter((id) => id.length === 36);
  return [
    ...Object.values(PLANTED),
    ...ids,
    number ?? '',
    serialNumber ?? '',
    reference ?? '',
    other.vendorKey,
    // People at a vendor read their own address, and no other one.
    ...items.filter(({ role }) => role !== 'vendor').map(({ email }) => email),
  ];
}

function call(name: string, route: RouteRow, user: TestUser, place: Place): Test {
  const method = name.split(' ')[0]?.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
  const path = route.path(place);
  const test = app.http[method](path.match(/^\/(health|metrics)/) ? path : `/api/v1${path}`);
  void test.set({ authorization: `Bearer ${user.token}`, 'if-match': '*', 'x-forwarded-for': '10.7.7.7' });
  return route.send ? route.send(test, place) : test;
}

/** `vendor-1` is not in `vendor-19`. */
const says = (text: string, secret: string): boolean => new RegExp(`${secret}(?!\\w)`).test(text);

/** What a caller has sent, and so knows already. */
function bodyOf(route: RouteRow, place: Place): unknown {
  let sent: unknown;
  const test = { send: (body: unknown) => (sent = body), field: () => test, attach: () => test };
  route.send?.(test as unknown as Test, place);
  return sent ?? null;
}

/** Routes whose answers are about whoever asks, or about nobody. */
const OPEN =
  /^(GET \/health|GET \/metrics|.* \/session$|.* \/tokens|.* \/setup\/|.* \/invitations\/:secret|GET \/jobs$)/;

describe('a person at a vendor', () => {
  it('is asked about on every route of the document', () => {
    expect(OPERATIONS.size).toBeGreaterThan(200);
    expect([...OPERATIONS.keys()].filter((name) => !(name in ROUTES))).toEqual([]);
  });

  it('learns nothing of another vendor, of people, of sites or of notes on any route', async () => {
    const wrong: string[] = [];
    let answered = 0;
    for (const { user, own, other } of vendors) {
      const secrets = await hidden(other);
      expect(secrets.filter((secret) => secret === '')).toEqual([]);
      for (const name of OPERATIONS.keys()) {
        const route = ROUTES[name];
        if (!route || name === 'DELETE /session') continue;
        for (const place of [own, other]) {
          const { status, text } = await call(name, route, user, place);
          if (status < 300) answered += 1;
          if (status >= 300) continue;
          const asked = JSON.stringify(bodyOf(route, place));
          const learned = secrets.filter((secret) => says(text, secret) && !says(asked, secret));
          if (learned.length > 0) wrong.push(`${name}: ${status} shows ${learned.join(', ')}`);
          const isOwn = place === own;
          const isOpen = OPEN.test(name) || name.includes(' /vendor/');
          if (!isOpen) wrong.push(`${name}: ${status}, although it is not for vendors`);
          if (!isOwn && route.bound === 'site') wrong.push(`${name}: ${status} about another vendor`);
        }
      }
    }
    expect(wrong).toEqual([]);
    // The walk came through to what a vendor does see.
    expect(answered).toBeGreaterThan(40);
  });

  it('cannot answer the claim of another vendor', async () => {
    for (const { user, other } of vendors) {
      const answers = [{ claim: other.deskClaim, step: 'acknowledge' }];
      const { body } = await user.post('/vendor/claims/answers').send({ answers }).expect(200);
      expect(body).toMatchObject({ results: [{ outcome: 'refused', code: 'CLAIM_NOT_FOUND' }] });
    }
  });

  it('sees its own claims, with nothing of the district’s own in them', async () => {
    for (const { user, own } of vendors) {
      const { text } = await user.get(`/vendor/claims/${own.deskClaim}`).expect(200);
      expect(text).toContain(own.deskClaim);
      for (const secret of Object.values(PLANTED)) expect(text).not.toContain(secret);
      for (const id of [own.site, own.device, own.person]) expect(text).not.toContain(id);
      const list = await user.get('/vendor/claims?limit=200').expect(200);
      const { items } = list.body as { items: { id: string }[] };
      expect(items.map(({ id }) => id)).toContain(own.deskClaim);
    }
  });

  it('gets the files of its own claims and batches, byte by byte, and no others', async () => {
    for (const { user, own, other } of vendors) {
      await user.get(`/vendor/batches/${own.claimBatch}/file`).expect(200);
      await user.get(`/vendor/batches/${other.claimBatch}/file`).expect(404);
      await user.get(`/vendor/claims/${own.deskClaim}/files/${own.deskFile}`).expect(200);
      await user.get(`/vendor/claims/${other.deskClaim}/files/${other.deskFile}`).expect(404);
      await user.get(`/vendor/claims/${own.deskClaim}/files/${other.deskFile}`).expect(404);
      const { body } = await user.get('/vendor/scorecard').expect(200);
      const { items } = body as { items: { vendor: string }[] };
      expect(new Set(items.map(({ vendor }) => vendor))).toEqual(new Set([own.vendorKey]));
    }
  });

  it('does not see a photo that is shared no more', async () => {
    const [{ user, own } = { user: world.district.admin, own: world.own }] = vendors;
    const path = `/claims/${own.deskClaim}/files/${own.deskFile}`;
    await world.district.admin.patch(path).send({ isShared: false }).expect(200);
    await user.get(`/vendor${path}`).expect(404);
    const { body } = await user.get(`/vendor/claims/${own.deskClaim}`).expect(200);
    expect(body).toMatchObject({ files: [] });
  });
});
