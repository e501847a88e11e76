import type { IsOwnCode } from '../import-kind.js';
import type { ImportField } from '../import-kind.js';
import { headerKey, type ImportMapping } from '../mapping/import-mapping.js';
import { instantIn } from '../reading/cells/cell-instants.js';
import { type DateOrder, guessDateOrder, parseDate } from '../reading/cells/cell-dates.js';
import {
  looksLikeSpreadsheetNumber,
  parseBoolean,
  parseInteger,
  parseMoney,
} from '../reading/cells/cells.js';
import { failed, type Parsed, parsed, type ParseFailure } from '../reading/cells/parsed.js';

/** Longest text of a field that does not say. */
export const LONGEST_TEXT = 500;
/** What a column of whole numbers, or of cents, can hold in PostgreSQL. */
const LARGEST_WHOLE = 2_147_483_647;

export type Value = string | number | boolean | null;
type ParseValue = (text: string) => Parsed<Value | undefined>;

/** Makes the function that reads texts that say something as the type of their field. */
export function valueParser(
  field: ImportField,
  mapping: ImportMapping,
  samples: readonly string[],
  isOwnCode?: IsOwnCode,
): ParseValue {
  if (field.oneOf) return oneOfParser(field.oneOf);
  switch (field.type) {
    case 'date': {
      const order = dateOrder(mapping, samples);
      return (text) => {
        const date = parseDate(text, order, field.firstYear);
        const staysInstant = field.takesInstants && date.ok && date.value !== undefined && instantIn(text);
        return staysInstant ? parsed(text.trim()) : date;
      };
    }
    case 'cents':
      return (text) => storableNumber(text, parseMoney(text, mapping.decimal));
    case 'integer':
      return (text) => storableNumber(text, parseInteger(text));
    case 'boolean':
      return parseBoolean;
    case 'number':
      return parseNumber;
    case 'code':
      return codeParser(field, field.name === 'assetTag' ? mapping.padTagsTo : undefined, isOwnCode);
    case 'text':
    case 'name':
      return textParser(field.maxLength ?? LONGEST_TEXT);
  }
}

/** American order where a file proves nothing: `1/2/20` in a California district is the second of January. */
function dateOrder(mapping: ImportMapping, samples: readonly string[]): DateOrder {
  if (mapping.dateOrder) return mapping.dateOrder;
  const guess = guessDateOrder([...samples]);
  return guess === 'auto' ? 'mdy' : guess;
}

function textParser(longest: number): ParseValue {
  return (text) => {
    if (looksLikeSpreadsheetNumber(text)) return shortened(text);
    if (text.length <= longest) return parsed(text);
    return failed('TOO_LONG', `This text has ${text.length} characters. At most ${longest} are allowed.`);
  };
}

function codeParser(field: ImportField, padTo: number | undefined, isOwnCode?: IsOwnCode): ParseValue {
  const { name, isPlaceholder } = field;
  return (text) => {
    if (looksLikeSpreadsheetNumber(text)) return shortened(text);
    const code = padded(text, padTo);
    if (!code.ok) return code;
    if (looksRounded(code.value))
      return parsed(code.value, { code: 'CODE_LOOKS_ROUNDED', detail: rounded(text) });
    if (!isPlaceholder?.(code.value) || isOwnCode?.(name, code.value)) return code;
    const detail = `"${text}" looks like a placeholder, not a real code. Rollcall reads it as a blank cell.`;
    return parsed(undefined, { code: 'READ_AS_BLANK', detail });
  };
}

/**
 * A spreadsheet keeps fifteen digits of a number, and six where it was shown as `1.23457E+12` and saved. Zeros stand for
 * the others.
 */
function looksRounded(code: string): boolean {
  return /^[1-9]\d{5}0{6,}$/.test(code) || /^[1-9]\d{14}0+$/.test(code);
}

const rounded = (text: string): string =>
  `"${text}" ends in many zeros. A spreadsheet may have rounded it. Rollcall keeps it as it is. Compare it with the label of the device.`;

/** A purely numeric tag that is shorter than the mapping says gets its zeros back. */
function padded(text: string, padTo: number | undefined): Parsed<string> {
  if (!padTo || text.length >= padTo || !/^\d+$/.test(text)) return parsed(text);
  const value = text.padStart(padTo, '0');
  const detail = `The file has "${text}". The mapping fills up tags to ${padTo} digits, so Rollcall reads "${value}".`;
  return parsed(value, { code: 'TAG_PADDED', detail });
}

function shortened(text: string): ParseFailure {
  const detail = `A spreadsheet shortened this number to "${text}", and its last digits are lost. Format the column as text and enter the digits again.`;
  return failed('SHORTENED_NUMBER', detail);
}

function storableNumber(text: string, result: Parsed<number>): Parsed<number> {
  return result.ok && Math.abs(result.value) > LARGEST_WHOLE
    ? failed('NUMBER_TOO_LARGE', `"${text}" is too large. Check the number.`)
    : result;
}

function parseNumber(text: string): Parsed<number> {
  const value = Number(text.replace(/%$/, '').trim());
  return Number.isFinite(value) && /\d/.test(text)
    ? parsed(value)
    : failed('NOT_A_NUMBER', `"${text}" is not a number. Enter digits, with a point before decimals.`);
}

function oneOfParser(oneOf: Readonly<Record<string, readonly string[]>>): ParseValue {
  const byWord = new Map<string, string>();
  for (const [value, words] of Object.entries(oneOf))
    for (const word of [value, ...words]) byWord.set(headerKey(word), value);
  const known = Object.keys(oneOf).join(', ');
  return (text) => {
    const value = byWord.get(headerKey(text));
    return value === undefined
      ? failed('UNKNOWN_WORD', `Rollcall does not know "${text}" here. Use one of these: ${known}.`)
      : parsed(value);
  };
}
