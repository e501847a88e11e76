import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import { v7 as uuid } from 'uuid';
import { Transactions } from '../../src/database/transactions.js';
import type {
  ImportContext,
  ImportKind,
  RowFields,
  RowOutcome,
  StagedRow,
} from '../../src/imports/import-kind.js';
import { PupilsImport } from '../../src/sites/pupils/pupils.import.js';
import { SitesImport } from '../../src/sites/in-bulk/sites.import.js';
import { testApp } from '../support/app.js';

type App = Awaited<ReturnType<typeof testApp>>;
type District = Awaited<ReturnType<App['district']>>;

const IRVINE = new URL('../../src/cli/demo/irvine-sites-2025-26.csv', import.meta.url);
const TYPES = new Set(['integer', 'number']);

let app: App;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

function contextOf(district: District, mode: ImportContext['mode'] = 'commit', options = {}): ImportContext {
  const { scope } = district.admin;
  return { scope, importId: uuid(), changeSetId: uuid(), mode, options, memory: new Map() };
}

function staged(rows: RowFields[], rehearsed?: RowOutcome[]): StagedRow[] {
  return rows.map((fields, index) => ({
    rowNo: index + 2,
    newId: uuid(),
    fields,
    ...(rehearsed?.[index] ? { rehearsed: rehearsed[index] } : {}),
  }));
}

function run(kind: ImportKind, context: ImportContext, rows: StagedRow[]): Promise<RowOutcome[]> {
  return app.get(Transactions).run((tx) => kind.process(tx, context, rows));
}

/** The state's file as the ready mapping reads it. */
async function irvineRows(kind: ImportKind): Promise<RowFields[]> {
  const mapping = kind.mappings.find(({ name }) => name === 'california-cde');
  if (!mapping) throw new Error('there is no mapping california-cde');
  const lines = parse<Record<string, string>>(await readFile(IRVINE), { columns: true });
  return lines.map((line) => ({
    ...mapping.constants,
    ...Object.fromEntries(
      Object.entries(mapping.columns).map(([column, name]) => {
        const text = line[column] ?? '';
        const type = kind.fields.find((field) => field.name === name)?.type ?? 'text';
        return [name, TYPES.has(type) ? Number(text) : type === 'boolean' ? text === 'True' : text];
      }),
    ),
  }));
}

