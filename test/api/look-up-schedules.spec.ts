import { LookUpSchedules } from '../../src/warranty/look-ups/look-up-schedules.service.js';
import type { MakerAccountView } from '../../src/warranty/look-ups/maker-accounts.service.js';
import { until } from '../support/jobs.js';
import { MakerWorld, withToken } from '../support/look-ups.js';

const NIGHTLY = { weekdays: [1, 2, 3, 4, 5, 6, 7], at: '02:00', askAgainAfterDays: 90 };

let world: MakerWorld;
/** Serial numbers about which Dell was asked, call by call. */
let asked: string[][];

beforeAll(async () => {
  world = await MakerWorld.start();
});

beforeEach(async () => {
  await world.begin();
  await world.enter('dell');
  asked = [];
  world.answer = withToken(({ url }) => {
    const tags = url.searchParams.get('servicetags')?.split(',') ?? [];
    asked.push(tags);
    return { json: tags.map((serviceTag) => ({ serviceTag, invalid: true, entitlements: [] })) };
  });
});

afterAll(() => world.close());

const set = (schedule: object | null, status = 204, maker = 'dell') =>
  world.here.admin.put(`/maker-accounts/${maker}/schedule`).send({ schedule }).expect(status);

async function account(maker = 'dell'): Promise<MakerAccountView> {
  const { body } = await world.here.admin.get('/maker-accounts').expect(200);
  return (body as { makers: MakerAccountView[] }).makers.find(
    (one) => one.maker === maker,
  ) as MakerAccountView;
}

/** As if the time of the schedule had come. */
async function comeDue(): Promise<void> {
  await world.app.source.query(
    `UPDATE maker_accounts SET next_run_at = now() - interval '1 minute' WHERE district_id = $1`,
    [world.here.district.id],
  );
}

/** Several processes look at once, and the look-ups that they start end. */
async function run(): Promise<void> {
  await Promise.all(Array.from({ length: 4 }, () => world.app.get(LookUpSchedules).runDue()));
  await until(30, async () => {
    const [{ left } = { left: 1 }] = await world.app.source.query<{ left: number }[]>(
      `SELECT count(*)::int AS left FROM jobs WHERE district_id = $1 AND state IN ('queued', 'running')`,
      [world.here.district.id],
    );
    return left === 0 ? true : undefined;
  });
}

async function daysPass(days: number): Promise<void> {
  await world.app.source.query(
    `UPDATE coverage_answers SET asked_at = asked_at - make_interval(days => $2) WHERE district_id = $1`,
    [world.here.district.id, days],
  );
}

describe('the schedule of a manufacturer', () => {
  it('starts one look-up when its time has come, about devices at all sites without an answer', async () => {
    await world.device('Dell', 'ABC1234', { site: 'A' });
    await world.device('Dell', 'DEF5678', { site: 'B' });
    await set(NIGHTLY);
    expect(await account()).toMatchObject({ schedule: NIGHTLY, nextRunAt: expect.any(String) as string });
    await run();
    expect(asked).toEqual([]);
    await comeDue();
    await run();
    expect(asked.map((tags) => tags.toSorted())).toEqual([['ABC1234', 'DEF5678']]);
    const { nextRunAt, endedAt, problem } = await account();
    expect(new Date(nextRunAt ?? 0).getTime()).toBeGreaterThan(Date.now());
    expect([typeof endedAt, problem]).toEqual(['string', null]);
    // Los Angeles is 7 or 8 hours behind UTC.
    expect(new Date(nextRunAt ?? 0).toISOString()).toMatch(/T(09|10):00:00/);
  });

  it('asks again only about answers that are too old, or never', async () => {
    await world.device('Dell', 'ABC1234');
    await set(NIGHTLY);
    await comeDue();
    await run();
    await world.device('Dell', 'DEF5678');
    await comeDue();
    await run();
    expect(asked).toEqual([['ABC1234'], ['DEF5678']]);
    await daysPass(91);
    await world.device('Dell', 'GHI9012');
    await set({ ...NIGHTLY, askAgainAfterDays: null });
    await comeDue();
    await run();
    expect(asked.at(-1)).toEqual(['GHI9012']);
    await set(NIGHTLY);
    await comeDue();
    await run();
    expect(asked.at(-1)?.toSorted()).toEqual(['ABC1234', 'DEF5678']);
    expect(asked).toHaveLength(4);
  });

  it('starts no second look-up while one is under way', async () => {
    await world.device('Dell', 'ABC1234');
    await set(NIGHTLY);
    await world.app.source.query(
      `INSERT INTO jobs (district_id, id, kind, lane, subject_id, input, next_attempt_at)
       VALUES ($1, gen_random_uuid(), 'test.other-version', 'look-up dell', gen_random_uuid(), '{}', now())`,
      [world.here.district.id],
    );
    await comeDue();
    await world.app.get(LookUpSchedules).runDue();
    const jobs = await world.app.source.query(
      `SELECT kind FROM jobs WHERE district_id = $1 AND lane = 'look-up dell'`,
      [world.here.district.id],
    );
    expect(jobs).toEqual([{ kind: 'test.other-version' }]);
    expect(new Date((await account()).nextRunAt ?? 0).getTime()).toBeGreaterThan(Date.now());
  });

  it('is removed with null or with the credentials, and needs credentials', async () => {
    await set(NIGHTLY);
    await set(null);
    expect(await account()).toMatchObject({ schedule: null, nextRunAt: null });
    await set(NIGHTLY);
    // New credentials leave it as it is.
    await world.enter('dell');
    expect(await account()).toMatchObject({ schedule: NIGHTLY });
    await world.here.admin.delete('/maker-accounts/dell').expect(204);
    expect(await account()).toMatchObject({ setAt: null, schedule: null, nextRunAt: null });
    expect((await set(NIGHTLY, 409)).body).toMatchObject({ code: 'MAKER_ACCOUNT_MISSING' });
  });

  it.each([
    ['no day', { weekdays: [] }, 'schedule.weekdays'],
    ['a day that there is not', { weekdays: [8] }, 'schedule.weekdays'],
    ['a time that there is not', { at: '25:00' }, 'schedule.at'],
    ['no days until it asks again', { askAgainAfterDays: 0 }, 'schedule.askAgainAfterDays'],
  ])('is refused with %s', async (_, wrong, field) => {
    const { body } = await set({ ...NIGHTLY, ...wrong }, 400);
    expect((body as { errors: { field: string }[] }).errors.map((error) => error.field)).toContain(field);
  });
});
