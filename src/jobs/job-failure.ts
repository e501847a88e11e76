import pg from 'pg';
import { QueryFailedError } from 'typeorm';
import { isDatabaseAway } from '../common/database-errors.js';

/** Whether another attempt may go better: two writers in each other's way, a full disk that somebody clears. */
export function mayPass(error: unknown): boolean {
  return error instanceof QueryFailedError || error instanceof pg.DatabaseError || isDatabaseAway(error);
}
