import pg from 'pg';
import type { Series } from '../../src/counts/series/series.queries.js';
import { type TestApp, testApp } from '../support/app.js';
import { type CountsJson, freshTag, LATITUDE, register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  // As many connections as fifty writers and a reader want, so that none is told to come again.
  app = await testApp({ DATABASE_POOL: '40' });
});

beforeEach(async () => {
  here = await register(app);
});

afterAll(() => app.close());

const known = (asked: CountsJson, more = ''): Promise<CountsJson> =>
  here.count(`groupBy=site,status&knownAt=${encodeURIComponent(asked.knownAt)}${more}`);

/** The fold of the application runs each second; here it must not come in between. */
const at = async (knownAt: Date, more = ''): Promise<number> =>
  (await here.count(`knownAt=${knownAt.toISOString()}${more}`)).total;

describe('counts as they were known', () => {
  it('have what was written before the moment, folded or not, and nothing of what came after', async () => {
    const t0 = new Date();
    await here.add();
    const t1 = new Date();
    expect([await at(t0), await at(t1)]).toEqual([0, 1]);
    await here.add();
    await app.fold();
    expect([await at(t0), await at(t1), await at(new Date())]).toEqual([0, 1, 2]);
  });

  it('are not rewritten by a later correction of the past', async () => {
    const { id } = await here.add({ inServiceOn: '2012-08-01' });
    const t0 = new Date();
    await here.change(id, { site: 'B', effectiveOn: '2015-01-05' });
    await here.change(id, { inServiceOn: '2014-01-01' });
    const asked = '&asOf=2016-01-01&groupBy=site';
    const then = async (): Promise<unknown> =>
      (await here.count(`knownAt=${t0.toISOString()}${asked}`)).groups;
    expect(await then()).toEqual([{ site: 'A', count: 1 }]);
    await app.fold();
    expect(await then()).toEqual([{ site: 'A', count: 1 }]);
    expect(await at(t0, '&asOf=2013-01-01')).toBe(1);
    expect((await here.count(asked)).groups).toEqual([{ site: 'B', count: 1 }]);
    expect((await here.count('asOf=2013-01-01')).total).toBe(0);
  });

  it('are read from the ledger where most of it became known since', async () => {
    const few = (count: number): Promise<unknown> =>
      here.batch(Array.from({ length: count }, (_, i) => ({ ...moment(i), assetTag: freshTag() })));
    const moment = (i: number): object => ({
      ...LATITUDE,
      site: i % 2 ? 'A' : 'B',
      inServiceOn: `2015-01-0${1 + (i % 9)}`,
    });
    await few(20);
    await app.fold();
    const early = await here.count('groupBy=site,status&asOf=2015-01-07');
    for (let more = 0; more < 10; more++) await few(90);
    await app.fold();
    const owner = new pg.Client({ connectionString: app.database.ownerUrl });
    await owner.connect();
    await owner.query('ANALYZE count_movements');
    await owner.end();
    expect((await known(early, '&asOf=2015-01-07')).groups).toEqual(early.groups);
    expect(early.total).toBe(16);
    expect(await at(new Date(early.knownAt), '&kind=chromebook')).toBe(0);
    for (const groupBy of ['site', 'kind', 'model']) {
      const asked = `from=2015-01-01&to=2015-01-07&interval=day&groupBy=${groupBy}&knownAt=${early.knownAt}`;
      const { body } = await here.admin.get(`/counts/series?${asked}`).expect(200);
      expect((body as Series).points.map(({ total }) => total)).toEqual([3, 6, 8, 10, 12, 14, 16]);
    }
  });

  it('are known now where a moment ahead is asked for, and say so', async () => {
    await here.add();
    const ahead = new Date(Date.now() + 3_600_000);
    const counts = await here.count(`knownAt=${ahead.toISOString()}`);
    expect(counts.total).toBe(1);
    expect(new Date(counts.knownAt).getTime()).toBeLessThan(Date.now() + 10_000);
  });

  it('are asked for again with the same answer while fifty others write', async () => {
    const work = { isOver: false };
    const asked: CountsJson[] = [];
    const writers = Array.from({ length: 50 }, async () => {
      for (let i = 0; i < 6; i++)
        await here.batch([{ assetTag: freshTag(), ...LATITUDE, site: i % 2 ? 'A' : 'B' }]);
    });
    const reader = (async () => {
      while (!work.isOver) asked.push(await here.count('groupBy=site,status'));
    })();
    await Promise.all(writers);
    work.isOver = true;
    await reader;
    const totals = asked.map(({ total }) => total);
    const during = await inTwenties(asked, known);
    expect(during.map(({ total }) => total)).toEqual(totals);
    await app.fold();
    const after = await inTwenties(asked, known);
    expect(after.map(({ groups }) => groups)).toEqual(asked.map(({ groups }) => groups));
    expect(new Set(totals).size).toBeGreaterThan(2);
  });
});

async function inTwenties<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += 20)
    results.push(...(await Promise.all(items.slice(from, from + 20).map((item) => work(item)))));
  return results;
}
