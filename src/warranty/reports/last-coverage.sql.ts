import { LAST_ON } from '../coverages/coverage-state.js';

/**
 * SQL that joins to devices `d` of the district `$1` the last day `l.last_on` of the coverage that lasts longest, in one
 * pass; null where no coverage is on record.
 */
export const LAST_COVERAGE = `
  LEFT JOIN (SELECT c.device_id, max(${LAST_ON}) AS last_on FROM coverages c
              WHERE c.district_id = $1 AND c.withdrawn_at IS NULL GROUP BY c.device_id) l ON l.device_id = d.id`;
