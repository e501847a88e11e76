import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../access/scope.js';
import { dateIn } from '../../common/time/clock.js';
import { newId } from '../../common/ids.js';
import { Conflict, NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { JobRun } from '../../jobs/job-run.js';
import { JobsService, type JobView } from '../../jobs/jobs.service.js';
import { schoolYearOf } from '../../common/time/school-year.js';
import { AllocationSettingsService } from '../settings/allocation-settings.service.js';
import { endCoversOfEnded, passCoversOn } from '../technicians/ended-covers.js';
import { type Days, schoolYearDays } from '../models/option-days.js';
import { type Bought, type Engaged, propose, type Proposal, type ProposedTechnician } from './proposal.js';

const KIND = 'allocation.proposal';

const BOUGHT = `
  SELECT b.id AS "purchaseId", b.site_id AS "siteId", s.code AS site, s.name AS "siteName", s.latitude, s.longitude,
         b.unit, b.amount, b.starts_on AS "startsOn", b.ends_on AS "endsOn"
    FROM support_purchases b
    JOIN sites s ON s.district_id = $1 AND s.id = b.site_id
   WHERE b.district_id = $1 AND b.school_year = $2 AND b.state IN ('approved', 'encumbered')
   ORDER BY s.code, b.id`;

const TECHNICIANS = `
  SELECT t.id, t.name, t.weekdays, t.starts_on AS "startsOn", t.ends_on AS "endsOn", s.latitude, s.longitude
    FROM technicians t
    JOIN sites s ON s.district_id = $1 AND s.id = t.home_site_id
   WHERE t.district_id = $1 AND t.starts_on <= $3 AND coalesce(t.ends_on >= $2, true)
   ORDER BY t.name, t.id`;

const ENGAGED = `
  SELECT a.technician_id AS "technicianId", a.site_id AS "siteId", a.purchase_id AS "purchaseId", a.weekday,
         a.starts_on AS "startsOn", a.ends_on AS "endsOn"
    FROM support_assignments a
   WHERE a.district_id = $1 AND a.cancelled_at IS NULL AND a.is_fixed AND a.starts_on <= $3 AND a.ends_on >= $2
   ORDER BY a.id`;

/** Fills technicians' weeks with the days that are bought, as a job; a person accepts what it says, or not. */
@Injectable()
export class AssignmentProposals implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly jobs: JobsService,
    private readonly settings: AllocationSettingsService,
  ) {}

  onModuleInit(): void {
    this.jobs.register(KIND, { seenBy: 'settings:edit', run: (run) => this.run(run) });
  }

  async start({ districtId, accountId }: Scope, schoolYear: string): Promise<JobView> {
    const year = schoolYearOf(schoolYear);
    const id = await this.transactions.run((tx) =>
      this.jobs.createWithin(tx, {
        districtId,
        kind: KIND,
        lane: 'proposals',
        subjectId: newId(),
        input: { schoolYear, year },
        createdBy: accountId,
      }),
    );
    return this.jobs.view(districtId, id);
  }

  /**
   * Makes a proposal the plan: what was placed before and is not fixed goes, what it places comes.
   * @throws Conflict where what it was made from has changed
   */
  async accept({ districtId, accountId, timeZone }: Scope, jobId: string): Promise<{ assignments: number }> {
    const proposal = await this.find(districtId, jobId);
    const { startsOn, endsOn } = schoolYearDays(schoolYearOf(proposal.schoolYear));
    const rows = proposal.assignments.map((assignment) => ({ ...assignment, id: newId() }));
    return this.transactions.run(async (tx) => {
      await tx.query(
        `UPDATE support_assignments SET cancelled_at = $4
          WHERE district_id = $1 AND cancelled_at IS NULL AND NOT is_fixed AND starts_on <= $3 AND ends_on >= $2`,
        [districtId, startsOn, endsOn, tx.at],
      );
      const made = await tx.query<unknown[]>(
        `INSERT INTO support_assignments (district_id, id, technician_id, site_id, purchase_id, weekday, starts_on,
                ends_on, is_fixed, created_by)
         SELECT $1::uuid, n.id, n."technicianId", b.site_id, b.id, n.weekday, n."startsOn", n."endsOn", false, $3::uuid
           FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, "technicianId" uuid, "purchaseId" uuid, weekday smallint,
                "startsOn" date, "endsOn" date)
           JOIN support_purchases b ON b.district_id = $1 AND b.id = n."purchaseId"
            AND b.state IN ('approved', 'encumbered')
           JOIN technicians t ON t.district_id = $1 AND t.id = n."technicianId" AND n.weekday = ANY (t.weekdays)
            AND t.starts_on <= n."startsOn" AND coalesce(t.ends_on >= n."endsOn", true)
         RETURNING 1`,
        [districtId, JSON.stringify(rows), accountId],
      );
      if (made.length !== rows.length)
        throw new Conflict(
          'Some purchases of this proposal were canceled, or a technician is no longer available. Create a new proposal.',
          'PROPOSAL_STALE',
        );
      const today = dateIn(timeZone, tx.at);
      await passCoversOn(tx, districtId, today);
      await endCoversOfEnded(tx, districtId, today);
      return { assignments: made.length };
    });
  }

  private async find(districtId: string, jobId: string): Promise<Proposal> {
    const job = await this.jobs.view(districtId, jobId);
    if (job.kind !== KIND) throw new NotFound('The proposal', 'PROPOSAL_NOT_FOUND');
    if (job.state !== 'done')
      throw new Conflict(`The proposal is not ready. Its job is ${job.state}.`, 'PROPOSAL_NOT_DONE');
    return job.result as Proposal;
  }

  private async run(run: JobRun): Promise<Proposal> {
    const { districtId, input } = run.job;
    const { schoolYear, year } = input as { schoolYear: string; year: number };
    const days: Days = schoolYearDays(year);
    const between = [districtId, days.startsOn, days.endsOn];
    const bought = await this.source.query<Bought[]>(BOUGHT, [districtId, year]);
    const technicians = await this.source.query<ProposedTechnician[]>(TECHNICIANS, between);
    const engaged = await this.source.query<Engaged[]>(ENGAGED, between);
    const { reserveShare } = await this.settings.find(districtId);
    return propose({ schoolYear, reserveShare, bought, technicians, engaged }, (done, total) =>
      run.progress('placing', done, total),
    );
  }
}
