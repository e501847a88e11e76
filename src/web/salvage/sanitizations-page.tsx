import { Anchor, Group, Stack } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, answer } from '../api/client.js';
import type { paths } from '../api/schema.js';
import type { SanitizationsSearch } from '../app/searches.js';
import { LinkButton } from '../common/link-button.js';
import { ListFiles } from '../common/list-files.js';
import { Page } from '../common/page.js';
import { Empty } from '../common/states.js';
import { ColumnMenu } from '../common/table/column-menu.js';
import { DataTable, useIsPhone } from '../common/table/data-table.js';
import { FilterChips } from '../common/table/filter-chips.js';
import { singleFilter } from '../common/table/single-filter.js';
import { SortField } from '../common/table/sort-field.js';
import type { TableColumn } from '../common/table/table-column.js';
import { useChosenColumns } from '../common/table/use-chosen-columns.js';
import { useKeysetList } from '../common/table/use-keyset-list.js';
import { when } from '../common/words.js';
import { t } from '../text/text.js';
import { OutcomeBadge } from './outcome-badge.js';
import type { Sanitization } from './sanitization-words.js';

const route = getRouteApi('/shell/sanitizations');
const PAGE = 100;
const FIRST_SORT = '-doneAt';

type Query = NonNullable<paths['/api/v1/sanitizations']['get']['parameters']['query']>;

/** How the data on devices was removed: one row for each device. */
export function SanitizationsPage() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/sanitizations' });
  const isPhone = useIsPhone();
  const change = (changed: Partial<SanitizationsSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), resetScroll: false });
  const columns = useMemo(() => columnsOf(), []);
  const chosen = useChosenColumns('sanitizations', columns);
  const { sort = FIRST_SORT, ...filter } = search;
  const asked = { ...filter, sort };
  const query = asked as Query;
  const list = useKeysetList({
    queryKey: ['sanitizations', query],
    load: (cursor, signal) =>
      answer(
        api.GET('/api/v1/sanitizations', { params: { query: { ...query, limit: PAGE, cursor } }, signal }),
      ),
  });
  const filters = [
    singleFilter({
      id: 'result',
      label: t('salvage.result'),
      choices: (['completed', 'failed'] as const).map((value) => ({
        value,
        label: t(`salvage.result_${value}`),
      })),
      picked: search.result,
      nothingFound: t('salvage.wipedNothing'),
      onPick: (result) => change({ result }),
    }),
    singleFilter({
      id: 'method',
      label: t('salvage.method'),
      choices: (['purge', 'clear', 'destroy', 'none'] as const).map((value) => ({
        value,
        label: t(`salvage.method_${value}`),
      })),
      picked: search.method,
      nothingFound: t('salvage.wipedNothing'),
      onPick: (method) => change({ method }),
    }),
  ];
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return (
    <Page
      title={t('salvage.wiped')}
      about={t('salvage.wipedAbout')}
      actions={
        <LinkButton to="/sanitizations/new" search={{}}>
          {t('salvage.record')}
        </LinkButton>
      }
    >
      <Stack gap="sm">
        <FilterChips filters={filters} onClearAll={() => void navigate({ search: { sort: search.sort } })} />
        <Group gap="xs" justify="flex-end" className="table-tools">
          {isPhone && <SortField columns={columns} sort={sort} onSort={(next) => change({ sort: next })} />}
          <ColumnMenu columns={columns} chosen={chosen} isCompact={isPhone} />
          <ListFiles path="/api/v1/sanitizations" names={{}} query={asked} isCompact={isPhone} />
        </Group>
      </Stack>
      <DataTable
        label={t('salvage.wiped')}
        columns={columns}
        chosen={chosen}
        list={list}
        total={undefined}
        sort={sort}
        onSort={(next) => change({ sort: next })}
        selection={undefined}
        rows={{
          idOf: ({ id, deviceId }) => `${id} ${deviceId}`,
          nameOf: ({ deviceCode }) => deviceCode ?? '',
          onOpen: ({ id }) => void navigate({ to: '/sanitizations/$id', params: { id } }),
        }}
        empty={
          isFiltered ? (
            <Empty title={t('salvage.wipedNothing')} />
          ) : (
            <Empty title={t('salvage.wipedNone')}>{t('salvage.wipedNoneText')}</Empty>
          )
        }
      />
    </Page>
  );
}

function columnsOf(): TableColumn<Sanitization>[] {
  return [
    {
      id: 'device',
      label: t('salvage.device'),
      width: 8,
      isAlways: true,
      onCard: 'title',
      cell: ({ id, deviceCode }) => (
        <Anchor
          fw={600}
          // The row has the focus, and Enter opens it.
          tabIndex={-1}
          renderRoot={(props) => <Link to="/sanitizations/$id" params={{ id }} {...props} />}
        >
          {deviceCode ?? t('devices.noTag')}
        </Anchor>
      ),
    },
    {
      id: 'outcome',
      label: t('salvage.method'),
      width: 11,
      onCard: 'badge',
      cell: (row) => <OutcomeBadge of={row} />,
    },
    {
      id: 'technique',
      label: t('salvage.technique'),
      width: 14,
      onCard: 'line',
      cell: ({ technique }) => t(`salvage.technique_${technique}`),
    },
    {
      id: 'medium',
      label: t('salvage.medium'),
      width: 10,
      isExtra: true,
      cell: ({ medium }) => t(`salvage.medium_${medium}`),
    },
    {
      id: 'doneAt',
      label: t('salvage.doneAt'),
      width: 13,
      sort: 'doneAt',
      cell: ({ doneAt }) => when(doneAt),
    },
    { id: 'doneBy', label: t('salvage.doneBy'), width: 10, cell: ({ doneByName }) => doneByName },
    {
      id: 'model',
      label: t('field.model'),
      width: 13,
      onCard: 'line',
      cell: ({ manufacturer, deviceModel }) => `${manufacturer} ${deviceModel}`,
    },
    { id: 'site', label: t('field.site'), width: 12, onCard: 'line', cell: ({ siteName }) => siteName },
    {
      id: 'serialNumber',
      label: t('salvage.serialNumber'),
      width: 9,
      isExtra: true,
      cell: ({ serialNumber }) => serialNumber,
    },
    {
      id: 'verifiedBy',
      label: t('salvage.verifiedBy'),
      width: 11,
      isExtra: true,
      cell: ({ verifiedBy }) => verifiedBy,
    },
  ];
}
