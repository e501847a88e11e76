import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Letterheads } from '../../access/letterheads.service.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { EXPORT_FORMATS, type ExportFormat } from '../../common/documents/table-export.js';
import { Transactions } from '../../database/transactions.js';
import { compare, type Comparison } from './comparison.js';
import { type DeliveryView, ReportLetters } from '../delivery/report-letters.js';
import { reportDownload } from './report-file.js';
import { type OutputView, ReportOutputsQueries } from './report-outputs.queries.js';
import { type ReportTable, tableOf } from './report-table.js';
import { ComparisonQuery, SendBody } from '../reports.dto.js';

@ApiTags('reports')
@Controller('reports/outputs')
@Needs('reports:edit')
export class ReportOutputsController {
  constructor(
    private readonly outputs: ReportOutputsQueries,
    private readonly letterheads: Letterheads,
    private readonly letters: ReportLetters,
    private readonly transactions: Transactions,
  ) {}

  /** Shows one output of a report. */
  @Get(':id')
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<OutputView> {
    return this.outputs.find(scope, id);
  }

  /** Shows a report as it was at the time it was run. A long report is cut after its first rows. */
  @Get(':id/table')
  async table(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ReportTable> {
    return tableOf(await this.outputs.report(scope, id));
  }

  /** Downloads an output as a file. */
  @Get(':id/export/:format')
  async export(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('format', new ParseEnumPipe(EXPORT_FORMATS)) format: ExportFormat,
  ): Promise<StreamableFile> {
    return reportDownload(await this.outputs.report(scope, id), format, await this.letterheads.of(scope));
  }

  /** Shows what changed between this output and the one before it, or another one that you name. */
  @Get(':id/comparison')
  async comparison(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ComparisonQuery,
  ): Promise<Comparison> {
    const report = await this.outputs.report(scope, id);
    const before = query.with ?? (await this.outputs.before(scope, id));
    return compare(
      before === null ? null : { id: before, report: await this.outputs.report(scope, before) },
      { id, report },
    );
  }

  /** Lists the emails that this output was sent in, by address. */
  @Get(':id/deliveries')
  async deliveriesOf(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: DeliveryView[]; nextCursor: null }> {
    await this.outputs.find(scope, id);
    return { items: await this.letters.list(scope.districtId, id), nextCursor: null };
  }

  /** Emails an output, again or to other people. Use this also when it is uncertain whether an email went out. */
  @Post(':id/deliveries')
  @HttpCode(202)
  async send(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SendBody,
  ): Promise<{ items: DeliveryView[]; nextCursor: null }> {
    await this.outputs.report(scope, id);
    await this.transactions.run((tx) => this.letters.sendWithin(tx, scope.districtId, id, body.recipients));
    return this.deliveriesOf(scope, id);
  }
}
