import { connect } from 'node:net';
import type { Response } from 'supertest';
import { gzipSync } from 'node:zlib';
import { type TestApp, testApp } from '../support/app.js';
import { makeWorld, usualUser, type World } from '../support/district-world.js';
import { routeInputs, validBody } from '../support/route-inputs.js';
import { ROUTES } from '../support/route-table.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  world = await makeWorld(app);
});

afterAll(() => app.close());

interface Answer {
  status: number;
  head: string;
  body: { code?: string; status?: number; requestId?: string; detail?: string };
}

/** Sends bytes as they are, and reads the answer. */
async function raw(bytes: string | Buffer): Promise<Answer> {
  const { hostname, port } = new URL(app.url);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.setEncoding('latin1').on('data', (some: string) => (text += some));
  socket.on('error', () => undefined);
  socket.write(bytes);
  await new Promise((resolve) => socket.once('close', resolve));
  const [head = '', body = ''] = text.split('\r\n\r\n');
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]),
    head: head.toLowerCase(),
    body: JSON.parse(/\{.*\}/s.exec(body)?.[0] ?? '{}') as Answer['body'],
  };
}

const asked = (line: string, headers = '', body: string | Buffer = ''): Buffer =>
  Buffer.concat([
    Buffer.from(
      `${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer ${world.district.admin.token}\r\n${headers}\r\n`,
      'latin1',
    ),
    Buffer.from(body),
  ]);

const posted = (body: string | Buffer, type = 'application/json', more = ''): Buffer =>
  asked(
    'POST /api/v1/sites',
    `Content-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${more}`,
    body,
  );

const SITE = { code: 'EDGE-1', name: 'Edge', type: 'office' };

describe('what is no request', () => {
  it.each<[string, () => string | Buffer, number, string]>([
    ['a first line of nonsense', () => 'nonsense\r\n\r\n', 400, 'BAD_REQUEST'],
    ['another protocol', () => 'GET / HTTP/9.9\r\n\r\n', 400, 'BAD_REQUEST'],
    ['a header without a colon', () => asked('GET /api/v1/sites', 'nonsense\r\n'), 400, 'BAD_REQUEST'],
    [
      'two lengths',
      () => asked('POST /api/v1/sites', 'Content-Length: 1\r\nContent-Length: 2\r\n', 'ab'),
      400,
      'BAD_REQUEST',
    ],
    [
      'a length that is none',
      () => asked('POST /api/v1/sites', 'Content-Length: many\r\n'),
      400,
      'BAD_REQUEST',
    ],
    ['no host', () => 'GET /api/v1/sites HTTP/1.1\r\n\r\n', 400, ''],
    [
      'headers that are too large',
      () => asked('GET /api/v1/sites', `X: ${'x'.repeat(20_000)}\r\n`),
      431,
      'HEADERS_TOO_LARGE',
    ],
    [
      'an address that is too long',
      () => asked(`GET /api/v1/sites?text=${'x'.repeat(20_000)}`),
      414,
      'URL_TOO_LONG',
    ],
    [
      'a chunk of no size',
      () =>
        asked(
          'POST /api/v1/sites',
          'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n',
          'zz\r\n',
        ),
      400,
      'BAD_REQUEST',
    ],
  ])('is answered as a problem: %s', async (_, bytes, status, code) => {
    const answer = await raw(bytes());
    expect(answer.status).toBe(status);
    if (code === '') return;
    expect(answer.body).toMatchObject({ code, status, detail: expect.stringMatching(/^[A-Z].*\.$/) });
    expect(answer.head).toContain('application/problem+json');
    expect(answer.head).toContain(`x-request-id: ${answer.body.requestId}`);
  });
});

