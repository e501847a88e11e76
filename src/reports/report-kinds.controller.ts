import { Controller, Get, Param, ParseEnumPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Letterheads } from '../access/letterheads.service.js';
import { CurrentScope, Needs } from '../access/routes/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { may } from '../access/scope.js';
import { EXPORT_FORMATS, type ExportFormat } from '../common/documents/table-export.js';
import { reportDownload } from './outputs/report-file.js';
import { ReportKinds } from './report-kinds.js';
import { type ReportTable, tableOf } from './outputs/report-table.js';

interface ReportKindView {
  kind: string;
  title: string;
  about: string;
}

@ApiTags('reports')
@Controller('reports/kinds')
@Needs('counts:read')
export class ReportKindsController {
  constructor(
    private readonly kinds: ReportKinds,
    private readonly letterheads: Letterheads,
  ) {}

  /** Lists every report that you can run. */
  @Get()
  list(@CurrentScope() scope: Scope): { items: ReportKindView[]; nextCursor: null } {
    const items = this.kinds
      .list()
      .filter(({ need }) => may(scope, need))
      .map(({ kind, title, about }) => ({ kind, title, about }));
    return { items, nextCursor: null };
  }

  /**
   * Runs a report now, with its parameters from the query, and shows it as a table. A long report is cut after its
   * first rows.
   */
  @Get(':kind/table')
  async table(
    @CurrentScope() scope: Scope,
    @Param('kind') kind: string,
    @Query() parameters: Record<string, unknown>,
  ): Promise<ReportTable> {
    return tableOf(await this.kinds.run(scope, kind, parameters));
  }

  /** Runs a report now and downloads all of it as CSV, XLSX or PDF. */
  @Get(':kind/export/:format')
  async export(
    @CurrentScope() scope: Scope,
    @Param('kind') kind: string,
    @Param('format', new ParseEnumPipe(EXPORT_FORMATS)) format: ExportFormat,
    @Query() parameters: Record<string, unknown>,
  ): Promise<StreamableFile> {
    const report = await this.kinds.run(scope, kind, parameters);
    return reportDownload(report, format, await this.letterheads.of(scope));
  }
}
