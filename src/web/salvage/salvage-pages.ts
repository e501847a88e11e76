/** Pages that are loaded together: each file of its own costs every first load its name. */
export { NewSanitizationPage } from './new-sanitization-page.js';
export { SanitizationPage } from './sanitization-page.js';
export { SanitizationsPage } from './sanitizations-page.js';
