/** Pages that are loaded together: each file of its own costs every first load its name. */
export { CheckInPage } from './check-in-page.js';
export { CheckOutPage } from './check-out-page.js';
export { LoansPage } from './loans-page.js';
