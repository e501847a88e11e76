import { isNativeError } from 'node:util/types';
import { Refusal } from './refusal.js';

const TRY_AGAIN_SECONDS = 5;

/** Every connection of a pool was in use for longer than anybody should wait. */
export class DatabaseBusy extends Refusal {
  readonly kind = 'unavailable';
  readonly code = 'DATABASE_BUSY';
  override readonly retryAfterSeconds = TRY_AGAIN_SECONDS;
  constructor(waitedSeconds: number) {
    super(
      `Rollcall is very busy: every connection to the database was in use for ${waitedSeconds} seconds. ` +
        'Send the request again in a few seconds.',
    );
  }
}

/** The database stopped the work at one of its limits. Trying again may go better. */
export class DatabaseLimitReached extends Refusal {
  readonly kind = 'unavailable';
  override readonly retryAfterSeconds = TRY_AGAIN_SECONDS;
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What PostgreSQL's codes for reached limits mean to the caller. */
const REACHED: Record<string, [code: string, message: string]> = {
  '57014': [
    'TOOK_TOO_LONG',
    'The database took too long to answer, so Rollcall stopped this request. Try again later, or ask for less at once.',
  ],
  '55P03': [
    'RECORD_IN_USE',
    'Somebody else is changing the same records and has not finished yet. Send the request again in a few seconds.',
  ],
  '25P03': [
    'TOOK_TOO_LONG',
    'Rollcall stopped this request because it held the database for too long without using it. Send the request again.',
  ],
  '25P04': [
    'TOOK_TOO_LONG',
    'The database took too long to answer, so Rollcall stopped this request. Try again later, or ask for less at once.',
  ],
  '40001': [
    'RECORD_IN_USE',
    'Too many requests changed the same records at the same time. Send the request again in a few seconds.',
  ],
  '40P01': [
    'RECORD_IN_USE',
    'Too many requests changed the same records at the same time. Send the request again in a few seconds.',
  ],
};

/** The refusal for a limit of the database that was reached; undefined for every other SQLSTATE. */
export function refusalOfLimit(sqlState: unknown): DatabaseLimitReached | undefined {
  const reached = REACHED[String(sqlState)];
  return reached && new DatabaseLimitReached(...reached);
}

/** Lost connections and a server that is starting, stopping or full: nothing is wrong with the work. */
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
const AWAY_IN_WORDS =
  /Connection terminated|Connection ended|ECONNREFUSED|ECONNRESET|not connected|not queryable|[Qq]uery runner (?:was )?already released/;

/** Whether the database went away, or had no connection to spare: the same work will do later. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof DatabaseBusy) return true;
  // Not instanceof: an error of a socket belongs to Node's own realm, which under a test is another.
  if (!isNativeError(error)) return false;
  return AWAY.has(sqlStateOf(error) ?? '') || AWAY_IN_WORDS.test(error.message);
}

/** Whether the same work may succeed a little later: the database was busy or away, or stopped it at a limit. */
export function mayBeTriedAgain(error: unknown): boolean {
  return isDatabaseAway(error) || refusalOfLimit(sqlStateOf(error)) !== undefined;
}

/**
 * What an error without a state of its own says in words, and the SQLSTATE that belongs to it. Citus reports whatever
 * goes wrong on another node during COPY as an internal error, with the node's own message.
 */
const STATE_IN_WORDS: readonly [RegExp, string][] = [
  [/^duplicate key value violates unique constraint/, '23505'],
  [/violates foreign key constraint/, '23503'],
  [/violates exclusion constraint/, '23P01'],
  [/violates check constraint/, '23514'],
  [/violates not-null constraint/, '23502'],
  [/^deadlock detected/, '40P01'],
  [/^could not serialize access/, '40001'],
  [/^canceling statement due to lock timeout/, '55P03'],
  [/^canceling statement due to statement timeout/, '57014'],
];
const INTERNAL_ERROR = 'XX000';

/** The SQLSTATE of a failed statement or the code of a lost connection, also where TypeORM has wrapped it. */
export function sqlStateOf(error: unknown): string | undefined {
  if (!isNativeError(error)) return undefined;
  const { code, message = '' } = driverErrorOf(error);
  if (typeof code !== 'string') return undefined;
  if (code !== INTERNAL_ERROR) return code;
  return STATE_IN_WORDS.find(([words]) => words.test(message))?.[1] ?? code;
}

/**
 * The name of the constraint that a statement violated; empty where it violated none. On Citus the name stands only
 * in the message, and the number of the shard is added to it: `carts_room_102032`.
 */
export function constraintOf(error: unknown): string {
  if (!isNativeError(error)) return '';
  const { constraint, message = '' } = driverErrorOf(error);
  const name = constraint || (/ constraint "([^"]+)"/.exec(message)?.[1] ?? '');
  return name.replace(/_\d{6,}$/, '');
}

/** What the driver said. */
export function driverErrorOf(error: Error): DriverError {
  return ('driverError' in error ? error.driverError : error) as DriverError;
}

interface DriverError {
  code?: unknown;
  message?: string;
  constraint?: string;
  detail?: string;
}
