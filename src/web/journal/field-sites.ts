import { api, answer } from '../api/client.js';
import type { FieldDatabase, FieldSite } from './database.js';

/** Brings the sites of whoever is signed in up to date. */
export async function syncSites(database: FieldDatabase): Promise<void> {
  const sites: FieldSite[] = [];
  let cursor: string | undefined;
  do {
    const page = await answer(
      api.GET('/api/v1/sites', { params: { query: { limit: 200, open: true, cursor } } }),
    );
    sites.push(...page.items.map(({ id, code, name }) => ({ id, code, name })));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  await database.transaction('rw', database.sites, async () => {
    await database.sites.clear();
    await database.sites.bulkPut(sites);
  });
}
