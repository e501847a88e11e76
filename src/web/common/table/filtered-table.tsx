import { Group, Stack } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import type { PathNames, ReadablePath } from '../../api/address.js';
import type { paths } from '../../api/schema.js';
import { ListFiles } from '../list-files.js';
import { ColumnMenu } from './column-menu.js';
import { DataTable, useIsPhone } from './data-table.js';
import { FilterChips, type TableFilter } from './filter-chips.js';
import { type Choice, singleFilter } from './single-filter.js';
import { SortField } from './sort-field.js';
import type { TableColumn, TableRows } from './table-column.js';
import { useChosenColumns } from './use-chosen-columns.js';
import { type PageOfItems, useKeysetList } from './use-keyset-list.js';

const PAGE = 100;

type Search = Record<string, string | undefined>;

/** Lists of the API, whose addresses have no names to fill in. */
type ListPath = {
  [P in ReadablePath]: P extends `${string}{${string}` ? never : P;
}[ReadablePath];

/** What a list of the API can be asked. */
type QueryOf<P extends ListPath> = paths[P] extends { get: { parameters: { query?: infer Query } } }
  ? NonNullable<Query>
  : never;

/** A filter that takes one of several values, stored in the address of the page under its id. */
interface ChoiceFilter {
  id: string;
  label: string;
  choices: readonly Choice[];
}

interface Props<P extends ListPath, Row extends object> {
  /** Under this name, the chosen columns are remembered and the rows are cached. */
  name: string;
  label: string;
  path: P;
  load: (query: QueryOf<P>, signal: AbortSignal) => Promise<PageOfItems<Row>>;
  columnsOf: () => TableColumn<Row>[];
  /** The filters and the sort in the address of the page. */
  search: Search & { sort?: string };
  onSearch: (changed: Search) => void;
  /** The sort without a choice. */
  firstSort: string;
  /** What the API is asked for. By default, the filters of the address. */
  askedOf?: (search: Search) => Search;
  filters: readonly (ChoiceFilter | TableFilter)[];
  /** What the list of choices says if nothing matches what somebody types. */
  nothingFound: string;
  rows: TableRows<Row>;
  /** Shown when there are no rows. It says what to do next. */
  empty: (isFiltered: boolean) => ReactNode;
}

/** A list of the API with its filters, sort, columns and files. */
export function FilteredTable<P extends ListPath, Row extends object>({
  name,
  label,
  path,
  load,
  columnsOf,
  search,
  onSearch,
  firstSort,
  askedOf = (asked) => asked,
  filters,
  nothingFound,
  rows,
  empty,
}: Props<P, Row>) {
  const isPhone = useIsPhone();
  const columns = useMemo(() => columnsOf(), [columnsOf]);
  const chosen = useChosenColumns(name, columns);
  const { sort = firstSort, ...filter } = search;
  const asked = askedOf({ ...filter, sort });
  const list = useKeysetList({
    queryKey: [name, asked],
    load: (cursor, signal) => load({ ...asked, limit: PAGE, cursor } as unknown as QueryOf<P>, signal),
  });
  const onSort = (next: string | undefined): void => onSearch({ sort: next });
  const clearAll = (): void =>
    onSearch(Object.fromEntries(Object.keys(filter).map((field) => [field, undefined])));
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const chips = filters.map((one) =>
    'choices' in one
      ? singleFilter({
          ...one,
          picked: search[one.id],
          nothingFound,
          onPick: (value) => onSearch({ [one.id]: value }),
        })
      : one,
  );
  return (
    <>
      <Stack gap="sm">
        <FilterChips filters={chips} onClearAll={clearAll} />
        <Group gap="xs" justify="flex-end" className="table-tools">
          {isPhone && <SortField columns={columns} sort={sort} onSort={onSort} />}
          <ColumnMenu columns={columns} chosen={chosen} isCompact={isPhone} />
          <ListFiles path={path} names={{} as PathNames<P>} query={asked} isCompact={isPhone} />
        </Group>
      </Stack>
      <DataTable
        label={label}
        columns={columns}
        chosen={chosen}
        list={list}
        total={undefined}
        sort={sort}
        onSort={onSort}
        selection={undefined}
        rows={rows}
        empty={empty(isFiltered)}
      />
    </>
  );
}
