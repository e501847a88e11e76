import { columnsOf, ENTRY_BYTES, entriesIn, KEY_BYTES, patched } from './code-blocks.js';

/** Rows of a block: key, site, state, version. */
function blockOf(...rows: [key: number, site: number, state: number, version: number][]): Uint8Array {
  const bytes = rows.flatMap(([key, site, state, version]) => [
    ...keyBytes(key),
    Math.floor(site / 256),
    site % 256,
    state,
    version,
  ]);
  return columnsOf(Uint8Array.from(bytes), ENTRY_BYTES);
}

function keyBytes(key: number): number[] {
  return [24, 16, 8, 0].map((bits) => (key >>> bits) & 255);
}

function keysOf(...keys: number[]): Uint8Array {
  return columnsOf(Uint8Array.from(keys.flatMap(keyBytes)), KEY_BYTES);
}

const NOTHING = new Uint8Array(0);

it('turns rows into columns', () => {
  expect([...columnsOf(Uint8Array.from([1, 2, 3, 4, 5, 6]), 3)]).toEqual([1, 4, 2, 5, 3, 6]);
});

describe('a block', () => {
  const block = blockOf(
    [7, 300, 16, 1],
    [0x80000000, 1, 2, 3],
    [0x80000000, 4, 5, 6],
    [0xffffffff, 0, 0, 255],
  );

  it.each([
    [7, [{ site: 300, state: 16, version: 1 }]],
    [
      0x80000000,
      [
        { site: 1, state: 2, version: 3 },
        { site: 4, state: 5, version: 6 },
      ],
    ],
    [0xffffffff, [{ site: 0, state: 0, version: 255 }]],
    [0, []],
    [8, []],
    [0xfffffffe, []],
  ])('has under the key %i: %j', (key, entries) => {
    expect(entriesIn(block, key)).toEqual(entries);
  });

  it('has nothing where it is empty', () => {
    expect(entriesIn(NOTHING, 7)).toEqual([]);
  });
});

describe('a patch', () => {
  const block = blockOf([2, 1, 1, 1], [4, 1, 1, 1], [4, 2, 2, 2], [6, 1, 1, 1]);

  it.each<[string, Uint8Array, Uint8Array, Uint8Array]>([
    ['nothing', NOTHING, NOTHING, block],
    ['keys to drop', keysOf(1, 4, 7), NOTHING, blockOf([2, 1, 1, 1], [6, 1, 1, 1])],
    [
      'entries in the place of others',
      keysOf(2, 6),
      blockOf([2, 9, 9, 9], [6, 8, 8, 8], [6, 9, 9, 9]),
      blockOf([2, 9, 9, 9], [4, 1, 1, 1], [4, 2, 2, 2], [6, 8, 8, 8], [6, 9, 9, 9]),
    ],
    [
      'entries before, between and after',
      keysOf(1, 5, 9),
      blockOf([1, 7, 7, 7], [5, 7, 7, 7], [9, 7, 7, 7]),
      blockOf(
        [1, 7, 7, 7],
        [2, 1, 1, 1],
        [4, 1, 1, 1],
        [4, 2, 2, 2],
        [5, 7, 7, 7],
        [6, 1, 1, 1],
        [9, 7, 7, 7],
      ),
    ],
    ['everything to drop', keysOf(2, 4, 6), NOTHING, NOTHING],
  ])('of %s', (_, cleared, added, expected) => {
    expect([...patched(block, cleared, added)]).toEqual([...expected]);
  });

  it('fills an empty block', () => {
    expect([...patched(NOTHING, keysOf(1), blockOf([1, 2, 3, 4]))]).toEqual([...blockOf([1, 2, 3, 4])]);
  });

  it('that comes twice changes nothing more', () => {
    const [cleared, added] = [keysOf(2, 4), blockOf([2, 9, 9, 9])];
    const once = patched(block, cleared, added);
    expect([...patched(once, cleared, added)]).toEqual([...once]);
  });
});
