import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../access/lists/list.js';
import { Lists } from '../access/lists/lists.service.js';
import { type Scope, reaches } from '../access/scope.js';
import type { Page } from '../common/paging.js';
import { schoolYearName } from '../common/time/school-year.js';
import type { Statements } from '../database/tx.js';
import { SITE_FILTERS, sitesWithPupils, yearOf } from './site-filter.js';
import type { SiteType } from './site-type.js';
import type { SitesQuery } from './sites.dto.js';
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
  /** Enrolled students of `schoolYear`. Null if there is no number. */
  pupils: number | null;
  /** School year such as `2025-26`. Null if there is no number. */
  schoolYear: string | null;
}

/** One site, with details that the list does not show. */
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

type SiteRow = Omit<SiteView, 'schoolYear'> & { yearBegins: number | null };

const SITES = list<SiteRow, SitesQuery>({
  name: 'sites',
  select: (param, { schoolYear }) => {
    const year = param(yearOf(schoolYear));
    return `
      SELECT s.id, s.code, s.name, s.type, s.grade_span AS "gradeSpan", s.region, s.street, s.city, s.state,
             s.postal_code AS "postalCode", s.latitude, s.longitude, s.served, s.charter,
             s.opened_on AS "openedOn", s.closed_on AS "closedOn", s.successor_id AS "successorId",
             s.set_by_person AS "setByPerson", s.version, s.created_at AS "createdAt", s.updated_at AS "updatedAt",
             p.pupils, coalesce(p.school_year, ${year}) AS "yearBegins"
        FROM ${sitesWithPupils(year)}
       WHERE s.district_id = $1`;
  },
  reach: 's.id',
  filters: SITE_FILTERS,
  sorts: { name: ['s.name', 's.id'], code: ['s.code'] },
  id: 's.id',
});

@Injectable()
export class SitesQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
  ) {}

  /** The sites in reach, with the pupils of a school year. */
  list(scope: Scope, query: SitesQuery): Promise<Page<SiteView>> {
    return this.lists.page(SITES, scope, query, (rows) => rows.map(viewOf));
  }

  /** @throws SiteNotFound also where it is out of the caller's reach */
  async find(scope: Scope, id: string, manager: Statements = this.source.manager): Promise<SiteDetail> {
    const row = await this.lists.find(SITES, scope, id, manager);
    if (!row) throw new SiteNotFound();
    const regions = await manager.query<SiteDetail['regions']>(
      `SELECT region, from_on AS "fromOn", to_on AS "toOn" FROM site_regions
        WHERE district_id = $1 AND site_id = $2 ORDER BY from_on DESC`,
      [scope.districtId, id],
    );
    return { ...viewOf(row), regions };
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
