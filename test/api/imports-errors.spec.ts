import { parse } from 'csv-parse/sync';
import type { ImportDetail } from '../../src/imports/imports.queries.js';
import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import {
  countBySite,
  csvOf,
  devicesCsv,
  districtWithSites,
  load,
  numbered,
  type Row,
  rowsOf,
} from '../support/imports.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

const REASON = 'Why it was refused';

/** Two good rows and three that are refused, with cells that a spreadsheet would run or cut. */
const MIXED: Row[] = [
  ...numbered(2),
  { 'Asset tag': 'E1', 'Serial number': 'ES1', Site: 'nowhere', Notes: '=cmd|calc' },
  { 'Asset tag': 'E2', 'Serial number': 'ES2', Status: 'on fire', Notes: 'two\nlines, and "quotes"' },
  { 'Asset tag': '0003', 'Serial number': 'ES3', Cost: 'a lot', Notes: "'quoted" },
];

async function errorRows(district: TestDistrict, id: string): Promise<Row[]> {
  const { text } = await district.admin.get(`/imports/${id}/errors.csv`).expect(200);
  return parse<Row>(text, { columns: true, bom: true });
}

describe('the error file', () => {
  it('has the refused rows only, in the columns of the file, with the reason', async () => {
    const district = await districtWithSites(app);
    const { id, plan } = await load(app, district.admin, devicesCsv(MIXED));
    expect(plan).toMatchObject({ add: 2, refused: 3 });
    const rows = await errorRows(district, id);
    expect(Object.keys(rows[0] ?? {})).toEqual([
      ...Object.keys(parse<Row>(devicesCsv(MIXED), { columns: true })[0] ?? {}),
      REASON,
    ]);
    expect(rows.map((row) => row['Asset tag'])).toEqual(['E1', 'E2', '0003']);
    expect(rows.map((row) => row[REASON]?.split(':')[0])).toEqual(['Site', 'Status', 'Cost']);
    expect(rows[0]?.['Notes']).toBe("'=cmd|calc");
    expect(rows[1]?.['Notes']).toBe('two\nlines, and "quotes"');
  });

  it('is taken when it was mended, and refused again when it was not', async () => {
    const district = await districtWithSites(app);
    const { id } = await load(app, district.admin, devicesCsv(MIXED));
    const { text } = await district.admin.get(`/imports/${id}/errors.csv`);
    const again = await load(app, district.admin, text);
    expect(again.plan).toMatchObject({ rows: 3, refused: 3 });
    expect((await errorRows(district, again.id)).map((row) => row[REASON])).toEqual(
      (await errorRows(district, id)).map((row) => row[REASON]),
    );
    const mended = text.replace('nowhere', 'B2').replace('on fire', 'deployed').replace('a lot', '12.50');
    expect((await load(app, district.admin, mended)).plan).toMatchObject({ rows: 3, add: 3, refused: 0 });
    expect(await countBySite(district.admin)).toEqual({ A1: 4, B2: 1 });
    const { body } = await district.admin.get('/devices/lookup?code=ES1').expect(200);
    const { notes } = (await district.admin.get(`/devices/${body.items[0].id}`)).body;
    expect(notes).toBe('=cmd|calc');
  });

  it('is empty but for its header when nothing was refused', async () => {
    const district = await districtWithSites(app);
    const { id } = await load(app, district.admin, devicesCsv(numbered(1)));
    expect(await errorRows(district, id)).toEqual([]);
  });

  it('of a workbook’s rows has the same columns', async () => {
    const district = await districtWithSites(app);
    const file = csvOf([{ Tag: 'X1', Serial: 'XS1', School: 'nowhere' }]).replaceAll(',', '\t');
    const { id } = await load(app, district.admin, file, { fileName: 'export.tsv' });
    expect(Object.keys((await errorRows(district, id))[0] ?? {})).toEqual([
      'Tag',
      'Serial',
      'School',
      REASON,
    ]);
  });
});

describe('all or nothing', () => {
  const options = { allOrNothing: true };

  it('puts a file in whole', async () => {
    const district = await districtWithSites(app);
    const done = await load(app, district.admin, devicesCsv(numbered(2_500)), { options });
    expect(done).toMatchObject({ state: 'committed', plan: { add: 2_500 } });
    expect(await countBySite(district.admin)).toEqual({ A1: 2_500 });
  });

  it('puts nothing in for one refused row, and tells each reason', async () => {
    const district = await districtWithSites(app);
    const file = devicesCsv([
      ...numbered(2_100),
      { 'Asset tag': 'E1', 'Serial number': 'ES1', Site: 'nowhere' },
    ]);
    const done = await load(app, district.admin, file, { options });
    expect(done).toMatchObject({
      state: 'failed',
      job: { state: 'failed', problem: { code: 'ALL_OR_NOTHING' } },
    });
    expect((done as ImportDetail).steps.at(-1)).toMatchObject({
      step: 'fail',
      to: 'failed',
      note: expect.stringMatching(/because 1 row/) as string,
    });
    expect(await countBySite(district.admin)).toEqual({});
    expect((await rowsOf(district.admin, done.id, 'refused')).map(({ rowNo }) => rowNo)).toEqual([2_102]);
    expect(await errorRows(district, done.id)).toEqual([expect.objectContaining({ 'Asset tag': 'E1' })]);
  });

  it('says so after a rehearsal too, and goes in once the register fits', async () => {
    const district = await districtWithSites(app);
    const file = devicesCsv([...numbered(2), { 'Asset tag': 'E1', 'Serial number': 'ES1', Site: 'C3' }]);
    const { id, plan } = await load(app, district.admin, file, { mode: 'rehearse', options });
    expect(plan).toMatchObject({ add: 2, refused: 1 });
    const { body } = await district.admin.post(`/imports/${id}/commit`).expect(202);
    expect(await app.job(district.admin, body.job.id)).toMatchObject({ state: 'failed' });
    await district.admin.post('/sites').send({ code: 'C3', name: 'Third', type: 'office' }).expect(201);
    const again = await district.admin.post(`/imports/${id}/commit`).expect(202);
    expect(await app.job(district.admin, again.body.job.id)).toMatchObject({ state: 'done' });
    expect(await countBySite(district.admin)).toEqual({ A1: 2, C3: 1 });
  });

  it('is not for more than 50,000 rows', async () => {
    const district = await districtWithSites(app);
    const file = `Code,Name,Type\n${Array.from({ length: 50_001 }, (_, i) => `C${i},N${i},office`).join('\n')}\n`;
    const { job } = await load(app, district.admin, file, { kind: 'sites', options });
    expect(job).toMatchObject({ state: 'failed', problem: { code: 'TOO_MANY_FOR_ONE' } });
  });
});
