import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListFile } from '../../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../../access/routes/needs.decorator.js';
import type { Scope } from '../../../access/scope.js';
import { Etag, IfMatchIfAny } from '../../../common/http/etag.js';
import type { Page } from '../../../common/paging.js';
import { ClaimRepliesQuery, ReplyApplicationBody, ReplyDismissalBody } from './claim-replies.dto.js';
import { ClaimRepliesQueries, type ClaimReplyDetail, type ClaimReplyView } from './claim-replies.queries.js';
import { ClaimReplies } from './claim-replies.service.js';

@ApiTags('warranty')
@Controller('claim-replies')
export class ClaimRepliesController {
  constructor(
    private readonly replies: ClaimReplies,
    private readonly queries: ClaimRepliesQueries,
  ) {}

  /** Lists what vendors said of claims, latest first. With `state=waiting`, the replies that a person must look at. */
  @Get()
  @Needs('devices:read')
  @ListFile<ClaimReplyView>('Replies of vendors', {
    receivedAt: ['Received at', 'instant'],
    claimNumber: ['Claim', 'text'],
    vendorName: ['Vendor', 'text'],
    serialNumber: ['Serial number', 'text'],
    word: ['Vendor’s word', 'text'],
    reference: ['Reference', 'text'],
    rma: ['RMA', 'text'],
    expectedOn: ['Expected', 'date'],
    costCents: ['Cost', 'cents'],
    outcome: ['Outcome', 'text'],
    replacementSerial: ['Replacement', 'text'],
    note: ['Note', 'text'],
    saidAt: ['Said at', 'instant'],
    source: ['Way', 'text'],
    state: ['State', 'text'],
    whyDetail: ['Why it waits', 'text'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: ClaimRepliesQuery): Promise<Page<ClaimReplyView>> {
    return this.queries.list(scope, query);
  }

  /** Shows one reply, with what people did with it. */
  @Get(':id')
  @Needs('devices:read')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ClaimReplyDetail> {
    return this.queries.find(scope, id);
  }

  /** Takes over a reply that waits: its details, and the step that its word means or that you choose. */
  @Post(':id/application')
  @HttpCode(200)
  @Needs('warranty:edit')
  @Etag()
  apply(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatchIfAny() version: number | null,
    @Body() body: ReplyApplicationBody,
  ): Promise<ClaimReplyDetail> {
    return this.replies.apply(scope, id, version, body);
  }

  /** Decides that a reply that waits changes nothing. It stays on record with the reason. */
  @Post(':id/dismissal')
  @HttpCode(200)
  @Needs('warranty:edit')
  @Etag()
  dismiss(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatchIfAny() version: number | null,
    @Body() { reason }: ReplyDismissalBody,
  ): Promise<ClaimReplyDetail> {
    return this.replies.dismiss(scope, id, version, reason);
  }
}
