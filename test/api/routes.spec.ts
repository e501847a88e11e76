import type { Response, Test } from 'supertest';
import { RouteNeeds } from '../../src/access/route-needs.js';
import { type TestApp, testApp } from '../support/app.js';
import { makeWorld, type Place, ROLES_TO_TRY, type World } from '../support/district-world.js';
import { type RouteRow, ROUTES } from '../support/route-table.js';

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
  if (route.bound === 'none') return undefined;
  if (where === 'otherDistrict') return 404;
  if (route.bound === 'office') return DISTRICT_WIDE.includes(role) ? undefined : 404;
  if (route.bound === 'owner') return role === 'admin' ? undefined : 404;
  return route.bound === 'site' && where === 'otherSite' && !DISTRICT_WIDE.includes(role) ? 404 : undefined;
}

/** Ids that this caller must not learn from an answer about its own place. */
function hiddenFrom(role: string): string[] {
  const { otherSite, otherDistrict } = world;
  const far = Object.values(otherDistrict).filter((id: string) => id.length === 36);
  if (DISTRICT_WIDE.includes(role)) return far;
  const { site, room, cart, device, spare, person } = otherSite;
  return [...far, site, room, cart, device, spare, person];
}

function judge(answer: Response, wanted: number | undefined): boolean {
  if (wanted !== undefined) return answer.status === wanted;
  return answer.status < 500 && ![401, 403, 404].includes(answer.status);
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
    'lets in whom it should, about what they reach: %s',
    async (name, route) => {
      const wrong: string[] = [];
      for (const where of PLACES)
        for (const role of [...ROLES_TO_TRY, 'nobody']) {
          const wanted = expected(route, role, where);
          if (route.before) await route.before(world.district.admin);
          const answer = await call(name, route, role, world[where]);
          const who = `${role} at ${where}: ${answer.status} ${(answer.body as { code?: string })?.code ?? ''}`;
          if (!judge(answer, wanted)) wrong.push(`${who}, wanted ${wanted ?? 'to get through'}`);
          const [isFirst, isRefused] = [role === 'admin' && where === 'own', answer.status >= 300];
          if (isFirst && isRefused && !wanted && !route.conflicts) wrong.push(`${who}, for a valid call`);
          if (where !== 'own' || role === 'nobody') continue;
          const learned = hiddenFrom(route.tellsDistrict ? 'admin' : role).filter((id) =>
            answer.text?.includes(id),
          );
          if (learned.length > 0) wrong.push(`${who} shows ${learned.join(', ')}`);
        }
      expect(wrong).toEqual([]);
    },
  );
});

describe('a body that names what the caller does not reach', () => {
  it.each(['otherSite', 'otherDistrict'] as const)('is refused for a technician: %s', async (where) => {
    const { users, own } = world;
    const technician = users['technician'] ?? world.district.admin;
    const place = world[where];
    const device = { manufacturer: 'Dell', model: 'Chromebook OWN', kind: 'chromebook' };
    const made = await technician
      .post('/devices')
      .send({ ...device, assetTag: `NAMED-${where}`, site: own.siteCode })
      .expect(201);
    const id = (made.body as { id: string }).id;
    const answers = [
      await technician.post('/devices').send({ ...device, assetTag: `OUT-${where}`, site: place.siteCode }),
      await technician.patch(`/devices/${id}`).set('if-match', '*').send({ site: place.siteCode }),
      await technician.post(`/devices/${id}/merge`).set('if-match', '*').send({ duplicateId: place.spare }),
    ];
    for (const answer of answers) expect([400, 403, 404]).toContain(answer.status);
  });

  it('is refused for an admin where it is another district’s', async () => {
    const { admin } = world.district;
    const { own, otherDistrict } = world;
    const refused = async (test: Test): Promise<void> => {
      const { status } = await test.set('if-match', '*');
      expect([400, 404, 409]).toContain(status);
    };
    await refused(admin.patch(`/carts/${own.cart}`).send({ roomId: otherDistrict.room }));
    await refused(admin.post(`/sites/${own.site}/carts`).send({ name: 'Far', roomId: otherDistrict.room }));
    await refused(
      admin.patch(`/sites/${own.site}`).send({ closedOn: '2020-01-01', successor: otherDistrict.siteCode }),
    );
    await refused(
      admin
        .post('/accounts')
        .send({ email: 'far@test.example', role: 'its', sites: [otherDistrict.siteCode] }),
    );
    await refused(admin.patch(`/people/${own.person}`).send({ site: otherDistrict.siteCode }));
    await refused(
      admin
        .post('/imports')
        .field('kind', 'sites')
        .field('mapping', otherDistrict.import)
        .attach('file', Buffer.from('a\n1\n'), 'a.csv'),
    );
  });
});
