import { parse } from 'csv-parse/sync';
import type { FleetSite } from '../fleet-types.js';
import { IRVINE_SITE_OPENINGS } from '../story/irvine-openings.js';

const COLUMNS = ['cds_code', 'school', 'school_level', 'grade_span', 'enrollment'] as const;
type SiteRow = Record<(typeof COLUMNS)[number], string>;

/**
 * Reads the sites of a state file (columns `cds_code`, `school`, `school_level`, `grade_span`, `enrollment`).
 * Levels are rough: they only weigh devices. The register has its own, exact rule. Refuses a file without one of
 * these columns, or without a row.
 */
export function readFleetSites(csv: string): FleetSite[] {
  const rows = parse<Partial<SiteRow>>(csv, { columns: true, bom: true, skip_empty_lines: true });
  if (rows.length === 0) throw new RangeError('The file has no site.');
  return rows.map(readSite);
}

function readSite(row: Partial<SiteRow>): FleetSite {
  const cell = (column: keyof SiteRow): string => {
    const value = row[column];
    if (value === undefined) throw new RangeError(`The file of sites has no column ${column}.`);
    return value.trim();
  };
  const code = cell('cds_code');
  const openedOn = IRVINE_SITE_OPENINGS.get(code);
  return {
    code,
    name: cell('school'),
    type: roughType(cell('school_level'), cell('grade_span')),
    pupils: Number(cell('enrollment')) || 0,
    ...(openedOn !== undefined && { openedOn }),
  };
}

function roughType(level: string, span: string): string {
  switch (level.toLowerCase()) {
    case 'elementary':
      return /[789]$/.test(span) ? 'k8' : 'elementary';
    case 'middle':
      return 'middle';
    case 'high':
      return 'high';
    default:
      return 'other';
  }
}
