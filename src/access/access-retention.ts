import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/time/clock.js';
import { eachDistrict } from '../database/each-district.js';
import { PeriodicWork } from '../periodic/periodic-work.js';

/** Not daily: a process that is restarted every day would never come to it. */
const SWEEP_MS = 3_600_000;
const AT_ONCE = 1_000;

/** What a row goes by, and when it says nothing any more. */
type Spent = readonly [key: string, isSpent: (now: string) => string];

const OF_DISTRICTS: Readonly<Record<string, Spent>> = {
  idempotency_keys: ['account_id, key', (now) => `created_at < ${now}::timestamptz - interval '1 day'`],
  // One that was ended is not in the index; it goes when it would have expired, half a day later at the most.
  sessions: ['token_hash', (now) => `expires_at < ${now}`],
};
const OF_ALL: Readonly<Record<string, Spent>> = {
  // The next failure after an hour counts as the first, and no wait is as long.
  sign_in_failures: ['key', (now) => `last_failed_at < ${now}::timestamptz - interval '1 hour'`],
  setup_links: ['token_hash', (now) => `used_at IS NOT NULL OR expires_at < ${now}`],
};

/** Removes what only passes through access: keys, sessions, failures and links that nobody can use again. */
@Injectable()
export class AccessRetention implements OnModuleInit {
  private readonly logger = new Logger('Access');

  constructor(
    private readonly source: DataSource,
    private readonly periodic: PeriodicWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.periodic.register({ name: 'deleting expired rows', everyMs: SWEEP_MS, run: () => this.sweep() });
  }

  /** Removes every row that is spent, a thousand to a statement; returns how many, by table. */
  async removeSpent(): Promise<Record<string, number>> {
    const now = this.clock.now();
    const removed: Record<string, number> = {};
    for (const [table, [key, isSpent]] of Object.entries(OF_ALL))
      // Locked first, and asked again: a failure may count once more in the same moment.
      removed[table] = await this.inSteps(
        `DELETE FROM ${table} WHERE (${key}) IN
           (SELECT ${key} FROM ${table} WHERE ${isSpent('$1')} LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)`,
        [now],
      );
    await eachDistrict(this.source, async (districtId) => {
      for (const [table, [key, isSpent]] of Object.entries(OF_DISTRICTS))
        removed[table] =
          (removed[table] ?? 0) +
          (await this.inSteps(
            `DELETE FROM ${table} WHERE district_id = $1 AND (${key}) IN
               (SELECT ${key} FROM ${table} WHERE district_id = $1 AND ${isSpent('$2')}
                 LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)`,
            [districtId, now],
          ));
    });
    return removed;
  }

  private async inSteps(sql: string, parameters: unknown[]): Promise<number> {
    let removed = 0;
    for (;;) {
      const [, count] = await this.source.query<[unknown, number]>(sql, parameters);
      removed += count;
      if (count < AT_ONCE) return removed;
    }
  }

  private async sweep(): Promise<void> {
    const removed = await this.removeSpent();
    if (Object.values(removed).some((count) => count > 0)) this.logger.log(removed, 'deleted expired rows');
  }
}
