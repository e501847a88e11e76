import iconv from 'iconv-lite';
import { Readable } from 'node:stream';
import yazl from 'yazl';
import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered, rowsOf, send } from '../support/imports.js';

let app: TestApp;
let district: TestDistrict;

beforeAll(async () => {
  app = await testApp();
  district = await districtWithSites(app);
});

afterAll(() => app.close());

const HEADER = 'Asset tag,Serial number,Manufacturer,Model,Kind,Site,Notes';

function device(serial: string, notes = ''): string {
  return `,${serial},Lenovo,300e Chromebook,chromebook,A1,${notes}`;
}

/** A ZIP whose one entry unpacks to so many bytes of nothing, named as a sheet. */
async function bomb(megabytes: number): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  const text = (content: string, name: string): void => zip.addBuffer(Buffer.from(content), name);
  text(
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '[Content_Types].xml',
  );
  text(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    '_rels/.rels',
  );
  text(
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/workbook.xml',
  );
  text(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/_rels/workbook.xml.rels',
  );
  const row = Buffer.from(
    '<row><c t="inlineStr"><is><t>0000000000000000000000000000000000000000</t></is></c></row>',
  );
  const start = Buffer.from(
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>',
  );
  function* sheet(): Generator<Buffer> {
    yield start;
    const block = Buffer.concat(Array.from({ length: 1_000 }, () => row));
    for (let bytes = 0; bytes < megabytes * 1024 * 1024; bytes += block.length) yield block;
  }
  zip.addReadStream(Readable.from(sheet(), { objectMode: false }), 'xl/worksheets/sheet1.xml');
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

describe('a file that is refused as it stands', () => {
  it.each<[string, string | Buffer, string]>([
    ['a PNG named .csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'NOT_A_TABLE'],
    ['an empty file', '', 'EMPTY_TABLE'],
    ['a file of blanks', ' \n\n \n', 'EMPTY_TABLE'],
    ['300 columns', `${Array.from({ length: 300 }, (_, i) => `C${i}`).join(',')}\n`, 'TOO_MANY_COLUMNS'],
    ['a web page', '<html><table><tr><td>1</td></tr></table></html>', 'NOT_A_TABLE'],
    ['JSON', '[{"serial": "S1"}]', 'NOT_A_TABLE'],
    ['random bytes', Buffer.from(Array.from({ length: 4_000 }, (_, i) => (i * 7919) % 32)), 'NOT_A_TABLE'],
    ['a ZIP cut off', Buffer.from('504b030414000000', 'hex'), 'BROKEN_WORKBOOK'],
  ])('says so: %s', async (_what, file, code) => {
    const { status, body } = await send(district.admin, file);
    expect([status, body.code]).toEqual([400, code]);
    expect(body.detail).toMatch(/\w{3}/);
  });

  it('says so: a workbook that unpacks to more than it may', async () => {
    const { status, body } = await send(district.admin, await bomb(600), { fileName: 'bomb.xlsx' });
    expect([status, body.code]).toEqual([400, 'WORKBOOK_TOO_LARGE']);
  });

  it('says so: rows of one kind under the mapping of another', async () => {
    const file = `${HEADER}\n${device('K1')}\n`;
    const { status, body } = await send(district.admin, file, {
      kind: 'sites',
      mapping: { columns: { 'Serial number': 'serialNumber' } },
    });
    expect([status, body.code]).toEqual([400, 'BAD_MAPPING']);
    const view = await load(app, district.admin, file, { kind: 'people' });
    expect(view.plan).toMatchObject({ rows: 1, refused: 1 });
  });
});

describe('a file that is odd but good', () => {
  it.each<[string, Buffer]>([
    ['a byte order mark', Buffer.from(`\uFEFF${HEADER}\n${device('H1', 'Café')}\n`)],
    ['CR alone', Buffer.from(`${HEADER}\r${device('H2', 'Café')}\r`)],
    [
      'Windows-1252',
      iconv.encode(`${HEADER}\r\n${device('H3', 'Café “new”')}\r\n${device('H3b', 'señor')}\r\n`, 'win1252'),
    ],
    [
      'MacRoman',
      iconv.encode(
        `${HEADER}\r${device('H4', 'Café “new” naïve')}\r${device('H4b', 'señor')}\r`,
        'macintosh',
      ),
    ],
    [
      'UTF-16',
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from(`${HEADER}\n${device('H5', 'Café')}\n`, 'utf16le'),
      ]),
    ],
    ['semicolons', Buffer.from(`${HEADER}\n${device('H6', 'Café')}\n`.replaceAll(',', ';'))],
    ['tabs', Buffer.from(`${HEADER}\n${device('H7', 'Café')}\n`.replaceAll(',', '\t'))],
  ])('comes in: %s', async (_what, file) => {
    const { plan, id } = await load(app, district.admin, file);
    expect([plan, await rowsOf(district.admin, id, 'refused')]).toMatchObject([{ refused: 0 }, []]);
    const serial = /H\d/.exec(file.toString('latin1').replaceAll('\0', ''))?.[0] ?? '';
    expect((await deviceOf(district.admin, serial))['notes']).toMatch(/^Café/);
  });

  it('may have headers twice or none over a column', async () => {
    const file = `${HEADER},Notes,\n${device('H8', 'first')},second,third\n`;
    const { plan, warnings } = await load(app, district.admin, file);
    expect(plan).toMatchObject({ add: 1 });
    expect(warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['DUPLICATE_HEADER', 'EMPTY_HEADER']),
    );
    expect(await deviceOf(district.admin, 'H8')).toMatchObject({ notes: 'first' });
  });

  it('may be a header and nothing else', async () => {
    const view = await load(app, district.admin, `${HEADER}\n`);
    expect(view).toMatchObject({ state: 'committed', plan: { rows: 0 } });
    expect(view.warnings.map(({ code }) => code)).toContain('NO_ROWS');
  });

  it('has its guards against formulas taken off, and nothing is run', async () => {
    await load(app, district.admin, `${HEADER}\n${device('H9', "'=1+1")}\n${device('H10', '=1+1')}\n`);
    expect(await deviceOf(district.admin, 'H9')).toMatchObject({ notes: '=1+1' });
    expect(await deviceOf(district.admin, 'H10')).toMatchObject({ notes: '=1+1' });
  });

  it('may hold what PostgreSQL cannot keep', async () => {
    const file = `${HEADER},N\0ul\n${device('H11', 'a\0b')},x\n${device('H12', '😀'.repeat(30))},\n`;
    const half = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(`${HEADER}\n${device('H13', 'a\uD83Db')}\n`, 'utf16le'),
    ]);
    expect((await load(app, district.admin, file)).plan).toMatchObject({ rows: 2, add: 2 });
    expect((await load(app, district.admin, half)).plan).toMatchObject({ rows: 1, add: 1 });
  });

  it('is refused where its own name holds what PostgreSQL cannot keep', async () => {
    const file = `${HEADER}\n${device('H14', 'x')}\n`;
    const { status, body } = await send(district.admin, file, { fileName: 'nul\0.csv', mode: 'rehearse' });
    expect([status, body]).toMatchObject([400, { code: 'BAD_TEXT', errors: [{ field: 'file' }] }]);
  });
});

