import { Readable } from 'node:stream';
import { inspectTable } from './inspect-table.js';
import { memorySource } from './text/memory-source.js';
import { readTable } from './read-table.js';
import type { TableReading, TableRow, TableSource } from './table.js';

const CSV: TableReading = { format: 'csv', encoding: 'utf-8', delimiter: ',', headerRow: 1 };

async function rowsOf(source: TableSource, reading: TableReading = CSV): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const batch of readTable(source, reading)) rows.push(...batch);
  return rows;
}

it('numbers rows as a spreadsheet does and leaves out empty ones', async () => {
  const rows = await rowsOf(memorySource('Tag,Note\nA1,"two\nlines"\n\n,,\nA2,x\n'));
  expect(rows).toEqual([
    { rowNo: 2, cells: ['A1', 'two\nlines'] },
    { rowNo: 5, cells: ['A2', 'x'] },
  ]);
});

it('trims white space, no-break spaces and zero-width characters from the edges only', async () => {
  const [row] = await rowsOf(memorySource('Tag,Note\n"\u00a0\u200b A1\ufeff ","  a \u00a0 b\t"\n'));
  expect(row?.cells).toEqual(['A1', 'a \u00a0 b']);
});

it('drops NUL bytes', async () => {
  const [row] = await rowsOf(memorySource('Tag,No\0te\nA\u00001,x\0\n'));
  expect(row?.cells).toEqual(['A1', 'x']);
});

it('takes our own guard off, and no other apostrophe', async () => {
  const [row] = await rowsOf(memorySource("a,b,c,d\n'=1+1,'-5,'tis,''=x\n"));
  expect(row?.cells).toEqual(['=1+1', '-5', "'tis", "'=x"]);
});

it('names the problem of ragged rows, and lets empty cells at the end pass', async () => {
  const rows = await rowsOf(memorySource('a,b,c\n1,2\n1,2,3,,,\n1,2,3,4\n1,2,3\n'));
  expect(rows.map(({ rowNo, cells, problem }) => [rowNo, cells.length, problem?.code])).toEqual([
    [2, 3, 'TOO_FEW_CELLS'],
    [3, 3, undefined],
    [4, 4, 'TOO_MANY_CELLS'],
    [5, 3, undefined],
  ]);
});

it('refuses the row of a cell that is too long and goes on', async () => {
  const rows = await rowsOf(
    memorySource(`a,b\n1,${'x'.repeat(1_000_000)}\n2,"${'y '.repeat(500_000)}"\n3,z\n`),
  );
  expect(rows.map(({ rowNo, problem }) => [rowNo, problem?.code])).toEqual([
    [2, 'CELL_TOO_LONG'],
    [3, 'CELL_TOO_LONG'],
    [4, undefined],
  ]);
});

it('goes on after a mark that is not closed', async () => {
  const rows = await rowsOf(memorySource('a,b\n1,"x\n2,y\n'));
  expect(rows.map(({ rowNo, problem }) => [rowNo, problem?.code])).toEqual([
    [2, 'UNCLOSED_QUOTE'],
    [3, undefined],
  ]);
});

it('reads the rows that the inspection showed, in any encoding and below title lines', async () => {
  const text = 'Report\r\rTag;Name\rA1;José\rA2;Zoë\r';
  for (const encoding of ['utf16le', 'latin1', 'utf8'] as const) {
    const mark = encoding === 'utf16le' ? '\ufeff' : '';
    const source = memorySource(Buffer.from(mark + text, encoding), 'x.csv', 5);
    const guess = await inspectTable(source);
    const rows = await rowsOf(source, guess.reading);
    expect(rows.map(({ cells }) => cells)).toEqual(guess.sample);
    expect(rows).toEqual([
      { rowNo: 4, cells: ['A1', 'José'] },
      { rowNo: 5, cells: ['A2', 'Zoë'] },
    ]);
  }
});

it('reads from the first row without a header', async () => {
  const rows = await rowsOf(memorySource('A1,S1\nA2,S2\n'), { ...CSV, headerRow: 0 });
  expect(rows.map(({ rowNo }) => rowNo)).toEqual([1, 2]);
});

it('refuses a header row that is not there', async () => {
  await expect(rowsOf(memorySource('a\n1\n'), { ...CSV, headerRow: 7 })).rejects.toMatchObject({
    code: 'HEADER_ROW_NOT_FOUND',
  });
});

it('holds no more than a few rows of a file that is all too long', async () => {
  const line = Buffer.from(`1,${'x'.repeat(2_000_000)}\n`);
  const source: TableSource = {
    fileName: 'x.csv',
    sizeBytes: 200 * line.length,
    open: () => Readable.from(repeated(Buffer.from('a,b\n'), line, 200)),
  };
  let largest = 0;
  let count = 0;
  for await (const rows of readTable(source, CSV)) {
    largest = Math.max(largest, rows.length);
    count += rows.length;
  }
  expect(count).toBe(200);
  expect(largest).toBeLessThan(10);
});

it('closes the file when the reader is left early', async () => {
  const stream = memorySource('a\n' + '1\n'.repeat(100_000)).open();
  for await (const rows of readTable({ fileName: 'x', sizeBytes: 1, open: () => stream }, CSV)) {
    expect(rows.length).toBeGreaterThan(0);
    break;
  }
  expect(stream.destroyed).toBe(true);
});

it('gives the event loop its turn while reading', async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  await rowsOf(memorySource('a,b\n' + '1,2\n'.repeat(300_000), 'x.csv', 10_000_000));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(5);
});

function* repeated(first: Buffer, line: Buffer, times: number): Generator<Buffer> {
  yield first;
  for (let i = 0; i < times; i += 1) yield line;
}
