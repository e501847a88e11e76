import {
  addBusinessMinutes,
  type BusinessHours,
  businessMinutesBetween,
} from '../../calendar/business-hours.js';

/** What a vendor promises. Hours are business hours, null where nothing is promised. */
export interface Promises extends BusinessHours {
  acknowledgeWithinHours: number | null;
  resolveWithinHours: number | null;
}

/** The clock of a claim, which runs in the vendor's business hours from `sent` on and stands still in `waiting`. */
export interface ClaimClock {
  /** Business minutes that had run at `clockFrom`, by the hours that were in force while they ran. */
  minutesRun: number;
  /** Since when it runs; null while it stands still. */
  clockFrom: Date | null;
  /** Whether the vendor has acknowledged the claim; then only the other promise counts. */
  isAcknowledged: boolean;
  /** 0 before it is sent, 1 once it is, and one more for each breach. */
  level: number;
  /** Minutes of the last breach; 0 where there was none. */
  breachMinutes: number;
}

export type ClockName = 'acknowledge' | 'resolve';

/** The next breach of a claim whose clock runs on. */
export interface Breach {
  at: Date;
  clock: ClockName;
  /** Business minutes after which it comes. */
  minutes: number;
}

export const HIGHEST_LEVEL = 3;

/** After another half of the limit, the claim goes one level higher. */
const BREACHES = [1, 1.5];

/** Business minutes that have run until an instant. */
export function minutesAt({ minutesRun, clockFrom }: ClaimClock, hours: BusinessHours, at: Date): number {
  return minutesRun + (clockFrom === null ? 0 : businessMinutesBetween(hours, clockFrom, at));
}

/** A promise that the vendor has not kept yet. */
export interface DuePromise {
  clock: ClockName;
  /** Business minutes that were promised. */
  minutes: number;
}

/** The promise that must be kept first. Undefined where nothing more is promised. */
export function duePromise(isAcknowledged: boolean, promises: Promises): DuePromise | undefined {
  const { acknowledgeWithinHours, resolveWithinHours } = promises;
  const limits: [ClockName, number | null][] = [
    ['acknowledge', isAcknowledged ? null : acknowledgeWithinHours],
    ['resolve', resolveWithinHours],
  ];
  const [first] = limits
    .flatMap(([clock, hours]) => (hours === null ? [] : { clock, minutes: hours * 60 }))
    .toSorted((one, other) => one.minutes - other.minutes);
  return first;
}

/**
 * By when the vendor must keep its next promise; null while the clock stands still. Of a claim that was late before the
 * clock last began to run, it is the instant at which it did.
 */
export function dueAt(clock: ClaimClock, promises: Promises): Date | null {
  const due = duePromise(clock.isAcknowledged, promises);
  if (clock.clockFrom === null || !due) return null;
  const left = due.minutes - clock.minutesRun;
  return left <= 0 ? clock.clockFrom : addBusinessMinutes(promises, clock.clockFrom, left);
}

/** When the claim goes one level higher by itself, or null where it never does. */
export function nextBreach(clock: ClaimClock, promises: Promises): Breach | null {
  if (clock.clockFrom === null || clock.level >= HIGHEST_LEVEL) return null;
  const { acknowledgeWithinHours, resolveWithinHours } = promises;
  const limits: [ClockName, number | null][] = [
    ['acknowledge', clock.isAcknowledged ? null : acknowledgeWithinHours],
    ['resolve', resolveWithinHours],
  ];
  const [first] = limits
    .flatMap(([name, hours]) =>
      hours === null ? [] : BREACHES.map((factor) => ({ clock: name, minutes: hours * 60 * factor })),
    )
    .filter(({ minutes }) => minutes > clock.breachMinutes)
    .toSorted((one, other) => one.minutes - other.minutes);
  if (!first) return null;
  const left = Math.max(0, first.minutes - clock.minutesRun);
  return { ...first, at: addBusinessMinutes(promises, clock.clockFrom, left) };
}
