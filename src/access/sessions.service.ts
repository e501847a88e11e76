import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Transactions } from '../database/transactions.js';
import { DistrictUnclear, TooManyFailures, WrongCredentials } from './access.errors.js';
import { PrincipalsService } from './principals.service.js';
import { hashToken, districtOfToken, makeToken, passwordMatches } from './secrets.js';

interface Credential {
  districtId: string;
  accountId: string;
  secretHash: string | null;
}

/** Twelve hours: a school day, and no sign-in in the middle of one. */
export const SESSION_SECONDS = 12 * 3600;
const FREE_FAILURES = 5;
const LONGEST_WAIT_SECONDS = 15 * 60;

/** Signs people in by password and out again. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly principals: PrincipalsService,
  ) {}

  /**
   * @param network the caller's address: failures count by it too, so that one machine cannot try many accounts
   * @throws TooManyFailures after five failures, for a time that doubles with each further one
   */
  async signIn(
    email: string,
    password: string,
    district: string | undefined,
    network: string,
  ): Promise<string> {
    const address = email.trim().toLowerCase();
    const keys = [`email ${address}`, `network ${network}`];
    await this.assertPatience(keys);
    const credentials = await this.source.query<Credential[]>(
      `SELECT i.district_id AS "districtId", i.account_id AS "accountId", i.secret_hash AS "secretHash"
         FROM accounts a
         JOIN districts d ON d.id = a.district_id
         JOIN identities i ON i.district_id = a.district_id AND i.account_id = a.id AND i.provider = 'password'
        WHERE a.email = $1 AND a.disabled_at IS NULL AND ($2::text IS NULL OR d.slug = $2)`,
      [address, district ?? null],
    );
    if (credentials.length > 1) throw new DistrictUnclear();
    const [credential] = credentials;
    if (!(await passwordMatches(credential?.secretHash, password)) || !credential) {
      await this.countFailure(keys);
      throw new WrongCredentials();
    }
    await this.source.query(`DELETE FROM sign_in_failures WHERE key = $1`, [keys[0]]);
    return this.open(credential.districtId, credential.accountId);
  }

  /** Opens a session for an account that has proved itself. Returns the secret for the cookie. */
  async open(districtId: string, accountId: string): Promise<string> {
    const { token, tokenHash } = makeToken(districtId);
    await this.transactions.run((tx) =>
      tx.query(
        `INSERT INTO sessions (district_id, token_hash, account_id, expires_at)
         VALUES ($1, $2, $3, now() + make_interval(secs => $4))`,
        [districtId, tokenHash, accountId, SESSION_SECONDS],
      ),
    );
    return token;
  }

  async signOut(token: string): Promise<void> {
    const districtId = districtOfToken(token);
    if (!districtId) return;
    await this.source.query(
      `UPDATE sessions SET ended_at = now() WHERE district_id = $1 AND token_hash = $2 AND ended_at IS NULL`,
      [districtId, hashToken(token)],
    );
    this.principals.forget();
  }

  private async assertPatience(keys: string[]): Promise<void> {
    const [row] = await this.source.query<{ seconds: number | null }[]>(
      `SELECT max(ceil(least($2 * 1.0, 2.0 ^ (least(failures, 20) - $3))
                  - extract(epoch FROM now() - last_failed_at)))::int AS seconds
         FROM sign_in_failures WHERE key = ANY ($1) AND failures >= $3`,
      [keys, LONGEST_WAIT_SECONDS, FREE_FAILURES],
    );
    if (row?.seconds && row.seconds > 0) throw new TooManyFailures(row.seconds);
  }

  private async countFailure(keys: string[]): Promise<void> {
    await this.source.query(
      `INSERT INTO sign_in_failures (key, failures, last_failed_at) SELECT key, 1, now() FROM unnest($1::text[]) key
       ON CONFLICT (key) DO UPDATE SET last_failed_at = now(), failures =
         CASE WHEN sign_in_failures.last_failed_at < now() - interval '1 hour' THEN 1
              ELSE sign_in_failures.failures + 1 END`,
      [keys],
    );
  }
}
