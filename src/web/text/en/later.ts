/** The English texts that the scan page does not need. The build leaves the others out: see `later-groups.ts`. */
export { en as later } from './index.js';
