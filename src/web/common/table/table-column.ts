import type { ReactNode } from 'react';

/** A column of a data table. */
export interface TableColumn<Row> {
  id: string;
  /** The heading. On a phone, it comes before the value. */
  label: string;
  /** The content of the cell. It can be empty. */
  cell: (row: Row) => ReactNode;
  /** Name of the sort by this column, if the API has one. */
  sort?: string;
  /** The column is always shown, because it has the name of the row. */
  isAlways?: true;
  /** The column is hidden until somebody chooses it. */
  isExtra?: true;
  /** Minimum width in rem. The table distributes the remaining width. */
  width: number;
  isNumber?: true;
  /** The place of the column on a card on a phone. By default, it has its own line with its label. */
  onCard?: 'title' | 'badge' | 'line';
  /** The columns in an exported file. By default, the column with the same id. */
  inFile?: readonly string[];
}

/** The id and the name of a row, and how to open it. */
export interface TableRows<Row> {
  idOf: (row: Row) => string;
  /** Name of the row for screen readers. */
  nameOf: (row: Row) => string;
  onOpen: (row: Row) => void;
}

/** Whether a sort of the API, such as `-inServiceOn`, sorts by this column, and in which direction. */
export function directionOf(column: { sort?: string }, sort: string | undefined): 'asc' | 'desc' | undefined {
  if (column.sort === undefined || sort?.replace('-', '') !== column.sort) return undefined;
  return sort.startsWith('-') ? 'desc' : 'asc';
}

/** The sort after a click on the heading: first ascending, then descending, then the default order of the page. */
export function nextSort(column: { sort?: string }, sort: string | undefined): string | undefined {
  const direction = directionOf(column, sort);
  if (direction === undefined) return column.sort;
  return direction === 'asc' ? `-${column.sort}` : undefined;
}
