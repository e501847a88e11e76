import { checkpointDay, parseDay } from '../days.js';
import type { Dice } from '../dice.js';
import { DEVICE_KINDS, type DeviceKind, type FleetSite } from '../fleet-types.js';

/**
 * Devices for each pupil against the district's mean, up to 2016 and from 2020 on, and on a straight line between.
 * Secondary schools went one to one first; elementary schools had iPads and shared carts, and labs last longest
 * in high schools.
 */
type Reach = readonly [before: number, after: number];
const REACH: Readonly<Record<string, Readonly<Record<DeviceKind, Reach>>>> = {
  elementary: {
    desktop: [1, 0.85],
    laptop: [1, 1],
    ipad: [1.5, 1.7],
    chromebook: [0.45, 0.95],
    other: [1, 1],
  },
  k8: { desktop: [1, 0.95], laptop: [1, 1], ipad: [1.2, 1.2], chromebook: [0.7, 1], other: [1, 1] },
  middle: { desktop: [1.2, 1], laptop: [1.1, 1], ipad: [0.7, 0.5], chromebook: [1.5, 1.05], other: [1, 1] },
  high: {
    desktop: [1.4, 1.5],
    laptop: [1.2, 1.1],
    ipad: [0.45, 0.3],
    chromebook: [1.5, 1.05],
    other: [1, 1],
  },
};
const EVEN_REACH: Reach = [1, 1];

/** The part of all devices of a kind that the offices hold together. */
const OFFICE_SHARE: Readonly<Record<DeviceKind, number>> = {
  desktop: 0.06,
  laptop: 0.08,
  ipad: 0.015,
  chromebook: 0.003,
  other: 0.1,
};

/** A school that opens fills its rooms in one summer, while the others only replace. */
const NEW_SITE_BOOST = 4;
/** Even the smallest program has a few devices. */
const LEAST_PUPILS = 20;
const TRIES_FOR_AN_OPEN_SITE = 20;

interface Place {
  site: FleetSite;
  openedDay: number;
}

/** Says where devices go: by pupils, type of school and year. */
export class SiteShares {
  /** Where new stock waits and what is retired goes; without one, both stay at the school. */
  readonly warehouse: FleetSite | undefined;
  private readonly places: Place[];
  private readonly oldest: FleetSite;
  private readonly running = new Map<number, Float64Array>();

  constructor(sites: readonly FleetSite[]) {
    this.warehouse = sites.find((site) => site.type === 'warehouse');
    this.places = sites
      .filter((site) => site.type !== 'warehouse')
      .map((site) => ({
        site,
        openedDay: site.openedOn === undefined ? -Infinity : parseDay(site.openedOn),
      }));
    const oldest = this.places.toSorted((first, second) => (first.openedDay < second.openedDay ? -1 : 1))[0];
    if (oldest === undefined) throw new RangeError('A fleet needs at least one school or office.');
    this.oldest = oldest.site;
  }

  /** A site that is on the books on that day; where the chosen ones are not, the oldest takes the device. */
  draw(kind: DeviceKind, year: number, day: number, dice: Dice): FleetSite {
    const sums = this.sums(kind, year);
    const total = sums[sums.length - 1] ?? 0;
    for (let attempt = 0; attempt < TRIES_FOR_AN_OPEN_SITE; attempt += 1) {
      const place = this.places[firstAbove(sums, dice.roll() * total)];
      if (place !== undefined && place.openedDay <= day) return place.site;
    }
    return this.oldest;
  }

  private sums(kind: DeviceKind, year: number): Float64Array {
    const key = year * DEVICE_KINDS.length + DEVICE_KINDS.indexOf(kind);
    let sums = this.running.get(key);
    if (sums === undefined) {
      sums = this.weigh(kind, year);
      this.running.set(key, sums);
    }
    return sums;
  }

  private weigh(kind: DeviceKind, year: number): Float64Array {
    const weights = this.places.map((place) => schoolWeight(place, kind, year));
    const schools = weights.reduce((sum, weight) => sum + weight, 0);
    const offices = this.places.filter(isOffice).length;
    const share = OFFICE_SHARE[kind];
    const officeWeight = schools > 0 ? (schools * share) / (1 - share) / offices : 1;
    const sums = new Float64Array(weights.length);
    let sum = 0;
    this.places.forEach((place, index) => {
      sum += isOffice(place) ? officeWeight : (weights[index] ?? 0);
      sums[index] = sum;
    });
    return sums;
  }
}

function isOffice(place: Place): boolean {
  return place.site.type === 'office';
}

function schoolWeight(place: Place, kind: DeviceKind, year: number): number {
  if (isOffice(place) || place.openedDay > checkpointDay(year)) return 0;
  const isNew = place.openedDay > checkpointDay(year - 1);
  const [before, after] = REACH[place.site.type]?.[kind] ?? EVEN_REACH;
  const way = Math.min(Math.max((year - 2016) / 4, 0), 1);
  const pupils = Math.max(place.site.pupils, LEAST_PUPILS);
  return pupils * (before + (after - before) * way) * (isNew ? NEW_SITE_BOOST : 1);
}

/** The first place whose running sum is above the value; the sums never fall. */
function firstAbove(sums: Float64Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
