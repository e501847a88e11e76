import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { DatabaseConnection } from './database/connection.js';
import { Pools } from './database/pools/pools.js';

/** A stop takes ten seconds at most (DESIGN section 15). After this, what still runs is cut off. */
const DRAIN_MS = 6_000;
/** After this, what was cut off and has not ended is left as it is. */
const CLOSE_MS = 7_000;
/** After this, the database is left as it is too. */
const RELEASE_MS = 8_000;
/** After this a thread of its own ends the process, whatever the others do. */
const KILL_MS = 8_500;
/** The thread listens long before this. Without it, the process still stops as long as it is not too busy. */
const WATCHDOG_STARTS_MS = 5_000;
const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * On SIGTERM or SIGINT: takes no more requests, lets those under way end, gives jobs back, and lets go of the database.
 * The signal it returns tells who is not done yet.
 */
export async function stopOnSignal(
  app: NestFastifyApplication,
  database: DatabaseConnection,
  log: Logger,
): Promise<AbortSignal> {
  const stopping = new AbortController();
  const requests = countRequests(app.getHttpServer());
  const tellWatchdog = await startWatchdog();
  const stop = async (signal: string): Promise<void> => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    const since = performance.now();
    const left = (until: number): number => Math.max(0, until - (performance.now() - since));
    log.info({ signal }, 'stopping');
    tellWatchdog();
    // Again and again: a connection that is kept alive becomes idle when its request ends.
    setInterval(() => app.getHttpServer().closeIdleConnections(), 100);
    const closing = app.close();
    let cut: object | undefined;
    let isClosed = await endsWithin(closing, left(DRAIN_MS));
    if (!isClosed) {
      cut = { requests: requests.underWay, connections: app.get(Pools).inUse() };
      log.warn({ cut }, 'cutting off what did not end in time');
      // What breaks because it is cut off must not end the process before its last words.
      for (const event of ['uncaughtException', 'unhandledRejection'] as const)
        process.on(event, (error) => log.warn({ err: error }, 'broke when it was cut off'));
      app.get(Pools).cutAll();
      app.getHttpServer().closeAllConnections();
      isClosed = await endsWithin(closing, left(CLOSE_MS));
    }
    const isReleased = await endsWithin(database.release(), left(RELEASE_MS));
    if (isClosed && isReleased) log.info({ cut }, 'stopped');
    else
      log.error({ cut, isClosed, isReleased }, 'stopped, but something did not end even when it was cut off');
    process.exit(isClosed && isReleased ? 0 : 1);
  };
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      stop(signal).catch((error: unknown) => {
        log.error({ err: error }, 'did not stop cleanly');
        process.exit(1);
      });
    });
  }
  return stopping.signal;
}

/** Whether it ends in time. @throws what it fails with in that time */
async function endsWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  // What fails later was given up already.
  work.catch(() => undefined);
  return Promise.race([work.then(() => true), sleep(ms, false)]);
}

/** Counts the requests that have no whole answer yet. */
function countRequests(server: Server): { readonly underWay: number } {
  const counter = { underWay: 0 };
  server.on('request', (_request, answer) => {
    counter.underWay++;
    answer.once('close', () => counter.underWay--);
  });
  return counter;
}

/**
 * Starts the thread that ends the process when a stop takes too long, and waits until it listens. Only then may the
 * process report that it is ready. Call the function that this returns to tell the thread that a stop has begun.
 */
async function startWatchdog(): Promise<() => void> {
  const watchdog = new Worker(new URL('./stop-watchdog.js', import.meta.url), {
    workerData: { killMs: KILL_MS, signals: SIGNALS.map((signal) => constants.signals[signal]) },
  });
  watchdog.unref();
  const hasBegun = new AbortController();
  const { signal } = hasBegun;
  const listens = once(watchdog, 'message', { signal });
  const late = sleep(WATCHDOG_STARTS_MS, undefined, { signal });
  // The promise that loses the race is aborted and rejects. Ignore that.
  for (const one of [listens, late]) one.catch(() => undefined);
  await Promise.race([listens, late]);
  hasBegun.abort();
  return () => watchdog.postMessage('stop');
}
