import { NativeSelect } from '@mantine/core';
import { t } from '../../text/text.js';
import type { TableColumn } from './table-column.js';

/** A field for the order of the cards on a phone, because cards have no column headings. */
export function SortField<Row>({
  columns,
  sort,
  onSort,
}: {
  columns: readonly TableColumn<Row>[];
  sort: string;
  onSort: (sort: string) => void;
}) {
  const data = columns.flatMap(({ sort: name, label }) =>
    name === undefined
      ? []
      : [
          { value: name, label: t('table.sortUp', { column: label }) },
          { value: `-${name}`, label: t('table.sortDown', { column: label }) },
        ],
  );
  return (
    <NativeSelect
      aria-label={t('table.sort')}
      className="table-sort-field"
      size="md"
      data={data}
      value={sort}
      onChange={(event) => onSort(event.currentTarget.value)}
    />
  );
}
