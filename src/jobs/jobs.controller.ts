import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentScope, Needs } from '../access/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { JobsService, type JobView } from './jobs.service.js';

@ApiTags('jobs')
@Controller('jobs')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  /** How far a job is, how fast it goes and how long it will take. */
  @Get(':id')
  @Needs('jobs:read')
  show(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<JobView> {
    return this.jobs.view(scope.districtId, id);
  }

  /** Asks it to stop after the chunk it is at. */
  @Post(':id/cancel')
  @HttpCode(202)
  @Needs('imports:run')
  cancel(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<JobView> {
    return this.jobs.cancel(scope.districtId, id);
  }
}
