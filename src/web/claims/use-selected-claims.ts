import { useEffect, useMemo, useState } from 'react';
import type { Claim } from './claim-words.js';

/** Claims that somebody has selected, also of several columns. */
export interface SelectedClaims {
  claims: readonly Claim[];
  has: (id: string) => boolean;
  toggle: (claims: readonly Claim[], isSelected: boolean) => void;
  /** Keeps only some of them. */
  keep: (ids: readonly string[]) => void;
}

const NONE: ReadonlyMap<string, Claim> = new Map();

/** @param matching a text that changes with the filter. Selected claims may no longer match the new filter. */
export function useSelectedClaims(matching: string): SelectedClaims {
  const [selected, setSelected] = useState(NONE);
  useEffect(() => setSelected(NONE), [matching]);
  return useMemo(
    () => ({
      claims: [...selected.values()],
      has: (id) => selected.has(id),
      toggle: (claims, isSelected) =>
        setSelected((before) => {
          const next = new Map(before);
          for (const claim of claims)
            if (isSelected) next.set(claim.id, claim);
            else next.delete(claim.id);
          return next;
        }),
      keep: (ids) => setSelected((before) => new Map([...before].filter(([id]) => ids.includes(id)))),
    }),
    [selected],
  );
}
