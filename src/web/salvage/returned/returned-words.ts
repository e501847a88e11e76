import type { Shape } from '../../api/problem.js';
import { money, number } from '../../common/words.js';
import { t } from '../../text/text.js';
import type { Lot } from '../lots/lot-words.js';

export type Returned = Shape<'ReturnedTotals'>;
export type Line = Shape<'ReturnedLineView'>;
export type Difference = Shape<'ReturnedDifferenceView'>;
export type Kind = Difference['kind'];

/** In the order in which people should look at them. */
export const KINDS = [
  'not_wiped',
  'missing',
  'swapped',
  'extra',
  'price_cut',
] as const satisfies readonly Kind[];

/** Differences that somebody still has to settle. */
export function openReturned({ returned }: Pick<Lot, 'returned'>): number {
  return (returned?.open ?? []).reduce((sum, { differences }) => sum + differences, 0);
}

export function openOf(returned: Returned, kind: Kind): number {
  return returned.open.find((one) => one.kind === kind)?.differences ?? 0;
}

/** What is different, in a sentence. */
export function reasonWords({ reason, expected, found }: Difference): string {
  if (reason === 'other_lot' && found === '') return t('returned.reason_other_lot_hidden');
  const isMoney = reason === 'below_offer' || reason === 'below_total';
  const shown = (value: string): string =>
    value === '' ? t('returned.nothing') : isMoney ? money(Number(value)) : value;
  return t(`returned.reason_${reason}`, { expected: shown(expected), found: shown(found) });
}

/** The grade on the scales that the recipient used. */
export function gradeWords({ cosmeticGrade, functionalGrade, letterGrade }: Line): string {
  const letter = letterGrade === 'NW' ? t('returned.notWorking') : letterGrade;
  return [cosmeticGrade, functionalGrade, letter].filter(Boolean).join(' / ');
}

export function weightWords(weightKg: number | null): string {
  return weightKg === null ? '' : t('lots.kilograms', { weight: number(weightKg) });
}
