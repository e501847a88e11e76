import { ImportRetention } from '../../src/imports/running/import-retention.js';
import { Transactions } from '../../src/database/transactions.js';
import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import {
  countBySite,
  csvOf,
  devicesCsv,
  districtWithSites,
  load,
  numbered,
  rowsOf,
  show,
  step,
} from '../support/imports.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

/** As if an import had been made so many days ago. */
async function age({ id }: { id: string }, days: number): Promise<void> {
  await app.source.query(
    `UPDATE imports SET created_at = created_at - make_interval(days => $2),
            committed_at = committed_at - make_interval(days => $2) WHERE id = $1`,
    [id, days],
  );
}

/** The file of each import that was asked about, also after the import has forgotten it. */
const files = new Map<string, string>();

/** Rows that are kept of an import, by table. Call it before the import is forgotten, too. */
async function kept({ id }: { id: string }): Promise<Record<string, number>> {
  const [row] = await app.source.query<{ fileId: string | null }[]>(
    `SELECT file_id AS "fileId" FROM imports WHERE id = $1`,
    [id],
  );
  if (row?.fileId) files.set(id, row.fileId);
  expect(files.has(id)).toBe(true);
  const [counts] = await app.source.query<Record<string, number>[]>(
    `SELECT (SELECT count(*)::int FROM files WHERE id = $2) AS files,
            (SELECT count(*)::int FROM file_parts WHERE file_id = $2) AS file_parts,
            (SELECT count(*)::int FROM import_rows WHERE import_id = $1) AS import_rows,
            (SELECT count(*)::int FROM import_outcomes WHERE import_id = $1) AS import_outcomes`,
    [id, files.get(id)],
  );
  return counts ?? {};
}

/** Whether a text stands anywhere in what imports keep for a district. */
async function isKept(district: TestDistrict, text: string): Promise<boolean> {
  const [row] = await app.source.query<{ found: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM import_outcomes o WHERE district_id = $1 AND o::text LIKE $2)
         OR EXISTS (SELECT 1 FROM import_rows r WHERE district_id = $1 AND r::text LIKE $2)
         OR EXISTS (SELECT 1 FROM file_parts WHERE district_id = $1
                     AND position($3::bytea IN bytes) > 0) AS found`,
    [district.id, `%${text}%`, Buffer.from(text)],
  );
  return row?.found ?? false;
}

describe('what imports keep', () => {
  it('is the upload and each row’s outcome for 90 days, the staged rows until the commit', async () => {
    const district = await districtWithSites(app);
    const done = await load(app, district.admin, devicesCsv(numbered(3)));
    expect(await kept(done)).toEqual({ files: 1, file_parts: 1, import_rows: 0, import_outcomes: 3 });
    await age(done, 89);
    await app.get(ImportRetention).forgetOld();
    expect(await kept(done)).toEqual({ files: 1, file_parts: 1, import_rows: 0, import_outcomes: 3 });
  });

  it('is forgotten after that, but for the sums and what it did to the register', async () => {
    const district = await districtWithSites(app);
    const done = await load(
      app,
      district.admin,
      devicesCsv([...numbered(3), { 'Asset tag': 'X', Site: 'nowhere' }]),
    );
    const rehearsed = await load(app, district.admin, devicesCsv(numbered(3, { Notes: 'x' })), {
      mode: 'rehearse',
    });
    for (const view of [done, rehearsed]) {
      expect(await kept(view)).toMatchObject({ files: 1, file_parts: 1 });
      await age(view, 91);
    }
    await app.get(ImportRetention).forgetOld();
    const nothing = { files: 0, file_parts: 0, import_rows: 0, import_outcomes: 0 };
    expect([await kept(done), await kept(rehearsed)]).toEqual([nothing, nothing]);
    expect(await show(district.admin, done.id)).toMatchObject({
      state: 'committed',
      plan: { add: 3, refused: 1 },
    });
    expect(await countBySite(district.admin)).toEqual({ A1: 3 });
    expect((await district.admin.get(`/imports/${done.id}/errors.csv`).expect(404)).body.code).toBe(
      'UPLOAD_FORGOTTEN',
    );
    expect((await district.admin.post(`/imports/${done.id}/undo`).expect(409)).body.code).toBe(
      'TOO_LATE_TO_UNDO',
    );
    expect((await district.admin.post(`/imports/${rehearsed.id}/commit`).expect(404)).body.code).toBe(
      'UPLOAD_FORGOTTEN',
    );
    expect(await app.get(ImportRetention).forgetOld()).toBe(0);
  });
});

describe('a person who is forgotten', () => {
  const PEOPLE = [
    { 'Person ID': 'P1', 'First name': 'Ada', 'Last name': 'Zymurgy', Email: 'ada@x.org', Role: 'student' },
    { 'Person ID': 'P2', 'First name': 'Bo', 'Last name': 'Quill', Email: 'bo@x.org', Role: 'student' },
  ];

  it('leaves no name in any table of imports', async () => {
    const district = await districtWithSites(app);
    await load(app, district.admin, csvOf(PEOPLE), { kind: 'people' });
    const renamed = PEOPLE.map((row) => ({ ...row, 'Last name': `${row['Last name']}-New` }));
    const changed = await load(app, district.admin, csvOf(renamed), { kind: 'people' });
    await load(app, district.admin, csvOf([{ ...renamed[0], Email: 'zymurgy at x' }, renamed[1] ?? {}]), {
      kind: 'people',
    });
    await load(app, district.admin, csvOf([{ ...renamed[0], 'Last name': 'Zymurgy-Third' }]), {
      kind: 'people',
      mode: 'rehearse',
    });
    expect(await isKept(district, 'Zymurgy')).toBe(true);
    const [ada] = (await rowsOf(district.admin, changed.id)).map(({ targetId }) => targetId ?? '');
    await app
      .get(Transactions)
      .run((tx) => app.get(ImportRetention).forgetPeopleWithin(tx, district.id, [ada ?? '']));
    expect(await isKept(district, 'Zymurgy')).toBe(false);
    await district.admin.get(`/imports/${changed.id}/errors.csv`).expect(404);
    const undone = await step(app, district.admin, changed.id, 'undo');
    expect(undone.state).toBe('undone');
    const { body } = await district.admin.get('/people').expect(200);
    expect(JSON.stringify(body)).toContain('"Quill"');
  });

  it('takes nothing of others with them, nor of files of devices', async () => {
    const district = await districtWithSites(app);
    const devices = await load(app, district.admin, devicesCsv(numbered(1)));
    const [first, second] = [
      await load(app, district.admin, csvOf(PEOPLE.slice(0, 1)), { kind: 'people' }),
      await load(app, district.admin, csvOf(PEOPLE.slice(1)), { kind: 'people' }),
    ];
    expect(await kept(first)).toMatchObject({ files: 1, file_parts: 1 });
    const [ada] = (await rowsOf(district.admin, first.id)).map(({ targetId }) => targetId ?? '');
    await app
      .get(Transactions)
      .run((tx) => app.get(ImportRetention).forgetPeopleWithin(tx, district.id, [ada ?? '']));
    expect([await kept(first), await kept(second), await kept(devices)]).toMatchObject([
      { files: 0, file_parts: 0 },
      { files: 1, file_parts: 1 },
      { files: 1, file_parts: 1 },
    ]);
  });
});
