import type { Shape } from '../api/problem.js';
import { number } from '../common/words.js';
import { t } from '../text/text.js';

export type Pool = Shape<'IncidentPoolView'>;

/** How many incidents nobody has used, of how many. */
export function leftWords({ left, incidents }: Pick<Pool, 'left' | 'incidents'>): string {
  return t('pools.leftOf', { left: number(left), incidents: number(incidents) });
}
