import { Readable } from 'node:stream';
import type { TableSource } from '../table.js';

/** A table that is at hand already: a sample, a demo, a test. Pieces can be made small to cut rows anywhere. */
export function memorySource(
  content: string | Buffer,
  fileName = 'upload.csv',
  pieceBytes = 65_536,
): TableSource {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    fileName,
    sizeBytes: bytes.length,
    open: () => Readable.from(pieces(bytes, pieceBytes)),
  };
}

function* pieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
