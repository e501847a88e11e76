import type { Series } from '../../src/counts/series/series.queries.js';
import { type TestApp, testApp } from '../support/app.js';
import { daysAgo, freshTag, LATITUDE, register, type Register } from '../support/devices.js';
import { randomWalk } from '../support/random-walk.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
  await randomWalk(here, { seed: 7, devices: 120, operations: 700 });
}, 600_000);

afterAll(() => app.close());

async function seriesOf(query: string): Promise<Series> {
  return (await here.admin.get(`/counts/series?${query}`).expect(200)).body as Series;
}

/** Each point of a series must be what the counts say of that day, whatever the register has been through. */
async function expectAsCounted(query: string, groupBy: string): Promise<void> {
  const { points } = await seriesOf(`${query}&groupBy=${groupBy}`);
  expect(points.length).toBeGreaterThan(1);
  for (const { on, total, groups } of points) {
    const counted = await here.count(`groupBy=${groupBy}&asOf=${on}`);
    expect({ on, total, groups }).toEqual({ on, total: counted.total, groups: counted.groups });
  }
}

describe.each(['before a fold', 'after it'])('a series, %s,', (when) => {
  beforeAll(async () => {
    if (when === 'after it') await app.fold();
  });

  it.each([
    ['month', 500, 'kind'],
    ['month', 1500, 'site,kind,status'],
    ['day', 40, 'site'],
    ['week', 200, 'kind,status'],
    ['quarter', 2000, 'site'],
    ['schoolYear', 4000, 'region,kind'],
    ['year', 5000, 'status'],
  ])(
    'by %s over %i days, split by %s, is the counts of each of its days',
    async (interval, days, groupBy) => {
      await expectAsCounted(`from=${daysAgo(days)}&interval=${interval}`, groupBy);
    },
  );

  it('takes the filters of counts', async () => {
    const { points } = await seriesOf(`from=${daysAgo(900)}&site=A&kind=laptop&status=active&groupBy=status`);
    for (const { on, groups } of points)
      expect({ on, groups }).toEqual({
        on,
        groups: (await here.count(`asOf=${on}&site=A&kind=laptop&status=active&groupBy=status`)).groups,
      });
  });

  it('by model and fund adds up to the kinds on each of its days', async () => {
    const query = `from=${daysAgo(3000)}&interval=quarter`;
    const models = await seriesOf(`${query}&groupBy=kind,model,fundingSource`);
    const kinds = await seriesOf(`${query}&groupBy=kind`);
    for (const [i, { on, total, groups }] of models.points.entries()) {
      const sums = new Map<string, number>();
      for (const { kind, count } of groups) sums.set(kind ?? '', (sums.get(kind ?? '') ?? 0) + count);
      expect([on, total, Object.fromEntries(sums)]).toEqual([
        on,
        kinds.points[i]?.total,
        Object.fromEntries((kinds.points[i]?.groups ?? []).map(({ kind, count }) => [kind, count])),
      ]);
    }
    const today = await app.source.query<{ model: string; count: number }[]>(
      `SELECT m.manufacturer || ' ' || m.name AS model, count(*)::int AS count
         FROM devices d JOIN device_models m ON m.district_id = d.district_id AND m.id = d.model_id
        WHERE d.district_id = $1 AND d.status NOT IN ('disposed', 'void') GROUP BY 1 ORDER BY 1`,
      [here.district.id],
    );
    const { points } = await seriesOf(`from=${daysAgo(0)}&groupBy=model`);
    expect(points.at(-1)?.groups).toEqual(today.map(({ model, count }) => ({ model, count })));
  });
});

describe('a series', () => {
  it('of a moment in the past is what it was then', async () => {
    const query = `from=${daysAgo(1200)}&interval=quarter&groupBy=kind`;
    const then = await seriesOf(query);
    const models = await seriesOf(`${query},model`);
    await here.batch([{ assetTag: freshTag(), ...LATITUDE, site: 'A', inServiceOn: daysAgo(1100) }]);
    const now = await seriesOf(query);
    expect(now.points.at(-1)?.total).toBe((then.points.at(-1)?.total ?? NaN) + 1);
    const known = `knownAt=${String(then.knownAt)}`;
    expect((await seriesOf(`${query}&${known}`)).points).toEqual(then.points);
    await app.fold();
    expect((await seriesOf(`${query}&${known}`)).points).toEqual(then.points);
    expect((await seriesOf(`${query},model&knownAt=${String(models.knownAt)}`)).points).toEqual(
      models.points,
    );
    expect(await here.differences()).toEqual([]);
  });

  it('is refused where it cannot be counted, and says why', async () => {
    const refused = async (query: string): Promise<string> => {
      const { body } = await here.admin.get(`/counts/series?${query}`).expect(400);
      return (body as { errors: { code: string }[] }).errors[0]?.code ?? '';
    };
    expect(await refused(`from=2026-02-01&to=2026-01-01`)).toBe('AFTER_TO');
    expect(await refused(`from=2026-02-01&to=2199-12-31`)).toBe('FUTURE');
    expect(await refused(`from=1990-01-01&interval=day`)).toBe('TOO_MANY_POINTS');
    expect(await refused(`from=2026-01-01&groupBy=site,model`)).toBe('MODELS_WITHOUT_SITE');
    expect(await refused(`from=2026-01-01&groupBy=colour`)).toBe('IS_IN');
    expect(await refused(`groupBy=kind`)).toBe('IS_CALENDAR_DATE');
  });
});
