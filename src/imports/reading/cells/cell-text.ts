import { unguardFormula } from '../../../common/documents/formula-guard.js';

/** Below it and above it no character is invisible, within ASCII: most cells are known clean by their two ends. */
const SPACE = 0x20;
const DELETE = 0x7f;
const APOSTROPHE = 0x27;

/** Zero-width and direction marks, soft hyphen, byte order mark: what web pages leave in copied cells. */
const ZERO_WIDTH = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;

/** Takes white space, no-break spaces and zero-width characters off both ends, and our own guard; leaves the inside. */
export function trimInvisible(cell: string): string {
  const length = cell.length;
  if (length === 0) return cell;
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(length - 1);
  // An apostrophe may be our own guard against formulas; it and the rarer signs before it take the long way.
  if (first > APOSTROPHE && first < DELETE && last > SPACE && last < DELETE) return cell;
  let start = 0;
  let end = length;
  while (start < end && isInvisible(cell.charCodeAt(start))) start += 1;
  while (end > start && isInvisible(cell.charCodeAt(end - 1))) end -= 1;
  return unguardFormula(cell.slice(start, end));
}

export function isEmptyText(cell: string): boolean {
  for (let i = 0; i < cell.length; i += 1) if (!isInvisible(cell.charCodeAt(i))) return false;
  return true;
}

function isInvisible(code: number): boolean {
  if (code <= SPACE || code === DELETE) return true;
  if (code < 0x80) return false;
  const char = String.fromCharCode(code);
  return char.trim() === '' || ZERO_WIDTH.test(char);
}
