import pg from 'pg';
import { type TestApp, testApp, type TestDistrict, type TestUser } from '../support/app.js';
import { allUnchanged, comesBack, download, exportedRows, FORMATS } from '../support/exports.js';
import { csvOf, load, type Row } from '../support/imports.js';

/** From files, as what a person says is kept against a file: an export that came back wrong would still pass. */
const SITES: Row[] = [
  {
    'Site code': '0042',
    Name: 'Álamo "East", the\nold one',
    Type: 'elementary',
    'Grade span': 'TK-6',
    Region: '=1+1',
    Street: '+1 Main St, #5',
    City: '東京',
    State: 'CA',
    'Postal code': '02134',
    Latitude: '33.66949999999999',
    Longitude: '-117.8231',
    Served: 'no',
    Charter: 'yes',
    'Opened on': '1971-09-01',
    'Closed on': '2024-06-30',
  },
  { 'Site code': '42', Name: "'tis, @home", Type: 'office', Region: 'North', Longitude: '-0.0000001' },
  { 'Site code': '=A1', Name: '=HYPERLINK("http://x")', 'Grade span': '9', Type: 'other', Region: 'North' },
];
const PUPILS: Row[] = [
  { 'Site code': '0042', 'Enrolled students': '512', 'School year': '1999-00' },
  { 'Site code': '0042', 'Enrolled students': '0', 'School year': '2025-26' },
  { 'Site code': '=A1', 'Enrolled students': '1204', 'School year': '2025-26' },
];

const PEOPLE: Row[] = [
  {
    'Person ID': '00123',
    'First name': 'Zoë "Zo", Ann',
    'Last name': 'Null',
    Email: '=zoe+1@example.org',
    Role: 'student',
    Grade: '05',
    'Site code': '0042',
    'Left on': '2024-06-14',
  },
  { 'Person ID': '123', 'First name': '=1+1', 'Last name': 'O’Brien-李\nJr', Role: 'student' },
  { 'Person ID': '-7', 'Last name': "'=x", Role: 'staff', 'Site code': '42' },
  {
    'Person ID': 'gone',
    'First name': 'Vera',
    'Last name': 'Secret',
    Email: 'vera@example.org',
    Role: 'student',
  },
];

const LISTS = { sites: SITES, pupils: PUPILS, people: PEOPLE };

let app: TestApp;
let district: TestDistrict;
let stranger: TestDistrict;

beforeAll(async () => {
  app = await testApp();
  district = await app.district();
  stranger = await app.district();
  for (const [kind, rows] of Object.entries(LISTS)) {
    const heads = Object.fromEntries(rows.flatMap((row) => Object.keys(row).map((head) => [head, ''])));
    const file = csvOf(rows.map((row) => ({ ...heads, ...row })));
    const { plan } = await load(app, district.admin, file, { kind });
    expect(plan).toMatchObject({ rows: rows.length, refused: 0, unchanged: 0 });
  }
  const { body } = await district.admin.get('/people?text=vera').expect(200);
  const [vera] = (body as { items: { id: string }[] }).items;
  await district.admin.post(`/people/${vera?.id}/redaction`).expect(200);
});

afterAll(() => app.close());

/** The code or id in the first column. */
async function first(user: TestUser, path: string): Promise<(string | undefined)[]> {
  return (await exportedRows(user, path)).map((row) => Object.values(row)[0]);
}

describe.each(Object.entries(LISTS))('an export of %s', (kind, { length }) => {
  it.each(FORMATS)('comes back unchanged from %s, and nothing is said of any row', async (format) => {
    const { plan, remarks } = await comesBack(app, district.admin, kind, format);
    expect(plan).toMatchObject(allUnchanged(length));
    expect(remarks).toEqual([]);
  });

  it('has nothing of another district', async () => {
    expect(await first(stranger.admin, `${kind}/export/csv`)).toEqual([]);
  });

  it('refuses a format it does not have, and what only pages have', async () => {
    await district.admin.get(`/${kind}/export/ods`).expect(400);
    await district.admin.get(`/${kind}/export/csv?limit=5`).expect(400);
  });
});

it('guards what a spreadsheet would run, and leaves numbers numbers', async () => {
  const sites = (await download(district.admin, 'sites/export/csv')).toString();
  expect(sites).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(sites).toContain(',33.66949999999999,-117.8231,FALSE,TRUE,1971-09-01,2024-06-30,0,2025-26\r\n');
  expect((await download(district.admin, 'people/export/csv')).toString()).toContain(
    `\r\n123,'=1+1,"O’Brien`,
  );
});

