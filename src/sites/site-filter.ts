import type { ListDeclaration } from '../access/lists/list.js';
import { containing } from '../common/like-pattern.js';
import { schoolYearOf } from '../common/time/school-year.js';
import type { SitesFilterQuery } from './sites.dto.js';

/** Sites `s`, each with `p`: its pupils of a school year, or of its latest where the parameter `year` is null. */
export const sitesWithPupils = (year: string): string => `
  sites s
    LEFT JOIN LATERAL (
      SELECT x.pupils, x.school_year FROM site_pupils x
       WHERE x.district_id = $1 AND x.site_id = s.id
         AND (${year}::smallint IS NULL OR x.school_year = ${year})
       ORDER BY x.school_year DESC, x.revision DESC LIMIT 1) p ON true`;

/** The parameter `year`. @throws InvalidInput where the text is no school year */
export function yearOf(schoolYear: string | undefined): number | null {
  return schoolYear === undefined ? null : schoolYearOf(schoolYear);
}

/** What lists and files of sites `s` can be filtered by. Of which school year the pupils are, they say themselves. */
export const SITE_FILTERS: ListDeclaration<SitesFilterQuery>['filters'] = {
  type: (type, param) => `s.type = ${param(type)}`,
  region: (region, param) => `s.region = ${param(region)}`,
  served: (served, param) => `s.served = ${param(served)}`,
  text: (text, param) => {
    const pattern = param(containing(text));
    return `s.name ILIKE ${pattern} OR s.code ILIKE ${pattern}`;
  },
  open: (open, param, { today }) => {
    const day = `${param(today)}::date`;
    return `${param(open)} = (coalesce(s.opened_on <= ${day}, true) AND coalesce(s.closed_on > ${day}, true))`;
  },
  schoolYear: 'in select',
};
