import { Injectable } from '@nestjs/common';
import { may, reaches, type Scope } from '../../access/scope.js';
import { Clock, dateIn } from '../../common/time/clock.js';
import { explainConstraint } from '../../common/constraint-refusals.js';
import { definedFields } from '../../common/defined-fields.js';
import { newId } from '../../common/ids.js';
import { Conflict, Forbidden } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { siteIdsByCode } from '../../sites/site-codes.js';
import { wrongField } from '../../sites/sites.errors.js';
import { Steps, type StepWrites } from '../../steps/steps.service.js';
import type { ApprovalBody, NewTimeEntryBody, TimeCorrectionBody } from './time-entries.dto.js';
import { TimeEntriesQueries, type TimeEntryDetail } from './time-entries.queries.js';
import { type Said, TIME_ENTRY_STEPS, type TimeEntryFacts } from './time-entry-steps.js';
import { WorkKinds } from './work-kinds.service.js';

/** The result for one time entry of an approval request. */
export interface ApprovalResult {
  index: number;
  id: string;
  outcome: 'approved' | 'refused';
  code?: string;
  detail?: string;
}

/** A clock that runs ahead a little is no lie. */
const AHEAD_MS = 60_000;

explainConstraint(
  'time_entries_one_at_a_time',
  () =>
    new Conflict(
      'This overlaps another time entry of the same technician. Change the times, or correct the other entry.',
      'TIME_TAKEN',
    ),
);
explainConstraint('time_entries_ordered', () =>
  wrongField('endsAt', 'NO_VISIT', 'The end must be after the start and within 24 hours of it.'),
);

/** Technicians report their time; corrections are kept, and what was corrected is approved anew. */
@Injectable()
export class TimeEntries {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: TimeEntriesQueries,
    private readonly steps: Steps,
    private readonly works: WorkKinds,
    private readonly clock: Clock,
  ) {}

  /**
   * Sent again with the same id, it is what it was.
   * @throws Conflict where the id is that of another technician's entry
   */
  async record(
    scope: Scope,
    { id = newId(), technicianId: named, site, ...times }: NewTimeEntryBody,
  ): Promise<TimeEntryDetail> {
    await this.transactions.run(async (tx) => {
      const technicianId = await this.technicianOf(tx, scope, named);
      // What was taken in once is not judged again: the technician may have been there, and not be any more.
      if (await isTakenIn(tx, scope, id, technicianId)) return;
      const said = await this.said(tx, scope, technicianId, { ...times, site });
      const rows = await tx.query<unknown[]>(
        `INSERT INTO time_entries (district_id, id, technician_id, site_id, starts_at, ends_at, work, note, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (district_id, id) DO NOTHING RETURNING 1`,
        [
          scope.districtId,
          id,
          technicianId,
          said.siteId,
          said.startsAt,
          said.endsAt,
          said.work,
          said.note,
          tx.at,
        ],
      );
      if (rows.length > 0) await this.steps.beginWithin(tx, scope, TIME_ENTRY_STEPS, [{ id, details: said }]);
      else await isTakenIn(tx, scope, id, technicianId);
    });
    return this.queries.find(scope, id);
  }

  /** @param version null for whatever version there is */
  async correct(
    scope: Scope,
    id: string,
    version: number | null,
    { reason, withdrawn, ...changes }: TimeCorrectionBody,
  ): Promise<TimeEntryDetail> {
    const step = withdrawn === undefined ? 'correct' : withdrawn ? 'withdraw' : 'restore';
    await this.transactions.run(async (tx) => {
      const prepare = async (before: TimeEntryFacts): Promise<StepWrites> => {
        this.assertMayChange(scope, before);
        const after = { ...before, ...definedFields(changes) };
        const isElsewhere =
          after.site !== before.site || after.startsAt.getTime() !== before.startsAt.getTime();
        const said = await this.said(
          tx,
          scope,
          before.technicianId,
          after,
          isElsewhere ? null : before.siteId,
        );
        return { set: { ...said }, details: said };
      };
      const asked = { id, step, version, note: reason };
      await this.steps.takeWithin(tx, scope, TIME_ENTRY_STEPS, asked, { prepare });
    });
    return this.queries.find(scope, id);
  }

  /** Approves entries as they were read, each for itself; nobody approves their own. */
  async approve(scope: Scope, entries: readonly ApprovalBody[]): Promise<ApprovalResult[]> {
    const prepare = (entry: TimeEntryFacts): StepWrites => {
      if (isOwnEntry(scope, entry))
        throw new Forbidden('You cannot approve your own time. Ask your lead to approve it.', 'OWN_TIME');
      return {};
    };
    const asked = entries.map(({ id, version }) => ({ id, version, step: 'approve' }));
    const results = await this.transactions.run((tx) =>
      this.steps.takeAllWithin(tx, scope, TIME_ENTRY_STEPS, asked, { prepare }),
    );
    return results.map(({ refusal }, index) => {
      const id = entries[index]?.id ?? '';
      return refusal
        ? { index, id, outcome: 'refused', code: refusal.code, detail: refusal.message }
        : { index, id, outcome: 'approved' };
    });
  }

  private assertMayChange(scope: Scope, entry: TimeEntryFacts): void {
    if (isOwnEntry(scope, entry)) return;
    if (may(scope, 'time:approve') && reaches(scope, entry.homeSiteId)) return;
    throw new Forbidden(
      'Only the technician, or the person who approves their time, can correct this entry.',
      'NOT_YOURS',
    );
  }

  /** The technician that is named, where the caller may report for them; else the caller's own. */
  private async technicianOf(tx: Tx, scope: Scope, named: string | undefined): Promise<string> {
    const [row] = await tx.query<{ id: string; accountId: string | null; homeSiteId: string }[]>(
      `SELECT id, account_id AS "accountId", home_site_id AS "homeSiteId" FROM technicians
        WHERE district_id = $1 AND CASE WHEN $2::uuid IS NULL THEN account_id = $3 ELSE id = $2 END`,
      [scope.districtId, named ?? null, scope.accountId],
    );
    if (!row && named === undefined)
      throw wrongField(
        'technicianId',
        'NO_TECHNICIAN',
        'Your account is not linked to a technician. Choose whose time this is.',
      );
    const isOwn = row?.accountId != null && row.accountId === scope.accountId;
    if (!row || (!isOwn && !(may(scope, 'time:approve') && reaches(scope, row.homeSiteId))))
      throw wrongField(
        'technicianId',
        'UNKNOWN_TECHNICIAN',
        'Choose yourself, or a technician whose time you approve.',
      );
    return row.id;
  }

  /** @param known the site, where it was judged before and nothing of it changed */
  private async said(
    tx: Tx,
    scope: Scope,
    technicianId: string,
    { site, startsAt, endsAt, work, note }: Omit<Said, 'siteId'> & { site: string | null },
    known: string | null = null,
  ): Promise<Said> {
    const kind = await this.works.findWithin(tx, scope.districtId, work);
    if (endsAt.getTime() > this.clock.now().getTime() + AHEAD_MS)
      throw wrongField('endsAt', 'NOT_YET', 'The end is in the future. Enter time after the work is done.');
    if (site === null && !kind.isAside)
      throw wrongField('site', 'SITE_MISSING', `${kind.name} needs a site. Choose the site.`);
    if (site === null) return { siteId: null, startsAt, endsAt, work, note };
    if (known !== null) return { siteId: known, startsAt, endsAt, work, note };
    const siteId = (await siteIdsByCode(tx, scope.districtId, [site])).get(site);
    const wasThere =
      siteId !== undefined &&
      (reaches(scope, siteId) || (await sentThere(tx, scope, technicianId, siteId, startsAt)));
    if (!wasThere)
      throw wrongField(
        'site',
        'UNKNOWN_SITE',
        `${site} is not one of your sites, and you were not assigned there on that day.`,
      );
    return { siteId, startsAt, endsAt, work, note };
  }
}

