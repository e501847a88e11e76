import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

/** A part of a list, as the API answers it. */
export interface PageOfItems<Row> {
  items: Row[];
  nextCursor: string | null;
}

/** The loaded part of a list. The next page is loaded when somebody scrolls near the end. */
export interface KeysetList<Row> {
  rows: readonly Row[];
  isLoading: boolean;
  /** The rows belong to the previous filter or sort. The new rows are still loading. */
  isStale: boolean;
  error: Error | null;
  hasMore: boolean;
  /** Something is loading: the first rows again, or more of them. */
  isBusy: boolean;
  /** The next page could not be loaded. */
  hasFailedMore: boolean;
  loadMore: () => void;
  retry: () => void;
}

/** Reads a list of the API page by page. With a cursor, the last page is as fast as the first. */
export function useKeysetList<Row>({
  queryKey,
  load,
}: {
  queryKey: readonly unknown[];
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<PageOfItems<Row>>;
}): KeysetList<Row> {
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const pages = list.data?.pages;
  const rows = useMemo(() => pages?.flatMap(({ items }) => items) ?? [], [pages]);
  return {
    rows,
    isLoading: list.isPending,
    isStale: list.isPlaceholderData,
    error: list.isPlaceholderData || !pages ? list.error : null,
    hasMore: list.hasNextPage,
    isBusy: list.isFetching,
    hasFailedMore: list.isFetchNextPageError,
    loadMore: () => {
      if (list.hasNextPage && !list.isFetching && !list.isFetchNextPageError) void list.fetchNextPage();
    },
    retry: () => void (list.isFetchNextPageError ? list.fetchNextPage() : list.refetch()),
  };
}
