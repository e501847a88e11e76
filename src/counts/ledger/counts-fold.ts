import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Transactions } from '../../database/transactions.js';
import { Clock } from '../../common/time/clock.js';
import { eachDistrict, type Those } from '../../database/each-district.js';
import type { Tx } from '../../database/tx.js';
import { workAs } from '../../database/pools/work-limits.js';
import { PeriodicWork } from '../../periodic/periodic-work.js';
import { quarterStart } from '../quarter.sql.js';

const EVERY_MS = 1_000;
const WHILE_BUSY_MS = 10_000;
/** More movements than this in one fold are a load of history: their levels are written when it is over. */
const MOST_LEVELLED = 2_000;
/** Movements a transaction: a large load is folded in steps that each take a few seconds. */
const MOST_AT_ONCE = 100_000;

/**
 * When a movement became known: the moment its transaction was committed, where the server keeps those
 * (track_commit_timestamp), else the moment it was written.
 */
export const KNOWN_AT = (xmin: string, recordedAt: string): string =>
  `CASE WHEN current_setting('track_commit_timestamp') = 'on'
        THEN coalesce(pg_xact_commit_timestamp(${xmin}), ${recordedAt}) ELSE ${recordedAt} END`;

/** Where no funding source is named, as `count_model_sums` says it. */
export const NO_FUND = '00000000-0000-0000-0000-000000000000';

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
    SELECT $1::uuid, 'day', effective_on, site_id, kind, status, delta FROM days
    UNION ALL SELECT $1::uuid, 'month', month_on, site_id, kind, status, delta FROM months
    ON CONFLICT (district_id, grain, period_on, site_id, kind, status)
    DO UPDATE SET delta = s.delta + excluded.delta),
  totals AS (
    INSERT INTO count_total_sums AS s (district_id, grain, period_on, kind, status, delta)
    SELECT $1::uuid, 'day', effective_on, kind, status, sum(delta) FROM days GROUP BY 3, 4, 5 HAVING sum(delta) <> 0
    UNION ALL
    SELECT $1::uuid, 'month', month_on, kind, status, sum(delta) FROM months GROUP BY 3, 4, 5 HAVING sum(delta) <> 0
    ON CONFLICT (district_id, grain, period_on, kind, status) DO UPDATE SET delta = s.delta + excluded.delta),
  models AS (
    INSERT INTO count_model_sums AS s (district_id, month_on, model_id, funding_source_id, status, kind, delta)
    SELECT $1::uuid, date_trunc('month', effective_on)::date, model_id, coalesce(funding_source_id, '${NO_FUND}'), status,
           kind, sum(delta)
      FROM taken GROUP BY 2, 3, 4, 5, 6 HAVING sum(delta) <> 0
    ON CONFLICT (district_id, month_on, model_id, funding_source_id, status)
    DO UPDATE SET delta = s.delta + excluded.delta)
  INSERT INTO count_levels AS l (district_id, quarter_on, site_id, kind, status, count)
  SELECT $1::uuid, quarter_on::date, site_id, kind, status, sum(delta)
    FROM months, generate_series(${quarterStart('month_on')} + interval '3 months', $3::date,
                                 interval '3 months') AS quarter_on
   GROUP BY 2, 3, 4, 5 HAVING sum(delta) <> 0
  ON CONFLICT (district_id, quarter_on, site_id, kind, status)
  DO UPDATE SET count = l.count + excluded.count`;

/** What waits: how many movements the next fold takes, and the first quarter that they reach back to. */
const WAITING = `
  SELECT count(*)::int AS movements, min(${quarterStart('effective_on')})::text AS "firstQuarter"
    FROM (SELECT effective_on FROM count_tail WHERE district_id = $1 ORDER BY seq LIMIT $2) t`;

/** Writes the levels of the quarters after `$2`, which is right, up to `$3`. */
const ROLL = `
  WITH steps AS (
    SELECT $2::date AS after_on, site_id, kind, status, count AS n FROM count_levels
     WHERE district_id = $1 AND quarter_on = $2
    UNION ALL
    SELECT ${quarterStart('period_on')}, site_id, kind, status, sum(delta) FROM count_sums
     WHERE district_id = $1 AND grain = 'month' AND period_on >= $2 AND period_on < $3
     GROUP BY 1, 2, 3, 4),
  units AS (SELECT DISTINCT site_id, kind, status FROM steps),
  levels AS (
    SELECT q.quarter_on::date AS quarter_on, u.site_id, u.kind, u.status,
           sum(coalesce(s.n, 0)) OVER (PARTITION BY u.site_id, u.kind, u.status ORDER BY q.quarter_on) AS count
      FROM units u
     CROSS JOIN generate_series($2::date + interval '3 months', $3::date, interval '3 months') AS q (quarter_on)
      LEFT JOIN (SELECT after_on, site_id, kind, status, sum(n) AS n FROM steps GROUP BY 1, 2, 3, 4) s
        ON s.after_on = q.quarter_on - interval '3 months'
       AND s.site_id = u.site_id AND s.kind = u.kind AND s.status = u.status)
  INSERT INTO count_levels (district_id, quarter_on, site_id, kind, status, count)
  SELECT $1::uuid, quarter_on, site_id, kind, status, count FROM levels WHERE count <> 0`;

/** The first day of the quarter in which an instant falls, in the time zone of the district `d`. */
const quarterOf = (at: string): string => quarterStart(`(${at}::timestamptz AT TIME ZONE d.time_zone)::date`);

interface FoldRow {
  through: string | null;
  today: string;
}

/** Moves the tail into ledger, sums and levels, a district at a time, in whichever process gets there first. */
@Injectable()
export class CountsFold implements OnModuleInit, BeforeApplicationShutdown {
  private stopped = false;
  private busy = false;

  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly periodic: PeriodicWork,
    private readonly clock: Clock,
  ) {}

  /** How far the ledger of a new district is folded. */
  async beginWithin(tx: Tx, districtId: string): Promise<void> {
    await tx.query(`INSERT INTO count_folds (district_id) VALUES ($1)`, [districtId]);
  }

  onModuleInit(): void {
    this.periodic.register({
      name: 'folding counts',
      everyMs: () => (this.busy ? WHILE_BUSY_MS : EVERY_MS),
      run: () => this.tick(),
    });
  }

  beforeApplicationShutdown(): void {
    this.stopped = true;
  }

  /** Folds whatever any district has, in one go, and brings every level up to date; waits for a fold under way. */
  async foldAll(): Promise<void> {
    await eachDistrict(
      this.source,
      async (id) => {
        while ((await this.fold(id, { levels: true, waits: true })) === MOST_AT_ONCE && !this.stopped);
      },
      this.waiting(),
    );
  }

  /**
   * Folds up to a hundred thousand movements of one district. Does nothing while another process is at it, unless
   * told to wait (`waits`). A load of history would change the levels of every quarter since again with each fold:
   * those are left for when it is over (`levels`), and until then reads sum the months instead.
   * @returns how many it folded
   */
  fold(districtId: string, { levels, waits = false }: { levels: boolean; waits?: boolean }): Promise<number> {
    return workAs('fold', () =>
      this.transactions.run((tx) => this.foldWithin(tx, districtId, { levels, waits })),
    );
  }

  private async foldWithin(
    tx: Tx,
    districtId: string,
    { levels, waits }: { levels: boolean; waits: boolean },
  ): Promise<number> {
    const [fold] = await tx.query<FoldRow[]>(
      `SELECT f.levels_through::text AS through,
              ${quarterOf('$2')}::text AS today
         FROM count_folds f JOIN districts d ON d.id = $1
        WHERE f.district_id = $1 FOR UPDATE OF f ${waits ? '' : 'SKIP LOCKED'}`,
      [districtId, tx.at],
    );
    if (!fold) return 0;
    const parameters = [districtId, MOST_AT_ONCE];
    const [waiting] = await tx.query<{ movements: number; firstQuarter: string | null }[]>(
      WAITING,
      parameters,
    );
    const { movements, firstQuarter } = waiting ?? { movements: 0, firstQuarter: null };
    let through = fold.through ?? firstQuarter;
    if (!through) return 0;
    if (firstQuarter && firstQuarter < through && movements > MOST_LEVELLED) {
      await tx.query(`DELETE FROM count_levels WHERE district_id = $1 AND quarter_on > $2`, [
        districtId,
        firstQuarter,
      ]);
      through = firstQuarter;
    }
    if (movements > 0) await tx.query(FOLD, [...parameters, through]);
    if (levels && movements < MOST_AT_ONCE && through < fold.today) {
      await tx.query(ROLL, [districtId, through, fold.today]);
      through = fold.today;
    }
    await tx.query(`UPDATE count_folds SET folded_at = $3, levels_through = $2 WHERE district_id = $1`, [
      districtId,
      through,
      tx.at,
    ]);
    return movements;
  }

  /** Districts that have movements to fold, or levels to write: after a load, and where a quarter has begun. */
  private waiting(): Those {
    return {
      sql: `SELECT f.district_id AS id FROM count_folds f JOIN districts d ON d.id = f.district_id
             WHERE f.levels_through < ${quarterOf('$1')}
                OR EXISTS (SELECT 1 FROM count_tail t WHERE t.district_id = f.district_id)`,
      parameters: [this.clock.now()],
    };
  }

  /** A fold every second; every few while much is coming in, since then each finds more of the same to add up. */
  private async tick(): Promise<void> {
    const wasBusy = this.busy;
    this.busy = false;
    await eachDistrict(
      this.source,
      async (id) => {
        const folded = await this.fold(id, { levels: !wasBusy });
        this.busy ||= folded > MOST_LEVELLED;
      },
      this.waiting(),
    );
  }
}
