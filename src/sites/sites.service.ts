import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { newId } from '../common/ids.js';
import { PrincipalsService } from '../access/principals.service.js';
import { type Scope, reaches } from '../access/scope.js';
import { Clock, dateIn } from '../common/time/clock.js';
import { StaleVersion } from '../common/http/etag.js';
import { Forbidden } from '../common/refusal.js';
import { Transactions } from '../database/transactions.js';
import type { Tx } from '../database/tx.js';
import { mergeFields } from '../imports/field-merge.js';
import { Site } from './entities/site.entity.js';
import { writeRegionChanges } from './region-history.js';
import { assertDates, emptySite, givenByPerson, typeOfNewSite } from './site-fields.js';
import type { NewSiteBody, SiteChangeBody } from './sites.dto.js';
import { SiteNotFound, wrongField } from './sites.errors.js';
import { type SiteDetail, SitesQueries } from './sites.queries.js';

/** Sites, as people add and change them: what a person says is kept against every file. */
@Injectable()
export class SitesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: SitesQueries,
    private readonly clock: Clock,
    private readonly principals: PrincipalsService,
  ) {}

  /** @throws Forbidden for a caller who does not see the whole district: the new site would be out of reach */
  async create(scope: Scope, body: NewSiteBody): Promise<SiteDetail> {
    if (scope.sites !== 'all')
      throw new Forbidden('Only people who see the whole district can add a site.', 'WHOLE_DISTRICT_NEEDED');
    const { districtId } = scope;
    const given = givenByPerson(body);
    const id = newId();
    const site = {
      ...emptySite(body.name, typeOfNewSite(body.type, given.gradeSpan)),
      ...given,
    };
    assertDates(site);
    if (body.regionFrom && !site.region) throw regionFromAlone();
    const created = await this.transactions.run(async (tx) => {
      await tx.insert(Site, {
        ...site,
        districtId,
        id,
        setByPerson: saidOf(given),
      });
      await this.changeRegion(tx, scope, { ...site, id }, body.regionFrom);
      return this.queries.find(scope, id, tx);
    });
    this.principals.forget();
    return created;
  }

  /**
   * Changes what is said of a site; opens, closes and merges it too. A region changes from `regionFrom` on.
   * @param version null changes whatever version there is
   */
  async change(scope: Scope, id: string, version: number | null, body: SiteChangeBody): Promise<SiteDetail> {
    const { districtId } = scope;
    const given = givenByPerson(body);
    if (given.closedOn === null && given.successorId === undefined) given.successorId = null;
    const changed = await this.transactions.run(async (tx) => {
      const { site, successor } = await this.lock(tx, scope, id, given.successorId);
      if (version !== null && site.version !== version) throw new StaleVersion('The site', site.version);
      const { after, changes } = mergeFields(site, given, []);
      assertDates(after);
      if ('successorId' in changes || 'closedOn' in changes) assertMerger(after, successor);
      if (body.regionFrom && !('region' in changes)) throw regionFromAlone();
      if (Object.keys(changes).length === 0) return this.queries.find(scope, id, tx);
      const named = Object.keys(changes).filter((field) => field !== 'code');
      await tx.update(
        Site,
        { districtId, id },
        {
          ...Object.fromEntries(Object.entries(changes).map(([field, [, value]]) => [field, value])),
          setByPerson: [...new Set([...site.setByPerson, ...named])],
          version: site.version + 1,
          updatedAt: tx.at,
        },
      );
      if ('region' in changes) await this.changeRegion(tx, scope, after, body.regionFrom);
      return this.queries.find(scope, id, tx);
    });
    this.principals.forget();
    return changed;
  }

  /** Locks a site and its successor, the given or the present one, in the order of their ids. */
  private async lock(
    tx: Tx,
    scope: Scope,
    id: string,
    successorId: string | null | undefined,
  ): Promise<{ site: Site; successor: Site | undefined }> {
    if (!reaches(scope, id)) throw new SiteNotFound();
    if (successorId && !reaches(scope, successorId)) throw unknownSuccessor();
    // Not FOR UPDATE: devices that arrive at the site meanwhile only need its key to stay.
    const rows = await tx.find(Site, {
      where: { districtId: scope.districtId, id: In(successorId ? [id, successorId] : [id]) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    const site = rows.find((row) => row.id === id);
    if (!site) throw new SiteNotFound();
    const wanted = successorId === undefined ? site.successorId : successorId;
    const successor =
      rows.find((row) => row.id === wanted) ??
      (wanted ? await tx.findOneBy(Site, { districtId: scope.districtId, id: wanted }) : undefined);
    if (successorId && !successor) throw unknownSuccessor();
    return { site, successor: successor ?? undefined };
  }

  private async changeRegion(
    tx: Tx,
    scope: Scope,
    site: Pick<Site, 'id' | 'region' | 'openedOn'>,
    fromOn: string | undefined,
  ): Promise<void> {
    const { id: siteId, region, openedOn } = site;
    const today = dateIn(scope.timeZone, this.clock.now());
    await writeRegionChanges(
      tx,
      scope.districtId,
      [{ siteId, region, openedOn, fromOn: fromOn ?? null }],
      today,
    );
  }
}

/** A blank in a form for a new site says nothing, and leaves the field to files. */
function saidOf(given: Record<string, unknown>): string[] {
  return Object.entries(given).flatMap(([field, value]) =>
    value === null || field === 'code' ? [] : [field],
  );
}

/** A site that merged is closed, and what it merged into was open on that day: so mergers never go in circles. */
function assertMerger(site: Site, successor: Site | undefined): void {
  if (!site.successorId || !successor) return;
  if (site.successorId === site.id)
    throw wrongField('successorId', 'ITSELF', 'A site cannot be its own successor. Choose another site.');
  if (!site.closedOn)
    throw wrongField(
      'closedOn',
      'NOT_CLOSED',
      'A site that merges into another one needs a closing day. Enter the day.',
    );
  if (successor.closedOn && successor.closedOn <= site.closedOn)
    throw wrongField(
      'successorId',
      'SUCCESSOR_CLOSED',
      'The successor is closed on that day. Choose a site that is open then.',
    );
}

function unknownSuccessor(): Error {
  return wrongField('successorId', 'UNKNOWN_SITE', 'Choose one of your sites in this district.');
}

function regionFromAlone(): Error {
  return wrongField('regionFrom', 'REGION_UNCHANGED', 'Enter this day only when you change the region.');
}
