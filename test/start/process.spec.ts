import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import request, { type Response } from 'supertest';
import { prepare } from '../../scripts/prepare.mjs';
import { RouteNeeds } from '../../src/access/routes/route-needs.js';
import { testApp } from '../support/app.js';
import { RollcallProcess } from '../support/rollcall-process.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** DESIGN section 15; an operator's supervisor kills soon after. */
const STOPS_WITHIN_MS = 10_000;

const started: RollcallProcess[] = [];
let database: TestDatabase;

/** Starts the built process on the test's database. */
function start(env: Record<string, string> = {}): RollcallProcess {
  const child = new RollcallProcess({
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    ...env,
  });
  started.push(child);
  return child;
}

beforeAll(async () => {
  await prepare(() => undefined);
  database = await createTestDatabase();
}, 300_000);

afterEach(async () => {
  await Promise.all(started.splice(0).map((child) => child.stop()));
});

afterAll(() => database.drop());

describe('the process', () => {
  it('starts a database of its own, prints the set-up link once, and documents every route', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rollcall-process-'));
    await chmod(folder, 0o711);
    const child = new RollcallProcess({ ROLLCALL_DATA: folder });
    const app = await testApp({ ROLE: 'api' });
    try {
      const http = request(await child.ready());
      await http.get('/health/ready').expect(200);
      const link = await child.setUpLink();
      const { pathname } = new URL(link);
      await http.get(pathname).expect(200).expect('content-type', /html/);
      await http.get(`/api/v1${pathname}`).expect(200).expect('content-type', /json/);
      expect(child.stdout).not.toContain(link.split('/').at(-1));
      expectDocumented(
        (await http.get('/api/openapi.json').expect(200)).body as Documents,
        app.get(RouteNeeds),
      );
      await http.get('/api/docs').expect(200);
      expect(await child.stop()).toBe(0);
    } finally {
      await child.stop();
      await app.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('lists every bad setting, and does not start', async () => {
    const child = start({ PORT: 'x', ROLE: 'king', REDIS_URL: 'http://user:hunter2@queue' });
    expect(await child.ended()).toBe(1);
    for (const name of ['PORT', 'ROLE', 'REDIS_URL']) expect(child.stderr).toContain(`- ${name} must be`);
    expect(child.stderr + child.stdout).not.toMatch(/hunter2|\.ts:|\.js:/);
  });

  it('says what is wrong when its port is taken, and ends', async () => {
    const first = start({ ROLE: 'api' });
    const { port } = new URL(await first.ready());
    const second = start({ ROLE: 'api', PORT: port });
    expect(await second.ended()).toBe(1);
    expect(second.stderr).toMatch(new RegExp(`EADDRINUSE.*${port}`));
  });

  it.each(['api', 'worker', 'all'])('starts and stops as %s', async (ROLE) => {
    const child = start({ ROLE });
    await child.says(ROLE === 'worker' ? 'working' : 'ready');
    await child.stop();
    expect(child.lines.at(-1)).toMatchObject({ msg: 'stopped' });
    expect(await child.ended()).toBe(0);
  });

  it('stops by SIGINT as by SIGTERM, and once, however often it is told', async () => {
    const child = start();
    await child.ready();
    for (const name of ['SIGINT', 'SIGTERM', 'SIGINT'] as const) child.signal(name);
    expect(await child.ended()).toBe(0);
    expect(child.lines.filter(({ msg }) => msg === 'stopping')).toHaveLength(1);
  });
});

describe('a process that is told to stop while it answers', () => {
  let blocker: pg.Client;

  beforeEach(async () => {
    blocker = new pg.Client({ connectionString: database.ownerUrl });
    await blocker.connect();
  });

  afterEach(() => blocker.end());

  /** Sends a request that waits for as long as we like. */
  async function askSlowly(url: string): Promise<{ answer: Promise<Response> }> {
    await blocker.query('BEGIN; LOCK TABLE setup_links IN ACCESS EXCLUSIVE MODE');
    const answer = request(url).get('/api/v1/setup/no-such-secret').then();
    // Looked at later, and until then not an unhandled rejection.
    answer.catch(() => undefined);
    for (;;) {
      const { rowCount } = await blocker.query(
        `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'setup_links'::regclass`,
      );
      if (rowCount) return { answer };
    }
  }

  /** Waits until nobody listens any more. */
  async function refuses(url: string): Promise<void> {
    for (;;) {
      try {
        await request(url).get('/health/live');
      } catch (error) {
        // Reset: it was in the queue of the port when that was closed.
        expect(String(error)).toMatch(/ECONNREFUSED|ECONNRESET/);
        return;
      }
    }
  }

  it('answers what is under way, takes nothing new, and ends well', async () => {
    const child = start();
    const url = await child.ready();
    const { answer } = await askSlowly(url);
    child.signal('SIGTERM');
    await child.says('stopping');
    await refuses(url);
    await blocker.query('COMMIT');
    expect((await answer).status).toBe(403);
    expect(await child.ended()).toBe(0);
  });

  it('cuts off what will not end, and is gone within ten seconds', async () => {
    const child = start();
    const { answer } = await askSlowly(await child.ready());
    const told = Date.now();
    child.signal('SIGTERM');
    expect(await child.ended()).toBe(0);
    expect(Date.now() - told).toBeLessThan(STOPS_WITHIN_MS);
    await expect(answer).rejects.toThrow(/hang up|ECONNRESET/);
  });
});

interface Documents {
  paths: Record<string, Record<string, { security?: unknown }>>;
  components: { schemas: Record<string, { properties?: Record<string, object> }> };
}

/** Every route by its method, and every field of every body with its type. */
function expectDocumented(documents: Documents, needs: RouteNeeds): void {
  const told = Object.entries(documents.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
  );
  const routes = needs
    .list()
    .filter(({ handler }) => !handler.startsWith('OperationsController'))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  expect(told.toSorted()).toEqual(routes.toSorted());
  const untyped = Object.entries(documents.components.schemas).flatMap(([name, { properties = {} }]) =>
    Object.entries(properties)
      .filter(([, property]) => !['type', '$ref', 'allOf', 'oneOf', 'anyOf'].some((word) => word in property))
      .map(([field]) => `${name}.${field}`),
  );
  // Of these the document says what they are, and anything can be in them.
  expect(untyped.toSorted()).toEqual([
    'EventView.details',
    'JobView.problem',
    'JobView.result',
    'NamedClash.mine',
    'NamedClash.theirs',
  ]);
}