describe('a method that an address does not have', () => {
  it.each<[string, string, string]>([
    ['DELETE', '/api/v1/sites', 'GET, HEAD, OPTIONS, POST'],
    ['PUT', '/api/v1/sites', 'GET, HEAD, OPTIONS, POST'],
    ['PROPFIND', '/api/v1/sites', 'GET, HEAD, OPTIONS, POST'],
    ['TRACE', '/api/v1/sites', 'GET, HEAD, OPTIONS, POST'],
    ['POST', '/health/live', 'GET, HEAD, OPTIONS'],
    ['GET', '/api/v1/scan-batches', 'OPTIONS, POST'],
    // PATCH /devices/:id is of another address.
    ['PATCH', '/api/v1/devices/lookup', 'GET, HEAD, OPTIONS'],
    ['GET', '/api/v1/devices/bulk', 'OPTIONS, POST'],
    ['DELETE', '/api/v1/reports/kinds', 'GET, HEAD, OPTIONS'],
  ])('is refused with those that it has: %s %s', async (method, path, allow) => {
    const answer = await raw(asked(`${method} ${path}`));
    expect(answer.body).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
    expect(answer.head).toContain(`allow: ${allow.toLowerCase()}`);
    expect(answer.head).toContain('application/problem+json');
  });

  it('is named by OPTIONS, for every route, and HEAD answers wherever GET does', async () => {
    for (const name of Object.keys(ROUTES)) {
      const [method = '', pattern = ''] = name.split(' ');
      const path = ROUTES[name]!.path(world.own)
        .replace(/\?.*/, '')
        .replace(/\/(undefined)?$/, '/1');
      const url = /^\/(health|metrics)/.test(pattern) ? path : `/api/v1${path}`;
      const answer = await app.http.options(url);
      expect([name, answer.status]).toEqual([name, 204]);
      expect(answer.headers['allow']?.split(', ')).toContain(method);
      const wrong = await app.http.lock(url).set('authorization', `Bearer ${world.district.admin.token}`);
      expect([name, wrong.status]).toEqual([name, 405]);
    }
    const head = await world.district.admin
      .get('/sites')
      .then(() =>
        app.http.head('/api/v1/sites').set('authorization', `Bearer ${world.district.admin.token}`),
      );
    expect([head.status, head.text ?? '']).toEqual([200, '']);
  });

  it.each([
    '/api/v1/nothing',
    '/api/v1/sites/',
    '/api/v1//sites',
    '/api/v2/sites',
    '/api/v1/sites%2f',
    '/API/v1/sites',
  ])('does not make an address known: %s', async (path) => {
    for (const method of ['GET', 'DELETE', 'OPTIONS']) {
      const answer = await raw(asked(`${method} ${path}`));
      expect([answer.status, answer.body.code]).toEqual([404, 'ROUTE_NOT_FOUND']);
      expect(answer.head).toContain('application/problem+json');
    }
  });
});

describe('text that is not UTF-8', () => {
  const badBody = Buffer.concat([
    Buffer.from('{"code":"E","name":"caf'),
    Buffer.from([0xe9]),
    Buffer.from('","type":"office"}'),
  ]);

  it.each<[string, () => Buffer, string]>([
    ['in a body', () => posted(badBody), 'BAD_TEXT'],
    ['cut off at the end of a body', () => posted(Buffer.from('{"a":"é"}').subarray(0, 7)), 'BAD_TEXT'],
    ['in a query', () => asked('GET /api/v1/devices/lookup?code=caf%E9'), 'BAD_TEXT'],
    ['in the name of a parameter', () => asked('GET /api/v1/sites?caf%E9=1'), 'BAD_TEXT'],
    ['in a path', () => asked('GET /api/v1/sites/caf%E9'), 'BAD_TEXT'],
    ['half a character in a query', () => asked('GET /api/v1/devices/lookup?code=%ED%A0%80'), 'BAD_TEXT'],
    ['NUL in a query', () => asked('GET /api/v1/devices/lookup?code=a%00'), 'BAD_TEXT'],
    [
      'bytes of an address as they are',
      () => asked('GET /api/v1/devices/lookup?code=caf\xe9'),
      'BAD_REQUEST',
    ],
    ['a percent sign alone', () => asked('GET /api/v1/devices/lookup?code=%zz'), 'BAD_URL'],
    [
      'in an Idempotency-Key',
      () => posted('{}', 'application/json', 'Idempotency-Key: caf\xe9\r\n'),
      'BAD_IDEMPOTENCY_KEY',
    ],
  ])('is refused: %s', async (_, bytes, code) => {
    const answer = await raw(bytes());
    expect(answer.body).toMatchObject({ status: 400, code, detail: expect.stringMatching(/\.$/) });
    expect(answer.head).toContain('application/problem+json');
  });

  it('is not taken over from X-Request-Id', async () => {
    const answer = await raw(asked('GET /api/v1/nothing', 'X-Request-Id: caf\xe9\r\n'));
    expect(answer.body.requestId).toMatch(/^[\w-]{36}$/);
  });

  it('is read where it is UTF-8, with a byte order mark too', async () => {
    const answer = await raw(posted(`\uFEFF${JSON.stringify({ ...SITE, name: 'Café 𝒳' })}`));
    expect(answer.status).toBe(201);
    expect(Buffer.from(JSON.stringify(answer.body), 'latin1').toString()).toContain('Café 𝒳');
  });
});

