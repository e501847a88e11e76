import { inUnit, type Unit } from '../allocation/models/allocation-model.js';
import type { SitePlan } from '../allocation/plans/plan.js';
import type { DeviceKind } from '../catalogue/kinds.js';
import type { SiteType } from '../sites/site-type.js';
import {
  type ExpectedWork,
  expectedWork,
  type KindCounts,
  waitingMinutes,
  type Weight,
} from './weights/weights.js';

/** Sites with fewer devices are too small to rank: one repair more turns their figures over. */
export const SMALL_SITE = 50;

/** Help for the whole year is given in every week of it, 1 July to 30 June. */
export const WEEKS_A_YEAR = 52;

/** How old a site's devices in use are, today. */
export interface SiteAge {
  /** Years in service, on average of those whose age is known, with 1 decimal; null where none is. */
  years: number | null;
  /** Devices whose automatic updates have ended. */
  pastAutoUpdate: number;
}

/** What is known of a site, before it is weighed. */
export interface SiteFacts {
  plan: SitePlan;
  /** In stock, deployed or in repair. */
  inUse: KindCounts;
  /** Null where the district shows no sign of repairs. */
  inRepair: KindCounts | null;
  /** Repairs begun in the year before; null where the district recorded none at all. */
  repairs: number | null;
  age: SiteAge | null;
}

/** What the devices of a site ask for in support, against what the site is given. */
export interface SiteLoad {
  siteId: string;
  /** Code of the site. */
  site: string;
  name: string;
  type: SiteType;
  region: string | null;
  pupils: number | null;
  /** In use on the day. */
  devices: number;
  devicesByKind: { kind: DeviceKind; count: number }[];
  /** Fewer than 50 devices: its figures are shown, and not ranked. */
  isSmall: boolean;
  /** By kind and work. */
  expected: ExpectedWork[];
  /** A year, with 1 decimal. */
  expectedMinutes: number;
  /** Devices in repair; null where the district shows no sign of repairs. */
  openRepairs: number | null;
  /** For those, with 1 decimal; null where no weight says how long a repair takes. */
  waitingMinutes: number | null;
  /** Begun in the year before; null where the district recorded none at all. */
  repairsAYear: number | null;
  /** With 3 decimals. */
  repairsPer100Devices: number | null;
  /** Null for a day that is over: the register knows today's. */
  age: SiteAge | null;
  /** Entitled and purchased for the year; a week, with 2 decimals. */
  allocatedHours: number;
  /** Of those, bought by others for the site, with 2 decimals. */
  giftHours: number;
  /** A week, as technicians reported, with 2 decimals; null where nobody has this school year. */
  deliveredHours: number | null;
  /** Expected minutes for each hour, with 1 decimal: 60 is just enough, more is too much. Null without hours. */
  minutesPerAllocatedHour: number | null;
  /** With 1 decimal; null without hours. */
  minutesPerDeliveredHour: number | null;
  /** A year, with 1 decimal; null without pupils. */
  minutesPerPupil: number | null;
  /** Allocated, a week, with 2 decimals. */
  hoursPer100Devices: number | null;
}

/** Weighs a site. */
export function loadOf({ plan, inUse, inRepair, repairs, age }: SiteFacts, rule: LoadRule): SiteLoad {
  const { siteId, site, name, type, region, pupils } = plan;
  const devices = sum([...inUse.values()]);
  const expected = expectedWork(rule.weights, inUse);
  const expectedMinutes = sum(expected.map(({ minutes }) => minutes));
  const { allocated, gifts } = hoursOf(plan, rule.unit);
  const delivered = plan.delivered === null ? null : inUnit(plan.delivered, rule.unit, 'hours');
  return {
    siteId,
    site,
    name,
    type,
    region,
    pupils,
    devices,
    devicesByKind: [...inUse].map(([kind, count]) => ({ kind, count })),
    isSmall: devices < SMALL_SITE,
    expected,
    expectedMinutes,
    openRepairs: inRepair && sum([...inRepair.values()]),
    waitingMinutes: inRepair && waitingMinutes(rule.weights, inRepair),
    repairsAYear: repairs,
    repairsPer100Devices: repairs === null ? null : ratio(100 * repairs, devices),
    age,
    allocatedHours: allocated,
    giftHours: gifts,
    deliveredHours: delivered,
    minutesPerAllocatedHour: minutesPerHour(expectedMinutes, allocated),
    minutesPerDeliveredHour: minutesPerHour(expectedMinutes, delivered),
    minutesPerPupil: ratio(expectedMinutes, pupils),
    hoursPer100Devices: ratio(100 * allocated, devices),
  };
}

/** By what sites are weighed. */
export interface LoadRule {
  weights: readonly Weight[];
  /** Of the plan. */
  unit: Unit;
}

/** Hours a week that a site is entitled to or bought for the year, and those of them that are gifts. */
export function hoursOf(
  { entitled, purchased, purchasedBy }: Pick<SitePlan, 'entitled' | 'purchased' | 'purchasedBy'>,
  unit: Unit,
): { allocated: number; gifts: number } {
  const gift = sum(purchasedBy.filter(({ payer }) => payer === 'gift').map(({ amount }) => amount));
  return {
    allocated: inUnit((entitled ?? 0) + purchased, unit, 'hours'),
    gifts: inUnit(gift, unit, 'hours'),
  };
}

/** The most loaded first; then those with devices and no hours; small sites last. */
export function byLoad(a: SiteLoad, b: SiteLoad): number {
  return (
    Number(a.isSmall) - Number(b.isSmall) ||
    (b.minutesPerAllocatedHour ?? -1) - (a.minutesPerAllocatedHour ?? -1) ||
    b.expectedMinutes - a.expectedMinutes ||
    (a.name < b.name ? -1 : 1)
  );
}

/** Expected minutes of a year for each of its hours; null without hours. */
export function minutesPerHour(minutesAYear: number, hoursAWeek: number | null): number | null {
  return ratio(minutesAYear / WEEKS_A_YEAR, hoursAWeek);
}

/** Null where there is nothing to divide by. */
export function ratio(amount: number, by: number | null): number | null {
  return by ? amount / by : null;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
