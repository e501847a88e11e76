import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PrincipalsService } from '../../access/principals.service.js';
import type { Scope } from '../../access/scope.js';
import { newId } from '../../common/ids.js';
import { Forbidden, NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import type { JobRun } from '../../jobs/job-run.js';
import { JobsService, type JobView } from '../../jobs/jobs.service.js';
import { ReportLetters } from '../delivery/report-letters.js';
import type { OutputState } from '../entities/report-output.entities.js';
import { ReportKinds } from '../report-kinds.js';
import { SavedReports } from '../saved/saved-reports.service.js';

const KIND = 'reports.make';

interface Making {
  reportId: string;
  kind: string;
  parameters: Record<string, unknown>;
  recipients: string[];
  ownerId: string;
  state: OutputState;
  rows: number | null;
}

/** Makes outputs as jobs, and keeps them. */
@Injectable()
export class ReportOutputs implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly jobs: JobsService,
    private readonly kinds: ReportKinds,
    private readonly reports: SavedReports,
    private readonly principals: PrincipalsService,
    private readonly letters: ReportLetters,
  ) {}

  onModuleInit(): void {
    this.jobs.register(KIND, {
      seenBy: 'reports:edit',
      run: (run) => this.make(run),
      ended: (tx, job, state, problem) => this.end(tx, job, state, problem?.detail ?? null),
    });
  }

  /** Has a report made now. */
  async start(scope: Scope, reportId: string): Promise<JobView & { outputId: string }> {
    await this.reports.find(scope, reportId);
    const { id, jobId } = await this.transactions.run((tx) =>
      this.beginWithin(tx, { districtId: scope.districtId, reportId, dueAt: null, by: scope.accountId }),
    );
    return { ...(await this.jobs.view(scope.districtId, jobId)), outputId: id };
  }

  /** Puts an output on the way. Of one instant of a schedule there is one, whoever comes first. */
  async beginWithin(
    tx: Tx,
    of: { districtId: string; reportId: string; dueAt: Date | null; by: string | null },
  ): Promise<{ id: string; jobId: string }> {
    const id = newId();
    const jobId = await this.jobs.createWithin(tx, {
      districtId: of.districtId,
      kind: KIND,
      lane: `report ${of.reportId}`,
      subjectId: id,
      createdBy: of.by,
    });
    await tx.query(
      `INSERT INTO report_outputs (district_id, id, report_id, due_at, job_id) VALUES ($1, $2, $3, $4, $5)`,
      [of.districtId, id, of.reportId, of.dueAt, jobId],
    );
    return { id, jobId };
  }

  private async make(run: JobRun): Promise<{ outputId: string; rows: number }> {
    const { districtId, subjectId: outputId } = run.job;
    const making = await this.making(districtId, outputId);
    // A worker that died between the two commits had made it already.
    if (making.state === 'made') return { outputId, rows: making.rows ?? 0 };
    const scope = await this.principals.byAccount(districtId, making.ownerId);
    if (!scope)
      throw new Forbidden(
        'The account that owns this report is disabled. Save the report again with another account.',
        'OWNER_GONE',
      );
    const { head, rows } = await this.kinds.run(scope, making.kind, making.parameters);
    // What an attempt before this one had stored, and was killed over.
    await this.transactions.run(async (tx) => {
      await run.holdWithin(tx);
      await tx.query(`DELETE FROM report_output_parts WHERE district_id = $1 AND output_id = $2`, [
        districtId,
        outputId,
      ]);
    });
    let part = 0;
    let count = 0;
    for await (const batch of rows) {
      count += batch.length;
      await this.transactions.run(async (tx) => {
        await run.progressWithin(tx, 'making', count, null);
        await tx.query(
          `INSERT INTO report_output_parts (district_id, output_id, part, rows) VALUES ($1, $2, $3, $4::jsonb)`,
          [districtId, outputId, part, JSON.stringify(batch)],
        );
      });
      part += 1;
    }
    await this.transactions.run(async (tx) => {
      await run.holdWithin(tx);
      const [, made] = await tx.query<[unknown, number]>(
        `UPDATE report_outputs SET state = 'made', head = $3::jsonb, rows = $4, known_at = $5, made_at = $6
          WHERE district_id = $1 AND id = $2 AND state = 'making'`,
        [districtId, outputId, JSON.stringify(head), count, head.knownAt, tx.at],
      );
      if (made === 1) await this.letters.sendWithin(tx, districtId, outputId, making.recipients);
    });
    return { outputId, rows: count };
  }

  private async making(districtId: string, id: string): Promise<Making> {
    const [row] = await this.source.query<Making[]>(
      `SELECT o.state, o.rows, r.id AS "reportId", r.kind, r.parameters, r.recipients, r.owner_id AS "ownerId"
         FROM report_outputs o JOIN saved_reports r ON r.district_id = $1 AND r.id = o.report_id
        WHERE o.district_id = $1 AND o.id = $2`,
      [districtId, id],
    );
    if (!row) throw new NotFound('The report', 'OUTPUT_NOT_FOUND');
    return row;
  }

  private async end(
    tx: Tx,
    { districtId, subjectId }: { districtId: string; subjectId: string },
    state: 'cancelled' | 'failed',
    problem: string | null,
  ): Promise<void> {
    await tx.query(`DELETE FROM report_output_parts WHERE district_id = $1 AND output_id = $2`, [
      districtId,
      subjectId,
    ]);
    await tx.query(
      `UPDATE report_outputs SET state = $3, problem = $4 WHERE district_id = $1 AND id = $2 AND state = 'making'`,
      [districtId, subjectId, state, problem],
    );
  }
}
