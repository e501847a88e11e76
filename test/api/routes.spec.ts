import type { Response, Test } from 'supertest';
import { RouteNeeds } from '../../src/access/routes/route-needs.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { makeWorld, type Place, ROLES_TO_TRY, type World } from '../support/district-world.js';
import { fresh } from '../support/route-row.js';
import { type RouteRow, ROUTES } from '../support/route-table.js';
import { scanOf, sendScans } from '../support/scans.js';

/** Roles that see every site of their district. */
const DISTRICT_WIDE = ['admin', 'its'];
const PLACES = ['own', 'otherSite', 'otherDistrict'] as const;

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  world = await makeWorld(app);
});

afterAll(() => app.close());

/** Calls a route as somebody with a role, or as nobody, about the things of a place. */
function call(name: string, route: RouteRow, role: string, place: Place): Test {
  const method = name.split(' ')[0]?.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
  const path = route.path(place);
  const test = app.http[method](path.match(/^\/(health|metrics)/) ? path : `/api/v1${path}`);
  const token = world.users[role]?.token;
  if (token) void test.set('authorization', `Bearer ${token}`);
  // Sign-ins slow down by address; each call comes from another.
  void test.set({ 'if-match': '*', 'x-forwarded-for': `10.1.${Math.floor(Math.random() * 255)}.7` });
  return route.send ? route.send(test, place) : test;
}

function mayCall(route: RouteRow, role: string): boolean {
  return (
    route.who === 'anybody' || (role !== 'nobody' && (route.who === 'everybody' || route.who.includes(role)))
  );
}

/** What the table says this caller gets; undefined where the call goes through to what the route does. */
function expected(route: RouteRow, role: string, where: (typeof PLACES)[number]): number | undefined {
  if (!mayCall(route, role)) return role === 'nobody' ? 401 : 403;
  if (route.always) return route.always;
  const isOut = where === 'otherSite' && !DISTRICT_WIDE.includes(role);
  if (route.bound === 'none') {
    const isUnknown = where === 'otherDistrict' || (isOut && route.names === 'site');
    return route.names && isUnknown ? 400 : undefined;
  }
  if (where === 'otherDistrict') return 404;
  if (route.bound === 'office') return DISTRICT_WIDE.includes(role) ? undefined : 404;
  if (route.bound === 'owner') return role === 'admin' ? undefined : 404;
  return route.bound === 'site' && isOut ? 404 : undefined;
}

/** Ids that this caller must not learn from an answer about its own place. */
function hiddenFrom(role: string): string[] {
  const { otherSite, otherDistrict } = world;
  const far = Object.values(otherDistrict).filter((id: string) => id.length === 36);
  if (DISTRICT_WIDE.includes(role)) return far;
  const { site, room, cart, device, spare, person } = otherSite;
  return [...far, site, room, cart, device, spare, person];
}

/** A call that goes through is accepted, or finds that an earlier one did what can be done once. */
function judge(route: RouteRow, answer: Response, wanted: number | undefined, isRepeated: boolean): boolean {
  if (wanted !== undefined) return answer.status === wanted;
  return answer.status < 300 || (route.conflicts === true && isRepeated && answer.status === 409);
}

describe('every route', () => {
  it('is in the table, and every row of the table is a route', () => {
    const declared = app
      .get(RouteNeeds)
      .list()
      .map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(ROUTES).toSorted()).toEqual(declared.toSorted());
  });

  it.each(Object.entries(ROUTES))(
    'accepts a call from whoever may make it, and from nobody else: %s',
    async (name, route) => {
      const wrong: string[] = [];
      for (const where of PLACES) {
        let accepted = 0;
        for (const role of [...ROLES_TO_TRY, 'nobody']) {
          const wanted = expected(route, role, where);
          const isStrange = where === 'otherDistrict' && route.bound !== 'none';
          const { admin } = isStrange ? world.stranger : world.district;
          if (route.before) await route.before(admin, world[where]);
          const answer = await call(name, route, role, world[where]);
          const who = `${role} at ${where}: ${answer.status} ${(answer.body as { code?: string })?.code ?? ''}`;
          if (!judge(route, answer, wanted, accepted > 0))
            wrong.push(`${who}, wanted ${wanted ?? 'to be accepted'}`);
          if (answer.status < 300) accepted += 1;
          if (where !== 'own' || role === 'nobody') continue;
          const learned = hiddenFrom(role).filter((id) => answer.text?.includes(id));
          if (learned.length > 0) wrong.push(`${who} shows ${learned.join(', ')}`);
        }
        // Only a call that somebody may make proves anything about those who may not.
        if (where === 'own' && accepted === 0 && !route.always) wrong.push('nobody was let in');
      }
      expect(wrong).toEqual([]);
    },
  );
});

/** What the answer says: its status and code, and the fields that are wrong. */
function said({ status, body }: Response): string {
  const { code, errors } = body as { code?: string; errors?: { field: string }[] };
  return [status, code, ...(errors ?? []).map(({ field }) => field)].filter(Boolean).join(' ');
}

/** Sends a body that names a thing of a place. */
type Naming = (user: TestUser, place: Place) => Promise<Response>;

