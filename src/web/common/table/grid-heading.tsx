import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import { directionOf, nextSort, type TableColumn } from './table-column.js';

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

/** The heading of a column. It is a button if the list can be sorted by this column. */
export function GridHeading<Row>({
  column,
  sort,
  onSort,
}: {
  column: TableColumn<Row>;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
}) {
  if (column.sort === undefined)
    return (
      <th scope="col" data-number={column.isNumber}>
        {column.label}
      </th>
    );
  const direction = directionOf(column, sort);
  const Icon = direction === 'asc' ? IconArrowUp : direction === 'desc' ? IconArrowDown : IconArrowsSort;
  return (
    <th scope="col" aria-sort={direction ? ARIA_SORT[direction] : 'none'} data-number={column.isNumber}>
      <UnstyledButton className="table-sort" onClick={() => onSort(nextSort(column, sort))}>
        <span>{column.label}</span>
        <Icon size={16} aria-hidden data-idle={direction === undefined || undefined} />
      </UnstyledButton>
    </th>
  );
}
