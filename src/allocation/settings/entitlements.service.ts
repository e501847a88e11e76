import { Injectable } from '@nestjs/common';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import { type Scope, reaches } from '../../access/scope.js';
import { StaleVersion } from '../../common/http/etag.js';
import type { Page, SortedPage } from '../../common/paging.js';
import { Transactions } from '../../database/transactions.js';
import { schoolYearName } from '../../common/time/school-year.js';
import type { Tx } from '../../database/tx.js';
import { schoolYearOf } from '../../common/time/school-year.js';
import { SiteNotFound } from '../../sites/sites.errors.js';
import { SitesQueries } from '../../sites/sites.queries.js';
import type { Unit } from '../models/allocation-model.js';

/** The recorded support of a site. The highest revision of a school year counts. */
export interface EntitlementView {
  schoolYear: string;
  revision: number;
  unit: Unit;
  /** Hours or days per week. Null if the amount was removed, so that the model decides again. */
  amount: number | null;
  note: string | null;
  recordedAt: Date;
  recordedBy: string | null;
}

export type Entitlement = Pick<EntitlementView, 'unit' | 'amount' | 'note'>;

type EntitlementRow = Omit<EntitlementView, 'schoolYear'> & { yearBegins: number };

const VIEW = `
  SELECT school_year AS "yearBegins", revision, unit, amount, note, recorded_at AS "recordedAt",
         recorded_by AS "recordedBy"
    FROM site_entitlements
   WHERE district_id = $1`;

const HISTORY = list<EntitlementRow, SortedPage<'schoolYear'> & { siteId: string }>({
  name: 'entitlements',
  select: VIEW,
  reach: 'site_id',
  filters: { siteId: (id, param) => `site_id = ${param(id)}` },
  sorts: { schoolYear: ['school_year', 'revision'] },
});

/** What the district gives a site apart from its model. Never edited: a new word is a new revision. */
@Injectable()
export class SiteEntitlements {
  constructor(
    private readonly lists: Lists,
    private readonly transactions: Transactions,
    private readonly sites: SitesQueries,
  ) {}

  /** Everything that was ever said of a site: latest school year first, what stands first. */
  async history(
    scope: Scope,
    siteId: string,
    query: SortedPage<'schoolYear'>,
  ): Promise<Page<EntitlementView>> {
    await this.sites.assertThere(scope, siteId);
    return this.lists.answer(HISTORY, scope, { ...query, siteId }, (rows) => rows.map(viewOf));
  }

  /** @param revision the one the caller read, checked where there is one */
  set(
    scope: Scope,
    siteId: string,
    schoolYear: string,
    { unit, amount, note }: Entitlement,
    revision: number | null,
  ): Promise<EntitlementView> {
    const { districtId, accountId } = scope;
    const year = schoolYearOf(schoolYear);
    if (!reaches(scope, siteId)) throw new SiteNotFound();
    return this.transactions.run(async (tx) => {
      const found = await tx.query<unknown[]>(
        `SELECT 1 FROM sites WHERE district_id = $1 AND id = $2 FOR NO KEY UPDATE`,
        [districtId, siteId],
      );
      if (found.length === 0) throw new SiteNotFound();
      const last = (await this.standing(tx, districtId, siteId, year))?.revision ?? 0;
      if (revision !== null && revision !== last)
        throw new StaleVersion('The entitlement of this site', last);
      await tx.query(
        `INSERT INTO site_entitlements (district_id, site_id, school_year, revision, unit, amount, note, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [districtId, siteId, year, last + 1, unit, amount, note, accountId],
      );
      return (await this.standing(tx, districtId, siteId, year)) as EntitlementView;
    });
  }

  private async standing(
    tx: Tx,
    districtId: string,
    siteId: string,
    year: number,
  ): Promise<EntitlementView | undefined> {
    const [row] = await tx.query<EntitlementRow[]>(
      `${VIEW} AND site_id = $2 AND school_year = $3 ORDER BY revision DESC LIMIT 1`,
      [districtId, siteId, year],
    );
    return row && viewOf(row);
  }
}

function viewOf({ yearBegins, ...row }: EntitlementRow): EntitlementView {
  return { schoolYear: schoolYearName(yearBegins), ...row };
}
