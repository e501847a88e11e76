import { Injectable } from '@nestjs/common';
import { may, reaches, type Scope } from '../../access/scope.js';
import { Clock, dateIn } from '../../common/time/clock.js';
import { explainConstraint } from '../../common/constraint-refusals.js';
import { StaleVersion } from '../../common/http/etag.js';
import { definedFields } from '../../common/defined-fields.js';
import { newId } from '../../common/ids.js';
import { Conflict, Forbidden } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { siteIdsByCode } from '../../sites/site-codes.js';
import { wrongField } from '../../sites/sites.errors.js';
import type { ApprovalBody, NewTimeEntryBody, TimeCorrectionBody } from './time-entries.dto.js';
import { type StoredEntry, TimeEntriesQueries, type TimeEntryDetail } from './time-entries.queries.js';
import { WorkKinds } from './work-kinds.service.js';

/** What became of an entry that somebody approved. */
export interface ApprovalResult {
  index: number;
  id: string;
  outcome: 'approved' | 'refused';
  code?: string;
  detail?: string;
}

/** What an entry says. */
interface Said {
  siteId: string | null;
  startsAt: Date;
  endsAt: Date;
  work: string;
  note: string | null;
}

/** A clock that runs ahead a little is no lie. */
const AHEAD_MS = 60_000;

explainConstraint(
  'time_entries_one_at_a_time',
  () => new Conflict('Another entry of the technician is of the same time; correct that one.', 'TIME_TAKEN'),
);
explainConstraint('time_entries_ordered', () =>
  wrongField('endsAt', 'NO_VISIT', 'after the start, and within a day of it'),
);

/** Technicians report their time; corrections are kept, and what was corrected is approved anew. */
@Injectable()
export class TimeEntries {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: TimeEntriesQueries,
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
        `INSERT INTO time_entries (district_id, id, technician_id, site_id, starts_at, ends_at, work, note, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (district_id, id) DO NOTHING RETURNING 1`,
        [scope.districtId, id, technicianId, ...valuesOf(said), scope.accountId],
      );
      if (rows.length > 0)
        await keepRevision(tx, scope, { id, version: 1, said, reason: null, isWithdrawn: false });
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
    await this.transactions.run(async (tx) => {
      const before = await this.queries.lock(tx, scope, id);
      this.assertMayChange(scope, before);
      if (version !== null && version !== before.version)
        throw new StaleVersion('The time entry', before.version);
      const after = { ...before, ...definedFields(changes) };
      const isElsewhere =
        after.site !== before.site || after.startsAt.getTime() !== before.startsAt.getTime();
      const said = await this.said(tx, scope, before.technicianId, after, isElsewhere ? null : before.siteId);
      const isWithdrawn = withdrawn ?? before.withdrawnAt !== null;
      await tx.query(
        `UPDATE time_entries SET site_id = $3, starts_at = $4, ends_at = $5, work = $6, note = $7,
                version = version + 1, recorded_at = $10, recorded_by = $8, approved_at = NULL, approved_by = NULL,
                withdrawn_at = CASE WHEN $9::boolean THEN coalesce(withdrawn_at, $10) END
          WHERE district_id = $1 AND id = $2`,
        [scope.districtId, id, ...valuesOf(said), scope.accountId, isWithdrawn, tx.at],
      );
      await keepRevision(tx, scope, { id, version: before.version + 1, said, reason, isWithdrawn });
    });
    return this.queries.find(scope, id);
  }

  /** Approves entries as they were read, each for itself; nobody approves their own. */
  async approve(scope: Scope, entries: readonly ApprovalBody[]): Promise<ApprovalResult[]> {
    const rows = await this.transactions.run(async (tx) => {
      const [approved] = await tx.query<[ApprovalBody[], number]>(
        `UPDATE time_entries e
            SET approved_at = coalesce(e.approved_at, $5), approved_by = coalesce(e.approved_by, $2)
           FROM jsonb_to_recordset($3::jsonb) AS n (id uuid, version integer), technicians t
          WHERE e.district_id = $1 AND e.id = n.id AND e.version = n.version AND e.withdrawn_at IS NULL
            AND t.district_id = $1 AND t.id = e.technician_id AND t.account_id IS DISTINCT FROM $2
            AND ($4::uuid[] IS NULL OR t.home_site_id = ANY ($4) OR e.site_id = ANY ($4))
          RETURNING e.id, e.version`,
        [
          scope.districtId,
          scope.accountId,
          JSON.stringify(entries),
          scope.sites === 'all' ? null : [...scope.sites],
          tx.at,
        ],
      );
      return approved;
    });
    const done = new Set(rows.map(({ id, version }) => `${id} ${version}`));
    return entries.map(({ id, version }, index) =>
      done.has(`${id} ${version}`)
        ? { index, id, outcome: 'approved' }
        : {
            index,
            id,
            outcome: 'refused',
            code: 'NOT_APPROVED',
            detail: 'it is not there, was corrected since you read it, or is your own; read it again',
          },
    );
  }

  private assertMayChange(scope: Scope, entry: StoredEntry): void {
    if (entry.technicianAccountId !== null && entry.technicianAccountId === scope.accountId) return;
    if (may(scope, 'time:approve') && reaches(scope, entry.homeSiteId)) return;
    throw new Forbidden('Only the technician, or who approves their time, corrects an entry.', 'NOT_YOURS');
  }

  /** The technician that is named, where the caller may report for them; else the caller's own. */
  private async technicianOf(tx: Tx, scope: Scope, named: string | undefined): Promise<string> {
    const [row] = await tx.query<{ id: string; accountId: string | null; homeSiteId: string }[]>(
      `SELECT id, account_id AS "accountId", home_site_id AS "homeSiteId" FROM technicians
        WHERE district_id = $1 AND CASE WHEN $2::uuid IS NULL THEN account_id = $3 ELSE id = $2 END`,
      [scope.districtId, named ?? null, scope.accountId],
    );
    if (!row && named === undefined)
      throw wrongField('technicianId', 'NO_TECHNICIAN', 'you are no technician; say whose time it is');
    const isOwn = row?.accountId != null && row.accountId === scope.accountId;
    if (!row || (!isOwn && !(may(scope, 'time:approve') && reaches(scope, row.homeSiteId))))
      throw wrongField('technicianId', 'UNKNOWN_TECHNICIAN', 'you, or somebody whose time you approve');
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
      throw wrongField('endsAt', 'NOT_YET', 'not ahead of now');
    if (site === null && !kind.isAside)
      throw wrongField('site', 'SITE_MISSING', `${kind.name} is for a site: say which`);
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
        `${site} is not among your sites, and you were not sent there`,
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

function valuesOf({ siteId, startsAt, endsAt, work, note }: Said): unknown[] {
  return [siteId, startsAt, endsAt, work, note];
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
      'This id is that of another entry; send yours with an id of its own.',
      'TIME_ID_TAKEN',
    );
  return entry !== undefined;
}

async function keepRevision(
  tx: Tx,
  { districtId, accountId }: Scope,
  {
    id,
    version,
    said,
    reason,
    isWithdrawn,
  }: { id: string; version: number; said: Said; reason: string | null; isWithdrawn: boolean },
): Promise<void> {
  await tx.query(
    `INSERT INTO time_entry_revisions (district_id, entry_id, version, site_id, starts_at, ends_at, work, note, reason,
            is_withdrawn, recorded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [districtId, id, version, ...valuesOf(said), reason, isWithdrawn, accountId],
  );
}
