import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NeverAnswers } from '../common/http/never-answers.js';
import { ListFile } from '../access/routes/list-file.js';
import { CurrentScope, Needs } from '../access/routes/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { Etag, IfMatch } from '../common/http/etag.js';
import { definedFields } from '../common/defined-fields.js';
import type { Page } from '../common/paging.js';
import type { JobView } from '../jobs/jobs.service.js';
import { type BatchResult, DeviceBatchesService } from './in-bulk/device-batches.service.js';
import { DeviceBulkService } from './in-bulk/device-bulk.service.js';
import { ChangeSetUndoJob } from './change-sets/change-set-undo-job.service.js';
import { DeviceMergeService } from './change-sets/device-merge.service.js';
import {
  BatchBody,
  BulkBody,
  DeviceBody,
  DeviceEventsQuery,
  HoldBody,
  MergeBody,
  NewDeviceBody,
  VoidBody,
} from './devices.dto.js';
import { DevicesQueries } from './devices.queries.js';
import { DevicesService } from './devices.service.js';
import { DeviceGates } from './recording/device-gates.queries.js';
import type { DeviceClearances, DeviceDetail, EventView } from './device-views.js';

@ApiTags('devices')
@Controller('devices')
@Needs('devices:read')
export class DevicesController {
  constructor(
    private readonly devices: DevicesService,
    private readonly queries: DevicesQueries,
    private readonly gates: DeviceGates,
    private readonly batches: DeviceBatchesService,
    private readonly bulk: DeviceBulkService,
    private readonly merging: DeviceMergeService,
    private readonly undoing: ChangeSetUndoJob,
  ) {}

  /** Adds one device. */
  @Post()
  @Needs('devices:edit')
  @Etag()
  async create(
    @CurrentScope() scope: Scope,
    @Body() { tagSeries, ...body }: NewDeviceBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeviceDetail> {
    const device = await this.devices.create(scope, definedFields(body), tagSeries);
    void reply.header('location', `/api/v1/devices/${device.id}`);
    return device;
  }

  /**
   * Adds or changes up to 1,000 devices, found by serial number or asset tag. The answer has one result for each row.
   */
  @Put('batch')
  @Needs('devices:edit')
  @NeverAnswers(409)
  batch(
    @CurrentScope() scope: Scope,
    @Body() body: BatchBody,
  ): Promise<{ changeSetId: string; results: BatchResult[] }> {
    return this.batches.apply(scope, body.rows);
  }

  /**
   * Makes the same change to every device that a filter selects. The work runs as a job. The result of the job lists
   * what was changed and what was refused. With `rehearse`, the job changes nothing, and the result lists what would be
   * changed and refused.
   */
  @Post('bulk')
  @HttpCode(202)
  @Needs('devices:edit')
  @NeverAnswers(404)
  changeInBulk(@CurrentScope() scope: Scope, @Body() body: BulkBody): Promise<JobView> {
    const { filter, change, expect, rehearse } = body;
    return this.bulk.start(scope, filter, definedFields(change), { expect, rehearse });
  }

  /**
   * Undoes one of your own bulk changes. The id is the `changeSetId` in the result of the change. Devices that were
   * changed again since then stay as they are, and the result of the job lists them.
   */
  @Post('bulk/:id/undo')
  @HttpCode(202)
  @Needs('devices:edit')
  undoBulk(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<JobView> {
    return this.undoing.startOwn(scope, id);
  }

  /** Shows one device with its codes, its location and its holds. */
  @Get(':id')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<DeviceDetail> {
    return this.queries.find(scope, id);
  }

  /** Shows what is proved about a device, and for each route of disposal which gates are open. */
  @Get(':id/clearances')
  clearances(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DeviceClearances> {
    return this.gates.of(scope, id);
  }

  /** Changes a device. Fields that you leave out stay as they are. `If-Match` names the version that you read. */
  @Patch(':id')
  @Needs('devices:edit')
  @Etag()
  change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: DeviceBody,
  ): Promise<DeviceDetail> {
    return this.devices.change(scope, id, version, definedFields(body));
  }

  /** Lists the history of a device, latest effective date first. */
  @Get(':id/events')
  @ListFile<EventView>('Events of a device', {
    effectiveAt: ['Effective at', 'instant'],
    recordedAt: ['Recorded at', 'instant'],
    type: ['Event', 'text'],
    cause: ['Cause', 'text'],
    changes: ['Changes', 'text'],
    details: ['Details', 'text'],
    note: ['Note', 'text'],
    actorName: ['Changed by', 'text'],
    changeSetKind: ['Source', 'text'],
    fileName: ['File', 'text'],
    names: ['Names', 'text'],
    actorId: ['By account', 'text'],
    changeSetId: ['Change set', 'text'],
    amendsId: ['Amends', 'text'],
    id: ['Id', 'text'],
  })
  events(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: DeviceEventsQuery,
  ): Promise<Page<EventView>> {
    return this.queries.events(scope, id, query);
  }

  /** Voids a record that should never have existed, such as a typing mistake or a duplicate. */
  @Post(':id/void')
  @HttpCode(200)
  @Needs('devices:admin')
  @Etag()
  makeVoid(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: VoidBody,
  ): Promise<DeviceDetail> {
    return this.devices.makeVoid(scope, id, version, body.note);
  }

  /** Brings back a device that was recorded as disposed of but was found again. */
  @Post(':id/reopening')
  @HttpCode(200)
  @Needs('devices:admin')
  @Etag()
  reopen(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: VoidBody,
  ): Promise<DeviceDetail> {
    return this.devices.reopen(scope, id, version, body.note);
  }

  /** Merges two records of the same device. The device in the address is kept, and the duplicate is merged into it. */
  @Post(':id/merge')
  @HttpCode(200)
  @Needs('devices:edit')
  @Etag()
  merge(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: MergeBody,
  ): Promise<DeviceDetail> {
    return this.merging.merge(scope, id, version, body.duplicateId, body.note);
  }

  /** Places a hold on a device. A hold blocks the actions that it names until somebody lifts it. */
  @Post(':id/holds')
  @Needs('devices:admin')
  async placeHold(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: HoldBody,
  ): Promise<{ id: string }> {
    return { id: await this.devices.placeHold(scope, id, body) };
  }

  /** Lifts a hold that was placed by hand. A claim or a lot lifts its own holds. */
  @Delete(':id/holds/:holdId')
  @HttpCode(204)
  @Needs('devices:admin')
  liftHold(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('holdId', ParseUUIDPipe) holdId: string,
  ): Promise<void> {
    return this.devices.liftHold(scope, id, holdId);
  }
}
