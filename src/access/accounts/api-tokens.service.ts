import { Injectable } from '@nestjs/common';
import { newId } from '../../common/ids.js';
import { Forbidden, InvalidInput, NotFound } from '../../common/refusal.js';
import type { Page } from '../../common/paging.js';
import { Transactions } from '../../database/transactions.js';
import type { TokensQuery } from '../access.dto.js';
import { ApiToken } from '../entities/api-token.entity.js';
import { list } from '../lists/list.js';
import { Lists } from '../lists/lists.service.js';
import { PrincipalsService } from '../principals.service.js';
import { makeToken } from './secrets.js';
import { may, type Permission, ROLE_GRANTS, type Scope } from '../scope.js';

export interface NewToken {
  name: string;
  expiresAt: Date;
  scopes?: Permission[];
}

/** A token without its secret. */
export interface TokenView {
  id: string;
  name: string;
  scopes: string[] | null;
  expiresAt: Date;
  lastUsedAt: Date | null;
  createdAt: Date;
}

const TOKENS = list<TokenView, TokensQuery>({
  name: 'tokens',
  select: `
    SELECT t.id, t.name, t.scopes, t.expires_at AS "expiresAt", t.last_used_at AS "lastUsedAt",
           t.created_at AS "createdAt"
      FROM api_tokens t WHERE t.district_id = $1 AND t.revoked_at IS NULL`,
  reach: (param, { scope }) => `t.account_id = ${param(scope.accountId)}`,
  filters: {},
  sorts: { id: ['t.id'] },
});

/** A year, where nobody says otherwise: long enough for a school year, and it does end. */
export const DEFAULT_TOKEN_DAYS = 365;

@Injectable()
export class ApiTokensService {
  constructor(
    private readonly lists: Lists,
    private readonly transactions: Transactions,
    private readonly principals: PrincipalsService,
  ) {}

  /** Makes a token; the secret is in the answer and nowhere else, ever. */
  async create(
    districtId: string,
    accountId: string,
    input: NewToken,
  ): Promise<TokenView & { token: string }> {
    if (input.expiresAt.getTime() <= Date.now())
      throw new InvalidInput('Choose an end date in the future.', [
        { field: 'expiresAt', code: 'PAST', detail: 'Choose a date and time in the future.' },
      ]);
    const { token, tokenHash } = makeToken(districtId);
    const row = { districtId, id: newId(), accountId, tokenHash, ...input, scopes: input.scopes ?? null };
    await this.transactions.run((tx) => tx.insert(ApiToken, row));
    const { id, name, scopes, expiresAt } = row;
    return { id, name, scopes, expiresAt, lastUsedAt: null, createdAt: new Date(), token };
  }

  /**
   * Makes a token of the caller's own, which may do no more than the caller.
   * @throws Forbidden naming the permissions that the caller does not have
   */
  createFor(scope: Scope, input: NewToken): Promise<TokenView & { token: string }> {
    const isLimited = ROLE_GRANTS[scope.role].some((permission) => !may(scope, permission));
    const beyond = input.scopes?.filter((permission) => !may(scope, permission)) ?? [];
    if (beyond.length > 0)
      throw new Forbidden(
        `A token cannot do more than you can, and you don't have the permission ${beyond.join(', ')}. Leave it out of the scopes.`,
        'NOT_ALLOWED_FOR_ROLE',
      );
    const scopes = input.scopes ?? (isLimited ? [...scope.permissions] : undefined);
    return this.create(scope.districtId, scope.accountId ?? '', { ...input, scopes });
  }

  /** Tokens of the caller's own. */
  list(scope: Scope, query: TokensQuery): Promise<Page<TokenView>> {
    return this.lists.answer(TOKENS, scope, query);
  }

  async revoke(districtId: string, accountId: string, id: string): Promise<void> {
    const result = await this.transactions.run((tx) =>
      tx.update(ApiToken, { districtId, accountId, id }, { revokedAt: new Date() }),
    );
    if (result.affected === 0) throw new NotFound('The token', 'TOKEN_NOT_FOUND');
    this.principals.forget();
  }
}
