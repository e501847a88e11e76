import { Button, Center } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { t } from '../text/text.js';
import { PrintedPart } from './printed-part.js';
import { Failed, Loading } from './states.js';

interface PageOfItems<T> {
  items: T[];
  nextCursor: string | null;
}

interface Props<T> {
  queryKey: readonly unknown[];
  load: (cursor: string | undefined) => Promise<PageOfItems<T>>;
  /** What is shown when the list is empty: what to do next. */
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
}

/** A list that is read page by page, with its states: loading, failed, empty. */
export function Pages<T>({ queryKey, load, empty, children }: Props<T>) {
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  if (list.error && !list.data)
    return <Failed title={t('common.listFailed')} error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Loading />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <>{empty}</>;
  return (
    <>
      <PrintedPart shown={items.length} total={list.hasNextPage ? 'more' : items.length} />
      {children(items)}
      {list.hasNextPage && (
        <Center mt="md">
          <Button
            variant="default"
            onClick={() => void list.fetchNextPage()}
            loading={list.isFetchingNextPage}
          >
            {t('common.showMore')}
          </Button>
        </Center>
      )}
    </>
  );
}
