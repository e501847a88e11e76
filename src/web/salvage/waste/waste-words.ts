import type { Shape } from '../../api/problem.js';
import { number } from '../../common/words.js';
import { t } from '../../text/text.js';

export type SiteWaste = Shape<'WasteView'>;
export type DevicesWeight = Shape<'DevicesWeight'>;

/** A hundredth of a kilogram says enough: many weights are estimates. */
export function kilograms(weightKg: number): string {
  return t('lots.kilograms', { weight: number(Math.round(weightKg * 100) / 100) });
}

/** What a site has, in words: the bar only shows it. */
export function amountWords({ weightKg, limitKg, percent }: SiteWaste): string {
  return t('waste.amount', {
    weight: kilograms(weightKg),
    limit: kilograms(limitKg),
    percent: number(percent),
  });
}

/** For how many devices the weight is estimated, or nothing where all are known. */
export function estimateWords({ estimatedDevices, estimatedKg }: DevicesWeight): string | undefined {
  if (estimatedDevices === 0) return undefined;
  return t('waste.estimated', { count: estimatedDevices, weight: kilograms(estimatedKg) });
}

/** What the devices of a lot weigh. */
export function lotWeightWords(weight: DevicesWeight): string | null {
  if (weight.weightKg === 0) return null;
  return [kilograms(weight.weightKg), estimateWords(weight)].filter(Boolean).join('. ');
}
