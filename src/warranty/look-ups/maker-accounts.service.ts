import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../access/scope.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { SecretBox } from '../../secrets/secret-box.js';
import { Vendors } from '../../vendors/vendors.service.js';
import { type LookUpSchedule, MakerAccount } from './look-ups.entities.js';
import { credentialProblem, MakerAccountMissing } from './look-ups.errors.js';
import { MAKER_NAMED } from './makers/makers.js';
import { type Credentials, type Maker, MAKERS, type MakerName } from './makers/maker.js';

/** What a district has said about asking a maker. The credentials themselves are never shown. */
export interface MakerAccountView {
  maker: MakerName;
  /** Only devices of this manufacturer are asked about. */
  manufacturer: string;
  /** Names of the credentials that the maker gives. */
  credentials: readonly string[];
  /** Key of the vendor that provides what the maker says. Null if the maker cannot be asked. */
  vendor: string | null;
  vendorName: string | null;
  /** When the credentials were entered. Null if the maker cannot be asked. */
  setAt: Date | null;
  /** When the last look-up ended. */
  endedAt: Date | null;
  /** Why the last look-up ended early. */
  problem: string | null;
  /** When Rollcall asks by itself. Null if people start each look-up themselves. */
  schedule: LookUpSchedule | null;
  /** When Rollcall asks by itself next. */
  nextRunAt: Date | null;
}

/** A maker that can be asked. */
export interface OpenAccount {
  maker: Maker;
  credentials: Credentials;
  vendor: { id: string; key: string; name: string; timeZone: string; isActive: boolean };
}

/** A maker without an account. */
const NOT_SET = {
  vendor: null,
  vendorName: null,
  setAt: null,
  endedAt: null,
  problem: null,
  schedule: null,
  nextRunAt: null,
};

const LONGEST_CREDENTIAL = 5_000;

/** The accounts of a district with makers. */
@Injectable()
export class MakerAccounts {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly vendors: Vendors,
    private readonly box: SecretBox,
  ) {}

  async list({ districtId }: Scope): Promise<MakerAccountView[]> {
    const rows = await this.source.query<Omit<MakerAccountView, 'manufacturer' | 'credentials'>[]>(
      `SELECT a.maker, v.key AS vendor, v.name AS "vendorName", a.set_at AS "setAt", a.ended_at AS "endedAt", a.problem,
              a.schedule, a.next_run_at AS "nextRunAt"
         FROM maker_accounts a JOIN vendors v ON v.district_id = $1 AND v.id = a.vendor_id
        WHERE a.district_id = $1`,
      [districtId],
    );
    const byMaker = new Map(rows.map((row) => [row.maker, row]));
    return MAKERS.map((maker) => {
      const { manufacturer, credentials } = MAKER_NAMED[maker];
      return { maker, manufacturer, credentials, ...NOT_SET, ...byMaker.get(maker) };
    });
  }

  /**
   * Enters what a maker gives to those who may ask it. What was entered before is gone.
   * @throws InvalidInput where a credential is missing or cannot be right; NoSecretsKey
   */
  async set(scope: Scope, maker: MakerName, vendor: string, credentials: Credentials): Promise<void> {
    const { districtId, accountId } = scope;
    assertCredentials(MAKER_NAMED[maker], credentials);
    const sealed = this.box.seal(JSON.stringify(credentials), aboutOf(districtId, maker));
    await this.transactions.run(async (tx) => {
      const vendorId = await this.vendors.activeIdOf(tx, districtId, vendor);
      await tx.query(
        `INSERT INTO maker_accounts (district_id, maker, vendor_id, sealed, set_at, set_by)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (district_id, maker) DO UPDATE
           SET vendor_id = excluded.vendor_id, sealed = excluded.sealed, set_at = excluded.set_at,
               set_by = excluded.set_by, problem = NULL`,
        [districtId, maker, vendorId, sealed, tx.at, accountId],
      );
    });
  }

  /** Forgets the credentials. What the maker said stays. */
  async remove({ districtId }: Scope, maker: MakerName): Promise<void> {
    await this.transactions.run((tx) => tx.delete(MakerAccount, { districtId, maker }));
  }

  /** @throws MakerAccountMissing, NoSecretsKey, UnreadableSecret */
  async open(districtId: string, maker: MakerName): Promise<OpenAccount> {
    const [row] = await this.source.query<(OpenAccount['vendor'] & { sealed: Buffer })[]>(
      `SELECT v.id, v.key, v.name, v.time_zone AS "timeZone", v.is_active AS "isActive", a.sealed
         FROM maker_accounts a JOIN vendors v ON v.district_id = $1 AND v.id = a.vendor_id
        WHERE a.district_id = $1 AND a.maker = $2`,
      [districtId, maker],
    );
    if (!row) throw new MakerAccountMissing(MAKER_NAMED[maker].manufacturer);
    const { sealed, ...vendor } = row;
    const credentials = JSON.parse(this.box.open(sealed, aboutOf(districtId, maker))) as Credentials;
    return { maker: MAKER_NAMED[maker], credentials, vendor };
  }

  /** Notes that a look-up has ended. @param problem why it ended early */
  async noteEndWithin(tx: Tx, districtId: string, maker: MakerName, problem: string | null): Promise<void> {
    await tx.update(MakerAccount, { districtId, maker }, { endedAt: tx.at, problem });
  }
}

function aboutOf(districtId: string, maker: MakerName): string {
  return `maker account ${districtId} ${maker}`;
}

function assertCredentials(maker: Maker, given: Credentials): void {
  const { credentials: wanted } = maker;
  const unknown = Object.keys(given).find((name) => !wanted.includes(name));
  if (unknown !== undefined)
    throw credentialProblem(
      unknown,
      'UNKNOWN_FIELD',
      `There is no such credential. Use ${wanted.join(', ')}.`,
    );
  for (const name of wanted) {
    const value: unknown = given[name];
    if (typeof value !== 'string' || value.trim() === '')
      throw credentialProblem(name, 'REQUIRED', 'Enter what the manufacturer gave you for this.');
    if (value.length > LONGEST_CREDENTIAL)
      throw credentialProblem(name, 'TOO_LONG', `Enter at most ${LONGEST_CREDENTIAL} characters.`);
  }
  maker.check?.(given);
}
