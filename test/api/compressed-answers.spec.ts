import { once } from 'node:events';
import { request as send } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type TestApp, testApp, type TestDistrict } from '../support/app.js';
import { addSites, devicesCsv, load, numbered } from '../support/imports.js';

/** Enough that a file of them is streamed in many pieces, and that no socket holds all of it. */
const DEVICES = 6_000;

let app: TestApp;
let district: TestDistrict;

beforeAll(async () => {
  app = await testApp();
  district = await app.district();
  await addSites(district, ['A1']);
  const { state } = await load(app, district.admin, devicesCsv(numbered(DEVICES)));
  expect(state).toBe('committed');
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** As it came over the wire. */
  bytes: Buffer;
}

/** Asks without anything that unpacks the answer by itself. */
async function ask(
  path: string,
  accepts: string | undefined,
  { method = 'GET', body }: { method?: string; body?: object } = {},
): Promise<Answer> {
  const asked = send(`${app.url}${path}`, {
    method,
    agent: false,
    headers: {
      authorization: `Bearer ${district.admin.token}`,
      ...(accepts !== undefined && { 'accept-encoding': accepts }),
      ...(body && { 'content-type': 'application/json' }),
    },
  });
  asked.end(body && JSON.stringify(body));
  const [response] = (await once(asked, 'response')) as [import('node:http').IncomingMessage];
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece as Buffer);
  return { status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(pieces) };
}

/** What every browser says over HTTPS. */
const BROWSER = 'gzip, deflate, br, zstd';
const LIST = '/api/v1/devices?limit=200';

describe('an answer that is a text', () => {
  it.each([
    ['br', BROWSER, brotliDecompressSync],
    ['gzip', 'gzip, deflate', gunzipSync],
    ['gzip', 'br;q=0, gzip;q=0.5', gunzipSync],
  ])('comes as %s where the caller accepts %s', async (encoding, accepts, unpack) => {
    const plain = await ask(LIST, undefined);
    const packed = await ask(LIST, accepts);
    expect(packed.status).toBe(200);
    expect(packed.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
    expect(packed.headers['content-type']).toBe(plain.headers['content-type']);
    expect(unpack(packed.bytes).toString()).toBe(plain.bytes.toString());
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 5);
  });

  it.each([[undefined], ['identity'], ['br;q=0, gzip;q=0'], ['compress']])(
    'comes as it is where the caller accepts %s',
    async (accepts) => {
      const { headers, bytes } = await ask(LIST, accepts);
      expect(headers['content-encoding']).toBeUndefined();
      expect(JSON.parse(bytes.toString()).items).toHaveLength(200);
    },
  );

  it('is compressed piece by piece where it is a stream', async () => {
    const path = '/api/v1/devices/export/csv';
    const plain = await ask(path, undefined);
    const packed = await ask(path, BROWSER);
    expect(packed.headers).toMatchObject({ 'content-encoding': 'br', 'transfer-encoding': 'chunked' });
    expect(brotliDecompressSync(packed.bytes).equals(plain.bytes)).toBe(true);
    expect(plain.bytes.toString().split('\r\n').length).toBeGreaterThan(DEVICES);
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 5);
  });

  it('is compressed where it is a refusal that is long', async () => {
    const body = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`unknown${i}`, i]));
    const { status, headers, bytes } = await ask('/api/v1/devices', BROWSER, { method: 'POST', body });
    expect(status).toBe(400);
    expect(headers).toMatchObject({
      'content-type': expect.stringMatching(/^application\/problem\+json/),
      'content-encoding': 'br',
    });
    expect(JSON.parse(brotliDecompressSync(bytes).toString()).errors.length).toBeGreaterThan(49);
  });
});

describe('an answer that stays as it is', () => {
  it('is a small one, with its length', async () => {
    const { headers, bytes } = await ask('/api/v1/session', BROWSER);
    expect(headers).not.toHaveProperty('content-encoding');
    expect(headers['content-length']).toBe(String(bytes.length));
  });

  it('is a workbook, which is compressed already', async () => {
    const { headers, bytes } = await ask('/api/v1/devices/export/xlsx', BROWSER);
    expect(headers).not.toHaveProperty('content-encoding');
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('is a PDF file', async () => {
    const { body: list } = await district.admin.get('/devices?limit=60').expect(200);
    const ids = list.items.map(({ id }: { id: string }) => id);
    const body = { layout: 'avery-5160', devices: ids };
    const { status, headers, bytes } = await ask('/api/v1/labels', BROWSER, { method: 'POST', body });
    expect(status).toBe(200);
    expect(bytes.subarray(0, 4).toString()).toBe('%PDF');
    expect(bytes.length).toBeGreaterThan(1024);
    expect(headers).not.toHaveProperty('content-encoding');
  });

  it('is one with a secret beside what the caller said, however long', async () => {
    const body = { name: '𝒜'.repeat(100), scopes: Array.from({ length: 100 }, () => 'devices:read') };
    const { status, headers, bytes } = await ask('/api/v1/tokens', BROWSER, { method: 'POST', body });
    expect(status).toBe(201);
    expect(JSON.parse(bytes.toString())).toHaveProperty('token');
    expect(bytes.length).toBeGreaterThan(1024);
    expect(headers).not.toHaveProperty('content-encoding');
  });
});

it('keeps the ETag, which If-Match sends back', async () => {
  const { body } = await district.admin.get('/devices?limit=1').expect(200);
  const path = `/devices/${body.items[0].id}`;
  // Long enough to be compressed.
  const changed = await district.admin
    .patch(path)
    .set('if-match', '*')
    .send({ notes: 'n'.repeat(2000) })
    .expect(200);
  const { headers } = await ask(`/api/v1${path}`, BROWSER);
  expect(headers['content-encoding']).toBe('br');
  expect(headers['etag']).toBe(changed.headers['etag']);
  await district.admin
    .patch(path)
    .set('if-match', String(headers['etag']))
    .send({ notes: 'short' })
    .expect(200);
  await district.admin
    .patch(path)
    .set('if-match', String(headers['etag']))
    .send({ notes: 'late' })
    .expect(412);
});

it('answers HEAD without a body', async () => {
  for (const path of [LIST, '/api/v1/devices/export/csv']) {
    const { status, bytes } = await ask(path, BROWSER, { method: 'HEAD' });
    expect([status, bytes.length]).toEqual([200, 0]);
  }
});

it('gives the connection of a stream back when the caller leaves', async () => {
  const asked = send(`${app.url}/api/v1/devices/export/csv`, {
    agent: false,
    headers: { authorization: `Bearer ${district.admin.token}`, 'accept-encoding': BROWSER },
  });
  asked.on('error', () => undefined);
  asked.end();
  const [response] = (await once(asked, 'response')) as [import('node:http').IncomingMessage];
  expect(response.headers['content-encoding']).toBe('br');
  response.on('error', () => undefined);
  asked.destroy();
  const streams = async (): Promise<number> => {
    const [row] = await app.source.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'rollcall streams' AND xact_start IS NOT NULL`,
    );
    return row?.n ?? 0;
  };
  for (const until = Date.now() + 5_000; (await streams()) > 0 && Date.now() < until;) await sleep(20);
  expect(await streams()).toBe(0);
});