describe('a body in another form than JSON', () => {
  it.each<[string, () => Buffer, number, string]>([
    [
      'compressed',
      () => posted(gzipSync(JSON.stringify(SITE)), 'application/json', 'Content-Encoding: gzip\r\n'),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'in another encoding',
      () => posted(JSON.stringify(SITE), 'application/json; charset=iso-8859-1'),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['as a form', () => posted('code=A', 'application/x-www-form-urlencoded'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['as text', () => posted(JSON.stringify(SITE), 'text/plain'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'as multipart',
      () => posted('--X--\r\n', 'multipart/form-data; boundary=X'),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'of no type',
      () => asked('POST /api/v1/sites', 'Content-Length: 2\r\n', '{}'),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['a list', () => posted('[]'), 400, 'NOT_AN_OBJECT'],
  ])('is refused: %s', async (_, bytes, status, code) => {
    const answer = await raw(bytes());
    expect(answer.body).toMatchObject({ status, code, detail: expect.stringMatching(/^[A-Z].*\.$/) });
  });

  it('or without anything to change is refused by every PATCH, and changes no version', async () => {
    const { admin } = world.district;
    const changes = routeInputs(app).filter(({ name, body }) => body && /^(PATCH|PUT) /.test(name));
    expect(changes.length).toBeGreaterThan(15);
    for (const { name } of changes) {
      const path = ROUTES[name]!.path(world.own);
      const method = name.startsWith('PATCH') ? 'patch' : 'put';
      const version = async (): Promise<unknown> =>
        ((await admin.get(path)).body as { version?: number }).version;
      const before = await version();
      const send = () => admin[method](path).set('if-match', '*');
      const answers: [Response, number, string][] = [
        [await send(), 400, 'NO_BODY'],
        [await send().type('application/json').send(''), 400, 'NO_BODY'],
        [await send().field('name', 'A'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
        [await send().type('form').send({ name: 'A' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
        [await send().type('text/plain').send('{}'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
        [await send().type('application/json').send('[]'), 400, 'NOT_AN_OBJECT'],
        ...(method === 'patch'
          ? [[await send().send({}), 400, 'NOTHING_TO_CHANGE'] as [Response, number, string]]
          : []),
      ];
      for (const [{ status, body }, wanted, code] of answers)
        expect([name, status, (body as { code?: string }).code]).toEqual([name, wanted, code]);
      expect([name, await version()]).toEqual([name, before]);
    }
  });

  it('is refused by every other route with a body, too', async () => {
    const posts = routeInputs(app).filter((one) => one.body && one.name.startsWith('POST '));
    expect(posts.length).toBeGreaterThan(40);
    for (const { name } of posts) {
      const route = ROUTES[name]!;
      const send = () =>
        usualUser(world, route)
          .post(route.path(world.own))
          .set({ 'if-match': '*', 'x-forwarded-for': '10.9.8.7' });
      for (const answer of [await send().field('name', 'A'), await send().type('form').send({ name: 'A' })])
        expect([name, answer.status]).toEqual([name, 415]);
    }
  });
});

describe('If-Match: *', () => {
  it('matches whatever version there is, also when six change the same thing at once', async () => {
    const wrong: string[] = [];
    const { admin } = world.district;
    for (const { name } of routeInputs(app).filter((one) => one.body && /^(PATCH|PUT) /.test(one.name))) {
      const route = ROUTES[name]!;
      const body = validBody(route, world.own);
      if (!body) continue;
      if (route.before) await route.before(admin, world.own);
      const method = name.startsWith('PATCH') ? 'patch' : 'put';
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => admin[method](route.path(world.own)).set('if-match', '*').send(body)),
      );
      for (const { status, text } of answers)
        if (status === 412 || status >= 500) wrong.push(`${name}: ${text}`);
    }
    expect(wrong).toEqual([]);
  });

  it('loses nothing of a funding source that two change in different fields at once', async () => {
    const { admin } = world.district;
    const path = `/funding-sources/${world.own.fund}`;
    for (let i = 0; i < 5; i++) {
      const said = { fain: `S010A${i}`, titleHolder: `Board ${i}` };
      await Promise.all([
        admin.patch(path).set('if-match', '*').send({ fain: said.fain }).expect(200),
        admin.patch(path).set('if-match', '*').send({ titleHolder: said.titleHolder }).expect(200),
      ]);
      expect((await admin.get(path).expect(200)).body).toMatchObject(said);
    }
  });
});
