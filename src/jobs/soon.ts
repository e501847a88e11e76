import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 2_000;

/** Waits at most two seconds: a queue that was never reached would let its callers wait forever. */
export async function soon<T>(work: Promise<T>): Promise<T> {
  const giveUp = new AbortController();
  try {
    return await Promise.race([
      work,
      sleep(PATIENCE_MS, undefined, { signal: giveUp.signal }).then(() => {
        throw new Error(`no answer within ${PATIENCE_MS} ms`);
      }),
    ]);
  } finally {
    giveUp.abort();
  }
}
