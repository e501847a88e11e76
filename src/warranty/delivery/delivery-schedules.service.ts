import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemScope } from '../../access/scope.js';
import { Refusal } from '../../common/refusal.js';
import { Clock } from '../../common/time/clock.js';
import { nextOnWeekdays } from '../../common/time/schedule.js';
import { eachDistrict } from '../../database/each-district.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { Batches } from '../batches/batches.service.js';
import { NothingReady } from '../batches/batches.errors.js';
import type { BatchSchedule } from './delivery-settings.js';

interface DueVendor {
  vendorId: string;
  schedule: BatchSchedule;
  timeZone: string;
  /** It has made a batch at this time already, and there may be more to send. */
  hasRun: boolean;
}

/** Sends what is ready when the schedule of a vendor says so, in whichever process gets there first. */
@Injectable()
export class DeliverySchedules {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly batches: Batches,
    private readonly clock: Clock,
  ) {}

  /** What was due while nothing ran is done once. @returns how many vendors were due */
  async runDue(isStopping: () => boolean = () => false): Promise<number> {
    let done = 0;
    const run = async (districtId: string): Promise<void> => {
      while (!isStopping() && (await this.runNext(districtId))) done += 1;
    };
    await eachDistrict(this.source, run, {
      sql: `SELECT DISTINCT district_id AS id FROM vendor_deliveries WHERE next_run_at <= $1`,
      parameters: [this.clock.now()],
    });
    return done;
  }

  /** The batch and the next time are one commit, so that each due time makes its batches once. */
  private async runNext(districtId: string): Promise<boolean> {
    let refused: DueVendor | undefined;
    try {
      return await this.transactions.run(async (tx) => {
        const due = await takeDue(tx, districtId);
        if (!due) return false;
        refused = due;
        const scope = systemScope({ id: districtId, timeZone: due.timeZone });
        const { id, lacking, isFull } = await this.batches.createWithin(tx, scope, due.vendorId);
        const words = await saidOf(tx, districtId, id, lacking.length);
        // There may be more than one batch takes.
        await finish(tx, districtId, due, { words, isOver: !isFull });
        return true;
      });
    } catch (error) {
      if (!(error instanceof Refusal) || !refused) throw error;
      const { vendorId } = refused;
      const isEmpty = error instanceof NothingReady;
      // The batch was rolled back, and the next time is noted by itself.
      return this.transactions.run(async (tx) => {
        const due = await takeDue(tx, districtId, vendorId);
        if (due && isEmpty && due.hasRun) await finish(tx, districtId, due, { words: null, isOver: true });
        else if (due)
          await finish(tx, districtId, due, {
            words: isEmpty ? 'No claim was ready.' : error.message,
            isOver: true,
          });
        return true;
      });
    }
  }
}

/** @param vendorId of one vendor; without it, of the vendor that has been due for longest */
async function takeDue(tx: Tx, districtId: string, vendorId?: string): Promise<DueVendor | undefined> {
  const [due] = await tx.query<DueVendor[]>(
    `SELECT x.vendor_id AS "vendorId", x.schedule, t.time_zone AS "timeZone",
            coalesce(x.ran_at >= x.next_run_at, false) AS "hasRun"
       FROM vendor_deliveries x JOIN districts t ON t.id = $1
      WHERE x.district_id = $1 AND x.next_run_at <= $2 AND ($3::uuid IS NULL OR x.vendor_id = $3)
      ORDER BY x.next_run_at, x.vendor_id LIMIT 1 FOR UPDATE OF x SKIP LOCKED`,
    [districtId, tx.at, vendorId ?? null],
  );
  return due;
}

/** @param words null to keep those of the batch before */
async function finish(
  tx: Tx,
  districtId: string,
  { vendorId, schedule, timeZone }: DueVendor,
  { words, isOver }: { words: string | null; isOver: boolean },
): Promise<void> {
  await tx.query(
    `UPDATE vendor_deliveries
        SET next_run_at = coalesce($3, next_run_at), ran_at = $4, ran_with = coalesce($5, ran_with)
      WHERE district_id = $1 AND vendor_id = $2`,
    [districtId, vendorId, isOver ? nextOnWeekdays(schedule, timeZone, tx.at) : null, tx.at, words],
  );
}

async function saidOf(tx: Tx, districtId: string, batchId: string, lacking: number): Promise<string> {
  const [batch] = await tx.query<{ sequence: number; claims: number }[]>(
    `SELECT sequence, claim_count AS claims FROM claim_batches WHERE district_id = $1 AND id = $2`,
    [districtId, batchId],
  );
  if (!batch) throw new Error('the batch of a schedule is gone');
  const { sequence, claims } = batch;
  const left =
    lacking === 0 ? '' : ` ${count(lacking)} lack something that the layout requires, and stay ready.`;
  return `Batch ${sequence} with ${count(claims)}.${left}`;
}

const count = (claims: number): string => (claims === 1 ? '1 claim' : `${claims} claims`);
