import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { copyRows } from '../database/copy.js';
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

/** The one way into the counts: inserts, and waits for nobody. */
@Injectable()
export class CountsWriter {
  /** Adds movements to the counts with the transaction that caused them. */
  async addWithin(
    tx: EntityManager,
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
