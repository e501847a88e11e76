import type { Shape } from '../api/problem.js';
import { isSame } from '../common/edits.js';
import {
  changeOfCoverage,
  type CoverageForm,
  formOfCoverage,
  NEW_COVERAGE,
} from '../coverages/coverage-form.js';

export type Rule = Shape<'CoverageRuleView'>;
type Conditions = Rule['devices'];

/** Conditions that are one text each, by the names of the API. */
export const TEXT_CONDITIONS = ['purchaseReference', 'manufacturer', 'model'] as const;
const CONDITIONS = [...TEXT_CONDITIONS, 'fundingSource', 'purchasedFrom', 'purchasedTo'] as const;

/** What the form of a rule holds. The days of the coverage stay empty: the rule counts them for each device. */
export type RuleForm = CoverageForm &
  Record<'name' | 'months' | (typeof CONDITIONS)[number], string> & {
    startsFrom: Rule['startsFrom'];
    kinds: NonNullable<Conditions['kinds']>;
  };

export const NEW_RULE: RuleForm = {
  ...NEW_COVERAGE,
  name: '',
  months: '36',
  startsFrom: 'purchased',
  purchaseReference: '',
  fundingSource: '',
  manufacturer: '',
  model: '',
  kinds: [],
  purchasedFrom: '',
  purchasedTo: '',
};

export function formOfRule(rule: Rule): RuleForm {
  const { name, months, startsFrom, devices } = rule;
  const texts = Object.fromEntries(CONDITIONS.map((condition) => [condition, devices[condition] ?? '']));
  const days = { startsOn: '', endsOn: '', cancelledOn: null };
  return {
    ...NEW_RULE,
    ...formOfCoverage({ ...rule, ...days }),
    ...texts,
    name,
    months: String(months),
    startsFrom,
    kinds: devices.kinds ?? [],
  };
}

export function newRuleBody(form: RuleForm): Shape<'NewCoverageRuleBody'> {
  const { vendor, kind } = form;
  return {
    ...changeOfCoverage(NEW_COVERAGE, form),
    ...sentAlways(form),
    vendor,
    kind: kind as Rule['kind'],
    devices: conditionsOf(form),
  };
}

/** What is sent: only what differs. */
export function changeOfRule(before: RuleForm, now: RuleForm): Shape<'CoverageRuleChangeBody'> {
  const was = sentAlways(before);
  const is = sentAlways(now);
  const changed = Object.fromEntries(
    Object.entries(is).filter(([name, value]) => was[name as keyof typeof was] !== value),
  );
  const devices = conditionsOf(now);
  return {
    ...changeOfCoverage(before, now),
    ...changed,
    ...(isSame(conditionsOf(before), devices) ? {} : { devices }),
  };
}

function sentAlways({ name, months, startsFrom }: RuleForm) {
  return { name: name.trim(), months: Number(months), startsFrom };
}

function conditionsOf(form: RuleForm): Conditions {
  const texts = Object.fromEntries(
    CONDITIONS.map((condition) => [condition, form[condition].trim() || null]),
  );
  return { ...texts, kinds: form.kinds.length > 0 ? form.kinds : null } as Conditions;
}
