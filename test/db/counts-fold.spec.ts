import { DateTime } from 'luxon';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseBusy } from '../../src/common/database-errors.js';
import { CountsFold } from '../../src/counts/ledger/counts-fold.js';
import { type TestApp, testApp } from '../support/app.js';
import { BruteForceCounts } from '../support/brute-force-counts.js';
import { type CountsJson, daysAgo, freshTag, LATITUDE, register, type Register } from '../support/devices.js';
import { randomWalk } from '../support/random-walk.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp({});
});

afterAll(() => app.close());

/** Every status, so that nothing hides. */
const EVERY = 'groupBy=site,kind,status&status=active,missing,retired,disposed';

const asText = ({ groups }: CountsJson): string[] =>
  groups.map(({ site, kind, status, count }) => `${site} ${kind} ${status} ${count}`).toSorted();

async function expectExact(here: Register, days: string[]): Promise<void> {
  const truth = await BruteForceCounts.read(here.app.source, here.district.id, here.district.timeZone);
  for (const day of days) {
    const expected = [...truth.on(day)].map(([key, count]) => `${key} ${count}`).toSorted();
    expect([day, asText(await here.count(`${EVERY}&asOf=${day}`))]).toEqual([day, expected]);
  }
}

const someDays = (n: number): string[] =>
  Array.from({ length: n }, (_, i) => daysAgo(Math.round((i * 6_000) / n)));

describe('counts of a register that lived through everything', () => {
  let here: Register;

  beforeAll(async () => {
    here = await register(app);
    await randomWalk(here, { seed: 20261122, devices: 300, operations: 2_000 });
  }, 600_000);

  it('equal the fold of the events, counted one by one, on sixty days, before and after folding', async () => {
    await expectExact(here, someDays(60));
    await app.fold();
    const [{ n } = { n: -1 }] = await app.source.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM count_tail WHERE district_id = $1`,
      [here.district.id],
    );
    expect(n).toBe(0);
    await expectExact(here, someDays(60));
  });

  it('explain their growth: the causes sum exactly to the difference, between any two days', async () => {
    const days = someDays(12).toSorted();
    for (const [i, to] of days.entries()) {
      const from = days[Math.max(0, i - 3)] as string;
      const rows = await app.source.query<{ cause: string; change: number }[]>(
        `SELECT cause, sum(delta)::int AS change
           FROM (SELECT * FROM (SELECT effective_on, status, cause, delta, district_id FROM count_movements
                                UNION ALL SELECT effective_on, status, cause, delta, district_id FROM count_tail) m) m
          WHERE district_id = $1 AND effective_on > $2 AND effective_on <= $3 AND status <> 'disposed'
          GROUP BY cause`,
        [here.district.id, from, to],
      );
      const [before, after] = [await here.count(`asOf=${from}`), await here.count(`asOf=${to}`)];
      expect(rows.reduce((sum, { change }) => sum + change, 0)).toBe(after.total - before.total);
    }
  });

  it('survive a recount, and say what they said when they are built again', async () => {
    expect(await here.differences()).toEqual([]);
  });
});

describe('the fiscal year', () => {
  const lived = async (here: Register): Promise<void> => {
    for (const [inServiceOn, site] of [
      ['2019-06-30', 'A'],
      ['2019-07-01', 'A'],
      ['2021-12-31', 'B'],
      ['2022-01-01', 'B'],
      ['2024-07-01', 'A'],
    ])
      await here.batch([{ assetTag: freshTag(), ...LATITUDE, site, inServiceOn }]);
  };

  const edges = [
    '2019-06-29',
    '2019-06-30',
    '2019-07-01',
    '2021-12-31',
    '2022-01-01',
    '2022-06-30',
    '2024-06-30',
    '2024-07-01',
  ];

  it.each([1, 2, 7, 12])('may begin in month %i', async (month) => {
    const here = await register(app);
    await app.source.query(`UPDATE districts SET fiscal_year_starts = $2 WHERE id = $1`, [
      here.district.id,
      month,
    ]);
    await lived(here);
    await expectExact(here, edges);
    await app.fold();
    await expectExact(here, [...edges, daysAgo(0)]);
    expect(await here.differences()).toEqual([]);
  });

  it.each([1, 3, 9])('that turned %i times since the last fold is caught up with', async (years) => {
    const here = await register(app);
    await lived(here);
    await app.fold();
    await forget(here, years);
    await expectExact(here, [...edges, daysAgo(0)]);
    const { results } = await here.batch([
      { assetTag: freshTag(), ...LATITUDE, site: 'A', inServiceOn: '2018-01-01' },
    ]);
    expect(results[0]?.outcome).toBe('added');
    await expectExact(here, [...edges, daysAgo(0)]);
    await app.fold();
    await expectExact(here, [...edges, daysAgo(0)]);
    expect(await here.differences()).toEqual([]);
  });

  /** As if the last fold had been some years ago. */
  async function forget(here: Register, years: number): Promise<void> {
    const through = DateTime.now()
      .minus({ months: 6 })
      .startOf('year')
      .plus({ months: 6 })
      .minus({ years })
      .toISODate();
    await app.source.query(`DELETE FROM count_levels WHERE district_id = $1 AND quarter_on > $2`, [
      here.district.id,
      through,
    ]);
    await app.source.query(`UPDATE count_folds SET levels_through = $2 WHERE district_id = $1`, [
      here.district.id,
      through,
    ]);
  }
});

describe('a load of history', () => {
  let quiet: TestApp;

  /** A process that folds only when it is asked to. */
  beforeAll(async () => {
    quiet = await testApp({ ROLE: 'api' });
  });

  afterAll(() => quiet.close());

  it('is counted exactly while it is folded without its levels, and after', async () => {
    const here = await register(quiet);
    await here.batch([{ assetTag: freshTag(), ...LATITUDE, site: 'A', inServiceOn: '2019-03-01' }]);
    await quiet.fold();
    const before = await levelsThrough(here);
    const day = DateTime.fromISO('2012-01-01');
    // Each on a day of its own: the counts of a batch add up what is alike.
    const devices = Array.from({ length: 2_400 }, (_, i) => ({
      assetTag: freshTag(),
      ...LATITUDE,
      site: i % 3 ? 'A' : 'B',
      inServiceOn: day.plus({ days: 2 * i }).toISODate(),
    }));
    for (let from = 0; from < devices.length; from += 100) await here.batch(devices.slice(from, from + 100));
    const days = ['2012-06-30', '2012-07-01', '2016-02-28', '2019-03-01', '2025-12-31', daysAgo(0)];
    await quiet.get(CountsFold).fold(here.district.id, { levels: false });
    expect(await levelsThrough(here)).toBe('2012-01-01');
    await expectExact(here, days);
    expect(await here.differences()).toEqual([]);
    await quiet.fold();
    expect(await levelsThrough(here)).toBe(before);
    await expectExact(here, days);
    expect(await here.differences()).toEqual([]);
  });

  it('is folded whole even when another process is in the middle of a fold', async () => {
    const here = await register(quiet);
    await here.batch([{ assetTag: freshTag(), ...LATITUDE, site: 'A' }]);
    const another = quiet.source.createQueryRunner();
    await another.startTransaction();
    await another.query(`SELECT 1 FROM count_folds WHERE district_id = $1 FOR UPDATE`, [here.district.id]);
    expect(await quiet.get(CountsFold).fold(here.district.id, { levels: true })).toBe(0);
    const whole = quiet.fold();
    expect(await Promise.race([whole, sleep(300, 'waits')])).toBe('waits');
    await another.rollbackTransaction();
    await another.release();
    await whole;
    const [tail] = await quiet.source.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM count_tail`);
    expect(tail?.n).toBe(0);
  });

  async function levelsThrough(here: Register): Promise<string | undefined> {
    const [row] = await quiet.source.query<{ on: string }[]>(
      `SELECT levels_through::text AS on FROM count_folds WHERE district_id = $1`,
      [here.district.id],
    );
    return row?.on;
  }
});

