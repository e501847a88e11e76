import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { type Scope, reaches, siteFilter } from '../access/scope.js';
import { Clock, dateIn } from '../common/clock.js';
import { containing } from '../common/like-pattern.js';
import { type Page, decodeCursor, pageOf } from '../common/paging.js';
import { readSchoolYear, schoolYearName } from './school-year.js';
import type { SiteType } from './site-type.js';
import type { SitesQuery, SiteSort } from './sites.dto.js';
import { SiteNotFound, wrongField } from './sites.errors.js';

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
    FROM sites s
    LEFT JOIN LATERAL (
      SELECT x.pupils, x.school_year FROM site_pupils x
       WHERE x.district_id = s.district_id AND x.site_id = s.id
         AND ($2::smallint IS NULL OR x.school_year = $2)
       ORDER BY x.school_year DESC, x.revision DESC LIMIT 1) p ON true`;

/** Order, and what comes after a cursor at `$8` (sort value) and `$9` (id). */
const SORTS: Record<SiteSort, { after: string; order: string }> = {
  name: { after: '(s.name, s.id) > ($8, $9::uuid)', order: 's.name, s.id' },
  '-name': { after: '(s.name, s.id) < ($8, $9::uuid)', order: 's.name DESC, s.id DESC' },
  code: { after: '(s.code, s.id) > ($8, $9::uuid)', order: 's.code, s.id' },
  '-code': { after: '(s.code, s.id) < ($8, $9::uuid)', order: 's.code DESC, s.id DESC' },
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
      `${VIEW}
        WHERE s.district_id = $1
          AND ($3::uuid[] IS NULL OR s.id = ANY ($3))
          AND ($4::text IS NULL OR s.type = $4)
          AND ($5::text IS NULL OR s.region = $5)
          AND ($6::boolean IS NULL OR s.served = $6)
          AND ($7::text IS NULL OR s.name ILIKE $7 OR s.code ILIKE $7)
          AND ($8::text IS NULL OR ${after})
          AND ($10::boolean IS NULL OR $10 = (coalesce(s.opened_on <= $11::date, true)
                AND coalesce(s.closed_on > $11::date, true)))
        ORDER BY ${order} LIMIT $12`,
      [
        scope.districtId,
        schoolYearOf(query.schoolYear),
        siteFilter(scope),
        query.type ?? null,
        query.region ?? null,
        query.served ?? null,
        query.text ? containing(query.text) : null,
        ...cursor,
        query.open ?? null,
        dateIn(scope.timeZone, this.clock.now()),
        query.limit + 1,
      ],
    );
    const byCode = query.sort.endsWith('code');
    return pageOf(rows.map(viewOf), query.limit, query.sort, (site) => [
      byCode ? site.code : site.name,
      site.id,
    ]);
  }

  /** @throws SiteNotFound also where it is out of the caller's reach */
  async find(scope: Scope, id: string, manager: EntityManager = this.source.manager): Promise<SiteDetail> {
    this.assertReach(scope, id);
    const [row] = await manager.query<(SiteRow & Pick<SiteDetail, 'regions'>)[]>(
      `SELECT v.*, coalesce((
           SELECT jsonb_agg(jsonb_build_object('region', r.region, 'fromOn', r.from_on, 'toOn', r.to_on)
                            ORDER BY r.from_on DESC)
             FROM site_regions r WHERE r.district_id = $1 AND r.site_id = $3), '[]') AS regions
         FROM (${VIEW} WHERE s.district_id = $1 AND s.id = $3) v`,
      [scope.districtId, null, id],
    );
    if (!row) throw new SiteNotFound();
    return { ...viewOf(row), regions: row.regions };
  }

  /** Every site of the district, open or closed, by code: for modules that meet sites in files. */
  directory(districtId: string, manager: EntityManager = this.source.manager): Promise<SiteDirectoryEntry[]> {
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

/** @throws InvalidInput where the text is no school year */
export function schoolYearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const year = readSchoolYear(text);
  if (year === undefined) throw wrongField('schoolYear', 'NO_SCHOOL_YEAR', 'write it like 2025-26');
  return year;
}

function viewOf({ yearBegins, ...row }: SiteRow): SiteView {
  return { ...row, schoolYear: yearBegins === null ? null : schoolYearName(yearBegins) };
}
