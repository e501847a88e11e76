import { type TestApp, testApp } from '../support/app.js';
import { OPERATIONS } from '../support/api-document.js';
import { makeWorld, usualUser, type World } from '../support/district-world.js';
import { type RouteRow, ROUTES } from '../support/route-table.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  world = await makeWorld(app);
});

afterAll(() => app.close());

/** Every list that can be had as a file: its query has both parameters. */
const LISTS = [...OPERATIONS]
  .filter(([, { parameters }]) =>
    ['format', 'limit'].every((name) =>
      parameters.some((parameter) => parameter.in === 'query' && parameter.name === name),
    ),
  )
  .map(([name]) => name);

const BAD = ['limit=0', 'limit=-1', 'limit=501', 'limit=1.5', 'limit=abc', 'limit=', 'limit=1&limit=2'];
const FORMATS = ['csv', 'xlsx', 'pdf'];

interface Said {
  status: number;
  type: string | undefined;
  code?: string;
  fields: string[];
}

async function ask(name: string, query: string): Promise<Said> {
  const route = ROUTES[name] as RouteRow;
  const path = route.path(world.own);
  const answer = await usualUser(world, route).get(`${path}${path.includes('?') ? '&' : '?'}${query}`);
  const { code, errors } = answer.body as { code?: string; errors?: { field: string }[] };
  return {
    status: answer.status,
    type: answer.headers['content-type']?.split(';')[0],
    code,
    fields: (errors ?? []).map(({ field }) => field),
  };
}

describe('a limit that is not valid', () => {
  it('is tested on every list', () => {
    expect(LISTS.length).toBeGreaterThan(15);
    expect(LISTS.filter((name) => !ROUTES[name])).toEqual([]);
  });

  it.each(LISTS)('is refused for a file just as it is for a page: %s', async (name) => {
    const wrong: unknown[] = [];
    for (const limit of BAD) {
      const refused: Said = {
        status: 400,
        type: 'application/problem+json',
        code: 'INVALID_INPUT',
        fields: ['limit'],
      };
      for (const query of [limit, ...FORMATS.map((format) => `${limit}&format=${format}`)]) {
        const said = await ask(name, query);
        if (JSON.stringify(said) !== JSON.stringify(refused)) wrong.push([query, said]);
      }
      // No list has this format, so the answer must name both fields.
      const { status, fields } = await ask(name, `${limit}&format=json`);
      if (status !== 400 || !fields.includes('format') || !fields.includes('limit'))
        wrong.push([`${limit}&format=json`, status, fields]);
    }
    expect(wrong).toEqual([]);
    for (const format of FORMATS) expect((await ask(name, `limit=200&format=${format}`)).status).toBe(200);
  });
});
