import { AsyncLocalStorage } from 'node:async_hooks';

/** Code inside a transaction asked for another connection: a fault in our code, never the caller's. */
export class SecondConnection extends Error {
  constructor(statement: string) {
    super(
      `Code inside a transaction asked a pool for another connection (${statement.trim().replace(/\s+/g, ' ').slice(0, 200)}). ` +
        'Enough of these at once would wait for each other forever. Send the statement through the transaction instead.',
    );
  }
}

/** Ends with its transaction, so that what was begun inside and goes on after it is not taken for a part of it. */
interface Running {
  isOpen: boolean;
}

const running = new AsyncLocalStorage<Running>();

/** Does `work` as a part of a transaction: whatever it calls may use no other connection. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const mark: Running = { isOpen: true };
  try {
    return await running.run(mark, work);
  } finally {
    mark.isOpen = false;
  }
}

export function isInTransaction(): boolean {
  return running.getStore()?.isOpen ?? false;
}

/** @throws SecondConnection inside a transaction */
export function assertNoTransaction(statement: string): void {
  if (isInTransaction()) throw new SecondConnection(statement);
}
