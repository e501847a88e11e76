import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListFile } from '../access/routes/list-file.js';
import { CurrentScope, Needs } from '../access/routes/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import type { Page } from '../common/paging.js';
import { OutboxQuery } from './outbox.dto.js';
import { type LetterDetails, type LetterView, OutboxQueries } from './outbox.queries.js';
import { Outbox } from './outbox.service.js';

@ApiTags('outbox')
@Controller('outbox')
@Needs('outbox:edit')
export class OutboxController {
  constructor(
    private readonly queries: OutboxQueries,
    private readonly outbox: Outbox,
  ) {}

  /** Lists everything that Rollcall has sent or is about to send, such as emails, latest first. */
  @Get()
  @ListFile<LetterView>('Outbox', {
    createdAt: ['Created', 'instant'],
    channel: ['Channel', 'text'],
    subjectKind: ['About', 'text'],
    address: ['Address', 'text'],
    state: ['State', 'text'],
    attempts: ['Attempts', 'integer'],
    nextAttemptAt: ['Next attempt', 'instant'],
    sentAt: ['Sent', 'instant'],
    answer: ['Answer', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: OutboxQuery): Promise<Page<LetterView>> {
    return this.queries.list(scope, query);
  }

  /** Shows one letter, with each attempt to send it and what the other side answered. */
  @Get(':id')
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<LetterDetails> {
    return this.queries.find(scope, id);
  }

  /**
   * Sends a letter again that has failed, that may not have arrived, or that was kept because its channel was not set
   * up. This makes a new letter to the same address.
   */
  @Post(':id/retry')
  @HttpCode(202)
  async retry(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<LetterDetails> {
    return this.queries.find(scope, await this.outbox.retry(scope, id));
  }
}
