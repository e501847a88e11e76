import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { csvStream } from '../common/table-writer.js';
import { ImportFiles } from './import-files.js';
import type { RowProblem } from './import-kind.js';
import type { Import } from './imports.entities.js';
import { UploadForgotten } from './imports.errors.js';
import { inspectTable } from './reading/inspect-table.js';
import { readTable } from './reading/read-table.js';

/** The column that says why; an upload of the mended file leaves it aside. */
const REASON = 'Why it was refused';

/** Refused rows as they came, with the reason in a column: ready to mend and to upload again. */
@Injectable()
export class ErrorFiles {
  constructor(
    private readonly source: DataSource,
    private readonly files: ImportFiles,
  ) {}

  /** @throws UploadForgotten */
  async open(row: Import): Promise<Readable> {
    if (!(await this.files.isKept(this.source.manager, row.districtId, row.id))) throw new UploadForgotten();
    const file = this.files.stored(row.districtId, row.id, row.fileName, Number(row.sizeBytes));
    const { headers } = await inspectTable(file, row.reading);
    const kept = headers.flatMap((header, index) => (header && header !== REASON ? [index] : []));
    const columns = [...kept.map((index) => headers[index] ?? ''), REASON].map((header) => ({
      header,
      type: 'text' as const,
    }));
    return csvStream(columns, this.refusedRows(row, kept));
  }

  private async *refusedRows(row: Import, kept: number[]): AsyncGenerator<unknown[][]> {
    const file = this.files.stored(row.districtId, row.id, row.fileName, Number(row.sizeBytes));
    for await (const batch of readTable(file, row.reading)) {
      const first = batch[0]?.rowNo ?? 0;
      const last = batch.at(-1)?.rowNo ?? 0;
      const refused = await this.source.query<{ rowNo: number; problems: RowProblem[] | null }[]>(
        `SELECT row_no AS "rowNo", problems FROM import_outcomes
          WHERE district_id = $1 AND import_id = $2 AND row_no BETWEEN $3 AND $4 AND outcome IN ('refused', 'held')`,
        [row.districtId, row.id, first, last],
      );
      const reasons = new Map(refused.map(({ rowNo, problems }) => [rowNo, reasonOf(problems ?? [])]));
      yield batch
        .filter(({ rowNo }) => reasons.has(rowNo))
        .map(({ rowNo, cells }) => [...kept.map((index) => cells[index] ?? ''), reasons.get(rowNo)]);
    }
  }
}

function reasonOf(problems: RowProblem[]): string {
  return problems.map(({ column, detail }) => (column ? `${column}: ${detail}` : detail)).join('; ');
}
