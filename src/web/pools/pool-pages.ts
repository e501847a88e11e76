/** Pages that are loaded together: each file of its own costs every first load its name. */
export { NewPoolPage } from './new-pool-page.js';
export { PoolPage } from './pool-page.js';
export { PoolsPage } from './pools-page.js';
