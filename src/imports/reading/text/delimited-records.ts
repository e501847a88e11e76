import type { Readable } from 'node:stream';
import iconv from 'iconv-lite';
import { DelimitedParser } from './delimited-parser.js';
import { BATCH_CHARS, BATCH_ROWS, SNIFFED_BYTES } from '../limits.js';
import { UnknownEncoding } from '../reading.errors.js';
import { nextTurn, type Delimiter, type RawRecord, type TableSource } from '../table.js';

/** Pieces are decoded one at a time, so that a source which hands out one huge buffer costs no more memory. */
const PIECE_BYTES = 64 * 1024;

/** The bytes of a stream in pieces of bounded size. Leaving the loop closes the stream. */
export async function* piecesOf(stream: Readable): AsyncGenerator<Buffer> {
  const chunks: AsyncIterable<Buffer | string> = stream;
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
  }
}

/** The first bytes of an upload. */
export async function readStart(source: TableSource, bytes = SNIFFED_BYTES): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of piecesOf(source.open())) {
    pieces.push(piece);
    length += piece.length;
    if (length >= bytes) break;
  }
  return Buffer.concat(pieces).subarray(0, bytes);
}

/** A decoder that drops NUL as well: PostgreSQL cannot store it, and no one has typed it. */
export function createTextDecoder(encoding: string): { write(bytes: Buffer): string; end(): string } {
  if (!iconv.encodingExists(encoding)) throw new UnknownEncoding(encoding);
  const decoder = iconv.getDecoder(encoding);
  let isFirst = true;
  const clean = (text: string): string => {
    // iconv-lite strips the byte order mark of some encodings only.
    const marked = isFirst && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    isFirst &&= text === '';
    return marked.includes('\0') ? marked.replaceAll('\0', '') : marked;
  };
  return { write: (bytes) => clean(decoder.write(bytes)), end: () => clean(decoder.end() ?? '') };
}

/** All rows of delimited text, empty ones included, in batches. */
export async function* delimitedRecords(
  source: TableSource,
  reading: { encoding: string; delimiter: Delimiter; headerRow?: number },
): AsyncGenerator<RawRecord[]> {
  const decoder = createTextDecoder(reading.encoding);
  const parser = new DelimitedParser(reading.delimiter, reading.headerRow);
  let records: RawRecord[] = [];
  let chars = 0;
  for await (const piece of piecesOf(source.open())) {
    const text = decoder.write(piece);
    parser.push(text, records);
    chars += text.length;
    // Rows of normal length fill a batch by number; monstrous ones must not pile up until there are a thousand.
    if (records.length >= BATCH_ROWS || (chars >= BATCH_CHARS && records.length > 0)) {
      yield records;
      records = [];
      chars = 0;
      await nextTurn();
    }
  }
  parser.push(decoder.end(), records);
  parser.end(records);
  if (records.length > 0) yield records;
}
