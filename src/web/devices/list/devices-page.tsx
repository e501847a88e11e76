import { Button, Group, Stack, Text } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { DevicesSearch } from '../../app/searches.js';
import { LinkButton } from '../../common/link-button.js';
import { Page } from '../../common/page.js';
import { Empty } from '../../common/states.js';
import { ColumnMenu } from '../../common/table/column-menu.js';
import { DataTable, useIsPhone } from '../../common/table/data-table.js';
import { FilterChips } from '../../common/table/filter-chips.js';
import { SearchField } from '../../common/table/search-field.js';
import { SortField } from '../../common/table/sort-field.js';
import { totalWords } from '../../common/table/total.js';
import { useChosenColumns } from '../../common/table/use-chosen-columns.js';
import { useSelection } from '../../common/table/use-selection.js';
import { useTypedScanner } from '../../scan/use-typed-scanner.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import { nameOfDevice } from '../device-names.js';
import { deviceColumns } from './device-columns.js';
import { DeviceFiles } from './device-files.js';
import { filterOf } from '../device-search.js';
import { DevicesOnPhone } from '../on-phone/devices-on-phone.js';
import { DeviceSelectionBar } from './device-selection-bar.js';
import { useDeviceFilters } from './use-device-filters.js';
import { type DeviceSort, useDeviceList } from './use-device-list.js';

const route = getRouteApi('/shell/devices');
const FIRST_SORT = '-inServiceOn';

/** Find devices: by what is on them, by model, by place, by who has them; then open one, or do something with many. */
export function DevicesPage() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/devices' });
  const session = useSession();
  const isPhone = useIsPhone();
  useTypedScanner((code) => void navigate({ to: '/d/$code', params: { code } }));
  const change = (changed: Partial<DevicesSearch>, replace = false): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace, resetScroll: false });
  const filters = useDeviceFilters(search, change);
  const showsPeople = may(session, 'people:read');
  const columns = useMemo(() => deviceColumns(showsPeople), [showsPeople]);
  const chosen = useChosenColumns('devices', columns);
  const filter = useMemo(() => filterOf(search), [search]);
  const sort = (search.sort ?? FIRST_SORT) as DeviceSort;
  const { list, total } = useDeviceList(filter, sort, chosen.isShown('person'));
  const selection = useSelection(JSON.stringify(filter));
  const edits = may(session, 'devices:edit');
  const selects = edits || may(session, 'salvage:edit');
  const clearAll = (): void => void navigate({ search: { sort: search.sort, status: 'all' } });
  return (
    <Page
      title={t('devices.title')}
      actions={edits && <LinkButton to="/devices/new">{t('devices.add')}</LinkButton>}
    >
      <Stack gap="sm">
        <SearchField
          label={t('devices.search')}
          placeholder={t('devices.searchHint')}
          value={search.q ?? ''}
          shortest={3}
          onChange={(q) => change({ q: q || undefined }, true)}
        />
        <FilterChips filters={filters} onClearAll={clearAll} />
        <Group gap="xs" className="table-tools">
          <Text fw={600} role="status" mr="auto" className="table-total">
            {total && !list.error && t('devices.total', { number: totalWords(total), count: total.count })}
          </Text>
          {isPhone && <SortField columns={columns} sort={sort} onSort={(next) => change({ sort: next })} />}
          <ColumnMenu columns={columns} chosen={chosen} isCompact={isPhone} />
          <DeviceFiles filter={filter} sort={sort} columns={chosen.shown} isCompact={isPhone} />
        </Group>
      </Stack>
      <DataTable
        label={t('devices.title')}
        columns={columns}
        chosen={chosen}
        list={list}
        total={total && !total.isMore ? total.count : undefined}
        sort={sort}
        onSort={(next) => change({ sort: next })}
        selection={selects ? selection : undefined}
        rows={{
          idOf: ({ id }) => id,
          nameOf: nameOfDevice,
          onOpen: ({ id }) => void navigate({ to: '/devices/$id', params: { id } }),
        }}
        offline={<DevicesOnPhone filter={filter} onRetry={list.retry} />}
        empty={<NothingFound search={search} onAll={() => change({ status: 'all' })} onClear={clearAll} />}
      />
      {selects && (
        <DeviceSelectionBar
          selection={selection}
          total={total}
          search={search}
          sort={sort}
          rows={list.rows}
        />
      )}
    </Page>
  );
}

function NothingFound({
  search,
  onAll,
  onClear,
}: {
  search: DevicesSearch;
  onAll: () => void;
  onClear: () => void;
}) {
  const { status, sort: _, ...others } = search;
  return (
    <Empty title={t('devices.nothing')}>
      <Text mb="sm">{t('devices.nothingText')}</Text>
      <Group justify="center">
        {status === undefined && (
          <Button variant="default" onClick={onAll}>
            {t('devices.includeGone')}
          </Button>
        )}
        {Object.keys(others).length > 0 && (
          <Button variant="default" onClick={onClear}>
            {t('table.filtersClear')}
          </Button>
        )}
      </Group>
    </Empty>
  );
}
