import { Checkbox } from '@mantine/core';
import { useCallbackRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { t } from '../../text/text.js';
import { GridHeading } from './grid-heading.js';
import { GridRow } from './grid-row.js';
import type { TableColumn, TableRows } from './table-column.js';
import { type DataRow, useDataTable } from './use-data-table.js';
import type { ChosenColumns } from './use-chosen-columns.js';
import type { KeysetList } from './use-keyset-list.js';
import { useIsPrinting } from './use-printing.js';
import { useRowKeys } from './use-row-keys.js';
import type { Selection } from './use-selection.js';

export interface TableViewProps<Row extends object> {
  /** A name for the rows, for screen readers. */
  label: string;
  columns: readonly TableColumn<Row>[];
  chosen: ChosenColumns<Row>;
  list: KeysetList<Row>;
  rows: TableRows<Row>;
  /** The total number of rows, if it is known. */
  total: number | undefined;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
  /** Left out if there are no actions for several rows. */
  selection: Selection | undefined;
}

const ROW_HEIGHT = 40;
/** The next page is read when this many rows or fewer are left. */
const AHEAD = 25;
const SELECT_WIDTH = 2.75;

/** A table in which only the rows on the screen are part of the page. */
export function TableGrid<Row extends object>(props: TableViewProps<Row>) {
  const { columns, chosen, list, rows: named, selection } = props;
  const box = useRef<HTMLDivElement>(null);
  const height = useHeightBelow(box, list.rows);
  const isPrinting = useIsPrinting();
  const table = useDataTable({ columns, chosen, data: list.rows, rows: named, selection });
  const rows = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    // Leave room for the heading, which stays above the rows.
    scrollPaddingStart: ROW_HEIGHT,
  });
  const shown = virtualizer.getVirtualItems();
  const end = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && end >= rows.length - AHEAD) list.loadMore();
  }, [end, rows.length, list]);
  const idAt = (index: number): string => rows[index]?.id ?? '';
  const ids = (): string[] => rows.map(({ id }) => id);
  const keys = useRowKeys({
    count: rows.length,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    onOpen: (index) => open(rows[index]),
    ...(selection && {
      onToggle: (index: number, isRange: boolean) =>
        selection.toggle(idAt(index), isRange ? ids() : undefined),
      onExtend: (from: number, to: number) => selection.add([idAt(from), idAt(to)]),
    }),
  });
  const open = (row: DataRow<Row> | undefined): void => {
    if (row) named.onOpen(row.original);
  };
  const toggle = useCallbackRef((id: string, isRange: boolean) =>
    selection?.toggle(id, isRange ? ids() : undefined),
  );
  const first = shown[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const inPage = isPrinting ? rows.map((_, index) => ({ index })) : shown;
  const width = chosen.shown.reduce((sum, column) => sum + column.width, selection ? SELECT_WIDTH : 0);
  return (
    <div
      className="table-box wide"
      ref={box}
      style={{ maxHeight: height }}
      data-stale={list.isStale || undefined}
    >
      <table
        role="grid"
        className="table-grid"
        aria-label={props.label}
        aria-rowcount={props.total === undefined ? -1 : props.total + 1}
        aria-multiselectable={selection ? true : undefined}
        aria-busy={list.isStale}
        style={{ minWidth: `${width}rem` }}
      >
        <colgroup>
          {selection && <col style={{ width: `${SELECT_WIDTH}rem` }} />}
          {chosen.shown.map(({ id, width: own }) => (
            <col key={id} style={{ width: `${own}rem` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {selection && (
              <th scope="col">
                <SelectLoaded ids={ids()} selection={selection} />
              </th>
            )}
            {chosen.shown.map((column) => (
              <GridHeading key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={keys.body} onKeyDown={keys.onKeyDown}>
          {!isPrinting && first > 0 && <Spacer height={first} />}
          {inPage.map(({ index }) => {
            const row = rows[index];
            return (
              row && (
                <GridRow
                  key={row.id}
                  id={row.id}
                  row={row.original}
                  columns={chosen.shown}
                  index={index}
                  isActive={index === keys.active}
                  onFocus={keys.setActive}
                  name={named.nameOf(row.original)}
                  isSelected={row.getIsSelected()}
                  onToggle={selection?.selected.kind === 'some' ? toggle : undefined}
                  isSelectable={selection !== undefined}
                />
              )
            );
          })}
          {!isPrinting && after > 0 && <Spacer height={after} />}
        </tbody>
      </table>
    </div>
  );
}

/** Room for the end of the page below the table. */
const BELOW = 56;
const LEAST_HEIGHT = 320;

/** The height at which the box ends at the bottom of the window. It depends on the filters above the box. */
function useHeightBelow(box: RefObject<HTMLElement | null>, changes: unknown): number {
  const [height, setHeight] = useState(LEAST_HEIGHT);
  useLayoutEffect(() => {
    const measure = (): void => {
      const top = (box.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
      setHeight(Math.max(LEAST_HEIGHT, window.innerHeight - top - BELOW));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [box, changes]);
  return height;
}

/** Selects all rows that are loaded so far. The selection bar offers to select all matching rows. */
function SelectLoaded({ ids, selection }: { ids: readonly string[]; selection: Selection }) {
  const count = ids.filter((id) => selection.has(id)).length;
  const isAll = count === ids.length && count > 0;
  return (
    <Checkbox
      aria-label={t('table.selectLoaded')}
      checked={isAll}
      indeterminate={count > 0 && !isAll}
      onChange={() => (isAll ? selection.clear() : selection.add(ids))}
    />
  );
}

function Spacer({ height }: { height: number }) {
  return (
    <tr aria-hidden className="table-spacer">
      <td style={{ height }} />
    </tr>
  );
}
