import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../../common/ids.js';
import { readSiteCode } from '../../common/site-code.js';
import { explainConstraint } from '../../common/constraint-refusals.js';
import { StaleVersion } from '../../common/http/etag.js';
import type { Page } from '../../common/paging.js';
import { Conflict, InvalidInput, NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Statements, Tx } from '../../database/tx.js';
import { byInvitation, DistrictUnclear, passwordTooShort, vendorRoleFixed } from '../access.errors.js';
import type { AccountsQuery } from '../access.dto.js';
import { AccountSite } from '../entities/account-site.entity.js';
import { Account } from '../entities/account.entity.js';
import { list } from '../lists/list.js';
import { Lists } from '../lists/lists.service.js';
import { PrincipalsService } from '../principals.service.js';
import { hashPassword, SHORTEST_PASSWORD } from './secrets.js';
import type { Role, Scope } from '../scope.js';

explainConstraint(
  'accounts_email_unique',
  (email) => new Conflict(`${email} already has an account in this district.`, 'ACCOUNT_EMAIL_TAKEN'),
);

export interface NewAccount {
  email: string;
  name?: string;
  role: Role;
  /** Codes of sites. */
  sites?: string[];
  regions?: string[];
  /** Without one the account cannot sign in by password; tokens work all the same. */
  password?: string;
  /** With the role `vendor`, and only with it: where the person works. */
  vendorId?: string;
}

export interface AccountChange {
  name?: string;
  role?: Role;
  sites?: string[];
  regions?: string[];
  password?: string;
  disabled?: boolean;
}

/** An account as the API shows it; `sites` are codes. */
export interface AccountView {
  id: string;
  email: string;
  name: string;
  role: Role;
  regions: string[];
  sites: string[];
  disabledAt: Date | null;
  version: number;
  createdAt: Date;
}

const VIEW = `
  SELECT a.id, a.email, a.name, a.role, a.regions, a.disabled_at AS "disabledAt", a.version,
         a.created_at AS "createdAt",
         ARRAY(SELECT s.code FROM account_sites x JOIN sites s ON s.district_id = $1 AND s.id = x.site_id
                WHERE x.district_id = $1 AND x.account_id = a.id ORDER BY s.code) AS sites
    FROM accounts a
   WHERE a.district_id = $1`;

const ACCOUNTS = list<AccountView, AccountsQuery>({
  name: 'accounts',
  select: VIEW,
  reach: 'district',
  filters: {},
  sorts: { email: ['a.email'] },
});

