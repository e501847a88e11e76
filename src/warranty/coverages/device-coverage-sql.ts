import {
  type CoverageSql,
  DEVICE_COVERAGES,
  type DeviceCoverageState,
} from '../../devices/lists/device-coverages.js';
import { type CoverageState, COVERAGE_STATES, inState, LAST_ON } from './coverage-state.js';

/** Coverages `c` of a device `d` that were not withdrawn. The index `coverages_once` serves this. */
const OF_DEVICE = `FROM coverages c WHERE c.district_id = $1 AND c.device_id = d.id AND c.withdrawn_at IS NULL`;

/** How the list of devices asks for their coverages. */
export const DEVICE_COVERAGE_SQL: CoverageSql = {
  isOneOf: (states, on) =>
    `(${
      runsOf(states)
        .map((run) => isInRun(run, on))
        .join(' OR ') || 'false'
    })`,
  endsOn: `(SELECT max(${LAST_ON}) ${OF_DEVICE})`,
};

/** States that follow each other from best to worst. `better` are all that come before them. */
interface Run {
  states: DeviceCoverageState[];
  better: readonly DeviceCoverageState[];
}

/**
 * Puts neighbors together. The question for one run is whether there is a coverage in it and none that is better, which
 * PostgreSQL answers with two joins. For each state by itself, it would need more.
 */
function runsOf(states: readonly DeviceCoverageState[]): Run[] {
  const runs: Run[] = [];
  DEVICE_COVERAGES.forEach((state, place) => {
    if (!states.includes(state)) return;
    const run = runs.at(-1);
    const before = DEVICE_COVERAGES[place - 1];
    if (run && before && run.states.includes(before)) run.states.push(state);
    else runs.push({ states: [state], better: DEVICE_COVERAGES.slice(0, place) });
  });
  return runs;
}

function isInRun({ states, better }: Run, on: () => string): string {
  const conditions: string[] = [];
  // A device without any coverage is in the last run, so nothing has to be there.
  if (!states.includes('unknown')) conditions.push(`EXISTS (SELECT ${OF_DEVICE}${inAny(states, on)})`);
  if (better.length > 0) conditions.push(`NOT EXISTS (SELECT ${OF_DEVICE}${inAny(better, on)})`);
  return conditions.length > 0 ? `(${conditions.join(' AND ')})` : 'true';
}

function inAny(states: readonly DeviceCoverageState[], on: () => string): string {
  const known = COVERAGE_STATES.filter((state: CoverageState) => states.includes(state));
  if (known.length === COVERAGE_STATES.length) return '';
  return ` AND (${known.map((state) => `(${inState(state, on())})`).join(' OR ')})`;
}