function tally(outcomes: RowOutcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

async function pupilsOf(district: District): Promise<number> {
  const [row] = await app.source.query<{ pupils: number }[]>(
    `SELECT sum(pupils)::int AS pupils FROM (
       SELECT DISTINCT ON (site_id) pupils FROM site_pupils
        WHERE district_id = $1 AND school_year = 2025 ORDER BY site_id, revision DESC) x`,
    [district.id],
  );
  return row?.pupils ?? 0;
}

async function siteOf(district: District, code: string): Promise<{ id: string; [field: string]: unknown }> {
  const { body } = await district.admin.get(`/sites?text=${code}&limit=1`);
  return (await district.admin.get(`/sites/${body.items[0].id}`)).body;
}

const ALDER = {
  code: '0042',
  name: 'Alder',
  gradeSpan: 'K–5',
  region: 'North',
  schoolYear: '2025-26',
  pupils: 500,
};

describe('an import of sites', () => {
  it('takes Irvine’s file as it is, with its pupils, and changes nothing the second time', async () => {
    const district = await app.district();
    const kind = app.get(SitesImport);
    const rows = await irvineRows(kind);
    expect(rows.flatMap((row) => kind.check(row))).toEqual([]);
    const rehearsal = await run(kind, contextOf(district, 'rehearse'), staged(rows));
    expect(tally(rehearsal)).toEqual({ add: 45 });
    expect((await district.admin.get('/sites')).body.items).toEqual([]);
    expect(tally(await run(kind, contextOf(district), staged(rows)))).toEqual({ add: 45 });
    expect(await pupilsOf(district)).toBe(38_330);
    expect(tally(await run(kind, contextOf(district), staged(rows)))).toEqual({ unchanged: 45 });
    const pupils = app.get(PupilsImport);
    const again = await run(pupils, contextOf(district), staged(await irvineRows(pupils)));
    expect(tally(again)).toEqual({ unchanged: 45 });
    expect(await siteOf(district, '30736500116046')).toMatchObject({
      name: 'Irvine Adult Transition Programs',
      type: 'other',
      gradeSpan: 'AD',
      postalCode: '92604',
      served: true,
      closedOn: null,
      setByPerson: [],
      pupils: 128,
    });
  });

  it('never overwrites what a person set, and says so', async () => {
    const district = await app.district();
    const kind = app.get(SitesImport);
    await run(kind, contextOf(district), staged([ALDER]));
    const { id } = await siteOf(district, '0042');
    await district.admin.patch(`/sites/${id}`).set('If-Match', '*').send({ name: 'Alder Hill' }).expect(200);
    await district.admin.put(`/sites/${id}/pupils/2025-26`).send({ pupils: 499 }).expect(200);
    const [kept] = await run(kind, contextOf(district), staged([ALDER]));
    expect(kept).toMatchObject({ outcome: 'unchanged' });
    expect(kept?.notes?.map(({ column, code }) => [column, code])).toEqual([
      ['name', 'KEPT_BY_PERSON'],
      ['pupils', 'KEPT_BY_PERSON'],
    ]);
    const [changed] = await run(kind, contextOf(district), staged([{ ...ALDER, city: 'Irvine' }]));
    expect(changed?.changes).toEqual({ city: [null, 'Irvine'] });
    expect(await siteOf(district, '0042')).toMatchObject({ name: 'Alder Hill', pupils: 499, city: 'Irvine' });
  });

  it('refuses what is wrong on its face', () => {
    const kind = app.get(SitesImport);
    const codes = (row: RowFields) => kind.check(row).map(({ column, code }) => `${column} ${code}`);
    expect(codes({ code: '1', latitude: 91 })).toEqual(['latitude OUT_OF_RANGE']);
    expect(codes({ code: '1', longitude: -181 })).toEqual(['longitude OUT_OF_RANGE']);
    expect(codes({ code: '1', pupils: -1 })).toEqual(['pupils OUT_OF_RANGE']);
    expect(codes({ code: '1', pupils: 1.5 })).toEqual(['pupils NOT_WHOLE']);
    expect(codes({ code: '1', gradeSpan: 'all' })).toEqual(['gradeSpan BAD_GRADE_SPAN']);
    expect(codes({ code: '1', schoolYear: '2025' })).toEqual(['schoolYear NO_SCHOOL_YEAR']);
  });

  it('refuses a row that lacks what it needs, and takes the others', async () => {
    const district = await app.district();
    const rows: RowFields[] = [
      { code: 'A', type: 'office' },
      { code: 'B', name: 'No type' },
      { code: 'C', name: 'Year missing', type: 'office', pupils: 5 },
      { code: 'D', name: 'Dates', type: 'office', openedOn: '2020-01-02', closedOn: '2020-01-01' },
      { code: 'E', name: 'Good', type: 'warehouse' },
    ];
    const outcomes = await run(app.get(SitesImport), contextOf(district), staged(rows));
    expect(outcomes.map(({ outcome, problems }) => [outcome, problems?.[0]?.code])).toEqual([
      ['refused', 'NAME_MISSING'],
      ['refused', 'TYPE_MISSING'],
      ['refused', 'SCHOOL_YEAR_MISSING'],
      ['refused', 'BEFORE_OPENING'],
      ['add', undefined],
    ]);
  });

  it('holds a row back whose site was changed after the rehearsal', async () => {
    const district = await app.district();
    const kind = app.get(SitesImport);
    await run(kind, contextOf(district), staged([ALDER]));
    const row = [{ ...ALDER, city: 'Irvine' }];
    const rehearsed = await run(kind, contextOf(district, 'rehearse'), staged(row));
    const { id } = await siteOf(district, '0042');
    await district.admin.put(`/sites/${id}/pupils/2025-26`).send({ pupils: 1 }).expect(200);
    const [held] = await run(kind, contextOf(district), staged(row, rehearsed));
    expect(held).toMatchObject({ outcome: 'held', problems: [{ code: 'CHANGED_SINCE_REHEARSAL' }] });
  });

  it('stays in the reach of whoever runs it', async () => {
    const district = await app.district();
    const kind = app.get(SitesImport);
    await run(kind, contextOf(district), staged([ALDER, { ...ALDER, code: '43', region: 'South' }]));
    const lead = await app.user(district, 'lead', { regions: ['North'] });
    const rows = ['0042', '43', '44'].map((code) => ({ ...ALDER, code, region: 'North', city: 'Irvine' }));
    const outcomes = await run(kind, { ...contextOf(district), scope: lead.scope }, staged(rows));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['change', 'refused', 'refused']);
  });

  it('is taken back: fields and numbers return, added sites close, what changed since is listed', async () => {
    const district = await app.district();
    const kind = app.get(SitesImport);
    await run(kind, contextOf(district), staged([ALDER]));
    const wrong = [
      { ...ALDER, name: 'Wrong', region: 'South', city: 'Wrong', pupils: 5 },
      { ...ALDER, code: '43' },
    ];
    const outcomes = await run(kind, contextOf(district), staged(wrong));
    expect(tally(outcomes)).toEqual({ change: 1, add: 1 });
    const { id } = await siteOf(district, '0042');
    await district.admin.patch(`/sites/${id}`).set('If-Match', '*').send({ city: 'Irvine' }).expect(200);
    const context = contextOf(district);
    const exceptions = await app.get(Transactions).run((tx) => kind.undo(tx, context, outcomes));
    expect(exceptions.map(({ detail }) => detail)).toEqual([
      '0042: somebody changed city afterward, so it stays as it is.',
    ]);
    expect(await siteOf(district, '0042')).toMatchObject({
      name: 'Alder',
      region: 'North',
      city: 'Irvine',
      pupils: 500,
    });
    const [added] = (await district.admin.get('/sites?open=false')).body.items;
    expect(added).toMatchObject({ code: '43', version: 2 });
    const back = await run(kind, contextOf(district), staged([{ ...ALDER, code: '43', status: 'active' }]));
    expect(back[0]?.changes).toEqual({ closedOn: [added.closedOn, null] });
  });

  it('leaves no trace of a region that it gave by mistake', async () => {
    const district = await app.district();
    const kind = app.get(SitesImport);
    const bare = { code: 'A', name: 'A', type: 'office' };
    await run(kind, contextOf(district), staged([bare]));
    const outcomes = await run(kind, contextOf(district), staged([{ ...bare, region: 'Wrong' }]));
    const context = contextOf(district);
    expect(await app.get(Transactions).run((tx) => kind.undo(tx, context, outcomes))).toEqual([]);
    expect((await siteOf(district, 'A')).region).toBeNull();
    await run(kind, contextOf(district), staged([{ ...bare, region: 'Right' }]));
    expect((await siteOf(district, 'A'))['regions']).toEqual([
      { region: 'Right', fromOn: '1900-01-01', toOn: null },
    ]);
  });
});

