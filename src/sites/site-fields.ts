import { readSiteCode } from '../common/site-code.js';
import type { Site } from './entities/site.entity.js';
import { readGradeSpan, type SiteType, typeOfSchool } from './site-type.js';
import type { NewSiteBody, SiteChangeBody } from './sites.dto.js';
import { SiteDatesDisordered, wrongField } from './sites.errors.js';

/** What a person or a file may say of a site, besides the code that files know it by. */
export type SiteFields = Pick<
  Site,
  | 'name'
  | 'type'
  | 'gradeSpan'
  | 'region'
  | 'street'
  | 'city'
  | 'state'
  | 'postalCode'
  | 'latitude'
  | 'longitude'
  | 'served'
  | 'charter'
  | 'openedOn'
  | 'closedOn'
>;

/** A site of which nothing is said but its name and type. */
export function emptySite(name: string, type: SiteType): SiteFields {
  return {
    name,
    type,
    gradeSpan: null,
    region: null,
    street: null,
    city: null,
    state: null,
    postalCode: null,
    latitude: null,
    longitude: null,
    served: true,
    charter: false,
    openedOn: null,
    closedOn: null,
  };
}

/**
 * The fields that a person gave, as they are stored: blank texts as null, grade spans with an en dash.
 * @throws InvalidInput for a grade span that cannot be read
 */
export function givenByPerson(
  body: NewSiteBody | SiteChangeBody,
): Partial<SiteFields & Pick<Site, 'code' | 'successorId'>> {
  const { regionFrom: _, ...given } = body;
  const fields = Object.fromEntries(
    // A field that was left out is there all the same, as undefined: class fields are defined.
    Object.entries<unknown>(given).flatMap(([field, value]) =>
      value === undefined ? [] : [[field, value === '' ? null : value]],
    ),
  ) as Partial<SiteFields & Pick<Site, 'code' | 'successorId'>>;
  if (fields.code !== undefined) fields.code = readSiteCode(fields.code);
  if (fields.gradeSpan) fields.gradeSpan = spanOf(fields.gradeSpan).text;
  return fields;
}

/**
 * The type of a new site: what is said, else what its grades say.
 * @throws InvalidInput where neither is there
 */
export function typeOfNewSite(type: SiteType | undefined, gradeSpan: string | null | undefined): SiteType {
  if (type) return type;
  if (!gradeSpan)
    throw wrongField('type', 'TYPE_MISSING', 'Enter the type of the site, or the grades that it teaches.');
  return typeOfSchool(spanOf(gradeSpan));
}

/** @throws SiteDatesDisordered where the site would close before it opened */
export function assertDates(site: Pick<Site, 'openedOn' | 'closedOn'>): void {
  if (site.openedOn && site.closedOn && site.closedOn < site.openedOn) throw new SiteDatesDisordered();
}

function spanOf(text: string): ReturnType<typeof readGradeSpan> & object {
  const span = readGradeSpan(text);
  if (!span) throw wrongField('gradeSpan', 'BAD_GRADE_SPAN', 'Write the grades like K–5, 9–12 or PK–AD.');
  return span;
}
