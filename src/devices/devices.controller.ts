import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NeverAnswers } from '../common/never-answers.js';
import { ListFile, ListQuery } from '../access/list-file.js';
import { CurrentScope, Needs } from '../access/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { tagged, versionOf } from '../common/etag.js';
import { given } from '../common/given.js';
import type { Page } from '../common/paging.js';
import type { JobView } from '../jobs/jobs.service.js';
import { type BatchResult, DeviceBatchesService } from './device-batches.service.js';
import { DeviceBulkService } from './device-bulk.service.js';
import { DeviceHoldsService } from './device-holds.service.js';
import { DeviceMergeService } from './device-merge.service.js';
import {
  BatchBody,
  BulkBody,
  DeviceBody,
  DeviceFilterQuery,
  DeviceListQuery,
  HoldBody,
  LookUpQuery,
  MergeBody,
  NewDeviceBody,
  VoidBody,
} from './devices.dto.js';
import { EXPORT_FORMATS, type ExportFormat } from '../common/table-export.js';
import { DevicesExport } from './devices.export.js';
import { DevicesQueries } from './devices.queries.js';
import { DevicesService } from './devices.service.js';
import type { DeviceDetail, DeviceFound, DeviceView, EventView } from './device-views.js';

@ApiTags('devices')
@Controller('devices')
@Needs('devices:read')
export class DevicesController {
  constructor(
    private readonly devices: DevicesService,
    private readonly queries: DevicesQueries,
    private readonly batches: DeviceBatchesService,
    private readonly bulk: DeviceBulkService,
    private readonly holds: DeviceHoldsService,
    private readonly merging: DeviceMergeService,
    private readonly exports: DevicesExport,
  ) {}

  /** Devices of the caller's sites. */
  @Get()
  list(@CurrentScope() scope: Scope, @Query() query: DeviceListQuery): Promise<Page<DeviceView>> {
    const { limit, cursor, sort, ...filter } = query;
    return this.queries.list(scope, filter, sort, limit, cursor);
  }

  /** The selection as CSV or XLSX, in the columns of the import template. */
  @Get('export/:format')
  export(
    @CurrentScope() scope: Scope,
    @Param('format', new ParseEnumPipe(EXPORT_FORMATS)) format: ExportFormat,
    @Query() filter: DeviceFilterQuery,
  ): Promise<StreamableFile> {
    return this.exports.file(scope, filter, format);
  }

  /** Every device of the district with this code, live ones first; more than one opens a chooser. */
  @Get('lookup')
  async lookUp(@CurrentScope() scope: Scope, @Query() query: LookUpQuery): Promise<{ items: DeviceFound[] }> {
    return { items: await this.queries.lookUp(scope, query.code) };
  }

  /** Registers one device. */
  @Post()
  @Needs('devices:edit')
  @NeverAnswers(404)
  async create(
    @CurrentScope() scope: Scope,
    @Body() { tagSeries, ...body }: NewDeviceBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeviceDetail> {
    const device = tagged(reply, await this.devices.create(scope, given(body), tagSeries));
    void reply.header('location', `/api/v1/devices/${device.id}`);
    return device;
  }

  /** Adds and changes up to a thousand devices by serial number or tag; answers each row. */
  @Put('batch')
  @Needs('devices:edit')
  @NeverAnswers(409)
  batch(
    @CurrentScope() scope: Scope,
    @Body() body: BatchBody,
  ): Promise<{ changeSetId: string; results: BatchResult[] }> {
    return this.batches.apply(scope, body.rows);
  }

  /** One change to every device that a filter selects, as a job. */
  @Post('bulk')
  @HttpCode(202)
  @Needs('devices:edit')
  @NeverAnswers(404)
  changeInBulk(@CurrentScope() scope: Scope, @Body() body: BulkBody): Promise<JobView> {
    return this.bulk.start(scope, body.filter, given(body.change), body.expect);
  }

  /** Shows one device with its codes, its place and its holds. */
  @Get(':id')
  async find(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeviceDetail> {
    return tagged(reply, await this.queries.find(scope, id));
  }

  /** Changes what is sent and nothing else; If-Match says from which version. */
  @Patch(':id')
  @Needs('devices:edit')
  async change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: DeviceBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeviceDetail> {
    return tagged(reply, await this.devices.change(scope, id, versionOf(ifMatch), given(body)));
  }

  /** Its history, latest effective first. */
  @Get(':id/events')
  @ListFile<EventView>('Events of a device', {
    effectiveAt: ['Effective at', 'instant'],
    recordedAt: ['Recorded at', 'instant'],
    type: ['Event', 'text'],
    cause: ['Cause', 'text'],
    changes: ['Changes', 'text'],
    details: ['Details', 'text'],
    note: ['Note', 'text'],
    actorId: ['By account', 'text'],
    changeSetId: ['Change set', 'text'],
    amendsId: ['Amends', 'text'],
    id: ['Id', 'text'],
  })
  events(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ListQuery,
  ): Promise<Page<EventView>> {
    return this.queries.events(scope, id, query.limit, query.cursor);
  }

  /** It never was a device: a mistake, a duplicate. */
  @Post(':id/void')
  @HttpCode(200)
  @Needs('devices:admin')
  async makeVoid(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: VoidBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeviceDetail> {
    return tagged(reply, await this.devices.makeVoid(scope, id, versionOf(ifMatch), body.note));
  }

  /** Brings back a device that was disposed of and was seen again. */
  @Post(':id/reopening')
  @HttpCode(200)
  @Needs('devices:admin')
  async reopen(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: VoidBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeviceDetail> {
    return tagged(reply, await this.devices.reopen(scope, id, versionOf(ifMatch), body.note));
  }

  /** Two records of one thing: this one survives. */
  @Post(':id/merge')
  @HttpCode(200)
  @Needs('devices:edit')
  async merge(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: MergeBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeviceDetail> {
    const survivor = await this.merging.merge(scope, id, versionOf(ifMatch), body.duplicateId, body.note);
    return tagged(reply, survivor);
  }

  /** Forbids something to it until the hold is lifted. */
  @Post(':id/holds')
  @Needs('devices:admin')
  async placeHold(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: HoldBody,
  ): Promise<{ id: string }> {
    await this.queries.assertReached(scope, id);
    return { id: await this.holds.place(scope, id, { ...body, owner: 'by hand' }) };
  }

  /** Lifts a hold from a device. */
  @Delete(':id/holds/:holdId')
  @HttpCode(204)
  @Needs('devices:admin')
  liftHold(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('holdId', ParseUUIDPipe) holdId: string,
  ): Promise<void> {
    return this.holds.lift(scope, id, holdId);
  }
}
