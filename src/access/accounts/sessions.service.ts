import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/time/clock.js';
import { SignInPool } from '../../database/pools/sign-in-pool.js';
import type { PasswordChangeBody } from '../access.dto.js';
import {
  DistrictUnclear,
  NotSignedIn,
  passwordTooShort,
  TooManyFailures,
  WrongCredentials,
  wrongCurrentPassword,
} from '../access.errors.js';
import { PrincipalsService } from '../principals.service.js';
import type { Language, Permission, Role, Scope } from '../scope.js';
import {
  districtOfToken,
  hashPassword,
  hashToken,
  makeToken,
  passwordMatches,
  SHORTEST_PASSWORD,
} from './secrets.js';

interface Credential {
  districtId: string;
  accountId: string;
  secretHash: string | null;
}

/** The signed-in account, and what it can see. */
export interface SessionView {
  accountId: string | null;
  email: string | null;
  name: string | null;
  role: Role;
  /** Language of the pages that the account has chosen; null for the one of the browser. */
  language: Language | null;
  district: { name: string; slug: string };
  timeZone: string;
  permissions: Permission[];
  /** Ids of sites, or `all`. */
  sites: string[] | 'all';
}

/** Twelve hours: a school day, and no sign-in in the middle of one. */
export const SESSION_SECONDS = 12 * 3600;
/** Attempts that cost nothing. A whole school signs in from one network address, so that one has more. */
const FREE = { email: 5, network: 50 };
const LONGEST_WAIT_SECONDS = 15 * 60;

