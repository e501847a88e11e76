import pg from 'pg';
import { QueryFailedError } from 'typeorm';
import { sqlState } from '../database/transactions.js';

/** A server that stops, starts, or is full: nothing is wrong with the work. */
const AWAY = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
]);

/** Whether the database went away; the same work will do once it is back, as often as that takes. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const code = sqlState(error) ?? (cause as { code?: unknown }).code;
  return (
    AWAY.has(String(code)) || /Connection terminated|Connection ended|not connected/i.test(error.message)
  );
}

/** Whether another attempt may go better: two writers in each other's way, a full disk that somebody clears. */
export function mayPass(error: unknown): boolean {
  return error instanceof QueryFailedError || error instanceof pg.DatabaseError || isDatabaseAway(error);
}
