import { gzipSync } from 'node:zlib';
import { inspectTable } from './inspect-table.js';
import { MAX_UPLOAD_BYTES } from './limits.js';
import { memorySource } from './text/memory-source.js';
import { readTable } from './read-table.js';
import type { TableGuess, TableReading } from './table.js';

const inspect = (text: string | Buffer, chosen?: Partial<TableReading>): Promise<TableGuess> =>
  inspectTable(memorySource(text), chosen);
const codes = ({ warnings }: TableGuess): string[] => warnings.map(({ code }) => code);

describe('delimiters', () => {
  it.each([',', ';', '\t', '|'] as const)('finds %j', async (delimiter) => {
    const rows = ['Tag#Serial#Cost', 'A1#5CD1#10', 'A2#5CD2#12'].join('\n').replaceAll('#', delimiter);
    const { reading, headers } = await inspect(rows);
    expect(reading).toMatchObject({ delimiter, format: delimiter === '\t' ? 'tsv' : 'csv' });
    expect(headers).toEqual(['Tag', 'Serial', 'Cost']);
  });

  it('is not misled by decimal commas', async () => {
    const { reading } = await inspect('Tag;Cost;Tax\nA1;1.599,62;1,5\nA2;12,50;1,5\nA3;1,20;1,5\n');
    expect(reading.delimiter).toBe(';');
  });

  it('is not misled by lists in cells', async () => {
    const { reading } = await inspect('Tag,Labels\nA1,x|y|z\nA2,p|q|r\nA3,k|l|m\n');
    expect(reading.delimiter).toBe(',');
  });

  it('takes the line sep=; at its word', async () => {
    const { reading, headers, sample } = await inspect('sep=;\r\nTag;Note\r\nA1;a,b\r\n');
    expect(reading).toMatchObject({ delimiter: ';', headerRow: 1 });
    expect([headers, sample]).toEqual([['Tag', 'Note'], [['A1', 'a,b']]]);
  });

  it('reads a list of one column', async () => {
    const { headers, sample } = await inspect('Serial\n5CD1234\n5CD1235\n');
    expect([headers, sample]).toEqual([['Serial'], [['5CD1234'], ['5CD1235']]]);
  });
});

describe('headers', () => {
  it('passes over title lines', async () => {
    const guess = await inspect(
      'Irvine Unified\n\nExported 3/12/2024\nTag,Serial,Site\nA1,S1,North\nA2,S2,South\n',
    );
    expect(guess.reading.headerRow).toBe(4);
    expect(guess.headers).toEqual(['Tag', 'Serial', 'Site']);
    expect(codes(guess)).toContain('TITLE_LINES');
  });

  it('numbers the columns of a table without a header', async () => {
    const guess = await inspect('A1,5CD1234,Chromebook\nA2,5CD1235,Chromebook\nA3,5CD1236,Laptop\n');
    expect(guess.reading.headerRow).toBe(0);
    expect(guess.headers).toEqual(['Column 1', 'Column 2', 'Column 3']);
    expect(guess.sample).toHaveLength(3);
    expect(codes(guess)).toContain('NO_HEADER');
  });

  it('takes school years for headers', async () => {
    const { reading } = await inspect('Site,2023-24,2024-25\nNorth,512,530\nSouth,410,398\n');
    expect(reading.headerRow).toBe(1);
  });

  it('gives a second column of one name another name', async () => {
    const guess = await inspect('Name,Tag,name,Name\na,1,b,c\n');
    expect(guess.headers).toEqual(['Name', 'Tag', 'name (2)', 'Name (3)']);
    expect(codes(guess)).toEqual(['DUPLICATE_HEADER', 'DUPLICATE_HEADER']);
  });

  it('leaves out a column without header and values, and names one that has values', async () => {
    const guess = await inspect('Tag,,Site,,\nA1,,North,x,\nA2,,South,,\n');
    expect(guess.headers).toEqual(['Tag', '', 'Site', 'Column 4', '']);
    expect(codes(guess).toSorted()).toEqual(['EMPTY_COLUMN', 'EMPTY_COLUMN', 'EMPTY_HEADER']);
    expect(guess.sample[0]).toEqual(['A1', '', 'North', 'x', '']);
  });

  it('puts a header that is broken over lines on one', async () => {
    const { headers } = await inspect('"Asset\nTag","Serial \r\n Number"\nA1,S1\n');
    expect(headers).toEqual(['Asset Tag', 'Serial Number']);
  });

  it('reads a file that is nothing but a header', async () => {
    const guess = await inspect('Tag,Serial\n');
    expect([guess.headers, guess.sample, codes(guess)]).toEqual([['Tag', 'Serial'], [], ['NO_ROWS']]);
  });

  it('takes the row that the person chose', async () => {
    const { headers } = await inspect('1,2\nTag,Serial\nA1,S1\n', { headerRow: 2 });
    expect(headers).toEqual(['Tag', 'Serial']);
    await expect(inspect('Tag\nA1\n', { headerRow: 9 })).rejects.toMatchObject({
      code: 'HEADER_ROW_NOT_FOUND',
    });
  });
});

