import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { reaches, type Scope } from '../../access/scope.js';
import { dateIn } from '../../common/time/clock.js';
import { newId } from '../../common/ids.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { siteIdsByCode } from '../../sites/site-codes.js';
import { schoolYearOf } from '../../common/time/school-year.js';
import { wrongField } from '../../sites/sites.errors.js';
import { Steps, type StepWrites } from '../../steps/steps.service.js';
import { SupportPurchase } from '../entities/support-purchase.entities.js';
import { FULL_TIME, priceOf, type Unit } from '../models/allocation-model.js';
import { endCoversOfEnded } from '../technicians/ended-covers.js';
import { AllocationModels } from '../models/models.service.js';
import { optionDays } from '../models/option-days.js';
import { PURCHASE_STEPS, type PurchaseFacts, STEP_TO } from './purchase-steps.js';
import type { NewPurchaseBody, PurchaseDraftBody, PurchaseStepBody } from './purchases.dto.js';
import { type PurchaseDetail, PurchasesQueries } from './purchases.queries.js';

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

type Payment = Pick<PurchaseDraftBody, 'payer' | 'payerName' | 'accountString' | 'note'>;

/** Requests for help that a site or an office pays: drafted, submitted, approved, encumbered, or cancelled. */
@Injectable()
export class SupportPurchases {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly models: AllocationModels,
    private readonly queries: PurchasesQueries,
    private readonly steps: Steps,
  ) {}

  /** @throws InvalidInput where there is no such site in reach, option or price */
  async create(scope: Scope, body: NewPurchaseBody): Promise<PurchaseDetail> {
    const sites = await siteIdsByCode(this.source.manager, scope.districtId, [body.site]);
    const siteId = sites.get(body.site.toUpperCase());
    if (siteId === undefined || !reaches(scope, siteId))
      throw wrongField(
        'site',
        'UNKNOWN_SITE',
        `You have no site with the code ${body.site}. Check the code.`,
      );
    const year = schoolYearOf(body.schoolYear);
    const priced = await this.priced(scope, year, body);
    const id = newId();
    await this.transactions.run(async (tx) => {
      await tx.insert(SupportPurchase, {
        districtId: scope.districtId,
        id,
        siteId,
        schoolYear: year,
        ...priced,
        ...paymentOf(body),
        createdAt: tx.at,
        updatedAt: tx.at,
      });
      await this.steps.beginWithin(tx, scope, PURCHASE_STEPS, [
        { id, details: { priceCents: priced.priceCents } },
      ]);
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
    const set = { ...priced, ...paymentOf(body) };
    await this.transactions.run((tx) =>
      this.steps.takeWithin(
        tx,
        scope,
        PURCHASE_STEPS,
        { id, step: 'redraft', version },
        { prepare: () => ({ set, details: { priceCents: priced.priceCents } }) },
      ),
    );
    return this.queries.find(scope, id);
  }

  /** Takes a request on to another state; price and days stay as they were submitted. */
  async step(
    scope: Scope,
    id: string,
    version: number | null,
    { state, note, accountString: said }: PurchaseStepBody,
  ): Promise<PurchaseDetail> {
    const prepare = ({ accountString, priceCents }: PurchaseFacts): StepWrites => {
      const account = said ?? accountString;
      if (state === 'encumbered' && account === null)
        throw wrongField('accountString', 'ACCOUNT_MISSING', 'Enter the account that is charged.');
      return { set: { accountString: account }, details: { priceCents } };
    };
    await this.transactions.run(async (tx) => {
      const asked = { id, step: STEP_TO[state], version, note };
      await this.steps.takeWithin(tx, scope, PURCHASE_STEPS, asked, { prepare });
      if (state === 'cancelled') await endAssignments(tx, scope, id, dateIn(scope.timeZone, tx.at));
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
          ? `This model has no such option. Choose one of these: ${model.options.map((one) => one.key).join(', ')}.`
          : 'Schools cannot buy anything under this model. Choose another model.',
      );
    if ((said === undefined) === (fullTime !== true))
      throw wrongField('amount', 'AMOUNT_MISSING', 'Enter an amount a week, or choose full time, not both.');
    const amount = said ?? FULL_TIME[model.unit];
    const priceCents = priceOf(option, amount);
    if (priceCents === null)
      throw wrongField(
        'amount',
        'NO_PRICE',
        `This option has no price for that amount. Choose one of these: ${option.prices.map((price) => price.amount).join(', ')} ${model.unit} a week.`,
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

function paymentOf({ payer, payerName, accountString, note }: PurchaseDraftBody): Payment {
  if (payer === 'gift' && payerName === null)
    throw wrongField('payerName', 'GIVER_MISSING', 'Enter who gives this gift.');
  return { payer, payerName, accountString, note };
}

/** Nobody goes where nothing is bought any more, in nobody's place either. */
async function endAssignments(
  tx: Tx,
  { districtId }: Scope,
  purchaseId: string,
  today: string,
): Promise<void> {
  await tx.query(
    `UPDATE support_assignments SET cancelled_at = $3
      WHERE district_id = $1 AND purchase_id = $2 AND cancelled_at IS NULL`,
    [districtId, purchaseId, tx.at],
  );
  await endCoversOfEnded(tx, districtId, today);
}
