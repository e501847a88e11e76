import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, systemScope } from '../../access/scope.js';
import { Clock } from '../../common/time/clock.js';
import { nextOnWeekdays } from '../../common/time/schedule.js';
import { eachDistrict } from '../../database/each-district.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import type { LookUpSchedule } from './look-ups.entities.js';
import { MakerAccountMissing } from './look-ups.errors.js';
import { LookUps } from './look-ups.service.js';
import type { MakerName } from './makers/maker.js';
import { MAKER_NAMED } from './makers/makers.js';

const DAY_MS = 86_400_000;

interface DueAccount {
  maker: MakerName;
  schedule: LookUpSchedule;
  timeZone: string;
  /** Whether the district still deals with the maker's vendor. */
  isActive: boolean;
}

/** Starts look-ups when the schedule of a maker says so, in whichever process gets there first. */
@Injectable()
export class LookUpSchedules {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly lookUps: LookUps,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets when a maker is asked.
   * @param schedule null if people start each look-up themselves
   * @throws MakerAccountMissing
   */
  async set(
    { districtId, timeZone }: Scope,
    maker: MakerName,
    schedule: LookUpSchedule | null,
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const set = await tx.query<unknown[]>(
        `WITH changed AS (
           UPDATE maker_accounts SET schedule = $3::jsonb, next_run_at = $4
            WHERE district_id = $1 AND maker = $2 RETURNING maker)
         SELECT maker FROM changed`,
        [
          districtId,
          maker,
          schedule && JSON.stringify(schedule),
          schedule && nextOnWeekdays(schedule, timeZone, tx.at),
        ],
      );
      if (set.length === 0) throw new MakerAccountMissing(MAKER_NAMED[maker].manufacturer);
    });
  }

  /** What was due while nothing ran is done once. @returns how many makers were due */
  async runDue(isStopping: () => boolean = () => false): Promise<number> {
    let done = 0;
    const run = async (districtId: string): Promise<void> => {
      while (!isStopping() && (await this.runNext(districtId))) done += 1;
    };
    await eachDistrict(this.source, run, {
      sql: `SELECT DISTINCT district_id AS id FROM maker_accounts WHERE next_run_at <= $1`,
      parameters: [this.clock.now()],
    });
    return done;
  }

  /** The job and the next time are one commit, so that each due time starts one look-up. */
  private runNext(districtId: string): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const due = await takeDue(tx, districtId);
      if (!due) return false;
      const { maker, schedule, timeZone, isActive } = due;
      await tx.query(`UPDATE maker_accounts SET next_run_at = $3 WHERE district_id = $1 AND maker = $2`, [
        districtId,
        maker,
        nextOnWeekdays(schedule, timeZone, tx.at),
      ]);
      // A slow maker may still be busy with the last one. Whatever that leaves out is asked about the next time.
      if (!isActive || (await this.lookUps.isUnderWay(tx, districtId, maker))) return true;
      await this.lookUps.startWithin(tx, systemScope({ id: districtId, timeZone }), maker, {
        devices: 'new',
        askedBefore: askedBefore(schedule, tx.at),
      });
      return true;
    });
  }
}

/** Takes the account that has been due for longest. */
async function takeDue(tx: Tx, districtId: string): Promise<DueAccount | undefined> {
  const [due] = await tx.query<DueAccount[]>(
    `SELECT a.maker, a.schedule, t.time_zone AS "timeZone", v.is_active AS "isActive"
       FROM maker_accounts a
       JOIN districts t ON t.id = $1
       JOIN vendors v ON v.district_id = $1 AND v.id = a.vendor_id
      WHERE a.district_id = $1 AND a.next_run_at <= $2
      ORDER BY a.next_run_at, a.maker LIMIT 1 FOR UPDATE OF a SKIP LOCKED`,
    [districtId, tx.at],
  );
  return due;
}

/** Answers from before this instant are asked for again. */
function askedBefore({ askAgainAfterDays }: LookUpSchedule, at: Date): Date | null {
  return askAgainAfterDays === null ? null : new Date(at.getTime() - askAgainAfterDays * DAY_MS);
}
