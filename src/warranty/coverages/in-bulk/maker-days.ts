import { DateTime } from 'luxon';
import { instantIn } from '../../../imports/reading/cells/cell-instants.js';

/** A day that a file gives. */
export interface MakerDay {
  /** `YYYY-MM-DD` */
  day: string;
  /** Whether the file gave an instant, and the time zone decided on the day. */
  wasInstant: boolean;
}

/**
 * The day that a cell means. Makers write instants: a coverage whose last moment is `2019-03-25T04:59:59Z` ends on
 * March 24 in US Central, and whoever cuts the text off gains a day. A plain day stays what it is.
 * @param end whether it is a last day: one that ends exactly at midnight is the day before
 * @param timeZone IANA name, of the maker
 */
export function makerDay(text: string, end: 'first' | 'last', timeZone: string): MakerDay {
  const instant = instantIn(text);
  if (!instant) return { day: text, wasInstant: false };
  const there = DateTime.fromJSDate(instant, { zone: timeZone });
  const isMidnight = there.toMillis() === there.startOf('day').toMillis();
  const day = end === 'last' && isMidnight ? there.minus({ days: 1 }) : there;
  return { day: day.toFormat('yyyy-MM-dd'), wasInstant: true };
}
