import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import request from 'supertest';
import { prepare } from '../../scripts/prepare.mjs';
import { type TestApp, testApp, type TestDistrict } from '../support/app.js';
import { CuttableLine } from '../support/cuttable-line.js';
import { addSites, devicesCsv, load, numbered } from '../support/imports.js';
import { RollcallProcess } from '../support/rollcall-process.js';

/** DESIGN section 15; an operator's supervisor kills soon after. */
const STOPS_WITHIN_MS = 10_000;
const DEVICES = 2_000;
/** An endless loop in the main thread, from a signal on. The log is JSON lines, so that its word is one too. */
const BUSY_ON_SIGUSR2 = `--import data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs'; process.on('SIGUSR2', () => { writeSync(1, '{"msg":"busy"}\\n'); for (;;); })`,
)}`;

let app: TestApp;
let district: TestDistrict;
const started: RollcallProcess[] = [];
const sockets: Socket[] = [];

beforeAll(async () => {
  await prepare(() => undefined);
  app = await testApp({});
  district = await app.district();
  await addSites(district, ['A1']);
  const { state } = await load(app, district.admin, devicesCsv(numbered(DEVICES)));
  expect(state).toBe('committed');
  await app.source.query(
    `UPDATE devices SET notes = (SELECT string_agg(md5(n || id::text), '') FROM generate_series(1, 180) n)
      WHERE district_id = $1`,
    [district.id],
  );
}, 300_000);

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(started.splice(0).map((child) => child.stop()));
});

afterAll(() => app.close());

function start(env: Record<string, string> = {}): RollcallProcess {
  const child = new RollcallProcess({
    DATABASE_URL: app.database.appUrl,
    DATABASE_OWNER_URL: app.database.ownerUrl,
    ROLE: 'api',
    ...env,
  });
  started.push(child);
  return child;
}

/** Tells it to stop, and answers how that went. */
async function stopOf(
  child: RollcallProcess,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<{ code: unknown; ms: number; last: unknown; said: string[] }> {
  const since = Date.now();
  child.signal(signal);
  const code = await child.ended();
  return { code, ms: Date.now() - since, last: child.lines.at(-1), said: child.lines.map(({ msg }) => msg) };
}

async function untilWaiting(count: number): Promise<void> {
  for (const until = Date.now() + 20_000; Date.now() < until; await sleep(50)) {
    const [row] = await app.source.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if ((row?.n ?? 0) >= count) return;
  }
  throw new Error(`there were never ${count} statements waiting for a lock`);
}

const bearer = (): string => `Bearer ${district.admin.token}`;

describe('a process that is told to stop', () => {
  it('under load ends in order and in time', async () => {
    const child = start();
    const url = await child.ready();
    let isOver = false;
    const asking = Array.from({ length: 30 }, async () => {
      while (!isOver)
        await request(url)
          .get('/api/v1/devices?limit=50')
          .set('authorization', bearer())
          .then(
            () => undefined,
            () => sleep(20),
          );
    });
    await sleep(1_000);
    const { code, ms, last } = await stopOf(child);
    isOver = true;
    await Promise.all(asking);
    expect([code, last]).toEqual([0, expect.objectContaining({ msg: 'stopped' })]);
    expect(ms).toBeLessThan(STOPS_WITHIN_MS);
  });

  it('ends as soon as the last request does, also on a connection that is kept alive', async () => {
    const child = start();
    const url = await child.ready();
    const writer = new pg.Client({ connectionString: app.database.ownerUrl });
    await writer.connect();
    try {
      await writer.query('BEGIN; LOCK TABLE sites IN ACCESS EXCLUSIVE MODE');
      const answer = fetch(`${url}/api/v1/sites`, { headers: { authorization: bearer() } });
      await untilWaiting(1);
      const stopped = stopOf(child);
      await sleep(1_000);
      await writer.query('COMMIT');
      expect((await answer).status).toBe(200);
      const { code, ms, last } = await stopped;
      expect([code, last]).toEqual([0, expect.objectContaining({ msg: 'stopped' })]);
      expect(last).not.toHaveProperty('cut');
      expect(ms).toBeLessThan(5_000);
    } finally {
      await writer.end();
    }
  }, 60_000);

  it('with transactions that wait for a lock cuts them off, and says how many', async () => {
    const child = start();
    const url = await child.ready();
    const writer = new pg.Client({ connectionString: app.database.ownerUrl });
    await writer.connect();
    try {
      await writer.query('BEGIN; LOCK TABLE sites IN SHARE ROW EXCLUSIVE MODE');
      // So late that none of them has reached the limit of its lock when the process has to be gone.
      const asked = Array.from({ length: 20 }, (_, i) =>
        request(url)
          .post('/api/v1/sites')
          .set('authorization', bearer())
          .send({ code: `L${i}`, name: `Lime ${i}`, type: 'office' })
          .then(
            ({ status }) => status,
            () => 'cut off',
          ),
      );
      await untilWaiting(10);
      const { code, ms, said } = await stopOf(child);
      expect(ms).toBeLessThan(STOPS_WITHIN_MS);
      expect([code, said.at(-1)]).toEqual([0, 'stopped']);
      expect(child.lines.find(({ msg }) => msg === 'cutting off what did not end in time')).toMatchObject({
        cut: { requests: 10, connections: { main: 10 } },
      });
      // Ten held a connection, and ten waited for one for five seconds.
      expect((await Promise.all(asked)).toSorted()).toEqual([
        ...Array.from({ length: 10 }, () => 503),
        ...Array.from({ length: 10 }, () => 'cut off'),
      ]);
    } finally {
      await writer.end();
    }
  }, 60_000);

  it('with readers that have stopped reading cuts them off', async () => {
    const child = start();
    const { port } = new URL(await child.ready());
    for (let i = 0; i < 4; i++) {
      const socket = connect(Number(port), '127.0.0.1');
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.write(
        `GET /api/v1/devices/export/csv HTTP/1.1\r\nhost: x\r\nauthorization: ${bearer()}\r\n\r\n`,
      );
    }
    await sleep(2_000);
    const { code, ms, said } = await stopOf(child);
    expect(ms).toBeLessThan(STOPS_WITHIN_MS);
    expect([code, said.at(-1)]).toEqual([0, 'stopped']);
    expect(child.lines.find(({ msg }) => msg === 'cutting off what did not end in time')).toMatchObject({
      cut: { requests: 4 },
    });
  });

  it('as api or as all whose database does not answer any more is gone in time', async () => {
    // Both wait for as long as they may, so they do it at the same time.
    const stops = ['api', 'all'].map(async (ROLE) => {
      const line = new CuttableLine(new URL(app.database.appUrl));
      const child = start({ DATABASE_URL: await line.open(), ROLE });
      const url = await child.ready();
      await request(url).get('/api/v1/sites').set('authorization', bearer()).expect(200);
      line.freeze();
      const asked = Promise.allSettled(
        Array.from({ length: 15 }, () => request(url).get('/api/v1/sites').set('authorization', bearer())),
      );
      await sleep(300);
      const { code, ms, said } = await stopOf(child);
      await line.cut();
      await asked;
      expect([ROLE, ms < STOPS_WITHIN_MS]).toEqual([ROLE, true]);
      expect([0, 1]).toContain(code);
      expect(said.join('\n')).toMatch(/^stopped/m);
      expect(said).toContain('cutting off what did not end in time');
    });
    await Promise.all(stops);
  }, 60_000);

  it('by SIGTERM or by SIGINT while its event loop is busy forever is killed in time, and says so', async () => {
    const stops = (['SIGTERM', 'SIGINT'] as const).map(async (signal) => {
      const child = start({ NODE_OPTIONS: BUSY_ON_SIGUSR2 });
      await child.ready();
      child.signal('SIGUSR2');
      await child.says('busy');
      const { ms, said } = await stopOf(child, signal);
      expect([signal, ms < STOPS_WITHIN_MS]).toEqual([signal, true]);
      expect(said.at(-1)).toBe('killed: the process was too busy to stop');
    });
    await Promise.all(stops);
  }, 60_000);

  it('in the middle of an import gives it back, and another process ends it', async () => {
    const child = start({ ROLE: 'all' });
    const url = await child.ready();
    const quiet = await app.district();
    await addSites(quiet, ['A1']);
    const { body } = await request(url)
      .post('/api/v1/imports')
      .set('authorization', `Bearer ${quiet.admin.token}`)
      .field('kind', 'devices')
      .field('mode', 'commit')
      .attach('file', Buffer.from(devicesCsv(numbered(DEVICES * 2))), 'devices.csv')
      .expect(202);
    const { id } = body as { id: string };
    const { code, ms } = await stopOf(child);
    expect(ms).toBeLessThan(STOPS_WITHIN_MS);
    expect(code).toBe(0);
    for (const until = Date.now() + 90_000; Date.now() < until; await sleep(250)) {
      const { body: view } = await quiet.admin.get(`/imports/${id}`).expect(200);
      if ((view as { state: string }).state === 'committed') return;
    }
    throw new Error('nobody ended the import');
  }, 150_000);
});
