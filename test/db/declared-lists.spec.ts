import pg from 'pg';
import { type Asking, declaredLists, type List } from '../../src/access/lists/list.js';
import { rowsSql } from '../../src/access/lists/list-sql.js';
import { type TestApp, testApp } from '../support/app.js';
import { makeWorld, type World } from '../support/district-world.js';

/** Values for lists that are about one thing. */
const SUBJECT: Record<string, unknown> = {
  siteId: '019a0000-0000-7000-8000-000000000001',
  deviceId: '019a0000-0000-7000-8000-000000000001',
  importId: '019a0000-0000-7000-8000-000000000001',
  reportId: '019a0000-0000-7000-8000-000000000001',
  seriesId: '019a0000-0000-7000-8000-000000000001',
  lot: '019a0000-0000-7000-8000-000000000001',
  id: '019a0000-0000-7000-8000-000000000001',
  sweep: { id: '019a0000-0000-7000-8000-000000000001', closedAt: null },
  filter: { reach: () => 'true', conditions: [() => `d.status <> 'void'`] },
  shown: ['assetTag', 'statusSince', 'person'],
  on: '2026-03-02',
  months: 12,
  withdrawn: false,
};

/** Lists whose order no index can have, and why each of them stays small. */
const SORTED: Record<string, string> = {
  'allocation models': 'what comes with Rollcall is in no table; a district has a few of its own',
  'work kinds': 'what comes with Rollcall is in no table; a district has a few of its own',
  'due rooms': 'they are known only once the sweeps of all rooms were looked at',
  'events of a device': 'a device has some dozens of events',
  'unknown codes': 'the scans of a code are put in the order of their time',
  findings: 'what was found so far is put together from one sweep',
  'pupils file': 'the school years of one site after the other',
};

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Subplan Name'?: string;
  Plans?: Plan[];
}

type AnyList = List<unknown, Record<string, unknown>>;

let app: TestApp;
let world: World;
let client: pg.Client;
let at: Asking;
/** For lists of people at a vendor, which refuse everybody else. */
let atVendor: Asking;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  client = new pg.Client({ connectionString: app.database.ownerUrl });
  await client.connect();
  world = await makeWorld(app);
  const { scope } = world.district.admin;
  at = { scope, now: new Date(), today: '2026-03-02' };
  atVendor = { ...at, scope: world.users['vendor']?.scope ?? scope };
});

afterAll(async () => {
  await client.end();
  await app.close();
});

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/** @returns the steps of the statement; of those of a page that is joined later, the steps to the page */
async function planOf(list: AnyList, sort: string, explain: string, parameters?: unknown[]): Promise<Plan[]> {
  const { sql, parameters: own } = rowsSql(
    list,
    list.name.endsWith(' of a vendor') ? atVendor : at,
    { ...pick(list), sort },
    { limit: 51 },
  );
  const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
    `EXPLAIN (${explain}FORMAT JSON) ${sql}`,
    parameters ?? own,
  );
  const all = rows[0]?.['QUERY PLAN'].flatMap(({ Plan: plan }) => nodesOf(plan)) ?? [];
  expect(all.length).toBeGreaterThan(0);
  const page = all.find((node) => node['Subplan Name'] === 'CTE page');
  return page ? nodesOf(page) : all;
}

/** Every list's every sort with what is wrong with its plan. */
async function faults(
  lists: AnyList[],
  faultsOf: (list: AnyList, sort: string) => Promise<string[]>,
): Promise<Record<string, string[]>> {
  const found: [string, string[]][] = [];
  for (const list of lists.filter(({ name }) => !SORTED[name]))
    for (const name of Object.keys(list.sorts))
      for (const sort of [name, `-${name}`]) found.push([`${list.name} ${sort}`, await faultsOf(list, sort)]);
  expect(found.length).toBeGreaterThanOrEqual(2 * lists.length - 2 * Object.keys(SORTED).length);
  return Object.fromEntries(found.filter(([, wrong]) => wrong.length > 0));
}

function sortsIn(plan: Plan[]): string[] {
  return plan.map((node) => node['Node Type']).filter((type) => /^(Incremental )?Sort$/.test(type));
}

function tablesReadWhole(plan: Plan[]): string[] {
  return plan.flatMap((node) =>
    node['Node Type'] === 'Seq Scan' && node['Relation Name'] ? node['Relation Name'] : [],
  );
}

/** Other specs of this process declare some of their own. */
function declaredHere(): AnyList[] {
  return (declaredLists() as unknown as AnyList[]).filter(({ name }) => !name.startsWith('spec '));
}

function pick(list: AnyList): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(list.filters).flatMap((name) => (name in SUBJECT ? [[name, SUBJECT[name]]] : [])),
  );
}

describe('every sort of every declared list', () => {
  it('has an index, both ways', async () => {
    expect(declaredHere().length).toBeGreaterThan(35);
    // Whatever the tables hold now, PostgreSQL sorts or reads a whole table only where it has no other way.
    const ways = ['seqscan', 'sort', 'incremental_sort', 'bitmapscan', 'hashjoin', 'mergejoin'];
    for (const way of ways) await client.query(`SET enable_${way} = off`);
    const wrong = await faults(declaredHere(), async (list, sort) => {
      const plan = await planOf(list, sort, 'GENERIC_PLAN, ', []);
      return [...sortsIn(plan), ...tablesReadWhole(plan)];
    });
    for (const way of ways) await client.query(`RESET enable_${way}`);
    expect(wrong).toEqual({});
  });

  it('is left to a sort only where the list says why', () => {
    const names = new Set(declaredHere().map(({ name }) => name));
    expect(Object.keys(SORTED).filter((name) => !names.has(name))).toEqual([]);
  });
});
