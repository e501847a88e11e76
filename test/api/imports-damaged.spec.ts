import { testApp, type TestApp, type TestDistrict, type TestUser } from '../support/app.js';
import { workbook } from '../support/import-readings.js';
import { addSites, csvOf, load, type Row, rowsOf, step, type UploadFields } from '../support/imports.js';

/** The character that replaces a byte that is not UTF-8. Exports contain it too. */
const LOST = '\uFFFD';

let app: TestApp;
let district: TestDistrict;
let admin: TestUser;

beforeAll(async () => {
  app = await testApp();
  district = await app.district();
  ({ admin } = district);
  await addSites(district, ['A1']);
});

afterAll(() => app.close());

let made = 0;
/** A code that nothing has yet. */
const fresh = (): string => `D-${1000 + ++made}`;

/** A row of each kind that nothing is wrong with. */
const SOUND: Record<string, () => Row> = {
  devices: () => ({
    'Asset tag': fresh(),
    'Serial number': fresh(),
    Manufacturer: 'Lenovo',
    Model: 'Chromebook X',
    Kind: 'chromebook',
    Site: 'A1',
    Room: '1',
    Cart: '',
    'MAC address': '',
    IMEI: '',
    'Old tag': '',
    'Funding source': '',
    'Purchase reference': '',
    Notes: '',
    Holder: '',
    Status: '',
    Cost: '',
    'In service on': '',
  }),
  people: () => ({
    'Person ID': fresh(),
    'First name': 'Zoë',
    'Last name': 'Ann',
    Email: '',
    Role: 'student',
    Grade: '',
    'Site code': 'A1',
    'Left on': '',
  }),
  sites: () => ({
    'Site code': fresh(),
    Name: fresh(),
    Type: 'office',
    Region: '',
    City: '',
    'Grade span': '',
    Latitude: '',
    'Opened on': '',
  }),
  pupils: () => ({ 'Site code': 'A1', 'School year': '2025-26', Pupils: String(500 + ++made) }),
};

/** For each kind and column what a cell with a lost character comes to: refused with a code, or only noted. */
const DAMAGED: Record<string, Record<string, string>> = {
  devices: {
    'Asset tag': 'refused DAMAGED_TEXT',
    'Serial number': 'refused DAMAGED_TEXT',
    'MAC address': 'refused DAMAGED_TEXT',
    IMEI: 'refused DAMAGED_TEXT',
    'Old tag': 'refused DAMAGED_TEXT',
    Manufacturer: 'noted',
    Model: 'noted',
    Room: 'noted',
    Cart: 'noted',
    'Funding source': 'noted',
    'Purchase reference': 'noted',
    Notes: 'noted',
    Kind: 'refused UNKNOWN_WORD',
    Status: 'refused UNKNOWN_WORD',
    Site: 'refused DAMAGED_TEXT',
    Holder: 'refused DAMAGED_TEXT',
    Cost: 'refused NOT_AN_AMOUNT',
    'In service on': 'refused NOT_A_DATE',
  },
  people: {
    'Person ID': 'refused DAMAGED_TEXT',
    'Site code': 'refused DAMAGED_TEXT',
    Email: 'refused DAMAGED_TEXT',
    'First name': 'noted',
    'Last name': 'noted',
    Grade: 'noted',
    Role: 'refused UNKNOWN_WORD',
    'Left on': 'refused NOT_A_DATE',
  },
  sites: {
    'Site code': 'refused DAMAGED_TEXT',
    Name: 'noted',
    Region: 'noted',
    City: 'noted',
    'Grade span': 'refused BAD_GRADE_SPAN',
    Type: 'refused UNKNOWN_WORD',
    Latitude: 'refused NOT_A_NUMBER',
    'Opened on': 'refused NOT_A_DATE',
  },
  pupils: {
    'Site code': 'refused DAMAGED_TEXT',
    'School year': 'refused NO_SCHOOL_YEAR',
    Pupils: 'refused NOT_AN_INTEGER',
  },
};

/** Where the cell with the lost character comes from. */
const FORMATS: Record<string, (rows: Row[]) => Promise<[file: Buffer, name: string]>> = {
  // As an export that lost the character once already would have it, in good UTF-8.
  'csv with the character': async (rows) => [Buffer.from(csvOf(rows)), 'a.csv'],
  // One byte of Windows-1252 among much UTF-8, which is read as UTF-8.
  'csv with the byte': async (rows) => {
    const pieces = csvOf(rows)
      .split(LOST)
      .map((piece) => Buffer.from(piece));
    const bytes = pieces.flatMap((piece, i) => (i === 0 ? [piece] : [Buffer.from([0xe9]), piece]));
    return [Buffer.concat(bytes), 'a.csv'];
  },
  xlsx: async (rows) => {
    const headers = Object.keys(rows[0] ?? {});
    return [
      await workbook(
        headers,
        rows.map((row) => headers.map((header) => row[header] ?? '')),
      ),
      'a.xlsx',
    ];
  },
};

interface Verdict {
  outcome: string;
  problems: string[];
  notes: string[];
}

const verdicts = async (id: string): Promise<Verdict[]> =>
  (await rowsOf(admin, id)).map(({ outcome, problems, notes }) => ({
    outcome,
    problems: (problems ?? []).map(({ column, code }) => `${column} ${code}`),
    notes: (notes ?? []).flatMap(({ code, column }) => (code === 'DAMAGED_TEXT' ? (column ?? '') : [])),
  }));

/** Rehearses and commits; both say the same, which is returned. */
async function judged(file: Buffer, fields: UploadFields): Promise<Verdict[]> {
  const { id } = await load(app, admin, file, { mode: 'rehearse', ...fields });
  const rehearsed = await verdicts(id);
  await step(app, admin, id, 'commit');
  expect(await verdicts(id)).toEqual(rehearsed);
  return rehearsed;
}

describe.each(Object.entries(FORMATS))('a cell with a lost character, in %s', (_, fileOf) => {
  it.each(Object.entries(DAMAGED))('is refused or noted, by column: %s', async (kind, columns) => {
    const rows = Object.keys(columns).map((column) => ({ ...SOUND[kind]?.(), [column]: `Ca${LOST}e` }));
    const [file, fileName] = await fileOf(rows);
    const found = await judged(file, { kind, fileName, reading: { encoding: 'utf-8' } });
    const said = Object.keys(columns).map((column, i) => {
      const { outcome, problems, notes } = found[i] as Verdict;
      if (outcome === 'refused') return [column, `refused ${problems.join(', ').replace(`${column} `, '')}`];
      return [column, notes.join() === column ? 'noted' : `${outcome} with notes of ${notes.join()}`];
    });
    expect(Object.fromEntries(said)).toEqual(columns);
  });

  it('in a header leaves that column out, and says so', async () => {
    const damaged = Object.fromEntries(
      Object.entries(SOUND['devices']?.() ?? {}).map(([header, cell]) => [
        header === 'Notes' ? `N${LOST}tes` : header,
        cell,
      ]),
    );
    const [file, fileName] = await fileOf([damaged]);
    const { warnings, plan } = await load(app, admin, file, { fileName, reading: { encoding: 'utf-8' } });
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'COLUMN_NOT_USED', column: `N${LOST}tes` }),
    );
    expect(plan).toMatchObject({ add: 1, refused: 0 });
  });
});
