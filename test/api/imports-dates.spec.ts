import { RecountService } from '../../src/count-evidence/recount.service.js';
import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { countBySite, deviceOf, districtWithSites, load, rowsOf, step } from '../support/imports.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

const PEOPLE = `External id,Given name,Family name,Role,Site
S100,Ana,One,student,A1
S200,Ben,Two,student,A1
`;
const HEADER =
  'Serial number,Manufacturer,Model,Kind,Site,Status,Status since,Holder,Loaned on,In service on,Purchased on';

async function withPeople(): Promise<TestDistrict> {
  const district = await districtWithSites(app);
  await load(app, district.admin, PEOPLE, { kind: 'people' });
  return district;
}

/** Cells of one device, from its status on. */
const device = (serial: string, cells: string): string => `${serial},Dell,Latitude 3120,laptop,A1,${cells}`;

/** Rehearses and commits rows; the notes of both are the same, but for those about models. */
async function notesOf(
  district: TestDistrict,
  rows: readonly string[],
  options: { kind?: string; header?: string } = {},
): Promise<string[]> {
  const { kind = 'devices', header = HEADER } = options;
  const csv = `${[header, ...rows].join('\n')}\n`;
  const rehearsed = await load(app, district.admin, csv, { kind, mode: 'rehearse' });
  const before = await rowsOf(district.admin, rehearsed.id);
  const committed = await step(app, district.admin, rehearsed.id, 'commit');
  expect(committed.plan).toEqual(rehearsed.plan);
  const after = await rowsOf(district.admin, rehearsed.id);
  expect(after.map(({ notes, problems }) => ({ notes, problems }))).toEqual(
    before.map(({ notes, problems }) => ({ notes, problems })),
  );
  return after.map(({ outcome, notes, problems }) =>
    [outcome, ...[...(problems ?? []), ...(notes ?? [])].map(({ code }) => code)]
      .filter((word) => word !== 'MODEL_ADDED')
      .join(' '),
  );
}

async function loanOf(district: TestDistrict, code: string): Promise<string> {
  const [loan] = await app.source.query<{ on: string }[]>(
    `SELECT (c.loaned_at AT TIME ZONE d.time_zone)::date::text AS on
       FROM custody c JOIN districts d ON d.id = c.district_id
       JOIN device_codes k ON k.district_id = c.district_id AND k.device_id = c.device_id
      WHERE c.district_id = $1 AND k.code = $2 AND c.returned_at IS NULL`,
    [district.id, code],
  );
  return loan?.on ?? 'none';
}

async function recounted({ id }: TestDistrict): Promise<unknown[]> {
  const differences: unknown[] = [];
  await app.get(RecountService).check(id, (difference) => differences.push(difference));
  return differences;
}

describe('a loan that is older than everything else in its row', () => {
  it('dates the entry where the row has no other date, and keeps its own', async () => {
    const district = await withPeople();
    expect(await notesOf(district, [device('LON0001', 'Deployed,,S100,2024-05-01,,')])).toEqual([
      'add ENTERED_ON_FIRST_DATE',
    ]);
    expect(await loanOf(district, 'LON0001')).toBe('2024-05-01');
    expect(await deviceOf(district.admin, 'LON0001')).toMatchObject({
      enteredOn: '2024-05-01',
      entryDated: false,
    });
    expect(await countBySite(district.admin, '2024-05-01')).toEqual({ A1: 1 });
    expect(await countBySite(district.admin, '2024-04-30')).toEqual({});
    expect(await recounted(district)).toEqual([]);
  });

  it('gives way to the in-service date of its row, and the answer says so', async () => {
    const district = await withPeople();
    expect(await notesOf(district, [device('LON0002', 'Deployed,,S200,2024-05-01,2025-08-01,')])).toEqual([
      'add LOAN_BEFORE_ENTRY',
    ]);
    expect(await loanOf(district, 'LON0002')).toBe('2025-08-01');
  });
});

