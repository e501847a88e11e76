import ExcelJS from 'exceljs';
import { PassThrough, Readable, Writable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { inspectTable } from '../../imports/reading/inspect-table.js';
import { memorySource } from '../../imports/reading/text/memory-source.js';
import { readTable } from '../../imports/reading/read-table.js';
import { guardFormula, unguardFormula } from './formula-guard.js';
import { csvStream, type TableColumn } from './table-writer.js';
import { writeXlsx } from './xlsx-writer.js';

const COLUMNS: TableColumn[] = [
  { header: 'Tag', type: 'text' },
  { header: 'Pupils', type: 'integer' },
  { header: 'Cost', type: 'cents' },
  { header: 'Bought', type: 'date' },
  { header: 'Seen', type: 'instant' },
  { header: 'Loaned', type: 'boolean' },
];
const SEEN = new Date('2024-09-17T08:30:15.000Z');
const ROWS: unknown[][] = [
  ['A1', 512, 159_962, '2016-03-12', SEEN, true],
  ['=1+1', -5, 5, null, null, false],
  ['say "hi", José\nagain', null, null, undefined, undefined, null],
];

const HOSTILE = [
  '=1',
  '+1',
  '-1',
  '@x',
  '\t=x',
  '\r=x',
  "'=x",
  "''=x",
  "'tis",
  '"=x"',
  'a,b',
  'x\ny',
  'x\r\ny',
  '_x000D_',
];
const HOSTILE_TOO = [
  '<&>',
  'é–“”',
  '😀',
  '0012',
  '6.37702E+15',
  '1/2/2024',
  'TRUE',
  ';',
  '#N/A',
  'a\u0001b',
  'a  b',
];

async function* batches(rows: unknown[][]): AsyncGenerator<unknown[][]> {
  yield rows.slice(0, 1);
  yield [];
  yield rows.slice(1);
}

async function xlsx(columns: TableColumn[], rows: unknown[][]): Promise<Buffer> {
  const out = new PassThrough();
  const [bytes] = await Promise.all([buffer(out), writeXlsx(columns, batches(rows), out)]);
  return bytes;
}

async function readBack(bytes: Buffer): Promise<string[][]> {
  const source = memorySource(bytes);
  const { reading } = await inspectTable(source, { headerRow: 1 });
  const cells: string[][] = [];
  for await (const rows of readTable(source, reading)) cells.push(...rows.map((row) => row.cells));
  return cells;
}

describe('CSV', () => {
  it('is UTF-8 with its mark, CRLF, guarded texts and bare numbers', async () => {
    expect((await buffer(csvStream(COLUMNS, batches(ROWS)))).toString()).toBe(
      '\uFEFFTag,Pupils,Cost,Bought,Seen,Loaned\r\n' +
        'A1,512,1599.62,2016-03-12,2024-09-17T08:30:15.000Z,TRUE\r\n' +
        "'=1+1,-5,0.05,,,FALSE\r\n" +
        '"say ""hi"", José\nagain",,,,,\r\n',
    );
  });

  it('ends with an error when its rows do', async () => {
    await expect(text(csvStream(COLUMNS, failing()))).rejects.toThrow('the database went away');
  });
});

describe('XLSX', () => {
  it('has real numbers, dates and truth values, and a header that is bold and stays', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.read(Readable.from([await xlsx(COLUMNS, ROWS)]));
    const sheet = book.worksheets[0];
    expect(sheet?.getRow(2).values).toEqual([
      undefined,
      'A1',
      512,
      1599.62,
      new Date('2016-03-12'),
      SEEN,
      true,
    ]);
    expect(sheet?.getCell('A3').value).toBe("'=1+1");
    expect(sheet?.getCell('A1').font.bold).toBe(true);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  });

  it('keeps the digits of numbers that a spreadsheet would round', async () => {
    const [row] = await readBack(
      await xlsx([{ header: 'IMEI', type: 'integer' }], [['1234567890123456789']]),
    );
    expect(row).toEqual(['1234567890123456789']);
  });

  it('fails when its rows do', async () => {
    const out = new PassThrough().resume();
    await expect(writeXlsx(COLUMNS, failing(), out)).rejects.toThrow('the database went away');
  });

  it('stops asking for rows when the reader has gone away', async () => {
    let isClosed = false;
    async function* endless(): AsyncGenerator<unknown[][]> {
      try {
        for (;;)
          yield Array.from({ length: 1_000 }, (_, i) => [`${Math.random()}`, i, i, '2024-01-01', SEEN, true]);
      } finally {
        isClosed = true;
      }
    }
    let written = 0;
    const out = new Writable({
      write(chunk: Buffer, _, done) {
        written += chunk.length;
        done(written > 100_000 ? new Error('gone') : null);
      },
    });
    await expect(writeXlsx(COLUMNS, endless(), out)).rejects.toThrow('gone');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isClosed).toBe(true);
  });
});

describe('what we write, we read', () => {
  const rows = [...HOSTILE, ...HOSTILE_TOO].map((cell) => ['x', cell, 'y']);
  const columns: TableColumn[] = ['One', 'Two', 'Three'].map((header) => ({ header, type: 'text' }));

  it('from CSV', async () => {
    expect(await readBack(await buffer(csvStream(columns, batches(rows))))).toEqual(rows);
  });

  it('from XLSX', async () => {
    expect(await readBack(await xlsx(columns, rows))).toEqual(rows);
  });
});

it('takes a guard off exactly where it puts one on', () => {
  for (const cell of [...HOSTILE, ...HOSTILE_TOO]) expect(unguardFormula(guardFormula(cell))).toBe(cell);
  for (const cell of ['=1', '+1', '-1', '@x', '\tx', '\rx']) expect(guardFormula(cell)).toBe(`'${cell}`);
  for (const cell of ['', 'A1', '12', "'tis", ' =x']) expect(guardFormula(cell)).toBe(cell);
});

async function* failing(): AsyncGenerator<unknown[][]> {
  yield [['A1']];
  throw new Error('the database went away');
}
