import { newId } from '../../src/common/ids.js';
import { Transactions } from '../../src/database/transactions.js';
import type { Tx } from '../../src/database/tx.js';
import type { StagedRow } from '../../src/imports/import-kind.js';
import { CoveragesImport } from '../../src/warranty/coverages/in-bulk/coverages.import.js';
import type { CoverageView } from '../../src/warranty/coverages/coverages.queries.js';
import type { ImportView } from '../../src/imports/imports.queries.js';
import { testApp, type TestApp, type TestUser } from '../support/app.js';
import {
  addVendors,
  codesOf,
  coveragesCsv,
  coveragesOf,
  loadCoverages,
  onlyCoverageOf,
  saidOfRows,
} from '../support/coverages.js';
import { register, type Register } from '../support/devices.js';
import { type Row, rowsOf, send, show, step, upload, ended } from '../support/imports.js';

let app: TestApp;
let here: Register;
let its: TestUser;
let technician: TestUser;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  await addVendors(here.admin, [
    { name: 'Dell', timeZone: 'America/Chicago' },
    { name: 'Lenovo', timeZone: 'America/New_York' },
    { key: 'safe', name: 'Safe Insurance, Inc.' },
  ]);
  its = await app.user(here.district, 'its');
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(() => app.close());

const csv = coveragesCsv;

const loaded = (file: string, mode?: 'rehearse' | 'commit', user = its): Promise<ImportView> =>
  loadCoverages(app, user, file, mode);

const said = async (file: string, mode?: 'rehearse' | 'commit'): Promise<string[][]> =>
  saidOfRows(its, await loaded(file, mode));

const coverages = (deviceId: string): Promise<CoverageView[]> => coveragesOf(here.admin, deviceId);

const only = (deviceId: string): Promise<CoverageView> => onlyCoverageOf(here.admin, deviceId);

