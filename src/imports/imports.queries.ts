import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../access/lists/list.js';
import { Lists } from '../access/lists/lists.service.js';
import type { Scope } from '../access/scope.js';
import type { Page, PageQuery, SortedPage } from '../common/paging.js';
import { JobsService, type JobView } from '../jobs/jobs.service.js';
import { stepsOf, type StepView } from '../steps/step-history.js';
import type { ImportOptions, Outcome, RowNote, RowProblem, ShownRows } from './import-kind.js';
import { ImportKinds } from './import-kinds.js';
import { Import, type ImportState } from './imports.entities.js';
import { ImportNotFound } from './imports.errors.js';
import type { ImportMapping, MappingWarning } from './mapping/import-mapping.js';
import type { TableReading, TableWarning } from './reading/table.js';
import { emptyPlan, type ImportPlan } from './running/chunk-runner.js';
import { IMPORT_STEPS } from './running/import-steps.js';

/** An import as the API shows it. */
export interface ImportView {
  id: string;
  kind: string;
  fileName: string;
  sizeBytes: number;
  state: ImportState;
  reading: TableReading;
  mapping: ImportMapping;
  options: ImportOptions;
  warnings: (TableWarning | MappingWarning)[];
  plan: ImportPlan | null;
  changeSetId: string | null;
  job: JobView | null;
  createdAt: Date;
  rehearsedAt: Date | null;
  committedAt: Date | null;
}

/** An import, with its history. */
export interface ImportDetail extends ImportView {
  /** The history, oldest first: each rehearsal, commit and undo with its account, and the reason of a failure. */
  steps: StepView[];
}

export interface ImportRowView {
  rowNo: number;
  outcome: Outcome;
  targetId: string | null;
  changes: Record<string, [unknown, unknown]> | null;
  problems: RowProblem[] | null;
  /** What Rollcall did with the row that the file did not literally ask for. */
  notes: RowNote[] | null;
}

/** Which rows of an import are wanted. */
export interface RowsWanted {
  outcome?: Outcome;
  /** Only rows with a note of this code. */
  note?: string;
  /** Only rows with a note (true), or without one (false). */
  noted?: boolean;
}

type ListedImport = Omit<ImportView, 'job'> & { jobId: string | null };

const IMPORTS = list<ListedImport, SortedPage<'createdAt'>>({
  name: 'imports',
  select: `
    SELECT i.id, i.kind, i.file_name AS "fileName", i.size_bytes::float8 AS "sizeBytes", i.state, i.reading, i.mapping,
           i.options, i.warnings, i.plan, i.change_set_id AS "changeSetId", i.created_at AS "createdAt",
           i.rehearsed_at AS "rehearsedAt", i.committed_at AS "committedAt", i.job_id AS "jobId"
      FROM imports i WHERE i.district_id = $1`,
  reach: 'district',
  filters: {},
  sorts: { createdAt: ['i.created_at', 'i.id'] },
  id: 'i.id',
});

const ROWS = list<ImportRowView, PageQuery & RowsWanted & { importId: string }>({
  name: 'rows of an import',
  select: `
    SELECT row_no AS "rowNo", outcome, target_id AS "targetId", changes, problems, notes
      FROM import_outcomes WHERE district_id = $1`,
  reach: 'district',
  filters: {
    importId: (id, param) => `import_id = ${param(id)}`,
    outcome: (outcome, param) => `outcome = ${param(outcome)}`,
    note: (code, param) => `notes @> ${param(JSON.stringify([{ code }]))}::jsonb`,
    noted: (noted) => (noted ? 'notes IS NOT NULL' : 'notes IS NULL'),
  },
  sorts: { rowNo: ['row_no'] },
});

/** Imports, and what becomes of their rows. */
@Injectable()
export class ImportsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
    private readonly kinds: ImportKinds,
    private readonly jobs: JobsService,
  ) {}

  async find(scope: Scope, id: string): Promise<ImportDetail> {
    const row = await this.lists.find(IMPORTS, scope, id);
    if (!row) throw new ImportNotFound();
    const job = row.jobId ? await this.jobs.view(scope.districtId, row.jobId) : null;
    return { ...viewOf(row, job), steps: await stepsOf(this.source.manager, scope, IMPORT_STEPS, id) };
  }

  list(scope: Scope, query: SortedPage<'createdAt'>): Promise<Page<ImportView>> {
    return this.lists.answer(IMPORTS, scope, query, (rows) => rows.map((row) => viewOf(row, null)));
  }

  /** What becomes of the rows, with reasons and changes field by field. */
  async rows(scope: Scope, importId: string, query: PageQuery & RowsWanted): Promise<Page<ImportRowView>> {
    const { kind } = await this.row(scope, importId);
    return this.lists.answer(ROWS, scope, { ...query, importId }, (rows) =>
      this.show(scope, kind, { importId, as: 'rows', rows }),
    );
  }

  /** An import whose file is shown to the caller. */
  async shownFile(scope: Scope, id: string): Promise<Import> {
    const row = await this.row(scope, id);
    await this.show(scope, row.kind, { importId: id, as: 'file', rows: [] });
    return row;
  }

  private show(scope: Scope, kind: string, shown: ShownRows<ImportRowView>): Promise<ImportRowView[]> {
    return this.kinds.get(kind).show?.(scope, shown) ?? Promise.resolve(shown.rows);
  }

  /** @throws ImportNotFound in another district too */
  async row(scope: Scope, id: string): Promise<Import> {
    const row = await this.source.manager.findOneBy(Import, { districtId: scope.districtId, id });
    if (!row) throw new ImportNotFound();
    return row;
  }
}

function viewOf({ jobId: _, ...row }: ListedImport, job: JobView | null): ImportView {
  return { ...row, plan: row.plan && { ...emptyPlan(), ...row.plan }, job };
}
