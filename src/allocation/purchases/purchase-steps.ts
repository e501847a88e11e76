import type { Permission } from '../../access/scope.js';
import type { PurchaseState } from '../entities/support-purchase.entities.js';

/** A way from one state of a purchase to another. */
interface Way {
  from: PurchaseState;
  to: PurchaseState;
  needs: Permission;
  /** It takes something away from somebody who must be told why. */
  needsNote?: true;
}

/** Sites ask, and may think better of it until it is approved; ITS decides, and charges. */
export const WAYS: readonly Way[] = [
  { from: 'draft', to: 'submitted', needs: 'support:request' },
  { from: 'draft', to: 'cancelled', needs: 'support:request' },
  { from: 'submitted', to: 'cancelled', needs: 'support:request' },
  { from: 'submitted', to: 'draft', needs: 'allocation:edit', needsNote: true },
  { from: 'submitted', to: 'approved', needs: 'allocation:edit' },
  { from: 'approved', to: 'encumbered', needs: 'allocation:edit' },
  { from: 'approved', to: 'cancelled', needs: 'allocation:edit', needsNote: true },
  { from: 'encumbered', to: 'cancelled', needs: 'allocation:edit', needsNote: true },
];

export function wayOf(from: PurchaseState, to: PurchaseState): Way | undefined {
  return WAYS.find((way) => way.from === from && way.to === to);
}

/** States that a purchase can go to from one state. */
export function nextStates(from: PurchaseState): PurchaseState[] {
  return WAYS.filter((way) => way.from === from).map(({ to }) => to);
}
