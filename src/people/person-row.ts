import { type FieldMerge, fieldsToKeep, keptByPerson, mergeFields } from '../imports/field-merge.js';
import { readSiteCode } from '../common/site-code.js';
import type { ImportOptions, RowFields, RowNote, RowProblem } from '../imports/import-kind.js';
import type { Person } from './entities/person.entity.js';

/** What a file may say of somebody. */
export type PersonFields = Pick<
  Person,
  'givenName' | 'familyName' | 'email' | 'role' | 'grade' | 'siteId' | 'leftOn'
>;

/** Somebody as imports read and write them. */
export interface StoredPerson extends PersonFields {
  id: string;
  externalId: string;
  redacted: boolean;
  setByPerson: string[];
  version: number;
}

/** What a row makes of somebody. */
export interface PersonJudgement extends Pick<FieldMerge<PersonFields>, 'changes'> {
  after: PersonFields;
  /** Any of them refuses the row. */
  problems: RowProblem[];
  notes: RowNote[];
}

/** Ids of sites by code. */
export type SitesByCode = ReadonlyMap<string, string>;

const NAMING = ['givenName', 'familyName', 'email'] as const;

const NOBODY: PersonFields = {
  givenName: null,
  familyName: null,
  email: null,
  role: 'other',
  grade: null,
  siteId: null,
  leftOn: null,
};

/**
 * Judges a row against the person it names, or as a new person where there is none.
 * @param today in the district's time zone; the day on which somebody left whom a file merely calls gone
 */
export function judgePerson(
  fields: RowFields,
  current: StoredPerson | undefined,
  sites: SitesByCode,
  today: string,
  options: ImportOptions = {},
): PersonJudgement {
  const { siteId, problems, notes } = siteOf(fields, sites);
  const given: Partial<PersonFields> = { ...plain(fields), ...(siteId === undefined ? {} : { siteId }) };
  const left = leaving(fields, current, today);
  Object.assign(given, left);
  if (left.leftOn !== undefined && !(current && current.setByPerson.includes('leftOn')))
    notes.push(leftNote(left.leftOn, current?.leftOn));
  if (!current) {
    const role = given.role ?? (given.grade ? 'student' : undefined);
    const changes = Object.fromEntries(
      Object.entries({ ...given, role }).map(([field, value]): [string, [unknown, unknown]] => [
        field,
        [null, value],
      ]),
    );
    if (role && !given.role) notes.push(ROLE_FROM_GRADE);
    const after = { ...NOBODY, ...given, role: role ?? 'other' };
    return { after, changes, problems: role ? problems : [...problems, ROLE_MISSING], notes };
  }
  const forgotten = current.redacted ? NAMING.filter((field) => given[field] !== undefined) : [];
  for (const field of forgotten) delete given[field];
  const {
    id: _id,
    externalId: _externalId,
    redacted: _redacted,
    setByPerson,
    version: _version,
    ...now
  } = current;
  const { after, changes, kept } = mergeFields<PersonFields>(now, given, fieldsToKeep(setByPerson, options));
  return {
    after,
    changes,
    problems,
    notes: [...notes, ...keptByPerson(kept), ...(forgotten.length > 0 ? [REDACTED] : [])],
  };
}

const ROLE_MISSING: RowProblem = {
  column: 'role',
  code: 'ROLE_MISSING',
  detail: 'A new person needs a role: student, staff, guardian or other.',
};

const ROLE_FROM_GRADE: RowNote = {
  column: 'role',
  code: 'ROLE_FROM_GRADE',
  detail: 'The row names a grade and no role. Rollcall added the person as a student.',
};

function leftNote(leftOn: string | null, before: string | null | undefined): RowNote {
  return leftOn
    ? {
        column: 'leftOn',
        code: 'LEFT_TODAY',
        detail: `The row says that the person left, but not when. Rollcall recorded today, ${leftOn}.`,
      }
    : {
        column: 'leftOn',
        code: 'CAME_BACK',
        detail: `The row says that the person is here, so Rollcall removed the day of leaving, ${before}.`,
      };
}

const REDACTED: RowNote = {
  column: null,
  code: 'REDACTED',
  detail: 'The name of this person was deleted for good, so Rollcall did not use the name in the file.',
};

function plain(fields: RowFields): Partial<PersonFields> {
  const given: Record<string, unknown> = {};
  for (const field of ['givenName', 'familyName', 'grade', 'leftOn'] as const)
    if (fields[field] !== undefined) given[field] = fields[field];
  const { email, role } = fields;
  if (email !== undefined) given['email'] = typeof email === 'string' ? email.toLowerCase() : email;
  if (role) given['role'] = role;
  return given;
}

/**
 * A site that our template names must be there. A roster's organisations are schools, the district and more:
 * the first that is a site is the person's, and none is worth a word but no refusal.
 */
function siteOf(
  fields: RowFields,
  sites: SitesByCode,
): { siteId?: string | null; problems: RowProblem[]; notes: RowNote[] } {
  const { site } = fields;
  if (site === null) return { siteId: null, problems: [], notes: [] };
  if (typeof site === 'string') {
    const siteId = sites.get(readSiteCode(site));
    if (siteId) return { siteId, problems: [], notes: [] };
    const detail = `There is no site with the code ${site}. Check the code, or import sites first.`;
    return { problems: [{ column: 'site', code: 'UNKNOWN_SITE', detail }], notes: [] };
  }
  const orgs = organisations(fields);
  const siteId = orgs.flatMap((org) => sites.get(org) ?? [])[0];
  if (siteId) return { siteId, problems: [], notes: [] };
  const detail = `There is no site with the code ${orgs.join(' or ')}, so the site of this person stays as it is.`;
  return { problems: [], notes: orgs.length > 0 ? [{ column: 'orgs', code: 'NO_SITE_NAMED', detail }] : [] };
}

/** Upper case; lists come bare or as JSON writes them. */
function organisations(fields: RowFields): string[] {
  const text = [fields['primaryOrg'], fields['orgs']].filter((cell) => typeof cell === 'string').join(',');
  return [
    ...new Set(
      text
        .replaceAll(/[[\]"]/g, '')
        .split(',')
        .map(readSiteCode)
        .filter(Boolean),
    ),
  ];
}

/**
 * `active` and `left` say nothing of the day, and change it only where they contradict it. A roster lists who
 * is there: its blank status is `active`.
 */
function leaving(fields: RowFields, current: StoredPerson | undefined, today: string): Partial<PersonFields> {
  if (fields['leftOn'] !== undefined) return {};
  const status = fields['status'] ?? (typeof fields['orgs'] === 'string' ? 'active' : undefined);
  const leftOn = current?.leftOn ?? null;
  const hasLeft = leftOn !== null && leftOn <= today;
  if (status === 'active' && hasLeft) return { leftOn: null };
  if (status === 'left' && !hasLeft) return { leftOn: today };
  return {};
}
