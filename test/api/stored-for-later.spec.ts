import { type TestApp, testApp } from '../support/app.js';
import { makeWorld, type World } from '../support/district-world.js';
import { ROUTES } from '../support/route-table.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  world = await makeWorld(app);
});

afterAll(() => app.close());

const MAPPING = 'PUT /imports/mappings/:kind/:name';
const NO_DAY = '2026-02-30';
const TOO_LARGE = 1e300;

/** Bodies to store that could never be used later: each is the valid body with one mistake. */
const IMPOSSIBLE: Record<string, object[]> = {
  [MAPPING]: [
    { mapping: { columns: { Code: 'nonsense' } } },
    { mapping: { columns: { Code: 'code', Id: 'code' } } },
    { mapping: { columns: { Code: 'code' }, dateOrder: 'dd.mm.yyyy' } },
    { mapping: { columns: { Code: 'code' }, decimal: '·' } },
    { mapping: { columns: { Code: 'code' }, padTagsTo: -1 } },
    { mapping: { columns: { Code: 'code' }, padTagsTo: 1.5 } },
    { mapping: { columns: { Code: 'code' }, defaults: { nonsense: 'x' } } },
    { mapping: { columns: { Code: 'code' }, defaults: { type: 'castle' } } },
    { mapping: { columns: { Code: 'code' }, defaults: { openedOn: NO_DAY } } },
    { mapping: { columns: { Code: 'code' }, defaults: { latitude: 'north' } } },
    { mapping: { columns: { Code: 'code' }, words: { type: { Burg: 'castle' } } } },
  ],
  'POST /allocation/models': [
    { sourceDate: NO_DAY },
    { sourceDate: 'soon' },
    { unit: 'apples' },
    { bands: [] },
    { bands: [{ types: ['castle'], fromPupils: 0, amount: 3 }] },
    { bands: [{ types: ['high'], fromPupils: -1, amount: 3 }] },
    { bands: [{ types: ['high'], fromPupils: 1.5, amount: 3 }] },
    { bands: [{ types: ['high'], fromPupils: 900, toPupils: 100, amount: 3 }] },
    { bands: [{ types: ['high'], fromPupils: 0, amount: -3 }] },
    { bands: [{ types: ['high'], fromPupils: 0, amount: TOO_LARGE }] },
    { bands: [{ types: ['high'], fromPupils: 0, amount: null }] },
  ],
  'POST /replacement-settings': [
    { kind: 'toaster' },
    { lifeMonths: 0 },
    { lifeMonths: -1 },
    { lifeMonths: 1.5 },
    { lifeMonths: TOO_LARGE },
    { asOf: NO_DAY },
  ],
  'POST /reports': [
    { kind: 'nonsense' },
    { parameters: { asOf: NO_DAY } },
    { parameters: { nonsense: 1 } },
    { schedule: { every: 'week', at: '06:30', weekday: 8 } },
    { schedule: { every: 'month', at: '06:30', day: 32 } },
    { schedule: { every: 'day', at: '25:00' } },
    { schedule: { every: 'year', at: '06:30' } },
    { recipients: ['nobody'] },
    { formats: ['docx'] },
  ],
  'POST /tag-series': [{ digits: 0 }, { digits: -1 }, { digits: 1.5 }, { digits: 400 }],
  'POST /allocation/purchases': [
    { model: 'nonsense' },
    { option: 'nonsense' },
    { amount: 0 },
    { amount: -1 },
    { amount: TOO_LARGE },
    { payer: 'nobody' },
    { schoolYear: '2025-27' },
    { site: 'NOWHERE' },
  ],
  'POST /allocation/absences': [
    { fromOn: NO_DAY },
    { toOn: NO_DAY },
    { fromOn: '2025-10-06', toOn: '2025-10-01' },
    { reason: 'bored' },
  ],
  'POST /allocation/assignments': [
    { weekday: 0 },
    { weekday: 8 },
    { startsOn: NO_DAY },
    { startsOn: '2026-06-01', endsOn: '2026-05-01' },
    { site: 'NOWHERE' },
  ],
};

/** The body that the table of routes sends, which is sound. */
function soundBody(name: string): object {
  let body: object = {};
  const test = { send: (sent: object) => (body = sent) };
  ROUTES[name]?.send?.(test as never, world.own);
  return body;
}

describe('what is stored for later', () => {
  it.each(Object.keys(IMPOSSIBLE))('is refused where it could never be used: %s', async (name) => {
    const [method, path] = [name.split(' ')[0]?.toLowerCase(), ROUTES[name]?.path(world.own)];
    const accepted: string[] = [];
    for (const wrong of IMPOSSIBLE[name] ?? []) {
      const body = { ...soundBody(name), ...wrong };
      const answer = await world.district.admin[method as 'post' | 'put'](path ?? '').send(body);
      const { detail, errors } = answer.body as { detail?: string; errors?: object[] };
      // A site or other name that does not exist may be answered with 404.
      if (![400, 404].includes(answer.status) || !(detail || errors?.length))
        accepted.push(`${JSON.stringify(wrong)}: ${answer.status} ${answer.text.slice(0, 200)}`);
    }
    expect(accepted).toEqual([]);
    // The same body without the mistake is accepted. So the mistake was the reason for the refusal.
    const sound = await world.district.admin[method as 'post' | 'put'](path ?? '').send(soundBody(name));
    expect([name, sound.status < 300 || sound.status === 409, sound.text]).toEqual([name, true, sound.text]);
  });
});
