import { execFileSync } from 'node:child_process';
import ExcelJS from 'exceljs';
import { programPath } from '../../scripts/test-programs.mjs';
import type { LayoutPreview } from '../../src/warranty/layouts/layout-previews.service.js';
import type { TemplateLayout } from '../../src/warranty/layouts/layout-template.js';
import type { LayoutView } from '../../src/warranty/layouts/layouts.queries.js';
import { type TestApp, testApp } from '../support/app.js';
import { type ClaimDesk, claimDesk } from '../support/claim-files.js';
import type { Problem } from '../support/devices.js';

const PYTHON = programPath('python3');

let app: TestApp;
let here: ClaimDesk;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await claimDesk(app);
  await here.vendor('Acme');
});

afterAll(() => app.close());

const COLUMNS = [
  { header: 'Claim', field: 'number', isRequired: true },
  { header: 'SN', field: 'serialNumber' },
];
const SHEET = { name: 'Sheet', format: 'csv', columns: COLUMNS };

async function create(body: object = SHEET, status = 201): Promise<LayoutView & Problem> {
  return (await here.admin.post('/claim-layouts').send(body).expect(status)).body as LayoutView & Problem;
}

async function change(id: string, body: object, status = 200): Promise<LayoutView & Problem> {
  const answer = await here.admin
    .patch(`/claim-layouts/${id}`)
    .set('if-match', '*')
    .send(body)
    .expect(status);
  return answer.body as LayoutView & Problem;
}

async function preview(body: object, status = 200): Promise<LayoutPreview & Problem> {
  const answer = await here.admin
    .post('/claim-layouts/preview')
    .send({ vendor: 'acme', ...body })
    .expect(status);
  return answer.body as LayoutPreview & Problem;
}

async function template(bytes: Buffer, name: string, status = 200): Promise<TemplateLayout & Problem> {
  const answer = await here.admin
    .post('/claim-layouts/from-template')
    .attach('file', bytes, name)
    .expect(status);
  return answer.body as TemplateLayout & Problem;
}

describe('a layout', () => {
  it('has a version for each change of the file, and batches keep theirs', async () => {
    const made = await create();
    expect(made).toMatchObject({ key: 'sheet', version: 1, layoutVersion: 1, isArchived: false });
    expect(made.definition).toMatchObject({ encoding: 'utf-8', lineEnd: 'crlf', dateFormat: 'YYYY-MM-DD' });
    await here.vendor('Mine', { layout: 'sheet' });
    await here.ready('mine', [{}]);
    const first = await here.send({ vendor: 'mine' });
    expect(await change(made.id, { name: 'Renamed' })).toMatchObject({ version: 2, layoutVersion: 1 });
    expect(await change(made.id, { delimiter: ';' })).toMatchObject({ version: 3, layoutVersion: 2 });
    await here.ready('mine', [{}]);
    const second = await here.send({ vendor: 'mine' });
    expect([first.layoutVersion, second.layoutVersion]).toEqual([1, 2]);
    expect((await here.bytes(second.id)).toString()).toMatch(/^Claim;SN\r\n/);
    const old = await here.admin.get(`/claim-layouts/${made.id}?layoutVersion=1`).expect(200);
    expect((old.body as LayoutView).definition.delimiter).toBe(',');
    await here.admin.get(`/claim-layouts/${made.id}?layoutVersion=9`).expect(404);
    const stale = here.admin.patch(`/claim-layouts/${made.id}`).set('if-match', '"1"');
    await stale.send({ name: 'Again' }).expect(412);
  });

  it('cannot be archived while a vendor uses it', async () => {
    const { id } = await create();
    const vendor = await here.vendor('Mine', { layout: 'sheet' });
    expect(await change(id, { isArchived: true }, 409)).toMatchObject({
      code: 'LAYOUT_IN_USE',
      detail: expect.stringContaining('Mine'),
    });
    await here.admin
      .patch(`/vendors/${vendor.id}`)
      .set('if-match', '*')
      .send({ layout: 'general' })
      .expect(200);
    expect((await change(id, { isArchived: true })).isArchived).toBe(true);
    const refused = await here.admin.post('/vendors').send({ name: 'B', roles: ['depot'], layout: 'sheet' });
    expect([refused.status, (refused.body as Problem).errors[0]?.code]).toEqual([400, 'UNKNOWN_LAYOUT']);
  });

  it('that comes with Rollcall becomes one of the district, once, when vendors use it', async () => {
    const { body } = await here.admin.get('/claim-layouts/choices').expect(200);
    const { readyMade } = body as { readyMade: { key: string }[] };
    expect(readyMade.map(({ key }) => key)).toEqual(['general', 'dell-dispatch', 'depot-rma']);
    const names = Array.from({ length: 12 }, (_, i) => `Depot ${i}`);
    await Promise.all(names.map((name) => here.vendor(name, { layout: 'depot-rma' })));
    const list = await here.admin.get('/claim-layouts').expect(200);
    expect((list.body as { items: LayoutView[] }).items.map(({ key }) => key)).toEqual(['depot-rma']);
  });

  it('is refused with the place of each mistake', async () => {
    const columns = [
      ...COLUMNS,
      { header: 'SN', field: 'rma' },
      { header: 'X', constant: 'x', isRequired: true },
    ];
    const { code, errors } = await create({ ...SHEET, columns }, 400);
    expect(code).toBe('LAYOUT_UNUSABLE');
    expect(errors.map(({ field }) => field)).toEqual(['columns.2.header', 'columns.3.isRequired']);
    await create();
    expect((await create(SHEET, 409)).code).toBe('LAYOUT_KEY_TAKEN');
    expect((await create({ ...SHEET, key: 'other', name: 'SHEET' }, 409)).code).toBe('LAYOUT_NAME_TAKEN');
    await create({ ...SHEET, name: 'W', columns: [{ ...COLUMNS[0], words: { a: 1 } }] }, 400);
  });
});

