import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentScope, Needs } from '../access/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { JobsService, type JobView } from './jobs.service.js';

@ApiTags('jobs')
@Controller('jobs')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  /**
   * How far a job is, how fast it goes and how long it will take. For the account that began it, and for those who see
   * the whole district and have the permission that the work needs.
   */
  @Get(':id')
  @Needs('signed-in')
  async show(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<JobView> {
    await this.jobs.assertSeen(scope, id);
    return this.jobs.view(scope.districtId, id);
  }

  /** Asks a job to stop after the chunk it is at. Whoever may see it may stop it. */
  @Post(':id/cancel')
  @HttpCode(202)
  @Needs('signed-in')
  async cancel(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<JobView> {
    await this.jobs.assertSeen(scope, id);
    return this.jobs.cancel(scope.districtId, id);
  }
}
