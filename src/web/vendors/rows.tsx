import { ActionIcon, Button, Group, Stack } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';

type By = 1 | -1;

interface Props<T> {
  rows: readonly T[];
  /** What the row with this number is, for people who cannot see it. */
  labelOf: (n: number) => string;
  removeLabelOf: (n: number) => string;
  addLabel: string;
  /** Left out where there cannot be more rows. */
  onAdd: (() => void) | undefined;
  onRemove: (index: number) => void;
  /** Only where the order of the rows matters. */
  moving?: { labelOf: (n: number, by: By) => string; onMove: (index: number, by: By) => void };
  /** The fields of a row. */
  children: (row: T, index: number) => ReactNode;
}

/**
 * Rows of a form that people add, move and remove. After adding, the cursor is in the new row. After moving, it goes
 * with the row. After removing, it is on the button that adds one, so that nobody who works with the keyboard is sent
 * back to the top of the page.
 */
export function Rows<T>({
  rows,
  labelOf,
  removeLabelOf,
  addLabel,
  onAdd,
  onRemove,
  moving,
  children,
}: Props<T>) {
  const list = useRef<HTMLDivElement>(null);
  const adding = useRef<HTMLButtonElement>(null);
  const [focused, setFocused] = useState<{ row: number; on: string }>();
  useEffect(() => {
    if (!focused) return;
    const inRow = (what: string): HTMLElement | null | undefined =>
      list.current?.querySelector<HTMLElement>(`[data-row="${focused.row}"] ${what}`);
    // At an end of the list, one of the two buttons cannot be pressed.
    (inRow(focused.on) ?? inRow('[data-move]:not(:disabled)'))?.focus();
  }, [focused]);
  const add = (): void => {
    onAdd?.();
    setFocused({ row: rows.length, on: 'input' });
  };
  const remove = (index: number): void => {
    onRemove(index);
    setFocused(undefined);
    adding.current?.focus();
  };
  const move = (index: number, by: By): void => {
    moving?.onMove(index, by);
    setFocused({ row: index + by, on: `[data-move="${by}"]:not(:disabled)` });
  };
  return (
    <Stack gap="sm" ref={list} align="start">
      {rows.map((row, index) => (
        <Group
          key={index}
          role="group"
          aria-label={labelOf(index + 1)}
          data-row={index}
          align="end"
          gap="xs"
          w="100%"
        >
          {children(row, index)}
          {moving &&
            ([-1, 1] as const).map((by) => (
              <ActionIcon
                key={by}
                variant="default"
                size={36}
                data-move={by}
                aria-label={moving.labelOf(index + 1, by)}
                disabled={index + by < 0 || index + by >= rows.length}
                onClick={() => move(index, by)}
              >
                {by < 0 ? <IconArrowUp size={18} aria-hidden /> : <IconArrowDown size={18} aria-hidden />}
              </ActionIcon>
            ))}
          <ActionIcon
            variant="default"
            size={36}
            aria-label={removeLabelOf(index + 1)}
            onClick={() => remove(index)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {onAdd && (
        <Button variant="default" onClick={add} ref={adding}>
          {addLabel}
        </Button>
      )}
    </Stack>
  );
}

/** The rows with one of them changed. */
export function withRow<T>(rows: readonly T[], index: number, change: Partial<T>): T[] {
  return rows.map((row, at) => (at === index ? { ...row, ...change } : row));
}
