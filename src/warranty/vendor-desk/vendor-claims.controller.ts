import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { NeverAnswers } from '../../common/http/never-answers.js';
import type { Page } from '../../common/paging.js';
import { DOCUMENT_TYPES } from '../../files/documents.js';
import { ClaimFiles } from '../claims/files/claim-files.service.js';
import { ClaimMessageBody, ClaimMessagesQuery } from '../messages/claim-messages.dto.js';
import { ClaimMessages, type ClaimMessageView } from '../messages/claim-messages.service.js';
import { DeskAnswers, type DeskAnswerResult } from './desk-answers.service.js';
import { type DeskClaimDetail, DeskClaimsQueries, type DeskClaimView } from './desk-claims.queries.js';
import { DeskAnswersBody, DeskClaimsQuery } from './vendor-desk.dto.js';
import { vendorOf } from './vendor-of.js';

@ApiTags('vendor')
@Controller('vendor/claims')
@Needs('claims:answer')
export class VendorClaimsController {
  constructor(
    private readonly claims: DeskClaimsQueries,
    private readonly answers: DeskAnswers,
    private readonly messages: ClaimMessages,
    private readonly files: ClaimFiles,
  ) {}

  /** Lists the claims that the district sent to your company, first those that you must answer first. */
  @Get()
  @ListFile<DeskClaimView>('Claims', {
    number: ['Claim', 'text'],
    state: ['State', 'text'],
    serialNumber: ['Serial number', 'text'],
    assetTag: ['Asset tag', 'text'],
    deviceModel: ['Model', 'text'],
    category: ['Fault', 'text'],
    isAccidental: ['Accident', 'boolean'],
    observed: ['What is wrong', 'text'],
    tried: ['What was tried', 'text'],
    reference: ['Reference', 'text'],
    rma: ['RMA', 'text'],
    expectedOn: ['Expected', 'date'],
    outcome: ['Outcome', 'text'],
    denialReason: ['Denied because of', 'text'],
    sentAt: ['Sent at', 'instant'],
    acknowledgedAt: ['Acknowledged at', 'instant'],
    resolvedAt: ['Resolved at', 'instant'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: DeskClaimsQuery): Promise<Page<DeskClaimView>> {
    return this.claims.list(scope, query);
  }

  /** Answers up to 200 claims at once. A refusal concerns its own claim only. */
  @Post('answers')
  @HttpCode(200)
  @NeverAnswers(404)
  async answer(
    @CurrentScope() scope: Scope,
    @Body() { answers }: DeskAnswersBody,
  ): Promise<{ results: DeskAnswerResult[] }> {
    return { results: await this.answers.answer(scope, answers) };
  }

  /** Shows one claim with its parts, photos and history. */
  @Get(':id')
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<DeskClaimDetail> {
    return this.claims.find(scope, id);
  }

  /** Downloads a photo or a paper that the district shares. */
  @Get(':id/files/:fileId')
  @ApiProduces(...DOCUMENT_TYPES)
  @Header('content-security-policy', "default-src 'none'; sandbox")
  async file(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
  ): Promise<StreamableFile> {
    const file = await this.files.openShared(scope.districtId, vendorOf(scope), id, fileId);
    return new StreamableFile(file.open(), { type: file.mediaType, length: file.sizeBytes });
  }

  /** Lists the messages between you and the district about a claim, oldest first. */
  @Get(':id/messages')
  @ListFile<ClaimMessageView>('Messages of a claim', {
    writtenAt: ['Written at', 'instant'],
    from: ['From', 'text'],
    side: ['Side', 'text'],
    text: ['Text', 'text'],
    id: ['Id', 'text'],
  })
  async listMessages(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ClaimMessagesQuery,
  ): Promise<Page<ClaimMessageView>> {
    await this.claims.assertSeen(scope, id);
    return this.messages.list(scope, id, query);
  }

  /** Writes a message to the district about a claim. */
  @Post(':id/messages')
  @NeverAnswers(409)
  write(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { text }: ClaimMessageBody,
  ): Promise<ClaimMessageView> {
    return this.messages.write(scope, id, text);
  }
}
