import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import type { Tx } from '../../database/tx.js';

/** The duplicate becomes void, and everything that is true of it is true of the survivor. */
export type MergeListener = (
  tx: Tx,
  scope: Scope,
  merged: { survivorId: string; duplicateId: string },
) => Promise<void>;

/** Other modules that keep something with a device, and move it when two records of one device are merged. */
@Injectable()
export class MergeListeners {
  private readonly listeners: MergeListener[] = [];

  add(listener: MergeListener): void {
    this.listeners.push(listener);
  }

  async hear(...merge: Parameters<MergeListener>): Promise<void> {
    for (const listener of this.listeners) await listener(...merge);
  }
}