@Injectable()
export class AccountsService {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
    private readonly transactions: Transactions,
    private readonly principals: PrincipalsService,
  ) {}

  create(districtId: string, input: NewAccount): Promise<AccountView> {
    return this.transactions.run((tx) => this.createWithin(tx, districtId, input));
  }

  /** @throws InvalidInput for the role `vendor` without a vendor: its people are invited */
  async createWithin(tx: Tx, districtId: string, input: NewAccount): Promise<AccountView> {
    if ((input.role === 'vendor') !== (input.vendorId !== undefined)) throw byInvitation();
    const id = newId();
    const email = input.email.trim().toLowerCase();
    const name = input.name?.trim() || email;
    const regions = input.regions ?? [];
    await this.assertRegions(tx, districtId, regions);
    const { role, vendorId } = input;
    await tx.insert(Account, { districtId, id, email, name, role, regions, vendorId });
    if (input.sites) await this.replaceSites(tx, districtId, id, input.sites);
    if (input.password !== undefined) await this.setPassword(tx, districtId, id, email, input.password);
    return this.view(tx, districtId, id);
  }

  /** @param version null changes whatever version there is */
  async change(
    districtId: string,
    id: string,
    version: number | null,
    input: AccountChange,
  ): Promise<AccountView> {
    const view = await this.transactions.run(async (tx) => {
      const account = await tx.findOne(Account, {
        where: { districtId, id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!account) throw new NotFound('The account', 'ACCOUNT_NOT_FOUND');
      const isOfVendor = account.role === 'vendor';
      if (input.role !== undefined && (input.role === 'vendor') !== isOfVendor)
        throw isOfVendor ? vendorRoleFixed() : byInvitation();
      if (version !== null && account.version !== version)
        throw new StaleVersion('The account', account.version);
      // An account can keep a region that it has, even if no site is in that region any more.
      const added = input.regions?.filter((region) => !account.regions.includes(region)) ?? [];
      await this.assertRegions(tx, districtId, added);
      await tx.update(
        Account,
        { districtId, id },
        {
          name: input.name?.trim() || account.name,
          role: input.role ?? account.role,
          regions: input.regions ?? account.regions,
          disabledAt: input.disabled === undefined ? account.disabledAt : input.disabled ? new Date() : null,
          version: account.version + 1,
        },
      );
      if (input.sites) await this.replaceSites(tx, districtId, id, input.sites);
      if (input.password !== undefined)
        await this.setPassword(tx, districtId, id, account.email, input.password);
      if (input.disabled || input.password !== undefined) await this.endSessions(tx, districtId, id);
      return this.view(tx, districtId, id);
    });
    this.principals.forget();
    return view;
  }

  /** Gives an account a password. Its open sessions stay open. */
  async setPasswordWithin(tx: Tx, districtId: string, id: string, password: string): Promise<AccountView> {
    const account = await this.view(tx, districtId, id);
    await this.setPassword(tx, districtId, id, account.email, password);
    return account;
  }

  async find(districtId: string, id: string): Promise<AccountView> {
    return this.view(this.source.manager, districtId, id);
  }

  list(scope: Scope, query: AccountsQuery): Promise<Page<AccountView>> {
    return this.lists.answer(ACCOUNTS, scope, query);
  }

  /**
   * The one account with this address, for the command line.
   * @throws DistrictUnclear where several districts have it and none was named
   */
  async byEmail(email: string, districtSlug?: string): Promise<Account> {
    const accounts = await this.source.query<{ district_id: string; id: string }[]>(
      `SELECT a.district_id, a.id FROM accounts a JOIN districts d ON d.id = a.district_id
        WHERE a.email = $1 AND ($2::text IS NULL OR d.slug = $2) AND a.disabled_at IS NULL`,
      [email.trim().toLowerCase(), districtSlug ?? null],
    );
    const [only, ...others] = accounts;
    if (!only) throw new NotFound(`An account for ${email}`, 'ACCOUNT_NOT_FOUND');
    if (others.length > 0) throw new DistrictUnclear();
    return this.source.manager.findOneByOrFail(Account, { districtId: only.district_id, id: only.id });
  }

  private async view(db: Statements, districtId: string, id: string): Promise<AccountView> {
    const [row] = await db.query<AccountView[]>(`${VIEW} AND a.id = $2`, [districtId, id]);
    if (!row) throw new NotFound('The account', 'ACCOUNT_NOT_FOUND');
    return row;
  }

  private async replaceSites(tx: Tx, districtId: string, accountId: string, codes: string[]): Promise<void> {
    const wanted = [...new Set(codes.map((code) => readSiteCode(code)))];
    const sites = await tx.query<{ id: string; code: string }[]>(
      `SELECT id, code FROM sites WHERE district_id = $1 AND code = ANY ($2)`,
      [districtId, wanted],
    );
    const missing = wanted.filter((code) => !sites.some((site) => site.code === code));
    if (missing.length > 0)
      throw new InvalidInput(
        `This district has no site with the code ${missing.join(', ')}. Check the code, or add the site first.`,
        [
          {
            field: 'sites',
            code: 'UNKNOWN_SITE',
            detail: `There is no site with the code ${missing.join(', ')}.`,
          },
        ],
      );
    await tx.delete(AccountSite, { districtId, accountId });
    await tx.insert(
      AccountSite,
      sites.map((site) => ({ districtId, accountId, siteId: site.id })),
    );
  }

  /** @throws InvalidInput for a region that no site is in: the account would reach nothing by it */
  private async assertRegions(tx: Tx, districtId: string, regions: readonly string[]): Promise<void> {
    if (regions.length === 0) return;
    const rows = await tx.query<{ region: string }[]>(
      `SELECT DISTINCT region FROM sites WHERE district_id = $1 AND region IS NOT NULL ORDER BY region`,
      [districtId],
    );
    const known = rows.map(({ region }) => region);
    const missing = regions.filter((region) => !known.includes(region));
    if (missing.length === 0) return;
    const choice =
      known.length > 0
        ? `Choose one of these: ${known.join(', ')}.`
        : 'No site of this district has a region. Add the region to its sites first.';
    throw new InvalidInput(`No site of this district is in the region ${missing.join(', ')}. ${choice}`, [
      { field: 'regions', code: 'IS_IN', detail: choice },
    ]);
  }

  private async setPassword(
    tx: Tx,
    districtId: string,
    accountId: string,
    email: string,
    password: string,
  ): Promise<void> {
    if (password.length < SHORTEST_PASSWORD || password.length > 1000) throw passwordTooShort('password');
    const secretHash = await hashPassword(password);
    await tx.query(
      `INSERT INTO identities (district_id, id, account_id, provider, subject, secret_hash)
       VALUES ($1, $2, $3, 'password', $4, $5)
       ON CONFLICT (district_id, account_id, provider)
       DO UPDATE SET secret_hash = excluded.secret_hash, subject = excluded.subject`,
      [districtId, newId(), accountId, email, secretHash],
    );
  }

  private async endSessions(tx: Tx, districtId: string, accountId: string): Promise<void> {
    await tx.query(
      `UPDATE sessions SET ended_at = $3 WHERE district_id = $1 AND account_id = $2 AND ended_at IS NULL`,
      [districtId, accountId, tx.at],
    );
  }
}
