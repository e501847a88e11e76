import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/time/clock.js';
import { readInstant } from '../../common/time/days-and-times.js';

/** Phones get the changes of this time again, because the clocks of servers differ and a replica can be behind. */
const OVERLAP_MS = 15 * 60_000;
const DAY_MS = 86_400_000;

/** The oldest transaction that is still writing. Its events become visible at its commit, with times before the commit. */
const OLDEST_WRITER = `
  SELECT min(xact_start) AS "startedAt" FROM pg_stat_activity
   WHERE datname = current_database() AND backend_xid IS NOT NULL`;

/** The moment from which a phone needs the changes, and the text that it sends next time. */
interface Telling {
  /** The phone needs everything recorded since then. Undefined if it needs all data. */
  from: Date | undefined;
  /** An opaque text that the phone sends as `since` next time. */
  next: string;
}

/** Makes sure that phones miss no change. Each answer has a moment before which the phone has every change. */
@Injectable()
export class ToldUntil {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @param since `next` of the previous answer, if there was one
   * @param about everything except time that the answer depends on. New items at its end are allowed. If an earlier item
   *   has changed, the phone needs all data.
   * @param days phones with older data need all data
   */
  async telling(since: string | undefined, about: readonly string[], days: number): Promise<Telling> {
    const now = this.clock.now().getTime();
    const [instant = '', hash, count] = since?.split('~') ?? [];
    const known = hash === hashOf(about.slice(0, Number(count))) ? readInstant(instant) : undefined;
    const until = await this.until();
    return {
      from: known && known.getTime() > now - days * DAY_MS ? known : undefined,
      next: this.nextFrom(until, about),
    };
  }

  /** @param until the answer has everything that was recorded before this moment */
  nextFrom(until: Date, about: readonly string[]): string {
    return [until.toISOString(), hashOf(about), about.length].join('~');
  }

  /** A moment for which this is true: an answer that begins now has everything that was recorded before it. */
  async until(): Promise<Date> {
    const now = this.clock.now().getTime();
    const [oldest] = await this.source.query<{ startedAt: Date | null }[]>(OLDEST_WRITER);
    return new Date(Math.min(now, oldest?.startedAt?.getTime() ?? now) - OVERLAP_MS);
  }
}

function hashOf(about: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(about)).digest('base64url').slice(0, 16);
}
