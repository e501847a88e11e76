import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../access/scope.js';
import {
  AGE_FROM,
  AUTO_UPDATE,
  AUTO_UPDATE_ENDS,
  FLEET_IN_USE,
  FLEET_TABLES,
} from '../reports/kinds/fleet.sql.js';
import type { SiteAge } from './site-load.js';

/** How old the devices of each site are, as the register has them now. */
@Injectable()
export class SiteAges {
  constructor(private readonly source: DataSource) {}

  /** @param today in the district's time zone. By id of the site. */
  async find(scope: Scope, today: string): Promise<Map<string, SiteAge>> {
    const rows = await this.source.query<(SiteAge & { siteId: string })[]>(
      `SELECT s.id AS "siteId", avg(($3::date - ${AGE_FROM}) / 365.25)::float8 AS years,
              count(*) FILTER (WHERE ${AUTO_UPDATE_ENDS} < $3::date)::int AS "pastAutoUpdate"
         ${FLEET_TABLES} ${AUTO_UPDATE} ${FLEET_IN_USE}
        GROUP BY 1`,
      [scope.districtId, siteFilter(scope), today],
    );
    return new Map(rows.map(({ siteId, ...age }) => [siteId, age]));
  }
}
