import type { Readable } from 'node:stream';

/**
 * Counts the parts of a multipart body as it streams by. The parser passes over a part whose headers it cannot use
 * without a word, so that only this count shows that something was sent and not read.
 */
export function countParts(body: Readable, boundary: string): () => number {
  const delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
  // The first delimiter may stand at the very beginning, without a line before it.
  let rest: Buffer = Buffer.from('\r\n');
  let parts = 0;
  let isOver = false;
  body.on('data', (chunk: Buffer) => {
    if (isOver) return;
    const bytes = Buffer.concat([rest, chunk]);
    let from = 0;
    for (let at = bytes.indexOf(delimiter); at >= 0; at = bytes.indexOf(delimiter, from)) {
      from = at + delimiter.length;
      // Whether this is the last delimiter shows in the two bytes after it, which may come in the next chunk.
      if (from + 2 > bytes.length) {
        rest = bytes.subarray(at);
        return;
      }
      isOver = bytes.toString('latin1', from, from + 2) === '--';
      if (isOver) return;
      parts += 1;
    }
    rest = bytes.subarray(Math.max(from, bytes.length - delimiter.length + 1));
  });
  return () => parts;
}
