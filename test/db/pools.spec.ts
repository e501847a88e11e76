import { setTimeout as sleep } from 'node:timers/promises';
import type { QueryRunner } from 'typeorm';
import { DataSource } from 'typeorm';
import { PrincipalsService } from '../../src/access/principals.service.js';
import { SecondConnection } from '../../src/database/running-transaction.js';
import { SignInPool } from '../../src/database/pools/sign-in-pool.js';
import type { RowStream } from '../../src/database/pools/row-stream.js';
import { StreamPool, STREAMS_PER_ACCOUNT } from '../../src/database/pools/stream-pool.js';
import { Transactions } from '../../src/database/transactions.js';
import { WORK_LIMITS, workAs } from '../../src/database/pools/work-limits.js';
import { type TestApp, testApp, type TestDistrict } from '../support/app.js';

const POOL = 2;

let app: TestApp;
let district: TestDistrict;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api', DATABASE_POOL: String(POOL) });
  district = await app.district();
});

afterAll(() => app.close());

/** Takes every connection of the pool that requests use. */
async function takeAll(): Promise<QueryRunner[]> {
  const runners = Array.from({ length: POOL }, () => app.source.createQueryRunner());
  for (const runner of runners) await runner.connect();
  return runners;
}

describe('while every connection is in use', () => {
  let taken: QueryRunner[];

  beforeEach(async () => {
    taken = await takeAll();
  });

  afterEach(() => Promise.all(taken.map((runner) => runner.release())));

  it('a request is told after five seconds to come back, and works once a connection is free', async () => {
    const since = Date.now();
    const answer = await district.admin.get('/sites');
    expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([
      503,
      'DATABASE_BUSY',
      '5',
    ]);
    expect(Date.now() - since).toBeGreaterThan(4_500);
    expect(Date.now() - since).toBeLessThan(7_000);
    await taken[0]?.release();
    await district.admin.get('/sites').expect(200);
    const { text } = await app.http.get('/metrics').expect(200);
    // A timer may fire some microseconds early.
    expect(text).toMatch(/^database_pool_longest_wait_seconds\{pool="main"\} (?:4\.99|[56]\.)/m);
    expect(text).toMatch(/^database_pool_wait_seconds_count\{pool="main"\} \d+/m);
  });

  it('the process is ready, people sign in, and callers are known', async () => {
    const since = Date.now();
    await app.http.get('/health/ready').expect(200);
    const unknown = { email: 'nobody@test.example', password: 'wrong' };
    await app.http.post('/api/v1/session').send(unknown).expect(401);
    // Nobody is remembered, and this route asks the database for nothing but who is calling.
    app.get(PrincipalsService).forget();
    await district.admin.get('/imports/templates/devices').expect(200);
    expect(Date.now() - since).toBeLessThan(4_000);
  });
});

describe('when the connections run out after something was saved', () => {
  let taken: QueryRunner[] | undefined;

  beforeAll(() => {
    const transactions = app.get(Transactions);
    transactions.onBegin(async (tx) =>
      transactions.afterCommit(tx, async () => void (taken ??= await takeAll())),
    );
  });

  beforeEach(() => {
    taken = undefined;
  });

  afterEach(() => Promise.all(taken?.map((runner) => runner.release()) ?? []));

  it.each([
    ['that reads its answer again', '/vendors', { name: 'Acme Repairs', roles: ['depot'] }, {}],
    [
      'that keeps its answer',
      '/sites',
      { code: 'L2', name: 'Fig', type: 'office' },
      { 'idempotency-key': 'once' },
    ],
  ])('a request %s is told that it was saved, not to send it again', async (_, path, body, headers) => {
    const answer = await district.admin.post(path).set(headers).send(body);
    expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([
      409,
      'ANSWER_LOST',
      undefined,
    ]);
    await Promise.all(taken?.map((runner) => runner.release()) ?? []);
    taken = [];
    const { items } = (await district.admin.get(path).expect(200)).body as { items: { name: string }[] };
    expect(items.map(({ name }) => name)).toContain(body.name);
  });
});

describe('an account whose downloads are all running', () => {
  const path = '/devices/export/csv';
  let running: RowStream[];

  beforeEach(async () => {
    const { accountId } = district.admin.scope;
    const open = (): Promise<RowStream> => app.get(StreamPool).rows({ accountId }, 'SELECT 1', []);
    running = await workAs('request', () =>
      Promise.all(Array.from({ length: STREAMS_PER_ACCOUNT }, () => open())),
    );
  });

  afterEach(() => Promise.all(running.map((stream) => stream.return())));

  it('waits five seconds for one of them to end, and is then told when to come back', async () => {
    const since = Date.now();
    const answer = await district.admin.get(path);
    expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([
      429,
      'TOO_MANY_DOWNLOADS',
      '10',
    ]);
    expect(Date.now() - since).toBeGreaterThan(4_500);
    expect(Date.now() - since).toBeLessThan(7_000);
    const colleague = await app.user(district, 'admin');
    await colleague.get(path).expect(200);
  }, 20_000);

  it('reads many files in turns as soon as one of them has ended', async () => {
    const asked = Array.from({ length: 12 }, () => district.admin.get(path).then(({ status }) => status));
    await sleep(300);
    await running[0]?.return();
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 12 }, () => 200));
  }, 20_000);

  it('has the place back of a caller who went away, running or waiting', async () => {
    const gone = new AbortController();
    const headers = { authorization: `Bearer ${district.admin.token}` };
    const waiting = fetch(`${app.url}/api/v1${path}`, { headers, signal: gone.signal });
    await sleep(300);
    gone.abort();
    await expect(waiting).rejects.toThrow(/abort/);
    await sleep(100);
    const since = Date.now();
    await running[0]?.return();
    await district.admin.get(path).expect(200);
    expect(Date.now() - since).toBeLessThan(2_000);
  }, 20_000);
});

