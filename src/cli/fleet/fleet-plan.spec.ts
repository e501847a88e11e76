import { dayOf, isoDay, parseDay } from './days.js';
import { leavingCheckpoint, planFleet, shareOut, standingAt } from './fleet-plan.js';
import { scramble, SCRAMBLE_SIZE } from './scramble.js';

describe('the plan of a fleet', () => {
  it('lets each device of a cohort leave once, and no cohort grow', () => {
    for (const cohort of planFleet({ fromDay: parseDay('2010-07-01'), toDay: parseDay('2030-01-01') })) {
      const counts = [cohort.size, ...cohort.standing];
      expect(counts).toEqual(counts.toSorted((first, second) => second - first));
      const leaving = leavingCheckpoint(cohort, 0);
      if (leaving !== undefined) expect(standingAt(cohort, leaving)).toBe(0);
    }
  });

  it('shares a whole number out to the unit', () => {
    expect(shareOut(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(shareOut(7, [0, 5, 0])).toEqual([0, 7, 0]);
    expect(shareOut(3, [])).toEqual([]);
  });
});

describe('the scramble', () => {
  it.each([1, 42])('reaches every number once with seed %i', (seed) => {
    const seen = new Uint8Array(SCRAMBLE_SIZE);
    for (let index = 0; index < SCRAMBLE_SIZE; index += 1) seen[scramble(index, seed)] = 1;
    expect(seen.includes(0)).toBe(false);
  });
});

describe('days', () => {
  it('reads what it writes', () => {
    expect(isoDay(parseDay('2016-02-29'))).toBe('2016-02-29');
    expect(isoDay(dayOf(2015, 12, 32))).toBe('2016-01-01');
  });

  it.each(['2015-02-29', '2016-9-1', 'today', ''])('refuses %p', (text) => {
    expect(() => parseDay(text)).toThrow(RangeError);
  });
});
