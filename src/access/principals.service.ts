import { Injectable } from '@nestjs/common';
import { Clock } from '../common/time/clock.js';
import { SignInPool } from '../database/pools/sign-in-pool.js';
import { ReachSources } from './reach-sources.js';
import { districtOfToken, hashToken } from './accounts/secrets.js';
import { type Permission, type Role, ROLE_GRANTS, type Scope, seesWholeDistrict } from './scope.js';

interface PrincipalRow {
  accountId: string;
  role: Role;
  timeZone: string;
  limits: Permission[] | null;
  expiresAt: Date;
  siteIds: string[];
  vendorId: string | null;
}

/** How long a principal may be served from memory: a revocation reaches other processes within this. */
const KEPT_MS = 5_000;
const MOST_KEPT = 10_000;

/** For requests that bring a token. In these three, `$1` is the district, and `$3` is now. */
const BY_TOKEN = `
  UPDATE api_tokens SET last_used_at = $3
   WHERE district_id = $1 AND token_hash = $2 AND revoked_at IS NULL AND expires_at > $3
  RETURNING account_id, scopes AS limits, expires_at`;

/** For requests of a browser that has signed in. */
const BY_SESSION = `
  UPDATE sessions SET last_seen_at = $3
   WHERE district_id = $1 AND token_hash = $2 AND ended_at IS NULL AND expires_at > $3
  RETURNING account_id, NULL::text[] AS limits, expires_at`;

/** For work that somebody ordered and that is done without them. */
const BY_ACCOUNT = `SELECT $2::uuid AS account_id, NULL::text[] AS limits, $3::timestamptz AS expires_at`;

/** Finds out who is asking. A principal is kept in memory for seconds, since every request needs it. */
@Injectable()
export class PrincipalsService {
  private readonly kept = new Map<string, { scope: Scope; until: number }>();
  /** Rises with everything forgotten, so that an answer that was under way meanwhile is not kept. */
  private forgotten = 0;

  constructor(
    private readonly database: SignInPool,
    private readonly reach: ReachSources,
    private readonly clock: Clock,
  ) {}

  byToken(token: string): Promise<Scope | undefined> {
    return this.find('token', BY_TOKEN, token);
  }

  bySession(token: string): Promise<Scope | undefined> {
    return this.find('session', BY_SESSION, token);
  }

  /** What an account may do now, for a job of its own; undefined where it may not sign in any more. */
  async byAccount(districtId: string, accountId: string): Promise<Scope | undefined> {
    const [row] = await this.database.query<PrincipalRow>(this.principal(BY_ACCOUNT), [
      districtId,
      accountId,
      this.clock.now(),
    ]);
    return row && scopeOf(districtId, row);
  }

  /** Forgets everybody: something that decides what an account may do has changed in this process. */
  forget(): void {
    this.forgotten++;
    this.kept.clear();
  }

  /** Sites by hand, those that now belong to one of the account's regions, and those of the registered sources. */
  private principal(credential: string): string {
    return `
      WITH credential AS (${credential})
      SELECT a.id AS "accountId", a.role, d.time_zone AS "timeZone", c.limits, c.expires_at AS "expiresAt",
             a.vendor_id AS "vendorId",
             CASE WHEN a.role IN ('admin', 'its') THEN '{}'::uuid[] ELSE (
               SELECT coalesce(array_agg(s.id), '{}') FROM sites s
                WHERE s.district_id = $1
                  AND (s.region = ANY (a.regions)
                    OR EXISTS (SELECT 1 FROM account_sites x
                                WHERE x.district_id = $1 AND x.account_id = a.id AND x.site_id = s.id)
                    OR ${this.reach.includes('s.id')})) END AS "siteIds"
        FROM credential c
        JOIN accounts a ON a.district_id = $1 AND a.id = c.account_id AND a.disabled_at IS NULL
        JOIN districts d ON d.id = $1`;
  }

  private async find(kind: string, credential: string, token: string): Promise<Scope | undefined> {
    const key = `${kind} ${token}`;
    const kept = this.kept.get(key);
    const now = this.clock.now();
    if (kept && kept.until > now.getTime()) return kept.scope;
    const districtId = districtOfToken(token);
    if (!districtId) return undefined;
    const { forgotten } = this;
    const [row] = await this.database.query<PrincipalRow>(this.principal(credential), [
      districtId,
      hashToken(token),
      now,
    ]);
    if (!row) {
      this.kept.delete(key);
      return undefined;
    }
    const scope = scopeOf(districtId, row);
    if (forgotten !== this.forgotten) return scope;
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(key, { scope, until: Math.min(now.getTime() + KEPT_MS, row.expiresAt.getTime()) });
    return scope;
  }
}

function scopeOf(districtId: string, row: PrincipalRow): Scope {
  const granted = ROLE_GRANTS[row.role].filter((need) => !row.limits || row.limits.includes(need));
  return {
    districtId,
    timeZone: row.timeZone,
    accountId: row.accountId,
    role: row.role,
    permissions: new Set(granted),
    sites: seesWholeDistrict(row.role) ? 'all' : new Set(row.siteIds),
    ...(row.vendorId === null ? {} : { vendorId: row.vendorId }),
  };
}
