import { type Cell, type Row, type Table, useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { TableColumn, TableRows } from './table-column.js';
import { FEATURES } from './table-features.js';
import type { ChosenColumns } from './use-chosen-columns.js';
import type { Selection } from './use-selection.js';

export type DataRow<Data extends object> = Row<typeof FEATURES, Data>;
export type DataCell<Data extends object> = Cell<typeof FEATURES, Data>;

/** A table of the rows that are loaded so far, with the chosen columns. The server filters and sorts the rows. */
export function useDataTable<Data extends object>(options: {
  columns: readonly TableColumn<Data>[];
  chosen: ChosenColumns<Data>;
  data: readonly Data[];
  rows: TableRows<Data>;
  selection: Selection | undefined;
}): Pick<Table<typeof FEATURES, Data>, 'getRowModel'> {
  const { columns, chosen, data, rows, selection } = options;
  const definitions = useMemo(
    () =>
      columns.map(({ id, label, cell }) => ({
        id,
        header: label,
        cell: ({ row }: { row: { original: Data } }) => cell(row.original),
      })),
    [columns],
  );
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map(({ id }) => [id, chosen.isShown(id)])),
    [columns, chosen],
  );
  const selected = selection?.selected;
  const rowSelection = useMemo(() => {
    const ids = selected?.kind === 'all' ? data.map(rows.idOf) : [...(selected?.ids ?? [])];
    return Object.fromEntries(ids.map((id) => [id, true as const]));
  }, [selected, data, rows.idOf]);
  return useTable({
    features: FEATURES,
    columns: definitions,
    data,
    getRowId: rows.idOf,
    state: { columnVisibility, rowSelection },
  });
}
