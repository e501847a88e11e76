import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/time/clock.js';
import type { Letterhead } from '../common/documents/letterhead.js';
import type { ExportedTable } from '../common/documents/table-export.js';
import type { TableColumn } from '../common/documents/table-writer.js';
import type { Scope } from './scope.js';

/** What stands on a district's paper. */
@Injectable()
export class Letterheads {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A list as it is now, to be exported: all of it but its rows. */
  async forList(scope: Scope, title: string, columns: TableColumn[]): Promise<ExportedTable> {
    const knownAt = this.clock.now();
    return { title, knownAt, notes: [], columns, letterhead: await this.of(scope) };
  }

  async of({ districtId, timeZone }: Scope): Promise<Letterhead> {
    const [row] = await this.source.query<{ district: string }[]>(
      `SELECT name AS district FROM districts WHERE id = $1`,
      [districtId],
    );
    return { district: row?.district ?? '', timeZone };
  }
}
