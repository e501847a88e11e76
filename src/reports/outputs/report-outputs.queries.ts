import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import type { Page, SortedPage } from '../../common/paging.js';
import { Conflict, NotFound } from '../../common/refusal.js';
import type { OutputState } from '../entities/report-output.entities.js';
import type { Report, ReportHead } from '../report.js';
import { ownedBy, ownerFilter, SavedReports } from '../saved/saved-reports.service.js';

/** An output without its rows. */
export interface OutputView {
  id: string;
  reportId: string;
  state: OutputState;
  /** The scheduled time for which it was created. Null if somebody asked for it. */
  dueAt: Date | null;
  jobId: string | null;
  knownAt: Date | null;
  madeAt: Date | null;
  createdAt: Date;
  rows: number | null;
  problem: string | null;
}

const OUTPUTS = list<OutputView, SortedPage<'createdAt'> & { reportId: string }>({
  name: 'outputs',
  select: `
    SELECT o.id, o.report_id AS "reportId", o.state, o.due_at AS "dueAt", o.job_id AS "jobId", o.known_at AS "knownAt",
           o.made_at AS "madeAt", o.created_at AS "createdAt", o.rows, o.problem
      FROM report_outputs o JOIN saved_reports r ON r.district_id = $1 AND r.id = o.report_id
     WHERE o.district_id = $1`,
  reach: (param, { scope }) => ownedBy(param(ownerFilter(scope)), 'r.owner_id'),
  filters: { reportId: (id, param) => `o.report_id = ${param(id)}` },
  sorts: { createdAt: ['o.created_at', 'o.id'] },
  id: 'o.id',
});

/** Outputs as they were kept. */
@Injectable()
export class ReportOutputsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
    private readonly reports: SavedReports,
  ) {}

  async list(scope: Scope, reportId: string, query: SortedPage<'createdAt'>): Promise<Page<OutputView>> {
    await this.reports.find(scope, reportId);
    return this.lists.answer(OUTPUTS, scope, { ...query, reportId });
  }

  async find(scope: Scope, id: string): Promise<OutputView> {
    const row = await this.lists.find(OUTPUTS, scope, id);
    if (!row) throw new NotFound('The report', 'OUTPUT_NOT_FOUND');
    return row;
  }

  /** The report as it was made. @throws Conflict while it is being made, and where it could not be */
  async report(scope: Scope, id: string): Promise<Report> {
    const { state, problem } = await this.find(scope, id);
    if (state !== 'made')
      throw new Conflict(
        state === 'making'
          ? 'This report is still being created. Try again in a minute.'
          : `This report could not be created. ${problem ?? `Its state is ${state}.`}`,
        'OUTPUT_NOT_MADE',
      );
    return this.kept(scope.districtId, id);
  }

  /** The same for a worker, who knows that it was made. */
  async kept(districtId: string, id: string): Promise<Report> {
    const [row] = await this.source.query<{ head: ReportHead }[]>(
      `SELECT head FROM report_outputs WHERE district_id = $1 AND id = $2 AND state = 'made'`,
      [districtId, id],
    );
    if (!row) throw new NotFound('The report', 'OUTPUT_NOT_FOUND');
    return { head: { ...row.head, knownAt: new Date(row.head.knownAt) }, rows: this.rowsOf(districtId, id) };
  }

  /** The output of the same report that was made before this one; null for the first. */
  async before(scope: Scope, id: string): Promise<string | null> {
    const [row] = await this.source.query<{ id: string }[]>(
      `SELECT p.id FROM report_outputs o
         JOIN report_outputs p ON p.district_id = $1 AND p.report_id = o.report_id
                              AND p.state = 'made' AND (p.created_at, p.id) < (o.created_at, o.id)
        WHERE o.district_id = $1 AND o.id = $2 ORDER BY p.created_at DESC, p.id DESC LIMIT 1`,
      [scope.districtId, id],
    );
    return row?.id ?? null;
  }

  /** Its rows, in the parts in which they were kept. */
  async *rowsOf(districtId: string, id: string): AsyncGenerator<unknown[][]> {
    for (let part = 0; ; part++) {
      const [row] = await this.source.query<{ rows: unknown[][] }[]>(
        `SELECT rows FROM report_output_parts WHERE district_id = $1 AND output_id = $2 AND part = $3`,
        [districtId, id, part],
      );
      if (!row) return;
      yield row.rows;
    }
  }
}
