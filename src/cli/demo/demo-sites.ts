import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import type { Scope } from '../../access/scope.js';
import { localUpload, spoolUpload } from '../../imports/upload/uploads.js';
import { importWhole } from '../import-whole.js';
import type { Session } from '../session.js';
import { irvineSites, ownSitesFile, STATE_FILE } from './irvine.js';

const OWN_FILE = 'irvine-own-sites.csv';

/**
 * Loads the sites the way a district would: the state's file as it is, then its own additions, through the engine
 * for files. A demo that goes on after it was killed skips this where every site is there.
 */
export async function loadDemoSites(session: Session, scope: Scope): Promise<void> {
  if (await hasEverySite(session, scope)) return;
  await importWhole(session, scope, 'sites', await localUpload(STATE_FILE));
  const own = Readable.from([Buffer.from(ownSitesFile())]);
  await importWhole(session, scope, 'sites', await spoolUpload(OWN_FILE, own));
}

async function hasEverySite({ app }: Session, scope: Scope): Promise<boolean> {
  const codes = irvineSites().map(({ code }) => code);
  const [{ count } = { count: 0 }] = await app
    .get(DataSource)
    .query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM sites WHERE district_id = $1 AND code = ANY ($2)`,
      [scope.districtId, codes],
    );
  return count === codes.length;
}
