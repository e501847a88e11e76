import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { Response, Test } from 'supertest';
import { STREAMS_PER_ACCOUNT, StreamPool } from '../../src/database/pools/stream-pool.js';
import { Transactions } from '../../src/database/transactions.js';
import { workAs } from '../../src/database/pools/work-limits.js';
import { DatabaseBusy } from '../../src/common/database-errors.js';
import { newId } from '../../src/common/ids.js';
import { faultsOf, type Operation, OPERATIONS, undocumented } from '../support/api-document.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { CuttableLine } from '../support/cuttable-line.js';
import { makeWorld, type Place, usualUser, type World } from '../support/district-world.js';
import { SPECIAL_ANSWERS } from '../support/special-answers.js';
import { type RouteRow, ROUTES } from '../support/route-table.js';

const FILE_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

let app: TestApp;
let world: World;
/** Every id of a place, but of things that nobody has. */
let nowhere: Place;
/** The same application on a line to the database that is cut. */
let cutOff: TestApp;
let line: CuttableLine;
let isBusyAfterCommit = false;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  world = await makeWorld(app);
  nowhere = Object.fromEntries(
    Object.entries(world.own).map(([name, value]: [string, string]) => [
      name,
      /^[0-9a-f-]{36}$/.test(value) ? newId() : `no-${value}`.toLowerCase(),
    ]),
  ) as unknown as Place;
  line = new CuttableLine(new URL(app.database.appUrl));
  cutOff = await testApp({ ROLE: 'api' }, { ...app.database, appUrl: await line.open() });
  await line.cut();
  const transactions = app.get(Transactions);
  transactions.onBegin(async (tx) =>
    transactions.afterCommit(tx, () => {
      if (isBusyAfterCommit) throw new DatabaseBusy(5);
    }),
  );
});

afterAll(async () => {
  await cutOff.close();
  await app.close();
});

interface Ask {
  as?: TestUser;
  place?: Place;
  headers?: Record<string, string>;
  query?: string;
  on?: TestApp;
}

const usual = (name: string): TestUser => usualUser(world, ROUTES[name] as RouteRow);

const userOf = (role: string): TestUser => world.users[role] as TestUser;

/** Asks a route as the table of routes does. */
function ask(
  name: string,
  { as = usual(name), place = world.own, headers, query, on = app }: Ask = {},
): Test {
  const route = ROUTES[name] as RouteRow;
  const method = name.split(' ')[0]?.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
  const path = route.path(place);
  const address = query ? `${path}${path.includes('?') ? '&' : '?'}${query}` : path;
  const test = on.http[method](`/api/v1${address}`).buffer(true);
  void test.set({
    authorization: `Bearer ${as.token}`,
    'if-match': '*',
    // Sign-ins slow down by address; each call comes from another.
    'x-forwarded-for': `10.2.${Math.floor(Math.random() * 255)}.7`,
    ...headers,
  });
  for (const [header, value] of Object.entries(headers ?? {})) if (value === '') void test.unset(header);
  return route.send ? route.send(test, place) : test;
}

