import { Injectable } from '@nestjs/common';
import { reaches } from '../../access/scope.js';
import type { Tx } from '../../database/tx.js';
import {
  heldBack,
  type ImportContext,
  type ImportKind,
  movedOn,
  type RowFields,
  type RowOutcome,
  type RowProblem,
  type StagedRow,
  type UndoException,
} from '../../imports/import-kind.js';
import { NO_SCHOOL_YEAR, planPupils, pupilsChanges, schoolYearOfRow, undoPupils } from './pupil-import.js';
import {
  appendPupils,
  type CurrentPupils,
  currentPupils,
  type PupilRevision,
  pupilsKey,
} from './pupil-revisions.js';
import { readSiteCode } from '../../common/site-code.js';
import {
  CALIFORNIA_PUPILS,
  checkSiteRow,
  problem,
  PUPILS_FILE_FIELDS,
} from '../in-bulk/site-import-fields.js';
import { lockSites, sitesByCode, type StoredSite } from '../site-writes.js';

/** Pupils of sites that are there already, by school year. */
@Injectable()
export class PupilsImport implements ImportKind {
  readonly kind = 'pupils';
  readonly permission = 'sites:edit';
  readonly fields = PUPILS_FILE_FIELDS;
  readonly mappings = [CALIFORNIA_PUPILS];

  check(fields: RowFields): RowProblem[] {
    return checkSiteRow(fields);
  }

  identify(fields: RowFields): string[] {
    return [`${readSiteCode(String(fields['code']))} ${String(fields['schoolYear'] ?? '')}`];
  }

  async process(tx: Tx, context: ImportContext, rows: StagedRow[]): Promise<RowOutcome[]> {
    const { districtId } = context.scope;
    const commits = context.mode === 'commit';
    const codes = rows.map((row) => readSiteCode(String(row.fields['code'])));
    const sites = await sitesByCode(tx, districtId, codes, commits);
    const years = rows.flatMap((row) => schoolYearOfRow(context.options, row.fields) ?? []);
    const siteIds = [...sites.values()].map((site) => site.id);
    const standing = await currentPupils(tx, districtId, siteIds, [...new Set(years)]);
    const plans = rows.map((row) => planRow(row, context, sites, standing));
    if (commits)
      await appendPupils(
        tx,
        districtId,
        plans.flatMap((plan) => plan.revision ?? []),
      );
    return plans.map((plan) => plan.outcome);
  }

  async undo(tx: Tx, context: ImportContext, outcomes: RowOutcome[]): Promise<UndoException[]> {
    const ids = outcomes.flatMap((outcome) => outcome.targetId ?? []);
    const sites = await lockSites(tx, context.scope.districtId, ids);
    const changes = outcomes.flatMap((row) => {
      const site = sites.get(row.targetId ?? '');
      return site && row.outcome === 'change' ? pupilsChanges(site.id, site.code, row.changes ?? {}) : [];
    });
    return undoPupils(tx, context, changes);
  }
}

function planRow(
  row: StagedRow,
  context: ImportContext,
  sites: ReadonlyMap<string, StoredSite>,
  standing: ReadonlyMap<string, CurrentPupils>,
): { outcome: RowOutcome; revision?: PupilRevision } {
  const { fields, rowNo } = row;
  const { scope, options, mode } = context;
  const code = readSiteCode(String(fields['code']));
  const site = sites.get(code);
  const schoolYear = schoolYearOfRow(options, fields);
  const refusals = [
    ...(site && reaches(scope, site.id)
      ? []
      : [
          problem(
            'code',
            'UNKNOWN_SITE',
            `You have no site with the code ${code}. Check the code, or import sites first.`,
          ),
        ]),
    ...(schoolYear === undefined ? [NO_SCHOOL_YEAR] : []),
  ];
  if (!site || schoolYear === undefined || refusals.length > 0)
    return {
      outcome: { rowNo, outcome: 'refused', targetId: null, targetVersion: null, problems: refusals },
    };
  const now = standing.get(pupilsKey(site.id, schoolYear));
  const result = { rowNo, targetId: site.id, targetVersion: now?.revision ?? 0 };
  if (mode === 'commit' && movedOn(row, site.id, result.targetVersion))
    return { outcome: heldBack(rowNo, site.id) };
  const { revision, changes, notes } = planPupils(
    now,
    { siteId: site.id, schoolYear, pupils: Number(fields['pupils']), recordedBy: scope.accountId },
    options,
  );
  return {
    outcome: {
      ...result,
      outcome: revision ? 'change' : 'unchanged',
      changes,
      ...(notes.length > 0 ? { notes } : {}),
    },
    ...(revision ? { revision } : {}),
  };
}
