import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { Settings } from '../config/settings.js';
import { Transactions } from '../database/transactions.js';
import { fiscalYearStart } from './fiscal-year.sql.js';

const EVERY_MS = 1_000;
/** Movements a transaction: a large load is folded in steps that each take about a second. */
const MOST_AT_ONCE = 50_000;

/**
 * When a movement became known: the moment its transaction was committed, where the server keeps those
 * (track_commit_timestamp), else the moment it was written.
 */
export const KNOWN_AT = (xmin: string, recordedAt: string): string =>
  `CASE WHEN current_setting('track_commit_timestamp') = 'on'
        THEN coalesce(pg_xact_commit_timestamp(${xmin}), ${recordedAt}) ELSE ${recordedAt} END`;

const FOLD = `
  WITH taken AS (
    DELETE FROM count_tail t
     WHERE t.district_id = $1
       AND t.seq = ANY (ARRAY(SELECT seq FROM count_tail WHERE district_id = $1 ORDER BY seq LIMIT $2))
    RETURNING t.*, t.xmin AS written_by),
  ledger AS (
    INSERT INTO count_movements (district_id, seq, known_at, change_set_id, effective_on, site_id, kind, status,
                                 model_id, funding_source_id, cause, delta)
    SELECT district_id, seq, ${KNOWN_AT('written_by', 'recorded_at')}, change_set_id, effective_on, site_id,
           kind, status, model_id, funding_source_id, cause, delta FROM taken),
  days AS (
    SELECT effective_on, site_id, kind, status, sum(delta) AS delta FROM taken
     GROUP BY 1, 2, 3, 4 HAVING sum(delta) <> 0),
  months AS (
    SELECT date_trunc('month', effective_on)::date AS month_on, site_id, kind, status, sum(delta) AS delta
      FROM days GROUP BY 1, 2, 3, 4 HAVING sum(delta) <> 0),
  sums AS (
    INSERT INTO count_sums AS s (district_id, grain, period_on, site_id, kind, status, delta)
    SELECT $1, 'day', effective_on, site_id, kind, status, delta FROM days
    UNION ALL SELECT $1, 'month', month_on, site_id, kind, status, delta FROM months
    ON CONFLICT (district_id, grain, period_on, site_id, kind, status)
    DO UPDATE SET delta = s.delta + excluded.delta),
  levels AS (
    INSERT INTO count_levels AS l (district_id, year_on, site_id, kind, status, count)
    SELECT $1, year_on::date, site_id, kind, status, sum(delta)
      FROM months, generate_series(${fiscalYearStart('month_on', '$3')} + interval '1 year', $4::date,
                                   interval '1 year') AS year_on
     GROUP BY 2, 3, 4, 5 HAVING sum(delta) <> 0
    ON CONFLICT (district_id, year_on, site_id, kind, status)
    DO UPDATE SET count = l.count + excluded.count)
  SELECT count(*)::int AS folded FROM taken`;

/** Writes the levels of fiscal years that began since the last fold. */
const ROLL = `
  INSERT INTO count_levels (district_id, year_on, site_id, kind, status, count)
  SELECT $1, year_on::date, site_id, kind, status, sum(n)
    FROM generate_series($2::date + interval '1 year', $3::date, interval '1 year') AS year_on,
         LATERAL (SELECT site_id, kind, status, count AS n FROM count_levels
                   WHERE district_id = $1 AND year_on = $2
                  UNION ALL
                  SELECT site_id, kind, status, delta FROM count_sums
                   WHERE district_id = $1 AND grain = 'month' AND period_on >= $2 AND period_on < year_on::date
                 ) AS unit
   GROUP BY 2, 3, 4, 5 HAVING sum(n) <> 0`;

/** Moves the tail into ledger, sums and levels, a district at a time, in whichever process gets there first. */
@Injectable()
export class CountsFold implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Counts');
  private timer: NodeJS.Timeout | undefined;
  private folding: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.ROLE !== 'api') this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.folding;
  }

  /** Folds whatever any district has, in one go. */
  async foldAll(): Promise<void> {
    const waiting = await this.source.query<{ id: string }[]>(
      `SELECT f.district_id AS id FROM count_folds f
        WHERE EXISTS (SELECT 1 FROM count_tail t WHERE t.district_id = f.district_id)`,
    );
    for (const { id } of waiting) {
      let folded: number;
      do folded = await this.fold(id);
      while (folded === MOST_AT_ONCE && !this.stopped);
    }
  }

  /** Folds up to fifty thousand movements of one district. Does nothing while another process is at it. */
  fold(districtId: string): Promise<number> {
    return this.transactions.run(async (tx) => {
      const [fold] = await tx.query<{ through: string | null; today: string; month: number }[]>(
        `SELECT f.levels_through::text AS through, d.fiscal_year_starts AS month,
                ${fiscalYearStart(`(now() AT TIME ZONE d.time_zone)::date`, 'd.fiscal_year_starts')}::text AS today
           FROM count_folds f JOIN districts d ON d.id = f.district_id
          WHERE f.district_id = $1 FOR UPDATE OF f SKIP LOCKED`,
        [districtId],
      );
      if (!fold) return 0;
      await this.roll(tx, districtId, fold.through, fold.today);
      const [{ folded } = { folded: 0 }] = await tx.query<{ folded: number }[]>(FOLD, [
        districtId,
        MOST_AT_ONCE,
        fold.month,
        fold.today,
      ]);
      await tx.query(`UPDATE count_folds SET folded_at = now(), levels_through = $2 WHERE district_id = $1`, [
        districtId,
        fold.today,
      ]);
      return folded;
    });
  }

  private async roll(
    tx: EntityManager,
    districtId: string,
    through: string | null,
    today: string,
  ): Promise<void> {
    if (through && through < today) await tx.query(ROLL, [districtId, through, today]);
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.folding = this.foldAll()
        .catch((error: unknown) => this.logger.warn({ err: error }, 'fold failed; the next one follows'))
        .finally(() => this.schedule());
    }, EVERY_MS);
  }
}
