/** Pages that are loaded together: each file of its own costs every first load its name. */
export { VendorChecklistPage } from './checklist/checklist-page.js';
export { VendorSightPage } from './sight/sight-page.js';
export { VendorTermsPage } from './terms/terms-page.js';
export { VendorWordsPage } from './words/words-page.js';
export { NewVendorPage } from './new-vendor-page.js';
export { VendorPage } from './vendor-page.js';
export { VendorsPage } from './vendors-page.js';
