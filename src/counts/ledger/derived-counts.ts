import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import { NO_FUND } from './counts-fold.js';
import { quarterStart } from '../quarter.sql.js';

function sumsOfLedger(columns: string): string {
  return `
    SELECT district_id, g.grain,
           CASE WHEN g.grain = 'day' THEN effective_on ELSE date_trunc('month', effective_on)::date END AS period_on,
           ${columns}, sum(delta) AS delta
      FROM count_movements, (VALUES ('day'), ('month')) AS g (grain) WHERE district_id = $1
     GROUP BY district_id, 2, 3, ${columns} HAVING sum(delta) <> 0`;
}

const MODEL_SUMS_OF_LEDGER = `
  SELECT district_id, date_trunc('month', effective_on)::date AS month_on, model_id,
         coalesce(funding_source_id, '${NO_FUND}') AS funding_source_id, status, kind, sum(delta) AS delta
    FROM count_movements WHERE district_id = $1
   GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(delta) <> 0`;

const LEVELS_OF_LEDGER = `
  SELECT m.district_id, q.quarter_on::date AS quarter_on, site_id, kind, status, sum(delta) AS count
    FROM (SELECT district_id, date_trunc('month', effective_on)::date AS month_on, site_id, kind, status, sum(delta) AS delta
            FROM count_movements WHERE district_id = $1 GROUP BY 1, 2, 3, 4, 5) m
    JOIN count_folds f ON f.district_id = $1,
         generate_series(${quarterStart('m.month_on')} + interval '3 months',
                         f.levels_through, interval '3 months') AS q (quarter_on)
   GROUP BY 1, 2, 3, 4, 5 HAVING sum(delta) <> 0`;

/** What is worked out from the ledger so that reads are quick. */
interface Derived {
  what: string;
  table: string;
  keys: string[];
  value: string;
  /** The same, from the ledger alone: `$1` district. */
  ofLedger: string;
}

export const DERIVED: readonly Derived[] = [
  {
    what: 'sums',
    table: 'count_sums',
    keys: ['grain', 'period_on', 'site_id', 'kind', 'status'],
    value: 'delta',
    ofLedger: sumsOfLedger('site_id, kind, status'),
  },
  {
    what: 'totals',
    table: 'count_total_sums',
    keys: ['grain', 'period_on', 'kind', 'status'],
    value: 'delta',
    ofLedger: sumsOfLedger('kind, status'),
  },
  {
    what: 'models',
    table: 'count_model_sums',
    keys: ['month_on', 'model_id', 'funding_source_id', 'status', 'kind'],
    value: 'delta',
    ofLedger: MODEL_SUMS_OF_LEDGER,
  },
  {
    what: 'levels',
    table: 'count_levels',
    keys: ['quarter_on', 'site_id', 'kind', 'status'],
    value: 'count',
    ofLedger: LEVELS_OF_LEDGER,
  },
];

/** Sums and levels, which can be made anew at any time. */
@Injectable()
export class DerivedCounts {
  constructor(private readonly transactions: Transactions) {}

  /** Throws sums and levels away and builds them again from the ledger. */
  async rebuild(districtId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.query(`SELECT 1 FROM count_folds WHERE district_id = $1 FOR UPDATE`, [districtId]);
      for (const { table, keys, value, ofLedger } of DERIVED) {
        await tx.query(`DELETE FROM ${table} WHERE district_id = $1`, [districtId]);
        const columns = ['district_id', ...keys, value].join(', ');
        await tx.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM (${ofLedger}) l`, [
          districtId,
        ]);
      }
    });
  }
}
