import { InvalidInput } from '../refusal.js';

const SCHOOL_YEAR = /^(\d{4})\s*[-–/]\s*(\d{2}|\d{4})$/;

/** The bounds that the database holds too (`site_pupils_year`). */
const FIRST_YEAR = 1950;
const LAST_YEAR = 2200;

/** For JSON Schema: each school year as Rollcall writes it. */
export const SCHOOL_YEAR_PATTERN = `^(?:19(?:${yearsFrom(FIRST_YEAR % 100)})|2[01](?:${yearsFrom(0)}))$`;

/** `50-51|51-52|…|99-00` */
function yearsFrom(first: number): string {
  const two = (year: number): string => String(year % 100).padStart(2, '0');
  return Array.from({ length: 100 - first }, (_, at) => `${two(first + at)}-${two(first + at + 1)}`).join(
    '|',
  );
}

/** The school year in an address, for the API's document. */
export const SCHOOL_YEAR_PARAMETER = {
  name: 'schoolYear',
  schema: { type: 'string' as const, pattern: SCHOOL_YEAR_PATTERN },
};

/**
 * The calendar year in which a school year begins: 2025 for `2025-26` or `2025-2026`; undefined where it is
 * neither.
 */
export function readSchoolYear(text: string): number | undefined {
  const [, first, second] = SCHOOL_YEAR.exec(text.trim()) ?? [];
  if (!first || !second) return undefined;
  const year = Number(first);
  const next = String(year + 1);
  if (next !== second && next.slice(2) !== second) return undefined;
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined;
}

/**
 * The same for a school year that a request names.
 * @throws InvalidInput where the text is none
 */
export function schoolYearOf(text: string): number {
  const year = readSchoolYear(text);
  if (year !== undefined) return year;
  const detail = 'Enter a school year such as 2025-26.';
  throw new InvalidInput(detail, [{ field: 'schoolYear', code: 'NO_SCHOOL_YEAR', detail }]);
}

/** SQL of `schoolYearName`. @param year SQL of the year in which it begins */
export function schoolYearNameSql(year: string): string {
  return `${year} || '-' || lpad(((${year} + 1) % 100)::text, 2, '0')`;
}

/** `2025-26` for the school year that begins in 2025. */
export function schoolYearName(year: number): string {
  return `${year}-${String(year + 1).slice(-2)}`;
}
