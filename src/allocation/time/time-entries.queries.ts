import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { may, type Scope, siteFilter } from '../../access/scope.js';
import { startOfDate } from '../../common/time/clock.js';
import { cursorKey, decodeCursor, type Keyed, type Page, pageByKey } from '../../common/paging.js';
import { NotFound } from '../../common/refusal.js';
import type { Statements, Tx } from '../../database/tx.js';
import { daysAfter } from '../models/option-days.js';
import type { TimeEntriesQuery } from './time-entries.dto.js';

/** What a technician did, where, from when to when. */
export interface TimeEntryView {
  id: string;
  technicianId: string;
  technician: string;
  /** Code of the site; null for what is for none. */
  site: string | null;
  startsAt: Date;
  endsAt: Date;
  minutes: number;
  /** Key of a kind of work. */
  work: string;
  note: string | null;
  version: number;
  withdrawnAt: Date | null;
  approvedAt: Date | null;
  approvedBy: string | null;
}

/** What was said of an entry at one time. */
export interface TimeRevisionView {
  version: number;
  site: string | null;
  startsAt: Date;
  endsAt: Date;
  work: string;
  note: string | null;
  /** Why it was corrected. */
  reason: string | null;
  isWithdrawn: boolean;
  recordedAt: Date;
  recordedBy: string | null;
}

export interface TimeEntryDetail extends TimeEntryView {
  /** Oldest first. */
  revisions: TimeRevisionView[];
}

/** An entry, with what decides who may change it. */
export interface StoredEntry extends TimeEntryView {
  siteId: string | null;
  technicianAccountId: string | null;
  homeSiteId: string;
}

/**
 * Entries `e` of technicians `t` that the account `$3` with the sites `$2` may see: its own, and those at its sites. Who
 * approves (`$4`) sees all of whoever is at home there; where they are on other days is nobody else's matter.
 */
const COLUMNS = `
         e.id, e.technician_id AS "technicianId", t.name AS technician, s.code AS site, e.site_id AS "siteId",
         e.starts_at AS "startsAt", e.ends_at AS "endsAt",
         (extract(epoch FROM e.ends_at - e.starts_at) / 60)::int AS minutes, e.work, e.note, e.version,
         e.withdrawn_at AS "withdrawnAt", e.approved_at AS "approvedAt", e.approved_by AS "approvedBy",
         t.account_id AS "technicianAccountId", t.home_site_id AS "homeSiteId"`;

const FROM = `
    FROM time_entries e
    JOIN technicians t ON t.district_id = $1 AND t.id = e.technician_id
    LEFT JOIN sites s ON s.district_id = $1 AND s.id = e.site_id
   WHERE e.district_id = $1
     AND ($2::uuid[] IS NULL OR e.site_id = ANY ($2) OR t.account_id = $3
       OR ($4::boolean AND t.home_site_id = ANY ($2)))`;

@Injectable()
export class TimeEntriesQueries {
  constructor(private readonly source: DataSource) {}

  /** Latest first; what was withdrawn is left out. */
  async list(scope: Scope, query: TimeEntriesQuery): Promise<Page<TimeEntryView>> {
    const { limit, cursor, technicianId, site, from, to, approved } = query;
    const [startsAt, id] = cursor ? decodeCursor('time', cursor, 2) : [null, null];
    const after = to ? daysAfter(to, 1) : undefined;
    const rows = await this.source.query<Keyed<StoredEntry>[]>(
      `SELECT ${COLUMNS}, ${cursorKey('e.starts_at', 'e.id')} ${FROM} AND e.withdrawn_at IS NULL
         AND ($5::uuid IS NULL OR e.technician_id = $5) AND ($6::text IS NULL OR s.code = $6)
         AND ($7::timestamptz IS NULL OR e.starts_at >= $7) AND ($8::timestamptz IS NULL OR e.starts_at < $8)
         AND ($9::boolean IS NULL OR (e.approved_at IS NOT NULL) = $9)
         AND ($10::timestamptz IS NULL OR (e.starts_at, e.id) < ($10, $11::uuid))
       ORDER BY e.starts_at DESC, e.id DESC LIMIT $12`,
      [
        scope.districtId,
        siteFilter(scope),
        scope.accountId,
        may(scope, 'time:approve'),
        technicianId ?? null,
        site ?? null,
        from ? startOfDate(scope.timeZone, from) : null,
        after ? startOfDate(scope.timeZone, after) : null,
        approved ?? null,
        startsAt,
        id,
        limit + 1,
      ],
    );
    const page = pageByKey<StoredEntry>(rows, limit, 'time');
    return { ...page, items: page.items.map(viewOf) };
  }

  async find(scope: Scope, id: string): Promise<TimeEntryDetail> {
    const entry = await this.one(this.source.manager, scope, id, '');
    const revisions = await this.source.query<TimeRevisionView[]>(
      `SELECT r.version, s.code AS site, r.starts_at AS "startsAt", r.ends_at AS "endsAt", r.work, r.note, r.reason,
              r.is_withdrawn AS "isWithdrawn", r.recorded_at AS "recordedAt", r.recorded_by AS "recordedBy"
         FROM time_entry_revisions r
         LEFT JOIN sites s ON s.district_id = $1 AND s.id = r.site_id
        WHERE r.district_id = $1 AND r.entry_id = $2 ORDER BY r.version`,
      [scope.districtId, id],
    );
    return { ...viewOf(entry), revisions };
  }

  lock(tx: Tx, scope: Scope, id: string): Promise<StoredEntry> {
    return this.one(tx, scope, id, 'FOR NO KEY UPDATE OF e');
  }

  private async one(
    db: Statements,
    scope: Scope,
    id: string,
    lock: '' | 'FOR NO KEY UPDATE OF e',
  ): Promise<StoredEntry> {
    const [row] = await db.query<StoredEntry[]>(`SELECT ${COLUMNS} ${FROM} AND e.id = $5 ${lock}`, [
      scope.districtId,
      siteFilter(scope),
      scope.accountId,
      may(scope, 'time:approve'),
      id,
    ]);
    if (!row) throw new NotFound('The time entry', 'TIME_ENTRY_NOT_FOUND');
    return row;
  }
}

function viewOf({
  siteId: _,
  technicianAccountId: _account,
  homeSiteId: _home,
  ...view
}: StoredEntry): TimeEntryView {
  return view;
}
