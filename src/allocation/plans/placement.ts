import { kilometres, type Point } from './distance.js';
import { solve } from './solver.js';

/** Whole days a week that somebody is to be at a site. */
export interface Need {
  id: string;
  siteId: string;
  at: Point | null;
  days: number;
}

/** Somebody with days of the week that are free; they set out from `at`, and come back. */
export interface FreeTechnician {
  id: string;
  at: Point | null;
  /** From 1 for Monday to 7 for Sunday. */
  free: number[];
}

/** Days of a need that one technician does. */
export interface Share {
  need: Need;
  technician: FreeTechnician;
  days: number;
}

export interface Placed {
  needId: string;
  siteId: string;
  technicianId: string;
  weekday: number;
}

export interface Placement {
  placed: Placed[];
  /** Whole days a week of each need that nobody does. */
  unplaced: { needId: string; siteId: string; days: number }[];
  /** There and back as the crow flies, a week; days whose ends are not known are not in it. */
  kilometresAWeek: number;
}

/** What a day counts whose way is not known: neither near nor far within a city. */
const UNKNOWN_KM = 20;
/** No way is so long that a day is rather not done. */
const UNDONE_KM = 10_000;
/** The first day of a site is worth so much more than the tenth: when days are short, nobody has all of them. */
const FIRST_DAY_KM = 1_000;
/** Farther technicians are looked at only where the nearer ones do not do. */
const NEAREST = 30;

/**
 * Places days with technicians so that as many as can be are done, sites that get few before sites that get many, with
 * the fewest kilometres. A linear program whose corners are whole numbers (a transportation problem): what HiGHS
 * finds is a best solution, and, being a corner, has few pairs. Limits: ways are as the crow flies, each day begins
 * and ends at home, and which of several best solutions it is, is the solver's choice.
 * @param most days that may be placed in all: what is over is the reserve
 */
export async function place(
  needs: readonly Need[],
  technicians: readonly FreeTechnician[],
  most: number,
  signal?: AbortSignal,
): Promise<Placement> {
  const wanted = needs.reduce((sum, { days }) => sum + days, 0);
  const can = Math.min(
    most,
    technicians.reduce((sum, { free }) => sum + free.length, 0),
  );
  let shares = await sharesOf(needs, technicians, { most, nearest: NEAREST, signal });
  const done = shares.reduce((sum, { days }) => sum + days, 0);
  if (done < Math.min(wanted, can))
    shares = await sharesOf(needs, technicians, { most, nearest: technicians.length, signal });
  return placementOf(needs, shares);
}

/** The same by whoever comes first in both lists: what a plan is measured against. */
export function placeInOrder(
  needs: readonly Need[],
  technicians: readonly FreeTechnician[],
  most: number,
): Placement {
  const shares: Share[] = [];
  const left = technicians.map(({ free }) => free.length);
  let rest = most;
  let first = 0;
  for (const need of needs) {
    let open = need.days;
    for (let i = first; i < technicians.length && open > 0 && rest > 0; i += 1) {
      const days = Math.min(open, left[i] ?? 0, rest);
      if (days > 0) shares.push({ need, technician: technicians[i] as FreeTechnician, days });
      left[i] = (left[i] ?? 0) - days;
      open -= days;
      rest -= days;
      if (left[first] === 0) first += 1;
    }
  }
  return placementOf(needs, shares);
}

async function sharesOf(
  needs: readonly Need[],
  technicians: readonly FreeTechnician[],
  { most, nearest, signal }: { most: number; nearest: number; signal: AbortSignal | undefined },
): Promise<Share[]> {
  if (needs.length === 0 || technicians.length === 0 || most <= 0) return [];
  const values = await solve(problemOf(needs, technicians, most, nearest), signal);
  return [...values].flatMap(([name, value]): Share[] => {
    const [need, technician] = name.slice(1).split('_').map(Number);
    const days = Math.round(value);
    if (!name.startsWith('x') || days === 0) return [];
    return [
      {
        need: needs[need as number] as Need,
        technician: technicians[technician as number] as FreeTechnician,
        days,
      },
    ];
  });
}

