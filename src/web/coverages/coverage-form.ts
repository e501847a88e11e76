import type { Shape } from '../api/problem.js';
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

export function formOfCoverage(coverage: Coverage): CoverageForm {
  return {
    vendor: coverage.vendor,
    kind: coverage.kind,
    startsOn: coverage.startsOn,
    endsOn: coverage.endsOn,
    contractNumber: coverage.contractNumber,
    serviceLevel: coverage.serviceLevel ?? '',
    incidentsAYear: numberText(coverage.incidentsAYear),
    incidentsInTotal: numberText(coverage.incidentsInTotal),
    deductibleCents: dollarText(coverage.deductibleCents),
    repairCapCents: dollarText(coverage.repairCapCents),
    waitingDays: coverage.waitingDays === 0 ? '' : String(coverage.waitingDays),
    cancelledOn: coverage.cancelledOn ?? '',
    onReplacement: coverage.onReplacement,
    excludes: coverage.excludes,
  };
}

/** What is sent: only what differs. */
export function changeOfCoverage(before: CoverageForm, now: CoverageForm): Shape<'CoverageChangeBody'> {
  const changed = COVERAGE_FIELDS.filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(now[field]),
  );
  return Object.fromEntries(
    changed.map((field) => [field, field === 'excludes' ? now.excludes : valueOf(field, now[field].trim())]),
  );
}

function valueOf(field: Exclude<CoverageField, 'excludes'>, text: string): string | number | null {
  switch (field) {
    case 'incidentsAYear':
    case 'incidentsInTotal':
      return text === '' ? null : Number(text);
    case 'deductibleCents':
    case 'repairCapCents':
      return text === '' ? null : Math.round(Number(text) * 100);
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

function dollarText(cents: number | null): string {
  return cents === null ? '' : (cents / 100).toFixed(2);
}
