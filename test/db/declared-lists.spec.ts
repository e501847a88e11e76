import pg from 'pg';
import { type Asking, declaredLists, type List } from '../../src/access/lists/list.js';
import { pageSql } from '../../src/access/lists/list-sql.js';
import { systemScope } from '../../src/access/scope.js';
import { type TestApp, testApp } from '../support/app.js';

/** Values for lists that are about one thing. */
const SUBJECT: Record<string, unknown> = {
  siteId: '019a0000-0000-7000-8000-000000000001',
  deviceId: '019a0000-0000-7000-8000-000000000001',
  importId: '019a0000-0000-7000-8000-000000000001',
  reportId: '019a0000-0000-7000-8000-000000000001',
  seriesId: '019a0000-0000-7000-8000-000000000001',
  id: '019a0000-0000-7000-8000-000000000001',
  sweep: { id: '019a0000-0000-7000-8000-000000000001', closedAt: null },
  filter: { reach: () => 'true', conditions: [() => `d.status <> 'void'`] },
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
let client: pg.Client;
let at: Asking;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  client = new pg.Client({ connectionString: app.database.ownerUrl });
  await client.connect();
  // Whatever the tables hold now, PostgreSQL sorts or reads a whole table only where it has no other way.
  for (const way of ['seqscan', 'sort', 'incremental_sort', 'bitmapscan', 'hashjoin', 'mergejoin'])
    await client.query(`SET enable_${way} = off`);
  const district = { id: (await app.district()).id, timeZone: 'America/Los_Angeles' };
  at = { scope: systemScope(district), now: new Date(), today: '2026-03-02' };
});

afterAll(async () => {
  await client.end();
  await app.close();
});

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/** Sorts, and tables that are read as a whole. */
async function faultsOf(list: AnyList, sort: string): Promise<string[]> {
  const query = { ...pick(list), limit: 50, sort };
  const { sql } = pageSql(list, at, query, 51);
  const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
    `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${sql}`,
  );
  const all = rows[0]?.['QUERY PLAN'].flatMap(({ Plan: plan }) => nodesOf(plan)) ?? [];
  // Where the page is cut first, what is joined to it may be sorted: it is a page.
  const page = all.find((node) => node['Subplan Name'] === 'CTE page');
  const nodes = page ? nodesOf(page) : all;
  expect(nodes.length).toBeGreaterThan(0);
  return nodes.flatMap((node) =>
    /^(Incremental )?Sort$|^Seq Scan$/.test(node['Node Type'])
      ? [[node['Node Type'], node['Relation Name']].filter(Boolean).join(' ')]
      : [],
  );
}

function pick(list: AnyList): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(list.filters).flatMap((name) => (name in SUBJECT ? [[name, SUBJECT[name]]] : [])),
  );
}

describe('every sort of every declared list', () => {
  it('is read in the order of an index, both ways', async () => {
    // Other specs of this process declare some of their own.
    const lists = (declaredLists() as unknown as AnyList[]).filter(({ name }) => !name.startsWith('spec '));
    expect(lists.length).toBeGreaterThan(35);
    const faults: Record<string, string[]> = {};
    for (const list of lists)
      for (const name of Object.keys(list.sorts))
        for (const sort of [name, `-${name}`]) {
          const found = await faultsOf(list, sort);
          if (found.length > 0 && !SORTED[list.name]) faults[`${list.name} ${sort}`] = found;
        }
    expect(faults).toEqual({});
  });

  it('is left to a sort only where the list says why', () => {
    const names = new Set(declaredLists().map(({ name }) => name));
    expect(Object.keys(SORTED).filter((name) => !names.has(name))).toEqual([]);
  });
});
