import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import type { Page } from '../../common/paging.js';
import { ClaimsQueries } from '../claims/claims.queries.js';
import { ClaimMessageBody, ClaimMessagesQuery } from './claim-messages.dto.js';
import { ClaimMessages, type ClaimMessageView } from './claim-messages.service.js';

@ApiTags('warranty')
@Controller('claims/:id/messages')
export class ClaimMessagesController {
  constructor(
    private readonly messages: ClaimMessages,
    private readonly claims: ClaimsQueries,
  ) {}

  /** Lists the messages between the district and the vendor about a claim, oldest first. */
  @Get()
  @Needs('devices:read')
  @ListFile<ClaimMessageView>('Messages of a claim', {
    writtenAt: ['Written at', 'instant'],
    from: ['From', 'text'],
    side: ['Side', 'text'],
    text: ['Text', 'text'],
    id: ['Id', 'text'],
  })
  async list(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ClaimMessagesQuery,
  ): Promise<Page<ClaimMessageView>> {
    await this.claims.find(scope, id);
    return this.messages.list(scope, id, query);
  }

  /** Writes a message to the vendor of a claim that was sent. Do not name students in it. */
  @Post()
  @Needs('warranty:edit')
  write(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { text }: ClaimMessageBody,
  ): Promise<ClaimMessageView> {
    return this.messages.write(scope, id, text);
  }
}
