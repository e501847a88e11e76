import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListFile, ListQuery } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import type { Page } from '../../common/paging.js';
import type { JobView } from '../../jobs/jobs.service.js';
import { ChangeSetUndoJob } from './change-set-undo-job.service.js';
import { type ChangeSetEvent, ChangeSetsService, type ChangeSetView } from './change-sets.service.js';

@ApiTags('devices')
@Controller('change-sets')
@Needs('devices:admin')
export class ChangeSetsController {
  constructor(
    private readonly changeSets: ChangeSetsService,
    private readonly undoing: ChangeSetUndoJob,
  ) {}

  /** Shows one change set: what was changed together, and who changed it. */
  @Get(':id')
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ChangeSetView> {
    return this.changeSets.find(scope, id);
  }

  /** Lists every event of a change set, ordered by device. */
  @Get(':id/events')
  @ListFile<ChangeSetEvent>('Events of a change set', {
    assetTag: ['Asset tag', 'text'],
    serialNumber: ['Serial number', 'text'],
    type: ['Event', 'text'],
    effectiveAt: ['Effective at', 'instant'],
    changes: ['Changes', 'text'],
    deviceId: ['Device id', 'text'],
    eventId: ['Event id', 'text'],
  })
  events(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ListQuery,
  ): Promise<Page<ChangeSetEvent>> {
    return this.changeSets.events(scope, id, query);
  }

  /**
   * Undoes a change set by adding corrections at the original dates. Devices that were edited since then are left as
   * they are and listed in the answer.
   */
  @Post(':id/undo')
  @HttpCode(202)
  undo(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<JobView> {
    return this.undoing.start(scope, id);
  }
}
