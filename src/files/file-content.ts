import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

/** The bytes of a file, wherever they are. They can be read more than once. */
export interface FileContent {
  fileName: string;
  sizeBytes: number;
  sha256: Buffer;
  open(): Readable;
}

/** A small file that is in memory. */
export function fileOfBytes(fileName: string, bytes: Buffer): FileContent {
  const sha256 = createHash('sha256').update(bytes).digest();
  return { fileName, sizeBytes: bytes.length, sha256, open: () => Readable.from([bytes]) };
}

/** The same bytes in parts of exactly this length, except that the last one may be shorter. */
export async function* inParts(bytes: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let waiting = 0;
  for await (const chunk of bytes) {
    let from = 0;
    while (waiting + chunk.length - from >= length) {
      const piece = chunk.subarray(from, from + length - waiting);
      yield pieces.length === 0 ? piece : Buffer.concat([...pieces, piece]);
      from += piece.length;
      pieces = [];
      waiting = 0;
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from));
    waiting += chunk.length - from;
  }
  if (waiting > 0) yield Buffer.concat(pieces);
}
