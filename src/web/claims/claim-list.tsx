import { Button, Center, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { api, answer } from '../api/client.js';
import { PrintedPart } from '../common/printed-part.js';
import { Failed, Loading } from '../common/states.js';
import { type KeysetList, useKeysetList } from '../common/table/use-keyset-list.js';
import { totalWords } from '../common/table/total.js';
import { t } from '../text/text.js';
import { ClaimCard } from './claim-card.js';
import { type Claim, type ClaimColumn, STATES_OF } from './claim-words.js';
import type { ClaimFilter, ClaimQuery } from './use-claim-filters.js';
import type { SelectedClaims } from './in-bulk/use-selected-claims.js';

const PAGE = 100;

/** The claims that a filter leaves, newest first. @param limit how many of them are read at a time */
export function useClaims(query: ClaimQuery, limit = PAGE): KeysetList<Claim> {
  return useKeysetList({
    queryKey: ['claims', query, limit],
    load: (cursor, signal) =>
      answer(api.GET('/api/v1/claims', { params: { query: { ...query, limit, cursor } }, signal })),
  });
}

/** How many claims there are; the part that is loaded, with a `+`, where there are more. */
function countOf({ rows, hasMore }: KeysetList<Claim>): string {
  return totalWords({ count: rows.length, isMore: hasMore });
}

/** One column of the board. */
export function BoardColumn({
  column,
  filter,
  selected,
}: {
  column: ClaimColumn;
  filter: ClaimFilter;
  selected: SelectedClaims | undefined;
}) {
  const list = useClaims({ ...filter, state: [...STATES_OF[column]] });
  const label = t(`claims.column_${column}`);
  const id = `claims-${column}`;
  return (
    <section aria-labelledby={id} className="claim-column" data-stale={list.isStale || undefined}>
      <Group gap="xs" wrap="nowrap" mb="xs" mih={28}>
        {selected && (
          <SelectAll
            rows={list.rows}
            selected={selected}
            label={t('claims.selectColumn', { column: label })}
          />
        )}
        <Title order={2} size="h6" id={id}>
          {label}
        </Title>
        {!list.isLoading && !list.error && (
          <Text
            c="dimmed"
            ml="auto"
            pr={4}
            aria-label={t('claims.columnCount', { count: countOf(list), column: label })}
            role="img"
          >
            {countOf(list)}
          </Text>
        )}
      </Group>
      <ClaimCards
        list={list}
        selected={selected}
        empty={
          <Text c="dimmed" size="sm">
            {t('claims.columnEmpty')}
          </Text>
        }
      />
    </section>
  );
}

/** Selects all claims that are listed, or none of them. */
export function SelectAll({
  rows,
  selected,
  label,
  shown = false,
}: {
  rows: readonly Claim[];
  selected: SelectedClaims;
  label: string;
  /** The label stands beside the box, and is not only read to people who do not see the page. */
  shown?: boolean;
}) {
  if (rows.length === 0) return null;
  const marked = rows.filter(({ id }) => selected.has(id)).length;
  const isAll = marked === rows.length;
  return (
    <Checkbox
      size="md"
      {...(shown ? { label } : { 'aria-label': label })}
      checked={isAll}
      indeterminate={marked > 0 && !isAll}
      onChange={() => selected.toggle(rows, !isAll)}
    />
  );
}

/** Cards of claims, with more of them behind a button. */
export function ClaimCards({
  list,
  selected,
  showsState,
  empty,
}: {
  list: KeysetList<Claim>;
  selected: SelectedClaims | undefined;
  showsState?: boolean;
  empty: ReactNode;
}) {
  const { rows } = list;
  useEffect(() => selected?.refresh(rows));
  if (list.error) return <Failed title={t('common.listFailed')} error={list.error} onRetry={list.retry} />;
  if (list.isLoading) return <Loading />;
  if (list.rows.length === 0) return <>{empty}</>;
  return (
    <Stack gap="xs">
      <PrintedPart shown={list.rows.length} total={list.hasMore ? 'more' : list.rows.length} />
      {list.rows.map((claim) => (
        <ClaimCard key={claim.id} claim={claim} selected={selected} showsState={showsState} />
      ))}
      {list.hasMore && (
        <Center>
          <Button
            variant="default"
            loading={list.isBusy}
            onClick={list.hasFailedMore ? list.retry : list.loadMore}
          >
            {list.hasFailedMore ? t('common.tryAgain') : t('common.showMore')}
          </Button>
        </Center>
      )}
    </Stack>
  );
}
