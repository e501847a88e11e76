import type { ImportField, ImportKind, RowFields, RowNote } from '../import-kind.js';
import type { ImportMapping } from '../mapping/import-mapping.js';
import { isPlaceholderCode } from '../../common/placeholders.js';
import type { StoredCell } from '../reading/table.js';
import { rowParser } from './row-parser.js';

const FIELDS: ImportField[] = [
  {
    name: 'assetTag',
    header: 'Asset tag',
    type: 'code',
    clearable: true,
    isPlaceholder: isPlaceholderCode,
  },
  { name: 'serialNumber', header: 'Serial number', type: 'code', required: true },
  { name: 'status', header: 'Status', type: 'text', oneOf: { deployed: ['in use'], in_stock: ['spare'] } },
  { name: 'boughtOn', header: 'Bought on', type: 'date', clearable: true },
  { name: 'cost', header: 'Cost', type: 'cents', clearable: true },
  { name: 'pupils', header: 'Pupils', type: 'integer' },
  { name: 'share', header: 'Share', type: 'number' },
  { name: 'isServed', header: 'Served', type: 'boolean' },
  { name: 'familyName', header: 'Last name', type: 'name', clearable: true },
  { name: 'notes', header: 'Notes', type: 'text', maxLength: 20, clearable: true },
  { name: 'long', header: 'Long', type: 'text', maxLength: 4_000 },
];

const kind = {
  kind: 'things',
  fields: FIELDS,
  mappings: [],
  check: ({ pupils }: RowFields, notes: RowNote[]) => {
    if (pupils === 7) notes.push({ column: 'pupils', code: 'LUCKY', detail: 'this is lucky' });
    return pupils === 13 ? [{ column: 'pupils', code: 'UNLUCKY', detail: 'this is unlucky' }] : [];
  },
} as unknown as ImportKind;

const COLUMNS = Object.fromEntries(FIELDS.map(({ name, header }) => [header, name]));

/** Reads one row, given by header; the serial number is there unless the test leaves it out. */
function parse(row: Record<string, string>, mapping: Partial<ImportMapping> = {}, sample: string[] = []) {
  const given: Record<string, string> = { 'Serial number': 'S1', ...row };
  const headers = Object.keys(given);
  const samples = sample.map((text) => headers.map(() => text));
  return rowParser(kind, headers, { columns: COLUMNS, ...mapping }, samples)({ cells: Object.values(given) });
}

const field = (header: string, text: string, mapping?: Partial<ImportMapping>) =>
  parse({ [header]: text }, mapping).fields[COLUMNS[header] ?? ''];

const problem = (header: string, text: string, mapping?: Partial<ImportMapping>) =>
  parse({ [header]: text }, mapping).problems.map(({ column, code }) => `${column} ${code}`)[0];

