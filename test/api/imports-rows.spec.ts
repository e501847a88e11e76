import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import {
  csvOf,
  deviceOf,
  devicesCsv,
  districtWithSites,
  load,
  type Row,
  rowsOf,
} from '../support/imports.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

const FULL: Row = {
  'Asset tag': 'T1',
  'Serial number': 'S1',
  Room: '12',
  Cost: '310.50',
  Notes: 'bought in May',
  'In service on': '2020-08-01',
};

async function withDevices(...rows: Row[]): Promise<TestDistrict> {
  const district = await districtWithSites(app);
  const { plan } = await load(app, district.admin, devicesCsv(rows));
  if (plan?.add !== rows.length) throw new Error(`added ${JSON.stringify(plan)}`);
  return district;
}

/** Loads rows with just these columns; answers each row as `outcome column CODE`. */
async function outcomesOf(district: TestDistrict, rows: Row[]): Promise<string[]> {
  const { id } = await load(app, district.admin, csvOf(rows));
  return (await rowsOf(district.admin, id)).map(({ outcome, problems }) =>
    [outcome, ...(problems ?? []).map(({ column, code }) => `${column} ${code}`)].join(' '),
  );
}

describe('a row', () => {
  it('keeps with a blank cell what is there', async () => {
    const district = await withDevices(FULL);
    const row = { 'Serial number': 'S1', 'Asset tag': '', Room: 'n/a', Cost: '', Notes: '-', Status: '' };
    expect(await outcomesOf(district, [row])).toEqual(['unchanged']);
    expect(await deviceOf(district.admin, 'S1')).toMatchObject({
      assetTag: 'T1',
      costCents: 31_050,
      notes: 'bought in May',
    });
  });

  it('empties with CLEAR, and says each change field by field', async () => {
    const district = await withDevices(FULL);
    const { id } = await load(
      app,
      district.admin,
      csvOf([{ 'Serial number': 'S1', Cost: 'CLEAR', Notes: 'CLEAR', 'Asset tag': 'CLEAR', Room: 'CLEAR' }]),
    );
    const [row] = await rowsOf(district.admin, id);
    expect(row).toMatchObject({
      outcome: 'change',
      changes: { costCents: [31_050, null], notes: ['bought in May', null], assetTag: ['T1', null] },
    });
    expect(await deviceOf(district.admin, 'S1')).toMatchObject({
      assetTag: null,
      costCents: null,
      notes: null,
      room: null,
    });
  });

  it.each([
    ['status', { Status: 'CLEAR' }, 'refused Status CANNOT_CLEAR'],
    ['model', { Model: 'CLEAR' }, 'refused Model CANNOT_CLEAR'],
    ['site', { Site: 'CLEAR' }, 'refused Site CANNOT_CLEAR'],
  ])('may not CLEAR the %s', async (_field, cells, expected) => {
    const district = await withDevices(FULL);
    expect(await outcomesOf(district, [{ 'Serial number': 'S1', ...cells }])).toEqual([expected]);
  });

  it('may not CLEAR the last code', async () => {
    const district = await withDevices({ 'Asset tag': 'T9' });
    // A device cannot be found by a code that its own row clears, so this one comes by its serial number.
    const district2 = await withDevices({ ...FULL });
    expect(await outcomesOf(district, [{ 'Serial number': '', 'Asset tag': 'CLEAR', Site: 'A1' }])).toEqual([
      expect.stringMatching(/^refused/),
    ]);
    expect(await outcomesOf(district2, [{ 'Serial number': 'CLEAR', 'Asset tag': 'CLEAR' }])).toEqual([
      expect.stringMatching(/^refused/),
    ]);
  });

  it('is matched by serial number first, then by tag', async () => {
    const district = await withDevices(FULL);
    expect(
      await outcomesOf(district, [{ 'Serial number': 's1', 'Asset tag': 'T1-NEW', Notes: 'by serial' }]),
    ).toEqual(['change']);
    expect(
      await outcomesOf(district, [{ 'Serial number': '', 'Asset tag': 't1-new', Notes: 'by tag' }]),
    ).toEqual(['change']);
    expect(await deviceOf(district.admin, 'S1')).toMatchObject({ assetTag: 'T1-NEW', notes: 'by tag' });
  });

  it('that matches two devices is refused, with both', async () => {
    const district = await withDevices(FULL, { 'Asset tag': 'T2', 'Serial number': 'S2' });
    const { id } = await load(app, district.admin, csvOf([{ 'Serial number': 'S1', 'Asset tag': 'T2' }]));
    const [row] = await rowsOf(district.admin, id);
    const ids = await Promise.all(
      ['S1', 'S2'].map(async (code) => (await deviceOf(district.admin, code)).id),
    );
    expect(row?.outcome).toBe('refused');
    expect(row?.problems?.[0]?.code).toBe('MATCHES_TWO');
    for (const device of ids) expect(row?.problems?.[0]?.detail).toContain(device);
  });

  it('that comes again in the file is refused, and names the first', async () => {
    const district = await districtWithSites(app);
    const rows = [
      { 'Asset tag': 'T1', 'Serial number': 'S1' },
      { 'Asset tag': 'T2', 'Serial number': 's1' },
      { 'Asset tag': 't1', 'Serial number': 'S3' },
      { 'Asset tag': 'T4', 'Serial number': 'S4' },
    ];
    const { id, plan } = await load(app, district.admin, devicesCsv(rows));
    expect(plan).toMatchObject({ add: 2, refused: 2 });
    const refused = await rowsOf(district.admin, id, 'refused');
    expect(refused.map(({ rowNo }) => rowNo)).toEqual([3, 4]);
    for (const { problems } of refused)
      expect(problems).toEqual([
        expect.objectContaining({ code: 'REPEATED', detail: expect.stringContaining('Row 2') }),
      ]);
  });

  it('with a code that lost its digits, is too long or cannot be printed is refused', async () => {
    const district = await districtWithSites(app);
    const bad = ['6.37702E+15', '6,37702e+15', 'S\u0007N', 'S'.repeat(65)];
    const rows = bad.map((code, i) => ({
      'Serial number': code,
      'Asset tag': `T${i}`,
      Site: 'A1',
      Model: 'iPad (9th generation)',
      Kind: 'ipad',
    }));
    const outcomes = await outcomesOf(district, rows);
    expect(outcomes).toHaveLength(bad.length);
    for (const outcome of outcomes) expect(outcome).toMatch(/^refused Serial number /);
  });

  it('is told its problems under the headers of its own file', async () => {
    const district = await districtWithSites(app);
    const rows = [
      {
        SN: 'S1',
        School: 'nowhere',
        Make: 'Lenovo',
        Product: '300e',
        Type: 'chromebook',
        Bought: '2020-01-01',
      },
      { SN: 'S2', School: 'A1', Make: 'Lenovo', Product: '300e', Type: 'chromebook', Bought: '2999-01-01' },
      { SN: '0000000', School: 'A1', Make: 'Lenovo', Product: '300e', Type: 'chromebook', Bought: '' },
    ];
    const columns = {
      SN: 'serialNumber',
      School: 'site',
      Make: 'manufacturer',
      Product: 'model',
      Type: 'kind',
      Bought: 'purchasedOn',
    };
    const { id } = await load(app, district.admin, csvOf(rows), { mapping: { columns } });
    const told = (await rowsOf(district.admin, id)).map(({ problems }) =>
      problems?.map(({ column }) => column),
    );
    expect(told).toEqual([['School'], ['Bought'], ['SN']]);
  });

  it('may have its tag filled up by the mapping', async () => {
    const district = await withDevices({ 'Asset tag': '001234', 'Serial number': 'S1' });
    const columns = { 'Asset tag': 'assetTag', Notes: 'notes' };
    const file = csvOf([{ 'Asset tag': '1234', Notes: 'zeros lost' }]);
    const { plan } = await load(app, district.admin, file, { mapping: { columns, padTagsTo: 6 } });
    expect(plan).toMatchObject({ change: 1 });
    expect(await deviceOf(district.admin, '001234')).toMatchObject({ notes: 'zeros lost' });
  });

  it('of a file that went in before is unchanged, whoever reads it again', async () => {
    const district = await districtWithSites(app);
    const file = devicesCsv([
      FULL,
      { 'Asset tag': 'T2', 'Serial number': 'S2', Status: 'retired', Notes: '=1+1' },
    ]);
    await load(app, district.admin, file);
    const again = await load(app, district.admin, file);
    expect(again.plan).toMatchObject({ rows: 2, unchanged: 2, add: 0, change: 0, refused: 0 });
    expect(await deviceOf(district.admin, 'S2')).toMatchObject({ version: 1 });
  });

  it('may be of a family called None, Null or NA, whose cells other columns take for blank', async () => {
    const district = await districtWithSites(app);
    const named = (id: string, first: string, last: string) => ({
      'Person ID': id,
      'First name': first,
      'Last name': last,
      Role: 'staff',
      Grade: 'None',
    });
    await load(
      app,
      district.admin,
      csvOf([named('P1', 'Na', 'Null'), named('P2', 'Unknown', 'None'), named('P3', 'N/A', '-')]),
      { kind: 'people' },
    );
    const { body } = await district.admin.get('/people').expect(200);
    const names = (body as { items: { givenName: string; familyName: string; grade: string }[] }).items.map(
      ({ givenName, familyName, grade }) => [givenName, familyName, grade],
    );
    expect(names).toHaveLength(3);
    expect(names).toEqual(
      expect.arrayContaining([
        ['Na', 'Null', null],
        ['Unknown', 'None', null],
        [null, null, null],
      ]),
    );
  });
});