describe('the try-out of a layout', () => {
  it('shows the file and what claims lack, and changes nothing', async () => {
    const [lacking, whole] = await here.ready('acme', [{}, { device: { serialNumber: 'S-1' } }]);
    const columns = [COLUMNS[0], { ...COLUMNS[1], isRequired: true }];
    const tried = await preview({ definition: { format: 'csv', columns } });
    expect(tried).toMatchObject({
      claimCount: 1,
      rowCount: 1,
      headers: ['Claim', 'SN'],
      rows: [[expect.stringMatching(/^C-/), 'S-1']],
      notSent: [{ claimId: lacking, remarks: [{ code: 'MISSING' }] }],
      hasNames: false,
    });
    expect(tried.text).toMatch(/^Claim,SN\r\nC-\d{4}-000002,S-1\r\n$/);
    expect(tried.sizeBytes).toBe(Buffer.byteLength(tried.text ?? ''));
    expect(await here.stateOf(whole ?? '')).toBe('ready');
    const { body } = await here.admin.get('/claim-layouts').expect(200);
    expect((body as { items: unknown[] }).items).toEqual([]);
    expect(await preview({ claims: [whole], layout: 'depot-rma' })).toMatchObject({
      claimCount: 1,
      text: null,
    });
    expect((await preview({ layout: 'nothing' }, 400)).errors[0]?.code).toBe('UNKNOWN_LAYOUT');
    await here.send({ vendor: 'acme' });
    expect((await preview({ claims: [whole] }, 409)).code).toBe('CLAIMS_NOT_READY');
    expect((await preview({})).claimCount).toBe(0);
  });
});

describe('a template of a vendor', () => {
  const MATCHED = ['number', 'serialNumber', 'observed', null, 'partNumber', 'partQuantity'];
  const HEADERS = [
    'Ticket Number',
    'SERIAL #*',
    'Problem Description',
    'Color',
    'Part No.',
    'Qty (required)',
  ];

  it.each(['csv', 'xlsx'] as const)('in %s becomes a layout with its columns', async (format) => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('RMA').addRow(HEADERS);
    const bytes =
      format === 'csv' ? Buffer.from(HEADERS.join(';')) : Buffer.from(await workbook.xlsx.writeBuffer());
    const { definition, unmatched } = await template(bytes, `template.${format}`);
    expect(definition).toMatchObject({
      format,
      rowsPer: 'part',
      ...(format === 'csv' && { delimiter: ';' }),
    });
    expect(definition.columns.map(({ header }) => header)).toEqual(HEADERS);
    expect(definition.columns.map(({ field }) => field)).toEqual(MATCHED);
    expect(unmatched).toEqual(['Color']);
    await create({ ...definition, name: 'From template' });
  });

  it('is refused if it is no table', async () => {
    expect((await template(Buffer.from(''), 'empty.csv', 400)).code).toBe('EMPTY_TABLE');
    await template(Buffer.from('%PDF-1.4\n\0'), 'a.csv', 400);
  });
});

