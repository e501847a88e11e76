/** Pages of schools and of the office. They are loaded together: each file of its own costs every first load its name. */
export { AccountPage } from '../accounts/account-page.js';
export { AccountsPage } from '../accounts/accounts-page.js';
export { NewAccountPage } from '../accounts/new-account-page.js';
export { CataloguePage } from '../catalogue/catalogue-page.js';
export { ImportPage } from '../imports/import-page.js';
export { ImportsPage } from '../imports/imports-page.js';
export { NewImportPage } from '../imports/new-import-page.js';
export { NewProblemPage } from '../problems/new-problem-page.js';
export { ProblemsPage } from '../problems/problems-page.js';
export { EditSitePage } from '../sites/edit-site-page.js';
export { NewSitePage } from '../sites/new-site-page.js';
export { SitesPage } from '../sites/sites-page.js';
export { EditRequestPage } from '../support/edit-request-page.js';
export { NewRequestPage } from '../support/new-request-page.js';
export { RequestPage } from '../support/request-page.js';
export { SupportPage } from '../support/support-page.js';
