import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../access/scope.js';
import type { ReportPaper } from './report-paper.js';

/** What stands on a district's paper. */
@Injectable()
export class ReportPapers {
  constructor(private readonly source: DataSource) {}

  async of({ districtId, timeZone }: Scope): Promise<ReportPaper> {
    const [row] = await this.source.query<{ district: string }[]>(
      `SELECT name AS district FROM districts WHERE id = $1`,
      [districtId],
    );
    return { district: row?.district ?? '', timeZone };
  }
}
