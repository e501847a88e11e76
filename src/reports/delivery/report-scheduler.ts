import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/time/clock.js';
import { eachDistrict } from '../../database/each-district.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { PeriodicWork } from '../../periodic/periodic-work.js';
import { ReportOutputs } from '../outputs/report-outputs.service.js';
import { nextRun, type Schedule } from '../../common/time/schedule.js';

const EVERY_MS = 5_000;
const AT_ONCE = 50;

interface DueReport {
  id: string;
  schedule: Schedule;
  dueAt: Date;
  timeZone: string;
}

/** Has reports made when they are due, in whichever process gets there first. */
@Injectable()
export class ReportScheduler implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly periodic: PeriodicWork,
    private readonly clock: Clock,
    private readonly outputs: ReportOutputs,
  ) {}

  onModuleInit(): void {
    this.periodic.register({ name: 'making reports', everyMs: EVERY_MS, run: () => this.makeDue() });
  }

  /** What was due while nothing ran is made once, for the latest time it was due. Returns how many were due. */
  async makeDue(): Promise<number> {
    let made = 0;
    const make = async (districtId: string): Promise<void> => {
      let due: number;
      do made += due = await this.transactions.run((tx) => this.makeWithin(tx, districtId));
      while (due === AT_ONCE);
    };
    await eachDistrict(this.source, make, {
      sql: `SELECT DISTINCT district_id AS id FROM saved_reports WHERE next_run_at <= $1 AND archived_at IS NULL`,
      parameters: [this.clock.now()],
    });
    return made;
  }

  private async makeWithin(tx: Tx, districtId: string): Promise<number> {
    const due = await tx.query<DueReport[]>(
      `SELECT r.id, r.schedule, r.next_run_at AS "dueAt", d.time_zone AS "timeZone"
         FROM saved_reports r JOIN districts d ON d.id = $1
        WHERE r.district_id = $1 AND r.next_run_at <= $2 AND r.archived_at IS NULL
        ORDER BY r.next_run_at LIMIT ${AT_ONCE} FOR UPDATE OF r SKIP LOCKED`,
      [districtId, tx.at],
    );
    for (const { id: reportId, dueAt } of due)
      await this.outputs.beginWithin(tx, { districtId, reportId, dueAt, by: null });
    const next = due.map(({ id, schedule, timeZone }) => ({
      id,
      next_run_at: nextRun(schedule, timeZone, tx.at),
    }));
    await tx.query(
      `UPDATE saved_reports r SET next_run_at = n.next_run_at
         FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, next_run_at timestamptz)
        WHERE r.district_id = $1 AND r.id = n.id`,
      [districtId, JSON.stringify(next)],
    );
    return due.length;
  }
}