describe('reading while others write and a fold runs', () => {
  let another: TestApp;

  /** Reads have connections of their own: in the writers' pool each would wait behind two hundred. */
  beforeAll(async () => {
    another = await testApp({ ROLE: 'api' }, app.database);
  });

  afterAll(() => another.close());

  it('never misses a device that is committed, and never counts one twice', async () => {
    const here = await register(app);
    const itsReader = await another.user(here.district, 'admin');
    const work = { isOver: false };
    const seen: number[] = [];
    const write = async (site: string): Promise<void> => {
      const rows = Array.from({ length: 5 }, () => ({ assetTag: freshTag(), ...LATITUDE, site }));
      let status = 503;
      // On a busy machine, some of two hundred writers are told to come back.
      while (status === 503) ({ status } = await here.admin.put('/devices/batch').send({ rows }));
      expect(status).toBe(200);
    };
    let batches = 0;
    const writers = Array.from({ length: 200 }, async (_, i) => {
      for (let round = 0; !work.isOver && (round < 3 || seen.length < 5); round++) {
        await write(i % 2 ? 'A' : 'B');
        batches += 1;
      }
    });
    const folds = (async () => {
      while (!work.isOver) await unlessBusy(() => app.fold());
    })();
    const reader = (async () => {
      while (!work.isOver) {
        const before = await committed();
        const { total } = await here.count('', itsReader);
        const after = await committed();
        expect(total).toBeGreaterThanOrEqual(before);
        expect(total).toBeLessThanOrEqual(after);
        seen.push(total);
      }
    })();
    const end = (): void => void (work.isOver = true);
    // Whoever fails ends it for all.
    await Promise.all([Promise.all(writers).finally(end), reader.finally(end), folds.finally(end)]);
    expect((await here.count()).total).toBe(batches * 5);
    expect(await here.differences()).toEqual([]);

    async function committed(): Promise<number> {
      const [row] = await another.source.query<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM devices WHERE district_id = $1`,
        [here.district.id],
      );
      return row?.n ?? -1;
    }
  });
});

/** Two hundred writers can hold every connection for longer than a fold waits for one. The next fold catches up. */
async function unlessBusy(work: () => Promise<unknown>): Promise<void> {
  await work().catch((error: unknown) => {
    if (!(error instanceof DatabaseBusy)) throw error;
  });
}
