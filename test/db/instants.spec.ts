import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { AccessRetention } from '../../src/access/access-retention.js';
import { ApiTokensService } from '../../src/access/accounts/api-tokens.service.js';
import { Clock } from '../../src/common/time/clock.js';
import { Transactions } from '../../src/database/transactions.js';
import { JobLeases } from '../../src/jobs/job-leases.js';
import { JobsService } from '../../src/jobs/jobs.service.js';
import { type TestApp, testApp, type TestDistrict } from '../support/app.js';

const HOUR_MS = 3_600_000;

let app: TestApp;
let district: TestDistrict;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  district = await app.district();
  app.get(JobsService).register('test.nothing', { seenBy: 'jobs:read', run: () => Promise.resolve('done') });
});

afterAll(() => app.close());

/** Does `work` while Rollcall's clock is ahead, or behind. */
async function ahead<T>(ms: number, work: () => PromiseLike<T>): Promise<T> {
  const clock = app.get(Clock);
  clock.now = () => new Date(Date.now() + ms);
  // The class has the method, the object now has another: without it the class's is back.
  try {
    return await work();
  } finally {
    Reflect.deleteProperty(clock, 'now');
  }
}

const transactions = (): Transactions => app.get(Transactions);

describe('the instant of a transaction', () => {
  it('is one, whatever time passes, and that of the clock', async () => {
    const before = Date.now();
    const [first, last] = await transactions().run(async (tx) => {
      const at = tx.at;
      await sleep(20);
      return [at, tx.at];
    });
    expect(last).toEqual(first);
    expect(first?.getTime()).toBeGreaterThanOrEqual(before);
    expect(first?.getTime()).toBeLessThanOrEqual(Date.now() - 20);
    const moved = await ahead(HOUR_MS, () => transactions().run((tx) => Promise.resolve(tx.at)));
    expect(moved.getTime()).toBeGreaterThanOrEqual(before + HOUR_MS);
  });

  it('is new in each attempt', async () => {
    const seen: Date[] = [];
    await transactions().run(async (tx) => {
      seen.push(tx.at);
      await sleep(5);
      if (seen.length === 1) await tx.query(`DO $$ BEGIN RAISE EXCEPTION SQLSTATE '40001'; END $$`);
    });
    expect(seen).toHaveLength(2);
    expect(seen[1]?.getTime()).toBeGreaterThan(seen[0]?.getTime() ?? Infinity);
  });

  it('is written down, not the time of the database', async () => {
    const { body: site } = await district.admin
      .post('/sites')
      .send({ code: 'A', name: 'School', type: 'high' })
      .expect(201);
    await ahead(HOUR_MS, () =>
      district.admin
        .patch(`/sites/${(site as { id: string }).id}`)
        .set('if-match', '*')
        .send({ name: 'New' })
        .expect(200),
    );
    const [row] = await app.source.query<{ updatedAt: Date }[]>(
      `SELECT updated_at AS "updatedAt" FROM sites WHERE district_id = $1`,
      [district.id],
    );
    expect(row?.updatedAt.getTime()).toBeGreaterThan(Date.now() + HOUR_MS / 2);
  });
});

describe('what ends', () => {
  it('ends by Rollcall’s clock: a token, and what is removed', async () => {
    const user = await app.user(district, 'its');
    const { token } = await app.get(ApiTokensService).create(district.id, user.scope.accountId ?? '', {
      name: 'short',
      expiresAt: new Date(Date.now() + HOUR_MS),
    });
    const ask = (status: number): PromiseLike<unknown> =>
      app.http.get('/api/v1/sites').set('authorization', `Bearer ${token}`).expect(status);
    await ask(200);
    await ahead(2 * HOUR_MS, () => ask(401));
    const add = async (): Promise<void> => {
      await app.source.query(
        `INSERT INTO sessions (district_id, account_id, token_hash, expires_at) VALUES ($1, $2, $3, $4)`,
        [district.id, user.scope.accountId, Buffer.from(randomUUID()), new Date(Date.now() + HOUR_MS)],
      );
    };
    await add();
    expect((await app.get(AccessRetention).removeSpent())['sessions']).toBe(0);
    expect((await ahead(2 * HOUR_MS, () => app.get(AccessRetention).removeSpent()))['sessions']).toBe(1);
  });
});

describe('a job', () => {
  const make = (districtId = district.id): Promise<string> =>
    transactions().run((tx) =>
      app.get(JobsService).createWithin(tx, {
        districtId,
        kind: 'test.nothing',
        lane: randomUUID(),
        subjectId: districtId,
        createdBy: null,
      }),
    );

  it('begins at once on a machine whose clock is a second behind that of the one that made it', async () => {
    const id = await ahead(1_000, () => make());
    expect(await app.get(JobsService).work(district.id, id)).toBe(true);
    const view = await app.get(JobsService).view(district.id, id);
    expect(view.state).toBe('done');
  });

  it('waits for its next attempt all the same', async () => {
    const id = await ahead(10_000, () => make());
    expect(await app.get(JobsService).work(district.id, id)).toBe(false);
    expect(await ahead(11_000, () => app.get(JobsService).work(district.id, id))).toBe(true);
  });

  it('is given to another when its lease is over by the clock, and not before', async () => {
    const id = await make();
    await app.source.query(
      `UPDATE jobs SET state = 'running', lease_epoch = 1, lease_until = $3 WHERE district_id = $1 AND id = $2`,
      [district.id, id, new Date(Date.now() + 15_000)],
    );
    expect(await app.get(JobsService).work(district.id, id)).toBe(false);
    expect(await ahead(16_000, () => app.get(JobsService).work(district.id, id))).toBe(true);
  });

  it('never has a rate below nothing where the clock of who asks is behind', async () => {
    const id = await make();
    await app.source.query(
      `UPDATE jobs SET state = 'running', stage = 'x', done = 50, total = 100, stage_started_done = 0,
              stage_started_at = $3, lease_until = $3 WHERE district_id = $1 AND id = $2`,
      [district.id, id, new Date(Date.now() + 1_000)],
    );
    expect(await app.get(JobsService).view(district.id, id)).toMatchObject({ rate: null, etaSeconds: null });
  });

  it('begins where those of another district cannot be asked for', async () => {
    const broken = await app.district();
    const ids = [await make(), await make(broken.id)];
    const leases = app.get(JobLeases);
    const begun: string[] = [];
    leases.due = (districtId, ...asked) =>
      districtId === broken.id
        ? Promise.reject(new Error('its node is away'))
        : JobLeases.prototype.due.call(leases, districtId, ...asked);
    const sweep = app.get(JobsService).beginDue(0, (job) => begun.push(job.id) > 0);
    await expect(sweep.finally(() => Reflect.deleteProperty(leases, 'due'))).rejects.toThrow('away');
    expect(begun).toContain(ids[0]);
    expect(begun).not.toContain(ids[1]);
  });
});
