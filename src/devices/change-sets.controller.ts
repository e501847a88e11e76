import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentScope, Needs } from '../access/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { type Page, PageQuery } from '../common/paging.js';
import type { JobView } from '../jobs/jobs.service.js';
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

  @Get(':id')
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ChangeSetView> {
    return this.changeSets.find(scope, id);
  }

  /** The whole of it, by device. */
  @Get(':id/events')
  events(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<ChangeSetEvent>> {
    return this.changeSets.events(scope, id, query.limit, query.cursor);
  }

  /** Takes it back as corrections at their dates; what was edited since is left and listed. */
  @Post(':id/undo')
  @HttpCode(202)
  undo(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<JobView> {
    return this.undoing.start(scope, id);
  }
}
