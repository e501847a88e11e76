import { mapInSlices } from '../../common/turns.js';
import { chanceOfAtLeast, type Interval, poissonInterval } from './exact-tests.js';

/** A lot with fewer devices is not ranked: one bad cart would decide. */
export const SMALLEST_LOT = 20;
/** Nor one that was watched for less: it has hardly had time to fail. */
export const LEAST_DEVICE_YEARS = 5;
/** Nor one with fewer failures: a person would not act on them. */
export const FEWEST_FAILURES = 5;
/** With this probability or less, at least one lot of the whole list is called bad by mere chance. */
export const ERROR_RATE = 0.05;

/** What is counted of a lot: the devices of one model that were bought under one purchase reference. */
export interface LotCounts {
  /** Lots are compared with the other devices of the same kind. */
  kind: string;
  devices: number;
  failures: number;
  deviceYears: number;
}

/** What is counted of all devices of a kind. */
export type KindCounts = Pick<LotCounts, 'failures' | 'deviceYears'>;

const NOTHING: KindCounts = { failures: 0, deviceYears: 0 };

/** Why a lot is not ranked. */
export type NotRanked = 'few_devices' | 'short_time' | 'no_rest' | 'few_failures';

/** What the counts say. Rates are failures in 100 device-years. */
export interface LotFigures {
  /** Null without any device-years. */
  rate: number | null;
  /** The exact Poisson interval of 95% of the rate. */
  interval: Interval | null;
  /** The rate of all other devices of the kind. Null without any device-years. */
  restRate: number | null;
  /** How often the lot fails for each time that the rest does. Null where the rest never failed. */
  ratio: number | null;
  /** The probability of so many failures or more if the lot were like the rest. Null where it was not tested. */
  chance: number | null;
  /** The same, corrected for the number of lots (Holm). */
  correctedChance: number | null;
  /** 1 for the worst of the bad lots. Null for a lot that is not bad. */
  rank: number | null;
  notRanked: NotRanked | null;
}

/**
 * Finds the bad lots. A lot is bad if it fails more often than the rest of its kind, and if this is not chance: the
 * probability that any lot is called bad that is like the rest is 5% at most, however many lots there are. Each lot has
 * the exact conditional test of two Poisson rates, and all of them are corrected by Holm's step-down method. Which lots
 * are tested is decided by their size alone: to leave out those with few failures before the correction would cheat it.
 * Thousands of lots take a third of a second, so other requests get their turns in between.
 * @param kinds of all devices of a kind, where these are not all of its lots
 * @returns in the order of the lots
 */
export async function rankLots<Lot extends LotCounts>(
  lots: readonly Lot[],
  kinds: ReadonlyMap<string, KindCounts> = sumsOf(lots),
): Promise<(Lot & LotFigures)[]> {
  // Many lots have the same number of failures, and an interval takes a while.
  const intervals = new Map<number, Interval>();
  const intervalOf = (failures: number): Interval => {
    const known = intervals.get(failures) ?? poissonInterval(failures);
    intervals.set(failures, known);
    return known;
  };
  const judged = await mapInSlices(lots, (lot) =>
    judge(lot, kinds.get(lot.kind) ?? NOTHING, intervalOf(lot.failures)),
  );
  const corrected = holm(judged.map(({ chance }) => chance));
  const isBad = (i: number): boolean => judged[i]?.notRanked === null && (corrected[i] ?? 1) <= ERROR_RATE;
  const worstFirst = judged
    .map((_, i) => i)
    .filter(isBad)
    .toSorted((one, other) => excess(judged[other]) - excess(judged[one]));
  const ranks = new Map(worstFirst.map((i, place) => [i, place + 1]));
  return judged.map((lot, i) => ({
    ...lot,
    correctedChance: corrected[i] ?? null,
    rank: ranks.get(i) ?? null,
  }));
}

type Judged<Lot> = Lot & Omit<LotFigures, 'correctedChance' | 'rank'>;

function sumsOf(lots: readonly LotCounts[]): Map<string, KindCounts> {
  const kinds = new Map<string, KindCounts>();
  for (const { kind, failures, deviceYears } of lots) {
    const sum = kinds.get(kind) ?? NOTHING;
    kinds.set(kind, { failures: sum.failures + failures, deviceYears: sum.deviceYears + deviceYears });
  }
  return kinds;
}

function judge<Lot extends LotCounts>(lot: Lot, kind: KindCounts, limits: Interval): Judged<Lot> {
  const { failures, deviceYears, devices } = lot;
  // Sums of fractions: what is left of them may be a tiny bit below 0.
  const restYears = Math.max(0, kind.deviceYears - deviceYears);
  const restFailures = kind.failures - failures;
  const per100 = (count: number, years: number): number | null => (years > 0 ? (100 * count) / years : null);
  const [rate, restRate] = [per100(failures, deviceYears), per100(restFailures, restYears)];
  const untested: NotRanked | null =
    devices < SMALLEST_LOT
      ? 'few_devices'
      : deviceYears < LEAST_DEVICE_YEARS
        ? 'short_time'
        : restYears < LEAST_DEVICE_YEARS
          ? 'no_rest'
          : null;
  return {
    ...lot,
    rate,
    interval:
      deviceYears > 0
        ? { low: (100 * limits.low) / deviceYears, high: (100 * limits.high) / deviceYears }
        : null,
    restRate,
    ratio: rate !== null && restRate ? rate / restRate : null,
    chance: untested
      ? null
      : // A lot that fails no more than the rest is not bad: its exact probability would cost time and change nothing.
        (rate ?? 0) <= (restRate ?? 0)
        ? 1
        : chanceOfAtLeast(failures, kind.failures, deviceYears / (deviceYears + restYears)),
    notRanked: untested ?? (failures < FEWEST_FAILURES ? 'few_failures' : null),
  };
}

/** How far the lot is above the rest for certain: the lower limit of its rate, by the rate of the rest. */
function excess<Lot extends LotCounts>(lot: Judged<Lot> | undefined): number {
  if (!lot?.interval) return 0;
  return lot.restRate ? lot.interval.low / lot.restRate : Infinity;
}

/**
 * Corrects probabilities for their number, so that 5% remain 5% for all of them together (Holm 1979).
 * @param chances null for what was not tested, which does not count
 */
function holm(chances: readonly (number | null)[]): (number | null)[] {
  const tested = chances
    .flatMap((chance, i) => (chance === null ? [] : [{ chance, i }]))
    .toSorted((one, other) => one.chance - other.chance);
  const corrected: (number | null)[] = chances.map(() => null);
  let highest = 0;
  tested.forEach(({ chance, i }, place) => {
    highest = Math.max(highest, Math.min(1, (tested.length - place) * chance));
    corrected[i] = highest;
  });
  return corrected;
}
