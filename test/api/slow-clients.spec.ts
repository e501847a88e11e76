import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type TestApp, testApp, type TestDistrict, type TestUser } from '../support/app.js';
import { addSites, devicesCsv, load, numbered } from '../support/imports.js';
import { WORLD_PASSWORD } from '../support/district-world.js';

/** Half a minute in earnest. */
const PATIENCE_MS = 2_000;
/** Enough that no socket holds all of it. */
const DEVICES = 6_000;
const READERS = 50;

let app: TestApp;
let district: TestDistrict;
const sockets: Socket[] = [];

beforeAll(async () => {
  app = await testApp({ ROLE: 'all' }, undefined, PATIENCE_MS);
  district = await app.district();
});

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

afterAll(() => app.close());

async function asOwner(statements: string[]): Promise<void> {
  const owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  for (const statement of statements) await owner.query(statement);
  await owner.end();
}

async function open(): Promise<Socket> {
  const { port } = new URL(app.url);
  const socket = connect(Number(port), '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

function headOf(user: TestUser, method: string, path: string, more: string[] = []): string {
  const lines = [
    `${method} /api/v1${path} HTTP/1.1`,
    'host: x',
    `authorization: Bearer ${user.token}`,
    ...more,
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** Everything that comes until the other side closes, and how long that took. */
async function answerOf(socket: Socket): Promise<{ text: string; ms: number }> {
  const since = Date.now();
  let text = '';
  socket.on('data', (data: Buffer) => (text += data.toString()));
  await once(socket, 'close');
  return { text, ms: Date.now() - since };
}

/** Sends a text a few characters at a time for as long as it is taken. */
async function trickle(socket: Socket, text: string, everyMs: number): Promise<void> {
  for (const char of text) {
    if (!socket.writable) return;
    socket.write(char);
    await sleep(everyMs);
  }
}

describe('a caller whose request trickles in', () => {
  it.each([
    ['headers', () => headOf(district.admin, 'GET', '/sites')],
    [
      'a JSON body',
      () =>
        headOf(district.admin, 'POST', '/sites', ['content-type: application/json', 'content-length: 500']) +
        '{"code": "',
    ],
  ])('is told after the limit that its %s came too slowly', async (what, text) => {
    const socket = await open();
    const answer = answerOf(socket);
    const start = what === 'headers' ? 5 : text().length;
    socket.write(text().slice(0, start));
    void trickle(socket, text().slice(start) + 'A'.repeat(400), 50);
    const { text: got, ms } = await answer;
    expect(got).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(got).toMatch(/content-type: application\/problem\+json/);
    expect(got).toMatch(/"code":"REQUEST_TOO_SLOW"/);
    expect(ms).toBeGreaterThan(PATIENCE_MS * 0.9);
    expect(ms).toBeLessThan(PATIENCE_MS * 2 + 1_000);
  });

  it('is cut off too when it sends nothing at all', async () => {
    const { text, ms } = await answerOf(await open());
    expect(text).toMatch(/^HTTP\/1\.1 408/);
    expect(ms).toBeLessThan(PATIENCE_MS * 2 + 1_000);
  });

  const file = `Site code,Name,Type\r\nZ1,Zinnia,office\r\n`;
  const parts = `--b\r\ncontent-disposition: form-data; name="kind"\r\n\r\nsites\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="s.csv"\r\ncontent-type: text/csv\r\n\r\n${file}\r\n--b--\r\n`;
  const upload = (): string =>
    headOf(district.admin, 'POST', '/imports', [
      'content-type: multipart/form-data; boundary=b',
      `content-length: ${parts.length}`,
      'connection: close',
    ]);

  it('may take much longer with a file, as long as the file comes on', async () => {
    const socket = await open();
    const answer = answerOf(socket);
    socket.write(upload());
    const pause = (PATIENCE_MS * 2.5) / parts.length;
    void trickle(socket, parts, pause);
    const { text, ms } = await answer;
    expect(ms).toBeGreaterThan(PATIENCE_MS * 2);
    expect(text).toMatch(/^HTTP\/1\.1 (201|202) /);
  });

  it('is cut off with a file that stops in the middle', async () => {
    const socket = await open();
    const answer = answerOf(socket);
    socket.write(upload() + parts.slice(0, 120));
    const { text, ms } = await answer;
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    expect(ms).toBeLessThan(PATIENCE_MS * 2 + 1_000);
  });
});

describe('fifty readers that stop reading', () => {
  let readers: TestUser[];

  beforeAll(async () => {
    await addSites(district, ['A1']);
    const { state } = await load(app, district.admin, devicesCsv(numbered(DEVICES)));
    expect(state).toBe('committed');
    // Rows that are long enough, without an import of a million of them.
    // What does not compress, so that a workbook is long too.
    const noise = (of: string): string =>
      `(SELECT string_agg(md5(n || ${of}::text), '') FROM generate_series(1, 60) n)`;
    await asOwner([
      `UPDATE devices SET notes = ${noise('id')}`,
      `ALTER TABLE device_models DROP CONSTRAINT IF EXISTS device_models_name_length`,
      `UPDATE device_models SET name = ${noise('id')}`,
    ]);
    readers = await Promise.all(Array.from({ length: READERS / 2 }, () => app.user(district, 'admin')));
  }, 120_000);

  /** Asks, and takes nothing after the first line. Status 0 is a connection that closed without a word. */
  async function ask(
    user: TestUser,
    path: string,
    accepts = 'identity',
  ): Promise<{ socket: Socket; status: Promise<number> }> {
    const socket = await open();
    socket.write(headOf(user, 'GET', path, ['connection: close', `accept-encoding: ${accepts}`]));
    const status = new Promise<number>((resolve) => {
      socket.once('readable', () => resolve(Number(String(socket.read(12)).slice(9))));
      socket.once('close', () => resolve(0));
    });
    return { socket, status };
  }

  const streamsInUse = async (): Promise<number> => {
    const [row] = await app.source.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'rollcall streams' AND xact_start IS NOT NULL`,
    );
    return row?.n ?? 0;
  };

  /** How many are left once those that were ended a moment ago have gone. */
  async function untilStreamsEnd(): Promise<number> {
    for (const until = Date.now() + 2_000; (await streamsInUse()) > 0 && Date.now() < until;) await sleep(50);
    return streamsInUse();
  }

  it('hold up nobody else, and are cut off with their connections when their time is over', async () => {
    const asked = await Promise.all(
      readers.flatMap((user, i) => [
        // What is compressed on its way is held up behind the compression.
        ask(user, '/devices/export/csv', i % 2 ? 'br' : 'identity'),
        ask(user, i % 2 ? '/field/devices' : '/devices/export/xlsx'),
      ]),
    );
    expect(asked).toHaveLength(READERS);
    for (const until = Date.now() + 10_000; (await streamsInUse()) < 8 && Date.now() < until;)
      await sleep(20);
    expect(await streamsInUse()).toBe(8);
    // Whoever had to wait behind the readers would get 503 after five seconds.
    await district.admin.get('/devices?limit=1').expect(200);
    await district.admin
      .post('/sites')
      .send({ code: `S${Date.now()}`, name: 'Sage', type: 'office' })
      .expect(201);
    await app.http.get('/health/ready').expect(200);
    await app.http
      .post('/api/v1/session')
      .send({ email: 'x@test.example', password: WORLD_PASSWORD })
      .expect(401);
    const statuses = await Promise.all(asked.map(({ status }) => status));
    // Some stop at the first connections, some at those that were cut off, and the rest had waited long enough.
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(8);
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    const begun = asked.filter((_, i) => statuses[i] === 200);
    // Nobody takes anything until all are cut off, also those that began when the first were.
    for (const until = Date.now() + 20_000; (await streamsInUse()) > 0 && Date.now() < until;)
      await sleep(50);
    expect(await streamsInUse()).toBe(0);
    const whole = await Promise.all(begun.map(({ socket }) => comesWhole(socket)));
    expect(whole.filter(Boolean)).toEqual([]);
    expect(await untilStreamsEnd()).toBe(0);
    const { text } = await district.admin.get('/devices/export/csv').buffer(true).expect(200);
    expect(text.split('\r\n').length).toBeGreaterThan(DEVICES);
  }, 60_000);

  /** Takes what is still on its way, and answers whether that is all of the answer. */
  async function comesWhole(socket: Socket): Promise<boolean> {
    if (socket.destroyed) return false;
    let end = '';
    socket.on('data', (data: Buffer) => (end = (end + data.toString('latin1')).slice(-5)));
    socket.resume();
    await once(socket, 'close');
    return end === '0\r\n\r\n';
  }

  it('are cut off after the limit, not after twice as long, also behind another request', async () => {
    const [, , user] = readers as [TestUser, TestUser, TestUser];
    const socket = await open();
    const first = headOf(user, 'GET', '/sites');
    socket.write(first + headOf(user, 'GET', '/devices/export/csv', ['connection: close']));
    await once(socket, 'readable');
    for (const until = Date.now() + 3_000; (await streamsInUse()) === 0 && Date.now() < until;)
      await sleep(20);
    const since = Date.now();
    expect(await streamsInUse()).toBe(1);
    for (const until = since + 10_000; (await streamsInUse()) > 0 && Date.now() < until;) await sleep(20);
    expect(Date.now() - since).toBeGreaterThan(PATIENCE_MS * 0.75);
    expect(Date.now() - since).toBeLessThan(PATIENCE_MS * 1.8);
    expect(await comesWhole(socket)).toBe(false);
  }, 30_000);

  it('of one account are four at a time, and a place is free as soon as one of them goes away', async () => {
    const [user] = readers as [TestUser];
    const asked = await Promise.all(Array.from({ length: 6 }, () => ask(user, '/devices/export/csv')));
    const begun: { socket: Socket; status: number }[] = [];
    for (const { socket, status } of asked)
      void status.then((value) => begun.push({ socket, status: value }));
    await untilHas(begun, 4);
    await sleep(200);
    expect(begun.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    for (const { socket } of begun) socket.destroy();
    await untilHas(begun, 6);
    expect(begun.slice(4).map(({ status }) => status)).toEqual([200, 200]);
    for (const { socket } of asked) socket.destroy();
    expect(await untilStreamsEnd()).toBe(0);
    await user.get('/devices/export/csv').expect(200);
  }, 30_000);

  async function untilHas(list: unknown[], length: number): Promise<void> {
    for (const until = Date.now() + 5_000; list.length < length && Date.now() < until;) await sleep(10);
    expect(list).toHaveLength(length);
  }

  it('may take longer than the limit as long as they take something', async () => {
    const [, user] = readers as [TestUser, TestUser];
    const socket = await open();
    socket.write(headOf(user, 'GET', '/devices/export/csv', ['connection: close']));
    let bytes = 0;
    const since = Date.now();
    for await (const data of socket) {
      bytes += (data as Buffer).length;
      // Fast enough that the reader's window opens several times within the limit.
      if (Date.now() - since < PATIENCE_MS * 2) await sleep(40);
    }
    expect(Date.now() - since).toBeGreaterThan(PATIENCE_MS * 2);
    expect(bytes).toBeGreaterThan(DEVICES * 1_900);
  }, 30_000);
});
