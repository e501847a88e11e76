import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { kilometres } from './distance.js';
import { type FreeTechnician, type Need, place, placeInOrder, type Placement } from './placement.js';

const FILE = new URL('../../cli/bench/los-angeles-sites-2025-26.csv', import.meta.url);
const SITES = parse<Record<string, string>>(readFileSync(FILE), { columns: true }).map((row) => ({
  siteId: row['cds_code'] as string,
  at: { latitude: Number(row['latitude']), longitude: Number(row['longitude']) },
  days: Math.min(5, Math.max(1, Math.ceil(Number(row['enrollment']) / 200))),
}));
const WEEK = [1, 2, 3, 4, 5];

/** Technicians at home at sites all over the city. */
const technicians = (count: number): FreeTechnician[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `t${i}`,
    at: SITES[(i * 6 + 3) % SITES.length]?.at ?? null,
    free: WEEK,
  }));

/** What real sites would buy until so many days are sold: every third of them, then the others. */
function needsOf(total: number): Need[] {
  const order = [0, 1, 2].flatMap((turn) => SITES.filter((_, i) => i % 3 === turn));
  let left = total;
  return order.flatMap(({ siteId, at, days: wanted }) => {
    const days = Math.min(wanted, left);
    left -= days;
    return days > 0 ? [{ id: `need ${siteId}`, siteId, at, days }] : [];
  });
}

/** What must be true of any placement. */
function check(placement: Placement, needs: readonly Need[], people: readonly FreeTechnician[]): void {
  const slots = placement.placed.map(({ technicianId, weekday }) => `${technicianId} ${weekday}`);
  expect(new Set(slots).size).toBe(slots.length);
  for (const { id, free } of people) {
    const days = placement.placed
      .filter(({ technicianId }) => technicianId === id)
      .map(({ weekday }) => weekday);
    expect(days.every((weekday) => free.includes(weekday))).toBe(true);
  }
  for (const { id, days } of needs) {
    const done = placement.placed.filter(({ needId }) => needId === id).length;
    const left = placement.unplaced.find(({ needId }) => needId === id)?.days ?? 0;
    expect(done + left).toBe(days);
  }
}

describe('placing the days of Los Angeles on 150 technicians with a tenth in reserve', () => {
  const people = technicians(150);
  const most = Math.floor(150 * 5 * 0.9);

  it('places 660 days, all of them, near: a fraction of the kilometres of whoever comes first', async () => {
    const needs = needsOf(660);
    const placement = await place(needs, people, most);
    check(placement, needs, people);
    expect(placement.placed).toHaveLength(660);
    expect(placement.unplaced).toEqual([]);
    const naive = placeInOrder(needs, people, most);
    check(naive, needs, people);
    expect(naive.placed).toHaveLength(660);
    expect(placement.kilometresAWeek).toBeLessThan(naive.kilometresAWeek / 5);
    const sites = people.map(
      ({ id }) =>
        new Set(
          placement.placed.filter(({ technicianId }) => technicianId === id).map(({ siteId }) => siteId),
        ).size,
    );
    expect(sites.reduce((sum, count) => sum + count, 0) / 150).toBeLessThan(2.5);
    // A site with no more days than a week has is visited on as many weekdays.
    const doubled = needs.filter(({ siteId, days }) => {
      const on = placement.placed.filter((one) => one.siteId === siteId).map(({ weekday }) => weekday);
      return new Set(on).size < days;
    });
    expect(doubled.length).toBeLessThan(needs.length / 20);
  });

  it.each([750, 900, 2686])(
    'of %i days places what the reserve leaves, and names the rest',
    async (total) => {
      const needs = needsOf(total);
      const placement = await place(needs, people, most);
      check(placement, needs, people);
      expect(placement.placed).toHaveLength(most);
      expect(placement.unplaced.reduce((sum, { days }) => sum + days, 0)).toBe(total - most);
      // Days are given up where there are most: no site is without any that one day would have helped.
      const left = new Map(placement.unplaced.map(({ needId, days }) => [needId, days]));
      const got = needs.map(({ id, days }) => ({ days, got: days - (left.get(id) ?? 0) }));
      if (total < SITES.length) expect(got.filter((one) => one.got === 0)).toEqual([]);
    },
  );
});

describe('placing days', () => {
  const at = { latitude: 34, longitude: -118 };
  const need = (id: string, days: number): Need => ({ id, siteId: `site ${id}`, at, days });

  it('keeps to the weekdays that are free', async () => {
    const people = [
      { id: 'a', at, free: [2, 4] },
      { id: 'b', at, free: [5] },
    ];
    const needs = [need('1', 2), need('2', 1)];
    const placement = await place(needs, people, 3);
    check(placement, needs, people);
    expect(placement.placed).toHaveLength(3);
  });

  it('does a day of each before a second one of any', async () => {
    const people = [{ id: 'a', at, free: [1, 2, 3] }];
    const { unplaced } = await place([need('1', 5), need('2', 1), need('3', 2)], people, 3);
    expect(unplaced).toEqual([
      { needId: '1', siteId: 'site 1', days: 4 },
      { needId: '3', siteId: 'site 3', days: 1 },
    ]);
  });

  it('places nothing where nobody is free, and nothing where nothing is asked for', async () => {
    expect((await place([need('1', 2)], [], 10)).unplaced).toHaveLength(1);
    expect((await place([need('1', 2)], technicians(2), 0)).unplaced).toHaveLength(1);
    expect(await place([], technicians(2), 10)).toEqual({ placed: [], unplaced: [], kilometresAWeek: 0 });
  });

  it('places also where it is not known who is near', async () => {
    const { placed, kilometresAWeek } = await place([{ ...need('1', 2), at: null }], technicians(1), 5);
    expect(placed).toHaveLength(2);
    expect(kilometresAWeek).toBe(0);
  });

  it('stops when it is told to', async () => {
    await expect(place(needsOf(2686), technicians(150), 675, AbortSignal.timeout(50))).rejects.toThrow();
  });
});

describe('kilometres', () => {
  it('are as the crow flies', () => {
    const cityHall = { latitude: 34.0537, longitude: -118.2428 };
    const airport = { latitude: 33.9416, longitude: -118.4085 };
    expect(kilometres(cityHall, airport)).toBeCloseTo(19.7, 0);
    expect(kilometres(airport, airport)).toBe(0);
  });
});
