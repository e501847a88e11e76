import { LABEL_LAYOUTS } from '../../src/scanning/labels/label-layouts.js';
import { type TestApp, testApp, type TestDistrict } from '../support/app.js';
import { download, fileOf } from '../support/exports.js';
import { textOf } from '../support/pdf-text.js';

const NOTE = 'Some names are written in Latin letters here';

let app: TestApp;
let district: TestDistrict;
let ids: string[];

beforeAll(async () => {
  app = await testApp({ PUBLIC_URL: 'https://rollcall.district.example' });
  district = await app.district();
  const { admin } = district;
  for (const [code, name] of [
    ['LAO', 'ໂຮງຮຽນ ລາວ'],
    ['KO', '김민수 학교'],
    ['VI', 'Nguyễn Thị Hồng'],
  ])
    await admin.post('/sites').send({ code, name, type: 'elementary' }).expect(201);
  ids = [];
  for (const [assetTag, site, room] of [
    ['T-1', 'LAO', '王小明'],
    ['T-2', 'KO', 'שרה 12'],
    ['T-王', 'LAO', '12'],
    ['T-4', 'VI', '14'],
  ]) {
    const device = { assetTag, site, room, manufacturer: 'Acme', model: 'สมชาย 7', kind: 'laptop' };
    ids.push(((await admin.post('/devices').send(device).expect(201)).body as { id: string }).id);
  }
});

afterAll(() => app.close());

const labels = (body: object): Promise<Buffer> => fileOf(district.admin.post('/labels').send(body));

describe('names in any script', () => {
  it('can be read in the register as a PDF, which says what it did', async () => {
    const text = await textOf(await download(district.admin, 'devices/export/pdf'));
    for (const name of ['WangXiaoMing', 'Srh 12', 'Smchay 7', 'T-Wang']) expect(text).toContain(name);
    expect(text).toContain(NOTE);
    expect(text).not.toContain('\ufffd');
  });

  it('can be read in a list and in a report', async () => {
    const sites = await textOf(await download(district.admin, 'sites/export/pdf'));
    const report = await textOf(await download(district.admin, 'reports/kinds/counts/export/pdf'));
    for (const text of [sites, report]) {
      expect(text).toContain('GimMinSu HagGyo');
      expect(text).toContain('Nguyễn Thị Hồng');
      expect(text).toContain(NOTE);
    }
  });

  it('stay as they are where the fonts have them, without a note', async () => {
    const text = await textOf(await download(district.admin, 'sites/export/pdf?text=VI'));
    expect(text).toContain('Nguyễn Thị Hồng');
    expect(text).not.toContain(NOTE);
  });

  it('stay as they are in CSV', async () => {
    expect((await download(district.admin, 'devices/export/csv')).toString()).toContain('王小明');
  });
});

describe('labels of such devices', () => {
  const withQr = LABEL_LAYOUTS.filter(({ carries }) => carries.includes('qr')).map(({ name }) => name);

  it.each(withQr)('can be read, and have a note where there is room for one: %s', async (layout) => {
    const text = await textOf(await labels({ layout, devices: ids }));
    expect(text).toContain('T-Wang');
    const isSheet = layout.startsWith('avery');
    expect(text.includes(NOTE)).toBe(isSheet);
    if (layout !== 'avery-l4731') expect(text).toContain('Acme Smchay 7');
  });

  it('are refused where a barcode is all they have, and it cannot hold the code', async () => {
    const { body } = await district.admin
      .post('/labels')
      .send({ layout: 'avery-5167', devices: ids })
      .expect(400);
    expect((body as { detail: string }).detail).toContain(
      'T-王 has characters that a barcode cannot contain',
    );
  });

  it('are in Latin letters for label printers, with a QR code and no bars for a code that bars cannot hold', async () => {
    const text = (await labels({ layout: 'label-4x2', format: 'zpl', devices: [ids[2]] })).toString();
    expect(text).toContain('Acme Smchay 7');
    expect(text).toContain('HTTPS://ROLLCALL.DISTRICT.EXAMPLE/D/T-%E7%8E%8B');
    expect(text).not.toContain('^BCN');
    expect([...text].every((letter) => letter <= '\u017f')).toBe(true);
  });
});
