import { setTimeout as sleep } from 'node:timers/promises';
import { Transactions } from '../../src/database/transactions.js';
import { QueueConnection } from '../../src/jobs/queue/queue-connection.js';
import { JobsProcess, until } from '../support/jobs.js';
import { OwnServer } from '../support/own-server.js';
import { describeWithRedis } from '../support/describe-with-redis.js';
import { RedisServer } from '../support/redis-server.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { addStepsTable } from '../support/test-jobs.js';
import { WorkerProcess } from '../support/worker-process.js';

/** Each way to keep the queue; the one on Redis is skipped where there is no Redis to start. */
const QUEUES = [
  { queue: 'PostgreSQL', describeIt: describe },
  { queue: 'PostgreSQL with one user', describeIt: describe },
  { queue: 'Redis', describeIt: describeWithRedis },
];

/** A server to restart, for whoever needs one first. */
let own: OwnServer | undefined;

async function ownServer(): Promise<OwnServer> {
  const server = await OwnServer.start();
  await addStepsTable(server.ownerUrl);
  return server;
}

afterAll(() => own?.remove());

for (const { queue, describeIt } of QUEUES)
  describeIt(`jobs with their queue on ${queue}`, () => {
    let redis: RedisServer | undefined;
    let database: TestDatabase;
    let appUrl: string;
    let api: JobsProcess;
    let worker: JobsProcess;

    beforeAll(async () => {
      redis = queue === 'Redis' ? await RedisServer.start() : undefined;
      database = await createTestDatabase();
      appUrl = queue === 'PostgreSQL with one user' ? database.oneUserUrl : database.appUrl;
      await addStepsTable(database.ownerUrl);
      api = await (await JobsProcess.start(appUrl, 'api', redis?.url)).inNewDistrict();
      worker = await JobsProcess.start(appUrl, 'worker', redis?.url);
    });

    afterAll(async () => {
      await worker.close();
      await api.close();
      await database.drop();
      await redis?.remove();
    });

    it('run once their transaction is committed, and not before', async () => {
      let id = '';
      const work = api.nest.get(Transactions, { strict: false }).run(async (tx) => {
        id = await api.jobs.createWithin(tx, {
          districtId: api.districtId,
          kind: 'test.steps',
          lane: 'a',
          subjectId: api.districtId,
          input: { steps: 2, each: 1 },
          createdBy: null,
        });
        await sleep(1000);
      });
      await sleep(700);
      expect(id).not.toBe('');
      expect(await api.stepsOf(id)).toEqual([]);
      await work;
      expect(await api.over(id)).toMatchObject({
        state: 'done',
        done: 2,
        total: 2,
        result: 'here',
        problem: null,
      });
      expect((await api.stepsOf(id)).map(({ step }) => step)).toEqual([0, 1]);
    });

    it('never run where it was rolled back', async () => {
      let id = '';
      const work = api.nest.get(Transactions, { strict: false }).run(async (tx) => {
        id = await api.jobs.createWithin(tx, {
          districtId: api.districtId,
          kind: 'test.steps',
          lane: 'a',
          subjectId: api.districtId,
          input: { steps: 1, each: 1 },
          createdBy: null,
        });
        throw new Error('changed my mind');
      });
      await expect(work).rejects.toThrow('changed my mind');
      await expect(api.view(id)).rejects.toThrow('not found');
      await sleep(500);
      expect(await api.stepsOf(id)).toEqual([]);
    });

    describe('with a worker that goes away', () => {
      let other: WorkerProcess;

      beforeEach(async () => {
        await worker.close();
        other = new WorkerProcess(appUrl, 'other', { REDIS_URL: redis?.url });
        await other.ready();
      });

      afterEach(() => other.killHard());

      it('are finished by another after kill -9, no step twice', async () => {
        const id = await api.count(60, 30);
        await api.reached(id, 30);
        await other.killHard();
        const { done } = await api.view(id);
        worker = await JobsProcess.start(appUrl, 'worker', redis?.url);
        await api.hurry(id, 'lease');
        await api.reached(id, done + 5);
        // Each step takes thirty milliseconds; those of the dead worker are not this one's doing.
        expect((await api.view(id)).rate).toBeLessThan(40);
        expect(await api.over(id)).toMatchObject({ state: 'done', result: 'here' });
        const steps = await api.stepsOf(id);
        expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: 60 }, (_, step) => step));
        expect(new Set(steps.map(({ worker: name }) => name))).toEqual(new Set(['other', 'here']));
      });

      it('are given back on SIGTERM, so that another takes them at once', async () => {
        const id = await api.count(400, 20);
        await api.reached(id, 10);
        worker = await JobsProcess.start(appUrl, 'worker', redis?.url);
        const began = Date.now();
        expect(await other.stop()).toBe(0);
        const stoppedIn = Date.now() - began;
        await until(12, async () => ((await api.stepsOf(id)).at(-1)?.worker === 'here' ? true : undefined));
        expect(stoppedIn).toBeLessThan(10_000);
        const steps = await api.stepsOf(id);
        const handover = steps.findIndex(({ worker: name }) => name === 'here');
        expect(Number(steps[handover]?.at) - Number(steps[handover - 1]?.at)).toBeLessThan(8_000);
        await api.jobs.cancel(api.districtId, id);
        await api.over(id);
      });
    });

    // The rest says nothing of who is connected.
    if (queue === 'PostgreSQL with one user') return;

    it('are found by the sweep when the queue has lost them', async () => {
      const [row] = await api.source.query<{ id: string }[]>(
        `INSERT INTO jobs (district_id, id, kind, lane, subject_id, input, next_attempt_at)
       VALUES ($1, gen_random_uuid(), 'test.steps', 'lost', $1, '{"steps": 1, "each": 1}', now() - interval '3 seconds')
       RETURNING id`,
        [api.districtId],
      );
      expect(await api.over(row?.id ?? '')).toMatchObject({ state: 'done' });
    });

    it('wait in one lane for each other, in their order', async () => {
      const ids = await Promise.all([0, 1, 2].map(() => api.count(4, 30, 'one lane')));
      ids.sort();
      const elsewhere = await api.count(2, 1);
      expect(await api.over(elsewhere)).toMatchObject({ state: 'done' });
      for (const id of ids) expect(await api.over(id)).toMatchObject({ state: 'done' });
      const runs = await Promise.all(ids.map((id) => api.stepsOf(id)));
      for (const [i, steps] of runs.slice(1).entries())
        expect(Number(steps[0]?.at)).toBeGreaterThan(Number(runs[i]?.at(-1)?.at));
    });

    it('can be cancelled while they wait, and while they run', async () => {
      const running = await api.count(1_000, 20, 'cancels');
      const waiting = await api.count(5, 1, 'cancels');
      await api.reached(running, 2);
      expect(await api.jobs.cancel(api.districtId, waiting)).toMatchObject({ state: 'cancelled' });
      await api.jobs.cancel(api.districtId, running);
      const job = await api.over(running);
      expect(job).toMatchObject({ state: 'cancelled', problem: null });
      expect(job.done).toBeLessThan(1_000);
      expect(await api.stepsOf(running)).toHaveLength(job.done);
      expect(await api.stepsOf(waiting)).toEqual([]);
    });

    it('go on when PostgreSQL was restarted under them', async () => {
      own ??= await ownServer();
      const maker = await (await JobsProcess.start(own.appUrl, 'api', redis?.url)).inNewDistrict();
      const doer = await JobsProcess.start(own.appUrl, 'worker', redis?.url);
      try {
        const id = await maker.count(60, 30);
        await maker.reached(id, 10);
        await own.restart();
        expect(await maker.over(id)).toMatchObject({ state: 'done' });
        const steps = await maker.stepsOf(id);
        expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: 60 }, (_, step) => step));
        const next = await until(20, () => maker.count(3, 1));
        expect(await maker.over(next)).toMatchObject({ state: 'done' });
      } finally {
        await doer.close();
        await maker.close();
      }
    });

    if (queue === 'Redis') {
      it('are rung for in a queue of their database’s own, however many share the Redis', async () => {
        const other = await createTestDatabase();
        await addStepsTable(other.ownerUrl);
        const maker = await (await JobsProcess.start(other.appUrl, 'api', redis?.url)).inNewDistrict();
        const rings = maker.nest.get(QueueConnection, { strict: false }).open();
        try {
          const id = await maker.count(1, 1);
          await sleep(500);
          expect(await rings.part.getWaitingCount()).toBe(1);
          const doer = await JobsProcess.start(other.appUrl, 'worker', redis?.url);
          expect(await maker.over(id)).toMatchObject({ state: 'done' });
          await doer.close();
        } finally {
          await rings.close();
          await maker.close();
          await other.drop();
        }
      });

      it('are taken in while Redis is away, and done when it is back', async () => {
        await redis?.stop();
        const began = Date.now();
        const id = await api.count(2, 1);
        expect(Date.now() - began).toBeLessThan(5_000);
        await sleep(200);
        const fresh = await (await JobsProcess.start(appUrl, 'api', redis?.url)).inNewDistrict();
        const from = Date.now();
        const second = await fresh.count(2, 1);
        expect(Date.now() - from).toBeLessThan(5_000);
        await redis?.start();
        expect(await api.over(id)).toMatchObject({ state: 'done' });
        expect(await fresh.over(second)).toMatchObject({ state: 'done' });
        await fresh.close();
      });

      return;
    }

    // The rest says nothing of the queue.

    it('that break are tried again, ever later, and then have failed with a problem', async () => {
      const id = await api.add('test.breaks');
      const waits: number[] = [];
      for (let attempt = 1; attempt < 5; attempt += 1) {
        const wait = await until(20, async () => {
          const [row] = await api.source.query<{ state: string; attempt: number; wait: number }[]>(
            `SELECT state, attempt, extract(epoch FROM next_attempt_at - now())::float8 AS wait FROM jobs WHERE id = $1`,
            [id],
          );
          return row?.state === 'queued' && row.attempt === attempt ? row.wait : undefined;
        });
        waits.push(Math.round(wait));
        await api.hurry(id, 'attempt');
      }
      expect(waits).toEqual([2, 4, 8, 16]);
      const job = await api.over(id);
      expect(job).toMatchObject({ state: 'failed', problem: { code: 'INTERNAL' } });
      expect(JSON.stringify(job.problem)).toContain(id);
    });

    it('that are refused have failed with the reason, and our own mistakes are not repeated', async () => {
      const [refused, mistaken] = [await api.add('test.refuses'), await api.add('test.throws')];
      expect(await api.over(refused)).toMatchObject({
        state: 'failed',
        problem: { code: 'FULL', detail: 'There is no more room.' },
      });
      expect(await api.over(mistaken)).toMatchObject({ state: 'failed', problem: { code: 'INTERNAL' } });
    });

    it('end though what they are about refuses it, when they fail and when they are cancelled', async () => {
      expect(await api.over(await api.add('test.never-ends'))).toMatchObject({ state: 'failed' });
      const before = await api.count(1_000, 20, 'never ends');
      const waiting = await api.add('test.never-ends', {}, 'never ends');
      expect(await api.jobs.cancel(api.districtId, waiting)).toMatchObject({ state: 'cancelled' });
      await api.jobs.cancel(api.districtId, before);
      await api.over(before);
    });

    it('of a kind that no worker here knows are left for one that does', async () => {
      const id = await api.add('test.from-the-future');
      await sleep(500);
      expect(await api.view(id)).toMatchObject({ state: 'queued' });
      await api.jobs.cancel(api.districtId, id);
    });

    it('show how fast they go and how long they will take', async () => {
      const id = await api.count(40, 25);
      await api.reached(id, 5);
      const job = await api.view(id);
      expect(job).toMatchObject({ state: 'running', stage: 'counting', total: 40 });
      expect(job.rate).toBeGreaterThan(1);
      expect(job.rate).toBeLessThan(200);
      expect(job.etaSeconds).toBeGreaterThanOrEqual(0);
      await api.over(id);
    });

    it('that go on with the work of an older one are measured by what they do themselves', async () => {
      const id = await api.add('test.steps', { steps: 1_100, each: 25, after: 1_000, tally: 1_000 });
      await api.reached(id, 1_010);
      const { rate, etaSeconds } = await api.view(id);
      expect(rate).toBeLessThan(40);
      expect(etaSeconds).toBeGreaterThan(1);
      await api.jobs.cancel(api.districtId, id);
      await api.over(id);
    });

    it('of a worker that was taken for dead are written by its heir alone', async () => {
      // The worker of this process has no room, so that the other one gets the job.
      const busy = [await api.count(900, 100), await api.count(900, 100)];
      for (const id of busy) await api.reached(id, 1);
      const other = new WorkerProcess(appUrl, 'other', { REDIS_URL: redis?.url });
      await other.ready();
      const id = await api.count(30, 200);
      await api.reached(id, 3);
      for (let isOver = false; !isOver;) {
        other.pause();
        const hurried = api.hurry(id, 'lease').then(() => true);
        isOver = await Promise.race([hurried, sleep(2_000, false)]);
        // It was paused in the middle of a step, whose transaction has the job locked.
        if (!isOver) other.resume();
        await hurried;
      }
      for (const one of busy) await api.jobs.cancel(api.districtId, one);
      await until(30, async () => {
        const steps = await api.stepsOf(id);
        return steps.some(({ worker: name }) => name === 'here') ? true : undefined;
      });
      other.resume();
      expect(await api.over(id)).toMatchObject({ state: 'done', result: 'here' });
      // The other one has had time for its next step.
      await sleep(1_000);
      const steps = await api.stepsOf(id);
      expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: 30 }, (_, step) => step));
      expect(new Set(steps.map(({ worker: name }) => name))).toEqual(new Set(['other', 'here']));
      await other.stop();
    });
  });
