import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { KeepsBack } from '../../access/routes/idempotency.interceptor.js';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Etag, IfMatch } from '../../common/http/etag.js';
import { NeverAnswers } from '../../common/http/never-answers.js';
import type { Page } from '../../common/paging.js';
import { Settings } from '../../config/settings.js';
import { pageOfLink } from './invitation-links.js';
import { VendorAccounts } from './vendor-accounts.service.js';
import { VendorInvitations } from './vendor-invitations.service.js';
import {
  VendorAccountChangeBody,
  VendorAccountsQuery,
  VendorInvitationBody,
  VendorInvitationsQuery,
} from './vendor-people.dto.js';
import {
  type VendorAccountView,
  type VendorInvitationView,
  VendorPeopleQueries,
} from './vendor-people.queries.js';

@ApiTags('vendors')
@Controller('vendors/:id')
@Needs('warranty:edit')
export class VendorPeopleController {
  constructor(
    private readonly queries: VendorPeopleQueries,
    private readonly people: VendorInvitations,
    private readonly accounts: VendorAccounts,
    private readonly settings: Settings,
  ) {}

  /** Lists the people who were invited to see and answer the claims of a vendor, latest first. */
  @Get('invitations')
  @ListFile<VendorInvitationView>('Invitations of a vendor', {
    email: ['Email', 'text'],
    name: ['Name', 'text'],
    state: ['State', 'text'],
    invitedByName: ['Invited by', 'text'],
    invitedAt: ['Invited at', 'instant'],
    expiresAt: ['Expires at', 'instant'],
    acceptedAt: ['Accepted at', 'instant'],
    withdrawnAt: ['Withdrawn at', 'instant'],
    id: ['Id', 'text'],
  })
  invitations(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: VendorInvitationsQuery,
  ): Promise<Page<VendorInvitationView>> {
    return this.queries.invitations(scope, id, query);
  }

  /** Invites a person who works at a vendor. Rollcall sends them an email with a link that works once, for a week. */
  @Post('invitations')
  invite(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: VendorInvitationBody,
  ): Promise<VendorInvitationView> {
    return this.people.invite(scope, id, body);
  }

  /** Sends the email of an open invitation again. */
  @Post('invitations/:invitationId/reminder')
  @HttpCode(200)
  remind(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('invitationId', ParseUUIDPipe) invitationId: string,
  ): Promise<VendorInvitationView> {
    return this.people.remind(scope, id, invitationId);
  }

  /**
   * Makes a link for an open invitation, to hand over in another way than by email. The answer is the only place where
   * the link is shown. `link` is a path if this server does not know its own web address.
   */
  @Post('invitations/:invitationId/link')
  @KeepsBack('link')
  async link(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('invitationId', ParseUUIDPipe) invitationId: string,
  ): Promise<{ link: string }> {
    return { link: pageOfLink(this.settings, await this.people.link(scope, id, invitationId)) };
  }

  /** Withdraws an open invitation. Its links no longer work. */
  @Post('invitations/:invitationId/withdrawal')
  @HttpCode(200)
  withdraw(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('invitationId', ParseUUIDPipe) invitationId: string,
  ): Promise<VendorInvitationView> {
    return this.people.withdraw(scope, id, invitationId);
  }

  /** Lists the accounts of the people at a vendor. */
  @Get('accounts')
  @ListFile<VendorAccountView>('Accounts of a vendor', {
    email: ['Email', 'text'],
    name: ['Name', 'text'],
    disabledAt: ['Shut at', 'instant'],
    createdAt: ['Made at', 'instant'],
    id: ['Id', 'text'],
  })
  listAccounts(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: VendorAccountsQuery,
  ): Promise<Page<VendorAccountView>> {
    return this.queries.accounts(scope, id, query);
  }

  /** Shuts the account of a person at a vendor, or opens it again. A shut account is signed out within five seconds. */
  @Patch('accounts/:accountId')
  @NeverAnswers(409)
  @Etag()
  changeAccount(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('accountId', ParseUUIDPipe) accountId: string,
    @IfMatch() version: number | null,
    @Body() { disabled }: VendorAccountChangeBody,
  ): Promise<VendorAccountView> {
    return this.accounts.change(scope, id, accountId, version, disabled);
  }
}
