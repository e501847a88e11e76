import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { Scope } from '../access/scope.js';
import { schoolYearBegin } from '../allocation/models/option-days.js';
import { type AllocationPlan, AllocationPlans } from '../allocation/plans/plans.service.js';
import { Clock, dateIn } from '../common/time/clock.js';
import { type Counts, CountsQueries, IN_USE } from '../counts/counts.queries.js';
import { GrowthQueries } from '../counts/series/growth.queries.js';
import type { DeviceKind } from '../catalogue/kinds.js';
import { schoolYearName } from '../common/time/school-year.js';
import { ClaimLoad } from '../warranty/figures/claim-load.queries.js';
import { SiteAges } from './site-ages.queries.js';
import { byLoad, loadOf, minutesPerHour, ratio, type SiteLoad, sum, WEEKS_A_YEAR } from './site-load.js';
import type { SupportLoadQuery } from './support-load.dto.js';
import { LoadWeights, type Weights } from './weights/weights.service.js';

/** What the figures leave out, because it is not recorded. */
export interface NotRecorded {
  what: 'repairs' | 'requests' | 'enrollment_work';
  detail: string;
}

/** Totals of the sites. */
export interface LoadTotals {
  sites: number;
  small: number;
  devices: number;
  /** Per year, with 1 decimal. */
  expectedMinutes: number;
  openRepairs: number | null;
  repairsAYear: number | null;
  openClaims: number;
  claimsAYear: number;
  /** Per week, with 2 decimals. */
  allocatedHours: number;
  /** Per week, with 2 decimals. */
  deliveredHours: number | null;
  /** With 1 decimal. */
  minutesPerAllocatedHour: number | null;
  /** With 1 decimal. */
  minutesPerDeliveredHour: number | null;
  /** The expected minutes as hours per week, with 2 decimals. */
  neededHours: number;
  /** Per week, with 2 decimals. */
  hoursPer100Devices: number | null;
}

/**
 * For each site that the caller can see, the support that its devices need, compared with the support that it gets.
 */
export interface SupportLoad {
  asOf: string;
  knownAt: Date;
  schoolYear: string;
  /** Key of the model that decides the entitlements. `none` if no model was named and none is in force. */
  model: string;
  modelVersion: number;
  /** A year of expected minutes is divided by this number of weeks. */
  weeksAYear: number;
  /** Version of the weights. 0 for the defaults of Rollcall. */
  weightsVersion: number;
  notRecorded: NotRecorded[];
  /** Sites with the highest load come first, and small sites last. */
  sites: SiteLoad[];
  totals: LoadTotals;
}

const NO_MODULE: NotRecorded[] = [
  { what: 'requests', detail: 'requests for help, because Rollcall does not record them yet' },
  { what: 'enrollment_work', detail: 'enrollment work, because Rollcall does not record it yet' },
];
const NO_REPAIRS: NotRecorded = {
  what: 'repairs',
  detail: 'repairs, because no device went into repair in the last year',
};
const NO_REPAIR_BEGUN: NotRecorded = {
  what: 'repairs',
  detail: 'finished repairs, because no device went into repair in the last year',
};

@Injectable()
export class SupportLoadService {
  constructor(
    private readonly plans: AllocationPlans,
    private readonly counts: CountsQueries,
    private readonly growth: GrowthQueries,
    private readonly ages: SiteAges,
    private readonly weights: LoadWeights,
    private readonly claims: ClaimLoad,
    private readonly clock: Clock,
  ) {}