/** Whether a technician was assigned or sent to a site on the day of an instant; what ended since then was so. */
async function sentThere(
  tx: Tx,
  { districtId, timeZone }: Scope,
  technicianId: string,
  siteId: string,
  at: Date,
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT 1 FROM support_assignments
      WHERE district_id = $1 AND technician_id = $2 AND site_id = $3 AND $4::date BETWEEN starts_on AND ends_on
        AND weekday = extract(isodow FROM $4::date)
        AND coalesce((cancelled_at AT TIME ZONE $5)::date > $4::date, true)
      UNION ALL
     SELECT 1 FROM support_covers
      WHERE district_id = $1 AND technician_id = $2 AND site_id = $3 AND on_date = $4::date AND cancelled_at IS NULL`,
    [districtId, technicianId, siteId, dateIn(timeZone, at), timeZone],
  );
  return rows.length > 0;
}

function isOwnEntry({ accountId }: Scope, { technicianAccountId }: TimeEntryFacts): boolean {
  return technicianAccountId !== null && technicianAccountId === accountId;
}

/**
 * Whether an entry is there. Ids are made by phones: one that is taken is the same entry again, or a phone that repeats
 * another's.
 * @throws Conflict where it is another technician's
 */
async function isTakenIn(tx: Tx, { districtId }: Scope, id: string, technicianId: string): Promise<boolean> {
  const [entry] = await tx.query<{ isOwn: boolean }[]>(
    `SELECT technician_id = $3 AS "isOwn" FROM time_entries WHERE district_id = $1 AND id = $2`,
    [districtId, id, technicianId],
  );
  if (entry && !entry.isOwn)
    throw new Conflict(
      'Another time entry already has this id. Send your entry with a new id.',
      'TIME_ID_TAKEN',
    );
  return entry !== undefined;
}
