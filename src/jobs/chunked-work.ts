import { Injectable } from '@nestjs/common';
import { Transactions, UNIQUE_VIOLATION } from '../database/transactions.js';
import type { Tx } from '../database/tx.js';
import type { JobRun } from './job-run.js';

/** Where work stands; it is kept in the job's input, under these names, from the beginning. */
export interface Reached<Key, Tally> {
  /** Everything up to this key is done. */
  after: Key;
  tally: Tally;
}

/** One change to many things, in the order of their keys. */
export interface ChunkedWork<Key, Item, Tally> {
  /** What the job's progress calls it. */
  stage: string;
  /** How many things there are, as far as that is known. */
  total: number | null;
  /** The next things after a key; none where everything is done. */
  next(after: Key): Promise<Item[]>;
  keyOf(item: Item): Key;
  /** Does a chunk, and adds it to what was done before. Called again where the chunk has lost a race. */
  chunk(tx: Tx, items: Item[], before: Tally): Promise<Tally>;
  /** How many things a tally stands for. */
  doneOf(tally: Tally): number;
}

/** Does the work of a job in chunks. */
@Injectable()
export class ChunkedWorks {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Goes on after what the job remembers, until nothing is left. Each chunk is one transaction: its work, its progress
   * and what the next attempt must know are committed together or not at all, so that a worker that is killed, or that
   * has lost the job to another, never does anything twice. A cancel stops it between two chunks.
   * @throws LeaseLost or JobCancelled
   */
  async run<Key, Item, Tally>(run: JobRun, work: ChunkedWork<Key, Item, Tally>): Promise<Tally> {
    const { stage, total } = work;
    let { after, tally } = run.job.input as unknown as Reached<Key, Tally>;
    for (;;) {
      const items = await work.next(after);
      const last = items.at(-1);
      if (last === undefined) return tally;
      const before = tally;
      after = work.keyOf(last);
      const reached = after;
      tally = await this.transactions.run(
        async (tx) => {
          const done = await work.chunk(tx, items, before);
          const count = work.doneOf(done);
          await run.progressWithin(tx, stage, count, total === null ? null : Math.max(total, count));
          await run.rememberWithin(tx, { after: reached, tally: done });
          return done;
        },
        [UNIQUE_VIOLATION],
      );
    }
  }
}
