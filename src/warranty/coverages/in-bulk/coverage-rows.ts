import { isTimeZone } from '../../../common/time/days-and-times.js';
import type { RowFields, RowKey, RowNote, RowProblem } from '../../../imports/import-kind.js';
import { headerKey } from '../../../imports/mapping/import-mapping.js';
import { codeKeys } from '../../../devices/device-keys.js';
import { type CoverageKind, EXCLUSIONS, type Exclusion, type ServiceLevel } from '../coverage-terms.js';
import { NOT_WARRANTIES } from './coverage-mappings.js';

/** Words in a maker's description that say what it is, whatever type the maker gives it. */
const SPECIAL_KINDS: readonly [RegExp, CoverageKind][] = [
  [/accident|complete ?care|\badp\b|applecare ?\+/i, 'accidental_damage'],
  [/\bbatter(?:y|ies)\b/i, 'battery'],
];

/** The same, where the maker gives it no type. */
const PLAIN_KINDS: readonly [RegExp, CoverageKind][] = [
  [/applecare|care pack|extended/i, 'extended'],
  [/limited warranty|base warranty|basic/i, 'manufacturer'],
];

const LEVELS: readonly [RegExp, ServiceLevel][] = [
  [/parts only/i, 'parts_only'],
  [/advanced? (?:exchange|replacement)/i, 'advance_exchange'],
  [/on-? ?site|next business day|\bnbd\b/i, 'on_site'],
  [/carry-? ?in/i, 'carry_in'],
  [/mail-? ?in|depot|courier/i, 'depot'],
];

const KIND_OF_TYPE: Record<string, CoverageKind> = { initial: 'manufacturer', extended: 'extended' };

const EXCLUSION_WORDS: Record<Exclusion, readonly string[]> = {
  theft: ['stolen'],
  loss: ['lost', 'losses'],
  liquid: ['liquids', 'liquid damage', 'spill', 'spills', 'water', 'water damage'],
  battery: ['batteries'],
  charger: ['chargers', 'power adapter', 'adapter'],
  stylus: ['styluses', 'pen', 'pens'],
};
const EXCLUSION_OF = new Map(
  EXCLUSIONS.flatMap((one) => [one, ...EXCLUSION_WORDS[one]].map((word) => [headerKey(word), one] as const)),
);

/** The least and the most that a field may say. */
const RANGES: Record<string, readonly [number, number]> = {
  incidentsAYear: [1, 1000],
  incidentsInTotal: [1, 1000],
  deductibleCents: [0, Infinity],
  repairCapCents: [1, Infinity],
  waitingDays: [0, 366],
};

/** Between the words of a list in one cell. */
const SEPARATOR = /[;,]/;