describe('a file of coverages', () => {
  it('adds what it says, with all terms, from the file', async () => {
    const { id, assetTag } = await here.add({ serialNumber: 'SN-A1' });
    const row = {
      'Serial number': 'sn-a1',
      'Asset tag': assetTag ?? '',
      Vendor: 'Safe insurance, INC.',
      Type: 'ADP',
      'Service level': 'Mail-in',
      'Cancelled on': '2026-01-31',
      'Contract number': 'P-77',
      'Incidents a year': '2',
      'Incidents in all': '6',
      Deductible: '$49.00',
      'Repair cap': '300',
      'Waiting days': '30',
      Exclusions: 'stolen; Lost, battery',
      'On replacement': 'ends',
    };
    const done = await loaded(csv([row]));
    expect(done).toMatchObject({ state: 'committed', plan: { rows: 1, add: 1, refused: 0, noted: 0 } });
    const coverage = await only(id);
    expect(coverage).toMatchObject({
      vendor: 'safe',
      kind: 'accidental_damage',
      serviceLevel: 'depot',
      startsOn: '2024-08-01',
      endsOn: '2027-07-31',
      cancelledOn: '2026-01-31',
      contractNumber: 'P-77',
      incidentsAYear: 2,
      incidentsInTotal: 6,
      deductibleCents: 4900,
      repairCapCents: 30_000,
      waitingDays: 30,
      excludes: ['battery', 'loss', 'theft'],
      onReplacement: 'ends',
      source: 'file',
      version: 1,
    });
    const [stored] = await app.source.query<{ sourceId: string }[]>(
      `SELECT source_id AS "sourceId" FROM coverages WHERE id = $1`,
      [coverage.id],
    );
    expect(stored?.sourceId).toBe(done.id);
  });

  it('is for those who import and see the whole district', async () => {
    const { id } = await here.add({ serialNumber: 'SN-A2' });
    const file = csv([{ 'Serial number': 'SN-A2' }]);
    await send(technician, file, { kind: 'coverages' }).expect(403);
    const lead = await app.user(here.district, 'lead', { sites: ['A', 'B'] });
    await send(lead, file, { kind: 'coverages' }).expect(403);
    expect(await loaded(file, 'commit', here.admin)).toMatchObject({ plan: { add: 1 } });
    await only(id);
    const { text } = await its.get('/imports/templates/coverages').expect(200);
    expect(text).toContain(
      'Serial number,Asset tag,Manufacturer,Vendor,Type,Service level,First day,Last day',
    );
  });

  it('finds no device, vendor or coverage of another district', async () => {
    const other = await register(app);
    await other.add({ serialNumber: 'SN-OTHER' });
    await other.admin
      .post('/vendors')
      .send({ name: 'Elsewhere', roles: ['insurer'] })
      .expect(201);
    await here.add({ serialNumber: 'SN-HERE' });
    expect(
      await said(csv([{ 'Serial number': 'SN-OTHER' }, { 'Serial number': 'SN-HERE', Vendor: 'elsewhere' }])),
    ).toEqual([
      ['refused', 'Serial number UNKNOWN_DEVICE'],
      ['refused', 'Vendor UNKNOWN_VENDOR'],
    ]);
  });

  it('refuses rows that it cannot keep, with words', async () => {
    const { assetTag } = await here.add({ serialNumber: 'SN-1' });
    const second = await here.add({ serialNumber: 'SN-2' });
    const serial = { 'Serial number': 'SN-1' };
    const rows: [Row, string][] = [
      [{ 'Serial number': 'SN-9' }, 'Serial number UNKNOWN_DEVICE'],
      [{ 'Asset tag': 'T-NONE' }, 'Asset tag UNKNOWN_DEVICE'],
      [{ ...serial, 'Asset tag': 'T-NONE' }, 'Asset tag UNKNOWN_DEVICE'],
      [{ ...serial, 'Asset tag': second.assetTag ?? '', Type: 'other' }, 'Asset tag MATCHES_TWO'],
      [{}, 'Serial number NO_CODE'],
      [{ ...serial, Vendor: 'nobody' }, 'Vendor UNKNOWN_VENDOR'],
      [{ ...serial, Vendor: '' }, 'Vendor REQUIRED'],
      [{ ...serial, Type: '' }, 'Type REQUIRED'],
      [{ ...serial, Type: 'lifetime' }, 'Type UNKNOWN_WORD'],
      [{ ...serial, 'First day': '', 'Last day': '' }, 'First day COVERAGE_WITHOUT_DAYS'],
      [{ ...serial, 'Last day': '' }, 'Last day REQUIRED'],
      [{ ...serial, Type: 'extended', 'Last day': '2024-07-31' }, 'Last day BEFORE_START'],
      [{ ...serial, 'Last day': '2027-02-30' }, 'Last day IMPOSSIBLE_DATE'],
      [{ ...serial, Exclusions: 'theft; rain' }, 'Exclusions UNKNOWN_WORD'],
      [{ ...serial, 'Incidents a year': '0' }, 'Incidents a year OUT_OF_RANGE'],
      [{ ...serial, 'Waiting days': '400' }, 'Waiting days OUT_OF_RANGE'],
      [{ ...serial, Cancelled: 'yes' }, 'Cancelled on CANCELLED_WITHOUT_DAY'],
      [{ ...serial, 'Time zone of the dates': 'Mars/Olympus' }, 'Time zone of the dates UNKNOWN_TIME_ZONE'],
    ];
    const all = { Cancelled: '', 'Cancelled on': '', Exclusions: '', 'Time zone of the dates': '' };
    expect(await said(csv(rows.map(([row]) => ({ ...all, ...row }))))).toEqual(
      rows.map(([, problem]) => ['refused', problem]),
    );
    const [same] = await rowsOf(
      its,
      (await loaded(csv([{ ...serial, 'Asset tag': second.assetTag ?? '' }]))).id,
    );
    expect(same?.problems?.[0]?.detail).toBe(
      `The serial number SN-1 and the asset tag ${second.assetTag} are on two different devices. Correct one of the two cells.`,
    );
    expect(await coverages(second.id)).toEqual([]);
    expect(await said(csv([{ ...serial, 'Asset tag': assetTag ?? '' }]))).toEqual([['add']]);
  });

  it('asks for the manufacturer where two of them have the same serial number', async () => {
    const dell = await here.add({ serialNumber: 'SAME1' });
    const hp = await here.add({ serialNumber: 'SAME1', manufacturer: 'HP', model: 'ProBook 450' });
    const rows = await rowsOf(its, (await loaded(csv([{ 'Serial number': 'SAME1' }]))).id);
    expect(codesOf(rows[0]?.problems ?? null)).toEqual(['Serial number SERIAL_UNCLEAR']);
    expect(rows[0]?.problems?.[0]?.detail).toContain('Add a column with the manufacturer');
    const named = (Manufacturer: string): Row => ({ 'Serial number': 'SAME1', Manufacturer });
    expect(await said(csv([named('Hewlett-Packard'), named('Acer')]))).toEqual([
      ['add'],
      ['refused', 'Serial number UNKNOWN_DEVICE'],
    ]);
    await only(hp.id);
    expect(await coverages(dell.id)).toEqual([]);
    const withTag = { 'Serial number': 'SAME1', 'Asset tag': dell.assetTag ?? '' };
    expect(await said(csv([withTag]))).toEqual([['add']]);
  });

  it('refuses a row that repeats another, also where one names the device by its tag and the other by its serial', async () => {
    const { assetTag } = await here.add({ serialNumber: 'SN-1' });
    const bySerial = { 'Serial number': 'SN-1' };
    const byTag = { 'Asset tag': assetTag ?? '', Vendor: 'LENOVO' };
    expect(await said(csv([bySerial, bySerial, byTag, { ...bySerial, Type: 'battery' }]))).toEqual([
      ['add'],
      ['refused', 'row REPEATED'],
      ['refused', 'row REPEATED'],
      ['add'],
    ]);
  });

  it('changes what a file said before, and keeps what a blank cell does not say', async () => {
    const { id } = await here.add({ serialNumber: 'SN-1' });
    const row = { 'Serial number': 'SN-1', 'Incidents a year': '2', Exclusions: 'theft', Deductible: '49' };
    await loaded(csv([row]));
    const before = await only(id);
    expect(await said(csv([row]))).toEqual([['unchanged']]);
    const blank = { 'Incidents a year': '', Exclusions: '', Deductible: 'CLEAR' };
    const longer = csv([{ ...row, ...blank, 'Last day': '2028-07-31' }]);
    const done = await loaded(longer);
    expect(done).toMatchObject({ plan: { change: 1 } });
    expect(await only(id)).toMatchObject({
      id: before.id,
      endsOn: '2028-07-31',
      incidentsAYear: 2,
      excludes: ['theft'],
      deductibleCents: null,
      version: 2,
    });
    const [shown] = await rowsOf(its, done.id);
    expect(shown?.changes).toMatchObject({
      endsOn: ['2027-07-31', '2028-07-31'],
      deductibleCents: [4900, null],
    });
  });

  it('keeps its coverage beside what a person entered, and says where the two differ', async () => {
    const { id } = await here.add({ serialNumber: 'SN-1' });
    const own = { deviceId: id, vendor: 'lenovo', kind: 'manufacturer', startsOn: '2024-08-01' };
    await technician
      .post('/coverages')
      .send({ ...own, endsOn: '2026-07-31' })
      .expect(201);
    const file = csv([{ 'Serial number': 'SN-1' }]);
    for (const mode of ['rehearse', 'commit'] as const)
      expect(await said(file, mode)).toEqual([['add', 'Last day KEPT_BESIDE']]);
    expect((await coverages(id)).map(({ source, endsOn }) => [source, endsOn])).toEqual([
      ['file', '2027-07-31'],
      ['person', '2026-07-31'],
    ]);
    const [row] = await rowsOf(its, (await loaded(file)).id);
    expect(row?.notes?.[0]?.detail).toContain(
      'A person entered the same coverage with another last day, 2026-07-31. The file says 2027-07-31.',
    );
    const terms = { 'Serial number': 'SN-1', 'Last day': '2026-07-31', 'Incidents a year': '1' };
    expect(await said(csv([terms]))).toEqual([['change', 'row KEPT_BESIDE']]);
    expect(await said(csv([{ ...terms, 'Incidents a year': 'CLEAR' }]))).toEqual([['change']]);
  });

  it('reads instants in the time zone of the vendor, with a note, and plain dates as they are', async () => {
    const { id } = await here.add({ serialNumber: 'SN-1' });
    const row = { 'Serial number': 'SN-1', Vendor: 'dell' };
    const days = { 'First day': '2016-03-24T05:00:00.0Z', 'Last day': '2019-03-25T04:59:59.9999999Z' };
    expect(await said(csv([{ ...row, ...days }]))).toEqual([
      ['add', 'First day INSTANT_READ_AS_DAY', 'Last day INSTANT_READ_AS_DAY'],
    ]);
    expect(await only(id)).toMatchObject({ startsOn: '2016-03-24', endsOn: '2019-03-24' });
    const plain = { 'First day': '3/24/2016', 'Last day': '3/24/19' };
    expect(await said(csv([{ ...row, ...plain }]))).toEqual([['unchanged']]);
    const zoned = { ...row, ...days, 'Time zone of the dates': 'UTC' };
    expect(await said(csv([zoned]))).toEqual([
      ['change', 'First day INSTANT_READ_AS_DAY', 'Last day INSTANT_READ_AS_DAY'],
    ]);
    expect(await only(id)).toMatchObject({ endsOn: '2019-03-25' });
  });

  it('takes the same number of statements for many rows as for few', async () => {
    for (let i = 0; i < 40; i += 1) await here.add({ serialNumber: `MANY-${i}` });
    const fields = (endsOn: string) => (_: unknown, i: number) => ({
      rowNo: i + 2,
      newId: newId(),
      fields: { serialNumber: `MANY-${i}`, vendor: 'lenovo', kind: 'other', startsOn: '2024-01-01', endsOn },
    });
    const few = await statementsOf(Array.from({ length: 2 }, fields('2025-01-01')));
    const many = await statementsOf(Array.from({ length: 40 }, fields('2026-01-01')));
    expect(few).toEqual({ statements: 4, outcomes: Array(2).fill('add') });
    expect(many).toEqual({ statements: 5, outcomes: [...Array(2).fill('change'), ...Array(38).fill('add')] });
  });
});

