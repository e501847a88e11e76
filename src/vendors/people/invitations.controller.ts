import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Needs } from '../../access/routes/needs.decorator.js';
import { NeverAnswers } from '../../common/http/never-answers.js';
import { type InvitationShown, VendorInvitations } from './vendor-invitations.service.js';
import { InvitationAcceptanceBody } from './vendor-people.dto.js';

@ApiTags('vendors')
@Controller('invitations')
export class InvitationsController {
  constructor(private readonly people: VendorInvitations) {}

  /** Tells whom an invitation is for, if its link still works. */
  @Get(':secret')
  @Needs('public')
  show(@Param('secret') secret: string): Promise<InvitationShown> {
    return this.people.show(secret);
  }

  /** Accepts an invitation: makes the account with the password that you choose. The link works only once. */
  @Post(':secret')
  @Needs('public')
  @NeverAnswers(404)
  accept(@Param('secret') secret: string, @Body() body: InvitationAcceptanceBody): Promise<InvitationShown> {
    return this.people.accept(secret, body);
  }
}
