import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../common/ids.js';
import type { Scope } from '../access/scope.js';
import { type CursorKey, cursorKey, decodeCursor, type Page, pageOf, PageQuery } from '../common/paging.js';
import { InvalidInput } from '../common/refusal.js';
import { Transactions } from '../database/transactions.js';
import { JobsService, type JobView } from '../jobs/jobs.service.js';
import { UploadStore, type SpooledFile } from './upload/upload-store.js';
import type { ImportKind, ImportOptions, Outcome, RowNote, RowProblem, ShownRows } from './import-kind.js';
import { ImportKinds } from './import-kinds.js';
import {
  guessMapping,
  type ImportMapping,
  type MappingWarning,
  problemsOfMapping,
  warnOfMapping,
} from './mapping/import-mapping.js';
import { ImportMappings } from './mapping/import-mappings.service.js';
import { emptyPlan, type ImportPlan } from './running/chunk-runner.js';
import { type ImportMode, ImportCommands } from './running/import-commands.service.js';
import { Import, type ImportState } from './imports.entities.js';
import { BadMapping, ImportNotFound } from './imports.errors.js';
import { inspectTable } from './reading/inspect-table.js';
import { storable, storableJson } from './reading/cells/storable-text.js';
import type { TableReading, TableWarning } from './reading/table.js';

export interface NewImport {
  kind: string;
  mode: ImportMode;
  /** A mapping by its name, or one of the caller's own; guessed where nothing is said. */
  mapping?: string | ImportMapping;
  reading?: Partial<TableReading>;
  options?: ImportOptions;
}

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

export interface ImportRowView {
  rowNo: number;
  outcome: Outcome;
  targetId: string | null;
  changes: Record<string, [unknown, unknown]> | null;
  problems: RowProblem[] | null;
  /** What Rollcall did with the row although the file did not literally ask for it. */
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

/** Takes files in, and shows what becomes of them. The work itself is a job. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly files: UploadStore,
    private readonly kinds: ImportKinds,
    private readonly mappings: ImportMappings,
    private readonly commands: ImportCommands,
    private readonly jobs: JobsService,
  ) {}

  /** Looks at a file, keeps it, and starts its rehearsal or its commit. */
  async create(scope: Scope, input: NewImport, file: SpooledFile): Promise<ImportView> {
    const kind = this.kinds.allowed(scope, input.kind);
    assertFields(kind, input.options?.overwrite);
    const guess = await inspectTable(file, input.reading);
    const mapping = await this.mappingFor(scope, kind, guess.headers, input.mapping);
    const warnings = [...guess.warnings, ...warnOfMapping(kind, guess.headers, mapping)];
    const id = newId();
    await this.transactions.run(async (tx) => {
      await tx.query(
        `INSERT INTO imports (district_id, id, kind, file_name, size_bytes, sha256, reading, mapping, options, warnings,
                              state, change_set_id, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9::jsonb, $10::jsonb, 'uploaded', $11, $12)`,
        [
          scope.districtId,
          id,
          kind.kind,
          storable(file.fileName.slice(0, 300)),
          file.sizeBytes,
          file.sha256,
          storableJson(guess.reading),
          storableJson(mapping),
          storableJson(input.options ?? {}),
          storableJson(warnings),
          newId(),
          scope.accountId,
        ],
      );
      await this.files.storeWithin(tx, scope.districtId, id, file);
      await this.commands.startWithin(tx, scope, id, input.mode);
    });
    return this.find(scope, id);
  }

  async find(scope: Scope, id: string): Promise<ImportView> {
    const row = await this.row(scope, id);
    const job = row.jobId ? await this.jobs.view(scope.districtId, row.jobId) : null;
    return viewOf(row, job);
  }

