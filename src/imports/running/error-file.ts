import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { csvStream } from '../../common/documents/table-writer.js';
import { Files, type StoredFile } from '../../files/files.service.js';
import type { RowNote, RowProblem } from '../import-kind.js';
import type { Import } from '../imports.entities.js';
import { UploadForgotten } from '../imports.errors.js';
import { inspectTable } from '../reading/inspect-table.js';
import { readTable } from '../reading/read-table.js';

/** The columns that say why; an upload of the corrected file leaves them aside. */
const REFUSED = 'Why it was refused';
const NOTED = 'What Rollcall did differently';

/** Which rows come back, under which column, and what stands in it. */
const RETURNED = {
  refused: { header: REFUSED, said: 'problems', where: `outcome IN ('refused', 'held')` },
  noted: { header: NOTED, said: 'notes', where: 'notes IS NOT NULL' },
} as const;

type Returned = (typeof RETURNED)[keyof typeof RETURNED];

/** Rows as they came, with what was said of them in a column: ready to correct and to upload again. */
@Injectable()
export class ErrorFiles {
  constructor(
    private readonly source: DataSource,
    private readonly files: Files,
  ) {}

  /** @throws UploadForgotten */
  async open(row: Import, which: keyof typeof RETURNED): Promise<Readable> {
    if (row.fileId === null) throw new UploadForgotten();
    const file = await this.files.find(row.districtId, row.fileId);
    const { headers } = await inspectTable(file, row.reading);
    const kept = headers.flatMap((header, index) =>
      header && header !== REFUSED && header !== NOTED ? [index] : [],
    );
    const returned = RETURNED[which];
    const columns = [...kept.map((index) => headers[index] ?? ''), returned.header].map((header) => ({
      header,
      type: 'text' as const,
    }));
    return csvStream(columns, this.rows(row, file, kept, returned));
  }

  private async *rows(
    row: Import,
    file: StoredFile,
    kept: number[],
    { said, where }: Returned,
  ): AsyncGenerator<unknown[][]> {
    for await (const batch of readTable(file, row.reading)) {
      const first = batch[0]?.rowNo ?? 0;
      const last = batch.at(-1)?.rowNo ?? 0;
      const found = await this.source.query<{ rowNo: number; said: (RowProblem | RowNote)[] | null }[]>(
        `SELECT row_no AS "rowNo", ${said} AS said FROM import_outcomes
          WHERE district_id = $1 AND import_id = $2 AND row_no BETWEEN $3 AND $4 AND ${where}`,
        [row.districtId, row.id, first, last],
      );
      const texts = new Map(found.map((one) => [one.rowNo, textOf(one.said ?? [])]));
      yield batch
        .filter(({ rowNo }) => texts.has(rowNo))
        .map(({ rowNo, cells }) => [...kept.map((index) => cells[index] ?? ''), texts.get(rowNo)]);
    }
  }
}

function textOf(said: readonly (RowProblem | RowNote)[]): string {
  return said.map(({ column, detail }) => (column ? `${column}: ${detail}` : detail)).join(' ');
}
