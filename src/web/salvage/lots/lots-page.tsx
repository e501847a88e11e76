import './lots.css';
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { api, answer } from '../../api/client.js';
import type { paths } from '../../api/schema.js';
import { MAY_OPEN } from '../../app/navigation.js';
import type { LotsSearch } from '../../app/searches.js';
import { LinkButton } from '../../common/link-button.js';
import { ListFiles } from '../../common/list-files.js';
import { Page } from '../../common/page.js';
import { Empty } from '../../common/states.js';
import { ColumnMenu } from '../../common/table/column-menu.js';
import { DataTable, useIsPhone } from '../../common/table/data-table.js';
import { FilterChips } from '../../common/table/filter-chips.js';
import { singleFilter } from '../../common/table/single-filter.js';
import { SortField } from '../../common/table/sort-field.js';
import type { TableColumn } from '../../common/table/table-column.js';
import { useChosenColumns } from '../../common/table/use-chosen-columns.js';
import { useKeysetList } from '../../common/table/use-keyset-list.js';
import { number, when } from '../../common/words.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import { DueText, LotStateBadge } from './lot-badges.js';
import { dueWords, type LotRow, routeChoices, STATES, titleOf, wasteClock } from './lot-words.js';

const route = getRouteApi('/shell/lots');
const PAGE = 100;
const FIRST_SORT = '-number';

type Query = NonNullable<paths['/api/v1/lots']['get']['parameters']['query']>;

/** Devices that leave together: what is collected, what is approved, and what is still owed. */
export function LotsPage() {
  const search = route.useSearch();
  const session = useSession();
  const navigate = useNavigate({ from: '/lots' });
  const isPhone = useIsPhone();
  const change = (changed: Partial<LotsSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), resetScroll: false });
  const columns = useMemo(() => columnsOf(), []);
  const chosen = useChosenColumns('lots', columns);
  const { sort = FIRST_SORT, ...filter } = search;
  const asked = { ...filter, sort };
  const query = asked as Query;
  const list = useKeysetList({
    queryKey: ['lots', query],
    load: (cursor, signal) =>
      answer(api.GET('/api/v1/lots', { params: { query: { ...query, limit: PAGE, cursor } }, signal })),
  });
  const filters = [
    singleFilter({
      id: 'state',
      label: t('lots.state'),
      choices: STATES.map((value) => ({ value, label: t(`lots.state_${value}`) })),
      picked: search.state,
      nothingFound: t('lots.nothing'),
      onPick: (state) => change({ state }),
    }),
    singleFilter({
      id: 'route',
      label: t('lots.route'),
      choices: routeChoices(),
      picked: search.route,
      nothingFound: t('lots.nothing'),
      onPick: (picked) => change({ route: picked }),
    }),
  ];
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return (
    <Page
      title={t('lots.title')}
      about={t('lots.about')}
      actions={
        <>
          {MAY_OPEN['/board-items'](session) && (
            <LinkButton to="/board-items" variant="default">
              {t('boardItems.title')}
            </LinkButton>
          )}
          <LinkButton to="/lots/new">{t('lots.new')}</LinkButton>
        </>
      }
    >
      <Stack gap="sm">
        <FilterChips filters={filters} onClearAll={() => void navigate({ search: { sort: search.sort } })} />
        <Group gap="xs" justify="flex-end" className="table-tools">
          {isPhone && <SortField columns={columns} sort={sort} onSort={(next) => change({ sort: next })} />}
          <ColumnMenu columns={columns} chosen={chosen} isCompact={isPhone} />
          <ListFiles path="/api/v1/lots" names={{}} query={asked} isCompact={isPhone} />
        </Group>
      </Stack>
      <DataTable
        label={t('lots.title')}
        columns={columns}
        chosen={chosen}
        list={list}
        total={undefined}
        sort={sort}
        onSort={(next) => change({ sort: next })}
        selection={undefined}
        rows={{
          idOf: ({ id }) => id,
          nameOf: titleOf,
          onOpen: ({ id }) => void navigate({ to: '/lots/$id', params: { id } }),
        }}
        empty={isFiltered ? <Empty title={t('lots.nothing')}>{t('lots.nothingText')}</Empty> : <NoLots />}
      />
    </Page>
  );
}

function NoLots() {
  return (
    <Empty title={t('lots.none')}>
      <Text mb="sm">{t('lots.noneText')}</Text>
      <LinkButton to="/lots/new">{t('lots.new')}</LinkButton>
    </Empty>
  );
}

function due(of: ReturnType<typeof dueWords>): ReactNode {
  return of ? <DueText of={of} /> : null;
}

function columnsOf(): TableColumn<LotRow>[] {
  return [
    {
      id: 'name',
      label: t('lots.lot'),
      width: 12,
      sort: 'number',
      isAlways: true,
      onCard: 'title',
      inFile: ['number', 'name'],
      cell: (lot) => (
        <Anchor
          fw={600}
          // The row has the focus, and Enter opens it.
          tabIndex={-1}
          renderRoot={(props) => <Link to="/lots/$id" params={{ id: lot.id }} {...props} />}
        >
          {titleOf(lot)}
        </Anchor>
      ),
    },
    {
      id: 'state',
      label: t('lots.state'),
      width: 8,
      onCard: 'badge',
      cell: ({ state }) => <LotStateBadge state={state} />,
    },
    {
      id: 'route',
      label: t('lots.route'),
      width: 8,
      onCard: 'line',
      cell: ({ route: by }) => t(`lots.route_${by}`),
    },
    {
      id: 'recipient',
      label: t('lots.recipient'),
      width: 8,
      onCard: 'line',
      cell: ({ recipientName }) => recipientName,
    },
    {
      id: 'devices',
      label: t('lots.devices'),
      width: 5,
      isNumber: true,
      cell: ({ devices }) => number(devices),
    },
    {
      id: 'nextDueOn',
      label: t('lots.nextDue'),
      width: 13,
      inFile: ['obligationsOpen', 'nextDueOn'],
      cell: ({ nextDueOn }) => due(dueWords(nextDueOn)),
    },
    {
      id: 'wasteSince',
      label: t('lots.wasteClock'),
      width: 16,
      cell: (lot) => due(wasteClock(lot)),
    },
    { id: 'site', label: t('common.site'), width: 11, isExtra: true, cell: ({ siteName }) => siteName },
    { id: 'place', label: t('lots.place'), width: 9, isExtra: true, cell: ({ place }) => place },
    {
      id: 'pickedUpAt',
      label: t('lots.pickedUpAt'),
      width: 12,
      isExtra: true,
      cell: ({ pickedUpAt }) => when(pickedUpAt),
    },
  ];
}
