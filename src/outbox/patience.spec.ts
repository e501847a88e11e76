import { minutesUntilNext } from './patience.js';

/** The waits of a letter that is never taken. */
function waits(patienceHours: number, jitter = 0): number[] {
  const all: number[] = [];
  for (let attempts = 1; attempts < 1_000; attempts++) {
    const wait = minutesUntilNext(attempts, patienceHours, jitter);
    if (wait === undefined) return all;
    all.push(wait);
  }
  throw new Error('the patience never ends');
}

describe('the waits of a letter', () => {
  it('grow, and end after the attempts that six hours hold', () => {
    expect(waits(6)).toEqual([1, 5, 15, 60, 240]);
  });

  it('go on every four hours for two days', () => {
    const two = waits(48);
    expect(two.slice(0, 7)).toEqual([1, 5, 15, 60, 240, 240, 240]);
    expect(two).toHaveLength(15);
    expect(two.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(48 * 60);
  });

  it('are up to a quarter longer by chance, and as many', () => {
    expect(waits(6, 1)).toEqual([1.25, 6.25, 18.75, 75, 300]);
    const drawn = new Set(Array.from({ length: 20 }, () => minutesUntilNext(4, 6)));
    expect(drawn.size).toBeGreaterThan(1);
    for (const wait of drawn) {
      expect(wait).toBeGreaterThanOrEqual(60);
      expect(wait).toBeLessThanOrEqual(75);
    }
  });

  it('are none without patience', () => {
    expect(waits(0)).toEqual([]);
  });
});
