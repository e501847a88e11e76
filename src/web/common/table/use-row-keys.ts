import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';

const PAGE = 10;

interface Options {
  count: number;
  scrollTo: (index: number) => void;
  onOpen: (index: number) => void;
  onToggle?: (index: number, isRange: boolean) => void;
  /** Selects all rows between two rows. */
  onExtend?: (from: number, to: number) => void;
}

export interface RowKeys {
  /** The row at which the Tab key stops. */
  active: number;
  setActive: (index: number) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** The ref for the body of the table. */
  body: React.RefObject<HTMLTableSectionElement | null>;
}

/** Keys for a table: arrows move between rows, Space selects a row, Shift selects a range, and Enter opens a row. */
export function useRowKeys({ count, scrollTo, onOpen, onToggle, onExtend }: Options): RowKeys {
  const [active, setActive] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const isMoving = useRef(false);
  const index = Math.min(active, Math.max(0, count - 1));

  // A row outside the screen exists only after the table has scrolled to it.
  useEffect(() => {
    if (!isMoving.current) return;
    const row = body.current?.querySelector<HTMLElement>(`tr[data-index="${index}"]`);
    if (!row) return;
    isMoving.current = false;
    row.focus({ preventScroll: true });
  });

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      // Ignore keys in a field or on a link inside the row.
      if (event.target !== event.currentTarget && !(event.target as HTMLElement).matches('tr')) return;
      const go = goal(event.key, index, count);
      if (go !== undefined) {
        event.preventDefault();
        isMoving.current = true;
        if (event.shiftKey) onExtend?.(index, go);
        scrollTo(go);
        setActive(go);
      } else if (event.key === ' ' && onToggle) {
        event.preventDefault();
        onToggle(index, event.shiftKey);
      } else if (event.key === 'Enter') {
        event.preventDefault();
        onOpen(index);
      }
    },
    [index, count, scrollTo, onOpen, onToggle, onExtend],
  );
  return { active: index, setActive, onKeyDown, body };
}

/** The row to which a key moves. Undefined for other keys. */
function goal(key: string, from: number, count: number): number | undefined {
  const within = (to: number): number => Math.max(0, Math.min(count - 1, to));
  if (key === 'ArrowDown') return within(from + 1);
  if (key === 'ArrowUp') return within(from - 1);
  if (key === 'PageDown') return within(from + PAGE);
  if (key === 'PageUp') return within(from - PAGE);
  if (key === 'Home') return 0;
  if (key === 'End') return within(count - 1);
  return undefined;
}
