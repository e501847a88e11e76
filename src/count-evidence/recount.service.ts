import { Injectable } from '@nestjs/common';
import { addUp, type Movement } from '../counts/ledger/movements.js';
import { DERIVED } from '../counts/ledger/derived-counts.js';
import { Transactions } from '../database/transactions.js';
import { groupBy } from '../common/group-by.js';
import { foldFacts, type HistoryEvent, movementsOf } from '../devices/recording/device-history.js';
import { DEVICE_COLUMNS, DEVICE_RECORD } from '../devices/device-columns.sql.js';
import type { DeviceRecord } from '../devices/device-record.js';

/** One thing that is not as the events say. */
export interface Difference {
  what: string;
  detail: string;
}

/** Facts that the fold of the events must give; the rest of a row is bookkeeping. */
const FOLDED = DEVICE_COLUMNS.map(([fact]) => fact).filter(
  (fact) => !['id', 'version', 'entryDated', 'statusSince', 'lastEffectiveAt'].includes(fact),
);

const DEVICES_AT_ONCE = 5_000;

/** Rebuilds every count from devices and events, and says what differs from what is stored. */
@Injectable()
export class RecountService {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Compares, in one snapshot: each device with the fold of its events, the ledger and the tail with the movements
   * of those events, and sums and levels with the ledger.
   */
  async check(districtId: string, report: (difference: Difference) => void): Promise<{ devices: number }> {
    return this.transactions.snapshot(async (tx) => {
      const query = <T>(sql: string, parameters: unknown[]): Promise<T[]> => tx.query<T[]>(sql, parameters);
      const [district] = await query<{ timeZone: string }>(
        `SELECT time_zone AS "timeZone" FROM districts WHERE id = $1`,
        [districtId],
      );
      const expected = new Map<string, number>();
      const devices = await this.replay(query, districtId, district?.timeZone ?? 'UTC', expected, report);
      await this.compareMovements(query, districtId, expected, report);
      await this.compareSums(query, districtId, report);
      return { devices };
    });
  }

  private async replay(
    query: Query,
    districtId: string,
    timeZone: string,
    expected: Map<string, number>,
    report: (difference: Difference) => void,
  ): Promise<number> {
    let after = '00000000-0000-0000-0000-000000000000';
    let count = 0;
    for (;;) {
      const devices = await query<DeviceRecord>(
        `SELECT ${DEVICE_RECORD} FROM devices d WHERE d.district_id = $1 AND d.id > $2 ORDER BY d.id LIMIT ${DEVICES_AT_ONCE}`,
        [districtId, after],
      );
      const last = devices.at(-1);
      if (!last) return count;
      const events = await query<HistoryEvent & { deviceId: string }>(
        `SELECT device_id AS "deviceId", id, type, cause, effective_at AS "effectiveAt", recorded_at AS "recordedAt", changes
           FROM device_events WHERE district_id = $1 AND device_id > $2 AND device_id <= $3`,
        [districtId, after, last.id],
      );
      const histories = groupBy(events, ({ deviceId }) => deviceId);
      for (const device of devices) {
        const history = histories.get(device.id) ?? [];
        compareFacts(device, history, report);
        for (const movement of addUp(movementsOf(history, timeZone))) {
          const key = movementKey(movement);
          expected.set(key, (expected.get(key) ?? 0) + movement.delta);
        }
      }
      count += devices.length;
      after = last.id;
    }
  }

  private async compareMovements(
    query: Query,
    districtId: string,
    expected: Map<string, number>,
    report: (difference: Difference) => void,
  ): Promise<void> {
    const rows = await query<StoredMovement>(
      `SELECT effective_on AS "on", site_id AS "siteId", kind, status, model_id AS "modelId",
              funding_source_id AS "fundingSourceId", cause, sum(delta)::int AS delta
         FROM (SELECT effective_on, site_id, kind, status, model_id, funding_source_id, cause, delta
                 FROM count_movements WHERE district_id = $1
               UNION ALL
               SELECT effective_on, site_id, kind, status, model_id, funding_source_id, cause, delta
                 FROM count_tail WHERE district_id = $1) m
        GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(delta) <> 0`,
      [districtId],
    );
    for (const { on, cause, delta, ...unit } of rows) {
      const key = movementKey({ on, cause, delta, unit });
      const wanted = expected.get(key) ?? 0;
      expected.delete(key);
      if (wanted !== delta)
        report({ what: 'movements', detail: `${key}: events say ${wanted}, the ledger ${delta}` });
    }
    for (const [key, wanted] of expected)
      if (wanted !== 0)
        report({ what: 'movements', detail: `${key}: events say ${wanted}, the ledger nothing` });
  }

  private async compareSums(
    query: Query,
    districtId: string,
    report: (difference: Difference) => void,
  ): Promise<void> {
    for (const { what, table, keys, value, ofLedger } of DERIVED) {
      const rows = await query<{ key: string; stored: number; wanted: number }>(
        `SELECT concat_ws(' ', ${keys.join(', ')}) AS key, coalesce(s.${value}, 0)::int AS stored,
                coalesce(w.${value}, 0)::int AS wanted
           FROM (SELECT * FROM ${table} WHERE district_id = $1) s
           FULL JOIN (${ofLedger}) w USING (${keys.join(', ')})
          WHERE coalesce(s.${value}, 0) <> coalesce(w.${value}, 0)`,
        [districtId],
      );
      for (const { key, stored, wanted } of rows)
        report({ what, detail: `${key}: the ledger says ${wanted}, it is ${stored}` });
    }
  }
}

type Query = <T>(sql: string, parameters: unknown[]) => Promise<T[]>;

type StoredMovement = Movement['unit'] & Pick<Movement, 'on' | 'cause' | 'delta'>;

function compareFacts(
  device: DeviceRecord,
  history: HistoryEvent[],
  report: (difference: Difference) => void,
): void {
  const folded = foldFacts(history);
  for (const fact of FOLDED as (keyof typeof folded)[])
    if (folded[fact] !== device[fact])
      report({
        what: 'device',
        detail: `${device.id}: ${fact} is ${String(device[fact])}, its events say ${String(folded[fact])}`,
      });
}

function movementKey({ on, cause, unit }: Movement): string {
  return [on, cause, unit.siteId, unit.kind, unit.status, unit.modelId, unit.fundingSourceId ?? '-'].join(
    ' ',
  );
}
