import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import {
  csvOf,
  deviceOf,
  devicesCsv,
  districtWithSites,
  load,
  rowsOf,
  type Row,
  type UploadFields,
} from '../support/imports.js';
import { type Cell, readings, workbook } from '../support/import-readings.js';

let app: TestApp;
let district: TestDistrict;

beforeAll(async () => {
  app = await testApp();
  district = await districtWithSites(app);
});

afterAll(() => app.close());

const said = (file: string | Buffer, fields?: UploadFields): Promise<(string | null)[][]> =>
  readings(app, district.admin, file, fields);

/** What a spreadsheet makes of the nineteen digits that somebody typed. */
const LONG = 9_012_345_678_901_235_000;

const HEADER = [
  'Serial number',
  'Asset tag',
  'Manufacturer',
  'Model',
  'Kind',
  'Site',
  'Purchase reference',
  'IMEI',
];
const device = (serial: Cell, tag: Cell, reference: Cell = '', imei: Cell = ''): Cell[] => [
  serial,
  tag,
  'Lenovo',
  'Chromebook X',
  'chromebook',
  'A1',
  reference,
  imei,
];

describe('a number cell of a workbook where a code should be', () => {
  it('is refused when its last digits are lost, so that no row changes another device', async () => {
    const first = await workbook(HEADER, [device(LONG, 'LC-8')]);
    const second = await workbook(HEADER, [device(LONG, 'LC-9')]);
    expect(await said(first)).toEqual([['refused', 'Serial number: SHORTENED_NUMBER']]);
    expect(await said(second)).toEqual([['refused', 'Serial number: SHORTENED_NUMBER']]);
  });

  it('is taken up to fifteen digits, and as a text up to any', async () => {
    const rows = [
      device('9012345678901234567', 999_999_999_999_998, '', 356_938_035_643_809),
      device({ formula: 'A1', result: '8012345678901234567' }, '07012345678901234567', '9'.repeat(20)),
      device('WB-3', 1_000_000_000_000_000),
      device('WB-4', 'WB-T4', LONG),
      device('WB-5', { formula: 'A1*2', result: LONG }),
      device('WB-6', 'WB-T6', '', 35_693_803_564_380_910),
    ];
    expect(await said(await workbook(HEADER, rows))).toEqual([
      ['add'],
      ['add'],
      ['refused', 'Asset tag: SHORTENED_NUMBER'],
      ['refused', 'Purchase reference: SHORTENED_NUMBER'],
      ['refused', 'Asset tag: SHORTENED_NUMBER'],
      ['refused', 'IMEI: SHORTENED_NUMBER'],
    ]);
    expect(await deviceOf(district.admin, '9012345678901234567')).toMatchObject({
      assetTag: '999999999999998',
    });
    expect(await deviceOf(district.admin, '8012345678901234567')).toMatchObject({
      assetTag: '07012345678901234567',
      purchaseReference: '9'.repeat(20),
    });
  });

  it('is refused when it is no code: a fraction, a number below zero, a date', async () => {
    const rows = [
      device('WB-10', 12.1),
      device(-4512, 'WB-T11'),
      device('WB-12', new Date(Date.UTC(2016, 2, 12))),
      device('WB-13', 'WB-T13', new Date(Date.UTC(2016, 2, 12))),
      device('WB-14', true),
    ];
    expect(await said(await workbook(HEADER, rows))).toEqual([
      ['refused', 'Asset tag: NOT_A_CODE'],
      ['refused', 'Serial number: NOT_A_CODE'],
      ['refused', 'Asset tag: NOT_A_CODE'],
      ['add', 'Purchase reference: READ_AS_TEXT'],
      ['add', 'Asset tag: READ_AS_BLANK'],
    ]);
  });

  it('is read as its format shows it, with a note', async () => {
    const rows = [device('WB-20', 4512, 77), device('WB-21', 123_456, 78)];
    const file = await workbook(HEADER, rows, { 1: '000000', 6: '"PO-"0000' });
    expect(await said(file)).toEqual([
      ['add', 'Asset tag: READ_AS_SHOWN', 'Purchase reference: READ_AS_SHOWN'],
      ['add', 'Purchase reference: READ_AS_SHOWN'],
    ]);
    expect(await deviceOf(district.admin, 'WB-20')).toMatchObject({
      assetTag: '004512',
      purchaseReference: 'PO-0077',
    });
  });

  it('is refused as the id of a person and as the code of a site too', async () => {
    const people = await workbook(
      ['External id', 'Given name', 'Role', 'Site'],
      [[1_234_567_890_123_456, 'Ana', 'student', 'A1']],
    );
    expect(await said(people, { kind: 'people' })).toEqual([['refused', 'External id: SHORTENED_NUMBER']]);
    const sites = await workbook(['Site code', 'Name', 'Type'], [[LONG, 'X', 'high']]);
    expect(await said(sites, { kind: 'sites' })).toEqual([['refused', 'Site code: SHORTENED_NUMBER']]);
  });

  it('is refused in CSV where a spreadsheet wrote an exponent, whatever the column', async () => {
    const rows: Row[] = [
      { 'Serial number': '6.37702E+15' },
      { 'Serial number': 'CSV-2', 'Asset tag': '6,37702E+15' },
      { 'Serial number': 'CSV-3', 'Purchase reference': '4.5E+16' },
      { 'Serial number': 'CSV-4', IMEI: '3.56938E+14' },
    ];
    const file = devicesCsv(rows.map((row) => ({ 'Purchase reference': '', IMEI: '', ...row })));
    expect(await said(file)).toEqual([
      ['refused', 'Serial number: SHORTENED_NUMBER'],
      ['refused', 'Asset tag: SHORTENED_NUMBER'],
      ['refused', 'Purchase reference: SHORTENED_NUMBER'],
      ['refused', 'IMEI: SHORTENED_NUMBER'],
    ]);
  });
});

