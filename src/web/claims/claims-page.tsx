import '../common/table/table.css';
import './claims.css';
import { Group, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { ClaimsSearch } from '../app/searches.js';
import { decidesOnVendors, MAY_OPEN } from '../app/navigation.js';
import { LinkButton } from '../common/link-button.js';
import { ListFiles } from '../common/list-files.js';
import { Page } from '../common/page.js';
import { Empty } from '../common/states.js';
import { useIsPhone } from '../common/table/data-table.js';
import { FilterChips } from '../common/table/filter-chips.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { BoardColumn, ClaimCards, SelectAll, useClaims } from './claim-list.js';
import { type ClaimColumn, COLUMNS, STATES_OF } from './claim-words.js';
import { ClaimQueue, WITH_VENDOR } from './clocks/claim-queue.js';
import { ClaimsInBulk } from './in-bulk/claims-in-bulk.js';
import { type ClaimFilter, filterOf, useClaimFilters } from './use-claim-filters.js';
import { type SelectedClaims, useSelectedClaims } from './in-bulk/use-selected-claims.js';

const route = getRouteApi('/shell/claims');

/** Warranty claims by what has to be done next: a board, and on a phone a list. */
export function ClaimsPage() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/claims' });
  const session = useSession();
  const isPhone = useIsPhone();
  const change = (changed: Partial<ClaimsSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), resetScroll: false });
  const filters = useClaimFilters(search, change);
  const filter = useMemo(() => filterOf(search), [search]);
  const columns = COLUMNS.filter((column) => search.show === 'all' || column !== 'ended');
  const column = isPhone ? columns.find((one) => one === search.column) : undefined;
  const states = column ?? (search.show === 'all' ? undefined : 'open');
  const selected = useSelectedClaims(JSON.stringify([filter, search.show, column]));
  const isQueue = search.view === 'clock';
  const inFile = isQueue
    ? { state: WITH_VENDOR.join(','), sort: 'clock' }
    : states === 'open'
      ? { open: 'true' }
      : states && { state: STATES_OF[states].join(',') };
  return (
    <Page
      title={t('claims.title')}
      about={isQueue ? t('claims.queue') : t('claims.about')}
      actions={
        <>
          <ListFiles path="/api/v1/claims" names={{}} query={{ ...filter, ...inFile }} />
          <LinkButton to="/claims/replies" variant="default">
            {t('replies.link')}
          </LinkButton>
          {decidesOnVendors(session) && (
            <LinkButton to="/claim-batches" variant="default">
              {t('batches.title')}
            </LinkButton>
          )}
          <LinkButton to="/claims/new">{t('claims.start')}</LinkButton>
        </>
      }
    >
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t('claims.view')}
          value={isQueue ? 'clock' : 'board'}
          onChange={(view) => change({ view: view === 'clock' ? view : undefined })}
          data={[
            { value: 'board', label: t('claims.viewBoard') },
            { value: 'clock', label: t('claims.viewClock') },
          ]}
          w="fit-content"
        />
        <FilterChips
          filters={isQueue ? filters.filter(({ id }) => id !== 'show') : filters}
          onClearAll={() => void navigate({ search: { column: search.column, view: search.view } })}
        />
        {isPhone && !isQueue && (
          <ColumnField columns={columns} column={column} onChange={(next) => change({ column: next })} />
        )}
      </Stack>
      {isQueue && <ClaimQueue filter={filter} />}
      {!isQueue && (
        <ClaimsInBulk selected={selected}>
          <AnyClaims search={search}>
            {isPhone ? (
              <PhoneList column={column} isAll={search.show === 'all'} filter={filter} selected={selected} />
            ) : (
              <div className="claim-board wide">
                {columns.map((one) => (
                  <BoardColumn key={one} column={one} filter={filter} selected={selected} />
                ))}
              </div>
            )}
          </AnyClaims>
        </ClaimsInBulk>
      )}
    </Page>
  );
}

function ColumnField({
  columns,
  column,
  onChange,
}: {
  columns: readonly ClaimColumn[];
  column: ClaimColumn | undefined;
  onChange: (column: string | undefined) => void;
}) {
  return (
    <NativeSelect
      label={t('claims.stateFilter')}
      size="md"
      data={[
        { value: '', label: columns.includes('ended') ? t('claims.stateAllEnded') : t('claims.stateAll') },
        ...columns.map((value) => ({ value, label: t(`claims.column_${value}`) })),
      ]}
      value={column ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}

/** On a phone: the claims of one state, or of all. */
function PhoneList({
  column,
  isAll,
  filter,
  selected,
}: {
  column: ClaimColumn | undefined;
  isAll: boolean;
  filter: ClaimFilter;
  selected: SelectedClaims;
}) {
  const states = column ? { state: [...STATES_OF[column]] } : isAll ? {} : { open: true };
  const list = useClaims({ ...filter, ...states });
  return (
    <Stack gap="sm">
      <SelectAll rows={list.rows} selected={selected} label={t('claims.selectListed')} shown />
      <ClaimCards
        list={list}
        selected={selected}
        showsState={column === undefined ? true : undefined}
        empty={<Empty title={t('claims.columnEmpty')}>{t('claims.noneFitsText')}</Empty>}
      />
    </Stack>
  );
}

/** The claims, or what to do where there are none. */
function AnyClaims({ search, children }: { search: ClaimsSearch; children: ReactNode }) {
  const filter = filterOf(search);
  const isAll = search.show === 'all';
  const list = useClaims({ ...filter, ...(isAll ? {} : { open: true }) }, 1);
  if (list.rows.length > 0 || list.isLoading || list.error) return <>{children}</>;
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  if (isFiltered) return <Empty title={t('claims.noneFits')}>{t('claims.noneFitsText')}</Empty>;
  return <NoClaims title={isAll ? t('claims.none') : t('claims.noneOpen')} />;
}

function NoClaims({ title }: { title: string }) {
  const scans = MAY_OPEN['/scan'](useSession());
  return (
    <Empty title={title}>
      <Text mb="sm">{t('claims.noneText')}</Text>
      <Group justify="center" gap="xs">
        {scans && <LinkButton to="/scan">{t('claims.scan')}</LinkButton>}
        <LinkButton to="/devices" variant="default">
          {t('claims.devices')}
        </LinkButton>
      </Group>
    </Empty>
  );
}
