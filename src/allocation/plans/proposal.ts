import { groupBy } from '../../common/group-by.js';
import { inStatedDecimals } from '../../common/http/stated-decimals.js';
import { inUnit, type Unit } from '../models/allocation-model.js';
import type { Point } from './distance.js';
import type { Days } from '../models/option-days.js';
import { type FreeTechnician, type Need, place, placeInOrder } from './placement.js';

type MaybePoint = { [K in keyof Point]: number | null };

/** Help that is bought and approved. */
export interface Bought extends Days, MaybePoint {
  purchaseId: string;
  siteId: string;
  site: string;
  siteName: string;
  unit: Unit;
  /** A week. */
  amount: number;
}

export interface ProposedTechnician extends MaybePoint {
  id: string;
  name: string;
  weekdays: number[];
  startsOn: string;
  endsOn: string | null;
}

/** Where a technician is already, and stays. */
export interface Engaged extends Days {
  technicianId: string;
  siteId: string;
  purchaseId: string | null;
  weekday: number;
}

export interface ProposedAssignment extends Days {
  technicianId: string;
  technician: string;
  siteId: string;
  site: string;
  purchaseId: string;
  /** From 1 for Monday to 7 for Sunday. */
  weekday: number;
}

/** What a proposal does not place, and why. */
export interface NotPlaced {
  site: string;
  siteName: string;
  purchaseId: string;
  /** Per week, with 2 decimals. */
  days: number;
  code: 'NO_DAYS_LEFT' | 'PART_OF_A_DAY';
  detail: string;
}

/** Bought days on technicians' weekdays: a proposal, until somebody accepts it. */
export interface Proposal {
  schoolYear: string;
  reserveShare: number;
  technicians: number;
  /** Days a week that the technicians work. */
  workingDays: number;
  /** Per week, with 2 decimals. */
  boughtDays: number;
  /** Days a week that fixed assignments fulfil. */
  keptDays: number;
  placedDays: number;
  /** There and back in a straight line, a week, with 1 decimal; of the days that are placed. */
  kilometresAWeek: number;
  /** The same with 1 decimal, if the days went to the technicians in the order of the list. */
  kilometresInOrder: number;
  assignments: ProposedAssignment[];
  notPlaced: NotPlaced[];
}

export interface ProposalInput {
  schoolYear: string;
  reserveShare: number;
  bought: readonly Bought[];
  technicians: readonly ProposedTechnician[];
  /** Fixed assignments. */
  engaged: readonly Engaged[];
}

/**
 * Places what is bought, the longest options first: who is at a site all year is there in the summer too. Whole days
 * only; fixed assignments stay, and count for what they fulfil.
 * @param progress told how many of the options are placed; may throw to stop
 */
export async function propose(
  { schoolYear, reserveShare, bought, technicians, engaged }: ProposalInput,
  progress: (done: number, total: number) => Promise<void>,
): Promise<Proposal> {
  const assignments: ProposedAssignment[] = [];
  const notPlaced: NotPlaced[] = [];
  const names = new Map(technicians.map(({ id, name }) => [id, name]));
  const busy: Engaged[] = [...engaged];
  const kilometres = { best: 0, inOrder: 0 };
  let keptDays = 0;
  const periods = [...groupBy(bought, ({ startsOn, endsOn }) => `${startsOn} ${endsOn}`).values()].toSorted(
    ([a], [b]) => lengthOf(b) - lengthOf(a),
  );
  // Of all periods together: a Monday of the whole year is one of what is bought for the year, or for the summer.
  const kept = keptOf(periods.flat(), engaged);
  for (const [done, purchases] of periods.entries()) {
    await progress(done, periods.length);
    const { startsOn, endsOn } = purchases[0] as Bought;
    const needs = purchases.flatMap((purchase): Need[] => {
      const days = inUnit(purchase.amount, purchase.unit, 'days');
      const open = days - (kept.get(purchase.purchaseId) ?? 0);
      keptDays += days - open;
      const part = open - Math.floor(open);
      if (part > 0) notPlaced.push(partOfADay(purchase, part));
      const { purchaseId: id, siteId } = purchase;
      return open >= 1 ? [{ id, siteId, at: pointOf(purchase), days: Math.floor(open) }] : [];
    });
    const free = freeIn({ startsOn, endsOn }, technicians, busy);
    const most = Math.max(0, Math.floor(free.working * (1 - reserveShare) + 1e-9) - free.taken);
    const { placed, unplaced, kilometresAWeek } = await place(needs, free.technicians, most);
    kilometres.best += kilometresAWeek;
    kilometres.inOrder += placeInOrder(needs, free.technicians, most).kilometresAWeek;
    const byId = new Map(purchases.map((purchase) => [purchase.purchaseId, purchase]));
    for (const { needId: purchaseId, siteId, technicianId, weekday } of placed) {
      const { site } = byId.get(purchaseId) as Bought;
      const technician = names.get(technicianId) as string;
      const assignment = { technicianId, siteId, purchaseId, weekday, startsOn, endsOn };
      busy.push(assignment);
      assignments.push({ ...assignment, technician, site });
    }
    for (const { needId, days } of unplaced) notPlaced.push(noDaysLeft(byId.get(needId) as Bought, days));
  }
  await progress(periods.length, periods.length);
  return inStatedDecimals({
    schoolYear,
    reserveShare,
    technicians: technicians.length,
    workingDays: technicians.reduce((sum, { weekdays }) => sum + weekdays.length, 0),
    boughtDays: bought.reduce((sum, { amount, unit }) => sum + inUnit(amount, unit, 'days'), 0),
    keptDays,
    placedDays: assignments.length,
    kilometresAWeek: kilometres.best,
    kilometresInOrder: kilometres.inOrder,
    assignments,
    notPlaced,
  });
}

