import { defineSteps, wholeDistrict } from '../../steps/step-machine.js';
import { BAD_LOT_STATES, type BadLotState } from './bad-lot.entity.js';

const needs = 'warranty:edit';

/** Rollcall finds a bad lot, and a person says what was done about it. */
export const BAD_LOT_STEPS = defineSteps<BadLotState>({
  kind: 'bad_lot',
  table: 'bad_lots',
  name: 'The bad lot',
  codes: { notFound: 'BAD_LOT_NOT_FOUND', wrongState: 'BAD_LOT_WRONG_STATE' },
  noteField: 'note',
  states: BAD_LOT_STATES,
  starts: 'open',
  ways: [
    { step: 'handle', from: 'open', to: 'handled', needs, needsNote: true },
    { step: 'reopen', from: 'handled', to: 'open', needs, needsNote: true },
  ],
  reach: wholeDistrict,
  columns: {},
});
