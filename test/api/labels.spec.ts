import { LABEL_LAYOUTS, type LabelLayout, placeOf } from '../../src/scanning/labels/label-layouts.js';
import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { fileOf } from '../support/exports.js';
import { devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { codesIn, cut, pagesOf, PDFTOPPM, type Picture, ZBARIMG } from '../support/pictures.js';
import { textOf } from '../support/pdf-text.js';

const MM = 25.4;
/** A full sheet of the smallest labels. */
const DEVICES = 189;
/** Of a label printer, whose labels are all alike. */
const ON_A_ROLL = 6;

let app: TestApp;
let district: TestDistrict;
let importId: string;
/** By tag. */
let ids: string[];

beforeAll(async () => {
  app = await testApp({ PUBLIC_URL: 'https://rollcall.district.example' });
  district = await districtWithSites(app);
  importId = (await load(app, district.admin, devicesCsv(numbered(DEVICES)))).id;
  const { body } = await district.admin.get('/devices?limit=200&sort=assetTag').expect(200);
  ids = (body as { items: { id: string }[] }).items.map(({ id }) => id);
});

afterAll(() => app.close());

function print(body: object): Promise<Buffer> {
  return fileOf(district.admin.post('/labels').send({ import: importId, ...body }));
}

/** Each label of the sheets, cut out where the layout says that it is. */
function labelsOn(pages: readonly Picture[], layout: LabelLayout, dpi: number, count: number): Picture[] {
  const dots = (mm: number): number => Math.round((mm / MM) * dpi);
  const each = layout.columns * layout.rows;
  return Array.from({ length: count }, (_, i) => {
    const page = pages[Math.floor(i / each)] as Picture;
    const { x, y } = placeOf(layout, i);
    const width = Math.min(dots(layout.label.width), page.width - dots(x));
    return cut(page, dots(x), dots(y), width, Math.min(dots(layout.label.height), page.height - dots(y)));
  });
}

const reading = ZBARIMG && PDFTOPPM ? describe : describe.skip;

reading('printed labels, read by zbar', () => {
  const cases = LABEL_LAYOUTS.flatMap((layout) =>
    [300, 200].map((dpi) => ({ name: layout.name, layout, dpi })),
  );

  it.each(cases)('of $name at $dpi dpi are read, every one', async ({ layout, dpi }) => {
    const each = layout.columns * layout.rows;
    const count = each === 1 ? ON_A_ROLL : each;
    const pages = await pagesOf(
      await print({ import: undefined, devices: ids.slice(0, count), layout: layout.name }),
      dpi,
    );
    expect(pages).toHaveLength(each === 1 ? count : 1);
    const read = await codesIn(labelsOn(pages, layout, dpi, count));
    const wanted = numbered(count).map(({ 'Asset tag': tag }) => [
      ...(layout.carries.includes('qr') ? [`HTTPS://ROLLCALL.DISTRICT.EXAMPLE/D/${tag}`] : []),
      ...(layout.carries.includes('bars') ? [tag] : []),
    ]);
    expect(read.map((codes) => codes.toSorted())).toEqual(wanted.map((codes) => codes.toSorted()));
  });
});

describe('labels', () => {
  it('leave out what is used up of the first sheet', async () => {
    const file = await print({ import: undefined, devices: ids.slice(0, 3), layout: 'avery-5160', skip: 29 });
    const text = await textOf(file);
    expect(text.split('\n')).toHaveLength(2);
    expect(text.split('\n')[0]).toContain('T1000');
    expect(text.split('\n')[1]).toContain('T1001');
  });

  it('are ZPL for label printers, whatever is in a name', async () => {
    const { body: device } = await district.admin
      .post('/devices')
      .send({ assetTag: 'ODD^1', manufacturer: 'Acme', model: 'A~B_C', kind: 'other', site: 'A1' })
      .expect(201);
    const { text, type } = await district.admin
      .post('/labels')
      .send({ layout: 'label-4x2', format: 'zpl', devices: [(device as { id: string }).id] })
      .buffer(true)
      .expect(200);
    expect(type).toBe('application/zpl');
    expect(text).toContain('ODD_5e1');
    expect(text).toContain('A_7eB_5fC');
    expect(text.match(/\^XA/g)).toHaveLength(1);
  });

  it.each([
    ['nothing', {}, 'ONE_SOURCE'],
    [
      'two things',
      { tagRange: '01a2070f-8ee3-7000-8583-402d024d56fc', sweep: '01a2070f-8ee3-7000-8583-402d024d56fc' },
      'ONE_SOURCE',
    ],
    ['a site without devices', { filter: { site: ['B2'] } }, 'NOTHING_CHOSEN'],
  ])('are refused for %s', async (_, source, code) => {
    const { body } = await district.admin
      .post('/labels')
      .send({ layout: 'avery-5160', ...source })
      .expect(400);
    expect(body.errors[0].code).toBe(code);
  });

  it('are refused where a code is too long for them, which is named', async () => {
    const assetTag = 'A-VERY-LONG-TAG-THAT-NO-SMALL-LABEL-HOLDS';
    const { body: device } = await district.admin
      .post('/devices')
      .send({ assetTag, manufacturer: 'Acme', model: 'X', kind: 'other', site: 'A1' })
      .expect(201);
    const { body } = await district.admin
      .post('/labels')
      .send({ layout: 'avery-5167', devices: [(device as { id: string }).id] })
      .expect(400);
    expect(body.detail).toContain(assetTag);
  });

  it('are of nobody else’s sites', async () => {
    const other = await app.user(district, 'technician', { sites: ['B2'] });
    const { body } = await other.post('/labels').send({ layout: 'avery-5160', import: importId }).expect(400);
    expect(body.errors[0].code).toBe('NOTHING_CHOSEN');
  });
});

describe('labels of a server that does not know how people reach it', () => {
  let local: TestApp;
  let here: TestDistrict;

  beforeAll(async () => {
    local = await testApp({});
    here = await districtWithSites(local);
    await load(local, here.admin, devicesCsv(numbered(3)));
  });

  afterAll(() => local.close());

  it('hold the code alone: the address of this request may be that of one computer', async () => {
    const asked = { layout: 'label-4x2', format: 'zpl', filter: { site: ['A1'] } };
    const { text } = await here.admin
      .post('/labels')
      .set('host', '127.0.0.1:3000')
      .send(asked)
      .buffer(true)
      .expect(200);
    expect(text.match(/\^BQN[^\n]*/g)).toHaveLength(3);
    expect(text).toContain('MA,T1000');
    expect(text).not.toMatch(/https?:|127\.0\.0\.1|\/D\//i);
  });

  it('are announced as such, and with an address where there is one', async () => {
    const layoutsOf = async ({ admin }: TestDistrict): Promise<{ address: string | null }> =>
      (await admin.get('/labels/layouts').expect(200)).body as { address: string | null };
    expect((await layoutsOf(here)).address).toBeNull();
    expect((await layoutsOf(district)).address).toBe('https://rollcall.district.example');
  });
});
