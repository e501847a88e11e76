import { v7 as uuid } from 'uuid';
import { Transactions } from '../../src/database/transactions.js';
import { PeopleImport } from '../../src/people/people.import.js';
import type { PersonView } from '../../src/people/people.queries.js';
import type { ImportContext, RowFields, RowOutcome, StagedRow } from '../../src/imports/import-kind.js';
import { testApp } from '../support/app.js';

type App = Awaited<ReturnType<typeof testApp>>;
type District = Awaited<ReturnType<App['district']>>;

let app: App;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

function contextOf(district: District, mode: ImportContext['mode'] = 'commit'): ImportContext {
  const { scope } = district.admin;
  return { scope, importId: uuid(), changeSetId: uuid(), mode, options: {}, memory: new Map() };
}

function staged(rows: RowFields[], rehearsed?: RowOutcome[]): StagedRow[] {
  return rows.map((fields, index) => ({
    rowNo: index + 2,
    newId: uuid(),
    fields,
    ...(rehearsed?.[index] ? { rehearsed: rehearsed[index] } : {}),
  }));
}

function run(context: ImportContext, rows: StagedRow[]): Promise<RowOutcome[]> {
  return app.get(Transactions).run((tx) => app.get(PeopleImport).process(tx, context, rows));
}

function outcomesOf(outcomes: RowOutcome[]): string[] {
  return outcomes.map(({ outcome }) => outcome);
}

async function people(district: District): Promise<PersonView[]> {
  return (await district.admin.get('/people')).body.items as PersonView[];
}

async function withSite(code: string): Promise<District> {
  const district = await app.district();
  await district.admin.post('/sites').send({ code, name: code, type: 'high' }).expect(201);
  return district;
}

const ADA = {
  externalId: 's-1',
  givenName: 'Ada',
  familyName: 'Byron',
  role: 'student',
  grade: '09',
  orgs: 'D,A1',
};
const ALAN = { externalId: 't-1', givenName: 'Alan', email: 'Alan@Example.org', role: 'staff', orgs: 'D' };

describe('an import of people', () => {
  it('takes a roster, and changes nothing the second time', async () => {
    const district = await withSite('A1');
    const rehearsal = await run(contextOf(district, 'rehearse'), staged([ADA, ALAN]));
    expect(outcomesOf(rehearsal)).toEqual(['add', 'add']);
    expect(await people(district)).toEqual([]);
    const first = staged([ADA, ALAN]);
    expect(outcomesOf(await run(contextOf(district), first))).toEqual(['add', 'add']);
    expect(await people(district)).toMatchObject([
      { id: first[0]?.newId, externalId: 's-1', site: 'A1', role: 'student', setByPerson: [] },
      { externalId: 't-1', site: null, email: 'alan@example.org' },
    ]);
    expect(outcomesOf(await run(contextOf(district), staged([ADA, ALAN])))).toEqual([
      'unchanged',
      'unchanged',
    ]);
  });

  it('never overwrites what a person set, nor gives back a redacted name', async () => {
    const district = await withSite('A1');
    await run(contextOf(district), staged([ADA, ALAN]));
    const [ada, alan] = await people(district);
    await district.admin.patch(`/people/${ada?.id}`).set('If-Match', '*').send({ grade: '11' }).expect(200);
    await district.admin.post(`/people/${alan?.id}/redaction`).expect(200);
    const outcomes = await run(contextOf(district), staged([ADA, ALAN]));
    expect(outcomesOf(outcomes)).toEqual(['unchanged', 'unchanged']);
    expect(outcomes.map(({ notes }) => notes?.at(-1)?.code)).toEqual(['KEPT_BY_PERSON', 'REDACTED']);
    expect(await people(district)).toMatchObject([{ grade: '11' }, { givenName: null, email: null }]);
  });

  it('holds a row back whose person was changed after the rehearsal', async () => {
    const district = await withSite('A1');
    await run(contextOf(district), staged([ADA]));
    const rows = [{ ...ADA, grade: '10' }];
    const rehearsed = await run(contextOf(district, 'rehearse'), staged(rows));
    const [ada] = await people(district);
    await district.admin
      .patch(`/people/${ada?.id}`)
      .set('If-Match', '*')
      .send({ email: 'ada@example.org' })
      .expect(200);
    expect(outcomesOf(await run(contextOf(district), staged(rows, rehearsed)))).toEqual(['held']);
  });

  it('is taken back: fields return, who was added leaves, what changed since is listed', async () => {
    const district = await withSite('A1');
    await run(contextOf(district), staged([ADA]));
    const outcomes = await run(
      contextOf(district),
      staged([{ ...ADA, grade: '10', givenName: 'Wrong', status: 'left' }, ALAN]),
    );
    const [ada] = await people(district);
    await district.admin
      .patch(`/people/${ada?.id}`)
      .set('If-Match', '*')
      .send({ givenName: 'A.' })
      .expect(200);
    const context = contextOf(district);
    const exceptions = await app
      .get(Transactions)
      .run((tx) => app.get(PeopleImport).undo(tx, context, outcomes));
    expect(exceptions.map(({ detail }) => detail)).toEqual([
      's-1: somebody changed givenName afterward, so it stays as it is.',
    ]);
    const [adaNow, alanNow] = await people(district);
    expect(adaNow).toMatchObject({ grade: '09', givenName: 'A.', leftOn: null });
    expect(alanNow?.leftOn).toMatch(/^20\d\d-/);
    expect(outcomesOf(await run(contextOf(district), staged([ALAN])))).toEqual(['change']);
    expect((await people(district))[1]?.leftOn).toBeNull();
  });

  it('stays in the reach of whoever runs it', async () => {
    const district = await withSite('A1');
    await run(contextOf(district), staged([ALAN]));
    const { scope } = await app.user(district, 'lead', { sites: ['A1'] });
    const rows = staged([ADA, ALAN, { externalId: 'x', role: 'staff' }]);
    const outcomes = await run({ ...contextOf(district), scope }, rows);
    expect(outcomesOf(outcomes)).toEqual(['add', 'refused', 'refused']);
  });
});