const changed = (user: TestUser, path: string, body: object): Promise<Response> =>
  Promise.resolve(user.patch(path).set('if-match', '*').send(body));

const made = async (path: string, body: object): Promise<string> =>
  ((await world.district.admin.post(path).send(body).expect(201)).body as { id: string }).id;

const newDevice = (): Promise<string> =>
  made('/devices', {
    assetTag: fresh(),
    site: 'OWN',
    manufacturer: 'Dell',
    model: 'Chromebook OWN',
    kind: 'chromebook',
  });

/** A device of a place: one that nothing happened to yet. */
const deviceIn = async (place: Place): Promise<string> => (place === world.own ? newDevice() : place.spare);

/**
 * What nobody may name who does not reach it: the answer, the call, and the answer where the thing is in the caller's
 * own district, if that is another one. Codes of sites are no secret there.
 */
const NAMED: Record<string, [refusal: string, call: Naming, inTheDistrict?: string]> = {
  'the site of a new device': [
    '400 UNKNOWN_SITE site',
    async (user, { siteCode }) =>
      user.post('/devices').send({
        assetTag: fresh(),
        site: siteCode,
        manufacturer: 'Dell',
        model: 'Chromebook OWN',
        kind: 'chromebook',
      }),
    '403 OUT_OF_SCOPE',
  ],
  'the site that a device moves to': [
    '400 UNKNOWN_SITE site',
    async (user, { siteCode }) =>
      changed(user, `/devices/${await newDevice()}`, { site: siteCode, notes: fresh() }),
    '403 OUT_OF_SCOPE',
  ],
  'the duplicate of a device': [
    '404 DEVICE_NOT_FOUND',
    async (user, place) => {
      const duplicateId = await deviceIn(place);
      return user
        .post(`/devices/${await newDevice()}/merge`)
        .set('if-match', '*')
        .send({ duplicateId });
    },
  ],
  'the device that gets an unknown code': [
    '404 DEVICE_NOT_FOUND',
    async (user, place) => {
      const code = fresh();
      await sendScans(world.district.admin, [scanOf(code, 'seen', { site: 'OWN' })]);
      return user.post('/unknown-codes/claim').send({ code, deviceId: await deviceIn(place) });
    },
  ],
  'a device that gets a label': [
    '400 INVALID_INPUT labels',
    async (user, place) =>
      user.post('/labels').send({ layout: 'avery-5160', devices: [await deviceIn(place)] }),
  ],
};

/** What an admin, who reaches the whole district, may not name of another district. */
const NAMED_ABROAD: typeof NAMED = {
  ...NAMED,
  'the room of a cart': [
    '400 INVALID_INPUT roomId',
    (user, { room }) => changed(user, `/carts/${world.own.cart}`, { roomId: room }),
  ],
  'the room of a new cart': [
    '400 INVALID_INPUT roomId',
    async (user, { room }) =>
      user.post(`/sites/${world.own.site}/carts`).send({ name: fresh(), roomId: room }),
  ],
  'the successor of a site': [
    '400 INVALID_INPUT successorId',
    async (user, { site }) => {
      const closed = await made('/sites', { code: fresh(), name: 'Closed', type: 'office' });
      return changed(user, `/sites/${closed}`, { closedOn: '2020-01-01', successorId: site });
    },
  ],
  'a site of a new account': [
    '400 INVALID_INPUT sites',
    async (user, { siteCode }) =>
      user.post('/accounts').send({ email: `${fresh()}@test.example`, role: 'lead', sites: [siteCode] }),
  ],
  'the site of a person': [
    '400 INVALID_INPUT site',
    (user, { siteCode }) => changed(user, `/people/${world.own.person}`, { site: siteCode }),
  ],
  'the mapping of a file': [
    '404 MAPPING_NOT_FOUND',
    async (user, place) => {
      const { admin } = place === world.own ? world.district : world.stranger;
      const name = fresh().toLowerCase();
      const mapping = { columns: { Code: 'code', Named: 'name', Sort: 'type' } };
      await admin.put(`/imports/mappings/sites/${name}`).send({ mapping });
      return user
        .post('/imports')
        .field({ kind: 'sites', mapping: name })
        .attach('file', Buffer.from(`Code,Named,Sort\n${fresh()},A,office\n`), 'a.csv');
    },
  ],
};

describe('a body that names what the caller does not reach', () => {
  it.each(Object.entries(NAMED))(
    'is refused for a technician: %s',
    async (_, [refusal, name, near = refusal]) => {
      const technician = world.users['technician']!;
      expect((await name(technician, world.own)).status).toBeLessThan(300);
      expect(said(await name(technician, world.otherSite))).toBe(near);
      expect(said(await name(technician, world.otherDistrict))).toBe(refusal);
    },
  );

  it.each(Object.entries(NAMED_ABROAD))('is refused for an admin: %s', async (_, [refusal, name]) => {
    const { admin } = world.district;
    expect((await name(admin, world.own)).status).toBeLessThan(300);
    expect(said(await name(admin, world.otherDistrict))).toBe(refusal);
  });
});
