import { assertUsable } from '../layout-check.js';
import { type LayoutColumn, type LayoutDefinition, USUAL, USUAL_COLUMN } from '../layout.js';
import type { LaidOutClaim } from './claim-facts.js';
import { emptyFile, layOut, type LaidOut } from './lay-out.js';
import { layoutFile } from './layout-file.js';

const NUMBER: Partial<LayoutColumn> & { header: string } = { header: 'Claim', field: 'number' };

function layoutOf(
  columns: readonly (Partial<LayoutColumn> & { header: string })[],
  more: Partial<LayoutDefinition> = {},
): LayoutDefinition {
  const layout = {
    ...USUAL,
    format: 'csv' as const,
    ...more,
    columns: columns.map((column) => ({ ...USUAL_COLUMN, ...column })),
  };
  assertUsable(layout);
  return layout;
}

function claimOf(values: LaidOutClaim['values'], parts: LaidOutClaim['parts'] = []): LaidOutClaim {
  const number = typeof values['number'] === 'string' ? values['number'] : 'C-2026-000001';
  return { id: number, round: 0, number, parts, borrower: null, values: { number, ...values } };
}

const laidOut = (layout: LayoutDefinition, claims: readonly LaidOutClaim[]): Promise<LaidOut> =>
  layOut(layout, claims, { batch: 7, sentOn: '2026-11-30' }, emptyFile());

async function fileOf(layout: LayoutDefinition, claims: readonly LaidOutClaim[]): Promise<Buffer> {
  return layoutFile(layout, (await laidOut(layout, claims)).rows);
}

const problemsOf = ({ lacking }: LaidOut): string[][] =>
  lacking.map(({ number, remarks }) => [number, ...remarks.map(({ column, code }) => `${column} ${code}`)]);

describe('a file of a fixed width', () => {
  const columns = [
    { header: 'CLAIM', field: 'number' as const, longest: 14, isRequired: true },
    { header: 'SN', field: 'serialNumber' as const, longest: 6, format: 'upper' as const },
    { header: 'QTY', field: 'partQuantity' as const, longest: 4, align: 'right' as const, pad: '0' as const },
    { header: 'DATE', field: 'openedOn' as const, longest: 8, format: 'YYYYMMDD' as const },
    { header: 'A', field: 'accidental' as const, longest: 1, words: { true: 'Y', false: 'N' } },
    { header: 'NOTE', field: 'observed' as const, longest: 8, whenTooLong: 'cut' as const },
  ];
  const fixed = (more: Partial<LayoutDefinition> = {}): LayoutDefinition =>
    layoutOf(columns, {
      format: 'fixed_width',
      rowsPer: 'part',
      encoding: 'iso-8859-1',
      hasHeader: false,
      ...more,
    });
  const part = (quantity: number): LaidOutClaim['parts'][number] => ({
    number: 'P',
    description: null,
    quantity,
    mustReturn: true,
  });

  it('is right byte by byte', async () => {
    const claims = [
      claimOf({ serialNumber: 'ab12', openedOn: '2026-03-09', accidental: true, observed: 'Señal débil' }, [
        part(2),
        part(11),
      ]),
      claimOf({ number: 'C-2026-000002', accidental: false, observed: 'a\tb\r\nc' }),
    ];
    const bytes = await fileOf(fixed(), claims);
    const blanks = (count: number): string => '20'.repeat(count);
    // "Señal débil" is cut after 8 characters; "ñ" is F1 and "é" is E9. A missing number is blank, and not 0000.
    const note = '5365f1616c2064e9';
    const first = ['432d323032362d303030303031', blanks(1), '41423132', blanks(2)];
    const day = '3230323630333039';
    const end = '0d0a';
    expect(bytes.toString('hex')).toBe(
      [
        [...first, '30303032', day, '59', note, end],
        [...first, '30303131', day, '59', note, end],
        ['432d323032362d303030303032', blanks(1 + 6 + 4 + 8), '4e', '6120622063', blanks(3), end],
      ]
        .flat()
        .join(''),
    );
    expect(bytes).toHaveLength(3 * (14 + 6 + 4 + 8 + 1 + 8 + 2));
  });

  it('keeps its width below its headers, and ends lines as told', async () => {
    const bytes = await fileOf(fixed({ hasHeader: true, lineEnd: 'lf' }), [claimOf({ serialNumber: 'A' })]);
    const lines = bytes.toString('latin1').split('\n');
    expect(lines).toEqual([
      'CLAIM         SN    QTY DATE    ANOTE    ',
      'C-2026-000001 A                          ',
      '',
    ]);
  });

  it('has the text as it is: no guard shifts it', async () => {
    const bytes = await fileOf(fixed(), [claimOf({ serialNumber: '=1+2', observed: '-5' })]);
    expect(bytes.toString('latin1').slice(14, 20)).toBe('=1+2  ');
  });

  it('refuses what would not fit, and what the encoding does not have', async () => {
    const out = await laidOut(fixed(), [
      claimOf({ number: 'C-1', serialNumber: 'TOO-LONG' }),
      claimOf({ number: 'C-2', observed: '屏幕' }),
      claimOf({ number: '' }),
    ]);
    expect(problemsOf(out)).toEqual([
      ['C-1', 'SN TOO_LONG'],
      ['C-2', 'NOTE NOT_ENCODABLE'],
      ['', 'CLAIM MISSING'],
    ]);
    expect(out.rows).toEqual([]);
  });

  it('is refused with an encoding of several bytes, or without widths', () => {
    expect(() => fixed({ encoding: 'utf-8' })).toThrow('one byte for each character');
    expect(() => layoutOf([NUMBER], { format: 'fixed_width', encoding: 'ascii' })).toThrow('fixed width');
  });
});