describe('a date that says that there is none', () => {
  it('leaves a device without one, and says so', async () => {
    const dates = [
      '1970-01-01 00:00:00',
      '0000-00-00',
      'Never',
      '12/31/9999',
      '1/0/1900',
      'n/a',
      '2001-01-01',
    ];
    const rows = dates.map((date, i) => ({ 'Serial number': `NOD000${i}`, 'In service on': date }));
    const noted = ['add', 'In service on: READ_AS_BLANK'];
    expect(await said(devicesCsv(rows))).toEqual([...Array.from({ length: 6 }, () => noted), ['add']]);
    expect(await deviceOf(district.admin, 'NOD0000')).toMatchObject({ inServiceOn: null });
    expect(await deviceOf(district.admin, 'NOD0006')).toMatchObject({ inServiceOn: '2001-01-01' });
  });

  it('keeps the date that a device has', async () => {
    const serial = { 'Serial number': 'NOD0010' };
    await said(devicesCsv([{ ...serial, 'In service on': '2020-08-01' }]));
    expect(await said(devicesCsv([{ ...serial, 'In service on': '1970-01-01' }]))).toEqual([
      ['unchanged', 'In service on: READ_AS_BLANK'],
    ]);
    expect(await deviceOf(district.admin, 'NOD0010')).toMatchObject({ inServiceOn: '2020-08-01' });
  });

  it('is told from one that cannot be read, whose row is refused', async () => {
    const rows = ['soon', '2016-13-01', '1969-05-01'].map((date, i) => ({
      'Serial number': `NOD002${i}`,
      'In service on': date,
    }));
    expect(await said(devicesCsv(rows))).toEqual([
      ['refused', 'In service on: NOT_A_DATE'],
      ['refused', 'In service on: IMPOSSIBLE_DATE'],
      ['refused', 'In service on: DATE_OUT_OF_RANGE'],
    ]);
  });

  it('is a day like any other where a school opened on it, and schools are older than 1970', async () => {
    const opened = ['1958-09-03', '1970-01-01', '1904-01-01', '0001-01-01'];
    const file = csvOf(
      opened.map((date, i) => ({
        'Site code': `OLD${i}`,
        Name: `Old ${i}`,
        Type: 'high',
        'Opened on': date,
      })),
    );
    expect(await said(file, { kind: 'sites' })).toEqual([
      ['add'],
      ['add'],
      ['add'],
      ['add', 'Opened on: READ_AS_BLANK'],
    ]);
    const { text } = await district.admin.get('/sites/export/csv').expect(200);
    expect(text).toContain('1958-09-03');
    const again = await said(text, { kind: 'sites' });
    expect(again.map(([outcome]) => outcome)).toEqual(Array(again.length).fill('unchanged'));
    expect(again.length).toBeGreaterThanOrEqual(4);
  });

  it('is in a workbook the day 0 of a spreadsheet', async () => {
    const file = await workbook(
      ['Serial number', 'Manufacturer', 'Model', 'Kind', 'Site', 'In service on'],
      [
        ['NOD0030', 'Lenovo', 'Chromebook X', 'chromebook', 'A1', 0],
        ['NOD0031', 'Lenovo', 'Chromebook X', 'chromebook', 'A1', 25_569],
        ['NOD0032', 'Lenovo', 'Chromebook X', 'chromebook', 'A1', 45_000],
      ],
      { 5: 'm/d/yyyy' },
    );
    const noted = ['add', 'In service on: READ_AS_BLANK'];
    expect(await said(file)).toEqual([noted, noted, ['add']]);
  });
});

