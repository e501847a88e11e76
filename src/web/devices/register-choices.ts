import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { everyPlace } from '../places/places.js';

/** What changes a few times a year need not be asked for with every page. */
const STALE_MS = 5 * 60_000;
/** Most that a page of the API has. */
const LIMIT = 200;

/** Reads a short list of the API to its end. */
export async function wholeList<T>(
  page: (cursor: string | undefined) => Promise<{ items: T[]; nextCursor: string | null }>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const { items: more, nextCursor } = await page(cursor);
    items.push(...more);
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}

/** Names of the district's regions, by the sites that the account sees. */
export function useRegions(): string[] {
  const { data } = useQuery({
    queryKey: ['regions'],
    staleTime: STALE_MS,
    queryFn: async () => {
      const sites = await wholeList((cursor) =>
        answer(api.GET('/api/v1/sites', { params: { query: { limit: LIMIT, cursor } } })),
      );
      return [...new Set(sites.flatMap(({ region }) => region ?? []))].toSorted();
    },
  });
  return data ?? [];
}

/** Names of who paid for devices. */
export function useFundingSources(): string[] {
  const { data } = useQuery({
    queryKey: ['funding-sources'],
    staleTime: STALE_MS,
    queryFn: async () => {
      const sources = await wholeList((cursor) =>
        answer(api.GET('/api/v1/funding-sources', { params: { query: { limit: LIMIT, cursor } } })),
      );
      return sources.map(({ name }) => name);
    },
  });
  return data ?? [];
}

/** Every model of the district, by maker and name. */
export function useModels(): Shape<'ModelView'>[] {
  const { data } = useQuery({
    queryKey: ['models'],
    staleTime: STALE_MS,
    queryFn: () =>
      wholeList((cursor) =>
        answer(api.GET('/api/v1/models', { params: { query: { limit: LIMIT, cursor } } })),
      ),
  });
  return data ?? [];
}

/** Names of the rooms or carts of a site that are in use. */
export function usePlaces(of: 'rooms' | 'carts', siteId: string | undefined): string[] {
  const { data } = useQuery({
    queryKey: [of, siteId],
    enabled: siteId !== undefined,
    staleTime: STALE_MS,
    queryFn: () => everyPlace(of, siteId ?? ''),
  });
  return (data ?? []).flatMap(({ name, closedOn }) => (closedOn === null ? name : []));
}
