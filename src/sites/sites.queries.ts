import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, reaches } from '../access/scope.js';
import { Clock, dateIn } from '../common/time/clock.js';
import { type Page, decodeCursor, pageOf } from '../common/paging.js';
import { schoolYearName } from '../common/time/school-year.js';
import type { Statements } from '../database/tx.js';
import { CHOSEN_SITES, siteParameters, SITES_WITH_PUPILS } from './site-filter.js';
import type { SiteType } from './site-type.js';
import type { SitesQuery, SiteSort } from './sites.dto.js';
import { SiteNotFound } from './sites.errors.js';

/** A site as the API shows it. */
export interface SiteView {
  id: string;
  code: string;
  name: string;
  type: SiteType;
  gradeSpan: string | null;
  region: string | null;
  street: string | null;
  city: string | null;
  state: string | null;
  postalCode: string | null;
  latitude: number | null;
  longitude: number | null;
  served: boolean;
  charter: boolean;
  openedOn: string | null;
  closedOn: string | null;
  successorId: string | null;
  /** Names of fields that files never overwrite. */
  setByPerson: string[];
  version: number;
  createdAt: Date;
  updatedAt: Date;
  /** Pupils of `schoolYear`; null where nobody has given a number. */
  pupils: number | null;
  /** Such as `2025-26`; null where there is no number at all. */
  schoolYear: string | null;
}

/** One site with what its list does not show. */
export interface SiteDetail extends SiteView {
  /** Latest first. */
  regions: { region: string; fromOn: string; toOn: string | null }[];
}

/** What other modules need to turn a word in a file into a site. */
export interface SiteDirectoryEntry {
  id: string;
  code: string;
  name: string;
  region: string | null;
  type: SiteType;
  openedOn: string | null;
  closedOn: string | null;
}

/** `$1` district, `$2` school year or null for each site's latest. */
const VIEW = `
  SELECT s.id, s.code, s.name, s.type, s.grade_span AS "gradeSpan", s.region, s.street, s.city, s.state,
         s.postal_code AS "postalCode", s.latitude, s.longitude, s.served, s.charter,
         s.opened_on AS "openedOn", s.closed_on AS "closedOn", s.successor_id AS "successorId",
         s.set_by_person AS "setByPerson", s.version, s.created_at AS "createdAt", s.updated_at AS "updatedAt",
         p.pupils, coalesce(p.school_year, $2) AS "yearBegins"
    FROM ${SITES_WITH_PUPILS}
   WHERE s.district_id = $1`;

/** Order, and what comes after a cursor at `$10` (sort value) and `$11` (id). */
const SORTS: Record<SiteSort, { after: string; order: string }> = {
  name: { after: '(s.name, s.id) > ($10, $11::uuid)', order: 's.name, s.id' },
  '-name': { after: '(s.name, s.id) < ($10, $11::uuid)', order: 's.name DESC, s.id DESC' },
  code: { after: '(s.code, s.id) > ($10, $11::uuid)', order: 's.code, s.id' },
  '-code': { after: '(s.code, s.id) < ($10, $11::uuid)', order: 's.code DESC, s.id DESC' },
};

type SiteRow = Omit<SiteView, 'schoolYear'> & { yearBegins: number | null };

@Injectable()
export class SitesQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The sites in reach, with the pupils of a school year. */
  async list(scope: Scope, query: SitesQuery): Promise<Page<SiteView>> {
    const { after, order } = SORTS[query.sort];
    const cursor = query.cursor ? decodeCursor(query.sort, query.cursor, 2) : [null, null];
    const rows = await this.source.query<SiteRow[]>(
      `${VIEW} AND ${CHOSEN_SITES}
          AND ($10::text IS NULL OR ${after})
        ORDER BY ${order} LIMIT $12`,
      [...siteParameters(scope, query, dateIn(scope.timeZone, this.clock.now())), ...cursor, query.limit + 1],
    );
    const byCode = query.sort.endsWith('code');
    return pageOf(rows.map(viewOf), query.limit, query.sort, (site) => [
      byCode ? site.code : site.name,
      site.id,
    ]);
  }

  /** @throws SiteNotFound also where it is out of the caller's reach */
  async find(scope: Scope, id: string, manager: Statements = this.source.manager): Promise<SiteDetail> {
    this.assertReach(scope, id);
    const [row] = await manager.query<(SiteRow & Pick<SiteDetail, 'regions'>)[]>(
      `SELECT v.*, coalesce((
           SELECT jsonb_agg(jsonb_build_object('region', r.region, 'fromOn', r.from_on, 'toOn', r.to_on)
                            ORDER BY r.from_on DESC)
             FROM site_regions r WHERE r.district_id = $1 AND r.site_id = $3), '[]') AS regions
         FROM (${VIEW} AND s.id = $3) v`,
      [scope.districtId, null, id],
    );
    if (!row) throw new SiteNotFound();
    return { ...viewOf(row), regions: row.regions };
  }

  /** Every site of the district, open or closed, by code: for modules that meet sites in files. */
  directory(districtId: string, manager: Statements = this.source.manager): Promise<SiteDirectoryEntry[]> {
    return manager.query<SiteDirectoryEntry[]>(
      `SELECT id, code, name, region, type, opened_on AS "openedOn", closed_on AS "closedOn"
         FROM sites WHERE district_id = $1 ORDER BY code`,
      [districtId],
    );
  }

  /** @throws SiteNotFound where the site is out of reach, of another district or not there */
  async assertThere(scope: Scope, id: string): Promise<void> {
    this.assertReach(scope, id);
    const found = await this.source.query<unknown[]>(
      `SELECT 1 FROM sites WHERE district_id = $1 AND id = $2`,
      [scope.districtId, id],
    );
    if (found.length === 0) throw new SiteNotFound();
  }

  private assertReach(scope: Scope, id: string): void {
    if (!reaches(scope, id)) throw new SiteNotFound();
  }
}

function viewOf({ yearBegins, ...row }: SiteRow): SiteView {
  return { ...row, schoolYear: yearBegins === null ? null : schoolYearName(yearBegins) };
}
