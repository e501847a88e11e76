import { Injectable } from '@nestjs/common';

type Listener = (pool: string, seconds: number) => void;

/** A pool as far as its process looks after it. */
export interface Pool {
  readonly name: string;
  /** How many of its connections are in use. */
  readonly inUse: number;
  /** Ends every connection at once. */
  cut(): void;
}

/** Every pool of this process: how long callers waited for its connections, and how to end them all. */
@Injectable()
export class Pools {
  private readonly pools: Pool[] = [];
  private readonly listeners: Listener[] = [];
  private readonly longest = new Map<string, number>();

  add(pool: Pool): void {
    this.pools.push(pool);
  }

  /** How many connections of each pool are in use; pools with none are left out. */
  inUse(): Record<string, number> {
    const busy = this.pools.filter((pool) => pool.inUse > 0);
    return Object.fromEntries(busy.map((pool) => [pool.name, pool.inUse]));
  }

  /** Ends every connection of every pool at once. */
  cutAll(): void {
    for (const pool of this.pools) pool.cut();
  }

  noteWait(pool: string, seconds: number): void {
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