describe('a CSV file', () => {
  it('quotes what needs it, and guards texts against formulas', async () => {
    const layout = layoutOf([
      NUMBER,
      { header: '=Note', field: 'observed' },
      { header: 'Cost', field: 'approvedCost' },
    ]);
    const claims = [
      claimOf({ observed: '=HYPERLINK("http://x")', approvedCost: 1250 }),
      claimOf({ number: 'C-2', observed: 'a, b', approvedCost: null }),
    ];
    expect((await fileOf(layout, claims)).toString()).toBe(
      `Claim,'=Note,Cost\r\nC-2026-000001,"'=HYPERLINK(""http://x"")",12.50\r\nC-2,"a, b",\r\n`,
    );
  });

  it.each([
    ['utf-8', 'Señal 李', '5365c3b1616c20e69d8e'],
    ['windows-1252', 'Señal €', '5365f1616c2080'],
    ['iso-8859-1', 'Señal', '5365f1616c'],
    ['ascii', 'Signal', '5369676e616c'],
  ] as const)('is written in %s', async (encoding, observed, hex) => {
    const layout = layoutOf([NUMBER, { header: 'Note', field: 'observed' }], { encoding });
    const bytes = await fileOf(layout, [claimOf({ observed })]);
    expect(bytes.toString('hex')).toMatch(new RegExp(`2c${hex}0d0a$`));
    expect(bytes.subarray(0, 5).toString()).toBe('Claim');
  });

  it('begins with a byte order mark, if it should', async () => {
    const bytes = await fileOf(layoutOf([NUMBER], { encoding: 'utf-8-bom' }), [claimOf({})]);
    expect(bytes.subarray(0, 8).toString('hex')).toBe('efbbbf436c61696d');
  });

  it('replaces what the encoding does not have, if it should, and says so', async () => {
    const layout = layoutOf([NUMBER, { header: 'Note', field: 'observed' }], {
      encoding: 'ascii',
      whenNotEncodable: 'replace',
    });
    const out = await laidOut(layout, [claimOf({ observed: 'Señal 李 – “ok”' })]);
    expect(out.rows[0]?.[1]).toBe('Senal Li - "ok"');
    expect(out.changed[0]?.remarks).toMatchObject([{ column: 'Note', code: 'REPLACED' }]);
  });

  it('has a row for each part, and one for a claim without parts', async () => {
    const layout = layoutOf(
      [
        NUMBER,
        { header: 'Line', field: 'partLine' },
        { header: 'Part', field: 'partNumber' },
        { header: 'Quantity', field: 'partQuantity' },
        { header: 'Back', field: 'partReturns' },
        { header: 'Row', field: 'row' },
        { header: 'From', constant: 'IUSD' },
      ],
      { rowsPer: 'part', delimiter: ';', hasHeader: false, lineEnd: 'lf' },
    );
    const parts = [
      { number: '5D1', description: null, quantity: 1, mustReturn: true },
      { number: '5D2', description: null, quantity: 2, mustReturn: false },
    ];
    const claims = [claimOf({ number: 'C-1' }, parts), claimOf({ number: 'C-2' })];
    expect((await fileOf(layout, claims)).toString()).toBe(
      'C-1;1;5D1;1;yes;1;IUSD\nC-1;2;5D2;2;no;2;IUSD\nC-2;;;;;3;IUSD\n',
    );
  });

  it('counts ten slots in a box, over the claims that are in the file', async () => {
    const layout = layoutOf([
      NUMBER,
      { header: 'Box', field: 'box' },
      { header: 'SN', field: 'serialNumber', isRequired: true },
      { header: 'Slot', field: 'slot' },
    ]);
    const claims = Array.from({ length: 13 }, (_, i) =>
      claimOf({ number: `C-${i}`, serialNumber: i === 4 ? null : `S-${i}`, ...(i === 12 && { box: 'B-7' }) }),
    );
    const { rows } = await laidOut(layout, claims);
    expect(rows.map(([, box, , slot]) => `${box}.${slot}`)).toEqual([
      ...Array.from({ length: 10 }, (_, i) => `1.${i + 1}`),
      '2.1',
      'B-7.null',
    ]);
  });
});

