import { Anchor, Group, Stack } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, answer } from '../../api/client.js';
import type { paths } from '../../api/schema.js';
import type { AssessmentsSearch } from '../../app/searches.js';
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
import { money, when } from '../../common/words.js';
import { t } from '../../text/text.js';
import { type Assessment, resultChoices, resultWords } from './assessment-words.js';
import { ResultBadge } from './result-badge.js';

const route = getRouteApi('/shell/assessments');
const PAGE = 100;
const FIRST_SORT = '-assessedAt';

type Query = NonNullable<paths['/api/v1/assessments']['get']['parameters']['query']>;

/** What was recommended for devices, and what people decided. */
export function AssessmentsPage() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/assessments' });
  const isPhone = useIsPhone();
  const change = (changed: Partial<AssessmentsSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), resetScroll: false });
  const columns = useMemo(() => columnsOf(), []);
  const chosen = useChosenColumns('assessments', columns);
  const { sort = FIRST_SORT, ...filter } = search;
  const asked = { ...filter, sort };
  const query = asked as Query;
  const list = useKeysetList({
    queryKey: ['assessments', query],
    load: (cursor, signal) =>
      answer(
        api.GET('/api/v1/assessments', { params: { query: { ...query, limit: PAGE, cursor } }, signal }),
      ),
  });
  const filters = [
    singleFilter({
      id: 'result',
      label: t('assess.result'),
      choices: resultChoices(),
      picked: search.result,
      nothingFound: t('assess.nothing'),
      onPick: (result) => change({ result }),
    }),
    singleFilter({
      id: 'recommendation',
      label: t('assess.recommendation'),
      choices: resultChoices(),
      picked: search.recommendation,
      nothingFound: t('assess.nothing'),
      onPick: (recommendation) => change({ recommendation }),
    }),
    singleFilter({
      id: 'overruled',
      label: t('assess.overruled'),
      choices: (['true', 'false'] as const).map((value) => ({
        value,
        label: t(`assess.overruled_${value}`),
      })),
      picked: search.overruled,
      nothingFound: t('assess.nothing'),
      onPick: (overruled) => change({ overruled }),
    }),
    singleFilter({
      id: 'hazard',
      label: t('assess.hazard'),
      choices: [{ value: 'swollen_battery', label: t('assess.swollen') }],
      picked: search.hazard,
      nothingFound: t('assess.nothing'),
      onPick: (hazard) => change({ hazard }),
    }),
    {
      id: 'rule',
      label: t('assess.rule'),
      words: search.rule,
      onClear: () => change({ rule: undefined }),
    },
  ];
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return (
    <Page
      title={t('assess.title')}
      about={t('assess.listAbout')}
      actions={
        <>
          <LinkButton to="/assessments/new" search={{}}>
            {t('assess.assess')}
          </LinkButton>
          <LinkButton to="/assessment-rules" variant="default">
            {t('assess.rules')}
          </LinkButton>
        </>
      }
    >
      <Stack gap="sm">
        <FilterChips filters={filters} onClearAll={() => void navigate({ search: { sort: search.sort } })} />
        <Group gap="xs" justify="flex-end" className="table-tools">
          {isPhone && <SortField columns={columns} sort={sort} onSort={(next) => change({ sort: next })} />}
          <ColumnMenu columns={columns} chosen={chosen} isCompact={isPhone} />
          <ListFiles path="/api/v1/assessments" names={{}} query={asked} isCompact={isPhone} />
        </Group>
      </Stack>
      <DataTable
        label={t('assess.title')}
        columns={columns}
        chosen={chosen}
        list={list}
        total={undefined}
        sort={sort}
        onSort={(next) => change({ sort: next })}
        selection={undefined}
        rows={{
          idOf: ({ id }) => id,
          nameOf: ({ deviceCode }) => deviceCode ?? '',
          onOpen: ({ id }) => void navigate({ to: '/assessments/$id', params: { id } }),
        }}
        empty={
          isFiltered ? (
            <Empty title={t('assess.nothing')} />
          ) : (
            <Empty title={t('assess.none')}>{t('assess.noneText')}</Empty>
          )
        }
      />
    </Page>
  );
}

function columnsOf(): TableColumn<Assessment>[] {
  return [
    {
      id: 'device',
      label: t('common.device'),
      width: 8,
      isAlways: true,
      onCard: 'title',
      cell: ({ id, deviceCode }) => (
        <Anchor
          fw={600}
          // The row has the focus, and Enter opens it.
          tabIndex={-1}
          renderRoot={(props) => <Link to="/assessments/$id" params={{ id }} {...props} />}
        >
          {deviceCode ?? t('devices.noTag')}
        </Anchor>
      ),
    },
    {
      id: 'result',
      label: t('assess.result'),
      width: 12,
      sort: 'result',
      onCard: 'badge',
      cell: (row) => <ResultBadge of={row} />,
    },
    {
      id: 'recommendation',
      label: t('assess.recommendation'),
      width: 10,
      isExtra: true,
      cell: ({ recommendation }) => resultWords(recommendation),
    },
    {
      id: 'assessedAt',
      label: t('assess.assessedAt'),
      width: 13,
      sort: 'assessedAt',
      onCard: 'line',
      cell: ({ assessedAt }) => when(assessedAt),
    },
    {
      id: 'model',
      label: t('field.model'),
      width: 13,
      onCard: 'line',
      cell: ({ manufacturer, deviceModel }) => `${manufacturer} ${deviceModel}`,
    },
    { id: 'site', label: t('field.site'), width: 12, onCard: 'line', cell: ({ siteName }) => siteName },
    { id: 'value', label: t('assess.value'), width: 8, cell: ({ valueCents }) => money(valueCents) },
    { id: 'repair', label: t('assess.repairCost'), width: 8, cell: ({ repairCents }) => money(repairCents) },
    {
      id: 'assessedBy',
      label: t('assess.assessedBy'),
      width: 10,
      isExtra: true,
      cell: ({ assessedByName }) => assessedByName,
    },
    { id: 'rule', label: t('assess.rule'), width: 12, isExtra: true, cell: ({ ruleId }) => ruleId },
    {
      id: 'serialNumber',
      label: t('assess.partSerial'),
      width: 9,
      isExtra: true,
      cell: ({ serialNumber }) => serialNumber,
    },
  ];
}
