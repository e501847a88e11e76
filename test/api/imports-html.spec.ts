import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { csvOf, deviceOf, devicesCsv, districtWithSites, type UploadFields } from '../support/imports.js';
import { readings, workbook } from '../support/import-readings.js';

let app: TestApp;
let district: TestDistrict;

beforeAll(async () => {
  app = await testApp();
  district = await districtWithSites(app);
});

afterAll(() => app.close());

const said = (file: string | Buffer, fields?: UploadFields): Promise<(string | null)[][]> =>
  readings(app, district.admin, file, fields);

describe('HTML in a cell', () => {
  const header = ['Serial number', 'Manufacturer', 'Model', 'Kind', 'Site', 'Notes'];
  const cells = (serial: string): string[] => [
    serial,
    '<a href="https://x.example/m/2"> Dell</a>',
    '<a href="https://x.example/m/48"> Latitude 3120 &amp; dock</a>',
    'laptop',
    'A1',
    'screen<br>cracked &lt;left&gt;',
  ];
  const noted = ['Manufacturer', 'Model', 'Notes'].map((column) => `${column}: HTML_REMOVED`);

  it('is read as its text in CSV and in a workbook', async () => {
    const csv = csvOf([Object.fromEntries(header.map((name, i) => [name, cells('HTM0001Q')[i] ?? '']))]);
    expect(await said(csv)).toEqual([['add', ...noted]]);
    expect(await said(await workbook(header, [cells('HTM0002Q')]))).toEqual([['add', ...noted]]);
    for (const serial of ['HTM0001Q', 'HTM0002Q'])
      expect(await deviceOf(district.admin, serial)).toMatchObject({
        manufacturer: 'Dell',
        model: 'Latitude 3120 & dock',
        notes: 'screen\ncracked <left>',
      });
  });

  it('is told from a text that has such signs, which stays as it is', async () => {
    const texts = ['R&D <3', 'a < b > c', 'Dell & Co', '<none of these>'];
    const rows = texts.map((text, i) => ({ 'Serial number': `HTM001${i}`, Notes: text }));
    expect(await said(devicesCsv(rows))).toEqual(texts.map(() => ['add']));
    for (const [i, text] of texts.entries())
      expect(await deviceOf(district.admin, `HTM001${i}`)).toMatchObject({ notes: text });
  });

  it('is read as its text in files of sites, people and pupils', async () => {
    const sites = csvOf([{ 'Site code': 'HTM', Name: '<b>Harbor &amp; Bay</b>', Type: 'high' }]);
    expect(await said(sites, { kind: 'sites' })).toEqual([['add', 'Name: HTML_REMOVED']]);
    const people = csvOf([
      { 'External id': 'H1', 'Last name': 'O&#39;Neill', Role: 'student', Site: '<i>HTM</i>' },
    ]);
    expect(await said(people, { kind: 'people' })).toEqual([
      ['add', 'Last name: HTML_REMOVED', 'Site: HTML_REMOVED'],
    ]);
    const pupils = csvOf([{ 'Site code': 'HTM', Pupils: '<b>512</b>', 'School year': '2025-26' }]);
    expect(await said(pupils, { kind: 'pupils' })).toEqual([['change', 'Pupils: HTML_REMOVED']]);
  });
});
