import pg from 'pg';
import request from 'supertest';
import { prepare } from '../../scripts/prepare.mjs';
import { until } from '../support/jobs.js';
import { RollcallProcess } from '../support/rollcall-process.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let owner: pg.Client;
const started: RollcallProcess[] = [];

function start(env: Record<string, string>): RollcallProcess {
  const addresses = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
  const child = new RollcallProcess({ ...addresses, ...env });
  started.push(child);
  return child;
}

beforeAll(async () => {
  await prepare(() => undefined);
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
}, 300_000);

afterAll(async () => {
  await Promise.all(started.map((child) => child.stop()));
  await owner.end();
  await database.drop();
});

describe('a worker with HEALTH_PORT', () => {
  it('says whether it lives, how its queue is, and what it measured, and serves nothing else', async () => {
    const worker = start({ ROLE: 'worker', HEALTH_PORT: '0' });
    const { url = '' } = await worker.says('answering health checks');
    await worker.says('working');
    const http = request(url);
    const becomes = (status: string): Promise<object> =>
      until(40, async () => {
        const { body } = await http.get('/health/ready').expect(200);
        return (body as { status: string }).status === status ? (body as object) : undefined;
      });

    expect(await becomes('ok')).toMatchObject({ details: { queue: { status: 'up' } } });
    await owner.query(`ALTER SCHEMA bullmq RENAME TO moved_away`);
    expect(await becomes('degraded')).toMatchObject({
      details: { database: { status: 'up' }, queue: { status: 'down', message: expect.any(String) } },
    });
    await owner.query(`ALTER SCHEMA moved_away RENAME TO bullmq`);
    await becomes('ok');

    await http.get('/health/live').expect(200, { status: 'ok' });
    await http.get('/metrics?any').expect(200, /database_pool_wait_seconds/);
    for (const path of ['/', '/api/v1/session', '/api/docs', '/health', '/metrics/', '//metrics'])
      await http.get(path).expect(404);
    await http.post('/health/live').expect(405);
    expect(await worker.stop()).toBe(0);
  }, 90_000);

  it('does not start where that port is taken, and says so', async () => {
    const first = start({ ROLE: 'api', HEALTH_PORT: '0' });
    const { url = '' } = await first.says('answering health checks');
    const second = start({ ROLE: 'worker', HEALTH_PORT: new URL(url).port });
    expect(await second.ended()).toBe(1);
    expect(second.stderr).toMatch(/EADDRINUSE/);
  });
});
