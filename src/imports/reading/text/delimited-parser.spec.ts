import { parse } from 'csv-parse/sync';
import { DelimitedParser } from './delimited-parser.js';
import { MAX_ROW_CHARS } from '../limits.js';
import type { Delimiter, RawRecord } from '../table.js';

interface ReadOptions {
  delimiter?: Delimiter;
  headerRow?: number;
  piece?: number;
}

function read(
  text: string,
  { delimiter = ',', headerRow = 1, piece = 65_536 }: ReadOptions = {},
): RawRecord[] {
  const parser = new DelimitedParser(delimiter, headerRow);
  const records: RawRecord[] = [];
  for (let at = 0; at < text.length; at += piece) parser.push(text.slice(at, at + piece), records);
  parser.end(records);
  return records;
}

const cellsOf = (records: RawRecord[]): string[][] => records.map(({ cells }) => cells);

describe('line ends', () => {
  it.each(['\n', '\r\n', '\r'])('reads %j, however the pieces fall', (end) => {
    const text = ['a,b', '1,"x', 'y"', '2,z', ''].join(end);
    for (let piece = 1; piece < 8; piece += 1) {
      expect(cellsOf(read(text, { piece }))).toEqual([
        ['a', 'b'],
        ['1', `x${end}y`],
        ['2', 'z'],
      ]);
    }
  });

  it('reads all three mixed in one file, and counts empty lines as rows', () => {
    const records = read('a,b\r\n1,2\r3,4\n\r\n5,6');
    expect(records.map(({ rowNo, cells }) => [rowNo, ...cells])).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '4'],
      [4, ''],
      [5, '5', '6'],
    ]);
  });
});

describe('quotation marks', () => {
  it('keeps marks inside a cell that is not quoted', () => {
    expect(cellsOf(read('model,kind\n15" Laptop,laptop\n'))[1]).toEqual(['15" Laptop', 'laptop']);
  });

  it('keeps a stray mark inside a quoted cell that ends on its line', () => {
    expect(cellsOf(read('model,kind\n"15" Laptop",laptop\n'))[1]).toEqual(['15" Laptop', 'laptop']);
  });

  it('takes a mark after spaces for an opening one', () => {
    expect(cellsOf(read('a,b\n1, "x, y" \n'))[1]).toEqual(['1', 'x, y']);
  });

  it('refuses only the line whose mark is never closed', () => {
    const records = read('a,b\n1,"x\n2,y\n3,"z"\n');
    expect(records[1]).toMatchObject({ rowNo: 2, problem: { code: 'UNCLOSED_QUOTE' } });
    expect(records[1]?.problem?.detail).toContain('line 2');
    expect(cellsOf(records.slice(2))).toEqual([
      ['2', 'y'],
      ['3', 'z'],
    ]);
  });

  it('names the line in the file, when earlier cells hold line breaks', () => {
    const records = read('a,b\n1,"x\ny\nz"\n2,"broken\n3,ok\n');
    expect(records[2]?.problem?.detail).toContain('line 5');
    expect(records[3]).toEqual({ rowNo: 4, cells: ['3', 'ok'] });
  });

  it('takes lines that a mark joins by accident apart again, if they do not fit the header', () => {
    const records = read('a,b,c\n1,"x,y\n2,v,15"\n3,v,w\n');
    expect(records[1]?.problem?.code).toBe('UNCLOSED_QUOTE');
    expect(cellsOf(records.slice(2))).toEqual([
      ['2', 'v', '15"'],
      ['3', 'v', 'w'],
    ]);
  });

  it('loses one row, not the rest, to an open mark in a large file', () => {
    const rows = Array.from({ length: 400_000 }, (_, i) => `${i},plain text here`);
    rows[5] = '5,"never closed';
    const records = read(`a,b\n${rows.join('\n')}\n`);
    expect(records.filter(({ problem }) => problem)).toHaveLength(1);
    expect(records).toHaveLength(400_001);
  });
});

describe('bounds', () => {
  it('passes over a row without end and goes on after it', () => {
    const records = read(`a,b\n1,${'x'.repeat(3 * MAX_ROW_CHARS)}\n2,y\n`);
    expect(records.map(({ rowNo, problem }) => [rowNo, problem?.code])).toEqual([
      [1, undefined],
      [2, 'ROW_TOO_LONG'],
      [3, undefined],
    ]);
  });

  it('passes over a quoted row without end', () => {
    const records = read(`a,b\n1,"${'x'.repeat(3 * MAX_ROW_CHARS)}"\n2,y\n`);
    expect(records[1]?.problem?.code).toBe('ROW_TOO_LONG');
    expect(records[2]).toEqual({ rowNo: 3, cells: ['2', 'y'] });
  });

  it('is not slowed down by marks that look open on every line', () => {
    const secondsOf = (lines: number): number => {
      const started = performance.now();
      read('a\n' + '""x\n'.repeat(lines) + '"\n' + '"",\n'.repeat(lines));
      return performance.now() - started;
    };
    // Eight times the lines take about eight times as long; looking each open mark's end up again would take 64 times.
    secondsOf(25_000);
    expect(secondsOf(200_000) / secondsOf(25_000)).toBeLessThan(40);
  });
});

it('takes the line sep=; for no row', () => {
  const records = read('sep=;\r\na;b\r\n1;2', { delimiter: ';' });
  expect(records).toEqual([
    { rowNo: 1, cells: ['a', 'b'] },
    { rowNo: 2, cells: ['1', '2'] },
  ]);
});

it('reads three thousand random well-formed tables as csv-parse does', () => {
  const random = randomNumbers(20_240_917);
  const pick = <T extends string>(from: readonly [T, ...T[]]): T =>
    from[Math.floor(random() * from.length)] ?? from[0];
  for (let round = 0; round < 3_000; round += 1) {
    const end = pick(['\n', '\r\n', '\r']);
    const delimiter = pick([',', ';', '\t', '|'] as const);
    const width = 1 + Math.floor(random() * 4);
    const line = (): string => Array.from({ length: width }, () => writtenCell()).join(delimiter);
    const writtenCell = (): string => {
      const text = Array.from({ length: Math.floor(random() * 5) }, () =>
        pick(['a', 'é', ' ', '"', delimiter, '\n', '\r', '1']),
      ).join('');
      return `"${text.replaceAll('"', '""')}"`;
    };
    const plainLine = (): string =>
      Array.from({ length: width }, () => pick(['x', 'y z', '1.5'])).join(delimiter);
    const text = Array.from({ length: 5 }, () => (random() < 0.5 ? line() : plainLine())).join(end);
    const expected: string[][] = parse(text, { delimiter, record_delimiter: end });
    expect(cellsOf(read(text, { delimiter, piece: 1 + Math.floor(random() * 20) }))).toEqual(expected);
  }
});

/** Mulberry32: the same numbers in every run, so that a failure can be looked at. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
