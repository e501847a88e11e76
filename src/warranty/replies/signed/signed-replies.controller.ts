import { Body, Controller, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Needs, type ScopedRequest } from '../../../access/routes/needs.decorator.js';
import { NeverAnswers } from '../../../common/http/never-answers.js';
import { KEEPS_RAW_BODY } from '../../../common/http/json-body.js';
import { scopeOfSigner, SignatureGuard } from './signature.guard.js';
import { SignedRepliesBody } from './signed-replies.dto.js';
import { SignedReplies, type SignedReplyResult } from './signed-replies.service.js';

@ApiTags('warranty')
@Controller('claim-replies')
export class SignedRepliesController {
  constructor(private readonly replies: SignedReplies) {}

  /**
   * Takes up to 200 replies from a vendor's system. The request is signed with the secret that the vendor shares with the
   * district, and needs no account. A reply that comes twice changes nothing.
   */
  @Post()
  @Needs('public')
  @UseGuards(SignatureGuard)
  @RouteConfig(KEEPS_RAW_BODY)
  @HttpCode(200)
  @NeverAnswers(403, 404, 409)
  @ApiHeader({
    name: 'Rollcall-Vendor',
    required: true,
    description: 'Short name of the district, a slash, and the key of the vendor, such as irvine/dell.',
  })
  @ApiHeader({
    name: 'Rollcall-Timestamp',
    required: true,
    description: 'Seconds since 1970. At most five minutes away from the time of the server.',
  })
  @ApiHeader({
    name: 'Rollcall-Signature',
    required: true,
    description:
      'v1= and the HMAC-SHA-256, in hexadecimal digits, of the timestamp, a dot and the bytes of the body.',
  })
  async take(
    @Req() request: ScopedRequest,
    @Body() { replies }: SignedRepliesBody,
  ): Promise<{ results: SignedReplyResult[] }> {
    return { results: await this.replies.take(scopeOfSigner(request), replies) };
  }
}
