import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';

/** What a connection is used for. */
export type WorkKind = 'request' | 'sign-in' | 'stream' | 'job' | 'fold';

/** How long PostgreSQL lets a kind of work take, in seconds. */
export interface WorkLimits {
  /** One statement, its waits for locks included. */
  statement: number;
  /** A wait for what somebody else has locked. */
  lock: number;
  /** A transaction in which nothing happens. */
  idle: number;
}

/**
 * README "Limits" lists these. A stream's statement may sort a whole register before its first row, and its
 * transaction idles while a slow line carries what was read last.
 */
export const WORK_LIMITS: Readonly<Record<WorkKind, WorkLimits>> = {
  request: { statement: 30, lock: 10, idle: 30 },
  'sign-in': { statement: 5, lock: 5, idle: 10 },
  stream: { statement: 300, lock: 10, idle: 300 },
  job: { statement: 900, lock: 60, idle: 600 },
  fold: { statement: 300, lock: 60, idle: 60 },
};

interface Work {
  kind: WorkKind;
  /** Aborted when nobody wants the answer any more: it was sent, or the caller went away. */
  ended: AbortSignal | undefined;
}

const working = new AsyncLocalStorage<Work>();
const limited = new WeakMap<pg.ClientBase, WorkKind>();

/** Does `work` within the limits of a kind of work. */
export function workAs<T>(kind: WorkKind, work: () => T, ended?: AbortSignal): T {
  return working.run({ kind, ended }, work);
}

/** What is under way here; what nobody asked for by HTTP is a job. */
export function kindOfWork(): WorkKind {
  return working.getStore()?.kind ?? 'job';
}

/** The end of what is under way here, where it has one that is known. */
export function endOfWork(): AbortSignal | undefined {
  return working.getStore()?.ended;
}

/** Sets the limits on a connection that had others before: a statement of its own, but only where the kind changes. */
export async function limitConnection(client: pg.ClientBase, kind: WorkKind): Promise<void> {
  if (limited.get(client) === kind) return;
  await client.query(limitStatements(WORK_LIMITS[kind]));
  limited.set(client, kind);
}

/** The limits as SQL. */
export function limitStatements({ statement, lock, idle }: WorkLimits): string {
  return (
    `SET statement_timeout = '${statement}s'; SET lock_timeout = '${lock}s'; ` +
    `SET idle_in_transaction_session_timeout = '${idle}s'`
  );
}
