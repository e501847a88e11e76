import { type FieldMerge, fieldsToKeep, keptByPerson, mergeFields } from '../imports/field-merge.js';
import type { ImportOptions, RowFields, RowNote, RowProblem } from '../imports/import-kind.js';
import { emptySite, type SiteFields } from './site-fields.js';
import { problem } from './in-bulk/site-import-fields.js';
import { readGradeSpan, typeOfSchool } from './site-type.js';
import type { StoredSite } from './site-writes.js';

/** Fields that a row states as they are stored. */
const PLAIN = [
  'name',
  'region',
  'street',
  'city',
  'state',
  'postalCode',
  'latitude',
  'longitude',
  'served',
  'charter',
  'openedOn',
  'closedOn',
] as const satisfies readonly (keyof SiteFields)[];

/** What a row makes of a site. */
export interface SiteJudgement extends Pick<FieldMerge<SiteFields>, 'changes'> {
  after: SiteFields;
  /** Any of them refuses the row. */
  problems: RowProblem[];
  notes: RowNote[];
}

/**
 * Judges a row against the site it names, or as a new site where there is none.
 * @param today in the district's time zone; the day on which a site closes that a file merely calls closed
 */
export function judgeSite(
  fields: RowFields,
  current: StoredSite | undefined,
  today: string,
  options: ImportOptions = {},
): SiteJudgement {
  const given = givenByRow(fields, current, today);
  const notes = notesOfSite(fields, given, current);
  if (!current) {
    const problems = missing(given);
    const after = { ...emptySite(given.name ?? '', given.type ?? 'other'), ...given };
    const changes = Object.fromEntries(
      Object.entries(given).map(([field, value]): [string, [unknown, unknown]] => [field, [null, value]]),
    );
    return { after, changes, problems: [...problems, ...disordered(after)], notes };
  }
  const { id: _id, code: _code, setByPerson, version: _version, ...fieldsNow } = current;
  const { after, changes, kept } = mergeFields<SiteFields>(
    fieldsNow,
    given,
    fieldsToKeep(setByPerson, options),
  );
  const made = notes.filter(({ column }) => column !== null && column in changes);
  return { after, changes, problems: disordered(after), notes: [...made, ...keptByPerson(kept)] };
}

function givenByRow(fields: RowFields, current: StoredSite | undefined, today: string): Partial<SiteFields> {
  const given: Record<string, unknown> = {};
  for (const field of PLAIN) if (fields[field] !== undefined) given[field] = fields[field];
  const span = typeof fields['gradeSpan'] === 'string' ? readGradeSpan(fields['gradeSpan']) : undefined;
  if (span) given['gradeSpan'] = span.text;
  else if (fields['gradeSpan'] === null) given['gradeSpan'] = null;
  const schoolType = textOf(fields['schoolType']);
  if (fields['type']) given['type'] = fields['type'];
  // Grades alone say nothing new of a site whose grades are known: special education may have made it `other`.
  else if (span && (!current || schoolType !== undefined || span.text !== current.gradeSpan))
    given['type'] = typeOfSchool(span, schoolType);
  if (fields['closedOn'] === undefined) Object.assign(given, closing(fields['status'], current, today));
  return given;
}

/** What a row gives without saying it: the day of a closing, an opening again, a type, the beginning of a region. */
function notesOfSite(
  fields: RowFields,
  given: Partial<SiteFields>,
  current: StoredSite | undefined,
): RowNote[] {
  const notes: RowNote[] = [];
  const note = (column: string, code: string, detail: string): number => notes.push({ column, code, detail });
  const { closedOn, type, region } = given;
  if (closedOn && fields['closedOn'] === undefined)
    note(
      'closedOn',
      'CLOSED_TODAY',
      `The row says closed, but not since when. Rollcall recorded today, ${closedOn}.`,
    );
  if (closedOn === null && fields['closedOn'] === undefined)
    note(
      'closedOn',
      'REOPENED',
      `The row says active, so Rollcall removed the day of closing, ${current?.closedOn}.`,
    );
  if (type && !fields['type'])
    note('type', 'TYPE_FROM_GRADES', `The row names no type. Its grades make it a site of type ${type}.`);
  if (region !== undefined && current && region !== current.region)
    note(
      'region',
      'REGION_DATED',
      current.region === null
        ? 'The row does not say since when the site is in this region. Rollcall counts it there since its opening.'
        : 'The row does not say since when the site is in this region. Rollcall counts it there from today on.',
    );
  return notes;
}

/** `active` and `closed` say nothing of the day, and change it only where they contradict it. */
function closing(
  status: RowFields[string] | undefined,
  current: StoredSite | undefined,
  today: string,
): Partial<SiteFields> {
  const closedOn = current?.closedOn ?? null;
  const isClosed = closedOn !== null && closedOn <= today;
  if (status === 'active' && isClosed) return { closedOn: null };
  if (status === 'closed' && !isClosed) return { closedOn: today };
  return {};
}

function missing(given: Partial<SiteFields>): RowProblem[] {
  return [
    ...(given.name ? [] : [problem('name', 'NAME_MISSING', 'A new site needs a name. Fill in this cell.')]),
    ...(given.type
      ? []
      : [problem('type', 'TYPE_MISSING', 'A new site needs a type, or the grades that it teaches.')]),
  ];
}

function disordered({ openedOn, closedOn }: SiteFields): RowProblem[] {
  return openedOn && closedOn && closedOn < openedOn
    ? [
        problem(
          'closedOn',
          'BEFORE_OPENING',
          `The site would close on ${closedOn}, before it opened on ${openedOn}.`,
        ),
      ]
    : [];
}

function textOf(value: RowFields[string] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
