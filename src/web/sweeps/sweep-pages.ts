/** Pages that are loaded together: each file of its own costs every first load its name. */
export { CloseSweepPage } from './close-sweep-page.js';
export { SweepPage } from './sweep-page.js';
export { SweepsPage } from './sweeps-page.js';
