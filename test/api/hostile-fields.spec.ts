import type { Type } from '@nestjs/common';
import type { Response } from 'supertest';
import { BatchRow } from '../../src/devices/devices.dto.js';
import { ScanRow } from '../../src/scanning/scans.dto.js';
import { type TestApp, testApp } from '../support/app.js';
import { makeWorld, usualUser, type World } from '../support/district-world.js';
import {
  fieldsOf,
  type InputField,
  type RouteInput,
  routeInputs,
  validBody,
} from '../support/route-inputs.js';
import { type RouteRow, ROUTES } from '../support/route-table.js';

type Body = Record<string, unknown>;
type Problem = { code?: string; detail?: string; errors?: { field: string }[] };

/** Lists whose rows are checked one by one, so that a bad one is refused by itself. */
const JUDGED: Record<string, [list: string, row: Type]> = {
  'PUT /devices/batch': ['rows', BatchRow],
  'POST /scan-batches': ['scans', ScanRow],
};

const LONG = 'x'.repeat(10_000);
const HOSTILE: unknown[] = [
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  1e308,
  -1e-308,
  '',
  '   ',
  '0',
  'null',
  'NaN',
  'Infinity',
  '-1',
  '1e400',
  LONG,
  "'; DROP TABLE devices --",
  '\u202e\u200b',
  '𝒳'.repeat(300),
  '2026-02-30',
  '2026-11-28T15:05:00',
  '275760-09-13T00:00:00Z',
  '00000000-0000-0000-0000-000000000000',
  [],
  [null],
  [[]],
  [[[]]],
  [{}],
  [''],
  ['a', 'a'],
  [1, 1],
  [1e308],
  [LONG],
  {},
  { a: 1 },
  { length: 1e9 },
  { toString: 1 },
  { constructor: null },
];
const IN_ADDRESSES = [
  '',
  '%20',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-1',
  '1e400',
  '0x10',
  '1.5',
  '2147483648',
  '99999999999999999999',
  LONG.slice(0, 3000),
  '%27%3B--',
  '%F0%9D%92%B3',
  '2026-02-30',
  '2026-11-28T15:05:00',
  '275760-09-13T00:00:00Z',
  '0.5',
  'true',
  ',',
  ',,,',
  'a,a',
  '00000000-0000-0000-0000-000000000000',
  '*',
  '%25',
  '%5C',
  '[]',
  '{}',
];

/** What is nearly a day or an instant and is none. */
const LOOSE: Record<string, [field: unknown[], example: RegExp]> = {
  isInstant: [
    [
      true,
      0.5,
      '0.5',
      '2026-02-30T00:00:00Z',
      '2026-11-28',
      '2026-11-28T15:05:00',
      '2026-11-28T15:05:00-0800',
      '275760-09-13T00:00:00Z',
      '1999-12-31T00:00:00Z',
    ],
    /such as 2026-11-28T15:05:00-08:00/,
  ],
  isCalendarDate: [
    [
      true,
      20260101,
      '2026-02-30',
      '2026-1-1',
      '0000-01-01',
      '1799-12-31',
      '2200-01-01',
      '2026-11-28T00:00:00Z',
      '20261128',
    ],
    /such as 2025-08-31/,
  ],
};

/** How many of the values above each field is tried with: all of them take two minutes and found no more. */
const TRIED = 4;

/** Always the same for the same seed, so that what fails once fails again. */
function chooser(seed: number): <T>(values: readonly T[], count: number) => T[] {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return (values, count) => {
    const left = [...values];
    return Array.from({ length: Math.min(count, left.length) }, () =>
      left.splice(Math.floor(random() * left.length), 1),
    ).flat(1) as never[];
  };
}

let app: TestApp;
let world: World;
let inputs: RouteInput[];

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  world = await makeWorld(app);
  inputs = routeInputs(app);
});

afterAll(() => app.close());

let calls = 0;
async function call(name: string, route: RouteRow, more: { body?: Body; query?: string }): Promise<Response> {
  const [method = '', pattern = ''] = name.split(' ');
  const path = route.path(world.own);
  const isApi = !/^\/(health|metrics)/.test(pattern);
  const sign = path.includes('?') ? '&' : '?';
  const url = `${isApi ? '/api/v1' : ''}${path}${more.query === undefined ? '' : sign + more.query}`;
  calls += 1;
  const test = app.http[method.toLowerCase() as 'get' | 'post'](url).set({
    authorization: `Bearer ${usualUser(world, route).token}`,
    'if-match': '*',
    // Sign-ins slow down by address.
    'x-forwarded-for': `10.${(calls >> 16) & 255}.${(calls >> 8) & 255}.${calls & 255}`,
  });
  return more.body === undefined ? test : test.send(more.body);
}

/** Calls a route once for each input, four at a time: fewer than there are connections. */
async function callEach<T>(
  values: readonly T[],
  ask: (value: T) => Promise<Response>,
): Promise<[T, Response][]> {
  const answers: [T, Response][] = [];
  for (let i = 0; i < values.length; i += 4) {
    const some = values.slice(i, i + 4);
    const got = await Promise.all(some.map(ask));
    got.forEach((answer, k) => answers.push([some[k] as T, answer]));
  }
  return answers;
}

/** Every place in a body where a value may stand: its fields, and those of the objects in it. */
function* places(
  type: Type,
  body: Body,
  path = '',
): Generator<{ field: InputField; path: string; set: (value: unknown) => Body }> {
  for (const field of fieldsOf(type)) {
    yield { field, path: `${path}${field.name}`, set: (value) => ({ ...body, [field.name]: value }) };
    if (!field.nested) continue;
    const now = body[field.name];
    const inner = ((Array.isArray(now) ? now[0] : now) ?? {}) as Body;
    const rest = Array.isArray(now) ? now.slice(1) : [];
    const at = `${path}${field.name}.${field.isList ? '0.' : ''}`;
    for (const place of places(field.nested, inner, at))
      yield {
        ...place,
        set: (value) => ({
          ...body,
          [field.name]: field.isList ? [place.set(value), ...rest] : place.set(value),
        }),
      };
  }
}

