import { may } from '../../access/scope.js';
import { defineSteps, type Reach } from '../../steps/step-machine.js';
import { TIME_ENTRY_STATES, type TimeEntryState } from '../entities/time-entry.entities.js';

/** What an entry says. Each version of it is in the history. */
export interface Said {
  /** Null for what is for no site. */
  siteId: string | null;
  startsAt: Date;
  endsAt: Date;
  /** Key of a kind of work. */
  work: string;
  note: string | null;
}

/** A locked entry, with the facts that decide who may change it. */
export interface TimeEntryFacts extends Said {
  /** Code of the site. */
  site: string | null;
  technicianId: string;
  technicianAccountId: string | null;
  homeSiteId: string;
}

/**
 * An account's own entries, and those at its sites. Who approves time reaches all entries of whoever is at home there;
 * where they are on other days is nobody else's matter.
 */
const reach: Reach = (scope) => ({
  sql: `($3::uuid[] IS NULL OR t.site_id = ANY ($3)
     OR EXISTS (SELECT 1 FROM technicians p
                 WHERE p.district_id = $1 AND p.id = t.technician_id
                   AND (p.account_id = $4 OR ($5::boolean AND p.home_site_id = ANY ($3)))))`,
  parameters: [scope.sites === 'all' ? null : [...scope.sites], scope.accountId, may(scope, 'time:approve')],
});

/** Technicians report and correct, and whoever approves time approves. What is corrected has to be approved again. */
export const TIME_ENTRY_STEPS = defineSteps<TimeEntryState, TimeEntryFacts>({
  kind: 'time_entry',
  table: 'time_entries',
  name: 'The time entry',
  codes: { notFound: 'TIME_ENTRY_NOT_FOUND', wrongState: 'TIME_ENTRY_WRONG_STATE' },
  noteField: 'reason',
  states: TIME_ENTRY_STATES,
  starts: 'reported',
  ways: [
    { step: 'correct', from: ['reported', 'approved'], to: 'reported', needsNote: true },
    { step: 'correct', from: 'withdrawn', to: 'withdrawn', needsNote: true },
    { step: 'withdraw', from: TIME_ENTRY_STATES, to: 'withdrawn', needsNote: true },
    { step: 'restore', from: TIME_ENTRY_STATES, to: 'reported', needsNote: true },
    { step: 'approve', from: 'reported', to: 'approved', needs: 'time:approve' },
  ],
  reach,
  columns: {
    siteId: 't.site_id',
    site: '(SELECT s.code FROM sites s WHERE s.district_id = $1 AND s.id = t.site_id)',
    startsAt: 't.starts_at',
    endsAt: 't.ends_at',
    work: 't.work',
    note: 't.note',
    technicianId: 't.technician_id',
    technicianAccountId:
      '(SELECT p.account_id FROM technicians p WHERE p.district_id = $1 AND p.id = t.technician_id)',
    homeSiteId:
      '(SELECT p.home_site_id FROM technicians p WHERE p.district_id = $1 AND p.id = t.technician_id)',
  },
});
