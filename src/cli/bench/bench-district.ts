import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { AccountsService } from '../../access/accounts/accounts.service.js';
import { ApiTokensService } from '../../access/accounts/api-tokens.service.js';
import { DistrictsService } from '../../access/districts.service.js';
import { systemScope } from '../../access/scope.js';
import type { Settings } from '../../config/settings.js';
import { localUpload, spoolUpload } from '../../imports/upload/uploads.js';
import type { FleetSite } from '../fleet/fleet-types.js';
import { readFleetSites } from '../fleet/sites/site-file.js';
import { importWhole } from '../import-whole.js';
import { withSession } from '../session.js';

/** The largest district of California: 997 real sites. */
const SITES_FILE = fileURLToPath(new URL('./los-angeles-sites-2025-26.csv', import.meta.url));
const TOKEN_MS = 86_400_000;

/** Batches that are scanned at once, and devices of each: all at one site, of one kind. */
export const SCANNERS = 8;
export const BATCH = 50;

/** The district that everything is measured in. */
export interface BenchDistrict {
  id: string;
  token: string;
}

export function benchSites(): FleetSite[] {
  return readFleetSites(readFileSync(SITES_FILE, 'utf8'));
}

/** Tags of the devices that one scanner scans. */
export function tagsOf(scanner: number): string[] {
  return Array.from({ length: BATCH }, (_, i) => `SCAN-${scanner * BATCH + i + 1}`);
}

/** Makes the district, its sites, somebody who may do everything, and the devices that are scanned. */
export function makeDistrict(settings: Settings): Promise<BenchDistrict> {
  return withSession(async (session) => {
    const { app } = session;
    const district = await app
      .get(DistrictsService)
      .create({ name: 'Bench', slug: 'bench', timeZone: 'America/Los_Angeles' });
    const scope = systemScope(district);
    await importWhole(session, scope, 'sites', await localUpload(SITES_FILE));
    const scanned = Readable.from([Buffer.from(scannedDevices(benchSites()[0]?.code ?? ''))]);
    await importWhole(session, scope, 'devices', await spoolUpload('scanned.csv', scanned));
    const account = await app
      .get(AccountsService)
      .create(district.id, { email: 'bench@rollcall.example', role: 'admin' });
    const expiresAt = new Date(Date.now() + TOKEN_MS);
    const { token } = await app
      .get(ApiTokensService)
      .create(district.id, account.id, { name: 'bench', expiresAt });
    return { id: district.id, token };
  }, settings);
}

function scannedDevices(site: string): string {
  // As many again for the floor.
  const rows = Array.from({ length: 2 * SCANNERS }, (_, scanner) =>
    tagsOf(scanner).map(
      (tag) => `${tag},Lenovo,300e Chromebook 2nd Gen,chromebook,in_stock,${site},2024-08-01`,
    ),
  );
  return ['Asset tag,Manufacturer,Model,Kind,Status,Site,In service on', ...rows.flat()].join('\n');
}
