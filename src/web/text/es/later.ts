/** The Spanish texts that the scan page does not need. The build leaves the others out: see `later-groups.ts`. */
export { es as later } from './index.js';
