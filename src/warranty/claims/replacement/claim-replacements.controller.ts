import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentScope, Needs } from '../../../access/routes/needs.decorator.js';
import type { Scope } from '../../../access/scope.js';
import { Etag, IfMatchIfAny } from '../../../common/http/etag.js';
import type { ClaimDetail } from '../claims.queries.js';
import { ClaimReplacementBody, UndoReplacementBody } from './claim-replacement.dto.js';
import { ReplacedClaims } from './replaced-claims.service.js';

@ApiTags('warranty')
@Controller('claims/:id/replacement')
export class ClaimReplacementsController {
  constructor(private readonly replaced: ReplacedClaims) {}

  /**
   * Adds the device that the vendor sent, for a claim that is resolved with the outcome `replaced` and has no replacement
   * yet. That is so if the vendor named the new serial number in a reply. The same serial number again changes nothing.
   */
  @Post()
  @HttpCode(200)
  @Needs('devices:edit')
  @Etag()
  add(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatchIfAny() version: number | null,
    @Body() body: ClaimReplacementBody,
  ): Promise<ClaimDetail> {
    return this.replaced.add(scope, id, version, body);
  }

  /**
   * Undoes a replacement that was a mistake: the record of the new device becomes void, the claimed device is in repair
   * again, and the claim is in progress. This works while the claim is open and both devices are unchanged.
   */
  @Post('undo')
  @HttpCode(200)
  @Needs('devices:edit')
  @Etag()
  undo(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatchIfAny() version: number | null,
    @Body() { reason }: UndoReplacementBody,
  ): Promise<ClaimDetail> {
    return this.replaced.undo(scope, id, version, reason);
  }
}