  async list(scope: Scope, query: PageQuery): Promise<Page<ImportView>> {
    const after = query.cursor ? decodeCursor('imports', query.cursor, 2) : null;
    const { entities, raw } = await this.source.manager
      .createQueryBuilder(Import, 'i')
      .where('i.districtId = :district', { district: scope.districtId })
      .andWhere(after ? '(i.createdAt, i.id) < (:at::timestamptz, :id::uuid)' : 'true', {
        at: after?.[0],
        id: after?.[1],
      })
      .orderBy('i.createdAt', 'DESC')
      .addOrderBy('i.id', 'DESC')
      .addSelect(cursorKey('i.createdAt', 'i.id'))
      .limit(query.limit + 1)
      .getRawAndEntities<{ cursorKey: CursorKey }>();
    const page = pageOf(
      entities,
      query.limit,
      'imports',
      (row) => raw[entities.indexOf(row)]?.cursorKey ?? [],
    );
    return { ...page, items: page.items.map((row) => viewOf(row, null)) };
  }

  /** What becomes of the rows, with reasons and changes field by field. */
  async rows(scope: Scope, id: string, query: PageQuery, wanted: RowsWanted): Promise<Page<ImportRowView>> {
    const { kind } = await this.row(scope, id);
    const after = query.cursor ? decodeCursor('rows', query.cursor, 1)[0] : 0;
    const rows = await this.source.query<ImportRowView[]>(
      `SELECT row_no AS "rowNo", outcome, target_id AS "targetId", changes, problems, notes
         FROM import_outcomes
        WHERE district_id = $1 AND import_id = $2 AND row_no > $3 AND ($4::text IS NULL OR outcome = $4)
          AND ($5::boolean IS NULL OR (notes IS NOT NULL) = $5)
          AND ($6::jsonb IS NULL OR notes @> $6)
        ORDER BY row_no LIMIT $7`,
      [
        scope.districtId,
        id,
        after,
        wanted.outcome ?? null,
        wanted.noted ?? null,
        wanted.note === undefined ? null : JSON.stringify([{ code: wanted.note }]),
        query.limit + 1,
      ],
    );
    const page = pageOf(rows, query.limit, 'rows', ({ rowNo }) => [rowNo]);
    return { ...page, items: await this.show(scope, kind, { importId: id, as: 'rows', rows: page.items }) };
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

  private async mappingFor(
    scope: Scope,
    kind: ImportKind,
    headers: readonly string[],
    asked: string | ImportMapping | undefined,
  ): Promise<ImportMapping> {
    if (asked === undefined) return guessMapping(kind, headers);
    const mapping =
      typeof asked === 'string' ? await this.mappings.named(scope, kind, asked, headers) : asked;
    const problems = problemsOfMapping(kind, headers, mapping);
    if (problems.length > 0) throw new BadMapping(problems);
    return mapping;
  }
}

/** @throws InvalidInput for a field that this kind of row does not have: it would silently protect what it names */
function assertFields(kind: ImportKind, overwrite: ImportOptions['overwrite']): void {
  if (overwrite === undefined || overwrite === 'all') return;
  const known = kind.fields.map(({ name }) => name);
  const unknown = overwrite.filter((field) => !known.includes(field));
  if (unknown.length === 0) return;
  const detail = `Rows of ${kind.kind} have no field ${unknown.join(', ')}. Use these names: ${known.join(', ')}.`;
  throw new InvalidInput(detail, [{ field: 'options.overwrite', code: 'UNKNOWN_FIELD', detail }]);
}

function viewOf(row: Import, job: JobView | null): ImportView {
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.fileName,
    sizeBytes: Number(row.sizeBytes),
    state: row.state,
    reading: row.reading,
    mapping: row.mapping,
    options: row.options,
    warnings: row.warnings as (TableWarning | MappingWarning)[],
    plan: row.plan === null ? null : { ...emptyPlan(), ...(row.plan as ImportPlan) },
    changeSetId: row.changeSetId,
    job,
    createdAt: row.createdAt,
    rehearsedAt: row.rehearsedAt,
    committedAt: row.committedAt,
  };
}
