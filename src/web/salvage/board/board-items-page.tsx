import { Anchor, Group, Stack, Text } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, answer } from '../../api/client.js';
import type { Shape } from '../../api/problem.js';
import type { paths } from '../../api/schema.js';
import type { BoardItemsSearch } from '../../app/searches.js';
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
import { day, number } from '../../common/words.js';
import { t } from '../../text/text.js';
import { decisionChoices, voteWords } from './board-words.js';
import { DecisionBadge } from './decision-badge.js';

const route = getRouteApi('/shell/board-items');
const PAGE = 100;
const FIRST_SORT = '-meetingOn';

type Query = NonNullable<paths['/api/v1/board-items']['get']['parameters']['query']>;
type Row = Shape<'BoardItemView'>;

/** What the board decides about devices that leave. */
export function BoardItemsPage() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/board-items' });
  const isPhone = useIsPhone();
  const change = (changed: Partial<BoardItemsSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), resetScroll: false });
  const columns = useMemo(() => columnsOf(), []);
  const chosen = useChosenColumns('board-items', columns);
  const { sort = FIRST_SORT, ...filter } = search;
  const asked = { ...filter, sort };
  const query = asked as Query;
  const list = useKeysetList({
    queryKey: ['board-items', query],
    load: (cursor, signal) =>
      answer(
        api.GET('/api/v1/board-items', { params: { query: { ...query, limit: PAGE, cursor } }, signal }),
      ),
  });
  const filters = [
    singleFilter({
      id: 'decision',
      label: t('boardItems.decision'),
      choices: decisionChoices(),
      picked: search.decision,
      nothingFound: t('boardItems.nothing'),
      onPick: (decision) => change({ decision }),
    }),
  ];
  return (
    <Page
      title={t('boardItems.title')}
      about={t('boardItems.about')}
      actions={
        <>
          <LinkButton to="/lots" variant="default">
            {t('lots.title')}
          </LinkButton>
          <LinkButton to="/board-items/new" search={{}}>
            {t('boardItems.new')}
          </LinkButton>
        </>
      }
    >
      <Stack gap="sm">
        <FilterChips filters={filters} onClearAll={() => void navigate({ search: { sort: search.sort } })} />
        <Group gap="xs" justify="flex-end" className="table-tools">
          {isPhone && <SortField columns={columns} sort={sort} onSort={(next) => change({ sort: next })} />}
          <ColumnMenu columns={columns} chosen={chosen} isCompact={isPhone} />
          <ListFiles path="/api/v1/board-items" names={{}} query={asked} isCompact={isPhone} />
        </Group>
      </Stack>
      <DataTable
        label={t('boardItems.title')}
        columns={columns}
        chosen={chosen}
        list={list}
        total={undefined}
        sort={sort}
        onSort={(next) => change({ sort: next })}
        selection={undefined}
        rows={{
          idOf: ({ id }) => id,
          nameOf: ({ title }) => title,
          onOpen: ({ id }) => void navigate({ to: '/board-items/$id', params: { id } }),
        }}
        empty={
          search.decision === undefined ? (
            <Empty title={t('boardItems.none')}>
              <Text mb="sm">{t('boardItems.noneText')}</Text>
              <LinkButton to="/board-items/new" search={{}}>
                {t('boardItems.new')}
              </LinkButton>
            </Empty>
          ) : (
            <Empty title={t('boardItems.nothing')}>{t('lots.nothingText')}</Empty>
          )
        }
      />
    </Page>
  );
}

function columnsOf(): TableColumn<Row>[] {
  return [
    {
      id: 'title',
      label: t('boardItems.item'),
      width: 14,
      isAlways: true,
      onCard: 'title',
      inFile: ['number', 'title'],
      cell: ({ id, number: itemNumber, title }) => (
        <Anchor
          fw={600}
          // The row has the focus, and Enter opens it.
          tabIndex={-1}
          renderRoot={(props) => <Link to="/board-items/$id" params={{ id }} {...props} />}
        >
          {t('boardItems.titleOf', { number: itemNumber, title })}
        </Anchor>
      ),
    },
    {
      id: 'decision',
      label: t('boardItems.decision'),
      width: 9,
      onCard: 'badge',
      cell: ({ decision }) => <DecisionBadge decision={decision} />,
    },
    {
      id: 'meetingOn',
      label: t('boardItems.meetingOn'),
      width: 8,
      sort: 'meetingOn',
      cell: ({ meetingOn }) => day(meetingOn),
    },
    {
      id: 'finding',
      label: t('boardItems.finding'),
      width: 20,
      onCard: 'line',
      cell: ({ finding }) => t(`boardItems.finding_${finding}`),
    },
    {
      id: 'votes',
      label: t('boardItems.vote'),
      width: 6,
      inFile: ['present', 'yes'],
      cell: voteWords,
    },
    {
      id: 'valid',
      label: t('boardItems.validTo'),
      width: 8,
      isExtra: true,
      inFile: ['validFrom', 'validTo'],
      cell: ({ validTo }) => day(validTo),
    },
    {
      id: 'lots',
      label: t('boardItems.lotsApproved'),
      width: 7,
      isNumber: true,
      inFile: ['lotsNamed', 'lotsApproved'],
      cell: ({ lotsApproved }) => number(lotsApproved),
    },
  ];
}
