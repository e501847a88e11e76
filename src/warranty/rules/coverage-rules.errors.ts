import { explainConstraint } from '../../common/constraint-refusals.js';
import { Conflict, InvalidInput, NotFound } from '../../common/refusal.js';

explainConstraint('coverage_rules_name_unique', () => {
  const detail = 'There is already a rule with this name. Enter another name.';
  return new Conflict(detail, 'COVERAGE_RULE_NAME_TAKEN', [
    { field: 'name', code: 'COVERAGE_RULE_NAME_TAKEN', detail },
  ]);
});

/** Not there, or of another district. */
export class CoverageRuleNotFound extends NotFound {
  constructor() {
    super('The rule', 'COVERAGE_RULE_NOT_FOUND');
  }
}

/** A rule without a condition would cover every device of the district, whoever made it. */
export class CoverageRuleForAll extends InvalidInput {
  constructor() {
    const detail = 'Choose at least one condition, such as the purchase reference or the model.';
    super(
      'This rule does not say which devices it is for.',
      [{ field: 'devices', code: 'COVERAGE_RULE_FOR_ALL', detail }],
      'COVERAGE_RULE_FOR_ALL',
    );
  }
}

export class CoverageRuleNotApplied extends Conflict {
  constructor() {
    super(
      'There is nothing to undo: this rule was never applied, or every application was undone.',
      'COVERAGE_RULE_NOT_APPLIED',
    );
  }
}
