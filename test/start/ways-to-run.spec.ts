import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import request from 'supertest';
import { prepare } from '../../scripts/prepare.mjs';
import { openEmbeddedPostgres } from '../../src/database/embedded/embedded-postgres.js';
import { until } from '../support/jobs.js';
import { describeWithRedis } from '../support/describe-with-redis.js';
import { RedisServer } from '../support/redis-server.js';
import { RollcallProcess } from '../support/rollcall-process.js';
import { asAdmin } from '../support/test-database.js';

const SITES = 'src/cli/demo/irvine-sites-2025-26.csv';
const PASSWORD = 'correct horse battery';

/** One of the README's ways to run: the settings of its processes, and how to reach its database and clean up. */
interface Way {
  processes: Record<string, string>[];
  query(sql: string): Promise<unknown>;
  remove(): Promise<void>;
}

async function embedded(): Promise<Way> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rollcall-way-'));
  await chmod(dataDir, 0o711);
  return {
    processes: [{ ROLLCALL_DATA: dataDir }],
    query: async (sql) => {
      const server = await openEmbeddedPostgres({ dataDir, log: () => undefined });
      try {
        await ask(server.ownerUrl, sql);
      } finally {
        await server.release();
      }
    },
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}

/** A database as the README has an administrator make one, for one user or for two. */
async function ownServer(users: 'one' | 'two'): Promise<Way> {
  const name = `way_${randomBytes(4).toString('hex')}`;
  const web = `${name}_web`;
  await asAdmin(async (admin) => {
    await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD 'secret'`);
    if (users === 'one') await admin.query(`GRANT rollcall_app TO ${name}`);
    else await admin.query(`CREATE ROLE ${web} LOGIN PASSWORD 'secret' IN ROLE rollcall_app`);
    await admin.query(`CREATE DATABASE ${name} OWNER ${name}`);
  });
  const address = (user: string): string => {
    const url = new URL(process.env['TEST_ADMIN_URL'] ?? '');
    Object.assign(url, { username: user, password: 'secret', pathname: `/${name}` });
    return url.toString();
  };
  return {
    processes: [
      users === 'one'
        ? { DATABASE_URL: address(name) }
        : { DATABASE_URL: address(web), DATABASE_OWNER_URL: address(name) },
    ],
    query: (sql) => ask(address(name), sql),
    remove: () =>
      asAdmin(async (admin) => {
        await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
        await admin.query(`DROP ROLE IF EXISTS ${web}, ${name}`);
      }),
  };
}

async function withRedis(): Promise<Way> {
  const [redis, way] = [await RedisServer.start(), await ownServer('one')];
  return {
    ...way,
    processes: way.processes.map((env) => ({ ...env, REDIS_URL: redis.url })),
    remove: async () => {
      await redis.remove();
      await way.remove();
    },
  };
}

async function withSeparateWorker(): Promise<Way> {
  const way = await ownServer('one');
  const [env] = way.processes;
  return { ...way, processes: ['api', 'worker'].map((ROLE) => ({ ...env, ROLE })) };
}

async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** From the set-up link to somebody with a token. */
async function setUp(server: RollcallProcess): Promise<request.Agent> {
  const link = new URL(await server.setUpLink());
  const email = 'admin@way.example';
  await request(link.origin)
    .post(`/api/v1${link.pathname}`)
    .send({
      district: { name: 'Way', slug: 'way', timeZone: 'America/Los_Angeles' },
      account: { email, name: 'Admin', password: PASSWORD },
    })
    .expect(201);
  const agent = request.agent(link.origin);
  await agent.post('/api/v1/session').send({ email, password: PASSWORD }).expect(204);
  const { body } = await agent.post('/api/v1/tokens').send({ name: 'way' }).expect(201);
  return request.agent(link.origin).auth((body as { token: string }).token, { type: 'bearer' });
}

async function importsAFile(admin: request.Agent): Promise<void> {
  const upload = admin.post('/api/v1/imports').field('kind', 'sites').field('mode', 'commit');
  const { body } = await upload.attach('file', SITES).expect(202);
  const { job: made } = body as { job: { id: string } };
  const job = await until(30, async () => {
    const answer = await admin.get(`/api/v1/jobs/${made.id}`).expect(200);
    const { state } = answer.body as { state: string };
    return state === 'queued' || state === 'running' ? undefined : state;
  });
  expect(job).toBe('done');
}

async function makesAScheduledReport(admin: request.Agent, way: Way): Promise<void> {
  const report = { name: 'Daily', kind: 'counts', schedule: { every: 'day', at: '06:00' } };
  const { body } = await admin.post('/api/v1/reports').send(report).expect(201);
  await way.query(`UPDATE saved_reports SET next_run_at = now()`);
  const output = await until(30, async () => {
    const answer = await admin.get(`/api/v1/reports/${(body as { id: string }).id}/outputs`).expect(200);
    const [first] = (answer.body as { items: { state: string; dueAt: string | null }[] }).items;
    return first?.state === 'making' ? undefined : first;
  });
  expect(output).toMatchObject({ state: 'made', dueAt: expect.any(String) });
}

beforeAll(() => prepare(() => undefined), 300_000);

for (const { name, begin, describeIt } of [
  { name: 'with the embedded database', begin: embedded, describeIt: describe },
  { name: 'on a server of its own with one user', begin: () => ownServer('one'), describeIt: describe },
  { name: 'on a server of its own with two users', begin: () => ownServer('two'), describeIt: describe },
  { name: 'with Redis', begin: withRedis, describeIt: describeWithRedis },
  { name: 'with a separate worker', begin: withSeparateWorker, describeIt: describe },
])
  describeIt(`Rollcall ${name}`, () => {
    it('starts ready, ends an import and a scheduled report, and stops', async () => {
      const way = await begin();
      const processes: RollcallProcess[] = [];
      try {
        for (const env of way.processes) processes.push(new RollcallProcess(env));
        const [server] = processes as [RollcallProcess];
        const url = await server.ready();
        const admin = await setUp(server);
        await importsAFile(admin);
        await makesAScheduledReport(admin, way);
        const ready = await request(url).get('/health/ready').expect(200);
        expect(ready.body).toMatchObject({ status: 'ok', details: { queue: { status: 'up' } } });
        const ends = await Promise.all(processes.map((child) => child.stop()));
        expect(ends).toEqual(processes.map(() => 0));
      } finally {
        await Promise.all(processes.map((child) => child.stop()));
        await way.remove();
      }
    }, 120_000);
  });
