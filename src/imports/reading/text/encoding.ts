import { isAscii } from 'node:buffer';
import { AFTER, BEFORE, chooseSingleByte } from './mac-or-windows.js';
import type { TableWarning } from '../table.js';

export interface EncodingGuess {
  encoding: string;
  confidence: number;
  warnings: TableWarning[];
}

/** Snippets that are kept for the choice between Windows and Macintosh; a file has few different ones. */
const MAX_SNIPPETS = 5_000;

/**
 * Reads the whole upload, not its beginning: in a register the first "é" may stand on row 40,000,
 * and taking the file for UTF-8 until then would spoil it. Chunks of plain ASCII cost almost nothing.
 */
export async function guessEncoding(chunks: AsyncIterable<Buffer>): Promise<EncodingGuess> {
  const census = new ByteCensus();
  let first = true;
  for await (const chunk of chunks) {
    const marked = first ? (byOrderMark(chunk) ?? byNulPattern(chunk)) : undefined;
    if (marked) return marked;
    first = false;
    census.add(chunk);
  }
  return census.verdict();
}

function byOrderMark(start: Buffer): EncodingGuess | undefined {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return sure('utf-8');
  if (start[0] === 0xff && start[1] === 0xfe) return sure('utf-16le');
  if (start[0] === 0xfe && start[1] === 0xff) return sure('utf-16be');
  return undefined;
}

/** UTF-16 without its mark: every second byte of Western text is NUL. */
function byNulPattern(start: Buffer): EncodingGuess | undefined {
  const looked = Math.min(start.length, 4096) & ~1;
  if (looked < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < looked; i += 2) {
    if (start[i] === 0) even += 1;
    if (start[i + 1] === 0) odd += 1;
  }
  const pairs = looked / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.1) return { ...sure('utf-16le'), confidence: 0.9 };
  if (even > pairs * 0.7 && odd < pairs * 0.1) return { ...sure('utf-16be'), confidence: 0.9 };
  return undefined;
}

function sure(encoding: string): EncodingGuess {
  return { encoding, confidence: 1, warnings: [] };
}

/** Counts what is UTF-8 and what is not, and keeps the surroundings of what is not. */
class ByteCensus {
  private sequences = 0;
  private invalid = 0;
  private readonly snippets = new Map<string, number>();
  /** The end of the last chunk, for a character that is cut in two, and for its neighbours. */
  private carried: Buffer = Buffer.alloc(0);
  /** How many of the carried bytes are counted already, and are there as neighbours only. */
  private counted = 0;

  add(chunk: Buffer): void {
    if (isAscii(chunk) && isAscii(this.carried)) {
      this.carried = chunk.subarray(-BEFORE);
      this.counted = this.carried.length;
    } else {
      this.count(Buffer.concat([this.carried, chunk]), AFTER);
    }
  }

  verdict(): EncodingGuess {
    this.count(this.carried, 0);
    if (this.invalid === 0) return { ...sure('utf-8'), confidence: this.sequences > 0 ? 1 : 0.95 };
    // Windows or Macintosh text hardly ever forms a valid sequence; ten to one means UTF-8 with a few damaged bytes.
    if (this.sequences >= 10 * this.invalid) {
      const detail = `${this.invalid} bytes are not UTF-8 and show as "\uFFFD". Choose another encoding, or export the file again as UTF-8.`;
      return { encoding: 'utf-8', confidence: 0.7, warnings: [{ code: 'DAMAGED_BYTES', detail }] };
    }
    const choice = chooseSingleByte(this.snippets);
    return { ...choice, warnings: [] };
  }

  private count(bytes: Buffer, keptBack: number): void {
    const end = bytes.length - keptBack;
    let i = this.counted;
    while (i < end) {
      if ((bytes[i] ?? 0) < 0x80) {
        i += 1;
        continue;
      }
      const length = sequenceLength(bytes, i);
      if (length > 0) this.sequences += 1;
      else this.keep(bytes, i);
      i += length || 1;
    }
    const from = Math.max(0, i - BEFORE);
    this.carried = bytes.subarray(from);
    this.counted = i - from;
  }

  private keep(bytes: Buffer, i: number): void {
    this.invalid += 1;
    const before = bytes.toString('latin1', Math.max(0, i - BEFORE), i).padStart(BEFORE);
    const snippet = before + bytes.toString('latin1', i, i + 1 + AFTER).padEnd(AFTER + 1);
    const seen = this.snippets.get(snippet);
    if (seen !== undefined || this.snippets.size < MAX_SNIPPETS) this.snippets.set(snippet, (seen ?? 0) + 1);
  }
}

/** Length of the valid UTF-8 sequence at `i`, nought if there is none (RFC 3629, section 4). */
function sequenceLength(bytes: Buffer, i: number): number {
  const lead = bytes[i] ?? 0;
  const length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  if (length === 0 || lead > 0xf4) return 0;
  const second = bytes[i + 1] ?? 0;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let k = 2; k < length; k += 1) {
    const next = bytes[i + k] ?? 0;
    if (next < 0x80 || next > 0xbf) return 0;
  }
  return length;
}
