import { createHash } from 'node:crypto';
import type { FleetDevice, FleetOptions, FleetSite, FleetStatus } from './fleet-types.js';
import { STATUS_AFTER } from './fleet-types.js';
import { generateFleet } from './generate-fleet.js';

const TO = '2026-11-01';
const schools: FleetSite[] = [
  { code: '01100170000001', name: 'Oak Elementary', type: 'elementary', pupils: 540 },
  { code: '01100170000002', name: 'Elm K-8', type: 'k8', pupils: 810 },
  { code: '01100170000003', name: 'Ash Middle', type: 'middle', pupils: 900 },
  { code: '01100170000004', name: 'Bay High', type: 'high', pupils: 2_100, openedOn: '2015-07-01' },
  { code: '01100170000005', name: 'Adult Program', type: 'other', pupils: 0 },
];
const offices: FleetSite[] = [
  { code: 'WH', name: 'Warehouse', type: 'warehouse', pupils: 0 },
  { code: 'DO', name: 'District Office', type: 'office', pupils: 0 },
];
const plain = (options: Partial<FleetOptions> = {}): Generator<FleetDevice> =>
  generateFleet({ sites: [...schools, ...offices], devices: 3_000, to: TO, ...options });

/** DESIGN section 4, without `void`, which no story has. */
const MAY_BECOME: Readonly<Record<FleetStatus, readonly FleetStatus[]>> = {
  in_stock: ['deployed', 'in_repair', 'retired', 'missing'],
  deployed: ['in_stock', 'in_repair', 'retired', 'missing'],
  in_repair: ['in_stock', 'deployed', 'retired', 'missing', 'disposed'],
  missing: ['in_stock', 'retired', 'disposed'],
  retired: ['in_stock', 'disposed', 'missing'],
  disposed: [],
};

/** Walks a life by the table; throws at the first step that is not legal, and returns where it ends. */
function live(device: FleetDevice): FleetDevice['final'] {
  const [enter, ...rest] = device.steps;
  if (enter?.type !== 'enter') throw new Error(`${device.assetTag} does not enter.`);
  let {
    status,
    site,
    on: statusOn,
  }: FleetDevice['final'] & { on: string } = { ...enter, statusOn: enter.on };
  let last = enter.on;
  for (const step of rest) {
    if (step.on <= last || step.on > TO) throw new Error(`${device.assetTag}: ${step.on} after ${last}`);
    last = step.on;
    if (step.type === 'enter') throw new Error(`${device.assetTag} enters twice.`);
    if (step.site !== undefined) site = step.site;
    if (step.type === 'transfer') {
      if (!['in_stock', 'deployed'].includes(status))
        throw new Error(`${device.assetTag} moves while ${status}`);
      continue;
    }
    const next = STATUS_AFTER[step.type];
    if (!MAY_BECOME[status].includes(next)) throw new Error(`${device.assetTag}: ${status} to ${next}`);
    status = next;
    statusOn = step.on;
  }
  return { status, site, statusOn };
}

function hash(seed: number): string {
  const sum = createHash('sha256');
  for (const device of plain({ seed })) {
    if (device.index === 1_000) break;
    sum.update(JSON.stringify(device));
  }
  return sum.digest('hex');
}

