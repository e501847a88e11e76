import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import type { DeviceKind } from '../../catalogue/kinds.js';
import { startOfDate } from '../../common/time/clock.js';

/** The claims of one site. */
export interface SiteClaims {
  /** Not closed or cancelled at the end of the day. */
  open: number;
  /** Opened in the year up to the day, by the kind of their device. Cancelled claims are not counted. */
  yearByKind: Map<DeviceKind, number>;
}

/** How much work claims make at sites. A claim belongs to the site where its device was when the claim was opened. */
@Injectable()
export class ClaimLoad {
  constructor(private readonly source: DataSource) {}

  /** @param asOf day in the district's time zone. By id of the site, without sites that have no claims */
  async bySite(scope: Scope, asOf: string): Promise<Map<string, SiteClaims>> {
    const day = DateTime.fromISO(asOf);
    const rows = await this.source.query<{ siteId: string; kind: DeviceKind; open: number; year: number }[]>(
      `SELECT k.site_id AS "siteId", d.kind,
              count(*) FILTER (WHERE k.ended_at IS NULL OR k.ended_at >= $4)::int AS open,
              count(*) FILTER (WHERE k.opened_at >= $3 AND k.state <> 'cancelled')::int AS year
         FROM claims k
         JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
        WHERE k.district_id = $1 AND ($2::uuid[] IS NULL OR k.site_id = ANY ($2)) AND k.opened_at < $4
          AND (k.opened_at >= $3 OR k.state NOT IN ('closed', 'cancelled') OR k.ended_at >= $4)
        GROUP BY 1, 2`,
      [
        scope.districtId,
        siteFilter(scope),
        startOfDate(scope.timeZone, iso(day.minus({ years: 1 }).plus({ days: 1 }))),
        startOfDate(scope.timeZone, iso(day.plus({ days: 1 }))),
      ],
    );
    const sites = new Map<string, SiteClaims>();
    for (const { siteId, kind, open, year } of rows) {
      const site = sites.get(siteId) ?? { open: 0, yearByKind: new Map<DeviceKind, number>() };
      if (year > 0) site.yearByKind.set(kind, year);
      sites.set(siteId, { ...site, open: site.open + open });
    }
    return sites;
  }

  /** Claims that were opened in each month, such as `2026-01`, by the kind of their device, at the sites in reach. */
  async byMonth(
    scope: Scope,
    { from, to }: { from: string; to: string },
  ): Promise<Map<string, Map<DeviceKind, number>>> {
    const rows = await this.source.query<{ month: string; kind: DeviceKind; count: number }[]>(
      `SELECT to_char(k.opened_at AT TIME ZONE $5, 'YYYY-MM') AS month, d.kind, count(*)::int AS count
         FROM claims k
         JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
        WHERE k.district_id = $1 AND ($2::uuid[] IS NULL OR k.site_id = ANY ($2))
          AND k.opened_at >= $3 AND k.opened_at < $4 AND k.state <> 'cancelled'
        GROUP BY 1, 2`,
      [
        scope.districtId,
        siteFilter(scope),
        startOfDate(scope.timeZone, from),
        startOfDate(scope.timeZone, iso(DateTime.fromISO(to).plus({ days: 1 }))),
        scope.timeZone,
      ],
    );
    const months = new Map<string, Map<DeviceKind, number>>();
    for (const { month, kind, count } of rows)
      months.set(month, (months.get(month) ?? new Map<DeviceKind, number>()).set(kind, count));
    return months;
  }
}

function iso(day: DateTime): string {
  return day.toISODate() ?? '';
}
