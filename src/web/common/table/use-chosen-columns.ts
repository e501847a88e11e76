import { useLocalStorage } from '@mantine/hooks';
import { useMemo } from 'react';
import type { TableColumn } from './table-column.js';

export interface ChosenColumns<Row> {
  shown: readonly TableColumn<Row>[];
  isShown: (id: string) => boolean;
  onToggle: (id: string) => void;
  /** Goes back to the default columns. Undefined if the default columns are shown. */
  onReset: (() => void) | undefined;
}

/**
 * The columns that somebody has chosen. This device remembers them.
 * @param name name of the table
 */
export function useChosenColumns<Row>(
  name: string,
  columns: readonly TableColumn<Row>[],
): ChosenColumns<Row> {
  const [chosen, setChosen, forget] = useLocalStorage<string[] | null>({
    key: `rollcall.columns.${name}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  return useMemo(() => {
    const isShown = ({ id, isAlways, isExtra }: TableColumn<Row>): boolean =>
      isAlways === true || (chosen ? chosen.includes(id) : !isExtra);
    const shown = columns.filter(isShown);
    return {
      shown,
      isShown: (id) => shown.some((column) => column.id === id),
      onToggle: (id) => {
        const ids = shown.map((column) => column.id);
        setChosen(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]);
      },
      onReset: chosen ? forget : undefined,
    };
  }, [columns, chosen, setChosen, forget]);
}
