import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentScope, Needs } from '../../../access/routes/needs.decorator.js';
import type { Scope } from '../../../access/scope.js';
import { Etag, IfMatch } from '../../../common/http/etag.js';
import { NeverAnswers } from '../../../common/http/never-answers.js';
import { ChecklistBody, ClaimChecksBody } from './checklist.dto.js';
import { ClaimChecklists, type ChecklistView } from './claim-checklists.service.js';
import { type ClaimCheckResult, ClaimTicks } from './claim-ticks.service.js';

@ApiTags('warranty')
@Controller()
export class ChecklistsController {
  constructor(
    private readonly checklists: ClaimChecklists,
    private readonly ticks: ClaimTicks,
  ) {}

  /** Shows what must be done before a claim of this vendor is ready, and a ready-made list to begin with. */
  @Get('vendors/:id/claim-checklist')
  @Needs('devices:read')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ChecklistView> {
    return this.checklists.find(scope, id);
  }

  /** Writes the checklist of a vendor as a whole. It applies to claims that become ready from now on. */
  @Put('vendors/:id/claim-checklist')
  @Needs('settings:edit')
  @Etag()
  put(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() { points }: ChecklistBody,
  ): Promise<ChecklistView> {
    return this.checklists.put(scope, id, version, points);
  }

  /**
   * Ticks points of the checklists of up to 200 claims. The answer has a result for each claim. Rollcall records who
   * ticked what and when, also if it is taken back.
   */
  @Post('claims/checklist')
  @HttpCode(200)
  @Needs('warranty:edit')
  @NeverAnswers(404)
  async tick(
    @CurrentScope() scope: Scope,
    @Body() body: ClaimChecksBody,
  ): Promise<{ results: ClaimCheckResult[] }> {
    return { results: await this.ticks.tick(scope, body) };
  }
}
