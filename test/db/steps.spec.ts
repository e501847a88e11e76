import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Scope } from '../../src/access/scope.js';
import { newId } from '../../src/common/ids.js';
import { InvalidInput } from '../../src/common/refusal.js';
import { Transactions } from '../../src/database/transactions.js';
import type { Tx } from '../../src/database/tx.js';
import { stepsOf, type StepView } from '../../src/steps/step-history.js';
import { defineSteps, reachBySite, type StepMachine } from '../../src/steps/step-machine.js';
import { Steps } from '../../src/steps/steps.service.js';
import { testApp, type TestApp, type TestDistrict } from '../support/app.js';

/** Papers that only this test has. */
const PAPERS = defineSteps<'draft' | 'ready' | 'sent', { pages: number }>({
  kind: 'paper',
  table: 'papers',
  name: 'The paper',
  codes: { notFound: 'PAPER_NOT_FOUND', wrongState: 'PAPER_WRONG_STATE' },
  noteField: 'note',
  states: ['draft', 'ready', 'sent'],
  starts: 'draft',
  ways: [
    { step: 'finish', from: 'draft', to: 'ready', needs: 'devices:edit' },
    { step: 'reopen', from: 'ready', to: 'draft', needs: 'devices:edit', needsNote: true },
    { step: 'send', from: 'ready', to: 'sent', onlyBy: 'batch' },
  ],
  reach: reachBySite('t.site_id'),
  columns: { pages: 't.pages' },
});

let app: TestApp;
let district: TestDistrict;
let owner: pg.Client;
let steps: Steps;
let site: string;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  district = await app.district();
  steps = app.get(Steps);
  site = newId();
  owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  await owner.query(`
    CREATE TABLE papers (
      district_id uuid NOT NULL, id uuid NOT NULL, site_id uuid NOT NULL, state text NOT NULL DEFAULT 'draft',
      version integer NOT NULL DEFAULT 1, updated_at timestamptz NOT NULL DEFAULT now(), pages integer NOT NULL DEFAULT 1,
      sent_on date, PRIMARY KEY (district_id, id))`);
  await owner.query('GRANT SELECT, INSERT, UPDATE ON papers TO rollcall_app');
});

afterAll(async () => {
  await owner.end();
  await app.close();
});

const inTransaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => app.get(Transactions).run(work);

/** Papers as drafts, with their first line of history. */
async function drafts(many: number, scope: Scope = district.admin.scope): Promise<string[]> {
  const ids = Array.from({ length: many }, () => newId());
  await owner.query(
    `INSERT INTO papers (district_id, id, site_id, pages) SELECT $1, id, $2, 1 + place FROM unnest($3::uuid[]) WITH ORDINALITY AS n (id, place)`,
    [scope.districtId, site, ids],
  );
  await inTransaction((tx) =>
    steps.beginWithin(
      tx,
      scope,
      PAPERS,
      ids.map((id) => ({ id })),
    ),
  );
  return ids;
}

async function stored(id: string): Promise<{ state: string; version: number; sentOn: string | null }> {
  const { rows } = await owner.query<{ state: string; version: number; sentOn: string | null }>(
    `SELECT state, version, sent_on::text AS "sentOn" FROM papers WHERE id = $1`,
    [id],
  );
  return rows[0] as { state: string; version: number; sentOn: string | null };
}

const historyOf = (id: string): Promise<StepView[]> =>
  stepsOf(app.source.manager, district.admin.scope, PAPERS, id);

