import { Writable } from 'node:stream';
import { writeFleetFile } from '../../src/cli/fleet/fleet-file.js';
import type { FleetDevice, FleetSite } from '../../src/cli/fleet/fleet-types.js';
import { generateFleet } from '../../src/cli/fleet/generate-fleet.js';
import type { TestApp, TestDistrict } from './app.js';
import { load } from './imports.js';

export const FLEET_SITES: FleetSite[] = [
  { code: 'OAK', name: 'Oak Elementary', type: 'elementary', pupils: 540 },
  { code: 'BAY', name: 'Bay High', type: 'high', pupils: 2_100 },
  { code: 'ASH', name: 'Ash Middle', type: 'middle', pupils: 900 },
  { code: 'ELM', name: 'Elm K-8', type: 'k8', pupils: 700 },
];

export interface Fleet {
  csv: string;
  devices: FleetDevice[];
}

/** A file of a believable fleet; the first `wrongSites` rows name another site than the right one. */
export async function fleetOf(devices: number, wrongSites = 0): Promise<Fleet> {
  const fleet = [...generateFleet({ sites: FLEET_SITES, devices, to: '2025-11-01', seed: 7 })];
  let csv = '';
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      csv += chunk.toString();
      done();
    },
  });
  await writeFleetFile(out, fleet, { wrongSites, siteCodes: FLEET_SITES.map(({ code }) => code) });
  await new Promise<void>((resolve) => out.end(resolve));
  return { csv, devices: fleet };
}

/** A district with the sites of the fleet. */
export async function districtOfFleet(app: TestApp): Promise<TestDistrict> {
  const district = await app.district();
  const rows = FLEET_SITES.map(({ code, name, type }) => `${code},${name},${type}`);
  await load(app, district.admin, `Site code,Name,Type\n${rows.join('\n')}\n`, { kind: 'sites' });
  return district;
}

/** What a file says of a day by itself: who had entered by then, and was not yet disposed of, by site. */
export function countFile(csvRows: readonly Record<string, string>[], on: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of csvRows) {
    const entered = row['In service on'] || row['Purchased on'] || '';
    const isGone = row['Status'] === 'disposed' && (row['Status since'] ?? '') <= on;
    if (entered > on || isGone) continue;
    const site = row['Site'] ?? '';
    counts[site] = (counts[site] ?? 0) + 1;
  }
  return counts;
}
