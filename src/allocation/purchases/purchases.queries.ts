import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import type { Page } from '../../common/paging.js';
import { NotFound } from '../../common/refusal.js';
import { schoolYearName, schoolYearOf } from '../../common/time/school-year.js';
import { stepsOf } from '../../steps/step-history.js';
import { nextSteps } from '../../steps/step-machine.js';
import type { Unit } from '../models/allocation-model.js';
import type { Payer, PurchaseState } from '../entities/support-purchase.entities.js';
import { PURCHASE_STEPS, type PurchaseFacts } from './purchase-steps.js';
import type { PurchasesQuery } from './purchases.dto.js';

/** Support that a site requests and pays for. */
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
  /** Hours or days per week. */
  amount: number;
  /** Whole cents, at the price on the day of the request. */
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

/** A step of a purchase. */
export interface PurchaseStepView {
  version: number;
  state: PurchaseState;
  priceCents: number;
  note: string | null;
  takenAt: Date;
  /** Account; null for the system. */
  takenBy: string | null;
  /** Name or email of the account. */
  takenByName: string | null;
}

export interface PurchaseDetail extends PurchaseView {
  /** Oldest first. */
  steps: PurchaseStepView[];
  /** The states to which you can take the request now, and whether each needs a note that says why. */
  nextStates: { state: PurchaseState; needsNote: boolean }[];
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
    const row = await this.lists.find(PURCHASES, scope, id);
    if (!row) throw new NotFound('The support request', 'PURCHASE_NOT_FOUND');
    const history = await stepsOf(this.source.manager, scope, PURCHASE_STEPS, id);
    return {
      ...viewOf(row),
      steps: history.map(({ version, to, note, details, takenAt, takenBy, takenByName }) => ({
        version,
        state: to as PurchaseState,
        priceCents: (details as Pick<PurchaseFacts, 'priceCents'>).priceCents,
        note,
        takenAt,
        takenBy,
        takenByName,
      })),
      nextStates: nextSteps(PURCHASE_STEPS, row.state, scope)
        .filter(({ step }) => step !== 'redraft')
        .map(({ to, needsNote }) => ({ state: to, needsNote })),
    };
  }
}

function viewOf({ yearBegins, ...row }: PurchaseRow): PurchaseView {
  return { ...row, schoolYear: schoolYearName(yearBegins) };
}