describe('a step', () => {
  it('writes the state, the version, what the module sets, and who did what when and why', async () => {
    const { scope } = district.admin;
    const [id = ''] = await drafts(1);
    const finished = await inTransaction((tx) =>
      steps.takeWithin(
        tx,
        scope,
        PAPERS,
        { id, step: 'finish', version: 1 },
        { prepare: ({ pages }) => ({ set: { sentOn: '2026-03-02' }, details: { pages } }) },
      ),
    );
    expect(finished).toMatchObject({
      before: { id, state: 'draft', version: 1, pages: 2 },
      after: { state: 'ready', version: 2 },
    });
    expect(await stored(id)).toEqual({ state: 'ready', version: 2, sentOn: '2026-03-02' });
    await inTransaction((tx) =>
      steps.takeWithin(tx, { ...scope, accountId: null }, PAPERS, {
        id,
        step: 'reopen',
        note: 'a page is missing',
      }),
    );
    const history = await historyOf(id);
    expect(history.map(({ version, step, from, to, note }) => [version, step, from, to, note])).toEqual([
      [1, 'create', null, 'draft', null],
      [2, 'finish', 'draft', 'ready', null],
      [3, 'reopen', 'ready', 'draft', 'a page is missing'],
    ]);
    expect(history[1]).toMatchObject({
      details: { pages: 2 },
      takenBy: scope.accountId,
      takenByName: expect.stringContaining('@test.example') as string,
    });
    expect(history[2]).toMatchObject({ takenBy: null, takenByName: null });
    expect(Math.abs(Date.now() - (history[2]?.takenAt.getTime() ?? 0))).toBeLessThan(60_000);
  });

  it('writes nothing where the module refuses, or fails after it', async () => {
    const { scope } = district.admin;
    const [id = ''] = await drafts(1);
    const refusing = inTransaction((tx) =>
      steps.takeWithin(
        tx,
        scope,
        PAPERS,
        { id, step: 'finish' },
        {
          prepare: () => {
            throw new InvalidInput('no title');
          },
        },
      ),
    );
    await expect(refusing).rejects.toThrow('no title');
    const failing = inTransaction(async (tx) => {
      await steps.takeWithin(tx, scope, PAPERS, { id, step: 'finish' });
      throw new Error('and then the light went out');
    });
    await expect(failing).rejects.toThrow('the light went out');
    expect(await stored(id)).toMatchObject({ state: 'draft', version: 1 });
    expect(await historyOf(id)).toHaveLength(1);
  });

  it('is not found out of reach, in another district, or where there is nothing', async () => {
    const [id = ''] = await drafts(1);
    const { scope } = district.admin;
    const { scope: stranger } = (await app.district()).admin;
    for (const [who, what] of [
      [{ ...scope, sites: new Set([newId()]) }, id],
      [stranger, id],
      [scope, newId()],
    ] as const)
      await expect(
        inTransaction((tx) => steps.takeWithin(tx, who, PAPERS, { id: what, step: 'finish' })),
      ).rejects.toMatchObject({ code: 'PAPER_NOT_FOUND' });
    const near = { ...scope, sites: new Set([site]) };
    await inTransaction((tx) => steps.takeWithin(tx, near, PAPERS, { id, step: 'finish' }));
    expect(await stored(id)).toMatchObject({ state: 'ready' });
  });

  it('that fifty people take at once is taken once, and the others are told why it was not', async () => {
    const { scope } = district.admin;
    for (const version of [1, null]) {
      const [id = ''] = await drafts(1);
      const results = await Promise.allSettled(
        Array.from({ length: 50 }, () =>
          inTransaction((tx) => steps.takeWithin(tx, scope, PAPERS, { id, step: 'finish', version })),
        ),
      );
      const refused = results.flatMap((one) =>
        one.status === 'rejected' ? [(one.reason as Error).message] : [],
      );
      expect(refused).toHaveLength(49);
      expect(new Set(refused)).toEqual(
        new Set([
          version === null
            ? 'The paper is already ready. It can become draft.'
            : 'Somebody else changed this after you opened it. The paper is now at version 2. Load it again, and then repeat your change.',
        ]),
      );
      expect(await historyOf(id)).toHaveLength(2);
      expect(await stored(id)).toMatchObject({ state: 'ready', version: 2 });
    }
  });
});

