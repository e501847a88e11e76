import iconv from 'iconv-lite';
import { guessEncoding } from './encoding.js';
import { piecesOf } from './delimited-records.js';
import { inspectTable } from '../inspect-table.js';
import { memorySource } from './memory-source.js';

const NAMES =
  'Tag,Name,Site\n1,José Muñoz,Cañada Elementary\n2,Zoë O’Brien,“El Niño” – Lab\n3,Martínez,MUÑOZ HIGH\n4,Peña,Søren\n';

async function guess(bytes: Buffer, pieceBytes?: number): Promise<string> {
  const { encoding } = await guessEncoding(piecesOf(memorySource(bytes, 'x.csv', pieceBytes).open()));
  return encoding;
}

it.each(['utf-8', 'windows-1252', 'macintosh'])(
  'tells %s by its bytes, wherever pieces are cut',
  async (encoding) => {
    const bytes = iconv.encode(NAMES, encoding);
    for (const size of [1, 2, 3, 7, 65_536]) expect(await guess(bytes, size)).toBe(encoding);
  },
);

it.each([
  'José',
  'García',
  'Ramírez',
  'Nuñez',
  'Peña',
  'MUÑOZ',
  'Zoë',
  'François',
  'Müller',
  'Björk',
  'Ángel',
])('tells Windows from Macintosh by the one name %s', async (name) => {
  for (const encoding of ['windows-1252', 'macintosh']) {
    expect(await guess(iconv.encode(`Tag,Name\n1,${name}\n`, encoding))).toBe(encoding);
  }
});

it.each(['it’s 12” wide', 'O’Neill', 'Lab – Room 2', '½ inch', 'Smart® Board™', 'students’ carts'])(
  'tells Windows by the signs in "%s"',
  async (text) =>
    expect(await guess(iconv.encode(`Tag,Note\n1,${text}\n`, 'windows-1252'))).toBe('windows-1252'),
);

it.each(['utf-16le', 'utf-16be'])('tells %s with its mark, and without it', async (encoding) => {
  expect(await guess(iconv.encode(NAMES, encoding, { addBOM: true }))).toBe(encoding);
  expect(await guess(iconv.encode(NAMES, encoding))).toBe(encoding);
});

it('finds the first letter beyond ASCII far down in the file', async () => {
  const bytes = iconv.encode(`Tag,Name\n${'1,plain\n'.repeat(100_000)}2,José\n`, 'macintosh');
  expect(await guess(bytes)).toBe('macintosh');
});

it('keeps to UTF-8 when a few bytes are damaged, and says so', async () => {
  const bytes = Buffer.concat([
    Buffer.from(`Tag,Name\n${'1,José\n'.repeat(50)}`),
    Buffer.from([0x32, 0x2c, 0xe9, 0x0a]),
  ]);
  const { reading, warnings } = await inspectTable(memorySource(bytes));
  expect(reading.encoding).toBe('utf-8');
  expect(warnings.map(({ code }) => code)).toContain('DAMAGED_BYTES');
});

it.each(['utf-8', 'utf-16le', 'utf-16be'])(
  'takes the byte order mark of %s off the first header',
  async (encoding) => {
    const { headers, sample } = await inspectTable(
      memorySource(iconv.encode(NAMES, encoding, { addBOM: true })),
    );
    expect(headers).toEqual(['Tag', 'Name', 'Site']);
    expect(sample[0]).toEqual(['1', 'José Muñoz', 'Cañada Elementary']);
  },
);

it('reads as the person chose, against its own guess', async () => {
  const bytes = iconv.encode(NAMES, 'macintosh');
  const { sample, confidence } = await inspectTable(memorySource(bytes), { encoding: 'windows-1252' });
  expect(sample[0]?.[1]).toBe('JosŽ Mu–oz');
  expect(confidence.encoding).toBe(1);
});
