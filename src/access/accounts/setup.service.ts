import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/time/clock.js';
import { Transactions } from '../../database/transactions.js';
import { SetupLinkSpent } from '../access.errors.js';
import { AccountsService, type AccountView } from './accounts.service.js';
import { DistrictsService, type NewDistrict } from '../districts.service.js';

export interface SetupInput {
  district: NewDistrict;
  account: { email: string; name?: string; password: string };
}

const LINK_MS = 24 * 3_600_000;

/** A link ends too when somebody made a district at the command line meanwhile. `$2` is now. */
const USABLE = `used_at IS NULL AND expires_at > $2 AND NOT EXISTS (SELECT 1 FROM districts)`;

/** The way into an empty deployment: one link, once. There is no default password. */
@Injectable()
export class SetupService {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly districts: DistrictsService,
    private readonly accounts: AccountsService,
    private readonly clock: Clock,
  ) {}

  /** A fresh link's secret while nobody can sign in yet; undefined once there is a district. Older links end. */
  async offer(): Promise<string | undefined> {
    const [{ empty } = { empty: false }] = await this.source.query<{ empty: boolean }[]>(
      `SELECT NOT EXISTS (SELECT 1 FROM districts) AS empty`,
    );
    if (!empty) return undefined;
    const secret = randomBytes(24).toString('base64url');
    await this.transactions.run(async (tx) => {
      await tx.query(`DELETE FROM setup_links`);
      await tx.query(`INSERT INTO setup_links (token_hash, expires_at) VALUES ($1, $2)`, [
        hashOf(secret),
        new Date(tx.at.getTime() + LINK_MS),
      ]);
    });
    return secret;
  }

  /** @throws SetupLinkSpent where the link cannot be used (any more) */
  async assertUsable(secret: string): Promise<void> {
    const rows = await this.source.query<unknown[]>(
      `SELECT 1 FROM setup_links WHERE token_hash = $1 AND ${USABLE}`,
      [hashOf(secret), this.clock.now()],
    );
    if (rows.length === 0) throw new SetupLinkSpent();
  }

  /** Makes the first district and its admin, and spends the link, all or nothing. */
  async use(secret: string, input: SetupInput): Promise<{ districtId: string; account: AccountView }> {
    return this.transactions.run(async (tx) => {
      const [spent] = await tx.query<[unknown[], number]>(
        `UPDATE setup_links SET used_at = $2
          WHERE token_hash = $1 AND ${USABLE} RETURNING 1`,
        [hashOf(secret), tx.at],
      );
      if (spent.length === 0) throw new SetupLinkSpent();
      const district = await this.districts.createWithin(tx, input.district);
      const account = await this.accounts.createWithin(tx, district.id, { ...input.account, role: 'admin' });
      return { districtId: district.id, account };
    });
  }
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
