import type { DeviceKind } from '../../catalogue/kinds.js';
import { KINDS } from '../../catalogue/kinds.js';

/** What a weight is for: a device in use, for a year; a repair that is open, once; or a warranty claim, once. */
export const WEIGHED = ['device', 'open_repair', 'claim'] as const;

export type Weighed = (typeof WEIGHED)[number];

/** How much support something needs. */
export interface Weight {
  kind: DeviceKind;
  /** Key of a kind of work. Null for all work without a weight of its own. */
  work: string | null;
  per: Weighed;
  /** For each device and year, for each open repair, or for each claim. */
  minutes: number;
  /** The source of the number, such as own time reports, a guide or an estimate. */
  source: string;
  /** Calendar date of that source. */
  sourceDate: string;
}

/** A week of a technician's time by a year of weeks, over the devices that the guide gives each. */
const STARTING_MINUTES = (40 * 52 * 60) / 500;

/** Until a district says its own: it tells sites apart by their devices, and no kind from another. */
export const STARTING_WEIGHTS: readonly Weight[] = KINDS.map((kind) => ({
  kind,
  work: null,
  per: 'device',
  minutes: STARTING_MINUTES,
  source:
    'a guide for schools, one technician for 500 managed devices (CoSN, read in 2026): 40 h × 52 weeks × 60 min ÷ 500; for every kind alike',
  sourceDate: '2026-01-01',
}));

/** Work that devices of a kind need. */
export interface ExpectedWork {
  kind: DeviceKind;
  work: string | null;
  /** `device`: for the devices in use. `claim`: for the warranty claims of the last year. */
  per: 'device' | 'claim';
  /** Per year, with 1 decimal. */
  minutes: number;
}

/** Devices by kind. */
export type KindCounts = ReadonlyMap<DeviceKind, number>;

/**
 * Minutes a year of the devices in use and of the claims of a year, by kind and work; without what there is none of.
 * @param claims of the year, by the kind of their device
 */
export function expectedWork(
  weights: readonly Weight[],
  inUse: KindCounts,
  claims: KindCounts,
): ExpectedWork[] {
  return weights
    .flatMap(({ kind, work, per, minutes }) => {
      if (per === 'open_repair') return [];
      const count = (per === 'device' ? inUse : claims).get(kind) ?? 0;
      return [{ kind, work, per, minutes: minutes * count }];
    })
    .filter(({ minutes }) => minutes > 0);
}

/** Minutes of the open repairs; null where no weight says anything of repairs. */
export function waitingMinutes(weights: readonly Weight[], inRepair: KindCounts): number | null {
  const own = weights.filter(({ per }) => per === 'open_repair');
  if (own.length === 0) return null;
  return own.reduce((sum, { kind, minutes }) => sum + minutes * (inRepair.get(kind) ?? 0), 0);
}

/** What is wrong with weights: each said once, and each kind with a weight for its devices. */
export function weightProblems(
  weights: readonly Pick<Weight, 'kind' | 'per' | 'work'>[],
): { field: string; code: string; detail: string }[] {
  const keyOf = ({ kind, per, work }: Pick<Weight, 'kind' | 'per' | 'work'>): string =>
    `${kind} ${per} ${work ?? ''}`;
  const keys = weights.map(keyOf);
  const repeated = keys.flatMap((key, i) =>
    keys.indexOf(key) === i
      ? []
      : [
          {
            field: `weights[${i}]`,
            code: 'WEIGHT_TWICE',
            detail: `This weight is the same as weights[${keys.indexOf(key)}]. Keep one of them.`,
          },
        ],
  );
  const missing = KINDS.filter(
    (kind) => !weights.some((weight) => weight.kind === kind && weight.per === 'device'),
  ).map((kind) => ({
    field: 'weights',
    code: 'KIND_WITHOUT_WEIGHT',
    detail: `Devices of kind ${kind} have no weight. Enter 0 if they need no support.`,
  }));
  return [...repeated, ...missing];
}
