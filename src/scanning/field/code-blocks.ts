/**
 * How the server packs the codes of a district for phones. Server and phones share these numbers. Each code is
 * represented by 40 bits of the SHA-256 of its text: the first byte is the number of its block, and the other four bytes
 * are its key in that block. A block has eight columns, with one byte for each entry: four for the key (highest byte
 * first), two for the site, one for the state and one for the version. The entries are sorted by key, so a phone finds a
 * code by binary search without unpacking the block.
 */

export const KEY_BYTES = 4;
export const ENTRY_BYTES = 8;
/** Bytes at the start of each piece: number of the block, number of keys that lose their entries, number of entries. */
export const HEAD_BYTES = 9;
/** The index has no exact version from this number up. */
export const LONGEST_VERSION = 255;
/** A state is the position of the kind times this number, plus the position of the status. */
export const STATUSES_OF_A_KIND = 16;

/** Site, state and version of the device with a code. The head of the answer says what the numbers mean. */
export interface CodeEntry {
  site: number;
  state: number;
  version: number;
}

/** Turns rows of a fixed length into columns. Compressed, columns need half as much space as rows. */
export function columnsOf(rows: Uint8Array, width: number): Uint8Array {
  const count = rows.length / width;
  const columns = new Uint8Array(rows.length);
  for (let column = 0; column < width; column += 1)
    for (let row = 0; row < count; row += 1)
      columns[column * count + row] = rows[row * width + column] as number;
  return columns;
}

/** The entries with a key. There can be several if devices share a code. */
export function entriesIn(block: Uint8Array, key: number): CodeEntry[] {
  const count = block.length / ENTRY_BYTES;
  const at = (column: number, row: number): number => block[column * count + row] as number;
  const entries: CodeEntry[] = [];
  for (let row = firstFrom(block, count, key); row < count && keyAt(block, count, row) === key; row += 1)
    entries.push({ site: at(4, row) * 256 + at(5, row), state: at(6, row), version: at(7, row) });
  return entries;
}

/** Removes the entries of the cleared keys from a block, and adds new entries. All three lists are sorted by key. */
export function patched(block: Uint8Array, cleared: Uint8Array, added: Uint8Array): Uint8Array {
  const [count, gone, came] = [
    block.length / ENTRY_BYTES,
    cleared.length / KEY_BYTES,
    added.length / ENTRY_BYTES,
  ];
  const kept: number[] = [];
  for (let row = 0, other = 0; row < count; row += 1) {
    const key = keyAt(block, count, row);
    while (other < gone && keyAt(cleared, gone, other) < key) other += 1;
    if (other === gone || keyAt(cleared, gone, other) !== key) kept.push(row);
  }
  const total = kept.length + came;
  const result = new Uint8Array(total * ENTRY_BYTES);
  for (let to = 0, old = 0, fresh = 0; to < total; to += 1) {
    const isOld =
      fresh === came ||
      (old < kept.length && keyAt(block, count, kept[old] as number) <= keyAt(added, came, fresh));
    const [source, length, row] = isOld ? [block, count, kept[old++] as number] : [added, came, fresh++];
    for (let column = 0; column < ENTRY_BYTES; column += 1)
      result[column * total + to] = source[column * length + row] as number;
  }
  return result;
}

function keyAt(columns: Uint8Array, count: number, row: number): number {
  let key = 0;
  for (let column = 0; column < KEY_BYTES; column += 1)
    key = key * 256 + (columns[column * count + row] as number);
  return key;
}

/** The first row with this key or a higher one. */
function firstFrom(block: Uint8Array, count: number, key: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keyAt(block, count, middle) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
