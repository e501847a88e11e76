import { Checkbox } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { t } from '../../text/text.js';
import type { TableColumn } from './table-column.js';
import type { TableViewProps } from './table-grid.js';
import { useIsPrinting } from './use-printing.js';
import type { Selection } from './use-selection.js';

const CARD_HEIGHT = 104;
const AHEAD = 10;

/** Shows the rows as cards on a phone. Only the cards on the screen are part of the page. */
export function CardList<Row extends object>({
  label,
  chosen,
  list,
  rows,
  total,
  selection,
}: TableViewProps<Row>) {
  const box = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  const isPrinting = useIsPrinting();
  // The height of the part above the list can change, for example when a filter or a notice is added.
  useLayoutEffect(
    () => setTop((box.current?.getBoundingClientRect().top ?? 0) + window.scrollY),
    [list.rows],
  );
  const virtualizer = useWindowVirtualizer({
    count: list.rows.length,
    estimateSize: () => CARD_HEIGHT,
    overscan: 8,
    scrollMargin: top,
    getItemKey: (index) => rows.idOf(list.rows[index] as Row),
  });
  const shown = virtualizer.getVirtualItems();
  const end = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (list.rows.length > 0 && end >= list.rows.length - AHEAD) list.loadMore();
  }, [end, list]);
  const inPage = isPrinting ? list.rows.map((_, index) => ({ index, start: undefined })) : shown;
  return (
    <ul
      className="card-list"
      ref={box}
      aria-label={label}
      data-stale={list.isStale || undefined}
      style={isPrinting ? undefined : { height: virtualizer.getTotalSize() }}
    >
      {inPage.map(({ index, start }) => {
        const row = list.rows[index] as Row;
        return (
          <li
            key={rows.idOf(row)}
            className="card"
            data-index={index}
            ref={virtualizer.measureElement}
            aria-setsize={total ?? -1}
            aria-posinset={index + 1}
            style={start === undefined ? undefined : { transform: `translateY(${start - top}px)` }}
          >
            <CardOf
              row={row}
              columns={chosen.shown}
              selection={selection}
              id={rows.idOf(row)}
              name={rows.nameOf(row)}
            />
          </li>
        );
      })}
    </ul>
  );
}

function CardOf<Row extends object>({
  row,
  columns,
  selection,
  id,
  name,
}: {
  row: Row;
  columns: readonly TableColumn<Row>[];
  selection: Selection | undefined;
  id: string;
  name: string;
}) {
  const at = (place: TableColumn<Row>['onCard']): readonly TableColumn<Row>[] =>
    columns.filter(({ onCard }) => onCard === place);
  return (
    <>
      {selection && (
        <Checkbox
          className="card-select"
          size="md"
          aria-label={t('table.selectRow', { name })}
          checked={selection.has(id)}
          disabled={selection.selected.kind === 'all'}
          onChange={() => selection.toggle(id)}
        />
      )}
      <div className="card-body">
        <div className="card-head">
          {at('title').map((column) => (
            <div key={column.id} className="card-title">
              {column.cell(row)}
            </div>
          ))}
          {at('badge').map((column) => (
            <div key={column.id}>{column.cell(row)}</div>
          ))}
        </div>
        {at('line').map((column) => (
          <CardLine key={column.id} content={column.cell(row)} />
        ))}
        {at(undefined).map((column) => (
          <CardLine key={column.id} label={column.label} content={column.cell(row)} />
        ))}
      </div>
    </>
  );
}

function CardLine({ label, content }: { label?: string; content: React.ReactNode }) {
  if (content === '' || content === null || content === undefined) return null;
  return (
    <div className="card-line">
      {label !== undefined && <span className="card-label">{label}: </span>}
      {content}
    </div>
  );
}
