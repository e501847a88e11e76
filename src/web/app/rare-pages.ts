/** Pages that few people open. They are loaded together: each file of its own costs every first load its name. */
export { NewPoolPage } from '../pools/new-pool-page.js';
export { PoolPage } from '../pools/pool-page.js';
export { PoolsPage } from '../pools/pools-page.js';
export { NewRulePage } from '../coverage-rules/new-rule-page.js';
export { RulePage } from '../coverage-rules/rule-page.js';
export { RulesPage } from '../coverage-rules/rules-page.js';
export { AssessmentPage } from '../salvage/assessments/assessment-page.js';
export { AssessmentRulesPage } from '../salvage/assessments/rules/rules-page.js';
export { AssessmentsPage } from '../salvage/assessments/assessments-page.js';
export { NewAssessmentPage } from '../salvage/assessments/new-assessment-page.js';
export { LookUpsPage } from '../look-ups/look-ups-page.js';
export { NewSanitizationPage } from '../salvage/new-sanitization-page.js';
export { SanitizationPage } from '../salvage/sanitization-page.js';
export { SanitizationsPage } from '../salvage/sanitizations-page.js';
export { BadLotPage } from '../warranty/bad-lot-page.js';
