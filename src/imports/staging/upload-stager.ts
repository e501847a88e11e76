import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../../common/ids.js';
import { copyRows } from '../../database/copy.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import type { JobRun } from '../../jobs/job-run.js';
import { Files } from '../../files/files.service.js';
import type { ImportKind, RowKey, RowProblem } from '../import-kind.js';
import { emptyPlan } from '../running/chunk-runner.js';
import type { Import } from '../imports.entities.js';
import { UploadForgotten } from '../imports.errors.js';
import { inspectTable } from '../reading/inspect-table.js';
import { readTable } from '../reading/read-table.js';
import { storable } from '../reading/cells/storable-text.js';
import type { TableRow } from '../reading/table.js';
import { type ParsedRow, rowParser } from './row-parser.js';

/** Rows a COPY: large enough that a commit costs nothing, small enough that little is read again after a crash. */
const STAGED_AT_ONCE = 2_000;
const COLUMNS = ['district_id', 'import_id', 'row_no', 'new_id', 'fields', 'keys', 'problems', 'notes'];

/** Stands in a stored key between what must differ and within what; no cell holds it. */
const WITHIN = '\u001f';

/** Reads an upload into `import_rows`: parsed, each with the id of what it may create. */
@Injectable()
export class UploadStager {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly files: Files,
  ) {}

  /** Stages what is not staged yet; returns how many rows there are. */
  async stage(run: JobRun, kind: ImportKind, row: Import): Promise<number> {
    if (row.stagedRows !== null) return row.stagedRows;
    const { districtId, id } = row;
    if (row.fileId === null) throw new UploadForgotten();
    const file = await this.files.find(districtId, row.fileId);
    const { headers, sample } = await inspectTable(file, row.reading);
    const parse = rowParser(kind, headers, row.mapping, sample, await kind.ownCodes?.(districtId));
    const staged = await this.stagedSoFar(districtId, id);
    let count = staged.count;
    let batch: TableRow[] = [];
    const flush = async (): Promise<void> => {
      if (batch.length === 0) return;
      const rows = batch;
      batch = [];
      count += rows.length;
      await this.transactions.run(async (tx) => {
        await copyRows(tx, 'import_rows', COLUMNS, stagedRows(districtId, id, rows, kind, parse));
        await run.progressWithin(tx, 'reading', count, null);
      });
    };
    for await (const rows of readTable(file, row.reading)) {
      for (const tableRow of rows) if (tableRow.rowNo > staged.through) batch.push(tableRow);
      if (batch.length >= STAGED_AT_ONCE) await flush();
    }
    await flush();
    await run.progress('comparing rows', count, count);
    await this.transactions.run(async (tx) => {
      await this.refuseRepeats(tx, districtId, id);
      // One commit with the above: done again after a crash, each repeat would be refused twice.
      await run.holdWithin(tx);
      // A file may have no row at all, and then no chunk writes a plan.
      await tx.query(
        `UPDATE imports SET staged_rows = $3, plan = coalesce(plan, $4::jsonb) WHERE district_id = $1 AND id = $2`,
        [districtId, id, count, JSON.stringify(emptyPlan())],
      );
    });
    return count;
  }

  private async stagedSoFar(
    districtId: string,
    importId: string,
  ): Promise<{ count: number; through: number }> {
    const [row] = await this.source.query<{ count: number; through: number }[]>(
      `SELECT count(*)::int AS count, coalesce(max(row_no), 0) AS through FROM import_rows
        WHERE district_id = $1 AND import_id = $2`,
      [districtId, importId],
    );
    return row ?? { count: 0, through: 0 };
  }

  /** Of rows that mean the same thing the first stands, whatever becomes of it: the outcome must not depend on luck. */
  private async refuseRepeats(tx: Tx, districtId: string, importId: string): Promise<void> {
    // Two million keys are sorted in memory. No join may decide which rows repeat: fresh rows have no statistics
    // yet, and a nested loop over them never ends.
    await tx.query(`SET LOCAL work_mem = '256MB'`);
    await tx.query(
      `WITH grouped AS (
         SELECT row_no, name AS key,
                least(min(row_no) OVER (PARTITION BY name, within),
                      min(row_no) FILTER (WHERE within = '') OVER (PARTITION BY name),
                      CASE WHEN within = '' THEN min(row_no) OVER (PARTITION BY name) END) AS first
           FROM import_rows, unnest(keys) AS key,
                LATERAL (SELECT split_part(key, $3, 1) AS name, split_part(key, $3, 2) AS within) AS parts
          WHERE district_id = $1 AND import_id = $2),
       repeated AS MATERIALIZED (
         SELECT DISTINCT ON (row_no) row_no, key, first FROM grouped WHERE row_no > first ORDER BY row_no, first)
       UPDATE import_rows r
          SET problems = coalesce(r.problems, '[]') || jsonb_build_array(jsonb_build_object('column', NULL,
                'code', 'REPEATED', 'detail', 'Row ' || p.first || ' of this file is the same: ' || p.key
                || '. Keep one of the two rows.'))
         FROM repeated p
        WHERE r.district_id = $1 AND r.import_id = $2 AND r.row_no = p.row_no`,
      [districtId, importId, WITHIN],
    );
  }
}

function* stagedRows(
  districtId: string,
  importId: string,
  rows: readonly TableRow[],
  kind: ImportKind,
  parse: (row: TableRow) => ParsedRow,
): Generator<(string | number | object | null)[]> {
  for (const row of rows) {
    const { rowNo, problem } = row;
    const { fields, problems, notes } = problem ? unreadable(problem) : parse(row);
    const keys = problems.length > 0 ? [] : kind.identify(fields).map(textOfKey);
    yield [
      districtId,
      importId,
      rowNo,
      newId(),
      fields,
      arrayLiteral(keys),
      problems.length > 0 ? problems : null,
      notes.length > 0 ? notes : null,
    ];
  }
}

function unreadable(problem: { code: string; detail: string }): ParsedRow {
  const problems: RowProblem[] = [{ column: null, ...problem, detail: storable(problem.detail) }];
  return { fields: {}, problems, notes: [] };
}

function textOfKey(key: string | RowKey): string {
  return typeof key === 'string' ? key : `${key.key}${WITHIN}${key.of}`;
}

/** A text array as PostgreSQL reads it. */
function arrayLiteral(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;
}