/** Signs people in by password and out again. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly source: DataSource,
    private readonly signIns: SignInPool,
    private readonly principals: PrincipalsService,
    private readonly clock: Clock,
  ) {}

  async show(scope: Scope): Promise<SessionView> {
    const [row] = await this.source.query<Pick<SessionView, 'email' | 'name' | 'language' | 'district'>[]>(
      `SELECT a.email, a.name, a.language, jsonb_build_object('name', d.name, 'slug', d.slug) AS district
         FROM districts d LEFT JOIN accounts a ON a.district_id = $1 AND a.id = $2
        WHERE d.id = $1`,
      [scope.districtId, scope.accountId],
    );
    if (!row) throw new NotSignedIn();
    const { accountId, role, timeZone, permissions, sites } = scope;
    return {
      ...row,
      accountId,
      role,
      timeZone,
      permissions: [...permissions],
      sites: sites === 'all' ? 'all' : [...sites],
    };
  }

  /** Keeps the language that somebody has chosen for their own account. */
  async chooseLanguage({ districtId, accountId }: Scope, language: Language | null): Promise<void> {
    await this.source.query(`UPDATE accounts SET language = $3 WHERE district_id = $1 AND id = $2`, [
      districtId,
      accountId,
      language,
    ]);
  }

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
    await this.countAttempt(`email ${address}`, FREE.email);
    await this.countAttempt(`network ${network}`, FREE.network);
    const credentials = await this.signIns.query<Credential>(
      `SELECT i.district_id AS "districtId", i.account_id AS "accountId", i.secret_hash AS "secretHash"
         FROM accounts a
         JOIN districts d ON d.id = a.district_id
         JOIN identities i ON i.district_id = a.district_id AND i.account_id = a.id AND i.provider = 'password'
        WHERE a.email = $1 AND a.disabled_at IS NULL AND ($2::text IS NULL OR d.slug = $2)`,
      [address, district ?? null],
    );
    if (credentials.length > 1) throw new DistrictUnclear();
    const [credential] = credentials;
    if (!(await passwordMatches(credential?.secretHash, password)) || !credential)
      throw new WrongCredentials();
    await this.signIns.query(`DELETE FROM sign_in_failures WHERE key = $1`, [`email ${address}`]);
    await this.signIns.query(
      `UPDATE sign_in_failures SET failures = greatest(failures - 1, 0) WHERE key = $1`,
      [`network ${network}`],
    );
    return this.open(credential.districtId, credential.accountId);
  }

  /** Opens a session for an account that has proved itself. Returns the secret for the cookie. */
  async open(districtId: string, accountId: string): Promise<string> {
    const { token, tokenHash } = makeToken(districtId);
    await this.signIns.query(
      `INSERT INTO sessions (district_id, token_hash, account_id, expires_at)
       VALUES ($1, $2, $3, $4)`,
      [districtId, tokenHash, accountId, new Date(this.clock.now().getTime() + SESSION_SECONDS * 1000)],
    );
    return token;
  }

  /**
   * Gives somebody another password, and ends all other sessions of the account. Of two changes at the same moment, the
   * second finds that the password is not the one that it knew.
   * @param token the secret of the session that stays
   * @throws InvalidInput for a wrong current password; TooManyFailures after five of them
   */
  async changePassword(
    { districtId, accountId }: Scope,
    { currentPassword, newPassword }: PasswordChangeBody,
    token = '',
  ): Promise<void> {
    if (newPassword.length < SHORTEST_PASSWORD) throw passwordTooShort('newPassword');
    const [known] = await this.signIns.query<{ email: string; secretHash: string }>(
      `SELECT a.email, i.secret_hash AS "secretHash"
         FROM accounts a
         JOIN identities i ON i.district_id = $1 AND i.account_id = a.id AND i.provider = 'password'
        WHERE a.district_id = $1 AND a.id = $2`,
      [districtId, accountId],
    );
    if (!known) throw wrongCurrentPassword(false);
    await this.countAttempt(`email ${known.email}`, FREE.email);
    if (!(await passwordMatches(known.secretHash, currentPassword))) throw wrongCurrentPassword(true);
    const changed = await this.signIns.query(
      `WITH changed AS (
         UPDATE identities SET secret_hash = $4
          WHERE district_id = $1 AND account_id = $2 AND provider = 'password' AND secret_hash = $3
         RETURNING account_id),
       ended AS (
         UPDATE sessions s SET ended_at = $6
           FROM changed c
          WHERE s.district_id = $1 AND s.account_id = c.account_id AND s.ended_at IS NULL AND s.token_hash <> $5)
       SELECT account_id FROM changed`,
      [
        districtId,
        accountId,
        known.secretHash,
        await hashPassword(newPassword),
        hashToken(token),
        this.clock.now(),
      ],
    );
    if (changed.length === 0) throw wrongCurrentPassword(true);
    await this.signIns.query(`DELETE FROM sign_in_failures WHERE key = $1`, [`email ${known.email}`]);
    this.principals.forget();
  }

  async signOut(token: string): Promise<void> {
    const districtId = districtOfToken(token);
    if (!districtId) return;
    await this.signIns.query(
      `UPDATE sessions SET ended_at = $3 WHERE district_id = $1 AND token_hash = $2 AND ended_at IS NULL`,
      [districtId, hashToken(token), this.clock.now()],
    );
    this.principals.forget();
  }

  /**
   * Counts an attempt as failed before it is judged, so that a thousand at once count as a thousand; one that
   * succeeds takes its count back.
   * @throws TooManyFailures while the wait after the last one lasts
   */
  private async countAttempt(key: string, free: number): Promise<void> {
    const parameters = [key, free, LONGEST_WAIT_SECONDS, this.clock.now()];
    const counted = await this.signIns.query<unknown>(
      `INSERT INTO sign_in_failures AS f (key, failures, last_failed_at) VALUES ($1, 1, $4)
       ON CONFLICT (key) DO UPDATE SET last_failed_at = excluded.last_failed_at,
         failures = CASE WHEN f.last_failed_at < $4::timestamptz - interval '1 hour' THEN 1 ELSE f.failures + 1 END
        WHERE f.failures < $2 OR f.last_failed_at + ${WAIT} <= $4 RETURNING 1`,
      parameters,
    );
    if (counted.length > 0) return;
    const [row] = await this.signIns.query<{ seconds: number }>(
      `SELECT ceil(extract(epoch FROM last_failed_at + ${WAIT} - $4::timestamptz))::int AS seconds
         FROM sign_in_failures f WHERE key = $1`,
      parameters,
    );
    throw new TooManyFailures(Math.max(row?.seconds ?? 1, 1));
  }
}

/** The first wait is a second; each further failure doubles it. `$2` attempts are free, `$3` seconds are the most. */
const WAIT = `make_interval(secs => least($3, 2.0 ^ least(f.failures - $2, 20)))`;
