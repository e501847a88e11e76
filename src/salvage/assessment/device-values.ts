import type { DeviceKind } from '../../catalogue/kinds.js';
import type { Repair } from './checklists.js';

/** What a device is worth, and where that comes from. */
export interface DeviceValue {
  cents: number;
  source: string;
  /** `model`: the district gave the model this value. `curve`: the price along the curve by kind and age. */
  from: 'model' | 'curve';
}

interface Curve {
  /** Ages in years, with what is left of the purchase price in percent. Between two ages, the value falls in a straight line. */
  points: readonly (readonly [years: number, percent: number])[];
  source: string;
}

const ST_VRAIN = 'St. Vrain Valley Schools, 2015: 20% of the price a year, for five years';

/**
 * What a working device is worth by its age. The sources are sales and policies of single districts, so these figures are
 * weak. A district that sells many devices knows better.
 */
export const CURVES: Readonly<Record<DeviceKind, Curve>> = {
  chromebook: {
    points: [
      [0, 100],
      [3, 8],
      [5, 7],
      [8, 2],
    ],
    source:
      'Sales of Chromebooks: $25 after three years (Mackay ID, 2021), $30 after five (Great Bend KS, 2018)',
  },
  ipad: {
    points: [
      [0, 100],
      [3, 40],
      [5, 22],
      [8, 8],
    ],
    source: 'Sales of iPads: $72.57 (Sweetwater CA, 2017), $75 after five years (Plymouth IN, 2023)',
  },
  laptop: {
    points: [
      [0, 100],
      [4, 20],
      [5, 12],
      [8, 4],
    ],
    source: `${ST_VRAIN}; $100 after five years (Great Bend KS, 2018)`,
  },
  desktop: {
    points: [
      [0, 100],
      [4, 20],
      [5, 10],
      [8, 4],
    ],
    source: `${ST_VRAIN}; $75 after five years (Great Bend KS, 2018)`,
  },
  other: {
    points: [
      [0, 100],
      [5, 0],
    ],
    source: ST_VRAIN,
  },
};

/** What other districts charge for a repair, in cents. It is used if the district has too few repairs of its own. */
export const REPAIR_SEEDS: Readonly<
  Partial<Record<DeviceKind, Partial<Record<Repair, { cents: number; source: string }>>>>
> = {
  chromebook: {
    screen: { cents: 5_100, source: 'Fee pages of districts: $40 to $62.50 for a Chromebook screen' },
    keyboard: { cents: 5_300, source: 'Fee pages of districts: $31 to $75 for a Chromebook keyboard' },
    mainboard: { cents: 10_000, source: 'Fee pages of districts: $100 for a Chromebook mainboard' },
  },
  ipad: {
    screen: { cents: 10_000, source: 'Fee pages of districts: $50 to $150 for the glass of an iPad' },
    battery: { cents: 5_000, source: 'Fee pages of districts: $50 for the battery of an iPad' },
  },
};

/**
 * What a device is worth in cents: the value that the district gave its model, or else the value along the curve. Null if
 * the model has no value, and the price or the age of the device is not known. A price of 0 means that the device was a
 * gift, and says nothing about its worth.
 * @param ageMonths whole months
 */
export function valueOf(
  kind: DeviceKind,
  priceCents: number | null,
  ageMonths: number | null,
  ofModel: { cents: number; source: string } | null = null,
): DeviceValue | null {
  if (ofModel) return { ...ofModel, from: 'model' };
  if (!priceCents || ageMonths === null) return null;
  const { points, source } = CURVES[kind];
  const cents = Math.round((priceCents * percentAt(points, ageMonths / 12)) / 100);
  return { cents, source, from: 'curve' };
}

function percentAt(points: Curve['points'], years: number): number {
  for (const [i, [toYears, toPercent]] of points.entries()) {
    if (years > toYears) continue;
    const [fromYears, fromPercent] = points[i - 1] ?? [0, 100];
    if (toYears === fromYears) return toPercent;
    return fromPercent + ((toPercent - fromPercent) * (years - fromYears)) / (toYears - fromYears);
  }
  return points.at(-1)?.[1] ?? 0;
}
