import { day, word } from '../common/words.js';
import { t } from '../text/text.js';
import type { Rule, RuleForm } from './rule-form.js';
import { exclusionWords } from '../coverages/coverage-words.js';

/** Which devices a rule is for, a sentence for each condition. */
export function conditionWords({ devices }: Pick<Rule, 'devices'>): string[] {
  const { purchaseReference, fundingSource, manufacturer, model, kinds, purchasedFrom, purchasedTo } =
    devices;
  const facts: [string, string | null][] = [
    [t('rules.purchaseReference'), purchaseReference],
    [t('rules.fundingSource'), fundingSource],
    [t('rules.manufacturer'), manufacturer],
    [t('rules.model'), model],
    [t('rules.kinds'), kinds && kinds.map((kind) => word('kind', kind)).join(', ')],
    [t('rules.purchasedFrom'), day(purchasedFrom)],
    [t('rules.purchasedTo'), day(purchasedTo)],
  ];
  return facts.flatMap(([label, value]) => (value ? t('rules.condition', { label, value }) : []));
}

/** How long the coverage of a rule lasts, and from when. */
export function lengthWords({ months, startsFrom }: Pick<Rule, 'months' | 'startsFrom'>): string {
  return t(`rules.months_${startsFrom}`, { count: months });
}

/** Name of a field of the form. */
export function fieldLabel(field: keyof RuleForm): string {
  const ofRule = `rules.${field}`;
  const known = t as (key: string) => string;
  return known(t.has(ofRule) ? ofRule : `coverage.${field}`);
}

/** A value of the form as people read it. */
export function valueWords(field: keyof RuleForm, value: RuleForm[keyof RuleForm]): string {
  if (field === 'kinds') return (value as RuleForm['kinds']).map((kind) => word('kind', kind)).join(', ');
  if (field === 'excludes') return (value as RuleForm['excludes']).map(exclusionWords).join(', ');
  const text = String(value);
  if (text === '') return '';
  switch (field) {
    case 'kind':
      return t(`coverage.kind_${text as Rule['kind']}`);
    case 'serviceLevel':
      return t(`coverage.serviceLevel_${text as NonNullable<Rule['serviceLevel']>}`);
    case 'onReplacement':
      return t(`coverage.onReplacement_${text as Rule['onReplacement']}`);
    case 'startsFrom':
      return t(`rules.startsFrom_${text as Rule['startsFrom']}`);
    case 'purchasedFrom':
    case 'purchasedTo':
      return day(text);
    case 'deductibleCents':
    case 'repairCapCents':
      return `$${text}`;
    default:
      return text;
  }
}
