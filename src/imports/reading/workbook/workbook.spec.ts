import ExcelJS from 'exceljs';
import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { inspectTable } from '../inspect-table.js';
import { memorySource } from '../text/memory-source.js';
import { readTable } from '../read-table.js';
import type { TableGuess, TableRow } from '../table.js';
import { kindOfFormat } from './styles.js';
import { storedNumber, textOfNumber } from './values.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

async function zipOf(parts: Record<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** A workbook of one sheet, written by hand, to say what no library would write. */
async function handmade(sheetData: string, more: Record<string, string> = {}): Promise<Buffer> {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return zipOf({
    '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<x:workbook xmlns:x="m" xmlns:q="${OFFICE}"><x:sheets><x:sheet name="One" q:id="r1"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheet', 'worksheets/a.xml')}${relation('r2', 'sharedStrings', 'strings.xml')}</Relationships>`,
    'xl/worksheets/a.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    ...more,
  });
}

async function rowsOf(bytes: Buffer, sheet?: string): Promise<{ guess: TableGuess; rows: TableRow[] }> {
  // Named as CSV on purpose: what counts is what the file is.
  const source = memorySource(bytes, 'upload.csv');
  const guess = await inspectTable(source, sheet === undefined ? {} : { sheet });
  const rows: TableRow[] = [];
  for await (const batch of readTable(source, guess.reading)) rows.push(...batch);
  return { guess, rows };
}

const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

async function register(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Notes', { state: 'hidden' }).addRow(['nothing']);
  const sheet = book.addWorksheet('Devices');
  sheet.addRow(['Irvine Unified']);
  sheet.mergeCells('A1:D1');
  sheet.addRow([]);
  sheet.addRow(['Tag', 'Serial', 'Bought', 'Cost', 'Loaned', 'Model', 'Old tag', 'Check']);
  const row = sheet.addRow([
    4512,
    1_234_567_890_123_456,
    new Date(Date.UTC(2016, 2, 12)),
    1599.62,
    true,
    { richText: [{ text: 'Latitude ' }, { font: { bold: true }, text: '3190' }] },
    { formula: 'A4*2', result: 9024 },
    { error: '#N/A' },
  ]);
  row.getCell(1).numFmt = '000000';
  row.getCell(3).numFmt = 'm/d/yy';
  sheet.addRow(['A2', '=1+1', null, 0.1 + 0.2, false, 'a\nb', { formula: 'A9', result: 'x' }]);
  book.addWorksheet('Second').addRow(['Tag', 'Site']);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('a workbook of Excel', () => {
  it('gives texts as a spreadsheet shows them', async () => {
    const { guess, rows } = await rowsOf(await register());
    expect(guess.reading).toMatchObject({ format: 'xlsx', sheet: 'Devices', headerRow: 3 });
    expect(rows.map(({ rowNo, cells, problem }) => [rowNo, problem, ...cells])).toEqual([
      [
        4,
        undefined,
        '004512',
        '1234567890123456',
        '2016-03-12',
        '1599.62',
        'TRUE',
        'Latitude 3190',
        '9024',
        '',
      ],
      [5, undefined, 'A2', '=1+1', '', '0.3', 'FALSE', 'a\nb', 'x', ''],
    ]);
  });

  it('reads the first sheet that can be seen, and says which others there are', async () => {
    const { guess } = await rowsOf(await register());
    expect(guess.sheets).toEqual(['Devices', 'Second']);
    expect(guess.warnings.map(({ code }) => code).toSorted()).toEqual([
      'ERROR_CELLS',
      'MORE_SHEETS',
      'TITLE_LINES',
    ]);
  });

  it('reads the sheet that is named', async () => {
    const { guess } = await rowsOf(await register(), 'second');
    expect(guess.headers).toEqual(['Tag', 'Site']);
    await expect(rowsOf(await register(), 'Third')).rejects.toMatchObject({ code: 'SHEET_NOT_FOUND' });
  });
});

describe('a workbook of another program', () => {
  it('may leave out the places of rows and cells, and use prefixes and shared strings', async () => {
    const strings =
      '<sst><si><t>Tag</t></si><si><r><t>Ser</t></r><r><t>ial</t></r><rPh><t>x</t></rPh></si></sst>';
    const bytes = await handmade(
      `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><x:row xmlns:x="y"><x:c><x:v>1.2E+15</x:v></x:c></x:row>`,
      { 'xl/strings.xml': strings },
    );
    const { guess, rows } = await rowsOf(bytes);
    expect(guess.headers).toEqual(['Tag', 'Serial']);
    expect(rows).toEqual([
      { rowNo: 2, cells: ['1200000000000000', ''], stored: new Map([[0, { is: 'rounded' }]]) },
    ]);
  });

  it('may have formulas that were never calculated, which is said', async () => {
    const { guess } = await rowsOf(await handmade(`<row>${inline('Tag')}</row><row><c><f>A1</f></c></row>`));
    expect(guess.warnings.map(({ code }) => code)).toContain('FORMULA_WITHOUT_RESULT');
  });

  it('has the row refused whose cell is too long, or which is too wide', async () => {
    const long = inline('x'.repeat(1_000_000));
    const bytes = await handmade(
      `<row>${inline('Tag')}</row><row>${long}</row><row><c r="XFD3"><v>1</v></c></row><row>${inline('A1')}</row>`,
    );
    const { rows } = await rowsOf(bytes);
    expect(rows.map(({ problem }) => problem?.code)).toEqual(['CELL_TOO_LONG', 'TOO_MANY_CELLS', undefined]);
  });
});

describe('refusals', () => {
  it.each<[string, string, Record<string, string>]>([
    [
      'an outside entity',
      '',
      { 'xl/worksheets/a.xml': '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]><w>&e;</w>' },
    ],
    ['an entity that nobody declared', `<row>${inline('&e;')}</row>`, {}],
    ['broken XML', '<row>', {}],
    ['a text number that is not there', '<row><c t="s"><v>7</v></c></row>', { 'xl/strings.xml': '<sst/>' }],
    ['endless nesting', '<a>'.repeat(1_000), {}],
  ])('refuses %s', async (_, sheet, more) => {
    await expect(rowsOf(await handmade(sheet, more))).rejects.toMatchObject({ code: 'BROKEN_WORKBOOK' });
  });

  it('refuses a part that is packed more than 200 to 1', async () => {
    const bomb = await handmade('', { 'xl/worksheets/a.xml': ' '.repeat(50_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    await expect(rowsOf(bomb)).rejects.toMatchObject({ code: 'WORKBOOK_TOO_LARGE' });
  });

  it('refuses a part that unpacks to more than it declares', async () => {
    const bytes = await handmade('', {
      'xl/worksheets/a.xml': `<worksheet>${'<row></row>'.repeat(10_000)}</worksheet>`,
    });
    await expect(rowsOf(declaringLess(bytes, 'xl/worksheets/a.xml'))).rejects.toMatchObject({
      code: 'BROKEN_WORKBOOK',
    });
  });

  it('refuses a piece of XML without end, before it fills the memory', async () => {
    const noise = randomBytes(3_000_000).toString('hex');
    await expect(rowsOf(await handmade(`<row><c><v>${noise}</v></c></row>`))).rejects.toMatchObject({
      code: 'WORKBOOK_TOO_LARGE',
    });
  });

  it('refuses more than 10,000 parts', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`junk/${i}`, '']));
    await expect(rowsOf(await handmade('', many))).rejects.toMatchObject({ code: 'WORKBOOK_TOO_LARGE' });
  });

  it('refuses a workbook that is cut off', async () => {
    const bytes = await handmade(`<row>${inline('Tag')}</row>`);
    await expect(rowsOf(bytes.subarray(0, bytes.length - 40))).rejects.toMatchObject({
      code: 'BROKEN_WORKBOOK',
    });
  });

  it.each([
    ['readme.txt', 'ZIP archive'],
    ['content.xml', '.ods'],
    ['word/document.xml', 'Word'],
    ['xl/workbook.bin', '.xlsb'],
  ])('says what a ZIP with %s is', async (part, what) => {
    await expect(rowsOf(await zipOf({ [part]: 'x' }))).rejects.toThrow(what);
  });

  it('refuses 300 columns', async () => {
    await expect(rowsOf(await handmade(`<row>${inline('Tag').repeat(300)}</row>`))).rejects.toMatchObject({
      code: 'TOO_MANY_COLUMNS',
    });
  });
});

it.each([
  ['m/d/yy', { is: 'date', hasTime: false }],
  ['[$-409]m/d/yy h:mm AM/PM;@', { is: 'date', hasTime: true }],
  ['[h]:mm', { is: 'date', hasTime: true }],
  ['0.00 "days"', { is: 'number' }],
  ['[Red]#,##0', { is: 'number' }],
  ['General', { is: 'number' }],
  ['#,##0', { is: 'number' }],
  ['0', { is: 'number' }],
  ['0.00', { is: 'number' }],
  ['0%', { is: 'number' }],
  ['"$"0', { is: 'shaped', shape: ['"$"', '0'] }],
  ['00000', { is: 'shaped', shape: ['0', '0', '0', '0', '0'] }],
  ['"A;B-"00;-0', { is: 'shaped', shape: ['"A;B-"', '0', '0'] }],
  ['yyyy-mm-dd', { is: 'date', hasTime: false }],
] as const)('knows what the format %s means', (code, kind) => expect(kindOfFormat(code)).toEqual(kind));

it.each([
  ['1599.6199999999999', '1599.62'],
  ['1.2345678901234568E+17', '123456789012346000'],
  ['356938035643809', '356938035643809'],
  ['12345678901234567890', '12345678901234567890'],
  ['1.5E-7', '0.00000015'],
  ['-2', '-2'],
  ['1E+22', '10000000000000000000000'],
])('writes the number %s as %s', (raw, text) =>
  expect(textOfNumber(raw, { is: 'number' }, false)).toBe(text),
);

it.each([
  ['4512', '000000', '004512'],
  ['4512', '"IUSD-"000000', 'IUSD-004512'],
  ['4512', '\\T#0', 'T4512'],
  ['926021234', '00000-0000', '92602-1234'],
  ['12', '000-000', '000-012'],
  ['1234567', '000-000', '1234-567'],
  ['0', '0000', '0000'],
])('shows the number %s in the format %s as %s', (raw, format, text) => {
  const kind = kindOfFormat(format);
  expect(textOfNumber(raw, kind, false)).toBe(text);
  expect(storedNumber(raw, kind, text)).toEqual({ is: 'shown', number: raw });
});

it.each([
  ['9.012345678901235e+18', 'General', { is: 'rounded' }],
  ['901234567890123456', '0', { is: 'rounded' }],
  ['1234567890123456', '@', { is: 'rounded' }],
  ['1E+15', '0', { is: 'rounded' }],
  ['1234567890123450', '0000', { is: 'rounded' }],
  ['999999999999999', '0', undefined],
  ['356938035643809', 'General', undefined],
  ['1.23E+12', 'General', undefined],
  ['104233', '#,##0', undefined],
  ['92602', '00000', undefined],
  ['12.1', 'General', { is: 'quantity' }],
  ['-104233', 'General', { is: 'quantity' }],
  ['42441', 'd-mmm', { is: 'date' }],
])('knows what the number %s in the format %s is to a column of codes', (raw, format, stored) => {
  const kind = kindOfFormat(format);
  expect(storedNumber(raw, kind, textOfNumber(raw, kind, false))).toEqual(stored);
});

it.each<[string, boolean, boolean, string]>([
  ['42441', false, false, '2016-03-12'],
  ['42441.5', false, true, '2016-03-12T12:00:00'],
  ['42441.5', false, false, '2016-03-12'],
  ['40979', true, false, '2016-03-12'],
  ['0.25', false, true, '06:00:00'],
  ['1', false, false, '1900-01-01'],
  ['99999999', false, false, '99999999'],
])('writes day %s (from 1904: %s, with time: %s) as %s', (raw, is1904, hasTime, text) =>
  expect(textOfNumber(raw, { is: 'date', hasTime }, is1904)).toBe(text),
);

/** Lowers the size that the package declares for one part. */
function declaringLess(bytes: Buffer, part: string): Buffer {
  const copy = Buffer.from(bytes);
  const name = copy.lastIndexOf(part);
  const header = name - 46;
  copy.writeUInt32LE(10, header + 24);
  return copy;
}