describe('an import of pupils', () => {
  it('takes the school year of the whole import, else of the row', async () => {
    const district = await app.district();
    await run(app.get(SitesImport), contextOf(district), staged([ALDER]));
    const kind = app.get(PupilsImport);
    const rows = staged([
      { code: '0042', pupils: 7, schoolYear: '2023-24' },
      { code: '42', pupils: 7, schoolYear: '2023-24' },
      { code: '0042', pupils: 8 },
    ]);
    const outcomes = await run(kind, contextOf(district), rows);
    expect(outcomes.map(({ outcome, problems }) => [outcome, problems?.[0]?.code])).toEqual([
      ['change', undefined],
      ['refused', 'UNKNOWN_SITE'],
      ['refused', 'SCHOOL_YEAR_MISSING'],
    ]);
    const chosen = contextOf(district, 'commit', { schoolYear: '2022-23' });
    const [row] = await run(kind, chosen, staged([{ code: '0042', pupils: 6, schoolYear: '2023-24' }]));
    expect(row?.changes).toEqual({ 'pupils 2022-23': [null, 6] });
  });

  it('is taken back with the former number, and lists those that had none', async () => {
    const district = await app.district();
    await run(app.get(SitesImport), contextOf(district), staged([ALDER, { ...ALDER, code: '43' }]));
    const kind = app.get(PupilsImport);
    const context = contextOf(district);
    const outcomes = await run(
      kind,
      context,
      staged([
        { code: '0042', pupils: 5, schoolYear: '2025-26' },
        { code: '43', pupils: 5, schoolYear: '2024-25' },
      ]),
    );
    const exceptions = await app.get(Transactions).run((tx) => kind.undo(tx, context, outcomes));
    expect(exceptions.map(({ detail }) => detail)).toEqual([
      '43, enrolled students of 2024-25: there was no number before, so it stays 5.',
    ]);
    expect(await siteOf(district, '0042')).toMatchObject({ pupils: 500 });
  });
});
