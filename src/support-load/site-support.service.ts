import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../access/scope.js';
import { SupportAssignments } from '../allocation/technicians/assignments.service.js';
import { DeliveredService, type SiteDelivered } from '../allocation/time/delivered.service.js';
import { kilometres, type Point } from '../allocation/plans/distance.js';
import { daysAfter, mondayOf } from '../common/time/days-and-times.js';
import { PurchasesQueries, type PurchaseView } from '../allocation/purchases/purchases.queries.js';
import { groupBy } from '../common/group-by.js';
import { SiteNotFound } from '../sites/sites.errors.js';
import { type LoadMonth, LoadTrendService } from './load-trend.service.js';
import type { SiteLoad } from './site-load.js';
import type { SiteSupportQuery } from './support-load.dto.js';
import { type NotRecorded, SupportLoadService } from './support-load.service.js';

/** Somebody who comes to the site, and on which days. */
export interface SiteTechnician {
  technicianId: string;
  technician: string;
  /** Sorted by weekday, from 1 for Monday to 7 for Sunday, with the first and last day of each assignment. */
  days: { weekday: number; startsOn: string; endsOn: string }[];
}

/** A site nearby, for comparison. */
export type Neighbour = Pick<
  SiteLoad,
  | 'site'
  | 'name'
  | 'type'
  | 'devices'
  | 'minutesPerAllocatedHour'
  | 'minutesPerDeliveredHour'
  | 'hoursPer100Devices'
  | 'repairsPer100Devices'
> & {
  /** In a straight line, with 1 decimal. */
  kilometres: number;
};

/**
 * The support of one site, for its principal: which technicians come and when, the hours delivered, open requests, and
 * how other sites compare.
 */
export interface SiteSupport {
  asOf: string;
  schoolYear: string;
  /** Key of the model. `none` if no model is in force. */
  model: string;
  /** The technicians who have an assignment here on the day. */
  technicians: SiteTechnician[];
  /** For the last four full weeks. Null if no hours were due and no hours were delivered. */
  delivered: SiteDelivered | null;
  /** Requests that are not decided yet. */
  requests: PurchaseView[];
  load: SiteLoad;
  notRecorded: NotRecorded[];
  /** For the last twelve months. */
  months: LoadMonth[];
  /** The nearest sites that the caller can see, without small ones. Empty if the site has no coordinates. */
  neighbours: Neighbour[];
}

const MOST_NEIGHBOURS = 5;
const MOST_ROWS = 200;
const WEEKS = 4;

@Injectable()
export class SiteSupportService {
  constructor(
    private readonly source: DataSource,
    private readonly loads: SupportLoadService,
    private readonly trends: LoadTrendService,
    private readonly assignments: SupportAssignments,
    private readonly deliveries: DeliveredService,
    private readonly purchases: PurchasesQueries,
  ) {}

  /** @throws NotFound where the site is not there, not open in the school year, or out of reach */
  async find(scope: Scope, siteId: string, query: SiteSupportQuery): Promise<SiteSupport> {
    const here: Scope = { ...scope, sites: new Set([siteId]) };
    const { asOf, schoolYear, model, sites, notRecorded } = await this.loads.find(scope, query, here);
    const load = sites.find((site) => site.siteId === siteId);
    if (!load) throw new SiteNotFound();
    const { items: requests } = await this.purchases.list(here, {
      limit: MOST_ROWS,
      sort: '-id',
      schoolYear,
      state: 'submitted',
    });
    const to = daysAfter(mondayOf(asOf), -1);
    const from = daysAfter(to, 1 - 7 * WEEKS);
    const delivered = await this.deliveries.find(here, { ...query, schoolYear, from, to });
    const { months } = await this.trends.find(here, { to: asOf });
    return {
      asOf,
      schoolYear,
      model,
      technicians: await this.technicians(here, asOf),
      delivered: delivered.sites.find(({ site }) => site === load.site) ?? null,
      requests,
      load,
      notRecorded,
      months,
      neighbours: await this.neighbours(scope, siteId, sites),
    };
  }

  private async technicians(here: Scope, on: string): Promise<SiteTechnician[]> {
    const { items } = await this.assignments.list(here, { limit: MOST_ROWS, sort: 'id', on });
    return [...groupBy(items, ({ technicianId }) => technicianId)].map(([technicianId, days]) => ({
      technicianId,
      technician: days[0]?.technician ?? '',
      days: days
        .map(({ weekday, startsOn, endsOn }) => ({ weekday, startsOn, endsOn }))
        .toSorted((one, other) => one.weekday - other.weekday),
    }));
  }

  private async neighbours(scope: Scope, siteId: string, sites: readonly SiteLoad[]): Promise<Neighbour[]> {
    const rows = await this.source.query<(Point & { id: string })[]>(
      `SELECT id, latitude, longitude FROM sites
        WHERE district_id = $1 AND ($2::uuid[] IS NULL OR id = ANY ($2))
          AND latitude IS NOT NULL AND longitude IS NOT NULL`,
      [scope.districtId, siteFilter(scope)],
    );
    const points = new Map(rows.map(({ id, ...point }) => [id, point]));
    const home = points.get(siteId);
    if (!home) return [];
    return sites
      .flatMap((other) => {
        const point = points.get(other.siteId);
        return point && other.siteId !== siteId && !other.isSmall
          ? [neighbourOf(other, kilometres(home, point))]
          : [];
      })
      .toSorted((a, b) => a.kilometres - b.kilometres)
      .slice(0, MOST_NEIGHBOURS);
  }
}

function neighbourOf(load: SiteLoad, distance: number): Neighbour {
  const { site, name, type, devices } = load;
  const { minutesPerAllocatedHour, minutesPerDeliveredHour, hoursPer100Devices, repairsPer100Devices } = load;
  return {
    site,
    name,
    type,
    kilometres: distance,
    devices,
    minutesPerAllocatedHour,
    minutesPerDeliveredHour,
    hoursPer100Devices,
    repairsPer100Devices,
  };
}
