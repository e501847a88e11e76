import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import type { Page } from '../../common/paging.js';
import { NotFound } from '../../common/refusal.js';
import { schoolYearName, schoolYearOf } from '../../common/time/school-year.js';
import type { Statements, Tx } from '../../database/tx.js';
import type { Unit } from '../models/allocation-model.js';
import type { Payer, PurchaseState } from '../entities/support-purchase.entities.js';
import type { PurchasesQuery } from './purchases.dto.js';

/** Help that a site asks for and pays. */
export interface PurchaseView {
  id: string;
  siteId: string;
  /** Code of the site or office. */
  site: string;
  siteName: string;
  schoolYear: string;
  model: string;
  modelVersion: number;
  option: string;
  optionName: string;
  /** First and last day, included. */
  startsOn: string;
  endsOn: string;
  unit: Unit;
  /** Hours or days a week. */
  amount: number;
  /** Integer cents, at the price of when it was asked for. */
  priceCents: number;
  payer: Payer;
  payerName: string | null;
  accountString: string | null;
  note: string | null;
  state: PurchaseState;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** What was done to a purchase. */
export interface PurchaseStepView {
  version: number;
  state: PurchaseState;
  priceCents: number;
  note: string | null;
  takenAt: Date;
  /** Account; null for the system. */
  takenBy: string | null;
  /** Name or address of the account. */
  takenByName: string | null;
}

export interface PurchaseDetail extends PurchaseView {
  /** Oldest first. */
  steps: PurchaseStepView[];
}

type PurchaseRow = Omit<PurchaseView, 'schoolYear'> & { yearBegins: number };

const PURCHASES = list<PurchaseRow, PurchasesQuery>({
  name: 'purchases',
  select: `
    SELECT b.id, b.site_id AS "siteId", s.code AS site, s.name AS "siteName", b.school_year AS "yearBegins",
           b.model_key AS model, b.model_version AS "modelVersion", b.option_key AS option,
           b.option_name AS "optionName", b.starts_on AS "startsOn", b.ends_on AS "endsOn", b.unit, b.amount,
           b.price_cents AS "priceCents", b.payer, b.payer_name AS "payerName", b.account_string AS "accountString",
           b.note, b.state, b.version, b.created_at AS "createdAt", b.updated_at AS "updatedAt"
      FROM support_purchases b
      JOIN sites s ON s.district_id = $1 AND s.id = b.site_id
     WHERE b.district_id = $1`,
  reach: 'b.site_id',
  filters: {
    schoolYear: (year, param) => `b.school_year = ${param(schoolYearOf(year))}`,
    state: (state, param) => `b.state = ${param(state)}`,
    site: (code, param) => `s.code = ${param(code)}`,
  },
  sorts: { id: ['b.id'] },
  id: 'b.id',
});

@Injectable()
export class PurchasesQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
  ) {}

  list(scope: Scope, query: PurchasesQuery): Promise<Page<PurchaseView>> {
    return this.lists.answer(PURCHASES, scope, query, (rows) => rows.map(viewOf));
  }

  /** @throws NotFound where it is not there, or of a site out of reach */
  async find(scope: Scope, id: string): Promise<PurchaseDetail> {
    const purchase = await this.one(scope, id);
    const steps = await this.source.query<PurchaseStepView[]>(
      `SELECT p.version, p.state, p.price_cents AS "priceCents", p.note, p.taken_at AS "takenAt",
              p.taken_by AS "takenBy", coalesce(a.name, a.email) AS "takenByName"
         FROM support_purchase_steps p
         LEFT JOIN accounts a ON a.district_id = $1 AND a.id = p.taken_by
        WHERE p.district_id = $1 AND p.purchase_id = $2 ORDER BY p.version`,
      [scope.districtId, id],
    );
    return { ...purchase, steps };
  }

  lock(tx: Tx, scope: Scope, id: string): Promise<PurchaseView> {
    return this.one(scope, id, tx, 'FOR NO KEY UPDATE OF b');
  }

  private async one(scope: Scope, id: string, db?: Statements, lock?: string): Promise<PurchaseView> {
    const row = await this.lists.find(PURCHASES, scope, id, db, lock);
    if (!row) throw new NotFound('The purchase', 'PURCHASE_NOT_FOUND');
    return viewOf(row);
  }
}

function viewOf({ yearBegins, ...row }: PurchaseRow): PurchaseView {
  return { ...row, schoolYear: schoolYearName(yearBegins) };
}
