import { defineSteps, reachBySite } from '../steps/step-machine.js';
import { PROBLEM_STATES, type ProblemState } from './problem-report.entity.js';

/**
 * A site reports a problem, and a technician closes the report and says what they did. Where the problem comes back,
 * the site opens the same report again, so that the problem is described only once.
 */
export const PROBLEM_STEPS = defineSteps<ProblemState>({
  kind: 'problem_report',
  table: 'problem_reports',
  name: 'The problem report',
  codes: { notFound: 'PROBLEM_REPORT_NOT_FOUND', wrongState: 'PROBLEM_REPORT_WRONG_STATE' },
  noteField: 'note',
  states: PROBLEM_STATES,
  starts: 'open',
  ways: [
    { step: 'close', from: 'open', to: 'closed', needs: 'devices:edit', needsNote: true },
    { step: 'reopen', from: 'closed', to: 'open', needs: 'support:request', needsNote: true },
  ],
  reach: reachBySite('t.site_id'),
  columns: {},
});
