import { Injectable } from '@nestjs/common';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import { type Scope, seesWholeDistrict } from '../../access/scope.js';
import { Clock } from '../../common/time/clock.js';
import { explainConstraint } from '../../common/constraint-refusals.js';
import { StaleVersion } from '../../common/http/etag.js';
import { newId } from '../../common/ids.js';
import type { Page, SortedPage } from '../../common/paging.js';
import { Conflict, NotFound } from '../../common/refusal.js';
import type { ExportFormat } from '../../common/documents/table-export.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { ReportKinds } from '../report-kinds.js';
import { nextRun, type Schedule } from '../../common/time/schedule.js';

export interface SavedReportView {
  id: string;
  name: string;
  kind: string;
  parameters: Record<string, unknown>;
  /** In the district's time zone. Null if the report has no schedule. */
  schedule: Schedule | null;
  nextRunAt: Date | null;
  /** Email addresses. */
  recipients: string[];
  formats: ExportFormat[];
  ownerId: string;
  version: number;
}

export type SavedReportInput = Pick<
  SavedReportView,
  'name' | 'kind' | 'parameters' | 'schedule' | 'recipients' | 'formats'
>;

explainConstraint(
  'saved_reports_name_unique',
  () => new Conflict('There is already a report with this name. Choose another name.', 'REPORT_EXISTS'),
);

const VIEW = `
  SELECT id, name, kind, parameters, schedule, next_run_at AS "nextRunAt", recipients, formats, owner_id AS "ownerId",
         version
    FROM saved_reports WHERE district_id = $1 AND archived_at IS NULL`;

const REPORTS = list<SavedReportView, SortedPage<'name'>>({
  name: 'reports',
  select: VIEW,
  reach: (param, { scope }) => ownedBy(param(ownerFilter(scope)), 'owner_id'),
  filters: {},
  sorts: { name: ['lower(name)'] },
  id: 'id',
});

/** Reports with a name. Each is made in its owner's scope: who sees the whole district sees all, others their own. */
@Injectable()
export class SavedReports {
  constructor(
    private readonly lists: Lists,
    private readonly transactions: Transactions,
    private readonly kinds: ReportKinds,
    private readonly clock: Clock,
  ) {}

  list(scope: Scope, query: SortedPage<'name'>): Promise<Page<SavedReportView>> {
    return this.lists.answer(REPORTS, scope, query);
  }

  /** @throws NotFound for a report of another district, or of somebody else who is not the caller's to see */
  async find(scope: Scope, id: string): Promise<SavedReportView> {
    const row = await this.lists.find(REPORTS, scope, id);
    if (!row) throw notFound();
    return row;
  }

  /** @throws InvalidInput for parameters that the report cannot be made with */
  async create(scope: Scope, input: SavedReportInput): Promise<SavedReportView> {
    if (scope.accountId === null) throw new Error('a report needs an owner');
    await this.kinds.assertUsable(scope, input.kind, input.parameters);
    const id = newId();
    await this.transactions.run((tx) =>
      tx.query(
        `INSERT INTO saved_reports (district_id, id, name, kind, parameters, schedule, next_run_at, recipients, formats,
                                    owner_id)
         VALUES ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8, $9, $10)`,
        [scope.districtId, id, ...valuesOf(input, this.next(scope, input.schedule)), scope.accountId],
      ),
    );
    return this.find(scope, id);
  }

  /** @param version null for whatever version there is */
  async change(
    scope: Scope,
    id: string,
    version: number | null,
    patch: Partial<Omit<SavedReportInput, 'kind'>>,
  ): Promise<SavedReportView> {
    if (patch.parameters)
      await this.kinds.assertUsable(scope, (await this.find(scope, id)).kind, patch.parameters);
    await this.transactions.run(async (tx) => {
      const row = await this.lock(tx, scope, id, version);
      const input = { ...row, ...patch };
      await tx.query(
        `UPDATE saved_reports SET name = $3, kind = $4, parameters = $5::jsonb, schedule = $6::jsonb, next_run_at = $7,
                recipients = $8, formats = $9, version = version + 1, updated_at = $10
          WHERE district_id = $1 AND id = $2`,
        [
          scope.districtId,
          id,
          // A change of anything else leaves what is due as it is.
          ...valuesOf(input, patch.schedule === undefined ? row.nextRunAt : this.next(scope, input.schedule)),
          tx.at,
        ],
      );
    });
    return this.find(scope, id);
  }

  /** Ends its schedule and takes it off the list; what it said stays. Said again, it is done already. */
  async archive(scope: Scope, id: string, version: number | null): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [row] = await tx.query<{ version: number; isArchived: boolean }[]>(
        `SELECT version, archived_at IS NOT NULL AS "isArchived" FROM saved_reports
          WHERE district_id = $1 AND ${ownedBy('$2', 'owner_id')} AND id = $3 FOR UPDATE`,
        [scope.districtId, ownerFilter(scope), id],
      );
      if (!row) throw notFound();
      if (row.isArchived) return;
      if (version !== null && row.version !== version) throw new StaleVersion('The report', row.version);
      await tx.query(
        `UPDATE saved_reports SET archived_at = $3, next_run_at = NULL, version = version + 1
          WHERE district_id = $1 AND id = $2`,
        [scope.districtId, id, tx.at],
      );
    });
  }

  private async lock(tx: Tx, scope: Scope, id: string, version: number | null): Promise<SavedReportView> {
    const row = await this.lists.find(REPORTS, scope, id, tx, 'FOR UPDATE');
    if (!row) throw notFound();
    if (version !== null && row.version !== version) throw new StaleVersion('The report', row.version);
    return row;
  }

  private next(scope: Scope, schedule: Schedule | null): Date | null {
    return schedule && nextRun(schedule, scope.timeZone, this.clock.now());
  }
}

function valuesOf(input: SavedReportInput, nextRunAt: Date | null): unknown[] {
  return [
    input.name,
    input.kind,
    JSON.stringify(input.parameters),
    input.schedule && JSON.stringify(input.schedule),
    nextRunAt,
    [...new Set(input.recipients)],
    [...new Set(input.formats)],
  ];
}

/** A condition: whose reports are seen, everybody's where the parameter is null. */
export function ownedBy(owner: string, column: string): string {
  return `(${owner}::uuid IS NULL OR ${column} = ${owner})`;
}

/** For SQL: null where every report of the district is the caller's to see. */
export function ownerFilter(scope: Scope): string | null {
  return seesWholeDistrict(scope.role) ? null : scope.accountId;
}

const notFound = (): NotFound => new NotFound('The report', 'REPORT_NOT_FOUND');
