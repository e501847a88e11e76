import { Injectable } from '@nestjs/common';
import { copyRows } from '../../database/copy.js';
import type { Tx } from '../../database/tx.js';
import { addUp, type Movement } from './movements.js';

const COLUMNS = [
  'district_id',
  'change_set_id',
  'effective_on',
  'site_id',
  'kind',
  'status',
  'model_id',
  'funding_source_id',
  'cause',
  'delta',
];

/** Adds movements as one part of a statement: `json` is where their rows stand, as `countRows` made them. */
export const addCountsSql = (districtId: string, changeSetId: string, json: string): string => `
  INSERT INTO count_tail (${COLUMNS.join(', ')})
  SELECT ${districtId}, ${changeSetId}, n.effective_on, n.site_id, n.kind, n.status, n.model_id, n.funding_source_id,
         n.cause, n.delta
    FROM jsonb_to_recordset(${json}::jsonb) AS n (effective_on date, site_id uuid, kind text, status text,
         model_id uuid, funding_source_id uuid, cause text, delta integer)`;

/** Movements for `addCountsSql`. */
export function countRows(movements: Iterable<Movement>): object[] {
  return addUp(movements).map(({ on, unit, cause, delta }) => ({
    effective_on: on,
    site_id: unit.siteId,
    kind: unit.kind,
    status: unit.status,
    model_id: unit.modelId,
    funding_source_id: unit.fundingSourceId,
    cause,
    delta,
  }));
}

/** The one way into the counts: inserts, and waits for nobody. */
@Injectable()
export class CountsWriter {
  /** Adds movements to the counts with the transaction that caused them. */
  async addWithin(
    tx: Tx,
    districtId: string,
    changeSetId: string,
    movements: Iterable<Movement>,
  ): Promise<void> {
    const rows = addUp(movements).map(({ on, unit, cause, delta }) => [
      districtId,
      changeSetId,
      on,
      unit.siteId,
      unit.kind,
      unit.status,
      unit.modelId,
      unit.fundingSourceId,
      cause,
      delta,
    ]);
    if (rows.length > 0) await copyRows(tx, 'count_tail', COLUMNS, rows);
  }
}
