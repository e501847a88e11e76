import { Button, Center, Loader, Alert } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { wordsOf } from '../api/problem.js';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

interface Props<T> {
  queryKey: readonly unknown[];
  load: (cursor: string | undefined) => Promise<Page<T>>;
  /** What is shown where there is nothing: what to do next. */
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
}

/** A list, page after page, with its waiting, its failure and its emptiness. */
export function Pages<T>({ queryKey, load, empty, children }: Props<T>) {
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  if (list.error)
    return (
      <Alert color="orange" title="This list could not be loaded" role="alert">
        {wordsOf(list.error)} <Button onClick={() => void list.refetch()}>Try again</Button>
      </Alert>
    );
  if (!list.data)
    return (
      <Center p="xl">
        <Loader aria-label="Loading" />
      </Center>
    );
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <>{empty}</>;
  return (
    <>
      {children(items)}
      {list.hasNextPage && (
        <Center mt="md">
          <Button
            variant="default"
            onClick={() => void list.fetchNextPage()}
            loading={list.isFetchingNextPage}
          >
            Show more
          </Button>
        </Center>
      )}
    </>
  );
}