/** `x3_7` days of need 3 by technician 7; `u3_1` whether the first day of need 3 is not done, and so on. */
function problemOf(
  needs: readonly Need[],
  technicians: readonly FreeTechnician[],
  most: number,
  nearest: number,
): string {
  const costs: string[] = [];
  const ofTechnician: string[][] = technicians.map(() => []);
  const bounds: string[] = [];
  const rows = needs.map((need, n) => {
    const names: string[] = [];
    const ways = technicians.map((technician, h) => ({ h, km: wayOf(need.at, technician.at) ?? UNKNOWN_KM }));
    for (const { h, km } of ways.toSorted((a, b) => a.km - b.km || a.h - b.h).slice(0, nearest)) {
      const name = `x${n}_${h}`;
      costs.push(`${km.toFixed(3)} ${name}`);
      names.push(name);
      ofTechnician[h]?.push(name);
    }
    for (let day = 1; day <= need.days; day += 1) {
      const name = `u${n}_${day}`;
      costs.push(`${(UNDONE_KM + FIRST_DAY_KM / day).toFixed(3)} ${name}`);
      names.push(name);
      bounds.push(`${name} <= 1`);
    }
    return `n${n}: ${sumOf(names)} = ${need.days}`;
  });
  const limits = ofTechnician.flatMap((names, h) =>
    names.length > 0 ? [`h${h}: ${sumOf(names)} <= ${technicians[h]?.free.length}`] : [],
  );
  return [
    'Minimize',
    `km: ${sumOf(costs)}`,
    'Subject To',
    ...rows,
    ...limits,
    `reserve: ${sumOf(ofTechnician.flat())} <= ${most}`,
    'Bounds',
    ...bounds,
    'End',
    '',
  ].join('\n');
}

/** The format knows no lines of any length. */
function sumOf(terms: readonly string[]): string {
  const lines: string[] = [];
  for (let i = 0; i < terms.length; i += 10) lines.push(terms.slice(i, i + 10).join(' + '));
  return lines.join(' +\n');
}

/** Kilometres one way; null where an end is not known. */
function wayOf(a: Point | null, b: Point | null): number | null {
  return a && b ? kilometres(a, b) : null;
}

function placementOf(needs: readonly Need[], shares: readonly Share[]): Placement {
  const done = new Map<string, number>();
  let kilometresAWeek = 0;
  for (const { need, technician, days } of shares) {
    done.set(need.id, (done.get(need.id) ?? 0) + days);
    kilometresAWeek += 2 * days * (wayOf(need.at, technician.at) ?? 0);
  }
  const unplaced = needs.flatMap(({ id, siteId, days }) => {
    const left = days - (done.get(id) ?? 0);
    return left > 0 ? [{ needId: id, siteId, days: left }] : [];
  });
  return { placed: onWeekdays(shares), unplaced, kilometresAWeek };
}

/** Gives each day its weekday: of one technician each another, and of one site too as far as that goes. */
function onWeekdays(shares: readonly Share[]): Placed[] {
  const week = new Week();
  const ofTechnician = new Map<FreeTechnician, Share[]>();
  for (const share of shares)
    ofTechnician.set(share.technician, [...(ofTechnician.get(share.technician) ?? []), share]);
  const weeks = [...ofTechnician].map(([technician, own]) => {
    const days = own.flatMap(({ need, days: count }) => Array.from({ length: count }, () => need));
    if (days.length > technician.free.length) throw new Error('more days were placed than are free');
    // A day of nothing on each weekday that is left.
    const slots = technician.free.map((weekday, i) => ({ weekday, need: days[i] ?? null }));
    for (const { weekday, need } of slots) week.add(need, weekday, 1);
    return { technician, slots };
  });
  // Two days of a technician change places as long as that leaves fewer days on which a site has two at once.
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (const { slots } of weeks)
      for (const [i, a] of slots.entries())
        for (const b of slots.slice(i + 1)) {
          const gain = week.gainOfSwap(a, b);
          if (gain <= 0) continue;
          week.swap(a, b);
          isBetter = true;
        }
  }
  return weeks.flatMap(({ technician, slots }) =>
    slots.flatMap(({ weekday, need }) =>
      need ? [{ needId: need.id, siteId: need.siteId, technicianId: technician.id, weekday }] : [],
    ),
  );
}

/** A weekday of a technician, and what they do on it. */
interface Slot {
  weekday: number;
  need: Need | null;
}

/** How many are at a site on a weekday. */
class Week {
  private readonly counts = new Map<string, number>();

  add(need: Need | null, weekday: number, count: 1 | -1): void {
    if (need) this.counts.set(`${need.siteId} ${weekday}`, this.at(need, weekday) + count);
  }

  /** How many fewer meet another of the same site on the same weekday, should two days change places. */
  gainOfSwap(a: Slot, b: Slot): number {
    if (a.need?.siteId === b.need?.siteId) return 0;
    return this.gainOfMove(a, b.weekday) + this.gainOfMove(b, a.weekday);
  }

  swap(a: Slot, b: Slot): void {
    this.add(a.need, a.weekday, -1);
    this.add(b.need, b.weekday, -1);
    [a.need, b.need] = [b.need, a.need];
    this.add(a.need, a.weekday, 1);
    this.add(b.need, b.weekday, 1);
  }

  private gainOfMove({ need, weekday }: Slot, to: number): number {
    return need ? this.at(need, weekday) - 1 - this.at(need, to) : 0;
  }

  private at({ siteId }: Need, weekday: number): number {
    return this.counts.get(`${siteId} ${weekday}`) ?? 0;
  }
}
