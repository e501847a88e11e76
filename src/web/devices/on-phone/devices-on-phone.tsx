import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { NothingSaved } from '../../common/nothing-saved.js';
import { OfflineCopy } from '../../common/offline-copy.js';
import { Empty, Loading } from '../../common/states.js';
import { DataTable } from '../../common/table/data-table.js';
import type { TableColumn } from '../../common/table/table-column.js';
import { number, word } from '../../common/words.js';
import type { FieldDevice } from '../../journal/database.js';
import { useSiteName } from '../../journal/site-names.js';
import { useFullSites } from '../../journal/use-full-sites.js';
import { t } from '../../text/text.js';
import { nameOfDevice } from '../device-names.js';
import type { DevicesFilter } from '../device-search.js';
import { sharedColumns } from '../shared-columns.js';
import { asksMore, useKeptDevices } from './kept-devices.js';

/** Without a connection: the devices that this phone or computer has saved, as far as it can filter them. */
export function DevicesOnPhone({ filter, onRetry }: { filter: DevicesFilter; onRetry: () => void }) {
  const sites = useFullSites();
  const siteName = useSiteName();
  if (!sites) return <Loading />;
  const { full, isAll } = sites;
  const lacking = filter.site?.find((site) => !full.includes(site));
  if (full.length === 0 || lacking !== undefined)
    return (
      <OfflineCopy onRetry={onRetry}>
        <NothingSaved site={full.length === 0 ? undefined : lacking && siteName(lacking)} />
      </OfflineCopy>
    );
  const missing = [
    isAll ? t('devices.offlineSites') : t('devices.offlineSome', { sites: full.map(siteName).join(', ') }),
    asksMore(filter) && t('devices.offlineFilters'),
  ];
  return (
    <OfflineCopy onRetry={onRetry} missing={missing.filter(Boolean).join(' ')}>
      <KeptDevices filter={filter} />
    </OfflineCopy>
  );
}

function KeptDevices({ filter }: { filter: DevicesFilter }) {
  const navigate = useNavigate();
  const siteName = useSiteName();
  const devices = useKeptDevices(filter);
  const columns = useMemo(() => columnsOf(siteName), [siteName]);
  if (!devices) return <Loading />;
  return (
    <>
      <Text fw={600} role="status">
        {t('devices.total', { number: number(devices.length), count: devices.length })}
      </Text>
      <DataTable
        label={t('devices.title')}
        columns={columns}
        chosen={{ shown: columns, isShown: () => true, onToggle: () => undefined, onReset: undefined }}
        list={{ ...WHOLE, rows: devices }}
        total={devices.length}
        sort={undefined}
        onSort={() => undefined}
        selection={undefined}
        rows={{
          idOf: ({ id }) => id,
          nameOf: nameOfDevice,
          onOpen: ({ id }) => void navigate({ to: '/devices/$id', params: { id } }),
        }}
        empty={<Empty title={t('devices.nothing')}>{t('devices.nothingText')}</Empty>}
      />
    </>
  );
}

/** All rows are there: nothing is loaded later. */
const WHOLE = {
  isLoading: false,
  isStale: false,
  error: null,
  hasMore: false,
  isBusy: false,
  hasFailedMore: false,
  loadMore: () => undefined,
  retry: () => undefined,
};

function columnsOf(siteName: (code: string) => string): TableColumn<FieldDevice>[] {
  const { assetTag, serialNumber, status, room, cart } = sharedColumns<FieldDevice>();
  return [
    assetTag,
    serialNumber,
    {
      id: 'model',
      label: t('field.model'),
      width: 14,
      onCard: 'line',
      cell: ({ model, kind }) => model ?? word('kind', kind),
    },
    status,
    { id: 'site', label: t('field.site'), width: 13, onCard: 'line', cell: ({ site }) => siteName(site) },
    room,
    cart,
  ];
}
