import { useKeptState } from '../../common/use-kept-state.js';
import type { Claim } from '../claim-words.js';

/** Claims that somebody has selected, also of several columns. */
export interface SelectedClaims {
  claims: readonly Claim[];
  has: (id: string) => boolean;
  toggle: (claims: readonly Claim[], isSelected: boolean) => void;
  /** Keeps only some of them. */
  keep: (ids: readonly string[]) => void;
  /** Takes what has changed of selected claims since they were selected. */
  refresh: (claims: readonly Claim[]) => void;
}

interface Selection {
  /** The filter in which they were selected. */
  matching: string;
  claims: Readonly<Record<string, Claim>>;
}

const NONE: Selection = { matching: '', claims: {} };

/** @param matching a text that changes with the filter. Selected claims may no longer match the new filter. */
export function useSelectedClaims(matching: string): SelectedClaims {
  const [kept, setKept] = useKeptState('selected-claims', NONE);
  const selected = kept.matching === matching ? kept.claims : NONE.claims;
  const set = (change: (before: Selection['claims']) => Selection['claims']): void =>
    setKept((before) => ({
      matching,
      claims: change(before.matching === matching ? before.claims : NONE.claims),
    }));
  return {
    claims: Object.values(selected),
    has: (id) => id in selected,
    toggle: (claims, isSelected) =>
      set((before) => {
        const others = without(before, claims);
        return isSelected ? { ...others, ...byId(claims) } : others;
      }),
    keep: (ids) =>
      set((before) => Object.fromEntries(Object.entries(before).filter(([id]) => ids.includes(id)))),
    refresh: (claims) => {
      const changed = claims.filter(({ id, version }) => id in selected && selected[id]?.version !== version);
      if (changed.length > 0) set((before) => ({ ...before, ...byId(changed) }));
    },
  };
}

function byId(claims: readonly Claim[]): Selection['claims'] {
  return Object.fromEntries(claims.map((claim) => [claim.id, claim]));
}

function without(selected: Selection['claims'], claims: readonly Claim[]): Selection['claims'] {
  const gone = new Set(claims.map(({ id }) => id));
  return Object.fromEntries(Object.entries(selected).filter(([id]) => !gone.has(id)));
}
