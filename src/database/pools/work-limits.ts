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
 * docs/administrators.md, "Limits", lists these limits. The statement of a stream may have to sort all devices before
 * its first row. Its transaction is idle while a slow connection sends the rows that were read last.
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
  /** Makes a signal that is aborted when the answer has been sent, or when its caller has gone away. */
  endOf: (() => AbortSignal) | undefined;
  ended?: AbortSignal | undefined;
}

const working = new AsyncLocalStorage<Work>();
const limited = new WeakMap<pg.ClientBase, WorkKind>();

/**
 * Does `work` within the limits of a kind of work.
 * @param endOf makes the signal of the work's end. It is called once, and only if the work asks for its end.
 */
export function workAs<T>(kind: WorkKind, work: () => T, endOf?: () => AbortSignal): T {
  return working.run({ kind, endOf }, work);
}

/** What is under way here; what nobody asked for by HTTP is a job. */
export function kindOfWork(): WorkKind {
  return working.getStore()?.kind ?? 'job';
}

/** The end of what is under way here, where it has one that is known. */
export function endOfWork(): AbortSignal | undefined {
  const work = working.getStore();
  return work && (work.ended ??= work.endOf?.());
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
