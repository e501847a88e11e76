import { Injectable } from '@nestjs/common';

type Listener = (pool: string, seconds: number) => void;

/** How long callers waited for a connection, by the pool's name. */
@Injectable()
export class PoolWaits {
  private readonly listeners: Listener[] = [];
  private readonly longest = new Map<string, number>();

  note(pool: string, seconds: number): void {
    this.longest.set(pool, Math.max(seconds, this.longest.get(pool) ?? 0));
    for (const listener of this.listeners) listener(pool, seconds);
  }

  onWait(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Seconds since the process began. */
  get longestWaits(): ReadonlyMap<string, number> {
    return this.longest;
  }
}
