import { defineSteps, reachBySite } from '../../steps/step-machine.js';
import { PURCHASE_STATES, type PurchaseState } from '../entities/support-purchase.entities.js';

/** What a step needs to know about a request, under its lock. */
export interface PurchaseFacts {
  accountString: string | null;
  priceCents: number;
}

/**
 * Sites ask for support, and may change their minds until it is approved. ITS decides, and charges. Each version of a
 * request is in the history with its price.
 */
export const PURCHASE_STEPS = defineSteps<PurchaseState, PurchaseFacts>({
  kind: 'support_purchase',
  table: 'support_purchases',
  name: 'The support request',
  codes: { notFound: 'PURCHASE_NOT_FOUND', wrongState: 'NO_SUCH_STEP' },
  noteField: 'note',
  states: PURCHASE_STATES,
  starts: 'draft',
  ways: [
    { step: 'redraft', from: 'draft', to: 'draft', needs: 'support:request' },
    { step: 'submit', from: 'draft', to: 'submitted', needs: 'support:request' },
    { step: 'cancel', from: ['draft', 'submitted'], to: 'cancelled', needs: 'support:request' },
    { step: 'return', from: 'submitted', to: 'draft', needs: 'allocation:edit', needsNote: true },
    { step: 'approve', from: 'submitted', to: 'approved', needs: 'allocation:edit' },
    { step: 'encumber', from: 'approved', to: 'encumbered', needs: 'allocation:edit' },
    {
      step: 'cancel',
      from: ['approved', 'encumbered'],
      to: 'cancelled',
      needs: 'allocation:edit',
      needsNote: true,
    },
  ],
  reach: reachBySite('t.site_id'),
  columns: { accountString: 't.account_string', priceCents: 't.price_cents' },
});

/** The step that leads to a state. The API names a step of a request by the state that follows. */
export const STEP_TO: Record<PurchaseState, string> = {
  draft: 'return',
  submitted: 'submit',
  approved: 'approve',
  encumbered: 'encumber',
  cancelled: 'cancel',
};