describe('steps of many records', () => {
  it('take three statements for a thousand of them, with a result for each', async () => {
    const { scope } = district.admin;
    const ids = await drafts(1_000);
    const [ready = '', unknown] = [ids[0], newId()];
    await inTransaction((tx) => steps.takeWithin(tx, scope, PAPERS, { id: ready, step: 'finish' }));
    let statements = 0;
    const results = await inTransaction((tx) => {
      const counting = {
        at: tx.at,
        query: (sql: string, parameters: unknown[]) => {
          statements += 1;
          return tx.query(sql, parameters);
        },
      } as unknown as Tx;
      const asked = [...ids, unknown, ids[1] ?? ''].map((id) => ({ id, step: 'finish', version: 1 }));
      return steps.takeAllWithin(counting, scope, PAPERS, asked, {
        prepare: ({ id, pages }) => {
          if (id === ids[2]) throw new InvalidInput('This paper has no title.');
          return { set: { pages: pages + 1 } };
        },
      });
    });
    expect(statements).toBe(3);
    expect(results).toHaveLength(1_002);
    expect(results.filter(({ taken }) => taken)).toHaveLength(998);
    expect([0, 2, 1_000, 1_001].map((i) => results[i]?.refusal?.code)).toEqual([
      'STALE_VERSION',
      'INVALID_INPUT',
      'PAPER_NOT_FOUND',
      'TWICE_IN_LIST',
    ]);
    const { rows } = await owner.query(
      `SELECT state, version, count(*)::int AS many FROM papers WHERE id = ANY ($1) AND pages > 1 GROUP BY 1, 2 ORDER BY 1, 2`,
      [ids],
    );
    expect(rows).toEqual([
      { state: 'draft', version: 1, many: 1 },
      { state: 'ready', version: 2, many: 999 },
    ]);
    const { rows: added } = await owner.query<{ wrong: number }>(
      `SELECT count(*)::int AS wrong FROM papers p, unnest($1::uuid[]) WITH ORDINALITY AS n (id, place)
        WHERE p.id = n.id AND p.pages <> 1 + n.place + CASE WHEN n.place IN (1, 3) THEN 0 ELSE 1 END`,
      [ids],
    );
    expect(added).toEqual([{ wrong: 0 }]);
    expect(await historyOf(ids[5] ?? '')).toHaveLength(2);
  });

  it('of two batches that have the same records in another order do not wait for each other for ever', async () => {
    const { scope } = district.admin;
    const ids = await drafts(200);
    const take = (
      order: string[],
    ): ReturnType<typeof steps.takeAllWithin<'draft' | 'ready' | 'sent', { pages: number }>> =>
      inTransaction((tx) =>
        steps.takeAllWithin(
          tx,
          scope,
          PAPERS,
          order.map((id) => ({ id, step: 'finish' })),
        ),
      );
    const both = await Promise.all([take(ids), take(ids.toReversed())]);
    expect(
      both.map((results) => results.filter(({ taken }) => taken).length).toSorted((a, b) => a - b),
    ).toEqual([0, 200]);
  });

  it('are taken by a batch where only a batch may', async () => {
    const { scope } = district.admin;
    const ids = await drafts(2);
    const all = (step: string, by?: 'batch'): Promise<(string | undefined)[]> =>
      inTransaction(async (tx) => {
        const asked = ids.map((id) => ({ id, step }));
        const results = await steps.takeAllWithin(tx, scope, PAPERS, asked, { by });
        return results.map(({ refusal }) => refusal?.code);
      });
    expect(await all('finish')).toEqual([undefined, undefined]);
    expect(await all('send')).toEqual(['STEP_NOT_FOR_PEOPLE', 'STEP_NOT_FOR_PEOPLE']);
    expect(await all('send', 'batch')).toEqual([undefined, undefined]);
  });
});

/** Every declaration of the application. */
async function declarations(): Promise<StepMachine[]> {
  const src = join(import.meta.dirname, '../../src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /(?<!\.spec)\.ts$/.test(name) && /= defineSteps\b/.test(readFileSync(join(src, name), 'utf8')),
  );
  const modules = await Promise.all(files.map((file) => import(join(src, file)) as Promise<object>));
  return modules.flatMap((module) =>
    Object.values(module).filter((value: unknown): value is StepMachine =>
      Boolean((value as StepMachine).ways),
    ),
  );
}

describe('a declaration', () => {
  it('has the states that the database allows, and starts where a new row starts', async () => {
    const machines = await declarations();
    expect(machines.map(({ kind }) => kind).toSorted()).toEqual([
      'bad_lot',
      'claim',
      'claim_reply',
      'import',
      'lot',
      'problem_report',
      'support_purchase',
      'time_entry',
    ]);
    for (const { table, states, starts } of machines) {
      const { rows } = await owner.query<{ definition: string }>(
        `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = $1 AND conrelid = $2::regclass`,
        [`${table}_state_known`, table],
      );
      const allowed = [...(rows[0]?.definition ?? '').matchAll(/'([a-z_]+)'::text/g)].map(
        ([, state]) => state,
      );
      expect({ table, states: allowed }).toEqual({ table, states: [...states] });
      const { rows: columns } = await owner.query<{ start: string | null }>(
        `SELECT column_default AS start FROM information_schema.columns WHERE table_name = $1 AND column_name = 'state'`,
        [table],
      );
      expect([null, `'${starts}'::text`]).toContain(columns[0]?.start ?? null);
    }
  });

  it('is the only one of its kind', async () => {
    const kinds = (await declarations()).map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
  });
});
