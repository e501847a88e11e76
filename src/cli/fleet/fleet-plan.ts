import { checkpointDay, yearOf } from './days.js';
import { endurance, FIRST_WAVE, levelOf } from './fleet-levels.js';
import { DEVICE_KINDS, type DeviceKind } from './fleet-types.js';

/** Devices of one kind that were bought for one summer, and how many of them each September still finds active. */
export interface Cohort {
  kind: DeviceKind;
  /** The year of the summer for which they were bought; orders of the winter before belong to it. */
  boughtFor: number;
  /** They stood there already when the register began. */
  isOpening: boolean;
  size: number;
  firstCheckpoint: number;
  /** Active on 1 September of `firstCheckpoint`, of the year after, and so on; never rises. */
  standing: number[];
}

export interface PlanRequest {
  fromDay: number;
  toDay: number;
  /** Exactly so many devices in all; without it, as many as the levels ask for. */
  devices?: number;
}

/** The first September must leave the devices of the opening load a summer to leave in. */
const DAYS_BEFORE_FIRST_CHECKPOINT = 45;
const OLDEST_OPENING_AGE = 6;

/**
 * In an import file of today's register, the long-gone devices are mostly not there any more: lists are started
 * anew. This share of them is.
 */
const DEPARTED_SHARE_IN_FILES = 0.15;

/**
 * What is bought each year follows from the levels: whatever the September needs beyond what still stands of
 * earlier years. So the levels are met to the device, and no seed can change them: chance only decides which
 * device leaves, when within its school year, and how.
 */
export function planFleet(request: PlanRequest): Cohort[] {
  const { firstCheckpoint, lastCheckpoint } = checkpoints(request);
  const cohorts = openingCohorts(firstCheckpoint, lastCheckpoint + 1);
  for (let year = firstCheckpoint; year <= lastCheckpoint + 1; year += 1) {
    for (const kind of DEVICE_KINDS) {
      const standing = cohorts
        .filter((cohort) => cohort.kind === kind)
        .reduce((sum, cohort) => sum + standingAt(cohort, year), 0);
      const size = levelOf(kind, year) - standing;
      if (size > 0) cohorts.push(wave(kind, year, size, lastCheckpoint + 1));
    }
  }
  return request.devices === undefined ? cohorts : thinned(cohorts, lastCheckpoint, request.devices);
}

/** How many of a cohort are active on 1 September of a year that is not before its first. */
export function standingAt(cohort: Cohort, year: number): number {
  return year < cohort.firstCheckpoint ? cohort.size : (cohort.standing[year - cohort.firstCheckpoint] ?? 0);
}

/**
 * The September by which a device has left for good; undefined when the plan does not reach so far. Ranks run
 * from 0, the last to leave.
 */
export function leavingCheckpoint(cohort: Cohort, rank: number): number | undefined {
  const found = cohort.standing.findIndex((standing) => rank >= standing);
  return found < 0 ? undefined : cohort.firstCheckpoint + found;
}

function checkpoints(request: PlanRequest): { firstCheckpoint: number; lastCheckpoint: number } {
  const fromYear = yearOf(request.fromDay);
  const isLate = request.fromDay + DAYS_BEFORE_FIRST_CHECKPOINT > checkpointDay(fromYear);
  const toYear = yearOf(request.toDay);
  return {
    firstCheckpoint: isLate ? fromYear + 1 : fromYear,
    lastCheckpoint: checkpointDay(toYear) <= request.toDay ? toYear : toYear - 1,
  };
}

function openingCohorts(firstCheckpoint: number, planEnd: number): Cohort[] {
  return DEVICE_KINDS.flatMap((kind) => {
    const ages = [];
    for (let age = 0; age <= OLDEST_OPENING_AGE; age += 1) {
      if (firstCheckpoint - 1 - age >= FIRST_WAVE[kind] && endurance(kind, age) > 0) ages.push(age);
    }
    ages.reverse();
    const sizes = shareOut(
      levelOf(kind, firstCheckpoint - 1),
      ages.map((age) => endurance(kind, age)),
    );
    return ages.map((age, place): Cohort => {
      const size = sizes[place] ?? 0;
      const standing = [];
      for (let year = firstCheckpoint; year <= planEnd; year += 1) {
        const left = endurance(kind, age + 1 + year - firstCheckpoint) / endurance(kind, age);
        standing.push(Math.round(size * left));
      }
      return { kind, boughtFor: firstCheckpoint - 1 - age, isOpening: true, size, firstCheckpoint, standing };
    });
  });
}

function wave(kind: DeviceKind, year: number, size: number, planEnd: number): Cohort {
  const standing = [];
  for (let at = year; at <= planEnd; at += 1) standing.push(Math.round(size * endurance(kind, at - year)));
  return { kind, boughtFor: year, isOpening: false, size, firstCheckpoint: year, standing };
}

/** Keeps what stands today and a share of what has left, and scales the whole to exactly so many devices. */
function thinned(cohorts: Cohort[], lastCheckpoint: number, devices: number): Cohort[] {
  const kept = cohorts.filter((cohort) => cohort.isOpening || cohort.firstCheckpoint <= lastCheckpoint);
  const weigh = (cohort: Cohort, standing: number): number => {
    const today = standingAt(cohort, lastCheckpoint);
    return standing <= today ? standing : today + DEPARTED_SHARE_IN_FILES * (standing - today);
  };
  const weights = kept.map((cohort) => weigh(cohort, cohort.size));
  const sizes = shareOut(devices, weights);
  return kept.map((cohort, place) => {
    const size = sizes[place] ?? 0;
    const weight = weights[place] ?? 0;
    const standing = cohort.standing.map((count) =>
      Math.round((size * weigh(cohort, count)) / (weight || 1)),
    );
    return { ...cohort, size, standing };
  });
}

/** Divides a whole number by weights, to the unit: the parts always sum to it (largest remainder). */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((running, weight) => running + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  let left = total - parts.reduce((running, part) => running + part, 0);
  const byRemainder = exact
    .map((value, place) => ({ place, remainder: value - Math.floor(value) }))
    .toSorted((first, second) => second.remainder - first.remainder || first.place - second.place);
  for (const { place } of byRemainder) {
    if (left <= 0) break;
    parts[place] = (parts[place] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}
