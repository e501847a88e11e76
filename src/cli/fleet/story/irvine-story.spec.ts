import { readFileSync } from 'node:fs';
import {
  DEVICE_KINDS,
  type DeviceKind,
  type FleetSite,
  type LifeStep,
  STATUS_AFTER,
} from '../fleet-types.js';
import { generateFleet } from '../generate-fleet.js';
import { readFleetSites } from '../sites/site-file.js';

const TO = '2026-11-01';
const ACTIVE = new Set<string>(['in_stock', 'deployed', 'in_repair']);
const file = readFileSync(new URL('../../demo/irvine-sites-2025-26.csv', import.meta.url), 'utf8');
const sites: FleetSite[] = [
  ...readFleetSites(file),
  { code: 'IUSD-WH', name: 'District Warehouse', type: 'warehouse', pupils: 0 },
  { code: 'IUSD-DO', name: 'District Office', type: 'office', pupils: 0 },
];
const septembers = Array.from({ length: 17 }, (_, place) => `${2010 + place}-09-01`);
const days = ['2010-06-30', '2010-07-01', ...septembers, '2016-09-30', TO].toSorted();

type Counts = Map<string, Record<DeviceKind, number>>;

/** Active devices on each of `days`, told from the steps alone. */
function countActive(seed: number): Counts {
  const counts: Counts = new Map(
    days.map((day) => [day, { desktop: 0, laptop: 0, ipad: 0, chromebook: 0, other: 0 }]),
  );
  for (const device of generateFleet({ sites, story: 'irvine', to: TO, seed })) {
    let next = 0;
    let status = '';
    for (const day of days) {
      for (; next < device.steps.length && (device.steps[next]?.on ?? '') <= day; next += 1) {
        status = statusAfter(device.steps[next], status);
      }
      const counted = counts.get(day);
      if (counted && ACTIVE.has(status)) counted[device.model.kind] += 1;
    }
  }
  return counts;
}

function statusAfter(step: LifeStep | undefined, before: string): string {
  if (step === undefined || step.type === 'transfer') return before;
  return step.type === 'enter' ? step.status : STATUS_AFTER[step.type];
}

describe.each([1, 2026])('the Irvine story with seed %i', (seed) => {
  let counts: Counts;
  const total = (day: string): number => DEVICE_KINDS.reduce((sum, kind) => sum + on(day, kind), 0);
  const on = (day: string, kind: DeviceKind): number => counts.get(day)?.[kind] ?? Number.NaN;

  beforeAll(() => {
    counts = countActive(seed);
  });

  it('begins with exactly 7,500 devices on 1 July 2010', () => {
    expect(total('2010-06-30')).toBe(0);
    expect(total('2010-07-01')).toBe(7_500);
  });

  it('has exactly 22,000 devices all through September 2016', () => {
    expect(total('2016-09-01')).toBe(22_000);
    expect(total('2016-09-30')).toBe(22_000);
  });

  it('has about 1.05 devices a pupil today', () => {
    const pupils = sites.reduce((sum, site) => sum + site.pupils, 0);
    expect(pupils).toBe(38_330);
    expect(total('2025-09-01') / pupils).toBeCloseTo(1.05, 2);
    expect(total(TO) / pupils).toBeCloseTo(1.05, 1);
  });

  it('grows from each September to the next', () => {
    septembers.slice(1).forEach((day, place) => {
      expect(total(day)).toBeGreaterThan(total(septembers[place] ?? ''));
    });
  });

  it('starts with desktops and laptops, then iPads from 2011 and Chromebooks from 2013', () => {
    expect([on('2010-09-01', 'ipad'), on('2010-09-01', 'chromebook')]).toEqual([0, 0]);
    expect(on('2011-09-01', 'ipad')).toBeGreaterThan(0);
    expect(on('2013-09-01', 'chromebook')).toBe(0);
    expect(on('2014-09-01', 'chromebook')).toBeGreaterThan(0);
  });

  it('has more Chromebooks each September, and more than of any other kind from 2016 on', () => {
    for (const [place, day] of septembers.entries()) {
      if (day < '2014') continue;
      expect(on(day, 'chromebook')).toBeGreaterThan(on(septembers[place - 1] ?? '', 'chromebook'));
      if (day < '2016') continue;
      const others = DEVICE_KINDS.filter((kind) => kind !== 'chromebook').map((kind) => on(day, kind));
      expect(on(day, 'chromebook')).toBeGreaterThan(Math.max(...others));
    }
  });

  it('has fewer desktops each September from 2012 on', () => {
    for (const [place, day] of septembers.entries()) {
      if (day > '2012') expect(on(day, 'desktop')).toBeLessThan(on(septembers[place - 1] ?? '', 'desktop'));
    }
  });
});

describe('the Irvine story', () => {
  it('gives no device to a school before it opened', () => {
    const opened = new Map(sites.map((site) => [site.code, site.openedOn ?? '']));
    for (const device of generateFleet({ sites, story: 'irvine', to: '2017-09-01' })) {
      for (const step of device.steps) {
        const site = 'site' in step ? step.site : undefined;
        if (site !== undefined && (opened.get(site) ?? '') > step.on)
          throw new Error(`${site} on ${step.on}`);
      }
    }
  });

  it('puts new stock into the warehouse and hands nearly all of it out before September', () => {
    let [bought, handedOut] = [0, 0];
    for (const device of generateFleet({ sites, story: 'irvine', to: '2013-08-31' })) {
      const [enter, next] = device.steps;
      if (enter?.type !== 'enter' || enter.cause !== 'purchased') continue;
      expect(enter).toMatchObject({ site: 'IUSD-WH', status: 'in_stock', on: device.inServiceOn });
      bought += 1;
      if (next?.type === 'deploy') handedOut += 1;
    }
    expect(handedOut / bought).toBeGreaterThan(0.95);
  });

  it('only continues when its last day is later', () => {
    const short = generateFleet({ sites, story: 'irvine', to: '2012-03-01' });
    const long = generateFleet({ sites, story: 'irvine', to: '2020-03-01' });
    for (let index = 0; index < 7_500; index += 1) {
      const [early, late] = [short.next().value, long.next().value];
      expect(late?.steps.slice(0, early?.steps.length)).toEqual(early?.steps);
    }
  });

  it('refuses a number of devices, for it has its own', () => {
    expect(() => generateFleet({ sites, story: 'irvine', to: TO, devices: 5 }).next()).toThrow(RangeError);
  });
});
