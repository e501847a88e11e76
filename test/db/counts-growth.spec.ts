import type { Growth } from '../../src/counts/series/growth.queries.js';
import { type TestApp, testApp } from '../support/app.js';
import { BruteForceCounts } from '../support/brute-force-counts.js';
import { daysAgo, freshTag, LATITUDE, register, type Register } from '../support/devices.js';
import { randomWalk } from '../support/random-walk.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
  await randomWalk(here, { seed: 11, devices: 150, operations: 900 });
}, 600_000);

afterAll(() => app.close());

async function growthOf(query: string, of: Register = here): Promise<Growth> {
  return (await of.admin.get(`/counts/growth?${query}`).expect(200)).body as Growth;
}

const sumOf = (causes: Growth['causes']): number => causes.reduce((sum, { change }) => sum + change, 0);

describe.each(['before a fold', 'after it'])('growth, %s,', (when) => {
  beforeAll(async () => {
    if (when === 'after it') await app.fold();
  });

  it.each([
    [4000, 3000],
    [3000, 2000],
    [1500, 700],
    [900, 0],
    [10, 0],
  ])(
    'from %i to %i days ago is split by causes that add up, for every site, kind and status',
    async (a, b) => {
      const [from, to] = [daysAgo(a), daysAgo(b)];
      const truth = await BruteForceCounts.read(app.source, here.district.id, here.district.timeZone);
      const [was, is] = [truth.on(from), truth.on(to)];
      const status = 'active,missing,retired,disposed';
      const growth = await growthOf(`from=${from}&to=${to}&groupBy=site,kind,status&status=${status}`);
      const seen = new Set<string>();
      for (const group of growth.groups) {
        const key = `${group.site} ${group.kind} ${group.status}`;
        seen.add(key);
        expect([key, group.before, group.after]).toEqual([key, was.get(key) ?? 0, is.get(key) ?? 0]);
        expect([key, group.change, sumOf(group.causes)]).toEqual([
          key,
          group.after - group.before,
          group.after - group.before,
        ]);
      }
      for (const key of [...was.keys(), ...is.keys()]) expect(seen).toContain(key);
      expect(sumOf(growth.causes)).toBe(growth.change);
      for (const groupBy of ['', 'site', 'kind', 'region,kind']) {
        const other = await growthOf(`from=${from}&to=${to}&groupBy=${groupBy}&status=${status}`);
        expect([groupBy, other.before, other.after]).toEqual([groupBy, growth.before, growth.after]);
        for (const { change, causes } of other.groups) expect(sumOf(causes)).toBe(change);
      }
    },
  );
});

describe('growth', () => {
  it('names what happened', async () => {
    const there = await register(app);
    const { id } = await there.add({
      assetTag: freshTag(),
      ...LATITUDE,
      site: 'A',
      inServiceOn: daysAgo(400),
    });
    await there.add({ assetTag: freshTag(), ...LATITUDE, site: 'A', inServiceOn: daysAgo(300) });
    await there.change(id, { site: 'B' });
    const { groups } = await growthOf(`from=${daysAgo(350)}&groupBy=site`, there);
    expect(groups).toEqual([
      {
        site: 'A',
        before: 1,
        after: 1,
        change: 0,
        causes: [
          { cause: 'purchased', change: 1 },
          { cause: 'transferred', change: -1 },
        ],
      },
      { site: 'B', before: 0, after: 1, change: 1, causes: [{ cause: 'transferred', change: 1 }] },
    ]);
    const district = await growthOf(`from=${daysAgo(350)}`, there);
    expect(district).toMatchObject({
      before: 1,
      after: 2,
      change: 1,
      causes: [{ cause: 'purchased', change: 1 }],
    });
  });

  it('of a moment in the past is what it was then, though the past was corrected since', async () => {
    const query = `from=${daysAgo(800)}&to=${daysAgo(100)}&groupBy=site,kind`;
    const then = await growthOf(query);
    await here.batch([{ assetTag: freshTag(), ...LATITUDE, site: 'A', inServiceOn: daysAgo(500) }]);
    expect((await growthOf(query)).change).toBe(then.change + 1);
    expect((await growthOf(`${query}&knownAt=${String(then.knownAt)}`)).groups).toEqual(then.groups);
    await app.fold();
    expect((await growthOf(`${query}&knownAt=${String(then.knownAt)}`)).groups).toEqual(then.groups);
  });

  it('runs forwards only', async () => {
    await here.admin.get('/counts/growth?from=2026-02-01&to=2026-01-01').expect(400);
    await here.admin.get('/counts/growth?from=2026-02-01&to=2999-01-01').expect(400);
  });
});