describe('a placeholder where a code should be', () => {
  const placeholders = (rows: Row[]): string =>
    devicesCsv(rows.map((row) => ({ 'MAC address': '', ...row })));

  it('is read as a blank cell, and the rest of the row goes in', async () => {
    const file = placeholders([
      { 'Serial number': 'PH0001Q', 'Asset tag': 'not checked' },
      { 'Serial number': 'PH0002Q', 'Asset tag': 'not checked' },
      { 'Serial number': 'PH0003Q', 'Asset tag': 'NO STICKER' },
      { 'Serial number': 'To be filled by O.E.M.', 'Asset tag': 'PH-4' },
      { 'Serial number': 'N/A', 'Asset tag': 'PH-5' },
      { 'Serial number': 'PH0006Q', 'Asset tag': 'Sin etiqueta', 'MAC address': 'ff-ff-ff-ff-ff-ff' },
      { 'Serial number': '0000000000', 'Asset tag': 'PH-7', 'MAC address': '00:00:00:00:00:00' },
      { 'Serial number': 'PH0008Q', 'Asset tag': '1111' },
      { 'Serial number': 'NONE1234', 'Asset tag': 'LAB-PENDING-1' },
    ]);
    const blank = (...columns: string[]) => columns.map((column) => `${column}: READ_AS_BLANK`);
    expect(await said(file)).toEqual([
      ['add', ...blank('Asset tag')],
      ['add', ...blank('Asset tag')],
      ['add', ...blank('Asset tag')],
      ['add', ...blank('Serial number')],
      ['add', ...blank('Serial number')],
      ['add', ...blank('Asset tag', 'MAC address')],
      ['add', ...blank('Serial number', 'MAC address')],
      ['add', ...blank('Asset tag')],
      ['add'],
    ]);
    expect(await deviceOf(district.admin, 'PH0002Q')).toMatchObject({ assetTag: null });
    expect(await deviceOf(district.admin, 'PH-4')).toMatchObject({ serialNumber: null });
    expect(await deviceOf(district.admin, 'NONE1234')).toMatchObject({ assetTag: 'LAB-PENDING-1' });
  });

  it('leaves nothing of a row that has no other code, which is refused in words', async () => {
    const file = placeholders([{ 'Serial number': 'Default string', 'Asset tag': 'untagged' }]);
    const { id } = await load(app, district.admin, file);
    const [row] = await rowsOf(district.admin, id);
    expect(row).toMatchObject({
      outcome: 'refused',
      problems: [
        {
          code: 'NO_CODE',
          detail: 'A device needs a serial number or an asset tag. Fill in at least one of them.',
        },
      ],
      notes: expect.arrayContaining([
        expect.objectContaining({ column: 'Serial number', code: 'READ_AS_BLANK' }),
        expect.objectContaining({ column: 'Asset tag', code: 'READ_AS_BLANK' }),
      ]),
    });
  });

  it('never takes away the code that a device has', async () => {
    await said(placeholders([{ 'Serial number': 'PH0020Q', 'Asset tag': 'PH-20' }]));
    expect(await said(placeholders([{ 'Serial number': 'PH0020Q', 'Asset tag': 'missing tag' }]))).toEqual([
      ['unchanged', 'Asset tag: READ_AS_BLANK'],
    ]);
    expect(await deviceOf(district.admin, 'PH0020Q')).toMatchObject({ assetTag: 'PH-20' });
  });

  it('is a tag where a series of the district contains it', async () => {
    await district.admin.post('/tag-series').send({ prefix: '2', digits: 3 }).expect(201);
    const file = placeholders([{ 'Serial number': 'PH0030Q', 'Asset tag': '2222' }]);
    expect(await said(file)).toEqual([['add']]);
    expect(await deviceOf(district.admin, '2222')).toMatchObject({ serialNumber: 'PH0030Q' });
  });

  it('is refused where somebody types it', async () => {
    const ordinary = { manufacturer: 'Dell', model: 'Latitude', kind: 'laptop', site: 'A1' };
    const { body } = await district.admin
      .post('/devices')
      .send({ ...ordinary, assetTag: 'No sticker', serialNumber: 'PH0040Q' })
      .expect(400);
    expect(body.detail).toBe('"NO STICKER" looks like a placeholder, not a real tag. Leave it blank.');
    const { body: made } = await district.admin
      .post('/devices')
      .send({ ...ordinary, serialNumber: 'PH0040Q' })
      .expect(201);
    const { body: patched } = await district.admin
      .patch(`/devices/${made.id}`)
      .set('If-Match', '*')
      .send({ mac: '00:00:00:00:00:00' })
      .expect(400);
    expect(patched.detail).toBe(
      '"00:00:00:00:00:00" looks like a placeholder, not a real MAC address. Leave it blank.',
    );
    const { body: batch } = await district.admin
      .put('/devices/batch')
      .send({ rows: [{ ...ordinary, serialNumber: 'To be filled by O.E.M.' }] })
      .expect(200);
    expect(batch.results).toMatchObject([
      {
        outcome: 'refused',
        code: 'NOT_A_CODE',
        detail:
          '"TO BE FILLED BY O.E.M." looks like a placeholder, not a real serial number. Leave it blank.',
      },
    ]);
  });
});
