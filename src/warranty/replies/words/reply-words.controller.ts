import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentScope, Needs } from '../../../access/routes/needs.decorator.js';
import type { Scope } from '../../../access/scope.js';
import { Etag, IfMatchIfAny } from '../../../common/http/etag.js';
import { ReadyMadeWordsBody, ReplyWordsBody } from './reply-words.dto.js';
import { ReplyWords, type ReplyWordsChanged, type ReplyWordsView } from './reply-words.service.js';

@ApiTags('warranty')
@Controller('vendors/:id/reply-words')
export class ReplyWordsController {
  constructor(private readonly words: ReplyWords) {}

  /** Shows what the words of a vendor mean, and the words of its replies that nobody has given a meaning yet. */
  @Get()
  @Needs('warranty:edit')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ReplyWordsView> {
    return this.words.find(scope, id);
  }

  /**
   * Gives words of a vendor a meaning, or takes it away. Replies that waited for a word are taken over, up to 1,000 at
   * once. With `If-Match`, nothing is changed if somebody else has changed the words meanwhile.
   */
  @Put()
  @Needs('settings:edit')
  @Etag()
  set(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatchIfAny() version: number | null,
    @Body() body: ReplyWordsBody,
  ): Promise<ReplyWordsChanged> {
    return this.words.set(scope, id, version, body);
  }

  /** Adds the words of a mapping that comes with Rollcall. Words that have a meaning already keep it. */
  @Post('ready-made')
  @HttpCode(200)
  @Needs('settings:edit')
  @Etag()
  addReadyMade(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { name }: ReadyMadeWordsBody,
  ): Promise<ReplyWordsChanged> {
    return this.words.addReadyMade(scope, id, name);
  }
}
