import { Checkbox } from '@mantine/core';
import { memo, type MouseEvent } from 'react';
import { t } from '../../text/text.js';
import type { TableColumn } from './table-column.js';

interface Props<Row extends object> {
  id: string;
  row: Row;
  columns: readonly TableColumn<Row>[];
  index: number;
  isActive: boolean;
  onFocus: (index: number) => void;
  name: string;
  isSelectable: boolean;
  isSelected: boolean;
  /** Undefined while all matching rows are selected. */
  onToggle: ((id: string, isRange: boolean) => void) | undefined;
}

/** One row of the grid. The Tab key stops at only one row. A click or Enter opens the row. */
function Row<Data extends object>({
  id,
  row,
  columns,
  index,
  isActive,
  onFocus,
  name,
  isSelectable,
  isSelected,
  onToggle,
}: Props<Data>) {
  return (
    <tr
      data-index={index}
      // The index of rows starts at 1, and the heading is row 1.
      aria-rowindex={index + 2}
      aria-selected={isSelectable ? isSelected : undefined}
      tabIndex={isActive ? 0 : -1}
      onFocus={() => onFocus(index)}
    >
      {isSelectable && (
        <td>
          <Checkbox
            aria-label={t('table.selectRow', { name })}
            checked={isSelected}
            disabled={!onToggle}
            tabIndex={-1}
            // Use the click event, because a change event does not say whether Shift was held.
            onClick={(event: MouseEvent) => onToggle?.(id, event.shiftKey)}
            onChange={() => undefined}
          />
        </td>
      )}
      {columns.map((column) => {
        const content = column.cell(row);
        return (
          <td
            key={column.id}
            data-number={column.isNumber}
            title={typeof content === 'string' ? content : undefined}
          >
            {content}
          </td>
        );
      })}
    </tr>
  );
}

/** While the table scrolls, rows that stay on the screen are not rendered again. */
export const GridRow = memo(Row) as typeof Row;
