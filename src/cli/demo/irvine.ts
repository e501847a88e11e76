import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Point } from '../../allocation/plans/distance.js';
import type { FleetSite } from '../fleet/fleet-types.js';
import { IRVINE_SITE_OPENINGS } from '../fleet/story/irvine-openings.js';
import { readFleetSites } from '../fleet/sites/site-file.js';

/** The district of the demo: real name, real schools, made-up devices. */
export const IRVINE = { name: 'Irvine Unified', slug: 'irvine', timeZone: 'America/Los_Angeles' } as const;

/** Whoever tries the demo signs in with this address; `.example` can never receive mail (RFC 2606). */
export const DEMO_EMAIL = 'demo@irvine.example';

/**
 * The change set of every event of the demo. Fixed, and made in one transaction with the district, so that it tells
 * the demo's district from one that somebody else made under the same slug.
 */
export const DEMO_CHANGE_SET = '0197c1d0-0000-7000-8000-00000000de30';

/** The 45 schools as the State of California publishes them, with the pupils of 2025-26. */
export const STATE_FILE = fileURLToPath(new URL('./irvine-sites-2025-26.csv', import.meta.url));

/** The state lists schools only; a district also has an office, and a warehouse that stock waits in. */
const OWN_SITES: readonly FleetSite[] = [
  { code: 'IUSD-WH', name: 'District Warehouse', type: 'warehouse', pupils: 0 },
  { code: 'IUSD-DO', name: 'District Office', type: 'office', pupils: 0 },
];

/** Every site that devices of the demo stand at. */
export function irvineSites(): FleetSite[] {
  return [...readFleetSites(readFileSync(STATE_FILE, 'utf8')), ...OWN_SITES];
}

/** The two regions of the demo's district. */
export const REGIONS = { north: 'North', south: 'South' } as const;

/** Schools north of this latitude are in the northern region; about half of them are. */
const REGIONS_MEET_AT = 33.69;

/** Where each school stands, by its code. */
export function schoolPoints(): Map<string, Point> {
  const rows = parse<Record<'cds_code' | 'latitude' | 'longitude', string>>(
    readFileSync(STATE_FILE, 'utf8'),
    {
      columns: true,
    },
  );
  return new Map(
    rows.map(({ cds_code: code, latitude, longitude }) => [
      code,
      { latitude: Number(latitude), longitude: Number(longitude) },
    ]),
  );
}

/**
 * What the district itself adds to the state's file, in the template for sites: regions, when schools opened, own
 * sites.
 */
export function ownSitesFile(): string {
  const schools = [...schoolPoints()].map(([code, { latitude }]) => {
    const region = latitude >= REGIONS_MEET_AT ? REGIONS.north : REGIONS.south;
    return [code, '', '', IRVINE_SITE_OPENINGS.get(code) ?? '', region].join(',');
  });
  const own = OWN_SITES.map(({ code, name, type }) => [code, name, type, '', ''].join(','));
  return `${['Site code,Name,Type,Opened on,Region', ...schools, ...own].join('\n')}\n`;
}
