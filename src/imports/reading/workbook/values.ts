import { dateOfSerial } from '../spreadsheet-date.js';
import type { NumberKind } from './styles.js';

/** A spreadsheet calculates with 15 digits; the sixteenth and on are noise (`1599.6199999999999` is shown as 1599.62). */
const SHOWN_DIGITS = 15;

/** What a number cell shows, as text without exponent or thousands marks. @param raw the number as the file writes it */
export function textOfNumber(raw: string, kind: NumberKind, is1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (kind.is === 'date')
    return dateOfSerial(value, { is1904, withTime: kind.hasTime }) ?? plainNumber(raw, value);
  const text = plainNumber(raw, value);
  return kind.is === 'padded' && /^\d+$/.test(text) ? text.padStart(kind.digits, '0') : text;
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
