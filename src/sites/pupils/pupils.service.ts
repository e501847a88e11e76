import { Injectable } from '@nestjs/common';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import { type Scope, reaches } from '../../access/scope.js';
import { StaleVersion } from '../../common/http/etag.js';
import type { Page } from '../../common/paging.js';
import { Transactions } from '../../database/transactions.js';
import type { PupilSource } from '../entities/site-pupils.entity.js';
import { Site } from '../entities/site.entity.js';
import { appendPupils, currentPupils, pupilsKey } from './pupil-revisions.js';
import { schoolYearName, schoolYearOf } from '../../common/time/school-year.js';
import type { Tx } from '../../database/tx.js';
import type { PupilsQuery } from '../sites.dto.js';
import { SitesQueries } from '../sites.queries.js';
import { SiteNotFound } from '../sites.errors.js';

/**
 * A number of enrolled students that somebody entered or imported. The highest revision of a school year counts.
 */
export interface PupilsView {
  /** Such as `2025-26`. */
  schoolYear: string;
  revision: number;
  pupils: number;
  source: PupilSource;
  recordedAt: Date;
  recordedBy: string | null;
}

type PupilsRow = Omit<PupilsView, 'schoolYear'> & { yearBegins: number };

const VIEW = `
  SELECT school_year AS "yearBegins", revision, pupils, source, recorded_at AS "recordedAt",
         recorded_by AS "recordedBy"
    FROM site_pupils WHERE district_id = $1`;

const HISTORY = list<PupilsRow, PupilsQuery & { siteId: string }>({
  name: 'pupils',
  select: VIEW,
  reach: 'site_id',
  filters: { siteId: (id, param) => `site_id = ${param(id)}` },
  sorts: { schoolYear: ['school_year', 'revision'] },
});

/** Pupils by school year. Numbers are never edited: a new one is a new revision. */
@Injectable()
export class PupilsService {
  constructor(
    private readonly lists: Lists,
    private readonly transactions: Transactions,
    private readonly sites: SitesQueries,
  ) {}

  /** Every number that was ever given for a site: latest school year first, its standing number first. */
  async history(scope: Scope, siteId: string, query: PupilsQuery): Promise<Page<PupilsView>> {
    await this.sites.assertThere(scope, siteId);
    return this.lists.answer(HISTORY, scope, { ...query, siteId }, (rows) => rows.map(viewOf));
  }

  /**
   * Says how many pupils a site has in a school year; files never overwrite it from then on. Saying what
   * stands already, and was said by a person, adds no revision.
   * @param schoolYear such as `2025-26`
   * @param revision the one the caller read, checked where there is one; undefined or null for any
   */
  set(
    scope: Scope,
    siteId: string,
    schoolYear: string,
    pupils: number,
    revision: number | null | undefined,
  ): Promise<PupilsView> {
    const { districtId } = scope;
    const year = schoolYearOf(schoolYear);
    if (!reaches(scope, siteId)) throw new SiteNotFound();
    return this.transactions.run(async (tx) => {
      const site = await tx.findOne(Site, {
        where: { districtId, id: siteId },
        lock: { mode: 'for_no_key_update' },
      });
      if (!site) throw new SiteNotFound();
      const standing = (await currentPupils(tx, districtId, [siteId], [year])).get(pupilsKey(siteId, year));
      const last = standing?.revision ?? 0;
      if (typeof revision === 'number' && revision !== last) throw new StaleVersion('The number', last);
      if (standing?.pupils !== pupils || standing.source !== 'person')
        await appendPupils(tx, districtId, [
          {
            siteId,
            schoolYear: year,
            revision: last + 1,
            pupils,
            source: 'person',
            recordedBy: scope.accountId,
          },
        ]);
      return this.standing(tx, districtId, siteId, year);
    });
  }

  private async standing(tx: Tx, districtId: string, siteId: string, year: number): Promise<PupilsView> {
    const [row] = await tx.query<PupilsRow[]>(
      `${VIEW} AND site_id = $2 AND school_year = $3 ORDER BY revision DESC LIMIT 1`,
      [districtId, siteId, year],
    );
    if (!row) throw new SiteNotFound();
    return viewOf(row);
  }
}

function viewOf({ yearBegins, ...row }: PupilsRow): PupilsView {
  return { schoolYear: schoolYearName(yearBegins), ...row };
}
