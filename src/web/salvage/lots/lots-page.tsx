import './lots.css';
import { Text } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, answer } from '../../api/client.js';
import { MAY_OPEN } from '../../app/navigation.js';
import { LinkButton } from '../../common/link-button.js';
import { Page } from '../../common/page.js';
import { Empty } from '../../common/states.js';
import { FilteredTable } from '../../common/table/filtered-table.js';
import type { TableColumn } from '../../common/table/table-column.js';
import { RowLink } from '../../common/text-link.js';
import { number, when } from '../../common/words.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import { WasteOnHand } from '../waste/waste-on-hand.js';
import { DueText, LotStateBadge } from './lot-badges.js';
import { dueWords, type LotRow, routeChoices, STATES, titleOf, wasteClock } from './lot-words.js';

const route = getRouteApi('/shell/lots');

/** Devices that leave together: what is collected, what is approved, and what is still owed. */
export function LotsPage() {
  const session = useSession();
  const navigate = useNavigate({ from: '/lots' });
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
      <WasteOnHand />
      <FilteredTable
        name="lots"
        label={t('lots.title')}
        path="/api/v1/lots"
        load={(query, signal) => answer(api.GET('/api/v1/lots', { params: { query }, signal }))}
        columnsOf={columnsOf}
        search={route.useSearch()}
        onSearch={(changed) =>
          void navigate({ search: (before) => ({ ...before, ...changed }), resetScroll: false })
        }
        firstSort="-number"
        filters={[
          {
            id: 'state',
            label: t('lots.state'),
            choices: STATES.map((value) => ({ value, label: t(`lots.state_${value}`) })),
          },
          { id: 'route', label: t('lots.route'), choices: routeChoices() },
        ]}
        nothingFound={t('lots.nothing')}
        rows={{
          idOf: ({ id }) => id,
          nameOf: titleOf,
          onOpen: ({ id }) => void navigate({ to: '/lots/$id', params: { id } }),
        }}
        empty={(isFiltered) =>
          isFiltered ? <Empty title={t('lots.nothing')}>{t('lots.nothingText')}</Empty> : <NoLots />
        }
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
      width: 17,
      sort: 'number',
      isAlways: true,
      onCard: 'title',
      inFile: ['number', 'name'],
      cell: (lot) => (
        <RowLink to="/lots/$id" params={{ id: lot.id }}>
          {titleOf(lot)}
        </RowLink>
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
      width: 11,
      onCard: 'line',
      cell: ({ route: by }) => t(`lots.route_${by}`),
    },
    {
      id: 'recipient',
      label: t('lots.recipient'),
      width: 9,
      onCard: 'line',
      cell: ({ recipientName }) => recipientName,
    },
    {
      id: 'devices',
      label: t('lots.devices'),
      width: 7,
      isNumber: true,
      cell: ({ devices }) => number(devices),
    },
    {
      id: 'nextDueOn',
      label: t('lots.nextDue'),
      width: 18,
      inFile: ['obligationsOpen', 'nextDueOn', 'wasteSince'],
      // The clock of waste ends with the pick-up, and papers are owed from then on.
      cell: (lot) => due(wasteClock(lot) ?? dueWords(lot.nextDueOn)),
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
