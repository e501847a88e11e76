import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { reaches, type Scope, siteFilter } from '../../access/scope.js';
import { explainConstraint } from '../../common/constraint-refusals.js';
import { StaleVersion } from '../../common/http/etag.js';
import { newId } from '../../common/ids.js';
import { decodeCursor, type Page, pageOf, type PageQuery } from '../../common/paging.js';
import { Conflict, NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Statements, Tx } from '../../database/tx.js';
import { siteIdsByCode } from '../../sites/site-codes.js';
import { wrongField } from '../../sites/sites.errors.js';
import { Technician } from '../entities/technician.entities.js';
import { lockTechnician } from './technician-reach.js';
import type { NewTechnicianBody, TechnicianChangeBody } from './technicians.dto.js';

/** Somebody who gives help at sites. */
export interface TechnicianView {
  id: string;
  name: string;
  accountId: string | null;
  /** Code of the site where their day begins and ends. */
  homeSite: string;
  /** 1 Monday to 7 Sunday. */
  weekdays: number[];
  skills: string[];
  languages: string[];
  startsOn: string;
  /** The last day; null while they stay. */
  endsOn: string | null;
  version: number;
}

explainConstraint('technicians_account_once', () => accountTaken());
explainConstraint('technicians_account', () =>
  wrongField('accountId', 'UNKNOWN_ACCOUNT', 'the id of an account of this district'),
);
explainConstraint('technicians_dates_ordered', () =>
  wrongField('endsOn', 'BEFORE_START', 'the first day or later'),
);

/** `$2` sites in reach: who is at home there, or is assigned there. */
const VIEW = `
  SELECT t.id, t.name, t.account_id AS "accountId", s.code AS "homeSite", t.weekdays, t.skills, t.languages,
         t.starts_on AS "startsOn", t.ends_on AS "endsOn", t.version
    FROM technicians t
    JOIN sites s ON s.district_id = $1 AND s.id = t.home_site_id
   WHERE t.district_id = $1
     AND ($2::uuid[] IS NULL OR t.home_site_id = ANY ($2)
       OR EXISTS (SELECT 1 FROM support_assignments a
                   WHERE a.district_id = $1 AND a.technician_id = t.id AND a.site_id = ANY ($2)
                     AND a.cancelled_at IS NULL))`;

/** Technicians: where they are at home, on which days they work, what they know. */
@Injectable()
export class Technicians {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** Those at home or assigned at a site in reach. */
  async list(scope: Scope, { limit, cursor }: PageQuery): Promise<Page<TechnicianView>> {
    const after = cursor ? decodeCursor('technicians', cursor, 1)[0] : null;
    const rows = await this.source.query<TechnicianView[]>(
      `${VIEW} AND ($3::uuid IS NULL OR t.id > $3) ORDER BY t.id LIMIT $4`,
      [scope.districtId, siteFilter(scope), after, limit + 1],
    );
    return pageOf(rows, limit, 'technicians', ({ id }) => [id]);
  }

  find(scope: Scope, id: string): Promise<TechnicianView> {
    return this.one(this.source.manager, scope, id, '');
  }

  async create(scope: Scope, { homeSite, ...body }: NewTechnicianBody): Promise<TechnicianView> {
    const id = newId();
    await this.transactions.run(async (tx) => {
      const homeSiteId = await homeOf(tx, scope, homeSite);
      await tx.insert(Technician, { districtId: scope.districtId, id, homeSiteId, ...body });
    });
    return this.find(scope, id);
  }

  /** @param version null for whatever version there is */
  async change(
    scope: Scope,
    id: string,
    version: number | null,
    { homeSite, ...body }: TechnicianChangeBody,
  ): Promise<TechnicianView> {
    await this.transactions.run(async (tx) => {
      const before = await this.one(tx, scope, id, 'FOR NO KEY UPDATE OF t');
      await lockTechnician(tx, scope, id);
      if (version !== null && version !== before.version)
        throw new StaleVersion('The technician', before.version);
      const home = homeSite === undefined ? {} : { homeSiteId: await homeOf(tx, scope, homeSite) };
      await tx.update(
        Technician,
        { districtId: scope.districtId, id },
        { ...body, ...home, version: before.version + 1 },
      );
    });
    return this.find(scope, id);
  }

  private async one(
    db: Statements,
    scope: Scope,
    id: string,
    lock: '' | 'FOR NO KEY UPDATE OF t',
  ): Promise<TechnicianView> {
    const [row] = await db.query<TechnicianView[]>(`${VIEW} AND t.id = $3 ${lock}`, [
      scope.districtId,
      siteFilter(scope),
      id,
    ]);
    if (!row) throw new NotFound('The technician', 'TECHNICIAN_NOT_FOUND');
    return row;
  }
}

async function homeOf(tx: Tx, scope: Scope, code: string): Promise<string> {
  const id = (await siteIdsByCode(tx, scope.districtId, [code])).get(code);
  if (id === undefined || !reaches(scope, id))
    throw wrongField('homeSite', 'UNKNOWN_SITE', `there is no site ${code} in your reach`);
  return id;
}

function accountTaken(): Conflict {
  return new Conflict('This account is another technician’s.', 'ACCOUNT_TAKEN');
}
