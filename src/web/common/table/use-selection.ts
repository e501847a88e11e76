import { useEffect, useMemo, useRef, useState } from 'react';

/** The selection: some rows, or all rows that match the filter, including rows that are not loaded. */
export type Selected = { kind: 'some'; ids: ReadonlySet<string> } | { kind: 'all' };

export interface Selection {
  selected: Selected;
  /** The number of selected rows. Undefined if all matching rows are selected, because the total has that number. */
  count: number | undefined;
  has: (id: string) => boolean;
  /** @param ids the loaded rows in their order, to select all rows since the row that was toggled last */
  toggle: (id: string, ids?: readonly string[]) => void;
  /** Adds rows to the selection. */
  add: (ids: readonly string[]) => void;
  selectAll: () => void;
  clear: () => void;
}

const NONE: Selected = { kind: 'some', ids: new Set() };

/** @param matching a text that changes with the filter. Selected rows may no longer match the new filter. */
export function useSelection(matching: string): Selection {
  const [selected, setSelected] = useState<Selected>(NONE);
  const last = useRef<string>(undefined);
  useEffect(() => setSelected(NONE), [matching]);
  return useMemo(() => {
    const has = (id: string): boolean => selected.kind === 'all' || selected.ids.has(id);
    return {
      selected,
      count: selected.kind === 'all' ? undefined : selected.ids.size,
      has,
      toggle: (id, ids) => {
        if (selected.kind === 'all') return;
        const next = new Set(selected.ids);
        for (const one of ids ? between(ids, last.current ?? id, id) : [id])
          if (selected.ids.has(id)) next.delete(one);
          else next.add(one);
        last.current = id;
        setSelected({ kind: 'some', ids: next });
      },
      add: (ids) => {
        if (selected.kind === 'some') setSelected({ kind: 'some', ids: new Set([...selected.ids, ...ids]) });
      },
      selectAll: () => setSelected({ kind: 'all' }),
      clear: () => setSelected(NONE),
    };
  }, [selected]);
}

/** The ids between two ids, including both, in any order. */
function between(ids: readonly string[], one: string, other: string): readonly string[] {
  const [from, to] = [ids.indexOf(one), ids.indexOf(other)].toSorted((a, b) => a - b) as [number, number];
  return from < 0 ? [other] : ids.slice(from, to + 1);
}
