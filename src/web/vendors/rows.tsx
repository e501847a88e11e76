import { ActionIcon, Button, Group, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface Props<T> {
  rows: readonly T[];
  /** What the row with this number is, for people who cannot see it. */
  labelOf: (n: number) => string;
  removeLabelOf: (n: number) => string;
  addLabel: string;
  onAdd: () => void;
  onRemove: (index: number) => void;
  /** The fields of a row. */
  children: (row: T, index: number) => ReactNode;
}

/**
 * Rows of a form that people add and remove. After adding, the cursor is in the new row. After removing, it is on the
 * button that adds one, so that nobody who works with the keyboard is sent back to the top of the page.
 */
export function Rows<T>({ rows, labelOf, removeLabelOf, addLabel, onAdd, onRemove, children }: Props<T>) {
  const list = useRef<HTMLDivElement>(null);
  const adding = useRef<HTMLButtonElement>(null);
  const [added, setAdded] = useState<number>();
  useEffect(() => {
    if (added !== undefined) list.current?.querySelector<HTMLElement>(`[data-row="${added}"] input`)?.focus();
  }, [added]);
  const add = (): void => {
    onAdd();
    setAdded(rows.length);
  };
  const remove = (index: number): void => {
    onRemove(index);
    setAdded(undefined);
    adding.current?.focus();
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
      <Button variant="default" onClick={add} ref={adding}>
        {addLabel}
      </Button>
    </Stack>
  );
}

/** The rows with one of them changed. */
export function withRow<T>(rows: readonly T[], index: number, change: Partial<T>): T[] {
  return rows.map((row, at) => (at === index ? { ...row, ...change } : row));
}
