import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, systemScope } from '../../access/scope.js';
import { newId } from '../../common/ids.js';
import { dateIn } from '../../common/time/clock.js';
import { eachDistrict } from '../../database/each-district.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { Steps } from '../../steps/steps.service.js';
import { BAD_LOT_STEPS } from './bad-lot-steps.js';
import { type BadLotDetail, BadLotsQueries } from './bad-lots.queries.js';
import { type LotCoverage, LotsQueries, type RankedLot } from './lots.queries.js';

/** Bad lots as work: found by Rollcall, handled by people. */
@Injectable()
export class BadLots {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly lots: LotsQueries,
    private readonly queries: BadLotsQueries,
    private readonly steps: Steps,
  ) {}

  /** Marks a bad lot as handled, or opens it again. */
  async step(scope: Scope, id: string, step: 'handle' | 'reopen', note: string): Promise<BadLotDetail> {
    await this.transactions.run((tx) => this.steps.takeWithin(tx, scope, BAD_LOT_STEPS, { id, step, note }));
    return this.queries.find(scope, id);
  }

  /** Periodic: looks for bad lots in every district that has claims. Any number of processes may do so at once. */
  async findAll(): Promise<void> {
    await eachDistrict(this.source.manager, async (id) => {
      const [district] = await this.source.query<{ timeZone: string }[]>(
        `SELECT time_zone AS "timeZone" FROM districts
          WHERE id = $1 AND EXISTS (SELECT FROM claims WHERE district_id = $1)`,
        [id],
      );
      if (district) await this.findIn(systemScope({ id, timeZone: district.timeZone }));
    });
  }

  /** Looks for bad lots whose coverage has not ended, and writes what it found. */
  async findIn(scope: Scope): Promise<void> {
    await this.transactions.run(async (tx) => {
      // Whoever looks at the same moment waits here, and then finds the same lots written.
      await tx.query(`SELECT FROM districts WHERE id = $1 FOR NO KEY UPDATE`, [scope.districtId]);
      const today = dateIn(scope.timeZone, tx.at);
      const { lots } = await this.lots.ranked(tx, scope, today);
      const bad = lots.filter(({ rank }) => rank !== null);
      if (bad.length === 0) return;
      const coverages = await this.lots.coverageOf(tx, scope, bad, today);
      const rows = bad.flatMap((lot, place) => {
        const coverage = coverages.get(place);
        return coverage ? [rowOf(lot, coverage)] : [];
      });
      const made = await write(tx, scope, rows);
      if (made.length > 0) await this.steps.beginWithin(tx, scope, BAD_LOT_STEPS, made);
    });
  }
}

/** A row of the table, by its columns. */
interface FoundLot {
  id: string;
  [column: string]: unknown;
}

function rowOf(lot: RankedLot, { coveredDevices, claimBy, lastCoverageOn }: LotCoverage): FoundLot {
  return {
    id: newId(),
    model_id: lot.modelId,
    purchase_reference: lot.purchaseReference,
    devices: lot.devices,
    failures: lot.failures,
    device_years: lot.deviceYears,
    rate_low: lot.interval?.low,
    rate_high: lot.interval?.high,
    rest_rate: lot.restRate,
    corrected_chance: lot.correctedChance,
    covered_devices: coveredDevices,
    claim_by: claimBy,
    last_coverage_on: lastCoverageOn,
  };
}

/** Adds what is new, and gives what is open its present figures. What was handled stays as it was handled. */
async function write(tx: Tx, { districtId }: Scope, rows: readonly FoundLot[]): Promise<{ id: string }[]> {
  const columns = `id, model_id, purchase_reference, devices, failures, device_years, rate_low, rate_high, rest_rate,
    corrected_chance, covered_devices, claim_by, last_coverage_on`;
  const written = await tx.query<{ id: string }[]>(
    `INSERT INTO bad_lots AS b (district_id, ${columns}, found_at, updated_at)
     SELECT $1::uuid, ${columns}, $2::timestamptz, $2::timestamptz
       FROM jsonb_populate_recordset(NULL::bad_lots, $3::jsonb)
     ON CONFLICT (district_id, model_id, purchase_reference) DO UPDATE
        SET devices = excluded.devices, failures = excluded.failures, device_years = excluded.device_years,
            rate_low = excluded.rate_low, rate_high = excluded.rate_high, rest_rate = excluded.rest_rate,
            corrected_chance = excluded.corrected_chance, covered_devices = excluded.covered_devices,
            claim_by = excluded.claim_by, last_coverage_on = excluded.last_coverage_on,
            updated_at = excluded.updated_at
      WHERE b.state = 'open'
     RETURNING id`,
    [districtId, tx.at, JSON.stringify(rows)],
  );
  // What was there before has an id of its own.
  const made = new Set(rows.map(({ id }) => id));
  return written.filter(({ id }) => made.has(id));
}
