import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../common/time/clock.js';
import { Transactions } from '../../database/transactions.js';
import { PeriodicWork } from '../../periodic/periodic-work.js';
import { ReportMail } from './report-mail.js';
import { ReportOutputs } from '../outputs/report-outputs.service.js';
import { nextRun, type Schedule } from './schedule.js';

const EVERY_MS = 5_000;
const AT_ONCE = 50;

interface DueReport {
  districtId: string;
  id: string;
  schedule: Schedule;
  dueAt: Date;
  timeZone: string;
}

/** Has reports made when they are due and sends what was made, in whichever process gets there first. */
@Injectable()
export class ReportScheduler implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly periodic: PeriodicWork,
    private readonly clock: Clock,
    private readonly outputs: ReportOutputs,
    private readonly mail: ReportMail,
  ) {}

  /** Two tasks, because a mail server that does not answer holds up the letters, and must not hold up the reports. */
  onModuleInit(): void {
    this.periodic.register({ name: 'making reports', everyMs: EVERY_MS, run: () => this.makeAllDue() });
    // A letter on its way may take longer than a process has to stop; it is marked unsure then.
    this.periodic.register({
      name: 'sending letters',
      everyMs: EVERY_MS,
      run: (isStopping) => this.mail.sendDue(isStopping),
    });
  }

  /** What was due while nothing ran is made once, for the latest time it was due. */
  async makeDue(): Promise<number> {
    const now = this.clock.now();
    return this.transactions.run(async (tx) => {
      const due = await tx.query<DueReport[]>(
        `SELECT r.district_id AS "districtId", r.id, r.schedule, r.next_run_at AS "dueAt", d.time_zone AS "timeZone"
           FROM saved_reports r JOIN districts d ON d.id = r.district_id
          WHERE r.next_run_at <= $1 AND r.archived_at IS NULL
          ORDER BY r.next_run_at LIMIT ${AT_ONCE} FOR UPDATE OF r SKIP LOCKED`,
        [now],
      );
      for (const { districtId, id: reportId, dueAt } of due)
        await this.outputs.beginWithin(tx, { districtId, reportId, dueAt, by: null });
      await tx.query(
        `UPDATE saved_reports r SET next_run_at = n.next_run_at
           FROM jsonb_to_recordset($1::jsonb) AS n ("districtId" uuid, id uuid, next_run_at timestamptz)
          WHERE r.district_id = n."districtId" AND r.id = n.id`,
        [
          JSON.stringify(
            due.map(({ districtId, id, schedule, timeZone }) => ({
              districtId,
              id,
              next_run_at: nextRun(schedule, timeZone, now),
            })),
          ),
        ],
      );
      return due.length;
    });
  }

  private async makeAllDue(): Promise<void> {
    while ((await this.makeDue()) === AT_ONCE);
  }
}