describe('a cell', () => {
  it('is read by the type of its field', () => {
    const row = {
      'Asset tag': '00123',
      Status: 'In Use',
      'Bought on': '3/1/19',
      Cost: '$1,599.62',
      Pupils: '1,024',
      Share: '85%',
      Served: 'Yes',
    };
    expect(parse(row)).toEqual({
      fields: {
        serialNumber: 'S1',
        assetTag: '00123',
        status: 'deployed',
        boughtOn: '2019-03-01',
        cost: 159_962,
        pupils: 1_024,
        share: 85,
        isServed: true,
      },
      problems: [],
      notes: [],
    });
  });

  it.each(['n/a', '-', '#N/A', 'none', 'Unknown', 'sin datos'])(
    'keeps what is there when it says %j, and says so',
    (text) => {
      const note = {
        code: 'READ_AS_BLANK',
        detail: `"${text}" means that there is no value. Rollcall reads it as a blank cell.`,
      };
      expect(parse({ 'Asset tag': text, Notes: text, Cost: text })).toEqual({
        fields: { serialNumber: 'S1' },
        problems: [],
        notes: ['Asset tag', 'Notes', 'Cost'].map((column) => ({ column, ...note })),
      });
    },
  );

  it('keeps what is there when it is blank, without a word', () => {
    expect(parse({ 'Asset tag': '', Notes: '', Cost: '' })).toEqual({
      fields: { serialNumber: 'S1' },
      problems: [],
      notes: [],
    });
  });

  it('says nothing in a column of codes where it holds a placeholder, which in a text is a text', () => {
    const { fields, notes, problems } = parse({ 'Asset tag': 'No sticker', Notes: 'No sticker' });
    expect(fields).toEqual({ serialNumber: 'S1', notes: 'No sticker' });
    expect(problems).toEqual([]);
    expect(notes).toEqual([
      {
        column: 'Asset tag',
        code: 'READ_AS_BLANK',
        detail: '"No sticker" looks like a placeholder, not a real code. Rollcall reads it as a blank cell.',
      },
    ]);
  });

  it('may be a code that looks like a placeholder where it is one of the district', () => {
    const isOwn = (name: string, code: string): boolean => name === 'assetTag' && code === '1111';
    const read = (tag: string, mapping = {}) =>
      rowParser(
        kind,
        ['Asset tag', 'Serial number'],
        { columns: COLUMNS, ...mapping },
        [],
        isOwn,
      )({ cells: [tag, 'S1'] });
    expect(read('1111').fields['assetTag']).toBe('1111');
    expect(read('2222').fields['assetTag']).toBeUndefined();
    // Filled up with zeros it is a number like any other.
    expect(read('2222', { padTagsTo: 6 }).fields['assetTag']).toBe('002222');
    expect(read('0', { padTagsTo: 6 }).fields['assetTag']).toBeUndefined();
  });

  it('is no date where it holds what other systems write for none', () => {
    const { fields, problems, notes } = parse({ 'Bought on': '0000-00-00' });
    expect([fields['boughtOn'], problems]).toEqual([undefined, []]);
    expect(notes).toEqual([
      {
        column: 'Bought on',
        code: 'READ_AS_BLANK',
        detail: 'Other systems write "0000-00-00" when they have no date. Rollcall reads it as a blank cell.',
      },
    ]);
    expect(problem('Bought on', 'soon')).toBe('Bought on NOT_A_DATE');
  });

  it.each([
    ['Notes', '<a href="x"> Dell</a>', 'Dell', 'This cell contains HTML. Rollcall reads its text: "Dell".'],
    ['Notes', 'a<br>b', 'a b', 'This cell contains HTML. Rollcall reads its text: "a b".'],
    ['Long', 'a<br>b', 'a\nb', 'This cell contains HTML. Rollcall reads its text: "a\nb".'],
    ['Asset tag', '<b>T1</b>', 'T1', 'This cell contains HTML. Rollcall reads its text: "T1".'],
    [
      'Bought on',
      '<i>3/1/19</i>',
      '2019-03-01',
      'This cell contains HTML. Rollcall reads its text: "3/1/19".',
    ],
    ['Status', 'In&nbsp;use', 'deployed', 'This cell contains HTML. Rollcall reads its text: "In use".'],
    ['Last name', 'O&#39;Neill', "O'Neill", 'This cell contains HTML. Rollcall reads its text: "O\'Neill".'],
    [
      'Notes',
      '<i></i>',
      undefined,
      'This cell contains HTML without any text. Rollcall reads it as a blank cell.',
    ],
    [
      'Long',
      '<a href="http://x',
      '<a href="http://x',
      'This cell ends inside an HTML tag. Rollcall keeps it as it is.',
    ],
    ['Notes', 'R&D <3', 'R&D <3', undefined],
  ])('of HTML under %s is its text: %s', (header, html, value, detail) => {
    const { fields, notes, problems } = parse({ [header]: html });
    expect([fields[COLUMNS[header] ?? ''], problems]).toEqual([value, []]);
    expect(notes.map((note) => note.detail)).toEqual(detail === undefined ? [] : [detail]);
  });

  it('may be the name of a family called None, Null or Unknown, but not of one called N/A', () => {
    expect(['None', 'Null', 'Unknown', 'N/A', '-'].map((name) => field('Last name', name))).toEqual([
      'None',
      'Null',
      'Unknown',
      undefined,
      undefined,
    ]);
  });

  it('empties its field with the word CLEAR, where that may be empty', () => {
    expect(field('Notes', 'CLEAR')).toBeNull();
    expect(field('Notes', 'clear')).toBe('clear');
    expect(problem('Status', 'CLEAR')).toBe('Status CANNOT_CLEAR');
  });

  it('says under its own header what is wrong with it', () => {
    expect(problem('Cost', 'a lot')).toBe('Cost NOT_AN_AMOUNT');
    expect(problem('Bought on', '31/02/2019')).toBe('Bought on IMPOSSIBLE_DATE');
    expect(problem('Status', 'on fire')).toBe('Status UNKNOWN_WORD');
    expect(problem('Notes', 'x'.repeat(21))).toBe('Notes TOO_LONG');
    expect(problem('Asset tag', '6.37702E+15')).toBe('Asset tag SHORTENED_NUMBER');
    expect(problem('Notes', '6.37702E+15')).toBe('Notes SHORTENED_NUMBER');
    expect(problem('Pupils', '3000000000')).toBe('Pupils NUMBER_TOO_LARGE');
    expect(problem('Cost', '30,000,000.00')).toBe('Cost NUMBER_TOO_LARGE');
  });

  it.each([
    ['123457000000', true],
    ['356938000000000', true],
    ['9012345678901230000', true],
    ['123456700000', false],
    ['12345700000', false],
    ['901234567890123', false],
    ['A123457000000', false],
  ])('keeps the code %s, and notes whether a spreadsheet may have shortened it: %s', (text, isNoted) => {
    const { fields, notes } = rowParser(kind, ['Asset tag'], { columns: COLUMNS }, [])({ cells: [text] });
    expect(fields['assetTag']).toBe(text);
    expect(notes.map(({ code }) => code)).toEqual(isNoted ? ['CODE_LOOKS_ROUNDED'] : []);
  });

  it('holds nothing that PostgreSQL cannot keep', () => {
    expect(field('Notes', 'a\0b')).toBe('a\uFFFDb');
    expect(field('Notes', 'a\uD83Db')).toBe('a\uFFFDb');
    expect(field('Notes', 'ok 😀')).toBe('ok 😀');
  });
});

