import { dateOfSerial } from '../cells/spreadsheet-date.js';
import type { StoredCell } from '../table.js';
import { isPlace, type NumberKind } from './styles.js';

/** A spreadsheet calculates with 15 digits; the sixteenth and on are noise (`1599.6199999999999` is shown as 1599.62). */
const SHOWN_DIGITS = 15;

/** What a number cell shows, as text without exponent or thousands marks. @param raw the number as the file writes it */
export function textOfNumber(raw: string, kind: NumberKind, is1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (kind.is === 'date')
    return dateOfSerial(value, { is1904, withTime: kind.hasTime }) ?? plainNumber(raw, value);
  const text = plainNumber(raw, value);
  return kind.is === 'shaped' && /^\d+$/.test(text) ? inShape(text, kind.shape) : text;
}

/** From here on a spreadsheet shows and keeps zeros, whatever digits were typed. */
const FIRST_ROUNDED = 1e15;

/** What a column of codes must know of a number cell beside the text that it gives. */
export function storedNumber(raw: string, kind: NumberKind, text: string): StoredCell | undefined {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return undefined;
  if (kind.is === 'date') return { is: 'date' };
  if (Math.abs(value) >= FIRST_ROUNDED) return { is: 'rounded' };
  if (value < 0 || !Number.isInteger(value)) return { is: 'quantity' };
  const number = kind.is === 'shaped' ? plainNumber(raw, value) : text;
  return number === text ? undefined : { is: 'shown', number };
}

/** Digits fill the places of a format from the right; the first place takes all that are left. */
function inShape(digits: string, shape: readonly string[]): string {
  const first = shape.findIndex(isPlace);
  let left = digits;
  let shown = '';
  for (let i = shape.length - 1; i >= 0; i -= 1) {
    const part = shape[i] ?? '';
    if (isPlace(part)) {
      const taken = i === first ? left : left.slice(-1);
      left = left.slice(0, left.length - taken.length);
      shown = (taken === '' && part === '0' ? '0' : taken) + shown;
    } else shown = literalOf(part) + shown;
  }
  return shown;
}

function literalOf(part: string): string {
  if (part.startsWith('\\')) return part.slice(1);
  return part.startsWith('"') ? part.slice(1, -1) : part;
}

/** Long digits are kept as they are written: they are someone's IMEI, and a double would round them. */
function plainNumber(raw: string, value: number): string {
  if (/^-?\d+$/.test(raw)) return raw;
  if (Number.isSafeInteger(value)) return String(value);
  if (Math.abs(value) >= 1e21) return BigInt(Math.round(value)).toString();
  const shown = Number(value.toPrecision(SHOWN_DIGITS));
  const text = String(shown);
  return text.includes('e') ? withoutExponent(text) : text;
}

/** `1.5e-7` as 0.00000015. */
function withoutExponent(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text) ?? [];
  return whole === '' ? text : `${sign}0.${'0'.repeat(Number(exponent) - 1)}${whole}${fraction}`;
}

/** XLSX writes characters that XML cannot hold as `_x000D_`, and such a text itself as `_x005F_x000D_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
