import type { Response } from 'supertest';
import { encodeCursor } from '../../src/common/paging.js';
import { type TestApp, testApp, type TestDistrict, type TestUser } from '../support/app.js';
import type { Test } from 'supertest';

let app: TestApp;
let district: TestDistrict;
let admin: TestUser;
let siteId: string;

const NOWHERE = '00000000-0000-7000-8000-000000000000';
const LONE_SURROGATE = '\\ud800';
const site = { code: 'A1', name: 'Alder', type: 'office' };

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  district = await app.district();
  ({ admin } = district);
  const answer = await admin.post('/sites').send(site).expect(201);
  siteId = (answer.body as { id: string }).id;
});

afterAll(() => app.close());

/** Checks that an answer is a problem as RFC 9457 and DESIGN section 12 want it. */
function expectProblem(answer: Response, status: number, code: string): void {
  expect([answer.status, answer.body]).toEqual([
    status,
    {
      type: `urn:rollcall:problem:${code}`,
      title: expect.any(String),
      status,
      code,
      detail: expect.any(String),
      errors: expect.any(Array),
      requestId: answer.headers['x-request-id'],
    },
  ]);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.headers['x-request-id']).toMatch(/^[\w.-]{1,100}$/);
}

const json = (test: Test, body: string): Test => test.set('content-type', 'application/json').send(body);
const account = (more: object): Test =>
  admin.post('/accounts').send({ email: 'p@test.example', role: 'its', ...more });

type Ask = () => Test;

