import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SchoolYear } from '../../common/http/request-fields.js';
import { NeverAnswers } from '../../common/http/never-answers.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import type { JobView } from '../../jobs/jobs.service.js';
import { AssignmentProposals } from './proposals.service.js';

export class ProposalBody {
  /** Such as `2025-26`. */
  @SchoolYear()
  schoolYear!: string;
}

@ApiTags('allocation')
@Controller('allocation/proposals')
@Needs('settings:edit')
export class AssignmentProposalsController {
  constructor(private readonly proposals: AssignmentProposals) {}

  /**
   * Proposes which technician goes to which site on which weekday, so that each site gets the days it bought. The
   * work runs as a job, and the proposal is the job's result.
   */
  @Post()
  @HttpCode(202)
  @NeverAnswers(404)
  start(@CurrentScope() scope: Scope, @Body() { schoolYear }: ProposalBody): Promise<JobView> {
    return this.proposals.start(scope, schoolYear);
  }

  /** Accepts a proposal. Its assignments replace those of the same school year, except the fixed ones, which stay. */
  @Post(':id/acceptance')
  @HttpCode(200)
  accept(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ assignments: number }> {
    return this.proposals.accept(scope, id);
  }
}
