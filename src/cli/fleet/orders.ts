import { checkpointDay, dayOf, isoDay, yearOf } from './days.js';
import { type Dice, mix } from './dice.js';
import type { Cohort } from './fleet-plan.js';
import { DEVICE_KINDS, type DeviceKind, type FleetModel, type FundingSource } from './fleet-types.js';
import { chooseFunding } from './funding.js';
import { modelsSoldOn } from './models/models.js';

/** One purchase of one model: its devices share dates, price, reference and fund, as a bad lot would show. */
export interface Order {
  model: FleetModel;
  purchasedDay: number;
  deliveredDay: number;
  costCents: number;
  reference: string;
  fundingSource: FundingSource;
  devices: number;
}

/** Orders of the school year come in this part of a wave, placed between these days. */
interface WinterOrders {
  share: number;
  from: readonly [year: number, month: number, date: number];
  days: number;
}

/** Half the devices of an order, at least; Chromebooks come by the class set times classes. */
const ORDER_SIZE: Readonly<Record<DeviceKind, number>> = {
  desktop: 30,
  laptop: 40,
  ipad: 80,
  chromebook: 160,
  other: 50,
};

/** A district settles on a few models a year, so that technicians meet the same ones everywhere. */
const MODELS_A_YEAR = 3;

/** Places the orders of a run one after the other and numbers them. */
export class OrderBook {
  private readonly placed = new Map<number, number>();

  constructor(
    private readonly seed: number,
    private readonly fromDay: number,
    private readonly dice: Dice,
  ) {}

  /** The order that the device at this place of its cohort begins. */
  place(cohort: Cohort, position: number): Order {
    const { kind, boughtFor } = cohort;
    const dice = this.dice.reseed(this.seed, DEVICE_KINDS.indexOf(kind), boughtFor, position);
    const winter = winterOrders(kind, boughtFor);
    const inWinter = position < winter.share * cohort.size;
    const purchasedDay = inWinter
      ? dayOf(...winter.from) + dice.below(winter.days)
      : dayOf(boughtFor, 5, 1) + dice.below(61);
    // At the latest 30 June + 40 days: there are three weeks left to hand out before the schools' first day.
    let deliveredDay = purchasedDay + (inWinter ? dice.between(21, 45) : dice.between(15, 40));
    if (!cohort.isOpening && deliveredDay <= this.fromDay) deliveredDay = this.fromDay + dice.between(2, 30);
    const model = this.chooseModel(cohort, purchasedDay, dice);
    const half = ORDER_SIZE[kind];
    return {
      model,
      purchasedDay,
      deliveredDay,
      costCents: Math.round((model.priceCents * (0.96 + 0.08 * dice.roll())) / 100) * 100,
      reference: this.nextReference(purchasedDay),
      fundingSource: chooseFunding(kind, purchasedDay, dice),
      devices: half + dice.below(half),
    };
  }

  private chooseModel(cohort: Cohort, purchasedDay: number, dice: Dice): FleetModel {
    const sold = modelsSoldOn(cohort.kind, purchasedDay);
    const standard = mix(this.seed, cohort.boughtFor, DEVICE_KINDS.indexOf(cohort.kind));
    const model = sold[(standard + dice.below(MODELS_A_YEAR)) % sold.length];
    if (model === undefined) throw new RangeError(`No ${cohort.kind} was sold on ${isoDay(purchasedDay)}.`);
    return model;
  }

  /** Numbered within the fiscal year, which ends on 30 June and is named by its end. */
  private nextReference(purchasedDay: number): string {
    const year = yearOf(purchasedDay);
    const fiscalYear = purchasedDay >= dayOf(year, 7, 1) ? year + 1 : year;
    const number = (this.placed.get(fiscalYear) ?? 0) + 1;
    this.placed.set(fiscalYear, number);
    return `PO-${fiscalYear}-${String(number).padStart(5, '0')}`;
  }
}

/** Most is bought in spring for the summer; the exceptions are events that everyone in schools remembers. */
function winterOrders(kind: DeviceKind, year: number): WinterOrders {
  // The first Chromebooks made for schools came in October 2013; a pilot started that autumn.
  if (kind === 'chromebook' && year === 2014) return { share: 0.3, from: [2013, 10, 21], days: 30 };
  // Schools closed on 13 March 2020 and sent devices home within weeks.
  if (kind === 'chromebook' && year === 2020) return { share: 0.5, from: [2020, 3, 16], days: 35 };
  if (kind === 'other' && year === 2020) return { share: 1, from: [2020, 3, 16], days: 45 };
  return { share: 0.15, from: [year - 1, 12, 13], days: 48 };
}

/** The last day on which a wave's devices are handed out: they are in the rooms when September begins. */
export function lastHandOutDay(cohort: Cohort): number {
  return checkpointDay(cohort.firstCheckpoint) - 2;
}