/**
 * Days of each purchase that fixed assignments fulfil, each assignment one: first those for it, then those at its site
 * that are for none.
 */
function keptOf(purchases: readonly Bought[], engaged: readonly Engaged[]): Map<string, number> {
  const kept = new Map<string, number>();
  const free = new Set(engaged);
  for (const isOwn of [true, false])
    for (const purchase of purchases) {
      const days = inUnit(purchase.amount, purchase.unit, 'days');
      for (const one of free) {
        const count = kept.get(purchase.purchaseId) ?? 0;
        if (count + 1 > days) break;
        if (!fulfils(one, purchase, isOwn)) continue;
        kept.set(purchase.purchaseId, count + 1);
        free.delete(one);
      }
    }
  return kept;
}

function fulfils(one: Engaged, purchase: Bought, isOwn: boolean): boolean {
  return (
    one.siteId === purchase.siteId &&
    one.purchaseId === (isOwn ? purchase.purchaseId : null) &&
    one.startsOn <= purchase.startsOn &&
    one.endsOn >= purchase.endsOn
  );
}

/** Technicians who are there for all of some days, with the weekdays on which nothing else holds them. */
function freeIn(
  days: Days,
  technicians: readonly ProposedTechnician[],
  busy: readonly Engaged[],
): { technicians: FreeTechnician[]; working: number; taken: number } {
  const there = technicians.filter(
    ({ startsOn, endsOn }) => startsOn <= days.startsOn && (endsOn === null || endsOn >= days.endsOn),
  );
  const taken = groupBy(
    busy.filter((one) => one.startsOn <= days.endsOn && one.endsOn >= days.startsOn),
    ({ technicianId }) => technicianId,
  );
  const free = there.map((technician) => {
    const held = new Set((taken.get(technician.id) ?? []).map(({ weekday }) => weekday));
    return {
      id: technician.id,
      at: pointOf(technician),
      free: technician.weekdays.filter((weekday) => !held.has(weekday)),
    };
  });
  const working = there.reduce((sum, { weekdays }) => sum + weekdays.length, 0);
  return {
    technicians: free,
    working,
    taken: working - free.reduce((sum, one) => sum + one.free.length, 0),
  };
}

function pointOf({ latitude, longitude }: MaybePoint): Point | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

function lengthOf(period: Bought | undefined): number {
  return period ? Date.parse(period.endsOn) - Date.parse(period.startsOn) : 0;
}

function partOfADay({ site, siteName, purchaseId }: Bought, days: number): NotPlaced {
  return {
    site,
    siteName,
    purchaseId,
    days,
    code: 'PART_OF_A_DAY',
    detail: 'A proposal places whole days only. Agree with the site when the rest of this day is given.',
  };
}

function noDaysLeft({ site, siteName, purchaseId, startsOn, endsOn }: Bought, days: number): NotPlaced {
  return {
    site,
    siteName,
    purchaseId,
    days,
    code: 'NO_DAYS_LEFT',
    detail: `No technician has a free day from ${startsOn} to ${endsOn} outside of the reserve.`,
  };
}
