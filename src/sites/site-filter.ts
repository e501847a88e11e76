import { type Scope, siteFilter } from '../access/scope.js';
import { containing } from '../common/like-pattern.js';
import { schoolYearOf } from '../common/time/school-year.js';
import type { SitesFilterQuery } from './sites.dto.js';

/** Sites `s`, each with `p`: its pupils of school year `$2`, or of its latest where that is null. */
export const SITES_WITH_PUPILS = `
  sites s
    LEFT JOIN LATERAL (
      SELECT x.pupils, x.school_year FROM site_pupils x
       WHERE x.district_id = $1 AND x.site_id = s.id
         AND ($2::smallint IS NULL OR x.school_year = $2)
       ORDER BY x.school_year DESC, x.revision DESC LIMIT 1) p ON true`;

/** What the caller's reach and a filter leave of sites `s`; `siteParameters` are `$1` to `$9`. */
export const CHOSEN_SITES = `
  s.district_id = $1
    AND ($3::uuid[] IS NULL OR s.id = ANY ($3))
    AND ($4::text IS NULL OR s.type = $4)
    AND ($5::text IS NULL OR s.region = $5)
    AND ($6::boolean IS NULL OR s.served = $6)
    AND ($7::text IS NULL OR s.name ILIKE $7 OR s.code ILIKE $7)
    AND ($8::boolean IS NULL OR $8 = (coalesce(s.opened_on <= $9::date, true)
          AND coalesce(s.closed_on > $9::date, true)))`;

/**
 * @param today in the district's time zone
 * @throws InvalidInput where the school year is none
 */
export function siteParameters(scope: Scope, filter: SitesFilterQuery, today: string): unknown[] {
  return [
    scope.districtId,
    filter.schoolYear === undefined ? null : schoolYearOf(filter.schoolYear),
    siteFilter(scope),
    filter.type ?? null,
    filter.region ?? null,
    filter.served ?? null,
    filter.text ? containing(filter.text) : null,
    filter.open ?? null,
    today,
  ];
}