describe('a cell of a workbook', () => {
  const read = (header: string, text: string, stored: StoredCell) => {
    const columns = { [header]: COLUMNS[header] ?? '', S: 'serialNumber' };
    const cells = { cells: [text, 'S1'], stored: new Map([[0, stored]]) };
    const { fields, problems, notes } = rowParser(kind, [header, 'S'], { columns }, [])(cells);
    return [fields[COLUMNS[header] ?? ''], ...[...problems, ...notes].map(({ code }) => code)];
  };

  it.each<[StoredCell['is'], string, string, unknown[]]>([
    ['rounded', 'Asset tag', '9012345678901235000', [undefined, 'SHORTENED_NUMBER']],
    ['rounded', 'Notes', '9012345678901235000', [undefined, 'SHORTENED_NUMBER']],
    ['rounded', 'Last name', '9012345678901235000', [undefined, 'SHORTENED_NUMBER']],
    ['rounded', 'Cost', '9012345678901235000', [undefined, 'AMOUNT_TOO_LARGE']],
    ['quantity', 'Asset tag', '12.1', [undefined, 'NOT_A_CODE']],
    ['quantity', 'Notes', '12.1', ['12.1']],
    ['quantity', 'Cost', '12.1', [1_210]],
    ['date', 'Asset tag', '2016-03-12', [undefined, 'NOT_A_CODE']],
    ['date', 'Notes', '2016-03-12', ['2016-03-12', 'READ_AS_TEXT']],
    ['date', 'Bought on', '2016-03-12', ['2016-03-12']],
  ])('that holds a %s, under %s: %s', (is, header, text, expected) => {
    expect(read(header, text, { is } as StoredCell)).toEqual(expected);
  });

  it('that shows a number in its own way is what it shows in a column of texts, else the number', () => {
    const stored: StoredCell = { is: 'shown', number: '45' };
    expect(read('Asset tag', 'IUSD-0045', stored)).toEqual(['IUSD-0045', 'READ_AS_SHOWN']);
    expect(read('Notes', 'IUSD-0045', stored)).toEqual(['IUSD-0045', 'READ_AS_SHOWN']);
    expect(read('Pupils', 'IUSD-0045', stored)).toEqual([45]);
    expect(read('Cost', '$45', stored)).toEqual([4_500]);
  });
});

