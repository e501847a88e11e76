import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlStateOf } from '../common/database-errors.js';
import { Clock } from '../common/time/clock.js';
import type { Those } from '../database/each-district.js';
import { UNIQUE_VIOLATION } from '../database/transactions.js';
import type { Statements, Tx } from '../database/tx.js';
import { type ClaimedJob, leaseUntil } from './job-run.js';

/** What a ring for a job needs to know. */
export interface DueJob {
  districtId: string;
  id: string;
  kind: string;
  attempt: number;
}

const CLAIMED = `district_id AS "districtId", id, kind, subject_id AS "subjectId", input, attempt,
                 lease_epoch AS "leaseEpoch"`;

/** A job goes after the older ones of its lane, also while one of them waits for its next attempt. */
const IS_FIRST_OF_LANE = `NOT EXISTS (SELECT 1 FROM jobs older
   WHERE older.district_id = $1 AND older.lane = jobs.lane AND older.id < jobs.id
     AND older.state IN ('queued', 'running'))`;

/**
 * Seconds by which the clocks of two machines may differ. A job that one machine has made due may not be due yet by the
 * clock of the machine that hears of it. Leases need no allowance: they are renewed ten seconds before they end.
 */
const CLOCKS_DIFFER_SECONDS = 2;

/** Who works on which job, as its row says: every change of hands is one statement here. */
@Injectable()
export class JobLeases {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Undefined where somebody else has it, or it is not its turn.
   * @param kinds what this worker can do: while versions change, some know kinds that others do not
   */
  async claim(districtId: string, id: string, kinds: string[]): Promise<ClaimedJob | undefined> {
    const at = this.clock.now();
    try {
      const [rows] = await this.source.query<[ClaimedJob[], number]>(
        `UPDATE jobs SET state = 'running', attempt = attempt + 1, lease_epoch = lease_epoch + 1,
                lease_until = $3, started_at = coalesce(started_at, $4), stage_started_at = $4,
                stage_started_done = done
          WHERE district_id = $1 AND id = $2 AND kind = ANY ($5) AND next_attempt_at <= $6
            AND (state = 'queued' OR (state = 'running' AND lease_until < $4)) AND ${IS_FIRST_OF_LANE}
          RETURNING ${CLAIMED}`,
        [districtId, id, leaseUntil(at), at, kinds, after(at, CLOCKS_DIFFER_SECONDS)],
      );
      return rows[0];
    } catch (error) {
      // Another job of the lane was claimed in the same moment; this one is rung for when that one ends.
      if (sqlStateOf(error) === UNIQUE_VIOLATION) return undefined;
      throw error;
    }
  }

  /**
   * Ends a job. If the job was cancelled or failed, its result is what it did until then.
   * @returns false if this worker no longer has the job
   */
  async finish(
    db: Statements,
    job: ClaimedJob,
    state: 'done' | 'failed' | 'cancelled',
    outcome: { result?: unknown; problem?: unknown },
  ): Promise<boolean> {
    const [, count] = await db.query<[unknown, number]>(
      `UPDATE jobs SET state = $4, result = CASE WHEN $4 = 'done' THEN $5::jsonb ELSE input -> 'tally' END,
              problem = $6::jsonb, finished_at = $7, lease_until = NULL
        WHERE district_id = $1 AND id = $2 AND lease_epoch = $3 AND state = 'running'`,
      [
        ...keyOf(job),
        state,
        JSON.stringify(outcome.result ?? null),
        JSON.stringify(outcome.problem ?? null),
        this.clock.now(),
      ],
    );
    return count === 1;
  }

  /** Puts a job back in the queue, to be tried again after so many seconds. */
  async giveBack(job: ClaimedJob, afterSeconds: number): Promise<boolean> {
    const [, count] = await this.source.query<[unknown, number]>(
      `UPDATE jobs SET state = 'queued', lease_until = NULL, next_attempt_at = $4
        WHERE district_id = $1 AND id = $2 AND lease_epoch = $3 AND state = 'running'`,
      [...keyOf(job), after(this.clock.now(), afterSeconds)],
    );
    return count === 1;
  }

  /** Asks for a stop. A job that waits is cancelled by this, and returned. */
  async cancelWithin(tx: Tx, districtId: string, id: string): Promise<ClaimedJob | undefined> {
    const [rows] = await tx.query<[(ClaimedJob & { state: string })[], number]>(
      `UPDATE jobs SET cancel_requested_at = coalesce(cancel_requested_at, $3),
              state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END,
              result = CASE WHEN state = 'queued' THEN input -> 'tally' END,
              finished_at = CASE WHEN state = 'queued' THEN $3::timestamptz END
        WHERE district_id = $1 AND id = $2 AND state IN ('queued', 'running')
        RETURNING ${CLAIMED}, state`,
      [districtId, id, tx.at],
    );
    return rows.find(({ state }) => state === 'cancelled');
  }

  /**
   * Finds the districts where something may be due, the one that has waited longest first.
   * @param graceSeconds how long a job that is due is left to whoever hears its ring
   */
  districtsDue(kinds: string[], graceSeconds: number): Those {
    const at = this.clock.now();
    return {
      sql: `SELECT district_id AS id FROM jobs
             WHERE ((state = 'queued' AND next_attempt_at <= $2) OR (state = 'running' AND lease_until < $1))
               AND kind = ANY ($3)
             GROUP BY district_id ORDER BY min(next_attempt_at)`,
      parameters: [at, after(at, -graceSeconds), kinds],
    };
  }

  /** The jobs of a district that a worker could take now and none has, one of each lane: what the queue lost, what a dead worker held. */
  due(districtId: string, kinds: string[], graceSeconds: number): Promise<DueJob[]> {
    const at = this.clock.now();
    return this.source.query<DueJob[]>(
      `SELECT district_id AS "districtId", id, kind, attempt FROM jobs
        WHERE district_id = $1 AND ((state = 'queued' AND next_attempt_at <= $3)
                                 OR (state = 'running' AND lease_until < $2))
          AND kind = ANY ($4) AND ${IS_FIRST_OF_LANE}
        ORDER BY next_attempt_at LIMIT 100`,
      [districtId, at, after(at, -graceSeconds), kinds],
    );
  }

  /** The jobs of a district that may start now that a lane is free. */
  next(districtId: string): Promise<DueJob[]> {
    return this.source.query<DueJob[]>(
      `SELECT district_id AS "districtId", id, kind, attempt FROM jobs
        WHERE district_id = $1 AND state = 'queued' AND next_attempt_at <= $2 AND ${IS_FIRST_OF_LANE}`,
      [districtId, this.clock.now()],
    );
  }
}

function after(at: Date, seconds: number): Date {
  return new Date(at.getTime() + seconds * 1000);
}

function keyOf(job: ClaimedJob): [string, string, number] {
  return [job.districtId, job.id, job.leaseEpoch];
}