describe('a generated fleet', () => {
  it('is the same for the same seed and another for another', () => {
    expect(hash(7)).toBe(hash(7));
    expect(hash(7)).not.toBe(hash(8));
  });

  it.each([0, 1, 17, 3_000, 22_000])('has exactly %i devices when asked for so many', (devices) => {
    let made = 0;
    for (const device of plain({ devices })) {
      if (device.index !== made) throw new Error(`${device.index} is not ${made}`);
      made += 1;
    }
    expect(made).toBe(devices);
  });

  it('never repeats a tag, a maker’s serial, a MAC or an IMEI, over 200,000 devices', () => {
    const seen = { tags: new Set<string>(), serials: new Set<string>(), macs: new Set<string>() };
    const imeis = new Set<string>();
    let [macs, phones] = [0, 0];
    for (const device of plain({ devices: 200_000 })) {
      seen.tags.add(device.assetTag);
      seen.serials.add(`${device.model.manufacturer} ${device.serialNumber}`);
      if (device.macAddress !== undefined) seen.macs.add(device.macAddress);
      if (device.imei !== undefined) imeis.add(device.imei);
      macs += device.macAddress === undefined ? 0 : 1;
      phones += device.imei === undefined ? 0 : 1;
    }
    expect([seen.tags.size, seen.serials.size]).toEqual([200_000, 200_000]);
    expect([seen.macs.size, imeis.size]).toEqual([macs, phones]);
    expect(phones).toBeGreaterThan(0);
  });

  it.each([
    ['with', offices],
    ['without', []],
  ])('lives only lives that the table of statuses allows, %s offices', (_, own) => {
    const met = new Set<string>();
    const statuses = new Set<string>();
    for (const device of plain({ devices: 15_000, sites: [...schools, ...own] })) {
      expect(live(device)).toEqual(device.final);
      for (const step of device.steps) met.add(step.type);
      statuses.add(device.final.status);
    }
    const steps = ['enter', 'transfer', ...Object.keys(STATUS_AFTER)];
    expect([...met].toSorted()).toEqual(steps.toSorted());
    expect(statuses.size).toBe(Object.keys(MAY_BECOME).length);
  });

  it('keeps its dates in order, and none after the last day', () => {
    for (const to of ['2010-07-01', '2014-02-10', '2020-08-15', TO]) {
      for (const device of plain({ to, devices: 2_000 })) {
        const entered = device.steps[0]?.on ?? '';
        const ordered = [device.purchasedOn, device.inServiceOn, entered, device.final.statusOn, to];
        expect(ordered).toEqual(ordered.toSorted());
        expect((device.steps.at(-1)?.on ?? '') <= to).toBe(true);
      }
    }
  });

  it('begins on any day from 2010 on', () => {
    for (const from of ['2010-01-01', '2013-08-30', '2021-03-05']) {
      const devices = [...plain({ from })];
      expect(devices).toHaveLength(3_000);
      expect(devices.every((device) => (device.steps[0]?.on ?? '') >= from)).toBe(true);
      devices.forEach(live);
    }
    expect(() => plain({ from: '2009-12-31' }).next()).toThrow(RangeError);
  });

  it('buys only what was sold on the day of the purchase', () => {
    for (const { model, purchasedOn } of plain({ devices: 40_000 })) {
      if (purchasedOn < model.soldFrom || purchasedOn > model.soldTo) {
        throw new Error(`${model.name} on ${purchasedOn}`);
      }
    }
  });

  it('gives a stolen device the number of its police report, and every disposal its route', () => {
    for (const { steps } of plain({ devices: 20_000 })) {
      for (const step of steps) {
        if (step.type === 'dispose') expect(step.detail.route).toBe('historical');
        if (step.type !== 'lose' || step.detail.how === 'lost') continue;
        expect(step.detail.policeReport).toMatch(/^\d\d-\d{5}$/);
      }
    }
  });

  it('keeps a cart in one room of its site', () => {
    const rooms = new Map<string, string | undefined>();
    for (const { cart, room, final } of plain({ devices: 20_000 })) {
      if (cart === undefined) continue;
      const key = `${final.site} ${cart}`;
      expect(room).toBe(rooms.get(key) ?? room);
      rooms.set(key, room);
    }
    expect(rooms.size).toBeGreaterThan(10);
  });

  it('leaves new stock at its school where there is no warehouse', () => {
    const codes = new Set(schools.map((site) => site.code));
    for (const device of plain({ sites: schools })) expect(codes.has(device.final.site)).toBe(true);
  });

  it('refuses a plain fleet without a number of devices, or with more than its serials can tell apart', () => {
    expect(() => plain({ devices: undefined }).next()).toThrow('whole number');
    expect(() => plain({ devices: 5_000_000 }).next()).toThrow('at most');
  });
});