/** The same, in the rows of a batch too. */
function* placesOf({
  name,
  body,
}: RouteInput): Generator<{ field: InputField; path: string; set: (value: unknown) => Body }> {
  const route = ROUTES[name];
  if (!body || !route) return;
  const valid = validBody(route, world.own) ?? {};
  yield* places(body, valid);
  const judged = JUDGED[name];
  if (!judged) return;
  const [list, row] = judged;
  const first = (valid[list] as Body[] | undefined)?.[0] ?? {};
  for (const place of places(row, first, `${list}.0.`))
    yield { ...place, set: (value) => ({ ...valid, [list]: [place.set(value)] }) };
}

/** What nobody has signed is not read: `signed-replies.spec.ts` has what is wrong in a signed body. */
const isRead = ({ name }: RouteInput): boolean => ROUTES[name]?.always !== 401;

const inRoutes = (has: 'body' | 'query'): [string, RouteInput][] =>
  inputs.filter((input) => input[has] && isRead(input)).map((input) => [input.name, input]);

describe('null in a field of a body', () => {
  it('is refused, naming the field, unless null empties it; then it is never what is wrong', async () => {
    const wrong: string[] = [];
    let refused = 0;
    let taken = 0;
    for (const [name, input] of inRoutes('body'))
      for (const { field, path, set } of placesOf(input)) {
        const route = ROUTES[name]!;
        if (route.before) await route.before(world.district.admin, world.own);
        const answer = await call(name, route, { body: set(null) });
        const said = answer.body as Problem & { results?: Problem[] };
        const isJudged = JUDGED[name] !== undefined && path.includes('.');
        const isNamed = isJudged
          ? JSON.stringify(said.results?.[0] ?? {}).includes(field.name) &&
            /refused|INVALID/.test(JSON.stringify(said.results))
          : answer.status === 400 && (said.errors ?? []).some((error) => error.field === path);
        const isFine = field.takesNull
          ? answer.status < 500 &&
            !(isNamed && said.code === 'INVALID_INPUT' && /field/.test(said.detail ?? ''))
          : isNamed;
        if (field.takesNull) taken += 1;
        else refused += 1;
        if (!isFine)
          wrong.push(
            `${name} ${path}${field.takesNull ? ' (nullable)' : ''}: ${answer.status} ${answer.text.slice(0, 200)}`,
          );
      }
    expect(wrong).toEqual([]);
    expect({ refused, taken }).toEqual({ refused: expect.any(Number), taken: expect.any(Number) });
    expect(refused).toBeGreaterThan(150);
    expect(taken).toBeGreaterThan(50);
  });
});

describe('a day or an instant', () => {
  it('that is not written as one is refused with an example, in every body and address', async () => {
    const wrong: string[] = [];
    let fields = 0;
    const judge = (
      name: string,
      path: string,
      value: unknown,
      { status, text }: Response,
      example: RegExp,
    ): void => {
      const isJudged = JUDGED[name] !== undefined && path.includes('.');
      if ((status === 400 || isJudged) && text.includes(path.split('.').at(-1)!) && example.test(text))
        return;
      wrong.push(`${name} ${path} = ${String(value)}: ${status} ${text.slice(0, 150)}`);
    };
    for (const [name, input] of [...inRoutes('body'), ...inRoutes('query')]) {
      const asked = input.query
        ? fieldsOf(input.query).map((field) => ({ field, path: field.name, set: undefined }))
        : [];
      for (const { field, path, set } of [...placesOf(input), ...asked]) {
        const [values, example] = LOOSE[field.rules.find((rule) => rule in LOOSE) ?? ''] ?? [[], /./];
        if (values.length > 0) fields += 1;
        for (const [value, answer] of await callEach(values, (given) =>
          call(name, ROUTES[name]!, set ? { body: set(given) } : { query: `${field.name}=${String(given)}` }),
        ))
          judge(name, path, value, answer, example);
      }
    }
    expect(wrong).toEqual([]);
    expect(fields).toBeGreaterThan(60);
  });
});

describe('a value that nobody expects', () => {
  it('in a field of a body breaks nothing', async () => {
    const wrong: string[] = [];
    const choose = chooser(11);
    for (const [name, input] of inRoutes('body'))
      for (const { path, set } of placesOf(input))
        for (const [value, answer] of await callEach(choose(HOSTILE, TRIED), (given) =>
          call(name, ROUTES[name]!, { body: set(given) }),
        ))
          if (answer.status >= 500)
            wrong.push(
              `${name} ${path} = ${JSON.stringify(value).slice(0, 60)}: ${answer.text.slice(0, 200)}`,
            );
    expect(wrong).toEqual([]);
  });

  it('in a parameter of an address breaks nothing', async () => {
    const wrong: string[] = [];
    const choose = chooser(12);
    for (const [name, { query: type }] of inRoutes('query'))
      for (const { name: field } of fieldsOf(type!)) {
        const asked = [
          ...choose(IN_ADDRESSES, TRIED).map((value) => `${field}=${value}`),
          `${field}=a&${field}=b`,
          `${field}[a]=b`,
          `${field}[]=a`,
          field,
        ];
        for (const [text, answer] of await callEach(asked, (query) => call(name, ROUTES[name]!, { query })))
          if (answer.status >= 500) wrong.push(`${name} ?${text.slice(0, 60)}: ${answer.text.slice(0, 200)}`);
      }
    expect(wrong).toEqual([]);
  });
});