describe('warnings', () => {
  it('flags numbers that a spreadsheet has rounded', async () => {
    const { warnings } = await inspect('Tag,Model Number\nA1,6.37702E+15\nA2,XR-5\n');
    expect(warnings).toMatchObject([{ code: 'SPREADSHEET_NUMBERS', column: 'Model Number' }]);
  });

  it('flags codes that seem to have lost their zeros, but not amounts', async () => {
    const rows = ['12345,10000', '23456,10000', '34567,10000', '4567,900', '56789,10000'];
    const { warnings } = await inspect(`Asset Tag,Cost\n${rows.join('\n')}\n`);
    expect(warnings).toMatchObject([{ code: 'LEADING_ZEROS_LOST', column: 'Asset Tag' }]);
  });

  it('says beforehand that rows will be refused', async () => {
    expect(codes(await inspect('Tag,Serial\nA1\nA2,S2\n'))).toContain('BAD_ROWS');
  });
});

describe('refusals', () => {
  const OLE = Buffer.from('d0cf11e0a1b11ae10000', 'hex');
  const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex');
  const EMPTY_ZIP = Buffer.concat([Buffer.from('504b0506', 'hex'), Buffer.alloc(18)]);
  it.each<[string, Buffer | string, string]>([
    ['a PNG', PNG, 'PNG picture'],
    ['a PDF', '%PDF-1.7\n%âãÏÓ', 'PDF'],
    ['an old workbook', OLE, '.xls'],
    ['a gzip', gzipSync('Tag\nA1\n'), 'gzip'],
    ['an empty ZIP', EMPTY_ZIP, 'ZIP'],
    [
      'a web page',
      '\r\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>Tag',
      'web page',
    ],
    ['XML', '\uFEFF<?xml version="1.0"?><Workbook/>', 'XML'],
    ['JSON', '[{"tag": "A1"}]', 'JSON'],
    ['anything else binary', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7) % 32)), 'binary'],
  ])('refuses %s, whatever its name, and says what it is', async (_, content, what) => {
    await expect(inspect(content)).rejects.toMatchObject({ code: 'NOT_A_TABLE', kind: 'invalid' });
    await expect(inspect(content)).rejects.toThrow(what);
  });

  it.each(['', '\uFEFF', '\n\r\n\n', ' , ,\n,,\n'])('refuses the empty file %j', async (content) => {
    await expect(inspect(content)).rejects.toMatchObject({ code: 'EMPTY_TABLE' });
  });

  it('refuses 300 columns', async () => {
    const header = Array.from({ length: 300 }, (_, i) => `Column ${i}`).join(',');
    await expect(inspect(`${header}\n1,2,3\n`)).rejects.toMatchObject({ code: 'TOO_MANY_COLUMNS' });
  });

  it('does not count empty columns at the end', async () => {
    const { headers } = await inspect(`Tag,Serial${','.repeat(1000)}\nA1,S1\n`);
    expect(headers.filter((header) => header !== '')).toEqual(['Tag', 'Serial']);
  });

  it('refuses a file beyond the limit without opening it', async () => {
    const source = { ...memorySource('Tag\nA1\n'), sizeBytes: MAX_UPLOAD_BYTES + 1 };
    await expect(inspectTable(source)).rejects.toMatchObject({ code: 'UPLOAD_TOO_LARGE', kind: 'too_large' });
    await expect(
      readTable(source, { format: 'csv', encoding: 'utf-8', headerRow: 1 })
        .next()
        .catch((error: unknown) => {
          throw error;
        }),
    ).rejects.toMatchObject({ code: 'UPLOAD_TOO_LARGE' });
  });

  it('refuses an encoding that it does not know', async () => {
    await expect(inspect('Tag\nA1\n', { encoding: 'klingon' })).rejects.toMatchObject({
      code: 'UNKNOWN_ENCODING',
    });
  });
});
