import { type LotCounts, type LotFigures, rankLots } from './lot-ranking.js';

/** A seeded generator of numbers from 0 to 1 (mulberry32), so that every run sees the same fleets. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A Poisson count, by Knuth's method. */
function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

interface Lot extends LotCounts {
  isPlanted: boolean;
}

const PLANTED = 137;
/** Failures of a device in a year: districts see about 8%. */
const USUAL_RATE = 0.08;

/**
 * 200 lots of 60 to 300 devices that are one to three years old. One of them, 150 devices for two years, fails
 * as often as `times` says.
 */
function fleet(seed: number, times: number): Lot[] {
  const random = seeded(seed);
  return Array.from({ length: 200 }, (_, i) => {
    const isPlanted = i === PLANTED && times > 1;
    const devices = isPlanted ? 150 : 60 + Math.floor(random() * 240);
    const deviceYears = devices * (isPlanted ? 2 : 1 + 2 * random());
    const failures = poisson(deviceYears * USUAL_RATE * (isPlanted ? times : 1), random);
    return { kind: i % 4 === 0 ? 'laptop' : 'chromebook', devices, deviceYears, failures, isPlanted };
  });
}

const SEEDS = Array.from({ length: 100 }, (_, i) => i + 1);
/** 100 fleets, each ranked. */
const ranked = (times: number): Promise<(Lot & LotFigures)[][]> =>
  Promise.all(SEEDS.map((seed) => rankLots(fleet(seed, times))));
const bad = (lots: (Lot & LotFigures)[]): (Lot & LotFigures)[] => lots.filter(({ rank }) => rank !== null);

describe('the ranking of lots', () => {
  it('finds one planted lot among 200 that fails three times as often, on each of 100 fleets', async () => {
    const firsts = (await ranked(3)).map((lots) => lots.find(({ rank }) => rank === 1));
    expect(firsts.map((first) => first?.isPlanted)).toEqual(SEEDS.map(() => true));
  });

  it.each([
    ['beside a planted one', 3],
    ['where no lot is bad', 1],
  ])('calls no other lot bad on more than 5 of 100 fleets, %s', async (_, times) => {
    const wrong = (await ranked(times)).filter((lots) => bad(lots).some(({ isPlanted }) => !isPlanted));
    expect(wrong.length).toBeLessThanOrEqual(5);
  });

  it('would call many lots bad without the correction, so that the test above can fail', async () => {
    const chances = (await ranked(1)).flat().map(({ chance }) => chance ?? 1);
    const uncorrected = chances.filter((chance) => chance <= 0.05).length / SEEDS.length;
    expect(uncorrected).toBeGreaterThan(5);
  });

  it('compares a lot with the rest of its kind, as by hand', async () => {
    const [one, other, laptop] = await rankLots([
      { kind: 'chromebook', devices: 100, deviceYears: 200, failures: 40 },
      { kind: 'chromebook', devices: 400, deviceYears: 800, failures: 60 },
      { kind: 'laptop', devices: 50, deviceYears: 100, failures: 30 },
    ]);
    // 40 in 200 device-years are 20 in 100; 60 in 800 are 7.5. The interval of 40 is 28.577 to 54.469 (tables).
    expect(one).toMatchObject({ rate: 20, restRate: 7.5, rank: 1, notRanked: null });
    expect(one?.ratio).toBeCloseTo(2.6667, 4);
    expect(one?.interval?.low).toBeCloseTo(14.288, 3);
    expect(one?.interval?.high).toBeCloseTo(27.234, 3);
    // Two lots were tested: the smaller probability is taken twice, the other one once.
    expect(one?.correctedChance).toBeCloseTo(2 * (one?.chance ?? 0), 15);
    expect(other).toMatchObject({ rate: 7.5, restRate: 20, rank: null });
    // No other laptops to compare with.
    expect(laptop).toMatchObject({ restRate: null, chance: null, rank: null, notRanked: 'no_rest' });
  });

  it.each([
    ['few_devices', { devices: 19, deviceYears: 60, failures: 30 }],
    ['short_time', { devices: 40, deviceYears: 4.9, failures: 30 }],
    ['few_failures', { devices: 40, deviceYears: 6, failures: 4 }],
    [null, { devices: 20, deviceYears: 5, failures: 5 }],
  ])('does not rank small numbers: %s', async (notRanked, small) => {
    const rest = { kind: 'ipad', devices: 1000, deviceYears: 3000, failures: 30 };
    const [lot] = await rankLots([{ kind: 'ipad', ...small }, rest]);
    expect(lot).toMatchObject({ notRanked, rank: notRanked === null ? 1 : null });
    expect(lot?.interval).not.toBeNull();
  });

  it('shows a lot that never failed, or whose rest never did, without dividing by zero', async () => {
    const [never, always] = await rankLots([
      { kind: 'ipad', devices: 100, deviceYears: 200, failures: 0 },
      { kind: 'ipad', devices: 100, deviceYears: 200, failures: 20 },
    ]);
    expect(never).toMatchObject({ rate: 0, chance: 1, rank: null, interval: { low: 0 } });
    expect(always).toMatchObject({ restRate: 0, ratio: null, rank: 1 });
  });
});