describe('names of people', () => {
  const NAMES = {
    name: 'Names',
    format: 'csv',
    columns: [...COLUMNS, { header: 'Student', field: 'borrower' }],
  };

  it('leave the district only if it allowed them for this vendor, and then the batch says so', async () => {
    await create(NAMES);
    const { id } = await here.vendor('Mine', { layout: 'names' });
    const [claim = ''] = await here.ready('mine', [{}]);
    const personId = await here.person('S-1');
    const { body } = await here.admin.get(`/claims/${claim}`).expect(200);
    const { deviceId } = body as { deviceId: string };
    await here.change(deviceId, { status: 'deployed', holder: 'S-1' });
    expect(await here.refused({ vendor: 'mine' }, 409)).toMatchObject({
      code: 'NAMES_NOT_ALLOWED',
      detail: expect.stringContaining('Student'),
    });
    await here.admin.post('/claim-layouts/preview').send({ vendor: 'mine' }).expect(409);
    await here.admin
      .put(`/vendors/${id}/delivery`)
      .send({ layout: 'names', delivery: { by: 'download' }, allowsNames: true })
      .expect(200);
    const made = await here.send({ vendor: 'mine' });
    expect(made.hasNames).toBe(true);
    expect((await here.bytes(made.id)).toString()).toContain('Ada Of S-1');
    const [reading] = await app.source.query<{ what: object }[]>(
      `SELECT what FROM name_readings WHERE district_id = $1 AND what ->> 'by' = 'claim-batches.create'`,
      [here.district.id],
    );
    expect(reading?.what).toEqual({ by: 'claim-batches.create', people: [personId] });
  });
});

describe('files as other programs read them', () => {
  (PYTHON ? it : it.skip)('are rows for Python’s csv, in the encoding of the layout', async () => {
    await here.vendor('Dell', { layout: 'dell-dispatch' });
    await here.ready('dell', [
      {
        device: { serialNumber: 'abc123' },
        observed: 'Señal: "débil", 李\nsegunda línea',
        isAccidental: true,
        parts: [
          { number: '5D10', quantity: 1 },
          { number: '5D11', quantity: 2 },
        ],
      },
    ]);
    const made = await here.send({ vendor: 'dell' });
    expect(made.changed[0]?.remarks).toMatchObject([{ column: 'TroubleshootingNote', code: 'REPLACED' }]);
    const script = `import sys, csv, json, io
text = sys.stdin.buffer.read().decode('cp1252')
json.dump(list(csv.DictReader(io.StringIO(text, newline=''))), sys.stdout)`;
    const read = execFileSync(PYTHON ?? '', ['-c', script], { input: await here.bytes(made.id) }).toString();
    const rows = JSON.parse(read) as Record<string, string>[];
    expect(rows.map(({ PartLine, PartNumber, Quantity }) => [PartLine, PartNumber, Quantity])).toEqual([
      ['1', '5D10', '1'],
      ['2', '5D11', '2'],
    ]);
    expect(rows[0]).toMatchObject({
      ServiceTag: 'ABC123',
      RequestCompleteCare: 'true',
      TroubleshootingNote: 'Señal: "débil", Li segunda línea',
      CountryISOCode: 'US',
    });
  });

  it('are rows for ExcelJS, with numbers as numbers', async () => {
    await here.vendor('Depot', { layout: 'depot-rma' });
    await here.ready(
      'depot',
      Array.from({ length: 11 }, (_, i) => ({ device: { serialNumber: `X-${i}` }, observed: '=1+1' })),
    );
    const made = await here.send({ vendor: 'depot' });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await here.bytes(made.id)) as unknown as ArrayBuffer);
    const sheet = workbook.worksheets[0];
    expect(sheet?.rowCount).toBe(12);
    expect(sheet?.getRow(1).values).toEqual(expect.arrayContaining(['Box', 'Slot', 'Slip', 'Serial number']));
    expect([sheet?.getCell('A12').value, sheet?.getCell('B12').value]).toEqual(['2', 1]);
    expect(sheet?.getCell('K2').value).toBe("'=1+1");
  });
});
