import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { may, reaches, type Scope } from '../../access/scope.js';
import { Clock, dateIn } from '../../common/time/clock.js';
import { StaleVersion } from '../../common/http/etag.js';
import { newId } from '../../common/ids.js';
import { Conflict, Forbidden } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { siteIdsByCode } from '../../sites/site-codes.js';
import { schoolYearOf } from '../../common/time/school-year.js';
import { wrongField } from '../../sites/sites.errors.js';
import { FULL_TIME, priceOf, type Unit } from '../models/allocation-model.js';
import { endCoversOfEnded } from '../technicians/ended-covers.js';
import { AllocationModels } from '../models/models.service.js';
import { optionDays } from '../models/option-days.js';
import { nextStates, wayOf } from './purchase-steps.js';
import type { NewPurchaseBody, PurchaseDraftBody, PurchaseStepBody } from './purchases.dto.js';
import { type PurchaseDetail, PurchasesQueries, type PurchaseView } from './purchases.queries.js';

/** What is bought, when and for how much, as a model prints it. */
interface Priced {
  modelKey: string;
  modelVersion: number;
  optionKey: string;
  optionName: string;
  startsOn: string;
  endsOn: string;
  unit: Unit;
  amount: number;
  priceCents: number;
}

/** Requests for help that a site or an office pays: drafted, submitted, approved, encumbered, or cancelled. */
@Injectable()
export class SupportPurchases {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly models: AllocationModels,
    private readonly queries: PurchasesQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput where there is no such site in reach, option or price */
  async create(scope: Scope, body: NewPurchaseBody): Promise<PurchaseDetail> {
    const sites = await siteIdsByCode(this.source.manager, scope.districtId, [body.site]);
    const siteId = sites.get(body.site.toUpperCase());
    if (siteId === undefined || !reaches(scope, siteId))
      throw wrongField('site', 'UNKNOWN_SITE', `there is no site ${body.site} among yours`);
    const year = schoolYearOf(body.schoolYear);
    const priced = await this.priced(scope, year, body);
    const id = newId();
    await this.transactions.run(async (tx) => {
      await tx.query(
        `INSERT INTO support_purchases (district_id, id, site_id, school_year, model_key, model_version, option_key,
                option_name, starts_on, ends_on, unit, amount, price_cents, payer, payer_name, account_string, note)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
        [scope.districtId, id, siteId, year, ...columnsOf(priced), ...paymentOf(body)],
      );
      await noteStep(tx, scope, { id, version: 1, state: 'draft', priceCents: priced.priceCents }, null);
    });
    return this.queries.find(scope, id);
  }

  /** Says a draft anew, at today's prices. @param version null for whatever version there is */
  async redraft(
    scope: Scope,
    id: string,
    version: number | null,
    body: PurchaseDraftBody,
  ): Promise<PurchaseDetail> {
    const { schoolYear } = await this.queries.find(scope, id);
    const priced = await this.priced(scope, schoolYearOf(schoolYear), body);
    await this.transactions.run(async (tx) => {
      const purchase = await this.queries.lock(tx, scope, id);
      assertVersion(purchase, version);
      if (purchase.state !== 'draft')
        throw new Conflict(
          `Only a draft can be changed; this request is ${purchase.state}. Cancel it and make another.`,
          'NO_DRAFT',
        );
      await tx.query(
        `UPDATE support_purchases SET model_key = $3, model_version = $4, option_key = $5, option_name = $6,
                starts_on = $7, ends_on = $8, unit = $9, amount = $10, price_cents = $11, payer = $12,
                payer_name = $13, account_string = $14, note = $15, version = version + 1, updated_at = now()
          WHERE district_id = $1 AND id = $2`,
        [scope.districtId, id, ...columnsOf(priced), ...paymentOf(body)],
      );
      const step = {
        id,
        version: purchase.version + 1,
        state: purchase.state,
        priceCents: priced.priceCents,
      };
      await noteStep(tx, scope, step, null);
    });
    return this.queries.find(scope, id);
  }

  /** Takes a request on to another state; price and days stay as they were submitted. */
  async step(
    scope: Scope,
    id: string,
    version: number | null,
    { state, note, accountString }: PurchaseStepBody,
  ): Promise<PurchaseDetail> {
    await this.transactions.run(async (tx) => {
      const purchase = await this.queries.lock(tx, scope, id);
      assertVersion(purchase, version);
      const way = wayOf(purchase.state, state);
      if (!way)
        throw new Conflict(
          `A request that is ${purchase.state} cannot become ${state}; it can become ${nextStates(purchase.state).join(' or ') || 'nothing else'}.`,
          'NO_SUCH_STEP',
        );
      if (!may(scope, way.needs))
        throw new Forbidden(`This step needs the permission ${way.needs}.`, 'NEED_MISSING');
      if (way.needsNote && note === undefined)
        throw wrongField('note', 'NOTE_MISSING', 'say why, for those who asked');
      const account = accountString ?? purchase.accountString;
      if (state === 'encumbered' && account === null)
        throw wrongField('accountString', 'ACCOUNT_MISSING', 'say which account is charged');
      await tx.query(
        `UPDATE support_purchases SET state = $3, account_string = $4, version = version + 1, updated_at = now()
          WHERE district_id = $1 AND id = $2`,
        [scope.districtId, id, state, account],
      );
      if (state === 'cancelled')
        await endAssignments(tx, scope, id, dateIn(scope.timeZone, this.clock.now()));
      const step = { id, version: purchase.version + 1, state, priceCents: purchase.priceCents };
      await noteStep(tx, scope, step, note ?? null);
    });
    return this.queries.find(scope, id);
  }

  private async priced(
    scope: Scope,
    year: number,
    { model: key, version, option: optionKey, amount: said, fullTime }: PurchaseDraftBody,
  ): Promise<Priced> {
    const model = await this.models.find(scope, key, version);
    const option = model.options.find((one) => one.key === optionKey);
    if (!option)
      throw wrongField(
        'option',
        'UNKNOWN_OPTION',
        model.options.length > 0
          ? `the model sells ${model.options.map((one) => one.key).join(', ')}`
          : 'the model sells nothing',
      );
    if ((said === undefined) === (fullTime !== true))
      throw wrongField('amount', 'AMOUNT_MISSING', 'say either an amount a week or that it is full time');
    const amount = said ?? FULL_TIME[model.unit];
    const priceCents = priceOf(option, amount);
    if (priceCents === null)
      throw wrongField(
        'amount',
        'NO_PRICE',
        `the model has prices for ${option.prices.map((price) => price.amount).join(', ')} ${model.unit} a week`,
      );
    return {
      modelKey: model.key,
      modelVersion: model.version,
      optionKey,
      optionName: option.name,
      ...optionDays(option, year),
      unit: model.unit,
      amount,
      priceCents,
    };
  }
}

/** In the order in which both statements name them. */
function columnsOf(priced: Priced): unknown[] {
  const { modelKey, modelVersion, optionKey, optionName, startsOn, endsOn, unit, amount, priceCents } =
    priced;
  return [modelKey, modelVersion, optionKey, optionName, startsOn, endsOn, unit, amount, priceCents];
}

function paymentOf({ payer, payerName, accountString, note }: PurchaseDraftBody): unknown[] {
  if (payer === 'gift' && payerName === null)
    throw wrongField('payerName', 'GIVER_MISSING', 'say who gives it');
  return [payer, payerName, accountString, note];
}

function assertVersion(purchase: PurchaseView, version: number | null): void {
  if (version !== null && version !== purchase.version)
    throw new StaleVersion('The request', purchase.version);
}

async function noteStep(
  tx: Tx,
  { districtId, accountId }: Scope,
  { id, version, state, priceCents }: Pick<PurchaseView, 'id' | 'version' | 'state' | 'priceCents'>,
  note: string | null,
): Promise<void> {
  await tx.query(
    `INSERT INTO support_purchase_steps (district_id, purchase_id, version, state, price_cents, note, taken_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [districtId, id, version, state, priceCents, note, accountId],
  );
}

/** Nobody goes where nothing is bought any more, in nobody's place either. */
async function endAssignments(
  tx: Tx,
  { districtId }: Scope,
  purchaseId: string,
  today: string,
): Promise<void> {
  await tx.query(
    `UPDATE support_assignments SET cancelled_at = now()
      WHERE district_id = $1 AND purchase_id = $2 AND cancelled_at IS NULL`,
    [districtId, purchaseId],
  );
  await endCoversOfEnded(tx, districtId, today);
}
