import { ByteReader } from './byte-reader.js';

/** Hands out a text in pieces of some length. */
function readerOf(text: string, pieceLength: number): ByteReader {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ByteReader(async () => {
    const piece = bytes.subarray(at, (at += pieceLength));
    return piece.length > 0 ? piece : undefined;
  });
}

const textOf = (bytes: Uint8Array | undefined): string | undefined =>
  bytes && new TextDecoder().decode(bytes);

describe.each([1, 2, 3, 5, 7, 100])('a stream in pieces of %i bytes', (pieceLength) => {
  it('is read by lines, and then by lengths', async () => {
    const reader = readerOf('first\nsecond ü\n12345678', pieceLength);
    expect([await reader.line(), await reader.line()]).toEqual(['first', 'second ü']);
    expect(textOf(await reader.take(3))).toBe('123');
    expect(textOf(await reader.take(5))).toBe('45678');
    expect(await reader.take(1)).toBeUndefined();
  });

  it('has no line without an end', async () => {
    const reader = readerOf('whole\nhalf', pieceLength);
    expect([await reader.line(), await reader.line()]).toEqual(['whole', undefined]);
  });

  it('that ends in the middle is an error', async () => {
    const reader = readerOf('1234', pieceLength);
    await reader.take(2);
    await expect(reader.take(3)).rejects.toThrow('the answer ends in the middle');
  });
});
