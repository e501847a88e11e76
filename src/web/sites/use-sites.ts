import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';

type Site = Shape<'SiteView'>;

/** The open sites in reach, by name; undefined until they are there. */
export function useSites(): Site[] | undefined {
  return useQuery({ queryKey: ['sites', 'open'], queryFn: () => allSites({ open: true }) }).data;
}

/** What a site is called, by its code; the code itself where the site is closed or not there yet. */
export function useSiteNames(): (code: string) => string {
  const names = new Map(useSites()?.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}

async function allSites(query: { open?: boolean }): Promise<Site[]> {
  const sites: Site[] = [];
  let cursor: string | undefined;
  do {
    const page = await answer(
      api.GET('/api/v1/sites', { params: { query: { ...query, limit: 200, cursor } } }),
    );
    sites.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return sites;
}
