import iconv from 'iconv-lite';

/** Bytes that a snippet holds before and after the one in question. */
export const BEFORE = 2;
export const AFTER = 3;

export interface SingleByteChoice {
  encoding: 'windows-1252' | 'macintosh';
  confidence: number;
}

/**
 * Chooses between the two single-byte encodings that American spreadsheets save. Nothing in the bytes names them, and
 * detectors such as chardet do not know MacRoman; but the wrong one puts capitals, signs and quotes inside words:
 * "José" saved on a Macintosh reads "JosŽ" as Windows, and saved on Windows reads "JosÈ" as Macintosh.
 * A draw goes to Windows, which is by far the more common.
 *
 * @param snippets latin1 strings of BEFORE bytes, the byte, AFTER bytes; with how often each occurs
 */
export function chooseSingleByte(snippets: Map<string, number>): SingleByteChoice {
  let windows = 0;
  let mac = 0;
  for (const [snippet, count] of snippets) {
    const bytes = Buffer.from(snippet, 'latin1');
    windows += count * plausibility(iconv.decode(bytes, 'windows-1252'));
    mac += count * plausibility(iconv.decode(bytes, 'macintosh'));
  }
  const total = [...snippets.values()].reduce((sum, count) => sum + count, 0);
  const confidence = Math.min(0.95, 0.5 + Math.abs(windows - mac) / (6 * Math.max(1, total)));
  return { encoding: mac > windows ? 'macintosh' : 'windows-1252', confidence };
}

/** Letters that both tables hold and that names hardly ever do. */
const RARE_LETTER = /[ƒªºıﬁﬂÿþðŸÝÞÐŽžŠšŒœ]/;
/** Signs that stand on their own in a register: ½, °, ®, a bullet, a no-break space. */
const COMMON_SIGN = /[…•™®©°½¼¾ ·×±]/;
/** What follows an apostrophe in English ("it’s", "they’re"). */
const CONTRACTION = /^(s|t|d|m|ll|re|ve)?($|[^\p{L}])/iu;

/** How well the character at BEFORE stands between its neighbours: from −6 (it cannot) to 4 (it must). */
function plausibility(text: string): number {
  const char = text.charAt(BEFORE);
  const before = text.charAt(BEFORE - 1);
  const rest = text.slice(BEFORE + 1);
  const after = rest.charAt(0);
  if (/[\u0080-\u009f\ufffd]/.test(char)) return -6;
  if (RARE_LETTER.test(char)) return isLetter(before) && isUpper(char) !== isLower(before) ? 0 : -3;
  if (isLower(char)) return lowerCase(before, after);
  if (isUpper(char)) return upperCase(before, after);
  const inWord = isLetter(before) && isLetter(after);
  if (char === '’') return apostrophe(before, rest);
  if (char === '‘' || char === '“') return !isLetter(before) && /\S/.test(after) ? 2 : -3;
  if (char === '”') return /\S/.test(before) && !isLetter(after) ? 2 : -3;
  if (char === '–' || char === '—') return inWord ? -1 : 2;
  if (COMMON_SIGN.test(char)) return inWord ? -1 : 1;
  return inWord ? -4 : -2;
}

function lowerCase(before: string, after: string): number {
  if (isUpper(before) && isUpper(after)) return -2;
  // Names begin with a capital: a small letter in front of the others is more often a capital of the other table.
  if (isLetter(before)) return 3;
  return isLetter(after) ? 1 : -1;
}

function upperCase(before: string, after: string): number {
  if (isLower(before)) return -3;
  if (isUpper(before) || isLetter(after)) return 2;
  return -1;
}

function apostrophe(before: string, rest: string): number {
  if (!isLetter(before)) return -1;
  if (isUpper(before) && isUpper(rest.charAt(0))) return 4;
  return CONTRACTION.test(rest) ? 4 : -1;
}

const isLetter = (char: string): boolean => /\p{L}/u.test(char);
const isUpper = (char: string): boolean => /\p{Lu}/u.test(char);
const isLower = (char: string): boolean => /\p{Ll}/u.test(char);
