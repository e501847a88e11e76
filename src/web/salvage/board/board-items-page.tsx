import { Text } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, answer } from '../../api/client.js';
import type { Shape } from '../../api/problem.js';
import { LinkButton } from '../../common/link-button.js';
import { Page } from '../../common/page.js';
import { Empty } from '../../common/states.js';
import { FilteredTable } from '../../common/table/filtered-table.js';
import type { TableColumn } from '../../common/table/table-column.js';
import { RowLink } from '../../common/text-link.js';
import { day, number } from '../../common/words.js';
import { t } from '../../text/text.js';
import { decisionChoices, voteWords } from './board-words.js';
import { DecisionBadge } from './decision-badge.js';

const route = getRouteApi('/shell/board-items');

type Row = Shape<'BoardItemView'>;

/** What the board decides about devices that leave. */
export function BoardItemsPage() {
  const navigate = useNavigate({ from: '/board-items' });
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
      <FilteredTable
        name="board-items"
        label={t('boardItems.title')}
        path="/api/v1/board-items"
        load={(query, signal) => answer(api.GET('/api/v1/board-items', { params: { query }, signal }))}
        columnsOf={columnsOf}
        search={route.useSearch()}
        onSearch={(changed) =>
          void navigate({ search: (before) => ({ ...before, ...changed }), resetScroll: false })
        }
        firstSort="-meetingOn"
        filters={[{ id: 'decision', label: t('boardItems.decision'), choices: decisionChoices() }]}
        nothingFound={t('boardItems.nothing')}
        rows={{
          idOf: ({ id }) => id,
          nameOf: ({ title }) => title,
          onOpen: ({ id }) => void navigate({ to: '/board-items/$id', params: { id } }),
        }}
        empty={(isFiltered) =>
          isFiltered ? (
            <Empty title={t('boardItems.nothing')}>{t('lots.nothingText')}</Empty>
          ) : (
            <Empty title={t('boardItems.none')}>
              <Text mb="sm">{t('boardItems.noneText')}</Text>
              <LinkButton to="/board-items/new" search={{}}>
                {t('boardItems.new')}
              </LinkButton>
            </Empty>
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
      width: 18,
      isAlways: true,
      onCard: 'title',
      inFile: ['number', 'title'],
      cell: ({ id, number: itemNumber, title }) => (
        <RowLink to="/board-items/$id" params={{ id }}>
          {t('boardItems.titleOf', { number: itemNumber, title })}
        </RowLink>
      ),
    },
    {
      id: 'decision',
      label: t('boardItems.decision'),
      width: 11,
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