  /**
   * @param aged whose age is told: those in reach, or fewer of them
   * @throws InvalidInput for a day in the future, NotFound for a model that is not there
   */
  async find(scope: Scope, query: SupportLoadQuery, aged: Scope = scope): Promise<SupportLoad> {
    const today = dateIn(scope.timeZone, this.clock.now());
    const asOf = query.asOf ?? today;
    // Of the whole district: whether repairs are recorded is not a site's matter. The plan has the sites in reach.
    const district: Scope = { ...scope, sites: 'all' };
    const counts = await this.counts.counts(district, {
      asOf,
      groupBy: ['site', 'kind', 'status'],
      statuses: IN_USE,
    });
    const plan = await this.plans.plan(scope, {
      ...query,
      schoolYear: query.schoolYear ?? schoolYearName(schoolYearBegin(asOf)),
    });
    const weights = await this.weights.find(scope);
    const repairs = await this.repairs(district, counts);
    const ages = asOf === today ? await this.ages.find(aged, today) : null;
    const claims = await this.claims.bySite(district, asOf);
    const [inUse, inRepair] = [countsBySite(counts, IN_USE), countsBySite(counts, ['in_repair'])];
    const isRepairing = repairs !== null || inRepair.size > 0;
    const sites = plan.sites.map((site) =>
      loadOf(
        {
          plan: site,
          inUse: inUse.get(site.site) ?? new Map(),
          inRepair: isRepairing ? (inRepair.get(site.site) ?? new Map()) : null,
          repairs: repairs && (repairs.get(site.site) ?? 0),
          age: ages?.get(site.siteId) ?? null,
          claims: claims.get(site.siteId),
        },
        { weights: weights.weights, unit: plan.unit },
      ),
    );
    const unknown = repairs ? [] : [isRepairing ? NO_REPAIR_BEGUN : NO_REPAIRS];
    return this.answer(counts, plan, weights, [...unknown, ...NO_MODULE], sites);
  }

  private answer(
    { asOf, knownAt }: Counts,
    { model, modelVersion, schoolYear }: AllocationPlan,
    { version }: Weights,
    notRecorded: NotRecorded[],
    sites: SiteLoad[],
  ): SupportLoad {
    return {
      asOf,
      knownAt,
      schoolYear,
      model,
      modelVersion,
      weeksAYear: WEEKS_A_YEAR,
      weightsVersion: version,
      notRecorded,
      sites: sites.toSorted(byLoad),
      totals: totalsOf(sites),
    };
  }

  /** Repairs begun in the year up to the day, by code of site; null where there were none at all. */
  private async repairs(district: Scope, { asOf, knownAt }: Counts): Promise<Map<string, number> | null> {
    const rows = await this.growth.causes(district, {
      from: DateTime.fromISO(asOf).minus({ years: 1 }).toISODate() ?? asOf,
      to: asOf,
      knownAt,
      groupBy: ['site'],
      statuses: ['in_repair'],
    });
    const begun = rows.filter(({ cause }) => cause === 'repair');
    return begun.length === 0 ? null : new Map(begun.map(({ site, change }) => [site ?? '', change]));
  }
}

function countsBySite({ groups }: Counts, statuses: readonly string[]): Map<string, Map<DeviceKind, number>> {
  const sites = new Map<string, Map<DeviceKind, number>>();
  for (const { site, kind, status, count } of groups) {
    if (!statuses.includes(status ?? '')) continue;
    const kinds = sites.get(site ?? '') ?? new Map<DeviceKind, number>();
    const key = kind as DeviceKind;
    sites.set(site ?? '', kinds.set(key, (kinds.get(key) ?? 0) + count));
  }
  return sites;
}

function totalsOf(sites: readonly SiteLoad[]): LoadTotals {
  const total = (of: (site: SiteLoad) => number | null): number => sum(sites.map((site) => of(site) ?? 0));
  const totalIfKnown = (of: (site: SiteLoad) => number | null): number | null =>
    sites.some((site) => of(site) !== null) ? total(of) : null;
  const devices = total((site) => site.devices);
  const expectedMinutes = total((site) => site.expectedMinutes);
  const allocatedHours = total((site) => site.allocatedHours);
  const deliveredHours = totalIfKnown((site) => site.deliveredHours);
  return {
    sites: sites.length,
    small: sites.filter(({ isSmall }) => isSmall).length,
    devices,
    expectedMinutes,
    openRepairs: totalIfKnown((site) => site.openRepairs),
    repairsAYear: totalIfKnown((site) => site.repairsAYear),
    openClaims: total((site) => site.openClaims),
    claimsAYear: total((site) => site.claimsAYear),
    allocatedHours,
    deliveredHours,
    minutesPerAllocatedHour: minutesPerHour(expectedMinutes, allocatedHours),
    minutesPerDeliveredHour: minutesPerHour(expectedMinutes, deliveredHours),
    neededHours: expectedMinutes / WEEKS_A_YEAR / 60,
    hoursPer100Devices: ratio(100 * allocatedHours, devices),
  };
}
