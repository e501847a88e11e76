import type { TableBatches } from './table-writer.js';

/** Hands rows on, batch by batch, up to a number of rows at a time: what is left of a batch waits for the next call. */
export class BatchCursor {
  private readonly batches: AsyncIterator<unknown[][]>;
  private left: unknown[][] = [];
  private isEnded = false;

  constructor(rows: TableBatches) {
    this.batches = rows[Symbol.asyncIterator]();
  }

  /** Whether there is no row left. Only known for sure after `take` has stopped. */
  get isDone(): boolean {
    return this.isEnded && this.left.length === 0;
  }

  /** At most `limit` rows, in batches. Looks one batch ahead at the limit, so that `isDone` is right. */
  async *take(limit: number): AsyncGenerator<unknown[][]> {
    let room = limit;
    for (;;) {
      if (this.left.length === 0) await this.fill();
      if (this.isDone || room === 0) return;
      const batch = this.left.slice(0, room);
      this.left = this.left.slice(room);
      room -= batch.length;
      yield batch;
    }
  }

  /** Lets go of the source, which may hold a database cursor. */
  async close(): Promise<void> {
    this.isEnded = true;
    await this.batches.return?.();
  }

  private async fill(): Promise<void> {
    while (this.left.length === 0 && !this.isEnded) {
      const next = await this.batches.next();
      if (next.done === true) this.isEnded = true;
      else this.left = next.value;
    }
  }
}
