import { Injectable } from '@nestjs/common';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import { reaches, type Scope, siteFilter } from '../../access/scope.js';
import { explainConstraint } from '../../common/constraint-refusals.js';
import { StaleVersion } from '../../common/http/etag.js';
import { newId } from '../../common/ids.js';
import type { Page } from '../../common/paging.js';
import { Conflict, NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Statements, Tx } from '../../database/tx.js';
import { siteIdsByCode } from '../../sites/site-codes.js';
import { wrongField } from '../../sites/sites.errors.js';
import { Technician } from '../entities/technician.entities.js';
import { lockTechnician } from './technician-reach.js';
import type { NewTechnicianBody, TechnicianChangeBody, TechniciansQuery } from './technicians.dto.js';

/** A technician who supports sites. */
export interface TechnicianView {
  id: string;
  name: string;
  accountId: string | null;
  /** Code of the site where their day begins and ends. */
  homeSite: string;
  /** From 1 for Monday to 7 for Sunday. */
  weekdays: number[];
  skills: string[];
  languages: string[];
  startsOn: string;
  /** The last day. Null if there is none. */
  endsOn: string | null;
  version: number;
}

explainConstraint('technicians_account_once', () => accountTaken());
explainConstraint('technicians_account', () =>
  wrongField('accountId', 'UNKNOWN_ACCOUNT', 'Choose an account of this district.'),
);
explainConstraint('technicians_dates_ordered', () =>
  wrongField('endsOn', 'BEFORE_START', 'Choose the first day or a later day.'),
);

/** Those at home or assigned at a site in reach. */
const TECHNICIANS = list<TechnicianView, TechniciansQuery>({
  name: 'technicians',
  select: `
    SELECT t.id, t.name, t.account_id AS "accountId", s.code AS "homeSite", t.weekdays, t.skills, t.languages,
           t.starts_on AS "startsOn", t.ends_on AS "endsOn", t.version
      FROM technicians t
      JOIN sites s ON s.district_id = $1 AND s.id = t.home_site_id
     WHERE t.district_id = $1`,
  reach: (param, { scope }) => {
    const sites = param(siteFilter(scope));
    return `${sites}::uuid[] IS NULL OR t.home_site_id = ANY (${sites})
         OR EXISTS (SELECT 1 FROM support_assignments a
                     WHERE a.district_id = $1 AND a.technician_id = t.id AND a.site_id = ANY (${sites})
                       AND a.cancelled_at IS NULL)`;
  },
  filters: {},
  sorts: { id: ['t.id'] },
  id: 't.id',
});

/** Technicians: where they are at home, on which days they work, what they know. */
@Injectable()
export class Technicians {
  constructor(
    private readonly lists: Lists,
    private readonly transactions: Transactions,
  ) {}

  list(scope: Scope, query: TechniciansQuery): Promise<Page<TechnicianView>> {
    return this.lists.answer(TECHNICIANS, scope, query);
  }

  async find(scope: Scope, id: string, db?: Statements, lock?: string): Promise<TechnicianView> {
    const row = await this.lists.find(TECHNICIANS, scope, id, db, lock);
    if (!row) throw new NotFound('The technician', 'TECHNICIAN_NOT_FOUND');
    return row;
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
      const before = await this.find(scope, id, tx, 'FOR NO KEY UPDATE OF t');
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
}

async function homeOf(tx: Tx, scope: Scope, code: string): Promise<string> {
  const id = (await siteIdsByCode(tx, scope.districtId, [code])).get(code);
  if (id === undefined || !reaches(scope, id))
    throw wrongField('homeSite', 'UNKNOWN_SITE', `You have no site with the code ${code}. Check the code.`);
  return id;
}

function accountTaken(): Conflict {
  return new Conflict('This account belongs to another technician. Choose another account.', 'ACCOUNT_TAKEN');
}
