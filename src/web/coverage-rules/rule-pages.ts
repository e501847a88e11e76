/** Pages that are loaded together: each file of its own costs every first load its name. */
export { NewRulePage } from './new-rule-page.js';
export { RulePage } from './rule-page.js';
export { RulesPage } from './rules-page.js';
