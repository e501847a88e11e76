const SCHOOL_YEAR = /^(\d{4})\s*[-–/]\s*(\d{2}|\d{4})$/;

/** The bounds that the database holds too (`site_pupils_year`). */
const FIRST_YEAR = 1950;
const LAST_YEAR = 2200;

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

/** SQL of `schoolYearName`. @param year SQL of the year in which it begins */
export function schoolYearNameSql(year: string): string {
  return `${year} || '-' || lpad(((${year} + 1) % 100)::text, 2, '0')`;
}

/** `2025-26` for the school year that begins in 2025. */
export function schoolYearName(year: number): string {
  return `${year}-${String(year + 1).slice(-2)}`;
}
