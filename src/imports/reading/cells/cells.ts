import { failed, parsed, type Parsed } from './parsed.js';

export type DecimalMark = ',' | '.';

/** No amount is longer; patterns are not tried on a cell of 32,767 digits, where some would take seconds. */
const LONGEST_AMOUNT = 60;

/** `6.37702E+15`: what a spreadsheet leaves of a long model number or IMEI. Its last digits are lost for good. */
export function looksLikeSpreadsheetNumber(text: string): boolean {
  return /^[+-]?\d(?:[.,]\d+)?E\+\d{1,3}$/i.test(text.trim());
}

const YES = new Set(['true', 'yes', 'y', 't', '1', 'on', 'x', 'checked']);
const NO = new Set(['false', 'no', 'n', 'f', '0', 'off', 'unchecked']);

export function parseBoolean(text: string): Parsed<boolean> {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return parsed(true);
  if (NO.has(word)) return parsed(false);
  return failed('NOT_A_BOOLEAN', `"${text}" is neither yes nor no. Enter yes or no.`);
}

/** A whole number: `12`, `1,234`, `12.0`, `-1` (Jamf's "not known" is for the caller to judge). */
export function parseInteger(text: string): Parsed<number> {
  const trimmed = text.trim();
  if (looksLikeSpreadsheetNumber(trimmed)) return roundedBySpreadsheet(text);
  const isWhole = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.0*)?$/.test(trimmed);
  const value = isWhole ? Number(trimmed.replaceAll(',', '')) : NaN;
  if (!Number.isSafeInteger(value))
    return failed('NOT_AN_INTEGER', `"${text}" is not a whole number. Enter digits only.`);
  return parsed(value === 0 ? 0 : value);
}

/**
 * An amount in integer cents: `$1,599.62`, `1.599,62`, `1 599,62 €`, `1599`. Negative amounts are refused. The rule:
 * of two marks the last is the decimal mark; a mark that comes twice separates thousands; one with other than three
 * digits after it is the decimal mark. `1,599` is one thousand in American writing, and so taken; `1.599` may be one
 * thousand or one dollar sixty, and is refused unless `decimal` says which mark the file uses.
 */
export function parseMoney(text: string, decimal?: DecimalMark): Parsed<number> {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_AMOUNT) {
    return failed('NOT_AN_AMOUNT', `"${text.slice(0, LONGEST_AMOUNT)}" is not an amount of money.`);
  }
  if (looksLikeSpreadsheetNumber(trimmed)) return roundedBySpreadsheet(text);
  if (/^\(.*\d.*\)$|^[^\d]*[-−]|\d\s*[-−]$/.test(trimmed)) {
    return failed('NEGATIVE_AMOUNT', `"${text}" is a negative amount. Enter an amount of 0 or more.`);
  }
  const bare = trimmed.replace(/^(US\$|USD|EUR|GBP|CAD|[$€£])\s*|\s*(USD|EUR|GBP|CAD|[$€£])$/gi, '');
  const digits = bare.replaceAll(/(?<=\d)[\s'’](?=\d{3}(\D|$))/g, '');
  if (!/^(\d[\d.,]*|[.,]\d+)$/.test(digits))
    return failed('NOT_AN_AMOUNT', `"${text}" is not an amount of money.`);
  const mark = decimal ?? decimalMarkOf(digits);
  if (mark === 'ambiguous') {
    const detail = `"${text}" can be ${digits.replace('.', ',')} or ${digits}. Choose whether this file writes cents after a point or a comma.`;
    return failed('AMBIGUOUS_AMOUNT', detail);
  }
  return centsOf(text, digits, mark);
}

function decimalMarkOf(digits: string): DecimalMark | 'ambiguous' {
  const points = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (points > 0 && commas > 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
  if (points > 1) return ',';
  if (points === 1) return /^[1-9]\d{0,2}\.\d{3}$/.test(digits) ? 'ambiguous' : '.';
  if (commas === 1 && !/^[1-9]\d{0,2},\d{3}$/.test(digits)) return ',';
  return '.';
}

function centsOf(text: string, digits: string, mark: DecimalMark): Parsed<number> {
  const [whole = '', fraction = '', ...more] = digits.split(mark);
  const thousands = mark === '.' ? ',' : '.';
  const groups = whole.split(thousands);
  const isGrouped = groups.every((group, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
  if (more.length > 0 || fraction.includes(thousands) || (groups.length > 1 && !isGrouped)) {
    return failed('NOT_AN_AMOUNT', `"${text}" is not an amount of money. Check its points and commas.`);
  }
  // Databases export money with four places; what is beyond cents must be nothing.
  if (/[1-9]/.test(fraction.slice(2)))
    return failed('FRACTION_OF_CENT', `"${text}" has fractions of a cent. Round it to cents.`);
  const cents = Number(groups.join('') + fraction.slice(0, 2).padEnd(2, '0'));
  if (!Number.isSafeInteger(cents)) return failed('AMOUNT_TOO_LARGE', `"${text}" is too large.`);
  return parsed(cents);
}

function roundedBySpreadsheet(text: string): Parsed<never> {
  return failed(
    'SPREADSHEET_NUMBER',
    `A spreadsheet rounded this number to "${text}", and its last digits are lost. Enter the digits again.`,
  );
}
