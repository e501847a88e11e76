import '../../common/table/table.css';
import { Group, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ColumnMenu } from '../../common/table/column-menu.js';
import { DataTable, useIsPhone } from '../../common/table/data-table.js';
import type { TableColumn } from '../../common/table/table-column.js';
import { useChosenColumns } from '../../common/table/use-chosen-columns.js';
import { Empty } from '../../common/states.js';
import { day, when } from '../../common/words.js';
import { t } from '../../text/text.js';
import { ClaimStateBadge } from '../claim-card.js';
import { useClaims } from '../claim-list.js';
import { type Claim, deviceWords } from '../claim-words.js';
import { DueNote } from '../deadlines/due-note.js';
import type { ClaimFilter } from '../use-claim-filters.js';
import { ClaimClock } from './claim-clock.js';
import { claimNumberColumn } from './claim-number.js';

/** States in which the vendor has the claim. */
export const WITH_VENDOR = ['sent', 'acknowledged', 'in_progress', 'waiting'] as const;

/** Claims that a vendor has, the most urgent first. */
export function ClaimQueue({ filter }: { filter: ClaimFilter }) {
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const columns = useMemo(queueColumns, []);
  const chosen = useChosenColumns('claim-queue', columns);
  const list = useClaims({ ...filter, state: [...WITH_VENDOR], sort: 'clock' });
  return (
    <>
      <Group gap="xs" justify="flex-end" className="table-tools">
        <ColumnMenu columns={columns} chosen={chosen} isCompact={isPhone} />
      </Group>
      <DataTable
        label={t('claims.title')}
        columns={columns}
        chosen={chosen}
        list={list}
        total={undefined}
        sort="clock"
        onSort={() => undefined}
        selection={undefined}
        rows={{
          idOf: ({ id }) => id,
          nameOf: ({ number }) => number,
          onOpen: ({ id }) => void navigate({ to: '/claims/$id', params: { id } }),
        }}
        empty={
          <Empty title={t('claims.queueNone')}>
            <Text>{t('claims.queueNoneText')}</Text>
          </Empty>
        }
      />
    </>
  );
}

function queueColumns(): TableColumn<Claim>[] {
  return [
    claimNumberColumn('/claims/$id'),
    { id: 'clock', label: t('claims.timeLeft'), width: 9, cell: (claim) => <ClaimClock claim={claim} /> },
    {
      id: 'level',
      label: t('claims.level'),
      width: 5,
      isNumber: true,
      cell: ({ escalationLevel }) => escalationLevel,
    },
    {
      id: 'state',
      label: t('claims.stateFilter'),
      width: 9,
      onCard: 'badge',
      cell: ({ state }) => <ClaimStateBadge state={state} />,
    },
    {
      id: 'dueOn',
      label: t('claimWork.dueColumn'),
      width: 11,
      cell: (claim) => <DueNote claim={claim} />,
    },
    { id: 'vendor', label: t('claims.vendor'), width: 9, cell: ({ vendorName }) => vendorName },
    {
      id: 'category',
      label: t('claims.category'),
      width: 9,
      onCard: 'line',
      cell: ({ category }) => t(`claims.category_${category}`),
    },
    { id: 'device', label: t('claims.device'), width: 12, onCard: 'line', cell: deviceWords },
    { id: 'site', label: t('claims.site'), width: 10, onCard: 'line', cell: ({ siteName }) => siteName },
    { id: 'sentAt', label: t('claims.sentAt'), width: 8, isExtra: true, cell: ({ sentAt }) => when(sentAt) },
    {
      id: 'expectedOn',
      label: t('claims.expectedOn'),
      width: 7,
      isExtra: true,
      cell: ({ expectedOn }) => day(expectedOn),
    },
    {
      id: 'reference',
      label: t('claims.reference'),
      width: 8,
      isExtra: true,
      cell: ({ reference }) => reference,
    },
  ];
}
