import { Injectable } from '@nestjs/common';
import { reaches } from '../../access/scope.js';
import { Clock, dateIn } from '../../common/time/clock.js';
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
import { NO_SCHOOL_YEAR, planPupils, type PupilsPlan, schoolYearOfRow } from '../pupils/pupil-import.js';
import { appendPupils, type CurrentPupils, currentPupils, pupilsKey } from '../pupils/pupil-revisions.js';
import { type RegionChange, writeRegionChanges } from '../region-history.js';
import { readSiteCode } from '../../common/site-code.js';
import { CALIFORNIA_SITES, checkSiteRow, problem, SITE_FIELDS } from './site-import-fields.js';
import { judgeSite } from '../site-row.js';
import { undoSites } from './site-undo.js';
import { insertSites, sitesByCode, type StoredSite, updateSites, type WrittenSite } from '../site-writes.js';

/** What is to be done for one row. */
interface SitePlan {
  outcome: RowOutcome;
  add?: WrittenSite;
  update?: WrittenSite;
  region?: RegionChange;
  pupils?: PupilsPlan;
}

/** Everything that rows are judged against. */
interface Known {
  sites: Map<string, StoredSite>;
  pupils: Map<string, CurrentPupils>;
  today: string;
}

/** Sites from files, and the pupils of one school year where the file has them. Rows match by code. */
@Injectable()
export class SitesImport implements ImportKind {
  readonly kind = 'sites';
  readonly permission = 'sites:edit';
  readonly fields = SITE_FIELDS;
  readonly mappings = [CALIFORNIA_SITES];

  constructor(private readonly clock: Clock) {}

  check(fields: RowFields): RowProblem[] {
    return checkSiteRow(fields);
  }

  identify(fields: RowFields): string[] {
    return [readSiteCode(String(fields['code']))];
  }

  async process(tx: Tx, context: ImportContext, rows: StagedRow[]): Promise<RowOutcome[]> {
    const commits = context.mode === 'commit';
    const { districtId } = context.scope;
    const codes = rows.map((row) => readSiteCode(String(row.fields['code'])));
    const sites = await sitesByCode(tx, districtId, codes, commits);
    const years = rows.flatMap((row) => schoolYearOfRow(context.options, row.fields) ?? []);
    const siteIds = [...sites.values()].map((site) => site.id);
    const pupils = await currentPupils(tx, districtId, siteIds, [...new Set(years)]);
    const today = dateIn(context.scope.timeZone, this.clock.now());
    const plans = rows.map((row) => planRow(row, context, { sites, pupils, today }));
    return commits ? apply(tx, districtId, plans, today) : plans.map((plan) => plan.outcome);
  }

  undo(tx: Tx, context: ImportContext, outcomes: RowOutcome[]): Promise<UndoException[]> {
    return undoSites(tx, context, outcomes, dateIn(context.scope.timeZone, this.clock.now()));
  }
}

function planRow(row: StagedRow, context: ImportContext, known: Known): SitePlan {
  const { fields, rowNo, newId } = row;
  const { scope, options } = context;
  const code = readSiteCode(String(fields['code']));
  const current = known.sites.get(code);
  const id = current?.id ?? newId;
  const year = schoolYearOfRow(options, fields);
  const counted = typeof fields['pupils'] === 'number' ? fields['pupils'] : undefined;
  const standing = year === undefined ? undefined : known.pupils.get(pupilsKey(id, year));
  // Either moves the target on: its own versions, or the revisions of the pupils that the row gives.
  const targetVersion = current ? current.version + (standing?.revision ?? 0) : null;
  if (context.mode === 'commit' && movedOn(row, id, targetVersion)) return { outcome: heldBack(rowNo, id) };
  const { after, changes, problems, notes } = judgeSite(fields, current, known.today, options);
  const refusals = [...problems];
  if (counted !== undefined && year === undefined) refusals.push(NO_SCHOOL_YEAR);
  if (current ? !reaches(scope, id) : scope.sites !== 'all')
    refusals.push(problem('code', 'OUT_OF_REACH', `The site ${code} is not one of yours.`));
  const result = { rowNo, targetId: id, targetVersion };
  if (refusals.length > 0) return { outcome: { ...result, outcome: 'refused', problems: refusals } };
  const pupils =
    counted === undefined || year === undefined
      ? undefined
      : planPupils(
          standing,
          { siteId: id, schoolYear: year, pupils: counted, recordedBy: scope.accountId },
          options,
        );
  const all = { ...changes, ...pupils?.changes };
  const told = [...notes, ...(pupils?.notes ?? [])];
  const changed = Object.keys(all).length > 0 ? 'change' : 'unchanged';
  const written = { id, code, ...after };
  return {
    outcome: {
      ...result,
      outcome: current ? changed : 'add',
      changes: all,
      ...(told.length > 0 ? { notes: told } : {}),
    },
    ...(current ? (Object.keys(changes).length > 0 ? { update: written } : {}) : { add: written }),
    ...('region' in changes
      ? { region: { siteId: id, region: after.region, fromOn: null, openedOn: after.openedOn } }
      : {}),
    ...(pupils ? { pupils } : {}),
  };
}

/** Writes the plans of one chunk in a fixed number of statements. */
async function apply(
  tx: Tx,
  districtId: string,
  plans: readonly SitePlan[],
  today: string,
): Promise<RowOutcome[]> {
  const added = await insertSites(
    tx,
    districtId,
    plans.flatMap((plan) => plan.add ?? []),
  );
  const goesIn = (plan: SitePlan): boolean => !plan.add || added.has(plan.add.id);
  const applied = plans.filter(goesIn);
  await updateSites(
    tx,
    districtId,
    applied.flatMap((plan) => plan.update ?? []),
  );
  await writeRegionChanges(
    tx,
    districtId,
    applied.flatMap((plan) => plan.region ?? []),
    today,
  );
  await appendPupils(
    tx,
    districtId,
    applied.flatMap((plan) => plan.pupils?.revision ?? []),
  );
  return plans.map((plan) => (goesIn(plan) ? plan.outcome : heldBack(plan.outcome.rowNo, null)));
}
