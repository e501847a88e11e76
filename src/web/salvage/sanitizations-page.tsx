import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { Empty } from '../common/states.js';
import { FilteredTable } from '../common/table/filtered-table.js';
import type { TableColumn } from '../common/table/table-column.js';
import { when } from '../common/words.js';
import { t } from '../text/text.js';
import { columnsOfDevice } from './device-columns.js';
import { OutcomeBadge } from './outcome-badge.js';
import type { Sanitization } from './sanitization-words.js';

const route = getRouteApi('/shell/sanitizations');

/** How the data on devices was removed: one row for each device. */
export function SanitizationsPage() {
  const navigate = useNavigate({ from: '/sanitizations' });
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
      <FilteredTable
        name="sanitizations"
        label={t('salvage.wiped')}
        path="/api/v1/sanitizations"
        load={(query, signal) => answer(api.GET('/api/v1/sanitizations', { params: { query }, signal }))}
        columnsOf={columnsOf}
        search={route.useSearch()}
        onSearch={(changed) =>
          void navigate({ search: (before) => ({ ...before, ...changed }), resetScroll: false })
        }
        firstSort="-doneAt"
        filters={[
          {
            id: 'result',
            label: t('salvage.result'),
            choices: (['completed', 'failed'] as const).map((value) => ({
              value,
              label: t(`salvage.result_${value}`),
            })),
          },
          {
            id: 'method',
            label: t('salvage.method'),
            choices: (['purge', 'clear', 'destroy', 'none'] as const).map((value) => ({
              value,
              label: t(`salvage.method_${value}`),
            })),
          },
        ]}
        nothingFound={t('salvage.wipedNothing')}
        rows={{
          idOf: ({ id, deviceId }) => `${id} ${deviceId}`,
          nameOf: ({ deviceCode }) => deviceCode ?? '',
          onOpen: ({ id }) => void navigate({ to: '/sanitizations/$id', params: { id } }),
        }}
        empty={(isFiltered) =>
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
  const { device, model, site, serialNumber } = columnsOfDevice<Sanitization>('/sanitizations/$id');
  return [
    device,
    {
      id: 'outcome',
      label: t('salvage.method'),
      width: 13,
      onCard: 'badge',
      cell: (row) => <OutcomeBadge of={row} />,
    },
    {
      id: 'technique',
      label: t('salvage.technique'),
      width: 13,
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
      width: 12,
      sort: 'doneAt',
      cell: ({ doneAt }) => when(doneAt),
    },
    {
      id: 'doneBy',
      label: t('salvage.doneBy'),
      width: 10,
      isExtra: true,
      cell: ({ doneByName }) => doneByName,
    },
    model,
    site,
    serialNumber,
    {
      id: 'verifiedBy',
      label: t('salvage.verifiedBy'),
      width: 11,
      isExtra: true,
      cell: ({ verifiedBy }) => verifiedBy,
    },
  ];
}
