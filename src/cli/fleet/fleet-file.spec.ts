import { Writable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { DEVICE_TEMPLATE_HEADER, deviceRow, type FleetFileOptions, writeFleetFile } from './fleet-file.js';
import type { FleetDevice, FleetSite } from './fleet-types.js';
import { generateFleet } from './generate-fleet.js';
import { readFleetSites } from './sites/site-file.js';

const sites: FleetSite[] = [
  { code: '01100170000001', name: 'Oak Elementary', type: 'elementary', pupils: 540 },
  { code: '01100170000002', name: 'Bay High', type: 'high', pupils: 2_100 },
  { code: '01100170000003', name: 'Ash Middle', type: 'middle', pupils: 900 },
];
const siteCodes = sites.map((site) => site.code);
const fleet = (devices: number): Generator<FleetDevice> =>
  generateFleet({ sites, devices, to: '2026-11-01', tagPrefix: 'IUSD' });

/** Collects what is written, a chunk at a time, and remembers how much ever waited. */
class SlowReader extends Writable {
  text = '';
  mostWaiting = 0;

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.mostWaiting = Math.max(this.mostWaiting, this.writableLength);
    this.text += chunk.toString();
    setImmediate(done);
  }
}

async function rowsOf(devices: number, options?: FleetFileOptions): Promise<Record<string, string>[]> {
  const out = new SlowReader();
  expect(await writeFleetFile(out, fleet(devices), options)).toBe(devices);
  expect(out.text.startsWith(`${DEVICE_TEMPLATE_HEADER}\n`)).toBe(true);
  return parse<Record<string, string>>(out.text, { columns: true });
}

describe('a fleet file', () => {
  it('tells each device as it stands', async () => {
    const rows = await rowsOf(500);
    let place = 0;
    for (const device of fleet(500)) {
      expect(rows[place]).toMatchObject({
        'Asset tag': device.assetTag,
        'Serial number': device.serialNumber,
        Model: device.model.name,
        Status: device.final.status,
        'Status since': device.final.statusOn,
        Site: device.final.site,
        'In service on': device.inServiceOn,
        Cost: (device.costCents / 100).toFixed(2),
        'Federal share': String(device.fundingSource.federalSharePercent ?? ''),
        'MAC address': device.macAddress ?? '',
      });
      place += 1;
    }
  });

  it('quotes a name with commas', () => {
    for (const device of fleet(5_000)) {
      if (device.model.name.includes(',')) {
        expect(deviceRow(device)).toContain(`,"${device.model.name}",`);
        return;
      }
    }
    throw new Error('No model has a comma.');
  });

  it('waits for a slow reader', async () => {
    const out = new SlowReader();
    await writeFleetFile(out, fleet(5_000));
    expect(out.text.length).toBeGreaterThan(500_000);
    expect(out.mostWaiting).toBeLessThan(100_000);
  });

  it('names a wrong, existing site in the first rows, and only there', async () => {
    const right = await rowsOf(300);
    const wrong = await rowsOf(300, { wrongSites: 100, siteCodes });
    wrong.forEach((row, place) => {
      expect(siteCodes).toContain(row['Site']);
      expect(row['Site'] === right[place]?.['Site']).toBe(place >= 100);
      expect({ ...row, Site: '' }).toEqual({ ...right[place], Site: '' });
    });
  });
});

describe('the file of sites', () => {
  it('gives code, pupils and a rough level, and keeps the leading zero of a code', () => {
    const csv = `cds_code,school,school_level,grade_span,enrollment
01100170000001,"Oak, Elementary",Elementary,K–5,540
30736500133389,Beacon Park,Elementary,K–8,1080
30736500116046,Adult Transition,,AD,
`;
    expect(readFleetSites(csv)).toEqual([
      { code: '01100170000001', name: 'Oak, Elementary', type: 'elementary', pupils: 540 },
      { code: '30736500133389', name: 'Beacon Park', type: 'k8', pupils: 1_080, openedOn: '2016-07-01' },
      { code: '30736500116046', name: 'Adult Transition', type: 'other', pupils: 0 },
    ]);
  });

  it('refuses a file that lacks a column', () => {
    expect(() => readFleetSites('school\nOak')).toThrow('cds_code');
  });
});
