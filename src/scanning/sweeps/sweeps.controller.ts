import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { NeverAnswers } from '../../common/http/never-answers.js';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import type { Page } from '../../common/paging.js';
import { NotFound } from '../../common/refusal.js';
import { EXPORT_FORMATS, type ExportFormat } from '../../common/documents/table-export.js';
import { DueQuery, FindingsQuery, NewSweepBody, SweepClosingBody, SweepsQuery } from './sweeps.dto.js';
import {
  type DueRoom,
  type SweepDetail,
  type SweepFindingView,
  SweepsQueries,
  type SweepView,
} from './sweeps.queries.js';
import { SweepReports } from './sweep-report.service.js';
import { type ClosedSweep, Sweeps } from './sweeps.service.js';

@ApiTags('sweeps')
@Controller('sweeps')
export class SweepsController {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly queries: SweepsQueries,
    private readonly reports: SweepReports,
  ) {}

  /** Lists the sweeps of your sites, latest first. */
  @Get()
  @Needs('devices:read')
  @ListFile<SweepView>('Sweeps', {
    name: ['Name', 'text'],
    site: ['Site', 'text'],
    siteName: ['Site name', 'text'],
    room: ['Room', 'text'],
    cart: ['Cart', 'text'],
    begunAt: ['Started at', 'instant'],
    closedAt: ['Closed at', 'instant'],
    closedByName: ['Closed by', 'text'],
    signedName: ['Signature', 'text'],
    note: ['Note', 'text'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: SweepsQuery): Promise<Page<SweepView>> {
    return this.queries.list(scope, query);
  }

  /**
   * Starts a sweep of a site, a room or a cart. The list of expected devices is fixed at this moment. Technicians
   * then send scans with `sweep`.
   */
  @Post()
  @Needs('devices:edit')
  @NeverAnswers(404)
  begin(@CurrentScope() scope: Scope, @Body() body: NewSweepBody): Promise<SweepDetail> {
    return this.sweeps.begin(scope, body);
  }

  /** Lists rooms with devices that had no sweep for a year, or for the number of months that you choose. */
  @Get('due')
  @Needs('devices:read')
  @ListFile<DueRoom>('Rooms due for a sweep', {
    site: ['Site', 'text'],
    siteName: ['Site name', 'text'],
    room: ['Room', 'text'],
    devices: ['Devices', 'integer'],
    lastSweptAt: ['Last checked at', 'instant'],
  })
  due(@CurrentScope() scope: Scope, @Query() query: DueQuery): Promise<Page<DueRoom>> {
    return this.queries.due(scope, query);
  }

  /** Shows one sweep. */
  @Get(':id')
  @Needs('devices:read')
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<SweepDetail> {
    return this.queries.find(scope, id);
  }

  /** Lists each expected or seen device and each unknown code of a sweep, and what the sweep found about it. */
  @Get(':id/findings')
  @Needs('devices:read')
  @ListFile<SweepFindingView>('Results of a sweep', {
    result: ['Result', 'text'],
    code: ['Code', 'text'],
    model: ['Model', 'text'],
    status: ['Status', 'text'],
    recordedSiteName: ['Site on record', 'text'],
    recordedRoom: ['Room on record', 'text'],
    recordedCart: ['Cart on record', 'text'],
    expectedRoom: ['Expected room', 'text'],
    foundRoom: ['Found in room', 'text'],
    seenAt: ['Seen at', 'instant'],
    seenByName: ['Seen by', 'text'],
    deviceId: ['Device id', 'text'],
  })
  findings(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: FindingsQuery,
  ): Promise<Page<SweepFindingView>> {
    return this.queries.findings(scope, id, query);
  }

  /** Downloads the complete sweep report as CSV, XLSX or PDF. The PDF shows the signature. */
  @Get(':id/report/:format')
  @Needs('devices:read')
  report(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('format', new ParseEnumPipe(EXPORT_FORMATS)) format: ExportFormat,
  ): Promise<StreamableFile> {
    return this.reports.file(scope, id, format);
  }

  /** Shows the signature that was drawn when the sweep was closed. */
  @Get(':id/signature')
  @Needs('devices:read')
  @ApiProduces('image/png')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  async signature(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const image = await this.queries.signatureImage(scope, id);
    if (!image) throw new NotFound('A drawn signature of this sweep', 'SIGNATURE_NOT_FOUND');
    return new StreamableFile(image.open(), { type: image.mediaType, length: image.sizeBytes });
  }

  /**
   * Closes a sweep, keeps its findings as they are now, and takes the signature. It can also move devices to the rooms
   * where they were found.
   */
  @Post(':id/closing')
  @HttpCode(200)
  @Needs('devices:edit')
  close(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SweepClosingBody,
  ): Promise<ClosedSweep> {
    return this.sweeps.close(scope, id, body);
  }
}