describe('a file that is full', () => {
  const layout = layoutOf([NUMBER, { header: 'SN', field: 'serialNumber', isRequired: true }]);
  const claims = Array.from({ length: 5 }, (_, i) =>
    claimOf({ number: `C-${i}`, serialNumber: i === 1 ? null : 'x'.repeat(20) }),
  );
  const file = { batch: 1, sentOn: '2026-11-30' };

  it.each([
    ['claims', { claims: 2, characters: Infinity }, ['C-0', 'C-2'], true],
    ['characters', { claims: Infinity, characters: 30 }, ['C-0', 'C-2'], true],
    ['all there are', { claims: 4, characters: Infinity }, ['C-0', 'C-2', 'C-3', 'C-4'], false],
  ])('ends after so many %s, and whole claims', async (_, limit, numbers, isFull) => {
    const out = await layOut(layout, claims, file, emptyFile(), limit);
    expect([out.claims.map(({ number }) => number), out.isFull]).toEqual([numbers, isFull]);
  });
});

describe('a JSON file', () => {
  it('has values as they are, unguarded and in their own types', async () => {
    const layout = layoutOf(
      [
        NUMBER,
        { header: 'note', field: 'observed' },
        { header: 'accident', field: 'accidental' },
        { header: 'again', field: 'resubmissions' },
        { header: 'cents', field: 'approvedCost', format: 'cents' },
        { header: 'batch', field: 'batch' },
        { header: 'sent', field: 'sentOn', format: 'MM/DD/YYYY' },
        { header: 'rma', field: 'rma' },
      ],
      { format: 'json' },
    );
    const bytes = await fileOf(layout, [
      claimOf({ observed: '=1+1\nand "more"', accidental: false, resubmissions: 2, approvedCost: 990 }),
    ]);
    expect(JSON.parse(bytes.toString())).toEqual([
      {
        Claim: 'C-2026-000001',
        note: '=1+1\nand "more"',
        accident: false,
        again: 2,
        cents: '990',
        batch: 7,
        sent: '11/30/2026',
        rma: null,
      },
    ]);
  });
});

describe('a layout', () => {
  it.each([
    [
      'a field and a constant',
      [NUMBER, { header: 'X', field: 'rma' as const, constant: 'x' }],
      {},
      'not both',
    ],
    ['neither of them', [NUMBER, { header: 'X' }], {}, 'not both'],
    [
      'a header twice',
      [NUMBER, { header: 'Claim', field: 'rma' as const }],
      {},
      'Two columns are called "Claim"',
    ],
    ['no claim to tell', [{ header: 'RMA', field: 'rma' as const }], {}, 'claim number or the serial number'],
    [
      'a part in a row of a claim',
      [NUMBER, { header: 'P', field: 'partNumber' as const }],
      {},
      'one row per part',
    ],
    [
      'a date format for a text',
      [NUMBER, { header: 'R', field: 'rma' as const, format: 'YYYYMMDD' as const }],
      {},
      'does not fit',
    ],
    [
      'an encoding for JSON',
      [NUMBER],
      { format: 'json' as const, encoding: 'ascii' as const },
      'always UTF-8',
    ],
    [
      'a header that the encoding lacks',
      [{ ...NUMBER, header: '编号' }],
      { encoding: 'ascii' as const },
      'does not have all',
    ],
  ])('is refused with %s', (_, columns, more, words) => {
    expect(() => layoutOf(columns, more)).toThrow(words);
  });
});
