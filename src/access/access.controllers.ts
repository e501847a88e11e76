import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Ip,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NeverAnswers } from '../common/http/never-answers.js';
import { Etag, IfMatch } from '../common/http/etag.js';
import type { Page } from '../common/paging.js';
import { Settings } from '../config/settings.js';
import {
  AccountChangeBody,
  AccountsQuery,
  NewAccountBody,
  NewTokenBody,
  PasswordChangeBody,
  SessionChangeBody,
  SetupBody,
  SignInBody,
  TokensQuery,
} from './access.dto.js';
import { SESSION_COOKIE } from './routes/access.guard.js';
import { AccountsService, type AccountView } from './accounts/accounts.service.js';
import { ApiTokensService, DEFAULT_TOKEN_DAYS, type TokenView } from './accounts/api-tokens.service.js';
import { KeepsBack } from './routes/idempotency.interceptor.js';
import { ListFile } from './routes/list-file.js';
import { CurrentScope, Needs } from './routes/needs.decorator.js';
import { SESSION_SECONDS, SessionsService, type SessionView } from './accounts/sessions.service.js';
import { SetupService } from './accounts/setup.service.js';
import type { Scope } from './scope.js';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly settings: Settings,
  ) {}

  /** Signs in with an email address and a password. The answer sets the session cookie. */
  @Post()
  @Needs('public')
  @NeverAnswers(409)
  @HttpCode(204)
  async signIn(
    @Body() body: SignInBody,
    @Ip() network: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = await this.sessions.signIn(body.email, body.password, body.district, network);
    void reply.setCookie(SESSION_COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: this.settings.PUBLIC_URL?.startsWith('https:') ?? false,
      maxAge: SESSION_SECONDS,
    });
  }

  /** Shows who is signed in. */
  @Get()
  @Needs('signed-in')
  show(@CurrentScope() scope: Scope): Promise<SessionView> {
    return this.sessions.show(scope);
  }

  /** Changes the settings of your own account. Fields that you leave out stay as they are. */
  @Patch()
  @Needs('signed-in')
  @NeverAnswers(409)
  async change(@CurrentScope() scope: Scope, @Body() { language }: SessionChangeBody): Promise<SessionView> {
    if (language !== undefined) await this.sessions.chooseLanguage(scope, language);
    return this.sessions.show(scope);
  }

  /**
   * Changes the password of your own account. All other sessions of the account end; its API tokens still work. A wrong
   * current password counts as a failed sign-in.
   */
  @Put('password')
  @Needs('signed-in')
  @NeverAnswers(404, 409)
  @HttpCode(204)
  async changePassword(
    @CurrentScope() scope: Scope,
    @Body() body: PasswordChangeBody,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.sessions.changePassword(scope, body, request.cookies[SESSION_COOKIE]);
  }

  /** Signs out. The session also ends on the server, so its cookie no longer works. */
  @Delete()
  @Needs('public')
  @NeverAnswers(409)
  @HttpCode(204)
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = request.cookies[SESSION_COOKIE];
    if (token) await this.sessions.signOut(token);
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }
}

@ApiTags('setup')
@Controller('setup')
export class SetupController {
  constructor(private readonly setup: SetupService) {}

  /** Tells whether a setup link still works, and what it is for. */
  @Get(':secret')
  @Needs('public')
  async show(@Param('secret') secret: string): Promise<{ next: string; example: SetupBody }> {
    await this.setup.assertUsable(secret);
    return {
      next: 'To create the district and its first admin, send a POST request with JSON like the example to this same address. It works once.',
      example: {
        district: { name: 'Irvine Unified', slug: 'irvine', timeZone: 'America/Los_Angeles' },
        account: { email: 'you@district.example', name: 'Your name', password: 'at least twelve characters' },
      },
    };
  }

  /** Creates the first district and its admin account. The setup link works only once. */
  @Post(':secret')
  @Needs('public')
  @NeverAnswers(404, 409)
  use(
    @Param('secret') secret: string,
    @Body() body: SetupBody,
  ): Promise<{ districtId: string; account: AccountView }> {
    return this.setup.use(secret, body);
  }
}

@ApiTags('accounts')
@Controller('accounts')
@Needs('accounts:edit')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  /** Lists the accounts of the district. */
  @Get()
  @ListFile<AccountView>('Accounts', {
    email: ['Email', 'text'],
    name: ['Name', 'text'],
    role: ['Role', 'text'],
    regions: ['Regions', 'text'],
    sites: ['Sites', 'text'],
    disabledAt: ['Disabled at', 'instant'],
    createdAt: ['Made at', 'instant'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: AccountsQuery): Promise<Page<AccountView>> {
    return this.accounts.list(scope, query);
  }

  /** Adds an account. An account without a password cannot sign in on the pages, but it can use API tokens. */
  @Post()
  @NeverAnswers(404)
  @Etag()
  create(@CurrentScope() scope: Scope, @Body() body: NewAccountBody): Promise<AccountView> {
    return this.accounts.create(scope.districtId, body);
  }

  /** Shows one account. */
  @Get(':id')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<AccountView> {
    return this.accounts.find(scope.districtId, id);
  }

  /** Changes an account. Fields that you leave out stay as they are. */
  @Patch(':id')
  @NeverAnswers(409)
  @Etag()
  change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: AccountChangeBody,
  ): Promise<AccountView> {
    return this.accounts.change(scope.districtId, id, version, body);
  }
}

@ApiTags('accounts')
@Controller('tokens')
@Needs('signed-in')
export class TokensController {
  constructor(private readonly tokens: ApiTokensService) {}

  /** Lists your own tokens, without their secrets. */
  @Get()
  @ListFile<TokenView>('Tokens', {
    name: ['Name', 'text'],
    scopes: ['Scopes', 'text'],
    expiresAt: ['Ends at', 'instant'],
    lastUsedAt: ['Last used at', 'instant'],
    createdAt: ['Made at', 'instant'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: TokensQuery): Promise<Page<TokenView>> {
    return this.tokens.list(scope, query);
  }

  /** Creates a token for your own account. The answer is the only place where the secret is shown. */
  @Post()
  @KeepsBack('token')
  create(@CurrentScope() scope: Scope, @Body() body: NewTokenBody): Promise<TokenView & { token: string }> {
    const expiresAt = body.expiresAt ?? new Date(Date.now() + DEFAULT_TOKEN_DAYS * 86_400_000);
    return this.tokens.createFor(scope, { ...body, expiresAt });
  }

  /** Revokes one of your own tokens. It stops working at once. */
  @Delete(':id')
  @HttpCode(204)
  revoke(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.tokens.revoke(scope.districtId, scope.accountId ?? '', id);
  }
}
