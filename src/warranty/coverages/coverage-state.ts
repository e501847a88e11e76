import type { DeviceCoverageState } from '../../devices/lists/device-coverages.js';

import type { DEVICE_COVERAGES } from '../../devices/lists/device-coverages.js';

/** A coverage that ends within so many days is about to end (DESIGN section 9, `design/warranty.md`). */
const EXPIRING_WITHIN_DAYS = 60;

/** From best to worst: of several coverages, a device has the state of the best. */
export const COVERAGE_STATES = ['active', 'expiring', 'not_started', 'expired'] as const;

/** `unknown`: no coverage is on record. That says nothing about whether there is one. */
export const DEVICE_COVERAGE_STATES = [
  ...COVERAGE_STATES,
  'unknown',
] as const satisfies typeof DEVICE_COVERAGES;

export type CoverageState = (typeof COVERAGE_STATES)[number];

/** SQL of the last day of a coverage `c`. PostgreSQL's `least` leaves out what is null. */
export const LAST_ON = 'least(c.ends_on, c.cancelled_on)';

/** SQL of the state of a coverage `c` on a day. @param on SQL of a date */
export function coverageStateSql(on: string): string {
  return `CASE WHEN ${on} < c.starts_on THEN 'not_started' WHEN ${on} > ${LAST_ON} THEN 'expired'
               WHEN ${LAST_ON} <= ${on} + ${EXPIRING_WITHIN_DAYS} THEN 'expiring' ELSE 'active' END`;
}

/** SQL that is true for coverages `c` in a state on a day, in the order of an index on their last day. */
export function inState(state: CoverageState, on: string): string {
  const begun = `c.starts_on <= ${on}`;
  switch (state) {
    case 'active':
      return `${begun} AND ${LAST_ON} > ${on} + ${EXPIRING_WITHIN_DAYS}`;
    case 'expiring':
      return `${begun} AND ${LAST_ON} BETWEEN ${on} AND ${on} + ${EXPIRING_WITHIN_DAYS}`;
    case 'not_started':
      return `c.starts_on > ${on}`;
    case 'expired':
      return `${begun} AND ${LAST_ON} < ${on}`;
  }
}

/** The state of a device, of the states of its coverages. */
export function bestOf(states: readonly CoverageState[]): DeviceCoverageState {
  return COVERAGE_STATES.find((state) => states.includes(state)) ?? 'unknown';
}
