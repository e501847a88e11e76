import { type DeviceKind, KINDS } from '../../../catalogue/kinds.js';

/** How much universal waste one location can have before its handler needs an identification number. */
export interface WasteLimit {
  /** Calendar date from which it holds. */
  since: string;
  kg: number;
  source: string;
}

/** The latest first. A new limit is a new row, so that earlier days keep theirs. Read in Register 2024, No. 24. */
const LIMITS: readonly [WasteLimit, ...WasteLimit[]] = [
  { since: '0001-01-01', kg: 5_000, source: '22 CCR 66273.32' },
];

/** @param day calendar date */
export function wasteLimitOn(day: string, limits = LIMITS): WasteLimit {
  return limits.find(({ since }) => day >= since) ?? limits[0];
}

/** What a device of a kind weighs, for models without a weight. */
interface KindWeight {
  grams: number;
  /** Calendar date of the estimate. */
  estimatedOn: string;
  source: string;
}

const OURS = 'Estimate by Rollcall';
const estimatedOn = '2026-12-01';

/** A district that knows a weight enters it at the model. Its figure then counts, and no longer the one of the kind. */
const KIND_WEIGHTS: Readonly<Record<DeviceKind, KindWeight>> = {
  chromebook: { grams: 1_350, estimatedOn, source: `${OURS}: 5,000 kg are about 3,700 Chromebooks` },
  laptop: { grams: 1_800, estimatedOn, source: `${OURS}: a laptop of 13 to 15 inches with its battery` },
  ipad: { grams: 500, estimatedOn, source: `${OURS}: an iPad of 10 inches without a case` },
  desktop: { grams: 7_000, estimatedOn, source: `${OURS}: between a small computer and one with a screen` },
  other: {
    grams: 2_000,
    estimatedOn,
    source: `${OURS}: anything else that a school uses, such as a projector`,
  },
};

/** Devices of one kind whose weight is an estimate, because their models have none. */
export interface EstimatedWeight {
  kind: DeviceKind;
  devices: number;
  gramsEach: number;
  source: string;
  /** Calendar date of the estimate. */
  estimatedOn: string;
}

/** What devices weigh together. */
export interface DevicesWeight {
  /** With the estimates. */
  weightKg: number;
  /** How much of it is estimated. */
  estimatedKg: number;
  /** How many devices are of models without a weight. */
  estimatedDevices: number;
  estimates: EstimatedWeight[];
}

/** What the database knows of the weight of devices. */
export interface WeightFacts {
  knownGrams: number;
  /** How many devices of each kind are of models without a weight. */
  unweighed: Readonly<Record<DeviceKind, number>>;
}

/** SQL of `WeightFacts`, as columns over devices of the models `m`. */
export const WEIGHT_FACTS = `
  coalesce(sum(m.weight_grams), 0)::float8 AS "knownGrams",
  jsonb_build_object(${KINDS.map(
    (kind) => `'${kind}', count(*) FILTER (WHERE m.weight_grams IS NULL AND m.kind = '${kind}')`,
  ).join(', ')}) AS unweighed`;

export const kilograms = (grams: number): number => grams / 1_000;

export function weightOf({ knownGrams, unweighed }: WeightFacts): DevicesWeight {
  const estimates = KINDS.filter((kind) => unweighed[kind] > 0).map((kind) => {
    const { grams, ...from } = KIND_WEIGHTS[kind];
    return { kind, devices: unweighed[kind], gramsEach: grams, ...from };
  });
  const estimatedGrams = estimates.reduce((sum, { devices, gramsEach }) => sum + devices * gramsEach, 0);
  return {
    weightKg: kilograms(knownGrams + estimatedGrams),
    estimatedKg: kilograms(estimatedGrams),
    estimatedDevices: estimates.reduce((sum, { devices }) => sum + devices, 0),
    estimates,
  };
}

export const WASTE_LEVELS = ['below', 'near', 'reached'] as const;
export type WasteLevel = (typeof WASTE_LEVELS)[number];

/** From here on, Rollcall warns, because it takes time to get a number. This figure is our own. */
const NEAR_PERCENT = 80;

/** How near a weight is to the limit. The number is needed before the limit is reached, so a weight of 5,000 kg is too late. */
export function nearness(
  weightKg: number,
  { kg }: Pick<WasteLimit, 'kg'>,
): { percent: number; level: WasteLevel } {
  // Rounded down, so that nobody reads 100% before it is true.
  const percent = Math.floor((weightKg * 1_000) / kg) / 10;
  return { percent, level: weightKg >= kg ? 'reached' : percent >= NEAR_PERCENT ? 'near' : 'below' };
}
