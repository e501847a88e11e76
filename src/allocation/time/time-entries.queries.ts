import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import { may, type Scope, siteFilter } from '../../access/scope.js';
import { startOfDate } from '../../common/time/clock.js';
import type { Page } from '../../common/paging.js';
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

const ENTRIES = list<StoredEntry, TimeEntriesQuery & { withdrawn?: boolean }>({
  name: 'time entries',
  select: `
    SELECT e.id, e.technician_id AS "technicianId", t.name AS technician, s.code AS site, e.site_id AS "siteId",
           e.starts_at AS "startsAt", e.ends_at AS "endsAt",
           (extract(epoch FROM e.ends_at - e.starts_at) / 60)::int AS minutes, e.work, e.note, e.version,
           e.withdrawn_at AS "withdrawnAt", e.approved_at AS "approvedAt", e.approved_by AS "approvedBy",
           t.account_id AS "technicianAccountId", t.home_site_id AS "homeSiteId"
      FROM time_entries e
      JOIN technicians t ON t.district_id = $1 AND t.id = e.technician_id
      LEFT JOIN sites s ON s.district_id = $1 AND s.id = e.site_id
     WHERE e.district_id = $1`,
  // One's own, and those at one's sites. Who approves sees all of whoever is at home there; where they are on other
  // days is nobody else's matter.
  reach: (param, { scope }) => {
    const sites = param(siteFilter(scope));
    return `${sites}::uuid[] IS NULL OR e.site_id = ANY (${sites}) OR t.account_id = ${param(scope.accountId)}
         OR (${param(may(scope, 'time:approve'))}::boolean AND t.home_site_id = ANY (${sites}))`;
  },
  filters: {
    technicianId: (id, param) => `e.technician_id = ${param(id)}`,
    site: (code, param) => `s.code = ${param(code)}`,
    from: (day, param, { scope }) => `e.starts_at >= ${param(startOfDate(scope.timeZone, day))}`,
    to: (day, param, { scope }) => `e.starts_at < ${param(startOfDate(scope.timeZone, daysAfter(day, 1)))}`,
    approved: (approved) => (approved ? 'e.approved_at IS NOT NULL' : 'e.approved_at IS NULL'),
    withdrawn: (withdrawn) => (withdrawn ? 'e.withdrawn_at IS NOT NULL' : 'e.withdrawn_at IS NULL'),
  },
  sorts: { startsAt: ['e.starts_at', 'e.id'] },
  id: 'e.id',
});

@Injectable()
export class TimeEntriesQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
  ) {}

  /** Latest first; what was withdrawn is left out. */
  list(scope: Scope, query: TimeEntriesQuery): Promise<Page<TimeEntryView>> {
    return this.lists.answer(ENTRIES, scope, { ...query, withdrawn: false }, (rows) => rows.map(viewOf));
  }

  async find(scope: Scope, id: string): Promise<TimeEntryDetail> {
    const entry = await this.one(scope, id);
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
    return this.one(scope, id, tx, 'FOR NO KEY UPDATE OF e');
  }

  private async one(scope: Scope, id: string, db?: Statements, lock?: string): Promise<StoredEntry> {
    const row = await this.lists.find(ENTRIES, scope, id, db, lock);
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
