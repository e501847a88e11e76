import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../access/scope.js';
import { WorkKinds } from '../../allocation/time/work-kinds.service.js';
import { StaleVersion } from '../../common/http/etag.js';
import { InvalidInput } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Statements } from '../../database/tx.js';
import { STARTING_WEIGHTS, type Weight, weightProblems } from './weights.js';

/** The complete weights of a district. */
export interface Weights {
  /** 0 for the defaults of Rollcall. */
  version: number;
  /** Null for the defaults of Rollcall. */
  recordedAt: Date | null;
  weights: readonly Weight[];
}

const NO_WORDS_YET: Weights = { version: 0, recordedAt: null, weights: STARTING_WEIGHTS };

/** How much support devices ask for. Every version is kept. */
@Injectable()
export class LoadWeights {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly works: WorkKinds,
  ) {}

  /** Those that hold now. */
  find({ districtId }: Scope): Promise<Weights> {
    return this.latest(this.source.manager, districtId);
  }

  /**
   * The next version.
   * @param version the one that the caller read; null for whatever is the latest
   * @throws InvalidInput naming every weight that cannot be used
   */
  async replace(scope: Scope, version: number | null, weights: readonly Weight[]): Promise<Weights> {
    await this.assertUsable(scope, weights);
    return this.transactions.run(async (tx) => {
      // Who comes second in one moment waits here, and finds another version than it read.
      await tx.query(`SELECT 1 FROM districts WHERE id = $1 FOR NO KEY UPDATE`, [scope.districtId]);
      const before = await this.latest(tx, scope.districtId);
      if (version !== null && version !== before.version)
        throw new StaleVersion('The weights', before.version);
      await tx.query(
        `INSERT INTO support_load_weights
           (district_id, version, place, kind, work, per, minutes, source, source_date, recorded_by)
         SELECT $1::uuid, $2::integer, w.place - 1, w.kind, w.work, w.per, w.minutes, w.source, w.source_date, $4::uuid
           FROM ROWS FROM (jsonb_to_recordset($3::jsonb) AS
                  (kind text, work text, per text, minutes double precision, source text, "sourceDate" date))
             WITH ORDINALITY AS w (kind, work, per, minutes, source, source_date, place)`,
        [scope.districtId, before.version + 1, JSON.stringify(weights), scope.accountId],
      );
      return this.latest(tx, scope.districtId);
    });
  }

  private async assertUsable({ districtId }: Scope, weights: readonly Weight[]): Promise<void> {
    const works = (await this.works.all(districtId)).map(({ key }) => key);
    const unknown = weights.flatMap(({ work }, i) =>
      work === null || works.includes(work)
        ? []
        : [
            {
              field: `weights[${i}].work`,
              code: 'UNKNOWN_WORK',
              detail: `Choose one of these: ${works.join(', ')}.`,
            },
          ],
    );
    const errors = [...unknown, ...weightProblems(weights)];
    if (errors.length > 0)
      throw new InvalidInput(
        `These weights cannot be used. ${errors.map(({ detail }) => detail).join(' ')}`,
        errors,
        'WEIGHTS_UNUSABLE',
      );
  }

  private async latest(db: Statements, districtId: string): Promise<Weights> {
    const rows = await db.query<(Weight & { version: number; recordedAt: Date })[]>(
      `SELECT version, recorded_at AS "recordedAt", kind, work, per, minutes, source, source_date AS "sourceDate"
         FROM support_load_weights
        WHERE district_id = $1
          AND version = (SELECT max(version) FROM support_load_weights WHERE district_id = $1)
        ORDER BY place`,
      [districtId],
    );
    const [first] = rows;
    if (!first) return NO_WORDS_YET;
    const { version, recordedAt } = first;
    return {
      version,
      recordedAt,
      weights: rows.map(({ version: _, recordedAt: __, ...weight }) => weight),
    };
  }
}
