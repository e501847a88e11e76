import type { TableColumn } from '../common/table/table-column.js';
import { RowLink } from '../common/text-link.js';
import { day } from '../common/words.js';
import { t } from '../text/text.js';
import { CoverageBadge } from './coverage-badge.js';
import { type Coverage, leftWords, sourceWords } from './coverage-words.js';

/** The columns of the list of coverages. */
export function coverageColumns(): TableColumn<Coverage>[] {
  return [
    {
      id: 'device',
      label: t('coverage.device'),
      width: 8,
      isAlways: true,
      onCard: 'title',
      cell: ({ deviceId, deviceCode }) => (
        <RowLink to="/devices/$id" params={{ id: deviceId }}>
          {deviceCode ?? t('devices.noTag')}
        </RowLink>
      ),
    },
    {
      id: 'state',
      label: t('coverage.state'),
      width: 11,
      onCard: 'badge',
      cell: ({ state }) => <CoverageBadge state={state} size="md" />,
    },
    {
      id: 'endsOn',
      label: t('coverage.lastOn'),
      width: 7,
      sort: 'endsOn',
      cell: ({ lastOn }) => day(lastOn),
    },
    { id: 'vendor', label: t('coverage.vendor'), width: 9, cell: ({ vendorName }) => vendorName },
    {
      id: 'kind',
      label: t('coverage.kind'),
      width: 13,
      onCard: 'line',
      cell: ({ kind }) => t(`coverage.kind_${kind}`),
    },
    {
      id: 'model',
      label: t('field.model'),
      width: 13,
      onCard: 'line',
      cell: ({ deviceModel }) => deviceModel,
    },
    { id: 'site', label: t('field.site'), width: 12, onCard: 'line', cell: ({ siteName }) => siteName },
    ...extraColumns(),
  ];
}

function extraColumns(): TableColumn<Coverage>[] {
  return [
    {
      id: 'startsOn',
      label: t('coverage.startsOn'),
      width: 7,
      isExtra: true,
      cell: ({ startsOn }) => day(startsOn),
    },
    {
      id: 'serviceLevel',
      label: t('coverage.serviceLevel'),
      width: 9,
      isExtra: true,
      cell: ({ serviceLevel }) => serviceLevel && t(`coverage.serviceLevel_${serviceLevel}`),
    },
    {
      id: 'contractNumber',
      label: t('coverage.contractNumber'),
      width: 10,
      isExtra: true,
      cell: ({ contractNumber }) => contractNumber,
    },
    {
      id: 'pool',
      label: t('pools.shared'),
      width: 12,
      isExtra: true,
      cell: ({ pool }) => pool && leftWords(pool),
    },
    { id: 'source', label: t('coverage.source'), width: 14, isExtra: true, cell: sourceWords },
  ];
}
