import { createWriteStream, readFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { writeFleetFile } from './fleet-file.js';
import type { FleetOptions, FleetSite } from './fleet-types.js';
import { generateFleet } from './generate-fleet.js';
import { readFleetSites } from './sites/site-file.js';

export const MAKE_FLEET_USAGE = `Makes an import file of a believable school fleet, in the template of Rollcall.

  scripts/make-fleet --sites FILE.csv --devices 22000 > fleet.csv

  --sites FILE.csv    the sites: columns cds_code, school, school_level, grade_span, enrollment (required)
  --devices N         how many devices; required for the plain story, not allowed with irvine
  --story NAME        plain (as a list kept today) or irvine (7,500 in 2010, 22,000 in 2016, on to today)
  --seed N            another fleet for another number (1)
  --from DATE         the day of the opening load (2010-07-01)
  --to DATE           the last day of the story (today)
  --tag-prefix TEXT   what asset tags begin with (TAG, or IUSD for irvine)
  --warehouse CODE    the district's own warehouse, where new and retired devices stand
  --office CODE       the district's own office
  --wrong-sites N     the first N rows name a wrong, existing site
  --out FILE          write there instead of to standard output
`;

/** Bytes that may wait for the disk, so that rows are made while it writes. */
const WRITE_AHEAD = 1 << 20;

/** Runs the command; the arguments are those after the script's name. */
export async function makeFleet(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      sites: { type: 'string' },
      devices: { type: 'string' },
      story: { type: 'string', default: 'plain' },
      seed: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      'tag-prefix': { type: 'string' },
      warehouse: { type: 'string' },
      office: { type: 'string' },
      'wrong-sites': { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) {
    process.stdout.write(MAKE_FLEET_USAGE);
    return;
  }
  if (values.sites === undefined)
    throw new RangeError('--sites FILE.csv is required. --help shows all options.');
  const sites = [
    ...readFleetSites(readFileSync(values.sites, 'utf8')),
    ...ownSite(values.warehouse, 'warehouse', 'District Warehouse'),
    ...ownSite(values.office, 'office', 'District Office'),
  ];
  const options: FleetOptions = {
    sites,
    devices: wholeNumber('--devices', values.devices),
    story: storyNamed(values.story),
    from: values.from,
    // The one place that reads the clock: the generator itself never does.
    to: values.to ?? new Date().toISOString().slice(0, 10),
    seed: wholeNumber('--seed', values.seed),
    tagPrefix: values['tag-prefix'],
  };
  await write(values.out, options, wholeNumber('--wrong-sites', values['wrong-sites']) ?? 0);
}

async function write(path: string | undefined, options: FleetOptions, wrongSites: number): Promise<void> {
  const siteCodes = options.sites.map((site) => site.code);
  const devices = generateFleet(options);
  if (path === undefined) {
    // A reader that has seen enough (`| head`) closes the pipe; that is its right and no fault of ours.
    process.stdout.on('error', (error: NodeJS.ErrnoException) =>
      process.exit(error.code === 'EPIPE' ? 0 : 1),
    );
    await writeFleetFile(process.stdout, devices, { wrongSites, siteCodes });
    return;
  }
  const file = createWriteStream(path, { highWaterMark: WRITE_AHEAD });
  await Promise.all([
    finished(file),
    writeFleetFile(file, devices, { wrongSites, siteCodes }).finally(() => file.end()),
  ]);
}

function ownSite(code: string | undefined, type: 'warehouse' | 'office', name: string): FleetSite[] {
  return code === undefined ? [] : [{ code, name, type, pupils: 0 }];
}

function storyNamed(name: string): 'irvine' | 'plain' {
  if (name === 'irvine' || name === 'plain') return name;
  throw new RangeError(`--story is irvine or plain, not ${name}.`);
}

function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new RangeError(`${option} takes a whole number, not ${text}.`);
  return Number(text);
}
