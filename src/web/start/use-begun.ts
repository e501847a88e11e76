import { useQuery } from '@tanstack/react-query';
import { countsQuery } from '../home/counts-picture.js';
import { api, answer } from '../api/client.js';
import { importKindsOf } from '../imports/import-kinds.js';
import { may, type Session } from '../session/session.js';

/** Enough to tell whether there are any, and to name small numbers. */
export const LOOK = 200;

/** What a district has so far. */
export interface Begun {
  sites: number;
  /** Also of sites that were closed again. */
  everHadSites: boolean;
  devices: number;
  accounts: number;
}

/** What there is. For whoever starts no district, nothing is asked for and nothing is loading. */
export function useBegun(session: Session): { begun: Begun | undefined; isLoading: boolean } {
  const { data, isLoading } = useQuery({
    queryKey: ['start'],
    enabled: importKindsOf(session).length > 0 && !isGuideHidden(),
    queryFn: async ({ client }): Promise<Begun> => {
      const query = { limit: LOOK };
      const [open, counts, accounts] = await Promise.all([
        answer(api.GET('/api/v1/sites', { params: { query: { ...query, open: true } } })),
        client.fetchQuery(countsQuery()),
        may(session, 'accounts:edit')
          ? answer(api.GET('/api/v1/accounts', { params: { query } }))
          : Promise.resolve(undefined),
      ]);
      const hasOpen = open.items.length > 0;
      return {
        sites: open.items.length,
        everHadSites: hasOpen || (await hasClosedSites()),
        devices: counts.total,
        // Whoever may not look does not wait for anybody.
        accounts: accounts?.items.length ?? 2,
      };
    },
  });
  return { begun: data, isLoading };
}

async function hasClosedSites(): Promise<boolean> {
  const { items } = await answer(api.GET('/api/v1/sites', { params: { query: { limit: 1 } } }));
  return items.length > 0;
}

const HIDDEN = 'rollcall.start-hidden';

/** Whether somebody has put away the first steps on this device. */
export function isGuideHidden(): boolean {
  return localStorage.getItem(HIDDEN) !== null;
}

export function hideGuide(): void {
  localStorage.setItem(HIDDEN, 'yes');
}
