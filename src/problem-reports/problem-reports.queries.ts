import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../access/lists/list.js';
import { Lists } from '../access/lists/lists.service.js';
import type { Scope } from '../access/scope.js';
import type { Page } from '../common/paging.js';
import { NotFound } from '../common/refusal.js';
import { stepsOf, type StepView } from '../steps/step-history.js';
import { type NextStep, nextSteps } from '../steps/step-machine.js';
import type { ProblemState } from './problem-report.entity.js';
import { PROBLEM_STEPS } from './problem-report-steps.js';
import type { ProblemReportsQuery } from './problem-reports.dto.js';

interface ProblemReportRow {
  id: string;
  /** Code of the site. */
  site: string;
  siteName: string;
  room: string | null;
  description: string;
  /** Null if the problem is not about one device. */
  deviceId: string | null;
  /** Asset tag of the device, or its serial number if it has no tag. */
  deviceCode: string | null;
  /** Manufacturer and model of the device. */
  deviceModel: string | null;
  state: ProblemState;
  version: number;
  /** Name or email of the account. */
  reportedByName: string | null;
  createdAt: Date;
  /** What the technician did. Null while the report is open. */
  answer: string | null;
  closedAt: Date | null;
  closedByName: string | null;
}

/** A problem report as lists show it. */
export interface ProblemReportView extends ProblemReportRow {
  /** The steps that you can take now. */
  nextSteps: NextStep<ProblemState>[];
}

export interface ProblemReportDetail extends ProblemReportView {
  /** The history, oldest first, with the accounts that reported, closed and reopened the problem, and their notes. */
  steps: StepView[];
}

const REPORTS = list<ProblemReportRow, ProblemReportsQuery>({
  name: 'problem reports',
  select: `
    SELECT p.id, s.code AS site, s.name AS "siteName", p.room, p.description, p.device_id AS "deviceId",
           coalesce(d.asset_tag, d.serial_number) AS "deviceCode", m.manufacturer || ' ' || m.name AS "deviceModel",
           p.state, p.version, coalesce(nullif(a.name, ''), a.email) AS "reportedByName", p.created_at AS "createdAt",
           h.note AS answer, h.taken_at AS "closedAt", coalesce(nullif(c.name, ''), c.email) AS "closedByName"
      FROM problem_reports p
      JOIN sites s ON s.district_id = $1 AND s.id = p.site_id
      LEFT JOIN devices d ON d.district_id = $1 AND d.id = p.device_id
      LEFT JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
      LEFT JOIN accounts a ON a.district_id = $1 AND a.id = p.reported_by
      LEFT JOIN steps_taken h ON h.district_id = $1 AND h.subject_kind = 'problem_report' AND h.subject_id = p.id
            AND h.version = p.version AND h.to_state = 'closed'
      LEFT JOIN accounts c ON c.district_id = $1 AND c.id = h.taken_by
     WHERE p.district_id = $1`,
  reach: 'p.site_id',
  filters: {
    state: (state, param) => `p.state = ${param(state)}`,
    site: (code, param) => `s.code = ${param(code)}`,
  },
  sorts: { id: ['p.id'] },
  id: 'p.id',
});

@Injectable()
export class ProblemReportsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
  ) {}

  list(scope: Scope, query: ProblemReportsQuery): Promise<Page<ProblemReportView>> {
    return this.lists.answer(REPORTS, scope, query, (rows) => rows.map((row) => viewOf(scope, row)));
  }

  /** @throws NotFound where it is not there, or of a site out of reach */
  async find(scope: Scope, id: string): Promise<ProblemReportDetail> {
    const row = await this.lists.find(REPORTS, scope, id);
    if (!row) throw new NotFound(PROBLEM_STEPS.name, PROBLEM_STEPS.codes.notFound);
    return { ...viewOf(scope, row), steps: await stepsOf(this.source.manager, scope, PROBLEM_STEPS, id) };
  }
}

function viewOf(scope: Scope, row: ProblemReportRow): ProblemReportView {
  return { ...row, nextSteps: nextSteps(PROBLEM_STEPS, row.state, scope) };
}