const REFUSED: [string, Ask, number, string][] = [
  ['no token', () => app.http.get('/api/v1/sites'), 401, 'NOT_SIGNED_IN'],
  [
    'a token of nobody',
    () => app.http.get('/api/v1/sites').set('authorization', 'Bearer rc_x'),
    401,
    'NOT_SIGNED_IN',
  ],
  ['a route that is not', () => admin.get('/nothing'), 404, 'ROUTE_NOT_FOUND'],
  ['a route that is not, outside of the API', () => app.http.get('/nothing'), 404, 'ROUTE_NOT_FOUND'],
  ['a method a route has not', () => admin.delete('/sites'), 405, 'METHOD_NOT_ALLOWED'],
  ['an address that cannot be decoded', () => app.http.get('/api/v1/sites/%zz'), 400, 'BAD_URL'],
  ['an address without end', () => admin.get(`/sites/${'a'.repeat(600)}`), 400, 'BAD_REQUEST'],
  ['a thing that is not', () => admin.get(`/sites/${NOWHERE}`), 404, 'SITE_NOT_FOUND'],
  ['an id that is none', () => admin.get('/sites/1'), 400, 'BAD_REQUEST'],
  ['malformed JSON', () => json(admin.post('/sites'), '{"code":'), 400, 'BAD_JSON'],
  ['a prototype in JSON', () => json(admin.post('/sites'), '{"__proto__":{"a":1}}'), 400, 'BAD_JSON'],
  ['no body', () => admin.post('/sites'), 400, 'INVALID_INPUT'],
  ['an empty body that is announced as JSON', () => json(admin.post('/sites'), ''), 400, 'INVALID_INPUT'],
  ['a list in place of an object', () => json(admin.post('/sites'), '[]'), 400, 'NOT_AN_OBJECT'],
  ['a text in place of an object', () => json(admin.post('/sites'), '"a"'), 400, 'NOT_AN_OBJECT'],
  ['nothing in place of an object', () => json(admin.post('/sites'), 'null'), 400, 'NOT_AN_OBJECT'],
  [
    'a field that is not known',
    () => admin.post('/sites').send({ ...site, colour: 'red' }),
    400,
    'INVALID_INPUT',
  ],
  ['a parameter that is not known', () => admin.get('/sites?colour=red'), 400, 'INVALID_INPUT'],
  [
    'NUL in a text',
    () => json(admin.post('/sites'), '{"code":"A\\u0000","name":"A","type":"office"}'),
    400,
    'BAD_TEXT',
  ],
  [
    'NUL in a name',
    () => admin.put('/imports/mappings/sites/x').send({ mapping: { columns: { 'a\0': 'code' } } }),
    400,
    'BAD_TEXT',
  ],
  ['NUL in a path', () => admin.put('/imports/mappings/sites/a%00b').send({ mapping: {} }), 400, 'BAD_TEXT'],
  ['NUL in a parameter', () => admin.get('/devices/lookup?code=a%00b'), 400, 'BAD_TEXT'],
  [
    'half a character',
    () => json(admin.post('/sites'), `{"code":"A2","name":"${LONE_SURROGATE}","type":"office"}`),
    400,
    'BAD_TEXT',
  ],
  [
    'NUL in a batch row',
    () => admin.put('/devices/batch').send({ rows: [{ serialNumber: 'a\0b' }] }),
    400,
    'BAD_TEXT',
  ],
  [
    'a thousand brackets',
    () => json(admin.post('/sites'), `{"code":${'['.repeat(1000)}${']'.repeat(1000)}}`),
    400,
    'TOO_DEEP',
  ],
  [
    'a million brackets',
    () => json(admin.post('/sites'), `{"code":${'['.repeat(1e6)}${']'.repeat(1e6)}}`),
    400,
    'TOO_DEEP',
  ],
  [
    'a million entries',
    () => json(admin.post('/labels'), `{"layout":"roll-62","devices":[${'"a",'.repeat(1e6)}"b"]}`),
    400,
    'TOO_MANY_VALUES',
  ],
  [
    'more rows than any request takes',
    () => json(admin.post('/devices/sightings'), `{"sightings":[${'{},'.repeat(1000)}{}]}`),
    400,
    'TOO_MANY_VALUES',
  ],
  [
    'a quarter of a million fields',
    () => admin.post('/sites').send(Object.fromEntries(Array.from({ length: 250_000 }, (_, i) => [i, 1]))),
    400,
    'TOO_MANY_VALUES',
  ],
  [
    'many rows with many fields',
    () => {
      const row = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`k${i}`, 1]));
      return admin.put('/devices/batch').send({ rows: Array.from({ length: 1000 }, () => row) });
    },
    400,
    'TOO_MANY_VALUES',
  ],
  [
    'a number beyond all',
    () => json(admin.put(`/sites/${siteId}/pupils/2025-26`), '{"pupils":1e400}'),
    400,
    'INVALID_INPUT',
  ],
  [
    'a number beyond the column',
    () => admin.put(`/sites/${siteId}/pupils/2025-26`).send({ pupils: 2 ** 53 }),
    400,
    'INVALID_INPUT',
  ],
  ['a cursor of nonsense', () => admin.get('/sites?cursor=nonsense'), 400, 'BAD_CURSOR'],
  [
    'a cursor of another list',
    () => admin.get(`/sites?cursor=${encodeCursor('email', ['a'])}`),
    400,
    'BAD_CURSOR',
  ],
  ['a limit of 0', () => admin.get('/sites?limit=0'), 400, 'INVALID_INPUT'],
  ['a limit of 201', () => admin.get('/sites?limit=201'), 400, 'INVALID_INPUT'],
  ['a limit of words', () => admin.get('/sites?limit=many'), 400, 'INVALID_INPUT'],
  ['two limits', () => admin.get('/sites?limit=1&limit=2'), 400, 'INVALID_INPUT'],
  ['something taken', () => admin.post('/sites').send(site), 409, 'SITE_CODE_TAKEN'],
  [
    'an old version',
    () => admin.patch(`/sites/${siteId}`).set('if-match', '"99"').send({ name: 'A' }),
    412,
    'STALE_VERSION',
  ],
  ['no version', () => admin.patch(`/sites/${siteId}`).send({ name: 'A' }), 428, 'VERSION_REQUIRED'],
  [
    'a version that is none',
    () => admin.patch(`/sites/${siteId}`).set('if-match', 'one').send({ name: 'A' }),
    428,
    'VERSION_REQUIRED',
  ],
  [
    'a body over four MiB',
    () => json(admin.post('/sites'), JSON.stringify({ code: 'x'.repeat(4 * 2 ** 20) })),
    413,
    'BODY_TOO_LARGE',
  ],
  [
    'XML',
    () => admin.post('/sites').set('content-type', 'application/xml').send('<site/>'),
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'plain text',
    () => admin.post('/sites').set('content-type', 'text/plain').send('{}'),
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  ['a form', () => admin.post('/sites').type('form').send({ code: 'A' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
  [
    'a form where a change was meant',
    () => admin.patch(`/sites/${siteId}`).set('if-match', '*').type('form').send({ name: 'A' }),
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  ['a password of nothing', () => account({ password: null }), 400, 'INVALID_INPUT'],
  ['a role that is not', () => account({ role: 'king' }), 400, 'INVALID_INPUT'],
  ['an address that is none', () => account({ email: 'p' }), 400, 'INVALID_INPUT'],
];

describe('a request that cannot be done', () => {
  it.each(REFUSED)('is answered as a problem: %s', async (_, ask, status, code) => {
    expectProblem(await ask(), status, code);
  });

  it('has every bad field named, by its path', async () => {
    const answer = await app.http
      .post('/api/v1/setup/x')
      .send({ district: { name: '', slug: 1 }, account: {} });
    const fields = (answer.body as { errors: { field: string }[] }).errors.map(({ field }) => field);
    expect(fields).toEqual([
      'district.name',
      'district.slug',
      'district.timeZone',
      'account.email',
      'account.password',
    ]);
  });

  it('has the request id of the caller in the answer, where it is harmless', async () => {
    const answer = await admin.get('/nothing').set('x-request-id', 'abc-1.2_3');
    expect(answer.headers['x-request-id']).toBe('abc-1.2_3');
    expectProblem(answer, 404, 'ROUTE_NOT_FOUND');
    const odd = await admin.get('/nothing').set('x-request-id', '"><script>');
    expect(odd.headers['x-request-id']).not.toContain('script');
  });
});

describe('garbage of every kind', () => {
  /** Cursors with the right form, and values in them that we never wrote. */
  const values: unknown[] = [
    'x',
    '',
    null,
    true,
    1e30,
    -1,
    {},
    [],
    { a: [1] },
    [[1]],
    'a\0b',
    '\ud800',
    '{',
    '2020-01-01T00:00:00+99:00',
    '2020-01-01 00:00 Foo/Bar',
  ];
  const lists: [string, string, number][] = [
    ['/sites', 'code', 1],
    ['/accounts', 'email', 1],
    ['/tokens', 'id', 1],
    ['/imports', 'imports', 2],
    ['/people', 'externalId', 1],
    ['/models', 'model', 3],
    ['/funding-sources', 'fund', 2],
    ['/devices', 'assetTag', 2],
    ['/devices', 'id', 1],
    ['/time-entries', 'time', 2],
    ['/technicians', 'technicians', 1],
    ['/allocation/models', 'models', 1],
    ['/allocation/purchases', 'purchases', 1],
    ['/work-kinds', 'work', 1],
  ];

  it.each(lists)('in a cursor of %s (%s) never breaks anything', async (path, sort, length) => {
    for (const value of values) {
      const key = Array.from({ length }, () => value) as string[];
      const answer = await admin.get(`${path}?cursor=${encodeCursor(sort, key)}`);
      expect([path, value, answer.status]).toEqual([path, value, answer.status === 200 ? 200 : 400]);
    }
  });

  const bodies = [
    '{}',
    '[]',
    '1',
    '""',
    'null',
    'true',
    '{"a":1}',
    '{"rows":[null]}',
    '{"rows":[[]]}',
    '{"name":{}}',
    '{"name":null}',
  ];
  const nulls = JSON.stringify(
    Object.fromEntries(
      [
        'code',
        'name',
        'email',
        'role',
        'sites',
        'regions',
        'password',
        'scopes',
        'expiresAt',
        'kind',
        'model',
      ].map((field) => [field, null]),
    ),
  );
  const writes: [string, 'post' | 'put' | 'patch'][] = [
    ['/session', 'post'],
    ['/setup/x', 'post'],
    ['/accounts', 'post'],
    ['/tokens', 'post'],
    ['/sites', 'post'],
    ['/people', 'post'],
    ['/models', 'post'],
    ['/funding-sources', 'post'],
    ['/devices', 'post'],
    ['/devices/bulk', 'post'],
    ['/devices/batch', 'put'],
    ['/imports', 'post'],
    ['/imports/mappings/sites/x', 'put'],
    ['/sites/:site', 'patch'],
    ['/sites/:site/rooms', 'post'],
    ['/sites/:site/carts', 'post'],
    ['/sites/:site/pupils/2025-26', 'put'],
    ['/sites/:site/pupils/garbage', 'put'],
    ['/allocation/models', 'post'],
    ['/allocation/comparisons', 'post'],
    ['/allocation/settings', 'put'],
    ['/allocation/purchases', 'post'],
    ['/allocation/assignments', 'post'],
    ['/allocation/absences', 'post'],
    ['/allocation/covers', 'post'],
    ['/allocation/proposals', 'post'],
    ['/allocation/sites/:site/entitlements/2025-26', 'put'],
    ['/technicians', 'post'],
    ['/work-kinds', 'post'],
    ['/time-entries', 'post'],
    ['/time-entries/approvals', 'post'],
    ['/support-load/weights', 'put'],
  ];

  it.each(writes)('in a body to %s never breaks anything', async (path, method) => {
    for (const body of [...bodies, nulls]) {
      const test = admin[method](path.replace(':site', siteId)).set('if-match', '*');
      const answer = await json(test, body);
      expect([path, body, answer.status < 500]).toEqual([path, body, true]);
    }
  });

  it('inside of a list of objects is refused, lists in lists too', async () => {
    const bands = [{ types: ['high'], fromPupils: 0, amount: 3 }];
    const prices = [{ amount: 1, cents: 1 }];
    const option = { key: 'x', name: 'X', from: '07-01', to: '06-30', prices };
    const model = { key: 'odd', name: 'Odd', unit: 'days', bands, source: 'x', sourceDate: '2026-07-01' };
    const scenario = { model: 'irvine-2016-17', schoolYear: '2025-26' };
    const strange: unknown[][] = [[[]], [null], [1], ['x']];
    const refused = strange.flatMap((list): [string, 'post' | 'put', object][] => [
      ['/allocation/models', 'post', { ...model, bands: list }],
      ['/allocation/models', 'post', { ...model, extras: list }],
      ['/allocation/models', 'post', { ...model, exclusions: list }],
      ['/allocation/models', 'post', { ...model, options: list }],
      ['/allocation/models', 'post', { ...model, options: [{ ...option, prices: list }] }],
      ['/allocation/comparisons', 'post', { scenarios: [scenario, { ...scenario, bands: list }] }],
      ['/allocation/comparisons', 'post', { scenarios: [scenario, ...list] }],
      ['/allocation/settings', 'put', { reserveShare: 0, setAside: list }],
      ['/time-entries/approvals', 'post', { entries: list }],
      ['/support-load/weights', 'put', { weights: list }],
      ['/devices/sightings', 'post', { sightings: list }],
    ]);
    for (const [path, method, body] of refused) {
      const answer = await admin[method](path).set('if-match', '*').send(body);
      expect([path, body, answer.status]).toEqual([path, body, 400]);
    }
  });

  it('sent as a null for every field of an account changes nothing', async () => {
    const { body: made } = await account({ email: 'nulls@test.example' }).expect(201);
    const { id } = made as { id: string };
    for (const field of ['name', 'role', 'sites', 'regions', 'password', 'disabled']) {
      const answer = await admin
        .patch(`/accounts/${id}`)
        .set('if-match', '*')
        .send({ [field]: null });
      expectProblem(answer, 400, 'INVALID_INPUT');
    }
    const { body } = await admin.get(`/accounts/${id}`).expect(200);
    expect(body).toEqual(made);
  });
});
