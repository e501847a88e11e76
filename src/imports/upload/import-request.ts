import { LARGEST_INTEGER } from '../../common/http/request-fields.js';
import { InvalidInput } from '../../common/refusal.js';
import type { ImportOptions } from '../import-kind.js';
import type { ImportMapping } from '../mapping/import-mapping.js';
import { BadMapping } from '../imports.errors.js';
import { storable } from '../reading/cells/storable-text.js';
import { DELIMITERS, type TableReading } from '../reading/table.js';

/** Longer tags than any label holds; a cell must not be filled up to a gigabyte. */
const LONGEST_TAG = 50;

/** More fields than any kind of row has. */
const MOST_FIELDS = 100;

type Check = (value: unknown) => boolean;
type Checks = Readonly<Record<string, readonly [Check, string]>>;

const isText: Check = (value) =>
  typeof value === 'string' && value.length <= 500 && storable(value) === value;
const isTexts: Check = (value) =>
  isObject(value) && Object.entries(value).every(([key, text]) => isText(key) && isText(text));
const isOneOf =
  (...known: readonly unknown[]): Check =>
  (value) =>
    known.includes(value);
const isWhole =
  (most: number): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most;

const MAPPING: Checks = {
  name: [isText, 'a text'],
  columns: [isTexts, 'an object with a field for each header'],
  defaults: [isTexts, 'an object with a text for each field'],
  words: [
    (value) => isObject(value) && Object.values(value).every(isTexts),
    'an object with, for each field, the words of the file and what they mean',
  ],
  dateOrder: [isOneOf('mdy', 'dmy', 'ymd', 'auto'), 'mdy, dmy, ymd or auto'],
  decimal: [isOneOf('.', ','), '"." or ","'],
  padTagsTo: [isWhole(LONGEST_TAG), `a whole number up to ${LONGEST_TAG}`],
};

const READING: Checks = {
  format: [isOneOf('csv', 'tsv', 'xlsx'), 'csv, tsv or xlsx'],
  encoding: [isText, 'the name of an encoding'],
  delimiter: [isOneOf(...DELIMITERS), 'a comma, semicolon, tab or vertical bar'],
  sheet: [isText, 'the name of a sheet'],
  headerRow: [isWhole(1_000_000), 'the number of a row, or 0 if there is no header row'],
};

const OPTIONS: Checks = {
  allOrNothing: [isOneOf(true, false), 'true or false'],
  overwrite: [
    (value) =>
      value === 'all' || (Array.isArray(value) && value.length <= MOST_FIELDS && value.every(isText)),
    '"all" or a list of fields',
  ],
  schoolYear: [isText, 'a school year such as 2025-26'],
  lot: [isWhole(LARGEST_INTEGER), 'the number of a lot'],
};

/** A mapping as somebody sent it. @throws BadMapping where it is none */
export function mappingOf(value: unknown): ImportMapping {
  const problems = problemsOf(value, MAPPING);
  if (isObject(value) && value['columns'] === undefined) problems.push('The field columns is missing.');
  if (problems.length > 0) throw new BadMapping(problems);
  return value as ImportMapping;
}

/** What the person chose of a reading. @throws InvalidInput */
export function readingOf(value: unknown): Partial<TableReading> {
  return checked<Partial<TableReading>>('reading', value, READING);
}

/** @throws InvalidInput */
export function optionsOf(value: unknown): ImportOptions {
  return checked<ImportOptions>('options', value, OPTIONS);
}

function checked<T>(field: string, value: unknown, checks: Checks): T {
  const problems = problemsOf(value, checks);
  if (problems.length > 0)
    throw new InvalidInput(
      `The field ${field} cannot be used. ${problems.join(' ')}`,
      problems.map((detail) => ({ field, code: 'INVALID', detail })),
    );
  return value as T;
}

function problemsOf(value: unknown, checks: Checks): string[] {
  if (!isObject(value)) return ['Send a JSON object.'];
  return Object.entries(value).flatMap(([key, part]) => {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (!check) return [`There is no field "${key}".`];
    return part === undefined || check[0](part) ? [] : [`${key} must be ${check[1]}.`];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
