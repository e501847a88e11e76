import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListFile } from '../access/routes/list-file.js';
import { CurrentScope, Needs } from '../access/routes/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import type { Page } from '../common/paging.js';
import { JobsQuery } from './jobs.dto.js';
import { JobsQueries, type ListedJob } from './jobs.queries.js';
import { JobsService, type JobView } from './jobs.service.js';

@ApiTags('jobs')
@Controller('jobs')
export class JobsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly queries: JobsQueries,
  ) {}

  /**
   * Lists the jobs that you started, latest first. Accounts that see the whole district also see the jobs of others, for
   * the kinds of work that their role allows.
   */
  @Get()
  @Needs('signed-in')
  @ListFile<ListedJob>('Jobs', {
    kind: ['Kind', 'text'],
    state: ['State', 'text'],
    done: ['Done', 'number'],
    total: ['Of', 'number'],
    createdAt: ['Started at', 'instant'],
    finishedAt: ['Ended at', 'instant'],
    problem: ['Problem', 'text'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: JobsQuery): Promise<Page<ListedJob>> {
    return this.queries.list(scope, query);
  }

  /**
   * Shows a job: how far it is, how fast it works, and about how long it will take. The account that started the job
   * can see it. So can accounts that see the whole district and are allowed to see this kind of work.
   */
  @Get(':id')
  @Needs('signed-in')
  show(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<JobView> {
    return this.jobs.show(scope, id);
  }

  /**
   * Asks a job to stop after the part it is working on. The account that started the job can stop it. So can accounts
   * that see the whole district and have the permission for this kind of work. After that, `result` says what the job
   * did until it stopped.
   */
  @Post(':id/cancel')
  @HttpCode(202)
  @Needs('signed-in')
  cancel(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<JobView> {
    return this.jobs.cancelFor(scope, id);
  }
}
