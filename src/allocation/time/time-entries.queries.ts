import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import { may, type Scope, siteFilter } from '../../access/scope.js';
import { startOfDate } from '../../common/time/clock.js';
import type { Page } from '../../common/paging.js';
import { NotFound } from '../../common/refusal.js';
import { stepsOf, type StepView } from '../../steps/step-history.js';
import { daysAfter } from '../../common/time/days-and-times.js';
import type { TimeEntriesQuery } from './time-entries.dto.js';
import { type Said, TIME_ENTRY_STEPS } from './time-entry-steps.js';

/** A time entry of a technician: the work, the site, and the start and end. */
export interface TimeEntryView {
  id: string;
  technicianId: string;
  technician: string;
  /** Code of the site. Null for work that is not for a site. */
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

/** How a time entry looked after it was created or changed. Each change creates a new version. */
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
  /** All versions of the entry, oldest first. */
  revisions: TimeRevisionView[];
  /** The steps of the entry, with approvals, oldest first. */
  steps: Omit<StepView, 'details'>[];
}

const ENTRIES = list<TimeEntryView, TimeEntriesQuery & { withdrawn?: boolean }>({
  name: 'time entries',
  select: `
    SELECT e.id, e.technician_id AS "technicianId", t.name AS technician, s.code AS site, e.starts_at AS "startsAt",
           e.ends_at AS "endsAt", (extract(epoch FROM e.ends_at - e.starts_at) / 60)::int AS minutes, e.work, e.note,
           e.version, CASE WHEN e.state = 'withdrawn' THEN h.taken_at END AS "withdrawnAt",
           CASE WHEN e.state = 'approved' THEN h.taken_at END AS "approvedAt",
           CASE WHEN e.state = 'approved' THEN h.taken_by END AS "approvedBy"
      FROM time_entries e
      JOIN technicians t ON t.district_id = $1 AND t.id = e.technician_id
      LEFT JOIN sites s ON s.district_id = $1 AND s.id = e.site_id
      LEFT JOIN steps_taken h ON h.district_id = $1 AND h.subject_kind = 'time_entry' AND h.subject_id = e.id
                             AND h.version = e.version
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
    approved: (approved) => (approved ? `e.state = 'approved'` : `e.state <> 'approved'`),
    withdrawn: (withdrawn) => (withdrawn ? `e.state = 'withdrawn'` : `e.state <> 'withdrawn'`),
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
    return this.lists.answer(ENTRIES, scope, { ...query, withdrawn: false });
  }

  async find(scope: Scope, id: string): Promise<TimeEntryDetail> {
    const entry = await this.lists.find(ENTRIES, scope, id);
    if (!entry) throw new NotFound('The time entry', 'TIME_ENTRY_NOT_FOUND');
    const steps = await stepsOf(this.source.manager, scope, TIME_ENTRY_STEPS, id);
    // An approval changes nothing that the entry says.
    const said = steps.filter(({ step }) => step !== 'approve');
    const sites = await this.source.query<{ id: string; code: string }[]>(
      `SELECT id, code FROM sites WHERE district_id = $1 AND id = ANY ($2::uuid[])`,
      [scope.districtId, said.map(({ details }) => (details as Said).siteId).filter(Boolean)],
    );
    return {
      ...entry,
      revisions: said.map((step) => revisionOf(step, sites)),
      steps: steps.map(({ details: _, ...step }) => step),
    };
  }
}

function revisionOf(
  { version, to, note: reason, details, takenAt, takenBy }: StepView,
  sites: readonly { id: string; code: string }[],
): TimeRevisionView {
  const { siteId, startsAt, endsAt, work, note } = details as Said;
  return {
    version,
    site: sites.find(({ id }) => id === siteId)?.code ?? null,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    work,
    note,
    reason,
    isWithdrawn: to === 'withdrawn',
    recordedAt: takenAt,
    recordedBy: takenBy,
  };
}
