import type { Growth } from '../../src/counts/series/growth.queries.js';
import type {
  CountedChange,
  CountedDevice,
  Evidence,
} from '../../src/count-evidence/count-evidence.queries.js';
import { type TestApp, testApp } from '../support/app.js';
import { daysAgo, register, type Register } from '../support/devices.js';
import { randomWalk } from '../support/random-walk.js';

let app: TestApp;
let here: Register;
/** A moment in the middle of it all. */
let then: string;

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
  await randomWalk(here, { seed: 3, devices: 90, operations: 400 });
  then = (await here.count()).knownAt;
  await randomWalk(here, { seed: 4, devices: 40, operations: 300 });
}, 600_000);

afterAll(() => app.close());

/** Every item, page by page. */
async function all<T>(path: string): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const { body } = await here.admin.get(`${path}${cursor ? `&cursor=${cursor}` : ''}`).expect(200);
    const page = body as Evidence<T>;
    expect(page.items.length).toBeLessThanOrEqual(50);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

const sum = (changes: readonly { change: number }[]): number =>
  changes.reduce((total, { change }) => total + change, 0);

describe('the devices behind a count', () => {
  it.each([0, 30, 400, 1_500, 3_000])('are as many as the count says, %i days ago', async (days) => {
    for (const knownAt of ['', `&knownAt=${encodeURIComponent(then)}`]) {
      const asOf = daysAgo(days);
      const counts = await here.count(`groupBy=site,kind,status&asOf=${asOf}${knownAt}`);
      const found = await all<CountedDevice>(`/counts/devices?limit=37&asOf=${asOf}${knownAt}`);
      const groups = new Map<string, number>();
      for (const { site, kind, status } of found) {
        const key = `${site} ${kind} ${status}`;
        groups.set(key, (groups.get(key) ?? 0) + 1);
      }
      const told = counts.groups.map(({ site, kind, status, count }) => [`${site} ${kind} ${status}`, count]);
      expect([...groups].toSorted()).toEqual(told.toSorted());
      expect(new Set(found.map(({ deviceId }) => deviceId)).size).toBe(found.length);
    }
  });

  it('are those of one site, kind and status where it is asked for them', async () => {
    const asked = 'site=A&kind=laptop&status=active';
    const found = await all<CountedDevice>(`/counts/devices?${asked}`);
    expect(found.length).toBe((await here.count(asked)).total);
    expect(found.length).toBeGreaterThan(0);
    for (const { since } of found) expect(since <= daysAgo(0)).toBe(true);
  });

  it('are not of sites that the caller does not reach', async () => {
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    const { body } = await technician.get('/counts/devices?limit=200').expect(200);
    const { items } = body as Evidence<CountedDevice>;
    expect(new Set(items.map(({ site }) => site))).toEqual(new Set(['A']));
    expect((await here.count('', technician)).total).toBe(items.length);
  });

  it('are refused for a day that has not been', async () => {
    await here.admin.get(`/counts/devices?asOf=${daysAgo(-2)}`).expect(400);
  });
});

describe('the events behind a growth', () => {
  it('add up to it, cause by cause, in every site and kind', async () => {
    const range = `from=${daysAgo(2_500)}&to=${daysAgo(100)}`;
    const { body } = await here.admin.get(`/counts/growth?${range}&groupBy=site,kind`).expect(200);
    const { groups } = body as Growth;
    expect(groups.length).toBeGreaterThan(2);
    for (const { site, kind, change, causes } of groups) {
      const found = await all<CountedChange>(
        `/counts/growth/events?limit=7&${range}&site=${site}&kind=${kind}`,
      );
      expect(sum(found)).toBe(change);
      for (const { cause, change: told } of causes)
        expect([cause, sum(found.filter((one) => one.cause === cause))]).toEqual([cause, told]);
    }
  });

  it('are those of one cause, as they were known then', async () => {
    const asked = `from=${daysAgo(5_000)}&knownAt=${encodeURIComponent(then)}`;
    const { body } = await here.admin.get(`/counts/growth?${asked}`).expect(200);
    for (const { cause, change } of (body as Growth).causes) {
      const found = await all<CountedChange>(`/counts/growth/events?${asked}&cause=${cause}`);
      expect([cause, sum(found)]).toEqual([cause, change]);
      for (const { event } of found) expect(String(event.recordedAt) <= then).toBe(true);
    }
  });

  it('are refused the wrong way round', async () => {
    await here.admin.get(`/counts/growth/events?from=${daysAgo(3)}&to=${daysAgo(9)}`).expect(400);
  });
});
