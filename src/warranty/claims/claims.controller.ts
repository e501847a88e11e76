import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Etag, IfMatch, IfMatchIfAny } from '../../common/http/etag.js';
import { NeverAnswers } from '../../common/http/never-answers.js';
import type { Page } from '../../common/paging.js';
import { ClaimEscalations } from '../clocks/claim-escalations.js';
import {
  ClaimChangeBody,
  ClaimEscalationBody,
  ClaimsQuery,
  ClaimStepBody,
  ClaimStepsBody,
  NewClaimBody,
} from './claims.dto.js';
import { type ClaimDetail, ClaimsQueries, type ClaimView } from './claims.queries.js';
import { ClaimProgress, type ClaimStepResult } from './claim-progress.js';
import { Claims } from './claims.service.js';

@ApiTags('warranty')
@Controller('claims')
export class ClaimsController {
  constructor(
    private readonly claims: Claims,
    private readonly progress: ClaimProgress,
    private readonly queries: ClaimsQueries,
    private readonly escalations: ClaimEscalations,
  ) {}

  /** Lists the warranty claims of the sites that you can see, latest first. */
  @Get()
  @Needs('devices:read')
  @ListFile<ClaimView>('Warranty claims', {
    number: ['Claim', 'text'],
    state: ['State', 'text'],
    vendorName: ['Vendor', 'text'],
    deviceCode: ['Device', 'text'],
    serialNumber: ['Serial number', 'text'],
    deviceModel: ['Model', 'text'],
    site: ['Site', 'text'],
    siteName: ['Site name', 'text'],
    category: ['Fault', 'text'],
    isAccidental: ['Accident', 'boolean'],
    observed: ['What is wrong', 'text'],
    districtReference: ['Our reference', 'text'],
    reference: ['Reference', 'text'],
    rma: ['RMA', 'text'],
    expectedOn: ['Expected', 'date'],
    outcome: ['Outcome', 'text'],
    denialReason: ['Denied because of', 'text'],
    costInvoicedCents: ['Invoiced', 'cents'],
    openedAt: ['Opened at', 'instant'],
    openedByName: ['Opened by', 'text'],
    sentAt: ['Sent at', 'instant'],
    acknowledgedAt: ['Acknowledged at', 'instant'],
    resolvedAt: ['Resolved at', 'instant'],
    endedAt: ['Ended at', 'instant'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: ClaimsQuery): Promise<Page<ClaimView>> {
    return this.queries.list(scope, query);
  }

  /**
   * Opens a claim as a draft. The answer has the vendor, the coverage that should pay, and warnings if the vendor may
   * refuse. The device goes to repair unless it stays in use, and cannot be retired or disposed of while the claim is
   * open.
   */
  @Post()
  @Needs('warranty:edit')
  @NeverAnswers(404)
  @Etag()
  create(@CurrentScope() scope: Scope, @Body() body: NewClaimBody): Promise<ClaimDetail> {
    return this.claims.create(scope, body);
  }

  /** Takes one step for up to 200 claims, such as `ready` after a bench of broken devices was scanned. */
  @Post('steps')
  @HttpCode(200)
  @Needs('warranty:edit')
  @NeverAnswers(404)
  async stepAll(
    @CurrentScope() scope: Scope,
    @Body() body: ClaimStepsBody,
  ): Promise<{ results: ClaimStepResult[] }> {
    return { results: await this.progress.stepAll(scope, body) };
  }

  /** Shows one claim with its history. */
  @Get(':id')
  @Needs('devices:read')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ClaimDetail> {
    return this.queries.find(scope, id);
  }

  /** Notes what the vendor said, such as a reference or a day, or corrects a draft. */
  @Patch(':id')
  @Needs('warranty:edit')
  @Etag()
  change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: ClaimChangeBody,
  ): Promise<ClaimDetail> {
    return this.claims.change(scope, id, version, body);
  }

  /** Takes a claim to its next state. With `If-Match`, only if nobody else changed the claim meanwhile. */
  @Post(':id/steps')
  @HttpCode(200)
  @Needs('warranty:edit')
  @Etag()
  step(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatchIfAny() version: number | null,
    @Body() body: ClaimStepBody,
  ): Promise<ClaimDetail> {
    return this.progress.step(scope, id, version, body);
  }

  /** Raises a claim one level by hand. The vendor's contacts of that level get an email. */
  @Post(':id/escalation')
  @HttpCode(200)
  @Needs('warranty:edit')
  @Etag()
  async escalate(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ClaimEscalationBody,
  ): Promise<ClaimDetail> {
    await this.escalations.raise(scope, id, reason);
    return this.queries.find(scope, id);
  }
}
