import { AsyncLocalStorage } from 'node:async_hooks';
import { DateTime } from 'luxon';
import { Clock } from '../../common/time/clock.js';
import type { Session } from '../session.js';

const moments = new AsyncLocalStorage<Date>();
const turned = new WeakSet<Clock>();

/**
 * Does work as if it were another moment, so that a request of September has a history that begins in September. Only
 * what `work` itself calls sees that moment; jobs and requests that run meanwhile go by the real clock.
 *
 * Never change devices in here: counts know when each change was recorded, and the fleet is recorded today.
 */
export function asOf<T>({ app }: Session, moment: Date, work: () => Promise<T>): Promise<T> {
  const clock = app.get(Clock);
  if (!turned.has(clock)) {
    const now = clock.now.bind(clock);
    clock.now = () => moments.getStore() ?? now();
    turned.add(clock);
  }
  return moments.run(moment, work);
}

/** A time of day in the district. @param time such as `08:15` */
export function instantOf(timeZone: string, day: string, time: string): Date {
  return DateTime.fromISO(`${day}T${time}`, { zone: timeZone }).toJSDate();
}