describe('what somebody else holds locked', () => {
  it('is waited for as long as a request may, and then is a 503 that says so', async () => {
    const made = await district.admin
      .post('/sites')
      .send({ code: 'L1', name: 'Lime', type: 'office' })
      .expect(201);
    const { id } = made.body as { id: string };
    const writer = app.source.createQueryRunner();
    try {
      await writer.startTransaction();
      await writer.query(`SELECT 1 FROM sites WHERE district_id = $1 AND id = $2 FOR UPDATE`, [
        district.id,
        id,
      ]);
      const answer = await district.admin.patch(`/sites/${id}`).set('if-match', '*').send({ name: 'Lemon' });
      expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([
        503,
        'RECORD_IN_USE',
        '5',
      ]);
    } finally {
      await writer.rollbackTransaction();
      await writer.release();
    }
    await district.admin.patch(`/sites/${id}`).set('if-match', '*').send({ name: 'Lemon' }).expect(200);
  }, 30_000);
});

describe('the limits of a connection', () => {
  it('are those of what is under way, also on a connection that had others before', async () => {
    const source = app.get(DataSource);
    const limits = async (): Promise<unknown> =>
      source.query(
        `SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
                current_setting('idle_in_transaction_session_timeout') AS idle`,
      );
    const expected = {
      request: ['30s', '10s', '30s'],
      fold: ['5min', '1min', '1min'],
      job: ['15min', '1min', '10min'],
    };
    for (const kind of ['request', 'job', 'fold', 'request'] as const) {
      const [statement, lock, idle] = expected[kind];
      expect(await workAs(kind, limits)).toEqual([{ statement, lock, idle }]);
    }
    expect(Object.keys(WORK_LIMITS).toSorted()).toEqual(['fold', 'job', 'request', 'sign-in', 'stream']);
  });

  it('stop a statement that takes too long, and leave the connection fit for use', async () => {
    await expect(app.get(SignInPool).query('SELECT pg_sleep(20)')).rejects.toMatchObject({ code: '57014' });
    expect(await app.get(SignInPool).query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  }, 20_000);
});

describe('a connection that is cut while somebody has it and listens to nothing', () => {
  it('leaves the process alone, refuses what is asked next, and is replaced', async () => {
    const pool = app.get(SignInPool)['pool'];
    const cut = await pool.connect();
    const { rows } = await cut.query<{ pid: number }>(`SELECT pg_backend_pid() AS pid`);
    // Not Node's `once`, which would listen to errors too.
    const ended = new Promise<void>((resolve) => cut.once('end', resolve));
    await app.source.query(`SELECT pg_terminate_backend($1)`, [rows[0]?.pid]);
    await ended;
    await expect(cut.query('SELECT 1')).rejects.toThrow('not queryable');
    cut.release();
    const next = await Promise.all([pool.connect(), pool.connect()]);
    for (const client of next) {
      await client.query('SELECT 1');
      client.release();
    }
  });
});

describe('code inside a transaction that asks for another connection', () => {
  const inside = (work: () => Promise<unknown>): Promise<unknown> =>
    app.get(Transactions).run(async (tx) => {
      await tx.query('SELECT 1');
      return work();
    });
  const source = (): DataSource => app.get(DataSource);

  it.each<[string, () => Promise<unknown>, RegExp]>([
    ['by a statement', () => source().query('SELECT 42 AS answer'), /SELECT 42 AS answer/],
    ['by the manager', () => source().manager.query('SELECT 43'), /SELECT 43/],
    ['by another transaction', () => app.get(Transactions).run(async () => 1), /START TRANSACTION/],
    ['by a connection of its own', () => source().createQueryRunner().connect(), /pool "main"/],
    ['of the sign-in pool', () => app.get(SignInPool).query('SELECT 1'), /pool "sign-in"/],
    ['of the streams', () => app.get(StreamPool).rows({ accountId: null }, 'SELECT 1', []), /pool "streams"/],
  ])('%s fails at once and says what it asked for', async (_, work, message) => {
    const failed = await inside(work).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failed).toBeInstanceOf(SecondConnection);
    expect(String(failed)).toMatch(message);
  });

  it('is free to ask after the commit, and so is what goes on after the transaction has ended', async () => {
    const answers: unknown[] = [];
    let late: Promise<unknown> = Promise.resolve();
    await app.get(Transactions).run(async (tx) => {
      app
        .get(Transactions)
        .afterCommit(tx, async () => void answers.push(await source().query('SELECT 1 AS n')));
      late = new Promise((resolve) => setTimeout(resolve, 200)).then(() => source().query('SELECT 2 AS n'));
    });
    answers.push(await late);
    expect(answers).toEqual([[{ n: 1 }], [{ n: 2 }]]);
  });
});
