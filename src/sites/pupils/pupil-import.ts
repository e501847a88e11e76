import { isOverwritten, keptByPerson } from '../../imports/field-merge.js';
import type {
  ImportContext,
  ImportOptions,
  RowFields,
  RowNote,
  UndoException,
} from '../../imports/import-kind.js';
import {
  appendPupils,
  type CurrentPupils,
  currentPupils,
  pupilsKey,
  type PupilRevision,
} from './pupil-revisions.js';
import { readSchoolYear, schoolYearName } from '../../common/time/school-year.js';
import type { Tx } from '../../database/tx.js';
import { problem } from '../in-bulk/site-import-fields.js';

/** Changes of pupils stand beside those of fields, under this word and their school year. */
const CHANGE = /^pupils (\d{4}-\d{2})$/;

/** What one row does to the pupils of its site. */
export interface PupilsPlan {
  /** What is to be written, where anything is. */
  revision?: PupilRevision;
  changes: Record<string, [number | null, number]>;
  notes: RowNote[];
}

/** The school year of a row: the one chosen for the whole import, else its own; undefined where there is none. */
export function schoolYearOfRow(options: ImportOptions, fields: RowFields): number | undefined {
  const text = options.schoolYear ?? fields['schoolYear'];
  return typeof text === 'string' ? readSchoolYear(text) : undefined;
}

/** The refusal of a row that gives a number of pupils for no school year. */
export const NO_SCHOOL_YEAR = problem(
  'schoolYear',
  'SCHOOL_YEAR_MISSING',
  'Enter the school year of these numbers, such as 2025-26.',
);

/** A file never overwrites what a person said; the same number again is no revision. */
export function planPupils(
  standing: CurrentPupils | undefined,
  wanted: Omit<PupilRevision, 'revision' | 'source'>,
  { overwrite }: ImportOptions = {},
): PupilsPlan {
  if (standing?.pupils === wanted.pupils) return { changes: {}, notes: [] };
  if (standing?.source === 'person' && !isOverwritten('pupils', overwrite))
    return { changes: {}, notes: keptByPerson(['pupils']) };
  const name = `pupils ${schoolYearName(wanted.schoolYear)}`;
  return {
    revision: { ...wanted, revision: (standing?.revision ?? 0) + 1, source: 'import' },
    changes: { [name]: [standing?.pupils ?? null, wanted.pupils] },
    notes: [],
  };
}

/** A change of pupils that an import made. */
export interface PupilsChange {
  siteId: string;
  /** What people call the site by. */
  site: string;
  schoolYear: number;
  before: number | null;
  after: number;
}

/** Finds the changes of pupils among the changes of a row. */
export function pupilsChanges(
  siteId: string,
  site: string,
  changes: Readonly<Record<string, readonly [unknown, unknown]>>,
): PupilsChange[] {
  return Object.entries(changes).flatMap(([field, [before, after]]) => {
    const schoolYear = readSchoolYear(CHANGE.exec(field)?.[1] ?? '');
    if (schoolYear === undefined || typeof after !== 'number') return [];
    return [{ siteId, site, schoolYear, before: typeof before === 'number' ? before : null, after }];
  });
}

/** Gives the former numbers as new revisions; the caller holds the locks of the sites. */
export async function undoPupils(
  tx: Tx,
  context: ImportContext,
  changes: readonly PupilsChange[],
): Promise<UndoException[]> {
  const { districtId, accountId } = context.scope;
  const standing = await currentPupils(
    tx,
    districtId,
    changes.map((change) => change.siteId),
    [...new Set(changes.map((change) => change.schoolYear))],
  );
  const revisions: PupilRevision[] = [];
  const exceptions: UndoException[] = [];
  for (const { siteId, site, schoolYear, before, after } of changes) {
    const now = standing.get(pupilsKey(siteId, schoolYear));
    const name = `${site}, enrolled students of ${schoolYearName(schoolYear)}`;
    if (!now || now.pupils !== after || now.source === 'person')
      exceptions.push({
        targetId: siteId,
        detail: `${name}: somebody changed this number afterward, so it stays as it is.`,
      });
    else if (before === null)
      exceptions.push({
        targetId: siteId,
        detail: `${name}: there was no number before, so it stays ${after}.`,
      });
    else revisions.push({ ...now, revision: now.revision + 1, pupils: before, recordedBy: accountId });
  }
  await appendPupils(tx, districtId, revisions);
  return exceptions;
}
