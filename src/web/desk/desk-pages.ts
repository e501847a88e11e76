/** Pages that are loaded together: each file of its own costs every first load its name. */
export { DeskBatchesPage } from './desk-batches-page.js';
export { DeskClaimPage } from './desk-claim-page.js';
export { DeskRepliesPage } from './desk-replies-page.js';
export { DeskScorecardPage } from './desk-scorecard-page.js';
