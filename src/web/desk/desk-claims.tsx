import '../common/table/table.css';
import { Alert, Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useMemo, useState } from 'react';
import { api, answer } from '../api/client.js';
import { ClaimStateBadge } from '../claims/claim-card.js';
import { claimNumberColumn } from '../claims/clocks/claim-number.js';
import { LinkButton } from '../common/link-button.js';
import { ListFiles } from '../common/list-files.js';
import { Page } from '../common/page.js';
import { Empty } from '../common/states.js';
import { DataTable } from '../common/table/data-table.js';
import { FilterChips } from '../common/table/filter-chips.js';
import { SelectionBar } from '../common/table/selection-bar.js';
import { singleFilter } from '../common/table/single-filter.js';
import type { TableColumn } from '../common/table/table-column.js';
import { useChosenColumns } from '../common/table/use-chosen-columns.js';
import { useKeysetList } from '../common/table/use-keyset-list.js';
import { useSelection } from '../common/table/use-selection.js';
import { day } from '../common/words.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { type Answered, AnswerWindow, type Asked } from './answer-window.js';
import { deskDevice, type DeskClaim, stepsOf } from './desk-words.js';
import { DueTime } from './due-time.js';

const route = getRouteApi('/shell/');
const PAGE = 100;

/** What a vendor must answer: open claims, the most urgent first. */
export function DeskClaims() {
  const { district } = useSession();
  const { show = 'open', q } = route.useSearch();
  const navigate = useNavigate({ from: '/' });
  const query = {
    q,
    ...(show === 'open' ? { open: true } : {}),
    ...(show === 'late' ? { open: true, late: true } : {}),
  };
  const selection = useSelection(JSON.stringify(query));
  const columns = useMemo(deskColumns, []);
  const chosen = useChosenColumns('desk-claims', columns);
  const list = useKeysetList({
    queryKey: ['desk-claims', query],
    load: (cursor, signal) =>
      answer(
        api.GET('/api/v1/vendor/claims', { params: { query: { ...query, limit: PAGE, cursor } }, signal }),
      ),
  });
  const [answered, setAnswered] = useState<Answered>();
  const [asked, setAsked] = useState<Asked>();
  const picked = list.rows.filter(({ id }) => selection.has(id));
  const filter = singleFilter({
    id: 'show',
    label: t('desk.show'),
    choices: [
      { value: 'open', label: t('desk.showOpen') },
      { value: 'late', label: t('desk.showLate') },
      { value: 'all', label: t('desk.showAll') },
    ],
    picked: show,
    nothingFound: '',
    onPick: (value) => void navigate({ search: { q, show: value ?? 'all' } }),
  });
  return (
    <Page
      title={t('desk.title')}
      about={t('desk.about', { district: district.name })}
      actions={<ListFiles path="/api/v1/vendor/claims" names={{}} query={textsOf(query)} />}
    >
      <Group gap="sm" align="end">
        <Search q={q} onSearch={(text) => void navigate({ search: { show, q: text || undefined } })} />
        <FilterChips filters={[filter]} />
      </Group>
      {answered && <Outcome answered={answered} onClose={() => setAnswered(undefined)} />}
      <DataTable
        label={t('desk.title')}
        columns={columns}
        chosen={chosen}
        list={list}
        total={undefined}
        sort="clock"
        onSort={() => undefined}
        selection={selection}
        rows={{
          idOf: ({ id }) => id,
          nameOf: ({ number }) => number,
          onOpen: ({ id }) => void navigate({ to: '/desk/claims/$id', params: { id } }),
        }}
        empty={
          <Empty title={show === 'open' && !q ? t('desk.none') : t('desk.noneFits')}>
            <Text>{show === 'open' && !q ? t('desk.noneText') : t('claims.noneFitsText')}</Text>
          </Empty>
        }
      />
      <SelectionBar selection={selection} total={undefined}>
        {stepsOf(picked).map((step) => (
          <Button key={step} size="sm" onClick={() => setAsked(step)}>
            {t(`desk.do_${step}`)}
          </Button>
        ))}
        <Button size="sm" variant="default" onClick={() => setAsked('details')}>
          {t('desk.do_details')}
        </Button>
      </SelectionBar>
      {asked && (
        <AnswerWindow
          claims={picked}
          asked={asked}
          onDone={(result) => {
            setAsked(undefined);
            setAnswered(result);
            selection.clear();
            selection.add(result.refused.map(({ claim }) => claim.id));
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Page>
  );
}

function textsOf(query: Record<string, string | boolean | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, value === undefined ? value : String(value)]),
  );
}

function Search({ q = '', onSearch }: { q: string | undefined; onSearch: (text: string) => void }) {
  const [text, setText] = useState(q);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSearch(text.trim());
  };
  return (
    <form onSubmit={submit} role="search">
      <TextInput
        label={t('desk.search')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autoComplete="off"
        maxLength={100}
      />
    </form>
  );
}

/** How many claims were answered, and why the others were not. */
export function Outcome({
  answered: { done, refused },
  onClose,
}: {
  answered: Answered;
  onClose: () => void;
}) {
  return (
    <Alert
      color={refused.length > 0 ? 'orange' : 'green'}
      role={refused.length > 0 ? 'alert' : 'status'}
      title={done > 0 ? t('desk.answered', { count: done }) : undefined}
      withCloseButton
      closeButtonLabel={t('common.close')}
      onClose={onClose}
    >
      {refused.length > 0 && (
        <Stack gap={4}>
          <Text fw={600}>{t('claims.manyRefused', { count: refused.length })}</Text>
          {refused.map(({ claim: { id, number }, why }) => (
            <Text key={id}>
              <Anchor renderRoot={(props) => <Link to="/desk/claims/$id" params={{ id }} {...props} />}>
                {number}
              </Anchor>
              {': '}
              {why}
            </Text>
          ))}
        </Stack>
      )}
    </Alert>
  );
}

function deskColumns(): TableColumn<DeskClaim>[] {
  return [
    claimNumberColumn('/desk/claims/$id'),
    { id: 'due', label: t('claims.timeLeft'), width: 20, cell: (claim) => <DueTime claim={claim} /> },
    {
      id: 'state',
      label: t('claims.stateFilter'),
      width: 9,
      onCard: 'badge',
      cell: ({ state }) => <ClaimStateBadge state={state} />,
    },
    { id: 'device', label: t('claims.device'), width: 16, onCard: 'line', cell: deskDevice },
    {
      id: 'category',
      label: t('claims.category'),
      width: 8,
      onCard: 'line',
      cell: ({ category }) => t(`claims.category_${category}`),
    },
    { id: 'reference', label: t('desk.reference'), width: 8, cell: ({ reference }) => reference },
    { id: 'rma', label: t('desk.rma'), width: 7, cell: ({ rma }) => rma },
    { id: 'expectedOn', label: t('desk.expectedOn'), width: 7, cell: ({ expectedOn }) => day(expectedOn) },
  ];
}

/** The way back to all claims. */
export function ToClaims() {
  return (
    <LinkButton to="/" variant="default">
      {t('claims.allClaims')}
    </LinkButton>
  );
}
