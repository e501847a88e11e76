import { InvalidInput } from '../common/refusal.js';
import type { Tx } from '../database/tx.js';
import type { RetentionRule } from './retention.js';

/** SQL of the rules of the funding source `f`, as JSON. `$1` is the district. */
export const RETENTIONS_OF_FUND = `coalesce((
  SELECT jsonb_agg(jsonb_build_object(
           'records', r.records, 'years', r.years, 'countsFrom', r.counts_from, 'fromOn', r.from_on,
           'keepsNames', r.keeps_names, 'source', r.source) ORDER BY r.position)
    FROM funding_retentions r WHERE r.district_id = $1 AND r.funding_source_id = f.id), '[]')`;

/** Replaces the rules of a funding source, which is locked. */
export async function writeRetentions(
  tx: Tx,
  districtId: string,
  fundingSourceId: string,
  rules: readonly RetentionRule[],
): Promise<void> {
  await tx.query(`DELETE FROM funding_retentions WHERE district_id = $1 AND funding_source_id = $2`, [
    districtId,
    fundingSourceId,
  ]);
  if (rules.length === 0) return;
  await tx.query(
    `INSERT INTO funding_retentions (district_id, funding_source_id, position, records, years, counts_from, from_on,
            keeps_names, source)
     SELECT $1::uuid, $2::uuid, n.position, n.records, n.years, n."countsFrom", n."fromOn", n."keepsNames", n.source
       FROM ROWS FROM (jsonb_to_recordset($3::jsonb) AS (
              records text, years integer, "countsFrom" text, "fromOn" date, "keepsNames" boolean, source text))
         WITH ORDINALITY AS n (records, years, "countsFrom", "fromOn", "keepsNames", source, position)`,
    [districtId, fundingSourceId, JSON.stringify(rules)],
  );
}

/** @throws InvalidInput for a day of the award at a rule that counts from a day of each device */
export function assertRetentions(rules: readonly RetentionRule[]): void {
  const errors = rules.flatMap(({ countsFrom, fromOn }, i) =>
    fromOn !== null && (countsFrom === 'purchase' || countsFrom === 'disposal')
      ? [
          {
            field: `retentions.${i}.fromOn`,
            code: 'NOT_FOR_DEVICE_DAYS',
            detail: `The years of this rule count from the ${countsFrom} of each device. Leave the date out.`,
          },
        ]
      : [],
  );
  const [first] = errors;
  if (first) throw new InvalidInput(first.detail, errors);
}