/** Commits rows, and counts the statements for them. */
async function statementsOf(rows: StagedRow[]): Promise<{ statements: number; outcomes: string[] }> {
  let statements = 0;
  const context = {
    scope: its.scope,
    importId: newId(),
    changeSetId: newId(),
    options: {},
    memory: new Map(),
  };
  const outcomes = await app.get(Transactions).run((tx) => {
    const counting = {
      at: tx.at,
      query: (sql: string, parameters: unknown[]) => {
        statements += 1;
        return tx.query(sql, parameters);
      },
    } as unknown as Tx;
    return app.get(CoveragesImport).process(counting, { ...context, mode: 'commit' }, rows);
  });
  return { statements, outcomes: outcomes.map(({ outcome }) => outcome) };
}

describe('the undo of a file of coverages', () => {
  it('withdraws what the file added and puts back what it changed', async () => {
    const [first, second] = [
      await here.add({ serialNumber: 'U-1' }),
      await here.add({ serialNumber: 'U-2' }),
    ];
    const one = await loaded(csv([{ 'Serial number': 'U-1', 'Incidents a year': '2' }]));
    const before = await only(first.id);
    const rows: Row[] = [
      {
        'Serial number': 'U-1',
        'Incidents a year': '5',
        'Last day': '2029-07-31',
        Exclusions: 'loss; theft',
      },
      { 'Serial number': 'U-2', 'Incidents a year': '', Exclusions: '' },
    ];
    const two = await loaded(csv(rows));
    expect(two.plan).toMatchObject({ add: 1, change: 1 });
    const undone = await step(app, its, two.id, 'undo');
    expect(undone.state).toBe('undone');
    expect(await only(first.id)).toMatchObject({
      id: before.id,
      endsOn: '2027-07-31',
      incidentsAYear: 2,
      excludes: [],
      source: 'file',
      version: 3,
    });
    expect(await coverages(second.id)).toEqual([]);
    const [stored] = await app.source.query<object[]>(
      `SELECT withdrawal_reason AS reason FROM coverages WHERE device_id = $1`,
      [second.id],
    );
    expect(stored).toEqual({ reason: 'Import undone' });
    // What the second file said is gone, so that the first can be undone too, and both can be loaded again.
    await step(app, its, one.id, 'undo');
    expect(await coverages(first.id)).toEqual([]);
    expect((await loaded(csv(rows))).plan).toMatchObject({ add: 2 });
  });

  it('leaves what somebody changed since, and says so', async () => {
    const ids = [];
    for (const serialNumber of ['U-1', 'U-2', 'U-3']) ids.push((await here.add({ serialNumber })).id);
    const [corrected = '', withdrawn = '', changed = ''] = ids;
    const rows = ['U-1', 'U-2', 'U-3'].map((serial) => ({ 'Serial number': serial }));
    const one = await loaded(csv(rows));
    const patch = await only(corrected);
    await technician
      .patch(`/coverages/${patch.id}`)
      .set('If-Match', '*')
      .send({ endsOn: '2026-01-01' })
      .expect(200);
    const gone = await only(withdrawn);
    await technician
      .post(`/coverages/${gone.id}/withdrawal`)
      .set('If-Match', '*')
      .send({ reason: 'Another device.' })
      .expect(204);
    await loaded(csv([{ 'Serial number': 'U-3', 'Last day': '2028-01-01' }]));
    const undone = await step(app, its, one.id, 'undo');
    expect(undone.job).toMatchObject({ result: { leftCount: 2 } });
    expect(await only(corrected)).toMatchObject({ endsOn: '2026-01-01', source: 'person' });
    expect(await only(changed)).toMatchObject({ endsOn: '2028-01-01', source: 'file' });
    expect(await coverages(withdrawn)).toEqual([]);
  });
});

describe('a rehearsal', () => {
  it('writes nothing, and rows whose coverage changed since are held back', async () => {
    const { id } = await here.add({ serialNumber: 'R-1' });
    const other = await here.add({ serialNumber: 'R-2' });
    await loaded(csv([{ 'Serial number': 'R-1' }]));
    const file = csv([
      { 'Serial number': 'R-1', 'Last day': '2028-07-31' },
      { 'Serial number': 'R-2', 'Last day': '2028-07-31' },
    ]);
    const rehearsed = await ended(app, its, await upload(its, file, { kind: 'coverages', mode: 'rehearse' }));
    expect(rehearsed.plan).toMatchObject({ add: 1, change: 1 });
    expect(await coverages(other.id)).toEqual([]);
    expect(await only(id)).toMatchObject({ endsOn: '2027-07-31' });
    await loaded(csv([{ 'Serial number': 'R-1', 'Last day': '2030-01-01' }]));
    await step(app, its, rehearsed.id, 'commit');
    expect((await show(its, rehearsed.id)).plan).toMatchObject({ add: 1, held: 1 });
    expect(await only(id)).toMatchObject({ endsOn: '2030-01-01' });
    await only(other.id);
  });
});
