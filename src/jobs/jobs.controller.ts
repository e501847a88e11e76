import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentScope, Needs } from '../access/routes/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { JobsService, type JobView } from './jobs.service.js';

@ApiTags('jobs')
@Controller('jobs')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  /**
   * Shows a job: how far it is, how fast it works, and about how long it will take. The account that started the job
   * can see it. So can accounts that see the whole district and have the permission that this kind of work needs.
   */
  @Get(':id')
  @Needs('signed-in')
  async show(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<JobView> {
    await this.jobs.assertSeen(scope, id);
    return this.jobs.view(scope.districtId, id);
  }

  /** Asks a job to stop after the part it is working on. Everyone who can see the job can stop it. */
  @Post(':id/cancel')
  @HttpCode(202)
  @Needs('signed-in')
  async cancel(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<JobView> {
    await this.jobs.assertSeen(scope, id);
    return this.jobs.cancel(scope.districtId, id);
  }
}