describe('rows that are refused', () => {
  it('each have their reason, and the good ones go in', async () => {
    const header = 'Serial number,Model,Manufacturer,Kind,Site,Purchased on,Cost,Asset tag';
    const good = 'G1,300e Chromebook,Lenovo,chromebook,A1';
    const rows = [
      `${good},3/14/19,"1.599,62",GT1`,
      '6.37702E+15,300e Chromebook,Lenovo,chromebook,A1,,,GT2',
      'G3,300e Chromebook,Lenovo,chromebook,A1,31/31/31,,GT3',
      'G4,300e Chromebook,Lenovo,chromebook,A1,,1.599,GT4',
      'G5,300e Chromebook,Lenovo,chromebook,A1,,(12.00),GT5',
      'G6,300e Chromebook,Lenovo,chromebook,A1,,999999999999,GT6',
      'G7,300e Chromebook,Lenovo,spaceship,A1,,,GT7',
      'n/a,300e Chromebook,Lenovo,chromebook,A1,,,No tag',
      'G9,300e Chromebook,Lenovo,chromebook,A1',
      'G10,300e Chromebook,Lenovo,chromebook,A1,,,GT10,extra,cells',
      `G11,"${'x'.repeat(1024 * 1024)}",Lenovo,chromebook,A1,,,GT11`,
      `G12,${'y'.repeat(300)},Lenovo,chromebook,A1,,,GT12`,
      `${'Z'.repeat(400)},300e Chromebook,Lenovo,chromebook,A1,,,GT13`,
      `G14,300e Chromebook,${'😀'.repeat(100)},chromebook,A1,1/2/${'3'.repeat(70)}😀,,GT14`,
      'G15,300e Chromebook,Lenovo,chromebook,A1,,,GT15',
    ];
    const { id, plan, state } = await load(app, district.admin, `${header}\n${rows.join('\n')}\n`);
    expect(state).toBe('committed');
    const outcomes = await rowsOf(district.admin, id);
    expect(plan).toMatchObject({ rows: 15, add: 2, refused: 13 });
    expect(
      outcomes.map(({ outcome, problems }) => (outcome === 'add' ? 'add' : problems?.[0]?.code)),
    ).toEqual([
      'add',
      'SHORTENED_NUMBER',
      'IMPOSSIBLE_DATE',
      'AMBIGUOUS_AMOUNT',
      'NEGATIVE_AMOUNT',
      'NUMBER_TOO_LARGE',
      'UNKNOWN_WORD',
      'NO_CODE',
      'TOO_FEW_CELLS',
      'TOO_MANY_CELLS',
      'CELL_TOO_LONG',
      'TOO_LONG',
      expect.any(String),
      expect.any(String),
      'add',
    ]);
    for (const { outcome, problems } of outcomes)
      if (outcome === 'refused') expect(problems?.[0]?.detail).toMatch(/\w{3}/);
    expect(await deviceOf(district.admin, 'G1')).toMatchObject({
      costCents: 159_962,
      purchasedOn: '2019-03-14',
    });
    await district.admin.get(`/imports/${id}/errors.csv`).expect(200);
  });

  it('of pupils and sites have theirs', async () => {
    const sites =
      'Site code,Name,Type,Latitude,Pupils,School year\nQ1,One,office,95,,\nQ2,Two,office,,99999999999,2025-26\nQ3,Three,office,,2000000000,2025-26\n';
    const { plan, state } = await load(app, district.admin, sites, { kind: 'sites' });
    expect([state, plan]).toMatchObject(['committed', { rows: 3 }]);
    expect(plan?.refused).toBe(3);
  });

  it('may be a hundred thousand', async () => {
    const rows = numbered(100_000, { Site: 'nowhere' });
    const { id, state, plan } = await load(app, district.admin, devicesCsv(rows));
    expect([state, plan]).toMatchObject(['committed', { rows: 100_000, refused: 100_000 }]);
    const [without] = await app.source.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM import_outcomes WHERE import_id = $1 AND problems IS NULL`,
      [id],
    );
    expect(without?.count).toBe(0);
    const { text } = await district.admin.get(`/imports/${id}/errors.csv`).expect(200);
    expect(text.split('\r\n').length).toBe(100_002);
  }, 240_000);
});