/** Announces a body that is too large; the server answers before any of it is sent. */
function announce(name: string, headers: Record<string, string>): Promise<Response> {
  const [method, path] = [name.split(' ')[0], (ROUTES[name] as RouteRow).path(world.own)];
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${app.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${usual(name).token}`, 'if-match': '*', ...headers },
    });
    request.on('error', reject);
    request.on('response', (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => {
        request.destroy();
        const type = answer.headers['content-type']?.split(';')[0];
        resolve({ status: answer.statusCode, headers: answer.headers, text, type } as unknown as Response);
      });
    });
    request.flushHeaders();
  });
}

function sentBy(test: Test): { method: string; url: string; data?: object } {
  return test.toJSON() as { method: string; url: string; data?: object };
}

/** Claims an Idempotency-Key before the request that is sent with it. */
async function claimed(name: string, isSame: boolean): Promise<Test> {
  const key = newId();
  const test = ask(name, { headers: { 'idempotency-key': key } });
  const { method, url, data } = sentBy(test);
  const said = `${method} ${url.replace(app.url, '')}\n${JSON.stringify(data ?? null)}`;
  const { districtId, accountId } = usual(name).scope;
  await app.source.query(
    `INSERT INTO idempotency_keys (district_id, account_id, key, request_hash) VALUES ($1, $2, $3, $4)`,
    [
      districtId,
      accountId,
      key,
      createHash('sha256')
        .update(isSame ? said : 'another request')
        .digest(),
    ],
  );
  return test;
}

/** Asks while the account reads as many downloads as it may. */
async function busy<T>(user: TestUser, askNow: () => PromiseLike<T>): Promise<T> {
  const streams = await Promise.all(
    Array.from({ length: STREAMS_PER_ACCOUNT }, () =>
      workAs('request', () => app.get(StreamPool).rows(user.scope, 'SELECT generate_series(1, 100000)', [])),
    ),
  );
  try {
    return await askNow();
  } finally {
    for (const stream of streams) await stream.return();
  }
}

/** Asks while the database is too busy for whatever comes after a commit. */
async function afterCommit<T>(askNow: () => PromiseLike<T>): Promise<T> {
  isBusyAfterCommit = true;
  try {
    return await askNow();
  } finally {
    isBusyAfterCommit = false;
  }
}

const refusedFiles = new Map<TestUser, Promise<Map<string, Response>>>();

/** All lists of a user as files, asked for at once: each of them waits some seconds before it is refused. */
function filesOfBusy(user: TestUser): Promise<Map<string, Response>> {
  const lists = [...OPERATIONS].filter(([name, operation]) => isList(operation) && usual(name) === user);
  const answers = busy(user, async () => {
    const files = lists.map(async ([name]) => [name, await ask(name, { query: 'format=csv' })] as const);
    return new Map(await Promise.all(files));
  });
  refusedFiles.set(user, answers);
  return answers;
}

const isList = (operation: Operation): boolean => has(operation, 'limit') && has(operation, 'format');

const has = (operation: Operation, header: string): boolean =>
  operation.parameters.some(({ name }) => name === header);

/** How any route is made to answer with a status. */
function recipe(name: string, operation: Operation, status: string): (() => Promise<Response>) | undefined {
  const user = usual(name);
  const forbidden = userOf(user === userOf('vendor') ? 'technician' : 'vendor');
  switch (status) {
    case '400':
      return async () => ask(name, { query: 'q=%00' });
    case '401':
      return async () => ask(name, { headers: { authorization: '' } });
    case '403':
      return async () => ask(name, { as: forbidden });
    case '404':
      return async () => ask(name, { place: nowhere });
    case '409':
      return async () =>
        has(operation, 'Idempotency-Key') ? claimed(name, true) : afterCommit(() => ask(name));
    case '412':
      return async () => ask(name, { headers: { 'if-match': '"999999"' } });
    case '413':
      return () => announce(name, { 'content-type': 'application/json', 'content-length': '9999999' });
    case '414':
      return async () => ask(name, { query: `q=${'a'.repeat(20_000)}` });
    case '415':
      return () => announce(name, { 'content-type': 'text/plain', 'content-length': '1' });
    case '422':
      return async () => claimed(name, false);
    case '428':
      return async () => ask(name, { headers: { 'if-match': '' } });
    case '429':
      return async () =>
        isList(operation)
          ? ((await (refusedFiles.get(user) ?? filesOfBusy(user))).get(name) as Response)
          : busy(user, () => ask(name));
    case '431':
      return async () => ask(name, { headers: { 'x-long': 'a'.repeat(20_000) } });
    case '503':
      return async () => ask(name, { on: cutOff });
    default:
      return async () => ask(name);
  }
}

describe('the API’s document', () => {
  it('has every route, each with words and a name of its own', () => {
    const documented = Object.keys(ROUTES).filter((name) => !/ \/(health|metrics)/.test(name));
    expect([...OPERATIONS.keys()].toSorted()).toEqual(documented.toSorted());
    const ids = [...OPERATIONS.values()].map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const wordless = [...OPERATIONS].filter(
      ([, { summary, description, tags }]) => !summary || !description || tags.length === 0,
    );
    expect(wordless.map(([name]) => name)).toEqual([]);
  });

  it.each([...OPERATIONS])('is true of every answer it names: %s', async (name, operation) => {
    const wrong: string[] = [];
    const judge = (wanted: string, answer: Response): void => {
      if (String(answer.status) !== wanted)
        wrong.push(`${wanted} was not given, but ${answer.status}: ${answer.text?.slice(0, 300)}`);
      wrong.push(...undocumented(operation, answer));
    };
    // What succeeds comes last: it may use up what it is asked about.
    for (const status of Object.keys(operation.responses).toSorted().toReversed()) {
      const special = SPECIAL_ANSWERS[`${name} ${status}`];
      if (special)
        judge(
          status,
          await special({ app, cutOff, world, admin: world.district.admin, ask: (more) => ask(name, more) }),
        );
      else {
        const route = ROUTES[name];
        if (route?.before) await route.before(world.district.admin, world.own);
        const answer = recipe(name, operation, status);
        if (answer) judge(status, await answer());
        else wrong.push(`nobody says how it answers ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is true of every list as a file', async () => {
    const lists = [...OPERATIONS].filter(
      ([, { parameters, responses }]) =>
        parameters.some((one) => one.name === 'format' && one.in === 'query') && responses['200'],
    );
    expect(lists.length).toBeGreaterThan(30);
    const wrong: string[] = [];
    for (const [name, operation] of lists)
      for (const [format, type] of Object.entries(FILE_TYPES)) {
        const answer = await ask(name, { query: `format=${format}` });
        // What an earlier test used up is not there, which the document says too.
        wrong.push(...undocumented(operation, answer).map((fault) => `${name}: ${fault}`));
        if (answer.status === 200 && answer.type !== type) wrong.push(`${name}: ${format} is ${answer.type}`);
      }
    expect(wrong).toEqual([]);
  });

  it('names 428 where a version must be sent, and 412 where it may be an old one', () => {
    const versioned = [...OPERATIONS].filter(([, operation]) => has(operation, 'If-Match'));
    expect(versioned.length).toBeGreaterThan(20);
    const silent = versioned.filter(([, { responses }]) => !responses['428'] || !responses['412']);
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  it('has an example of every body in JSON, which fits its own schema', () => {
    const bodies = [...OPERATIONS].flatMap(([name, { requestBody }]) => {
      const content = requestBody?.content['application/json'];
      return content ? [{ name, ...content }] : [];
    });
    expect(bodies.length).toBeGreaterThan(60);
    const wrong = bodies.flatMap(({ name, schema, example }) =>
      faultsOf(schema, example).map((fault) => `${name}: ${fault}`),
    );
    expect(wrong).toEqual([]);
  });

  it('accepts the bodies that its routes accept', () => {
    const wrong = [...OPERATIONS].flatMap(([name, { requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema;
      const body = sentBy(ask(name)).data;
      return schema ? faultsOf(schema, body ?? {}).map((fault) => `${name}: ${fault}`) : [];
    });
    expect(wrong).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['POST /devices', { site: undefined }, 'SITE_REQUIRED'],
    ['POST /devices', { model: undefined }, 'MODEL_REQUIRED'],
    ['POST /devices', { assetTag: ' ', serialNumber: undefined }, 'NO_CODE'],
    ['POST /sites', { type: undefined }, 'TYPE_MISSING'],
    ['POST /sweeps', { room: 'Room 1', cart: 'Cart 1' }, 'ONE_PLACE'],
    ['POST /labels', { filter: {}, devices: [newId()] }, 'ONE_SOURCE'],
    ['POST /allocation/purchases', { fullTime: true }, 'AMOUNT_MISSING'],
    ['POST /allocation/purchases', { amount: undefined }, 'AMOUNT_MISSING'],
    ['POST /allocation/purchases', { payer: 'gift' }, 'GIVER_MISSING'],
    [
      'PUT /support-load/weights',
      { weights: [{ kind: 'ipad', minutes: 1, source: 'Our own log', sourceDate: '2026-06-30' }] },
      'KIND_WITHOUT_WEIGHT',
    ],
  ])('says that %s with %j does not go together, as the route does', async (name, more, code) => {
    const body = { ...sentBy(ask(name)).data, ...more };
    const schema = OPERATIONS.get(name)?.requestBody?.content['application/json']?.schema as object;
    expect(faultsOf(schema, JSON.parse(JSON.stringify(body)))).not.toEqual([]);
    const answer = await ask(name).send(body).expect(400);
    expect((answer.body as { errors: object[] }).errors).toContainEqual(expect.objectContaining({ code }));
  });
});
