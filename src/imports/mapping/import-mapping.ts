import type { DateOrder } from '../reading/cells/cell-dates.js';
import type { DecimalMark } from '../reading/cells/cells.js';
import type { ImportField, ImportKind, ReadyMapping } from '../import-kind.js';

/** Which column is which field, and how to read its cells. */
export interface ImportMapping {
  /** Name of the built-in or saved mapping on which this mapping is based. */
  name?: string;
  /** Field by header. */
  columns: Record<string, string>;
  /** Default text by field, for rows in which the field is blank. */
  defaults?: Record<string, string>;
  /** For each field, the words of the file and what they mean in Rollcall. */
  words?: Record<string, Record<string, string>>;
  dateOrder?: DateOrder;
  decimal?: DecimalMark;
  /** Digits to which a purely numeric asset tag is filled up with zeros. */
  padTagsTo?: number;
}

export interface MappingWarning {
  code: string;
  detail: string;
  column?: string;
}

/** Without case, spaces and punctuation, so that `Asset_Tag` and `asset tag` are one header. */
export function headerKey(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * The mapping that a file's headers suggest: another system's export where one gives itself away and explains more
 * columns than carry a header of our template, else by names. Synonyms do not count: they are only good guesses.
 */
export function guessMapping(kind: ImportKind, headers: readonly string[]): ImportMapping {
  const keys = new Set(headers.map(headerKey));
  const [best] = kind.mappings
    .filter((ready) => ready.signature.every((header) => keys.has(headerKey(header))))
    .map((ready) => applyReady(ready, headers))
    .toSorted((a, b) => columnCount(b) - columnCount(a));
  const own = kind.fields.filter((field) => keys.has(headerKey(field.header))).length;
  return best && columnCount(best) > own ? best : { columns: columnsByName(kind.fields, headers) };
}

function columnCount(mapping: ImportMapping): number {
  return Object.keys(mapping.columns).length;
}

/** A ready-made mapping on the headers of one file. */
export function applyReady(ready: ReadyMapping, headers: readonly string[]): ImportMapping {
  const byKey = new Map(Object.entries(ready.columns).map(([header, field]) => [headerKey(header), field]));
  const columns = columnsOf(headers, byKey);
  return {
    name: ready.name,
    columns,
    ...(ready.constants && { defaults: { ...ready.constants } }),
    ...(ready.words && { words: structuredClone(ready.words) as Record<string, Record<string, string>> }),
  };
}

/** What the person should know of a mapping before it is used. */
export function warnOfMapping(
  kind: ImportKind,
  headers: readonly string[],
  mapping: ImportMapping,
): MappingWarning[] {
  const unused = headers.filter((header) => header !== '' && !mapping.columns[header]);
  const warnings: MappingWarning[] = unused.map((column) => ({
    code: 'COLUMN_NOT_USED',
    detail: `Rollcall does not use the column "${column}".`,
    column,
  }));
  const given = new Set([...Object.values(mapping.columns), ...Object.keys(mapping.defaults ?? {})]);
  for (const field of kind.fields)
    if (field.required && !given.has(field.name))
      warnings.push({
        code: 'REQUIRED_COLUMN_MISSING',
        detail: `No column is mapped to ${field.header}, which every row needs. Choose the column.`,
      });
  return warnings;
}

/** What is wrong with a mapping that a person sent, for the file in hand. */
export function problemsOfMapping(
  kind: ImportKind,
  headers: readonly string[],
  mapping: ImportMapping,
): string[] {
  const missing = Object.keys(mapping.columns).filter((header) => !headers.includes(header));
  return [
    ...missing.map((header) => `The file has no column "${header}".`),
    ...problemsOfFields(kind, mapping),
  ];
}

/** What is wrong with a mapping whatever the file. */
export function problemsOfFields(kind: ImportKind, mapping: ImportMapping): string[] {
  const fields = new Set(kind.fields.map((field) => field.name));
  const columns = Object.entries(mapping.columns);
  const named = [
    ...columns.map(([, field]) => field),
    ...Object.keys(mapping.defaults ?? {}),
    ...Object.keys(mapping.words ?? {}),
  ];
  const problems = named
    .filter((field) => !fields.has(field))
    .map((field) => `There is no field "${field}".`);
  const used = new Map<string, string>();
  for (const [header, field] of columns) {
    const other = used.get(field);
    if (other !== undefined) problems.push(`The columns "${other}" and "${header}" cannot both be ${field}.`);
    used.set(field, header);
  }
  return problems;
}

function columnsByName(fields: readonly ImportField[], headers: readonly string[]): Record<string, string> {
  const byKey = new Map<string, string>();
  for (const field of fields)
    for (const name of [field.name, ...(field.synonyms ?? [])])
      if (!byKey.has(headerKey(name))) byKey.set(headerKey(name), field.name);
  // Our own header wins over another field's synonym.
  for (const field of fields) byKey.set(headerKey(field.header), field.name);
  return columnsOf(headers, byKey);
}

/** The field of each header that has one. Where two headers mean one field, it is the first's. */
function columnsOf(headers: readonly string[], byKey: ReadonlyMap<string, string>): Record<string, string> {
  const columns: Record<string, string> = {};
  const taken = new Set<string>();
  for (const header of headers) {
    const field = byKey.get(headerKey(header));
    if (!field || taken.has(field)) continue;
    columns[header] = field;
    taken.add(field);
  }
  return columns;
}