describe('the mapping', () => {
  it('knows better than anybody what a word means', () => {
    const words = { status: { Unknown: 'spare' } };
    expect(parse({ Status: 'Unknown' }, { words })).toMatchObject({
      fields: { status: 'in_stock' },
      notes: [],
    });
  });

  it('fills up tags of digits alone', () => {
    const mapping = { padTagsTo: 6 };
    expect(field('Asset tag', '1234', mapping)).toBe('001234');
    expect(field('Asset tag', '1234567', mapping)).toBe('1234567');
    expect(field('Asset tag', 'A12', mapping)).toBe('A12');
    expect(parse({}, mapping).fields['serialNumber']).toBe('S1');
  });

  it('translates the words of another system', () => {
    const words = { status: { 'Ready to Deploy': 'in_stock' } };
    expect(field('Status', 'ready-to-deploy', { words })).toBe('in_stock');
    expect(field('Status', 'In use', { words })).toBe('deployed');
  });

  it('gives defaults to rows that have nothing of their own', () => {
    const defaults = { status: 'spare' };
    expect(parse({}, { defaults }).fields['status']).toBe('in_stock');
    expect(field('Status', '', { defaults })).toBe('in_stock');
    expect(field('Status', 'In use', { defaults })).toBe('deployed');
  });

  it('says in which order dates are; else the file proves it, and else it is the American', () => {
    const read = (mapping: Partial<ImportMapping>, sample: string[]) =>
      parse({ 'Bought on': '2/3/2019' }, mapping, sample).fields['boughtOn'];
    expect(read({ dateOrder: 'dmy' }, ['12/25/2019'])).toBe('2019-03-02');
    expect(read({}, ['25/12/2019'])).toBe('2019-03-02');
    expect(read({}, ['1/1/2019'])).toBe('2019-02-03');
  });

  it('says which mark separates the cents', () => {
    expect(field('Cost', '1.599', { decimal: ',' })).toBe(159_900);
    expect(problem('Cost', '1.599')).toBe('Cost AMBIGUOUS_AMOUNT');
    expect(field('Cost', '1.599,62')).toBe(159_962);
  });
});

describe('a row', () => {
  it('is refused without what it needs, once and under the header of the file', () => {
    const columns = { Seriennummer: 'serialNumber', Status: 'status' };
    const read = (cells: string[]) =>
      rowParser(
        kind,
        ['Seriennummer', 'Status'],
        { columns },
        [],
      )({ cells }).problems.map(({ column, code }) => `${column} ${code}`);
    expect(read(['', 'in use'])).toEqual(['Seriennummer REQUIRED']);
    expect(read(['6.37702E+15', 'in use'])).toEqual(['Seriennummer SHORTENED_NUMBER']);
  });

  it('tells when the file has no such column at all', () => {
    const { problems } = rowParser(
      kind,
      ['Status'],
      { columns: { Status: 'status' } },
      [],
    )({ cells: ['spare'] });
    expect(problems).toEqual([
      {
        column: 'Serial number',
        code: 'REQUIRED',
        detail:
          'No column of this file is mapped to Serial number, which every row needs. Choose the column.',
      },
    ]);
  });

  it('is checked as a whole, and told so under the header of the file', () => {
    const columns = { S: 'serialNumber', Kids: 'pupils' };
    const { problems } = rowParser(kind, ['S', 'Kids'], { columns }, [])({ cells: ['S1', '13'] });
    expect(problems).toEqual([{ column: 'Kids', code: 'UNLUCKY', detail: 'this is unlucky' }]);
  });

  it('says under the header of the file what a check of the whole row noted', () => {
    const columns = { S: 'serialNumber', Kids: 'pupils' };
    const { problems, notes } = rowParser(kind, ['S', 'Kids'], { columns }, [])({ cells: ['S1', '7'] });
    expect(problems).toEqual([]);
    expect(notes).toEqual([{ column: 'Kids', code: 'LUCKY', detail: 'this is lucky' }]);
  });

  it('notes a tag that it filled up with zeros, and no other', () => {
    const notesOf = (tag: string) => parse({ 'Asset tag': tag }, { padTagsTo: 6 }).notes;
    expect(notesOf('123')).toEqual([
      { column: 'Asset tag', code: 'TAG_PADDED', detail: expect.stringContaining('"000123"') },
    ]);
    expect(notesOf('123456')).toEqual([]);
    expect(notesOf('T12')).toEqual([]);
  });

  it('notes what the mapping said in place of the file', () => {
    const { fields, notes } = parse({ Status: '' }, { defaults: { status: 'in use' } });
    expect(fields['status']).toBe('deployed');
    expect(notes).toEqual([
      { column: 'Status', code: 'MAPPING_DEFAULT', detail: expect.stringContaining('"in use"') },
    ]);
    expect(parse({ Status: 'spare' }, { defaults: { status: 'in use' } }).notes).toEqual([]);
  });

  it('names all that is wrong with it at once', () => {
    const { problems } = parse({ Status: 'on fire', Cost: 'a lot', 'Bought on': 'soon' });
    expect(problems.map(({ column }) => column)).toEqual(['Status', 'Cost', 'Bought on']);
  });
});
