import type { ListDeclaration } from '../access/lists/list.js';
import { containing } from '../common/like-pattern.js';
import type { PeopleFilterQuery } from './people.dto.js';

/** People `p` and their sites `s`. */
export const PEOPLE = `
  people p
    LEFT JOIN sites s ON s.district_id = $1 AND s.id = p.site_id
   WHERE p.district_id = $1`;

/**
 * Whether people `p` are known to a caller with these sites: everybody at these sites, and all staff. The caller sees
 * their names and can check out devices to them.
 * @param sites the parameter for the ids of the sites, or null for the whole district
 */
export function isKnown(p: string, sites: string): string {
  return `(${sites}::uuid[] IS NULL OR ${p}.role = 'staff' OR ${p}.site_id = ANY (${sites}))`;
}

/** As the index `people_by_name` has it. */
const NAME = `lower(coalesce(p.given_name, '') || ' ' || coalesce(p.family_name, ''))`;

/** What lists and files of people can be filtered by. */
export const PEOPLE_FILTERS: ListDeclaration<PeopleFilterQuery>['filters'] = {
  site: (code, param) => `s.code = ${param(code)}`,
  role: (role, param) => `p.role = ${param(role)}`,
  left: (left, param, { today }) => `${param(left)} = coalesce(p.left_on <= ${param(today)}::date, false)`,
  text: (text, param) => {
    const pattern = param(containing(text.trim()));
    return `${NAME} LIKE lower(${pattern}) OR p.email LIKE lower(${pattern}) OR p.external_id ILIKE ${pattern}`;
  },
};
