import { siteFilter } from '../../../access/scope.js';
import { defineSteps } from '../../../steps/step-machine.js';
import { REPLY_STATES, type ReplyState } from '../claim-reply.entities.js';

export interface ReplyFacts {
  claimId: string;
}

const needs = 'warranty:edit';

/** What people do with a reply that waits. One that was applied when it came has no history. */
export const REPLY_STEPS = defineSteps<ReplyState, ReplyFacts>({
  kind: 'claim_reply',
  table: 'claim_replies',
  name: 'The reply',
  codes: { notFound: 'CLAIM_REPLY_NOT_FOUND', wrongState: 'CLAIM_REPLY_WRONG_STATE' },
  noteField: 'reason',
  states: REPLY_STATES,
  starts: 'waiting',
  ways: [
    { step: 'apply', from: 'waiting', to: 'applied', needs },
    { step: 'dismiss', from: 'waiting', to: 'dismissed', needs, needsNote: true },
    { step: 'undo', from: ['waiting', 'applied', 'dismissed'], to: 'undone', onlyBy: 'system' },
  ],
  reach: (scope) => ({
    sql: `($3::uuid[] IS NULL OR EXISTS (
             SELECT FROM claims k JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
              WHERE k.district_id = $1 AND k.id = t.claim_id AND d.site_id = ANY ($3)))`,
    parameters: [siteFilter(scope)],
  }),
  columns: { claimId: 't.claim_id' },
});
