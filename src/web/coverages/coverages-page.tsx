import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, answer } from '../api/client.js';
import { decidesOnVendors } from '../app/navigation.js';
import type { CoveragesSearch } from '../app/searches.js';
import { LinkButton } from '../common/link-button.js';
import { ListFiles } from '../common/list-files.js';
import { Page } from '../common/page.js';
import { Empty, Loading } from '../common/states.js';
import { ColumnMenu } from '../common/table/column-menu.js';
import { DataTable, useIsPhone } from '../common/table/data-table.js';
import { FilterChips } from '../common/table/filter-chips.js';
import { SortField } from '../common/table/sort-field.js';
import { useChosenColumns } from '../common/table/use-chosen-columns.js';
import { useKeysetList } from '../common/table/use-keyset-list.js';
import { importKindsOf } from '../imports/import-kinds.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { coverageColumns } from './coverage-columns.js';
import { askedOf, type CoverageQuery, isOnlyCurrent, useCoverageFilters } from './use-coverage-filters.js';

const route = getRouteApi('/shell/coverages');
const PAGE = 100;
const FIRST_SORT = 'endsOn';

/** Every warranty and contract on devices: what ends when, of which vendor and where. */
export function CoveragesPage() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/coverages' });
  const session = useSession();
  const isPhone = useIsPhone();
  const change = (changed: Partial<CoveragesSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), resetScroll: false });
  const filters = useCoverageFilters(search, change);
  const columns = useMemo(() => coverageColumns(), []);
  const chosen = useChosenColumns('coverages', columns);
  const { sort = FIRST_SORT, ...filter } = search;
  const isCurrent = isOnlyCurrent(search);
  const asked = askedOf({ ...filter, sort });
  const query = asked as CoverageQuery;
  const list = useKeysetList({
    queryKey: ['coverages', query],
    load: (cursor, signal) =>
      answer(api.GET('/api/v1/coverages', { params: { query: { ...query, limit: PAGE, cursor } }, signal })),
  });
  const clearAll = (): void => void navigate({ search: { sort: search.sort } });
  const { show: _, ...chosenFilters } = filter;
  const isFiltered = Object.values(chosenFilters).some((value) => value !== undefined);
  return (
    <Page
      title={t('coverage.title')}
      about={t('coverage.about')}
      actions={
        <>
          <LinkButton to="/incident-pools" variant="default">
            {t('pools.link')}
          </LinkButton>
          {decidesOnVendors(session) && (
            <>
              <LinkButton to="/coverage-rules" variant="default">
                {t('rules.link')}
              </LinkButton>
              <LinkButton to="/coverages/look-ups" variant="default">
                {t('lookUps.open')}
              </LinkButton>
            </>
          )}
        </>
      }
    >
      <Stack gap="sm">
        <FilterChips filters={filters} onClearAll={clearAll} />
        <Group gap="xs" justify="flex-end" className="table-tools">
          {isPhone && <SortField columns={columns} sort={sort} onSort={(next) => change({ sort: next })} />}
          <ColumnMenu columns={columns} chosen={chosen} isCompact={isPhone} />
          <ListFiles path="/api/v1/coverages" names={{}} query={asked} isCompact={isPhone} />
        </Group>
      </Stack>
      <DataTable
        label={t('coverage.title')}
        columns={columns}
        chosen={chosen}
        list={list}
        total={undefined}
        sort={sort}
        onSort={(next) => change({ sort: next })}
        selection={undefined}
        rows={{
          idOf: ({ id }) => id,
          nameOf: ({ deviceCode, vendorName }) => `${deviceCode ?? ''} ${vendorName}`,
          onOpen: ({ deviceId }) => void navigate({ to: '/devices/$id', params: { id: deviceId } }),
        }}
        empty={isFiltered ? <NothingFound /> : isCurrent ? <NothingCurrent /> : <NothingYet />}
      />
    </Page>
  );
}

function NothingFound() {
  return (
    <Empty title={t('coverage.nothing')}>
      <Text mb="sm">{t('coverage.nothingText')}</Text>
      <LinkButton to="/coverages" search={{}} variant="default">
        {t('table.filtersClear')}
      </LinkButton>
    </Empty>
  );
}

/** Without any filter: there may be some that have ended. */
function NothingCurrent() {
  const { data } = useQuery({
    queryKey: ['coverages', 'any'],
    queryFn: () => answer(api.GET('/api/v1/coverages', { params: { query: { limit: 1 } } })),
  });
  if (!data) return <Loading />;
  if (data.items.length === 0) return <NothingYet />;
  return (
    <Empty title={t('coverage.nothingCurrent')}>
      <Text mb="sm">{t('coverage.nothingCurrentText')}</Text>
      <LinkButton to="/coverages" search={{ show: 'all' }} variant="default">
        {t('coverage.showEnded')}
      </LinkButton>
    </Empty>
  );
}

function NothingYet() {
  const imports = importKindsOf(useSession()).includes('coverages');
  return (
    <Empty title={t('coverage.empty')}>
      <Text mb="sm">{imports ? t('coverage.emptyText') : t('coverage.emptyTextDevices')}</Text>
      <Group justify="center" gap="xs">
        <LinkButton to="/devices">{t('coverage.goToDevices')}</LinkButton>
        {imports && (
          <LinkButton to="/imports/new" search={{ kind: 'coverages' }} variant="default">
            {t('coverage.importFile')}
          </LinkButton>
        )}
      </Group>
    </Empty>
  );
}
