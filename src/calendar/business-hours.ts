import { IANAZone } from 'luxon';
import { InvalidInput } from '../common/refusal.js';
import { isDay, isTimeZone } from '../common/time/days-and-times.js';

/** When somebody is open: a vendor, a help desk. A weekday may have several openings, such as around lunch. */
export interface BusinessHours {
  /** IANA name. The times and dates below are meant in it. */
  timeZone: string;
  /** `weekday` 1 Monday to 7 Sunday, `opens` and `closes` as `HH:MM`; `24:00` is the end of the day. */
  hours: readonly { weekday: number; opens: string; closes: string }[];
  /** Dates without any opening, `YYYY-MM-DD`. */
  closedOn: readonly string[];
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** An opening of a weekday, in minutes since midnight on the clock on the wall. */
interface Opening {
  opens: number;
  closes: number;
}

/** Days are numbers here: whole days since January 1, 1970, which was a Thursday. */
interface Openings {
  zone: IANAZone;
  /** By `weekday - 1`. */
  byWeekday: Opening[][];
  minutesAWeek: number;
  closed: ReadonlySet<number>;
}

const read = new WeakMap<BusinessHours, Openings>();

/**
 * Minutes between two instants in which somebody is open. They are minutes that pass, so an opening in which the clocks
 * change is an hour shorter or longer. The result has a fraction where an instant has seconds, and is 0 where `to` is
 * not after `from`.
 * @throws InvalidInput where the hours contradict themselves, or are never open
 */
export function businessMinutesBetween(hours: BusinessHours, from: Date, to: Date): number {
  const openings = openingsOf(hours);
  const [start, end] = [from.getTime(), to.getTime()];
  if (!(start < end)) return 0;
  const last = dayAt(openings.zone, end);
  let minutes = 0;
  for (let day = dayAt(openings.zone, start); day <= last;) {
    if (day + 7 <= last && isOrdinaryWeek(openings, day) && instantAt(openings.zone, day, 0) >= start) {
      minutes += openings.minutesAWeek;
      day += 7;
    } else {
      for (const [opens, closes] of spansOf(openings, day))
        minutes += Math.max(0, Math.min(closes, end) - Math.max(opens, start)) / MINUTE_MS;
      day += 1;
    }
  }
  return minutes;
}

/**
 * The first instant at which so many minutes of opening have passed since another. Time that runs out at closing time
 * ends then, and not at the next opening.
 * @param minutes from 0
 * @throws InvalidInput where the hours contradict themselves, or are never open
 */
export function addBusinessMinutes(hours: BusinessHours, from: Date, minutes: number): Date {
  if (!(minutes >= 0 && Number.isFinite(minutes))) throw new RangeError(`${minutes} minutes cannot pass.`);
  const openings = openingsOf(hours);
  const start = from.getTime();
  let left = minutes * MINUTE_MS;
  if (left === 0) return new Date(start);
  for (let day = dayAt(openings.zone, start); ;) {
    const weekMs = openings.minutesAWeek * MINUTE_MS;
    if (left > weekMs && isOrdinaryWeek(openings, day) && instantAt(openings.zone, day, 0) >= start) {
      left -= weekMs;
      day += 7;
      continue;
    }
    for (const [opens, closes] of spansOf(openings, day)) {
      const begins = Math.max(opens, start);
      if (closes - begins >= left) return new Date(begins + left);
      left -= Math.max(0, closes - begins);
    }
    day += 1;
  }
}

/**
 * Minutes in which somebody is open in a week without closed dates.
 * @throws InvalidInput where the hours contradict themselves, or are never open
 */
export function openMinutesAWeek(hours: BusinessHours): number {
  return openingsOf(hours).minutesAWeek;
}

function openingsOf(hours: BusinessHours): Openings {
  const known = read.get(hours);
  if (known) return known;
  if (!isTimeZone(hours.timeZone))
    throw wrong(
      'timeZone',
      `"${hours.timeZone}" is not an IANA time zone. Use a name such as America/Los_Angeles.`,
      'UNKNOWN_TIME_ZONE',
    );
  const byWeekday: Opening[][] = Array.from({ length: 7 }, () => []);
  for (const { weekday, opens, closes } of hours.hours) {
    const [start, end] = [minutesOf(opens), minutesOf(closes)];
    const ofDay = byWeekday[weekday - 1];
    if (!ofDay || start === undefined || end === undefined || start >= end)
      throw wrong(
        'hours',
        'Enter a weekday from 1 to 7, and a closing time after the opening time, such as 08:00 to 17:00.',
      );
    if (ofDay.some((other) => other.opens < end && start < other.closes))
      throw wrong(
        'hours',
        `The opening times of ${WEEKDAYS[weekday - 1]} must not overlap. Correct one of them.`,
      );
    ofDay.push({ opens: start, closes: end });
  }
  if (hours.hours.length === 0)
    throw wrong('hours', 'Enter at least one opening time. Without one, business time never passes.');
  if (!hours.closedOn.every((date) => isDay(date)))
    throw wrong('closedOn', 'Enter dates that exist, such as 2026-12-25.');
  const openings = {
    zone: IANAZone.create(hours.timeZone),
    byWeekday: byWeekday.map((ofDay) => ofDay.toSorted((a, b) => a.opens - b.opens)),
    minutesAWeek: byWeekday.flat().reduce((sum, { opens, closes }) => sum + closes - opens, 0),
    closed: new Set(hours.closedOn.map((date) => Date.parse(date) / DAY_MS)),
  };
  read.set(hours, openings);
  return openings;
}

/** The openings of a day as instants, in order. */
function spansOf({ zone, byWeekday, closed }: Openings, day: number): [opens: number, closes: number][] {
  if (closed.has(day)) return [];
  return (byWeekday[(day + 3) % 7] ?? []).map(({ opens, closes }) => [
    instantAt(zone, day, opens),
    instantAt(zone, day, closes),
  ]);
}

/** Whether seven days from a day have no closed date and no change of the clocks. No zone changes them twice in a week. */
function isOrdinaryWeek({ zone, closed }: Openings, day: number): boolean {
  for (let one = day; one < day + 7; one++) if (closed.has(one)) return false;
  return zone.offset(day * DAY_MS - DAY_MS) === zone.offset((day + 8) * DAY_MS);
}

/** The day in a zone that an instant is in. */
function dayAt(zone: IANAZone, instant: number): number {
  return Math.floor((instant + zone.offset(instant) * MINUTE_MS) / DAY_MS);
}

/**
 * The instant at which local clocks show a time. In fall, a time can come twice: the first one counts. In spring, clocks
 * skip an hour: a time in that hour is the instant of the skip.
 */
function instantAt(zone: IANAZone, day: number, minutes: number): number {
  const wall = day * DAY_MS + minutes * MINUTE_MS;
  const [before, after] = [wall - DAY_MS, wall + DAY_MS].map((near) => zone.offset(near) * MINUTE_MS) as [
    number,
    number,
  ];
  const [early, late] = [wall - Math.max(before, after), wall - Math.min(before, after)];
  for (const instant of [early, late])
    if (instant + zone.offset(instant) * MINUTE_MS === wall) return instant;
  let [still, changed] = [early, late];
  while (changed - still > MINUTE_MS) {
    const middle = still + Math.floor((changed - still) / 2 / MINUTE_MS) * MINUTE_MS;
    if (zone.offset(middle) * MINUTE_MS === before) still = middle;
    else changed = middle;
  }
  return changed;
}

function minutesOf(time: string): number | undefined {
  const found = TIME.exec(time);
  return found ? (found[1] === undefined ? 1_440 : Number(found[1]) * 60 + Number(found[2])) : undefined;
}

function wrong(field: string, detail: string, code = 'BUSINESS_HOURS'): InvalidInput {
  return new InvalidInput(detail, [{ field, code, detail }]);
}
