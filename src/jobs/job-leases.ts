import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlState, UNIQUE_VIOLATION } from '../database/transactions.js';
import type { Statements, Tx } from '../database/tx.js';
import { type ClaimedJob, LEASE_SECONDS } from './job-run.js';

/** What a ring for a job needs to know. */
export interface DueJob {
  districtId: string;
  id: string;
  kind: string;
  attempt: number;
}

const CLAIMED = `district_id AS "districtId", id, kind, subject_id AS "subjectId", input, attempt,
                 lease_epoch AS "leaseEpoch"`;

/**
 * A job goes after the older ones of its lane, also while one of them waits for its next attempt.
 * @param district the statement's parameter, or the job's own column where jobs of all districts are looked for
 */
function isFirstOfLane(district: '$1' | 'jobs.district_id'): string {
  return `NOT EXISTS (SELECT 1 FROM jobs older
   WHERE older.district_id = ${district} AND older.lane = jobs.lane AND older.id < jobs.id
     AND older.state IN ('queued', 'running'))`;
}

/** Who works on which job, as its row says: every change of hands is one statement here. */
@Injectable()
export class JobLeases {
  constructor(private readonly source: DataSource) {}

  /**
   * Undefined where somebody else has it, or it is not its turn.
   * @param kinds what this worker can do: while versions change, some know kinds that others do not
   */
  async claim(districtId: string, id: string, kinds: string[]): Promise<ClaimedJob | undefined> {
    try {
      const [rows] = await this.source.query<[ClaimedJob[], number]>(
        `UPDATE jobs SET state = 'running', attempt = attempt + 1, lease_epoch = lease_epoch + 1,
                lease_until = now() + make_interval(secs => $3), started_at = coalesce(started_at, now()),
                stage_started_at = now(), stage_started_done = done
          WHERE district_id = $1 AND id = $2 AND kind = ANY ($4) AND next_attempt_at <= now()
            AND (state = 'queued' OR (state = 'running' AND lease_until < now())) AND ${isFirstOfLane('$1')}
          RETURNING ${CLAIMED}`,
        [districtId, id, LEASE_SECONDS, kinds],
      );
      return rows[0];
    } catch (error) {
      // Another job of the lane was claimed in the same moment; this one is rung for when that one ends.
      if (sqlState(error) === UNIQUE_VIOLATION) return undefined;
      throw error;
    }
  }

  /** Ends a job; false where this worker does not have it any more. */
  async finish(
    db: Statements,
    job: ClaimedJob,
    state: 'done' | 'failed' | 'cancelled',
    outcome: { result?: unknown; problem?: unknown },
  ): Promise<boolean> {
    const [, count] = await db.query<[unknown, number]>(
      `UPDATE jobs SET state = $4, result = $5::jsonb, problem = $6::jsonb, finished_at = now(), lease_until = NULL
        WHERE district_id = $1 AND id = $2 AND lease_epoch = $3 AND state = 'running'`,
      [...keyOf(job), state, JSON.stringify(outcome.result ?? null), JSON.stringify(outcome.problem ?? null)],
    );
    return count === 1;
  }

  /** Puts a job back in the queue, to be tried again after so many seconds. */
  async giveBack(job: ClaimedJob, afterSeconds: number): Promise<boolean> {
    const [, count] = await this.source.query<[unknown, number]>(
      `UPDATE jobs SET state = 'queued', lease_until = NULL, next_attempt_at = now() + make_interval(secs => $4)
        WHERE district_id = $1 AND id = $2 AND lease_epoch = $3 AND state = 'running'`,
      [...keyOf(job), afterSeconds],
    );
    return count === 1;
  }

  /** Asks for a stop. A job that waits is cancelled by this, and returned. */
  async cancelWithin(tx: Tx, districtId: string, id: string): Promise<ClaimedJob | undefined> {
    const [rows] = await tx.query<[(ClaimedJob & { state: string })[], number]>(
      `UPDATE jobs SET cancel_requested_at = coalesce(cancel_requested_at, now()),
              state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END,
              finished_at = CASE WHEN state = 'queued' THEN now() END
        WHERE district_id = $1 AND id = $2 AND state IN ('queued', 'running')
        RETURNING ${CLAIMED}, state`,
      [districtId, id],
    );
    return rows.find(({ state }) => state === 'cancelled');
  }

  /**
   * The jobs that a worker could take now and none has, one of each lane: what the queue lost, what a dead worker held.
   * @param graceSeconds how long a job that is due is left to whoever hears its ring
   */
  due(kinds: string[], graceSeconds: number): Promise<DueJob[]> {
    return this.source.query<DueJob[]>(
      `SELECT district_id AS "districtId", id, kind, attempt FROM jobs
        WHERE ((state = 'queued' AND next_attempt_at <= now() - make_interval(secs => $2))
            OR (state = 'running' AND lease_until < now())) AND kind = ANY ($1)
          AND ${isFirstOfLane('jobs.district_id')}
        ORDER BY next_attempt_at LIMIT 100`,
      [kinds, graceSeconds],
    );
  }

  /** The jobs of a district that may start now that a lane is free. */
  next(districtId: string): Promise<DueJob[]> {
    return this.source.query<DueJob[]>(
      `SELECT district_id AS "districtId", id, kind, attempt FROM jobs
        WHERE district_id = $1 AND state = 'queued' AND next_attempt_at <= now() AND ${isFirstOfLane('$1')}`,
      [districtId],
    );
  }
}

function keyOf(job: ClaimedJob): [string, string, number] {
  return [job.districtId, job.id, job.leaseEpoch];
}
