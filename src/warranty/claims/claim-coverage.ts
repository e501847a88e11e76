import type { CoverageKind, Exclusion } from '../coverages/coverage-terms.js';
import type { LockedPool } from '../pools/pool-incidents.js';
import type { ClaimWarning, FaultCategory } from './claim.entity.js';

/** What a claim must know of a coverage. Dates are calendar dates in the district's time zone. */
export interface KnownCoverage {
  id: string;
  vendorId: string;
  kind: CoverageKind;
  startsOn: string;
  lastOn: string;
  waitingDays: number;
  excludes: readonly Exclusion[];
  incidentsAYear: number | null;
  incidentsInTotal: number | null;
  /** Days on which earlier claims of this coverage were opened, without denied and cancelled ones. */
  incidentsOn: readonly string[];
  /** What earlier claims may cost together, and what they cost, in cents. Missing where there is no such limit. */
  repairs?: { capCents: number; spentCents: number };
  /** The pool whose incidents it shares with other devices. Missing where it shares none. */
  pool?: LockedPool;
}

export interface Fault {
  category: FaultCategory;
  isAccidental: boolean;
  /** The day on which the fault was noticed. */
  on: string;
  /** Whether coverages of other vendors are on record. */
  hasOthers: boolean;
}

/** For an accident only these pay; for a defect, the maker's warranty comes first because it costs nothing. */
const PAY_FOR_ACCIDENTS: readonly CoverageKind[] = ['accidental_damage', 'insurance', 'other'];
const PAY_FOR_DEFECTS: readonly CoverageKind[] = [
  'manufacturer',
  'extended',
  'battery',
  'other',
  'accidental_damage',
  'insurance',
];

const DAY_MS = 86_400_000;

export interface ChosenCoverage {
  coverage: KnownCoverage | undefined;
  warnings: ClaimWarning[];
}

/**
 * The coverage that should pay for a fault, and what speaks against it. A coverage without anything against it goes
 * before one with, then the order of kinds decides, and then the one that lasts longest.
 */
export function chooseCoverage(coverages: readonly KnownCoverage[], fault: Fault): ChosenCoverage {
  if (coverages.length === 0) {
    const code = fault.hasOthers ? 'NO_COVERAGE_OF_VENDOR' : 'NO_COVERAGE';
    return { coverage: undefined, warnings: [warning(code, fault)] };
  }
  const kinds = fault.isAccidental ? PAY_FOR_ACCIDENTS : PAY_FOR_DEFECTS;
  const judged = coverages
    .map((coverage) => ({ coverage, warnings: against(coverage, fault, kinds) }))
    .toSorted(
      (one, other) =>
        one.warnings.length - other.warnings.length ||
        rank(kinds, one.coverage) - rank(kinds, other.coverage) ||
        other.coverage.lastOn.localeCompare(one.coverage.lastOn),
    );
  return judged[0] as ChosenCoverage;
}

function against(coverage: KnownCoverage, fault: Fault, kinds: readonly CoverageKind[]): ClaimWarning[] {
  const { kind, startsOn, lastOn, waitingDays, excludes } = coverage;
  const codes: ClaimWarning['code'][] = [];
  if (fault.on < startsOn) codes.push('COVERAGE_NOT_STARTED');
  if (fault.on > lastOn) codes.push('COVERAGE_EXPIRED');
  if (fault.on >= startsOn && dayNumber(fault.on) < dayNumber(startsOn) + waitingDays)
    codes.push('WAITING_PERIOD');
  if (!kinds.includes(kind) || (kind === 'battery' && fault.category !== 'battery'))
    codes.push(fault.isAccidental ? 'ACCIDENT_NOT_COVERED' : 'FAULT_EXCLUDED');
  if ((excludes as readonly string[]).includes(fault.category)) codes.push('FAULT_EXCLUDED');
  if (isUsedUp(coverage, fault.on)) codes.push('INCIDENTS_USED_UP');
  if (coverage.pool && coverage.pool.left <= 0) codes.push('POOL_USED_UP');
  if (coverage.repairs && coverage.repairs.spentCents >= coverage.repairs.capCents)
    codes.push('REPAIR_CAP_REACHED');
  return [...new Set(codes)].map((code) => warning(code, fault, coverage));
}

function rank(kinds: readonly CoverageKind[], { kind }: KnownCoverage): number {
  const at = kinds.indexOf(kind);
  return at === -1 ? kinds.length : at;
}

/** A year of a coverage begins on the day and month of its first day. */
function isUsedUp(coverage: KnownCoverage, on: string): boolean {
  const { incidentsAYear, incidentsInTotal, incidentsOn, startsOn } = coverage;
  if (incidentsInTotal !== null && incidentsOn.length >= incidentsInTotal) return true;
  if (incidentsAYear === null) return false;
  const year = yearOf(startsOn, on);
  return incidentsOn.filter((day) => yearOf(startsOn, day) === year).length >= incidentsAYear;
}

/** Whole years from a first day to a day. */
function yearOf(startsOn: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(startsOn.slice(0, 4));
  return on.slice(5) < startsOn.slice(5) ? years - 1 : years;
}

function dayNumber(day: string): number {
  return Date.parse(day) / DAY_MS;
}

function warning(code: ClaimWarning['code'], { category }: Fault, coverage?: KnownCoverage): ClaimWarning {
  return { code, detail: detailOf(code, category, coverage) };
}

function detailOf(
  code: ClaimWarning['code'],
  category: FaultCategory,
  { startsOn, lastOn, waitingDays }: Partial<KnownCoverage> = {},
): string {
  switch (code) {
    case 'NO_COVERAGE':
      return 'No coverage is on record for this device. The vendor may ask the district to pay.';
    case 'NO_COVERAGE_OF_VENDOR':
      return 'No coverage from this vendor is on record for this device. The vendor may ask the district to pay.';
    case 'COVERAGE_EXPIRED':
      return `The coverage ended on ${lastOn}.`;
    case 'COVERAGE_NOT_STARTED':
      return `The coverage begins on ${startsOn}.`;
    case 'ACCIDENT_NOT_COVERED':
      return 'The coverage does not pay for accidents.';
    case 'FAULT_EXCLUDED':
      return `The coverage does not pay for this kind of fault (${category.replaceAll('_', ' ')}).`;
    case 'WAITING_PERIOD':
      return `The vendor takes no claims in the first ${waitingDays} days of the coverage.`;
    case 'INCIDENTS_USED_UP':
      return 'All incidents that the coverage pays for are used up.';
    case 'POOL_USED_UP':
      return 'All incidents that the devices of this plan share are used up.';
    case 'REPAIR_CAP_REACHED':
      return 'The repairs of this device have reached the most that the coverage pays for.';
  }
}
