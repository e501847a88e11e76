import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Scope, siteFilter } from '../access/scope.js';
import { decodeCursor, type Page, pageOf } from '../common/paging.js';
import { NotFound } from '../common/refusal.js';
import { Transactions } from '../database/transactions.js';
import { normaliseCode } from '../devices/device-codes.js';
import { type OpenScan, ScanReplay } from './scan-replay.service.js';

/** A code that was scanned and that no device had. */
export interface UnknownCode {
  code: string;
  /** How many scans wait for it. */
  scans: number;
  firstScannedAt: Date;
  lastScannedAt: Date;
  /** Code of the site where it was scanned last. */
  site: string | null;
  actions: string[];
  /** Whether a device has the code by now, so that its scans can be applied. */
  known: boolean;
}

/** Unknown codes are for whoever scanned them, and for the site where they were scanned. */
const IN_REACH = `
  s.district_id = $1 AND s.outcome = 'unknown' AND ($2::uuid[] IS NULL OR s.account_id = $3 OR s.site_id = ANY ($2))`;

/** Codes that wait until a device is found for them. */
@Injectable()
export class UnknownCodes {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly replay: ScanReplay,
  ) {}

  /** By code. */
  async list(scope: Scope, query: { limit: number; cursor?: string }): Promise<Page<UnknownCode>> {
    const after = query.cursor ? decodeCursor('unknown', query.cursor, 1)[0] : null;
    const rows = await this.source.query<UnknownCode[]>(
      `SELECT s.code, count(*)::int AS scans, min(s.scanned_at) AS "firstScannedAt",
              max(s.scanned_at) AS "lastScannedAt",
              (array_agg(t.code ORDER BY s.received_at DESC))[1] AS site,
              array_agg(DISTINCT s.action) AS actions,
              EXISTS (SELECT 1 FROM device_codes k
                       WHERE k.district_id = $1 AND k.code = s.code AND k.released_at IS NULL) AS known
         FROM scans s LEFT JOIN sites t ON t.district_id = s.district_id AND t.id = s.site_id
        WHERE ${IN_REACH} AND ($4::text IS NULL OR s.code > $4)
        GROUP BY s.code ORDER BY s.code LIMIT $5`,
      [...this.reach(scope), after, query.limit + 1],
    );
    return pageOf(rows, query.limit, 'unknown', ({ code }) => [code]);
  }

  /**
   * Applies the scans that waited for a code which a device has by now.
   * @throws NotFound where nothing waits for it
   */
  async retry(scope: Scope, text: string): Promise<{ applied: number; left: number }> {
    return this.transactions.run(async (tx) => {
      const open = await this.waiting(tx, scope, text);
      const all = await this.replay.again(tx, scope, open);
      const decided = all.filter(({ verdict }) => verdict.outcome !== 'unknown');
      await this.replay.resolve(tx, scope, decided);
      const applied = decided.filter(({ verdict }) => verdict.outcome === 'applied').length;
      return { applied, left: open.length - applied };
    });
  }

  /** Lets the scans of a code go: it was read wrong, or is no device's. */
  async dismiss(scope: Scope, text: string, note?: string): Promise<{ dismissed: number }> {
    return this.transactions.run(async (tx) => {
      const open = await this.waiting(tx, scope, text);
      const verdict = { outcome: 'dismissed' } as const;
      await this.replay.resolve(
        tx,
        scope,
        open.map(({ id }) => ({ id, verdict })),
        note,
      );
      return { dismissed: open.length };
    });
  }

  /** @throws NotFound where nothing waits for the code */
  private async waiting(tx: EntityManager, scope: Scope, text: string): Promise<OpenScan[]> {
    const parameters = [...this.reach(scope), normaliseCode(text)];
    const open = await this.replay.open(tx, `${IN_REACH} AND s.code = $4`, parameters);
    if (open.length === 0) throw new NotFound('A scan that waits for this code', 'UNKNOWN_CODE_NOT_FOUND');
    return open;
  }

  private reach(scope: Scope): unknown[] {
    return [scope.districtId, siteFilter(scope), scope.accountId];
  }
}
