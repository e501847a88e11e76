import { SITE_TYPES, type SiteType } from '../../sites/site-type.js';

/** What help is measured in: hours or days a week. A day is eight hours. */
export const UNITS = ['hours', 'days'] as const;

export type Unit = (typeof UNITS)[number];

/** A week of one full-time technician: 40 hours, 5 days. */
export const FULL_TIME: Record<Unit, number> = { hours: 40, days: 5 };

/** The amount per week for sites of some types with a range of enrolled students, both ends included. */
export interface Band {
  types: SiteType[];
  fromPupils: number;
  /** Null for "and more". */
  toPupils: number | null;
  /** Hours or days per week, in steps of 0.25. */
  amount: number;
}

/** Types of sites that a model does not cover, and why. */
export interface Exclusion {
  types: SiteType[];
  reason: string;
}

/** A part of the school year for which a site can buy support, with its prices. */
export interface PurchaseOption {
  key: string;
  name: string;
  /** First and last day as `MM-DD`. A school year runs from July 1 to June 30. */
  from: string;
  to: string;
  /** The price of the whole option for this number of hours or days per week, in whole cents. */
  prices: { amount: number; cents: number }[];
}

/** Something that a site gets in addition to hours or days. */
export interface Extra {
  name: string;
  /** Integer cents for each covered site and school year. */
  centsPerSite: number;
}

/** How much support each site gets, as the district has decided. A version never changes. */
export interface AllocationModel {
  /** Lower-case letters, digits and hyphens. */
  key: string;
  version: number;
  name: string;
  unit: Unit;
  /** School years for which the model was made, such as `2025-26`. Null means open-ended. */
  firstYear: string | null;
  lastYear: string | null;
  /**
   * Whether the district gives sites what the model recommends. Otherwise, a site gets only the support that was
   * recorded for it or purchased.
   */
  gives: boolean;
  bands: Band[];
  exclusions: Exclusion[];
  options: PurchaseOption[];
  extras: Extra[];
  /** What a site gets if it has no hours or days and buys none. */
  otherwise: string | null;
  /** The source of the numbers. */
  source: string;
  /** Calendar date of that source. */
  sourceDate: string;
}

/** What is gone by where a district has named no model: it recommends nothing, and gives what is given one by one. */
export const NO_MODEL: AllocationModel = {
  key: 'none',
  version: 0,
  name: 'No model',
  unit: 'hours',
  firstYear: null,
  lastYear: null,
  gives: false,
  bands: [],
  exclusions: [{ types: [...SITE_TYPES], reason: 'the district has not chosen a model yet' }],
  options: [],
  extras: [],
  otherwise: null,
  source: 'nobody',
  sourceDate: '1970-01-01',
};

/** Why a site has no recommendation. */
export interface NotCovered {
  code: 'NOT_SERVED' | 'TYPE_EXCLUDED' | 'NO_PUPILS';
  detail: string;
}

/** What a model needs to know of a site. */
export interface SiteFacts {
  type: SiteType;
  served: boolean;
  /** Null where nobody has given a number for the school year. */
  pupils: number | null;
}

/** Hours or days a week that a model recommends for a site, or why it says nothing: never 0. */
export function recommended(
  model: Pick<AllocationModel, 'bands' | 'exclusions'>,
  site: SiteFacts,
): number | NotCovered {
  if (!site.served)
    return { code: 'NOT_SERVED', detail: 'the district’s technicians do not serve this site' };
  const bands = model.bands.filter(({ types }) => types.includes(site.type));
  if (bands.length === 0) {
    const exclusion = model.exclusions.find(({ types }) => types.includes(site.type));
    return {
      code: 'TYPE_EXCLUDED',
      detail: exclusion?.reason ?? `the model has no rule for sites of type ${site.type}`,
    };
  }
  const { pupils } = site;
  if (pupils === null)
    return { code: 'NO_PUPILS', detail: 'the number of enrolled students for this school year is missing' };
  const band = bands.find(
    (one) => one.fromPupils <= pupils && (one.toPupils === null || pupils <= one.toPupils),
  );
  if (!band) throw new Error(`no band for ${pupils} pupils: such a model must not be kept`);
  return band.amount;
}

/** Price of so many a week under an option, in cents; null where none is printed. */
export function priceOf(option: PurchaseOption, amount: number): number | null {
  return option.prices.find((price) => price.amount === amount)?.cents ?? null;
}

/** The same amount in another unit. */
export function inUnit(amount: number, from: Unit, to: Unit): number {
  return (amount * FULL_TIME[to]) / FULL_TIME[from];
}

/** A gap or an overlap in the bands of a type. */
export interface BandProblem {
  type: SiteType;
  code: 'BAND_GAP' | 'BAND_OVERLAP';
  detail: string;
}

/** What is wrong with bands: numbers of pupils that have none, or two. One problem for each stretch and type. */
export function bandProblems(bands: readonly Band[]): BandProblem[] {
  const types = [...new Set(bands.flatMap((band) => band.types))];
  return types.flatMap((type) => {
    const own = bands
      .filter((band) => band.types.includes(type))
      .toSorted((a, b) => a.fromPupils - b.fromPupils);
    const problems: BandProblem[] = [];
    // The first number of pupils that no band before this one has.
    let next = 0;
    for (const { fromPupils, toPupils } of own) {
      const last = toPupils ?? Infinity;
      if (fromPupils > next)
        problems.push({
          type,
          code: 'BAND_GAP',
          detail: `The bands of type ${type} leave out ${stretch(next, fromPupils - 1)}.`,
        });
      if (fromPupils < next)
        problems.push({
          type,
          code: 'BAND_OVERLAP',
          detail: `Type ${type} has two bands for ${stretch(fromPupils, Math.min(next - 1, last))}.`,
        });
      next = Math.max(next, last + 1);
    }
    if (next !== Infinity)
      problems.push({
        type,
        code: 'BAND_GAP',
        detail: `The bands of type ${type} leave out ${stretch(next, Infinity)}.`,
      });
    return problems;
  });
}

function stretch(from: number, to: number): string {
  if (to === Infinity) return `${from} enrolled students and more`;
  return from === to ? `${from} enrolled students` : `${from} to ${to} enrolled students`;
}
