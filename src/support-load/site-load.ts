import { inUnit, type Unit } from '../allocation/models/allocation-model.js';
import type { SitePlan } from '../allocation/plans/plan.js';
import type { DeviceKind } from '../catalogue/kinds.js';
import type { SiteType } from '../sites/site-type.js';
import type { SiteClaims } from '../warranty/figures/claim-load.queries.js';
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
  /** Average years in service of the devices whose age is known, with 1 decimal. Null if no age is known. */
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
  claims: SiteClaims | undefined;
}

/** The support that the devices of a site need, compared with the support that the site gets. */
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
  /** The site has fewer than 50 devices. Its figures are shown, but it is not ranked. */
  isSmall: boolean;
  /** Sorted by kind and work. */
  expected: ExpectedWork[];
  /** Per year, for the devices in use and for warranty claims. With 1 decimal. */
  expectedMinutes: number;
  /** Devices in repair. Null if the district seems to record no repairs. */
  openRepairs: number | null;
  /** For these repairs, with 1 decimal. Null if no weight says how long a repair takes. */
  waitingMinutes: number | null;
  /** Repairs that began in the last year. Null if the district records no repairs. */
  repairsAYear: number | null;
  /** With 3 decimals. */
  repairsPer100Devices: number | null;
  /** Warranty claims that were not closed or cancelled at the end of the day. */
  openClaims: number;
  /** Warranty claims that were opened in the last year, without cancelled ones. */
  claimsAYear: number;
  /** With 3 decimals. */
  claimsPer100Devices: number | null;
  /** Null for a day in the past, because only today's value is known. */
  age: SiteAge | null;
  /** Hours per week that are entitled or purchased for the year, with 2 decimals. */
  allocatedHours: number;
  /** The part of these hours that others bought for the site, with 2 decimals. */
  giftHours: number;
  /** Hours per week that technicians reported, with 2 decimals. Null if there are no time reports in this school year. */
  deliveredHours: number | null;
  /**
   * Expected minutes for each hour, with 1 decimal. At 60, the hours are just enough. Above 60, they are too few.
   * Null if there are no hours.
   */
  minutesPerAllocatedHour: number | null;
  /** With 1 decimal. Null if there are no hours. */
  minutesPerDeliveredHour: number | null;
  /** Per year, with 1 decimal. Null if the site has no enrolled students. */
  minutesPerPupil: number | null;
  /** Allocated hours per week, with 2 decimals. */
  hoursPer100Devices: number | null;
}

/** Weighs a site. */
export function loadOf({ plan, inUse, inRepair, repairs, age, claims }: SiteFacts, rule: LoadRule): SiteLoad {
  const { siteId, site, name, type, region, pupils } = plan;
  const devices = sum([...inUse.values()]);
  const claimsByKind: KindCounts = claims?.yearByKind ?? new Map();
  const claimsAYear = sum([...claimsByKind.values()]);
  const expected = expectedWork(rule.weights, inUse, claimsByKind);
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
    openClaims: claims?.open ?? 0,
    claimsAYear,
    claimsPer100Devices: ratio(100 * claimsAYear, devices),
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