describe('a date that a row of a new device gives', () => {
  it.each([
    ['nothing but the device', 'In stock,,,,,', 'add ENTERED_TODAY'],
    ['an in-service date', 'In stock,,,,2024-05-01,', 'add'],
    ['a purchase date', 'In stock,,,,,2024-05-01', 'add'],
    ['a loan after the entry', 'Deployed,,S100,2024-06-01,2024-05-01,', 'add'],
    ['a loan on the day of entry', 'Deployed,,S100,2024-05-01,2024-05-01,', 'add'],
    ['a loan without its date', 'Deployed,,S100,,2024-05-01,', 'add LOAN_DATE_ASSUMED'],
    ['a loan date without a holder', 'Deployed,,,2024-06-01,2024-05-01,', 'add LOAN_DATE_IGNORED'],
    ['a status from the day of entry', 'Deployed,2024-05-01,,,2024-05-01,', 'add'],
    ['a status before the entry', 'Deployed,2023-05-01,,,2024-05-01,', 'add STATUS_BEFORE_ENTRY'],
    ['a later status of use', 'Deployed,2025-05-01,,,2024-05-01,', 'add STATUS_DATE_NOT_KEPT'],
    ['a later retirement', 'Retired,2025-05-01,,,2024-05-01,', 'add'],
    ['a retirement before the entry', 'Retired,2023-05-01,,,2024-05-01,', 'add STATUS_BEFORE_ENTRY'],
    ['a retirement of no day', 'Retired,,,,2024-05-01,', 'add STATUS_DATE_ASSUMED'],
    ['a retirement and no entry', 'Retired,2023-05-01,,,,', 'add ENTERED_ON_FIRST_DATE'],
    ['a holder of what is retired', 'Retired,2025-05-01,S100,,2024-05-01,', 'add HOLDER_NOT_KEPT'],
    ['a loss', 'Missing,2025-05-01,,,2024-05-01,', 'add LOST_ASSUMED'],
    ['a disposal', 'Disposed,2025-05-01,,,2024-05-01,', 'add ROUTE_ASSUMED'],
    ['no status', ',,,,2024-05-01,', 'add STATUS_ASSUMED'],
    ['a date to come', 'Deployed,,,,2099-05-01,', 'refused FUTURE_DATE'],
    ['a loan to come', 'Deployed,,S100,2099-05-01,2024-05-01,', 'refused FUTURE_DATE'],
  ])('is kept or mentioned: %s', async (_what, cells, expected) => {
    const district = await withPeople();
    expect(await notesOf(district, [device('DAT0001', cells)])).toEqual([expected]);
    expect(await recounted(district)).toEqual([]);
  });
});

describe('a date that a row gives of a device that is there', () => {
  it('is kept or mentioned', async () => {
    const district = await withPeople();
    await notesOf(district, [device('OLD0001', 'Deployed,,S100,2024-06-01,2024-05-01,')]);
    const row = (cells: string): string => `OLD0001,${cells}`;
    const header = 'Serial number,Status,Status since,Holder,Loaned on,In service on';
    const say = (cells: string) => notesOf(district, [row(cells)], { header });
    expect(await say('Deployed,,S100,2024-06-01,2024-05-01')).toEqual(['unchanged']);
    expect(await say(',,S100,2024-07-01,')).toEqual(['unchanged LOAN_DATE_KEPT']);
    expect(await say(',,S200,2024-04-01,')).toEqual(['refused BEFORE_ENTRY']);
    expect(await say(',,S200,2025-02-01,')).toEqual(['change']);
    expect(await loanOf(district, 'OLD0001')).toBe('2025-02-01');
    expect(await say(',,,,2024-03-01')).toEqual(['change COUNTS_FROM']);
    expect(await say('In stock,,,,')).toEqual(['change LOAN_ENDED']);
    expect(await say(',,,2024-07-01,')).toEqual(['unchanged LOAN_DATE_IGNORED']);
    expect(await recounted(district)).toEqual([]);
  });
});

describe('a date that no row gives', () => {
  it('is mentioned with a site that closes, opens again or changes its region', async () => {
    const district = await app.district();
    const header = 'Site code,Name,Type,Region,Status';
    const say = (cells: string) => notesOf(district, [cells], { kind: 'sites', header });
    expect(await say('H1,Harbor,high,,')).toEqual(['add']);
    expect(await say('H1,Harbor,high,West,')).toEqual(['change REGION_DATED']);
    expect(await say('H1,Harbor,high,East,')).toEqual(['change REGION_DATED']);
    expect(await say('H1,Harbor,high,East,closed')).toEqual(['change CLOSED_TODAY']);
    expect(await say('H1,Harbor,high,East,active')).toEqual(['change REOPENED']);
    expect(await say('H1,Harbor,high,East,active')).toEqual(['unchanged']);
  });

  it('is mentioned with a person who leaves or comes back', async () => {
    const district = await withPeople();
    const header = 'External id,Role,Status,Site';
    const say = (cells: string) => notesOf(district, [cells], { kind: 'people', header });
    expect(await say('S100,student,left,A1')).toEqual(['change LEFT_TODAY']);
    expect(await say('S100,student,left,A1')).toEqual(['unchanged']);
    expect(await say('S100,student,active,A1')).toEqual(['change CAME_BACK']);
  });
});
