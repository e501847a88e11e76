import type { Shape } from '../api/problem.js';
import { day, number } from '../common/words.js';
import { t } from '../text/text.js';

export type Rule = Shape<'RetentionRule'>;

export const RECORDS = [
  'documents',
  'asset_records',
  'equipment_records',
] as const satisfies readonly Rule['records'][];

export const COUNTED_FROM = [
  'purchase',
  'disposal',
  'last_service',
  'funding_year',
  'final_report',
] as const satisfies readonly Rule['countsFrom'][];

/** Whether the years of a rule count from a day that the district enters once for the award. */
export function isDayOfAward(countsFrom: Rule['countsFrom']): boolean {
  return countsFrom !== 'purchase' && countsFrom !== 'disposal';
}

/** What a rule keeps, for how many years, and from which day they count. */
export function ruleWords({
  records,
  years,
  countsFrom,
  keepsNames,
}: Pick<Rule, 'records' | 'years' | 'countsFrom' | 'keepsNames'>): string {
  const words = t('catalogue.rule', {
    records: t(`catalogue.records_${records}`),
    years: number(years),
    from: t(`catalogue.from_${countsFrom}`),
  });
  return keepsNames ? `${words} ${t('catalogue.withNames')}` : words;
}

/** The day of the award, if the rule counts from one. */
export function dayWords({ countsFrom, fromOn }: Rule): string {
  if (!isDayOfAward(countsFrom)) return '';
  return fromOn === null ? t('catalogue.dayUnknown') : t('catalogue.dayIs', { day: day(fromOn) });
}
