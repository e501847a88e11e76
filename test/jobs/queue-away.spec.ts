import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLog } from '../../src/common/log.js';
import { QueueConnection } from '../../src/jobs/queue/queue-connection.js';
import { JobsProcess, until } from '../support/jobs.js';
import { describeWithRedis } from '../support/describe-with-redis.js';
import { RedisServer } from '../support/redis-server.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { addStepsTable } from '../support/test-jobs.js';

const GONE = 'The job queue does not answer.';
const BACK = 'The job queue answers again.';

/** A process that makes jobs and works on them, with what it logs and how ready it says it is. */
class WatchedProcess {
  readonly lines: string[] = [];
  jobs!: JobsProcess;
  private url = '';

  async start(appUrl: string, redisUrl?: string): Promise<this> {
    const log = createLog('info', { write: (line) => void this.lines.push(line) });
    this.jobs = await (await JobsProcess.start(appUrl, 'all', redisUrl, 'here', log)).inNewDistrict();
    await this.jobs.nest.listen(0, '127.0.0.1');
    this.url = await this.jobs.nest.getUrl();
    return this;
  }

  said(what: string): number {
    return this.lines.filter((line) => line.includes(what)).length;
  }

  async ready(): Promise<{ status: string; details: Record<string, { status: string; message?: string }> }> {
    const answer = await fetch(`${this.url}/health/ready`);
    expect(answer.status).toBe(200);
    return answer.json() as ReturnType<WatchedProcess['ready']>;
  }

  /** Everything that holds while the queue is away. */
  async expectItCopes(): Promise<void> {
    await until(10, async () => (this.said(GONE) > 0 ? true : undefined));
    const began = Date.now();
    const lane = ['one', 'one', 'one'];
    const ids = await Promise.all(lane.map((name) => this.jobs.count(2, 1, name)));
    expect(Date.now() - began).toBeLessThan(3_000);
    for (const id of ids) expect(await this.jobs.over(id, 15)).toMatchObject({ state: 'done' });
    const ready = await this.ready();
    expect(ready).toMatchObject({ status: 'degraded', details: { database: { status: 'up' } } });
    expect(ready.details['queue']).toMatchObject({
      status: 'down',
      message: expect.stringContaining('The job queue does not answer. Jobs still run'),
    });
    // BullMQ alone would log its failures without a pause: thousands within this time.
    await sleep(3_000);
    expect(this.said(GONE)).toBe(1);
    expect(this.lines.length).toBeLessThan(10);
  }

  async expectItIsBack(): Promise<void> {
    await until(40, async () => ((await this.ready()).status === 'ok' ? true : undefined));
    expect(this.said(BACK)).toBe(1);
    expect(await this.jobs.over(await this.jobs.count(2, 1))).toMatchObject({ state: 'done' });
    expect(this.said(GONE)).toBe(1);
  }
}

describe('a worker whose queue is in PostgreSQL', () => {
  let database: TestDatabase;
  let owner: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    await addStepsTable(database.ownerUrl);
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });

  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  it('runs its jobs also where BullMQ never rings for any of them, and has nothing to complain about', async () => {
    const watched = await new WatchedProcess().start(database.appUrl);
    const queue = watched.jobs.nest.get(QueueConnection, { strict: false }).open();
    try {
      await queue.part.pause();
      const id = await watched.jobs.count(2, 1);
      expect(await watched.jobs.over(id, 15)).toMatchObject({ state: 'done' });
      expect((await owner.query(`SELECT state FROM bullmq.job`)).rows).toEqual([{ state: 'waiting' }]);
      expect(await watched.ready()).toMatchObject({ status: 'ok', details: { queue: { status: 'up' } } });
      expect(watched.said(GONE)).toBe(0);
    } finally {
      await queue.part.resume();
      await queue.close();
      await watched.jobs.close();
    }
  });

  it.each([
    {
      what: 'may not enter its schema',
      breakIt: `REVOKE USAGE ON SCHEMA bullmq FROM rollcall_app`,
      mendIt: `GRANT USAGE ON SCHEMA bullmq TO rollcall_app`,
    },
    {
      what: 'finds no function to take a job with',
      breakIt: `ALTER FUNCTION bullmq.move_to_active RENAME TO moved_away`,
      mendIt: `ALTER FUNCTION bullmq.moved_away RENAME TO move_to_active`,
    },
    {
      what: 'finds no schema at all',
      breakIt: `ALTER SCHEMA bullmq RENAME TO moved_away`,
      mendIt: `ALTER SCHEMA moved_away RENAME TO bullmq`,
    },
  ])('that $what says so once, runs jobs from the table, and recovers', async ({ breakIt, mendIt }) => {
    await owner.query(breakIt);
    const watched = await new WatchedProcess().start(database.appUrl);
    try {
      await watched.expectItCopes();
      await owner.query(mendIt);
      await watched.expectItIsBack();
    } finally {
      await watched.jobs.close();
    }
  });

  it('copes with a queue that breaks while it listens', async () => {
    const watched = await new WatchedProcess().start(database.appUrl);
    try {
      await until(10, async () => ((await watched.ready()).status === 'ok' ? true : undefined));
      await owner.query(`ALTER SCHEMA bullmq RENAME TO moved_away`);
      await watched.expectItCopes();
      await owner.query(`ALTER SCHEMA moved_away RENAME TO bullmq`);
      await watched.expectItIsBack();
    } finally {
      await watched.jobs.close();
    }
  });
});

describeWithRedis('a worker whose queue is on Redis', () => {
  it('says once that Redis stopped, runs jobs from the table, and recovers', async () => {
    const redis = await RedisServer.start();
    const database = await createTestDatabase();
    await addStepsTable(database.ownerUrl);
    const watched = await new WatchedProcess().start(database.appUrl, redis.url);
    try {
      await until(10, async () => ((await watched.ready()).status === 'ok' ? true : undefined));
      await redis.stop();
      await watched.expectItCopes();
      await redis.start();
      await watched.expectItIsBack();
    } finally {
      await watched.jobs.close();
      await database.drop();
      await redis.remove();
    }
  });
});
