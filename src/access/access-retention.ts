import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PeriodicWork } from '../periodic/periodic-work.js';

/** Not daily: a process that is restarted every day would never come to it. */
const SWEEP_MS = 3_600_000;
const AT_ONCE = 1_000;

/** By table: what a row goes by, and when it says nothing any more. */
const SPENT: Readonly<Record<string, readonly [key: string, isSpent: string]>> = {
  idempotency_keys: ['district_id, account_id, key', `created_at < now() - interval '1 day'`],
  // One that was ended is not in the index; it goes when it would have expired, half a day later at the most.
  sessions: ['district_id, token_hash', `expires_at < now()`],
  // The next failure after an hour counts as the first, and no wait is as long.
  sign_in_failures: ['key', `last_failed_at < now() - interval '1 hour'`],
  setup_links: ['token_hash', `used_at IS NOT NULL OR expires_at < now()`],
};

/** Removes what only passes through access: keys, sessions, failures and links that nobody can use again. */
@Injectable()
export class AccessRetention implements OnModuleInit {
  private readonly logger = new Logger('Access');

  constructor(
    private readonly source: DataSource,
    private readonly periodic: PeriodicWork,
  ) {}

  onModuleInit(): void {
    this.periodic.register({ name: 'deleting expired rows', everyMs: SWEEP_MS, run: () => this.sweep() });
  }

  /** Removes every row that is spent, a thousand to a statement; returns how many, by table. */
  async removeSpent(): Promise<Record<string, number>> {
    const removed: Record<string, number> = {};
    for (const [table, [key, isSpent]] of Object.entries(SPENT)) {
      removed[table] = 0;
      let count: number;
      do {
        // Locked first, and asked again: a failure may count once more in the same moment.
        [, count] = await this.source.query<[unknown, number]>(
          `DELETE FROM ${table} WHERE (${key}) IN
             (SELECT ${key} FROM ${table} WHERE ${isSpent} LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)`,
        );
        removed[table] += count;
      } while (count === AT_ONCE);
    }
    return removed;
  }

  private async sweep(): Promise<void> {
    const removed = await this.removeSpent();
    if (Object.values(removed).some((count) => count > 0)) this.logger.log(removed, 'deleted expired rows');
  }
}
