import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessRetention } from './access-retention.js';
import { BodyRules } from '../common/http/body-rules.js';
import { AccessGuard } from './routes/access.guard.js';
import {
  AccountsController,
  SessionController,
  SetupController,
  TokensController,
} from './access.controllers.js';
import { AccountsService } from './accounts/accounts.service.js';
import { ApiTokensService } from './accounts/api-tokens.service.js';
import { DistrictsService } from './districts.service.js';
import { AccountSite } from './entities/account-site.entity.js';
import { Account } from './entities/account.entity.js';
import { ApiToken } from './entities/api-token.entity.js';
import { District } from './entities/district.entity.js';
import { Identity } from './entities/identity.entity.js';
import { Session } from './entities/session.entity.js';
import { IdempotencyKey, SetupLink, SignInFailure } from './entities/shared.entities.js';
import { IdempotencyInterceptor } from './routes/idempotency.interceptor.js';
import { SavedWorkInterceptor } from './routes/saved-work.interceptor.js';
import { Letterheads } from './letterheads.service.js';
import { Lists } from './lists/lists.service.js';
import { ListFileInterceptor } from './routes/list-file.interceptor.js';
import { PrincipalsService } from './principals.service.js';
import { ReachSources } from './reach-sources.js';
import { RouteNeeds } from './routes/route-needs.js';
import { SessionsService } from './accounts/sessions.service.js';
import { SetupService } from './accounts/setup.service.js';

/** Districts, accounts, and who may do what. */
@Module({
  imports: [
    DiscoveryModule,
    TypeOrmModule.forFeature([
      District,
      Account,
      AccountSite,
      Identity,
      Session,
      ApiToken,
      SetupLink,
      SignInFailure,
      IdempotencyKey,
    ]),
  ],
  controllers: [SessionController, SetupController, AccountsController, TokensController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    // Guards run in this order: the permission for a route is checked before the request's body.
    { provide: APP_GUARD, useClass: BodyRules },
    { provide: APP_INTERCEPTOR, useClass: SavedWorkInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: ListFileInterceptor },
    AccessRetention,
    PrincipalsService,
    ReachSources,
    RouteNeeds,
    DistrictsService,
    Letterheads,
    Lists,
    AccountsService,
    SessionsService,
    ApiTokensService,
    SetupService,
  ],
  exports: [
    DistrictsService,
    Letterheads,
    Lists,
    AccountsService,
    ApiTokensService,
    SetupService,
    RouteNeeds,
    PrincipalsService,
    ReachSources,
  ],
})
export class AccessModule {}
