import type { SiteType } from '../../sites/site-type.js';
import {
  type AllocationModel,
  FULL_TIME,
  inUnit,
  type NotCovered,
  priceOf,
  recommended,
  type Unit,
} from '../models/allocation-model.js';
import type { Payer } from '../entities/support-purchase.entities.js';

/** A site as a plan needs it. */
export interface PlannedSite {
  siteId: string;
  site: string;
  name: string;
  type: SiteType;
  region: string | null;
  served: boolean;
  pupils: number | null;
  /** What the district said that this site is given, apart from the model. */
  given: { unit: Unit; amount: number } | null;
  purchases: PlannedPurchase[];
  /** A week, on average of the weeks that are over and in which anybody reported time; null where nobody has in this school year. */
  deliveredHours: number | null;
}

/** Help that a site bought, or asks for. */
export interface PlannedPurchase {
  payer: Payer;
  unit: Unit;
  amount: number;
  isApproved: boolean;
  /** Most of the school year; else it is for a part of it, such as the summer. */
  isForTheYear: boolean;
}

/** The cost of the recommended amount under an option. */
export interface OptionCost {
  option: string;
  /** Whole cents. Null if the model has no price for the amount. */
  cents: number | null;
}

export interface PayerAmount {
  payer: Payer;
  /** With 2 decimals. */
  amount: number;
}

/** One site of a plan. Amounts are per week, in the unit of the plan, with 2 decimals. */
export interface SitePlan {
  siteId: string;
  /** Code of the site. */
  site: string;
  name: string;
  type: SiteType;
  region: string | null;
  pupils: number | null;
  /** With 2 decimals. Null if the model does not cover this site (see `notCovered`). */
  recommended: number | null;
  /** What the district gives, with 2 decimals. Null if nothing is given or recorded. */
  entitled: number | null;
  /** Approved and for most of the school year, with 2 decimals. */
  purchased: number;
  purchasedBy: PayerAmount[];
  /**
   * Approved for only a part of the school year, such as the summer, with 2 decimals. It does not reduce the
   * shortfall.
   */
  purchasedForPart: number;
  /** Submitted and not yet decided, with 2 decimals. */
  requested: number;
  /**
   * The average of the hours or days that technicians reported, over the full weeks with reports, with 2 decimals.
   * Null if there are no reports in this school year.
   */
  delivered: number | null;
  /**
   * How much the site is missing compared with the recommendation, with 2 decimals, and never below 0. Null if there
   * is no recommendation.
   */
  shortfall: number | null;
  /** What the site has beyond the recommendation, with 2 decimals. */
  over: number | null;
  costs: OptionCost[];
  /** Stipends and similar extras, in whole cents. */
  extrasCents: number;
  notCovered: NotCovered | null;
}

/** Totals of the sites of a plan. Amounts are per week, in the unit of the plan. */
export interface PlanTotals {
  sites: number;
  covered: number;
  notCovered: number;
  /** With 2 decimals. */
  recommended: number;
  /** With 2 decimals. */
  entitled: number;
  /** With 2 decimals. */
  purchased: number;
  purchasedBy: PayerAmount[];
  /** With 2 decimals. */
  purchasedForPart: number;
  /** With 2 decimals. */
  requested: number;
  /** With 2 decimals. Null if there are no time reports in this school year. */
  delivered: number | null;
  /**
   * The total of what is missing at sites that have too little, with 2 decimals. If other sites have more than their
   * share, this does not reduce the total.
   */
  shortfall: number;
  /** With 2 decimals. */
  over: number;
  /** Full-time technicians that the recommendation needs, with 2 decimals. */
  fullTimeEquivalents: number;
  /** A cost is null if one of the sites has no price. */
  costs: OptionCost[];
  /** Whole cents. */
  extrasCents: number;
}

const EVERY_PAYER: readonly Payer[] = ['site', 'categorical', 'gift'];

/** What a model means for one site. */
export function planOf(model: AllocationModel, site: PlannedSite): SitePlan {
  const { unit, gives } = model;
  const advice = recommended(model, site);
  const amount = typeof advice === 'number' ? advice : null;
  const entitled = site.given
    ? inUnit(site.given.amount, site.given.unit, unit)
    : gives || amount === null
      ? amount
      : 0;
  const sumOf = (wanted: (purchase: PlannedPurchase) => boolean): number =>
    sum(site.purchases.filter(wanted).map((purchase) => inUnit(purchase.amount, purchase.unit, unit)));
  const isBought = (purchase: PlannedPurchase): boolean => purchase.isApproved && purchase.isForTheYear;
  const purchased = sumOf(isBought);
  const missing = amount === null ? null : amount - (entitled ?? 0) - purchased;
  return {
    siteId: site.siteId,
    site: site.site,
    name: site.name,
    type: site.type,
    region: site.region,
    pupils: site.pupils,
    recommended: amount,
    entitled,
    purchased,
    purchasedBy: EVERY_PAYER.map((payer) => ({
      payer,
      amount: sumOf((purchase) => isBought(purchase) && purchase.payer === payer),
    })),
    purchasedForPart: sumOf((purchase) => purchase.isApproved && !purchase.isForTheYear),
    requested: sumOf((purchase) => !purchase.isApproved),
    delivered: site.deliveredHours === null ? null : inUnit(site.deliveredHours, 'hours', unit),
    shortfall: missing === null ? null : Math.max(0, missing),
    over: missing === null ? null : Math.max(0, -missing),
    costs: model.options.map((option) => ({
      option: option.key,
      cents: amount === null ? null : priceOf(option, amount),
    })),
    extrasCents: amount === null ? 0 : sum(model.extras.map(({ centsPerSite }) => centsPerSite)),
    notCovered: typeof advice === 'number' ? null : advice,
  };
}

export function totalsOf({ unit, options }: AllocationModel, sites: readonly SitePlan[]): PlanTotals {
  const covered = sites.filter((site) => site.recommended !== null);
  const total = (amountOf: (site: SitePlan) => number | null): number =>
    sum(sites.map((site) => amountOf(site) ?? 0));
  const all = total((site) => site.recommended);
  return {
    sites: sites.length,
    covered: covered.length,
    notCovered: sites.length - covered.length,
    recommended: all,
    entitled: total((site) => site.entitled),
    purchased: total((site) => site.purchased),
    purchasedBy: EVERY_PAYER.map((payer) => ({
      payer,
      amount: total((site) => site.purchasedBy.find((one) => one.payer === payer)?.amount ?? 0),
    })),
    purchasedForPart: total((site) => site.purchasedForPart),
    requested: total((site) => site.requested),
    delivered: nullOrSum(sites.map((site) => site.delivered)),
    shortfall: total((site) => site.shortfall),
    over: total((site) => site.over),
    fullTimeEquivalents: all / FULL_TIME[unit],
    costs: options.map(({ key }, i) => ({
      option: key,
      cents: nullOrSum(covered.map((site) => site.costs[i]?.cents ?? null)),
    })),
    extrasCents: total((site) => site.extrasCents),
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((before, amount) => before + amount, 0);
}

function nullOrSum(amounts: readonly (number | null)[]): number | null {
  return amounts.some((amount) => amount === null) ? null : sum(amounts.map((amount) => amount ?? 0));
}