/** A cell that holds a text, or undefined where it says nothing or `CLEAR`. */
export function textOf(fields: RowFields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Whether the row is about something that is no warranty. */
export function isNoWarranty(fields: RowFields): boolean {
  const description = headerKey(textOf(fields, 'description') ?? '');
  const vendor = textOf(fields, 'vendor')?.toLowerCase();
  return (
    description !== '' &&
    NOT_WARRANTIES.some((one) => one.vendor === vendor && headerKey(one.description) === description)
  );
}

/** The type of a coverage, as the file says it or by the maker's words for it. */
export function kindOf(fields: RowFields): CoverageKind | undefined {
  const description = textOf(fields, 'description') ?? '';
  return (
    (textOf(fields, 'kind') as CoverageKind | undefined) ??
    found(SPECIAL_KINDS, description) ??
    KIND_OF_TYPE[textOf(fields, 'entitlementType') ?? ''] ??
    found(PLAIN_KINDS, description)
  );
}

/** The service level: null empties it, undefined leaves it as it is. */
export function serviceLevelOf(fields: RowFields): ServiceLevel | null | undefined {
  if (fields['serviceLevel'] === null) return null;
  return (
    (textOf(fields, 'serviceLevel') as ServiceLevel | undefined) ??
    found(LEVELS, textOf(fields, 'description') ?? '')
  );
}

function found<T>(words: readonly [RegExp, T][], text: string): T | undefined {
  return words.find(([pattern]) => pattern.test(text))?.[1];
}

/** The exclusions in a cell, in the order of the alphabet, and the words that Rollcall does not know. */
export function exclusionsIn(cell: string): { excludes: Exclusion[]; unknown: string[] } {
  const words = cell.split(SEPARATOR).flatMap((word) => word.trim() || []);
  const excludes = words.flatMap((word) => EXCLUSION_OF.get(headerKey(word)) ?? []);
  return {
    excludes: [...new Set(excludes)].toSorted(),
    unknown: words.filter((word) => !EXCLUSION_OF.has(headerKey(word))),
  };
}

/** What makes two rows of a file the same coverage. */
export function keysOf(fields: RowFields): RowKey[] {
  const [device] = codeKeys(fields);
  if (!device || isNoWarranty(fields)) return [];
  const contract = textOf(fields, 'contractNumber');
  const parts = [
    device.key,
    `vendor ${textOf(fields, 'vendor')?.toLowerCase()}`,
    kindOf(fields)?.replaceAll('_', ' '),
    contract && `contract ${contract}`,
    `first day ${textOf(fields, 'startsOn')}`,
  ];
  return [{ key: parts.filter(Boolean).join(', '), of: device.of }];
}

/** Checks that need the whole row and no database. */
export function checkCoverage(fields: RowFields, notes: RowNote[]): RowProblem[] {
  if (isNoWarranty(fields)) {
    const detail = `"${textOf(fields, 'description')}" is not a warranty, so Rollcall does not keep it.`;
    notes.push({ column: 'description', code: 'NOT_A_WARRANTY', detail });
    return [];
  }
  const problems = [...codeProblems(fields), ...dayProblems(fields), ...rangeProblems(fields)];
  // A maker that does not know a serial number leaves everything else blank as well.
  const isEmpty = problems.some(({ code }) => code === 'COVERAGE_WITHOUT_DAYS');
  if (kindOf(fields) === undefined && !isEmpty)
    problems.push(
      problem(
        'kind',
        'REQUIRED',
        'Nothing in this row says which type of coverage it is. Enter the type, such as manufacturer or extended.',
      ),
    );
  const timeZone = textOf(fields, 'timeZone');
  if (timeZone !== undefined && !isTimeZone(timeZone))
    problems.push(
      problem(
        'timeZone',
        'UNKNOWN_TIME_ZONE',
        `"${timeZone}" is not an IANA time zone. Use a name such as America/Chicago.`,
      ),
    );
  const { unknown } = exclusionsIn(textOf(fields, 'excludes') ?? '');
  if (unknown.length > 0)
    problems.push(
      problem(
        'excludes',
        'UNKNOWN_WORD',
        `Rollcall does not know "${unknown.join('", "')}" here. Use one or more of these, with a semicolon between them: ${EXCLUSIONS.join('; ')}.`,
      ),
    );
  return problems;
}

function codeProblems(fields: RowFields): RowProblem[] {
  if (textOf(fields, 'serialNumber') ?? textOf(fields, 'assetTag')) return [];
  const detail =
    'This row does not say which device it is about. Fill in the serial number or the asset tag.';
  return [problem('serialNumber', 'NO_CODE', detail)];
}

function dayProblems(fields: RowFields): RowProblem[] {
  const missing = ['startsOn', 'endsOn'].filter((name) => textOf(fields, name) === undefined);
  if (missing.length === 2)
    return [
      problem(
        'startsOn',
        'COVERAGE_WITHOUT_DAYS',
        'This row has no first day and no last day. Makers leave both blank for a serial number that they do not know. Check the serial number, and ask the vendor if it is right.',
      ),
    ];
  const problems = missing.map((name) =>
    problem(name, 'REQUIRED', 'This cell is blank, but every row needs a value here. Fill it in.'),
  );
  if (fields['isCancelled'] === true && textOf(fields, 'cancelledOn') === undefined)
    problems.push(
      problem(
        'cancelledOn',
        'CANCELLED_WITHOUT_DAY',
        'This row says that the coverage was cancelled, but not on which day. Fill in the day.',
      ),
    );
  return problems;
}

function rangeProblems(fields: RowFields): RowProblem[] {
  return Object.entries(RANGES).flatMap(([name, [least, most]]) => {
    const value = fields[name];
    if (typeof value !== 'number' || (value >= least && value <= most)) return [];
    const isMoney = name.endsWith('Cents');
    const range = isMoney
      ? `Enter an amount of at least $${(least / 100).toFixed(2)}.`
      : `Enter a number from ${least} to ${most}.`;
    return [
      problem(name, 'OUT_OF_RANGE', `${isMoney ? 'This amount' : value} is not possible here. ${range}`),
    ];
  });
}

export function problem(column: string, code: string, detail: string): RowProblem {
  return { column, code, detail };
}
