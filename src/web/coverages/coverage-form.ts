import type { Shape } from '../api/problem.js';
import { centsOf, dollarsOf } from '../common/dollars.js';
import { isSame } from '../common/edits.js';
import type { Coverage } from './coverage-words.js';

/** Fields of a coverage that a person fills in, by their names in the API, in the order of the form. */
export const COVERAGE_FIELDS = [
  'vendor',
  'kind',
  'startsOn',
  'endsOn',
  'contractNumber',
  'serviceLevel',
  'incidentsAYear',
  'incidentsInTotal',
  'deductibleCents',
  'repairCapCents',
  'waitingDays',
  'cancelledOn',
  'onReplacement',
  'excludes',
] as const;

export type CoverageField = (typeof COVERAGE_FIELDS)[number];

/** Fields that a new coverage needs. The others are folded until somebody asks for them. */
export const FIRST_FIELDS: readonly CoverageField[] = ['vendor', 'kind', 'startsOn', 'endsOn'];

/** What a form holds: texts as they are typed, amounts in dollars. Blank is nothing. */
export type CoverageForm = Record<Exclude<CoverageField, 'excludes'>, string> & {
  excludes: Coverage['excludes'];
};

export const NEW_COVERAGE: CoverageForm = {
  vendor: '',
  kind: 'manufacturer',
  startsOn: '',
  endsOn: '',
  contractNumber: '',
  serviceLevel: '',
  incidentsAYear: '',
  incidentsInTotal: '',
  deductibleCents: '',
  repairCapCents: '',
  waitingDays: '',
  cancelledOn: '',
  onReplacement: 'transfers',
  excludes: [],
};

export function formOfCoverage(coverage: Pick<Coverage, CoverageField>): CoverageForm {
  return {
    vendor: coverage.vendor,
    kind: coverage.kind,
    startsOn: coverage.startsOn,
    endsOn: coverage.endsOn,
    contractNumber: coverage.contractNumber,
    serviceLevel: coverage.serviceLevel ?? '',
    incidentsAYear: numberText(coverage.incidentsAYear),
    incidentsInTotal: numberText(coverage.incidentsInTotal),
    deductibleCents: dollarsOf(coverage.deductibleCents),
    repairCapCents: dollarsOf(coverage.repairCapCents),
    waitingDays: coverage.waitingDays === 0 ? '' : String(coverage.waitingDays),
    cancelledOn: coverage.cancelledOn ?? '',
    onReplacement: coverage.onReplacement,
    excludes: coverage.excludes,
  };
}

/** Whether a coverage has terms beyond those that each one has. */
export function hasMoreTerms(form: CoverageForm): boolean {
  return COVERAGE_FIELDS.some(
    (field) => !FIRST_FIELDS.includes(field) && !isSameValue(field, form[field], NEW_COVERAGE[field]),
  );
}

/** Whether two values of a field mean the same. */
export function isSameValue(
  field: CoverageField,
  one: CoverageForm[CoverageField],
  other: CoverageForm[CoverageField],
): boolean {
  return isSame(valueOf(field, one), valueOf(field, other));
}

/** What is sent: only what differs. */
export function changeOfCoverage(before: CoverageForm, now: CoverageForm): Shape<'CoverageChangeBody'> {
  const changed = COVERAGE_FIELDS.filter((field) => !isSameValue(field, before[field], now[field]));
  return Object.fromEntries(changed.map((field) => [field, valueOf(field, now[field])]));
}

function valueOf(
  field: CoverageField,
  typed: CoverageForm[CoverageField],
): CoverageForm['excludes'] | string | number | null {
  if (typeof typed !== 'string') return typed;
  const text = typed.trim();
  switch (field) {
    case 'incidentsAYear':
    case 'incidentsInTotal':
      return text === '' ? null : Number(text);
    case 'deductibleCents':
    case 'repairCapCents':
      return centsOf(text);
    case 'waitingDays':
      return Number(text);
    case 'serviceLevel':
    case 'cancelledOn':
      return text || null;
    default:
      return text;
  }
}

function numberText(value: number | null): string {
  return value === null ? '' : String(value);
}