it('has what the filters of the list leave', async () => {
  const { admin } = district;
  expect(await first(admin, 'sites/export/csv?region=North&type=office')).toEqual(['42']);
  expect(await first(admin, 'sites/export/csv?open=false')).toEqual(['0042']);
  expect(await first(admin, 'people/export/csv?role=staff')).toEqual(["'-7"]);
  expect(await first(admin, 'people/export/csv?site=0042&left=true')).toEqual(['00123']);
  expect(await first(admin, 'pupils/export/csv?region=North')).toEqual(["'=A1"]);
});

it('has the pupils that stand, of every school year or of the one that is asked for', async () => {
  const { admin } = district;
  const { body } = await admin.get('/sites?text=0042').expect(200);
  const [site] = (body as { items: { id: string }[] }).items;
  for (const pupils of [600, 512])
    await admin.put(`/sites/${site?.id}/pupils/1999-00`).send({ pupils }).expect(200);
  expect(await exportedRows(admin, 'pupils/export/csv')).toEqual(
    PUPILS.map((row) => ({ ...row, 'Site code': row['Site code']?.replace('=', "'=") })),
  );
  expect(await first(admin, 'pupils/export/csv?schoolYear=1999-00')).toEqual(['0042']);
  expect(await exportedRows(admin, 'sites/export/csv?text=0042&schoolYear=1999-00')).toMatchObject([
    PUPILS[0],
  ]);
  await admin.get('/pupils/export/csv?schoolYear=1999-05').expect(400);
});

it('shows a role with a reach its own sites and their people alone', async () => {
  const technician = await app.user(district, 'technician', { sites: ['0042'] });
  expect(await first(technician, 'sites/export/csv')).toEqual(['0042']);
  expect(await first(technician, 'pupils/export/csv')).toEqual(['0042', '0042']);
  expect(await first(technician, 'people/export/csv')).toEqual(['00123']);
  const staff = await app.user(district, 'site_staff', { sites: ['0042'] });
  expect(await first(staff, 'pupils/export/csv')).toEqual(['0042', '0042']);
  await staff.get('/people/export/csv').expect(403);
});

describe('an export of people', () => {
  it('has whoever was redacted without their name and address', async () => {
    const rows = await exportedRows(district.admin, 'people/export/csv?text=gone');
    expect(rows).toEqual([
      {
        'Person ID': 'gone',
        'First name': '',
        'Last name': '',
        Email: '',
        Role: 'student',
        Grade: '',
        'Site code': '',
        'Left on': '',
      },
    ]);
  });

  it.each(FORMATS)('logs whose names of pupils were shown to whom, as %s', async (format) => {
    const its = await app.user(district, 'its');
    await download(its, `people/export/${format}`);
    const log = await app.source.query<object[]>(
      `SELECT what ->> 'by' AS by, array(
                SELECT p.external_id FROM people p
                 WHERE p.district_id = r.district_id AND r.what -> 'people' ? p.id::text ORDER BY 1) AS pupils
         FROM name_readings r WHERE r.district_id = $1 AND r.account_id = $2`,
      [district.id, its.scope.accountId],
    );
    expect(log).toEqual([{ by: 'people.export', pupils: ['00123', '123'] }]);
  });

  it('is not there without its log', async () => {
    const { ownerUrl } = app.database;
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    await owner.query('ALTER TABLE name_readings RENAME TO gone');
    try {
      const path = `${app.url}/api/v1/people/export/csv`;
      const answer = await fetch(path, { headers: { authorization: `Bearer ${district.admin.token}` } });
      await expect(answer.text()).rejects.toThrow();
    } finally {
      await owner.query('ALTER TABLE gone RENAME TO name_readings');
      await owner.end();
    }
    expect(await first(district.admin, 'people/export/csv?role=staff')).toEqual(["'-7"]);
  });

  it('needs no second connection for its log, so that many at once do not wait for each other', async () => {
    // Each account may download four files at once; together, these want twice as many connections as there are.
    const accounts = [district.admin];
    while (accounts.length < 4) accounts.push(await app.user(district, 'admin'));
    const exports = accounts.flatMap((account) =>
      Array.from({ length: 4 }, () => first(account, 'people/export/csv')),
    );
    const lists = await Promise.all(exports);
    expect(lists).toHaveLength(16);
    for (const ids of lists) expect(ids).toHaveLength(PEOPLE.length);
  });
});
