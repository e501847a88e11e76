import { likePattern } from '../../common/like-pattern.js';
import { normaliseCode } from '../device-codes.js';
import type { CodeKind } from '../device-record.js';

/** Kinds of codes to search, and the pattern for `LIKE`. */
interface SearchedCodes {
  kinds: readonly CodeKind[];
  pattern: string;
}

/** Codes that people read from a device and type. */
const READ_BY_PEOPLE: readonly CodeKind[] = ['asset_tag', 'serial', 'old_tag', 'other'];

/** A text with fewer letters than this is probably a name or a word, and codes contain it only by chance. */
const FEWEST_LETTERS = 6;
const FEWEST_DIGITS = 6;

/**
 * The patterns of codes for a search text. Digits can be anywhere in a tag or a serial number, because people know the
 * last digits. A short word without a digit must be the beginning of a code, such as the prefix of a tag series. So a
 * search for "Ada" finds people and not codes that contain "Ada" by chance. MAC addresses and IMEIs need six digits or
 * more.
 */
export function searchedCodes(text: string): SearchedCodes[] {
  const code = normaliseCode(text);
  const isWord = !/\d/.test(code) && code.length < FEWEST_LETTERS;
  const pattern = `${isWord ? '' : '%'}${likePattern(code)}%`;
  const digits = code.replace(/[:.\-\s]/g, '');
  // A word such as "facade" consists of hexadecimal digits, too. Require a decimal digit or a separator.
  const looksLikeMac = /^[0-9A-F]+$/.test(digits) && (digits !== code || /\d/.test(digits));
  const isLong = digits.length >= FEWEST_DIGITS;
  const parts: CodeKind[] = isLong && looksLikeMac ? ['mac'] : [];
  if (isLong && /^\d+$/.test(digits)) parts.push('imei');
  // The index is searched once for each pattern.
  if (parts.length === 0 || pattern === `%${digits}%`)
    return [{ kinds: [...READ_BY_PEOPLE, ...parts], pattern }];
  return [
    { kinds: READ_BY_PEOPLE, pattern },
    { kinds: parts, pattern: `%${digits}%` },
  ];
}

/** The words of a search text. A name must match all of them. */
export function searchedWords(text: string): string[] {
  return text.trim().toLowerCase().split(/\s+/).filter(Boolean);
}
