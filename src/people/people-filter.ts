import { type Scope, siteFilter } from '../access/scope.js';
import { containing } from '../common/like-pattern.js';
import type { PeopleFilterQuery } from './people.dto.js';

/** `$1` district, `$2` sites in reach or null for all. Who belongs to no site is seen by the whole district alone. */
export const REACHED_PEOPLE = `
  people p
    LEFT JOIN sites s ON s.district_id = $1 AND s.id = p.site_id
   WHERE p.district_id = $1 AND ($2::uuid[] IS NULL OR p.site_id = ANY ($2))`;

/** As the index `people_by_name` has it. */
const NAME = `lower(coalesce(p.given_name, '') || ' ' || coalesce(p.family_name, ''))`;

/** What a filter leaves of the people in reach; `peopleParameters` are `$1` to `$7`. */
export const CHOSEN_PEOPLE = `${REACHED_PEOPLE}
     AND ($3::text IS NULL OR s.code = $3)
     AND ($4::text IS NULL OR p.role = $4)
     AND ($5::boolean IS NULL OR $5 = coalesce(p.left_on <= $6::date, false))
     AND ($7::text IS NULL OR ${NAME} LIKE lower($7) OR p.email LIKE lower($7) OR p.external_id ILIKE $7)`;

/** @param today in the district's time zone */
export function peopleParameters(scope: Scope, filter: PeopleFilterQuery, today: string): unknown[] {
  return [
    scope.districtId,
    siteFilter(scope),
    filter.site ?? null,
    filter.role ?? null,
    filter.left ?? null,
    today,
    filter.text ? containing(filter.text.trim()) : null,
  ];
}
