import { nearness, wasteLimitOn, weightOf } from './waste-weights.js';

const NONE = { chromebook: 0, laptop: 0, ipad: 0, desktop: 0, other: 0 };

describe('the weight of devices', () => {
  it('is the weight of their models, and an estimate by kind where a model has none', () => {
    const { estimates, ...sums } = weightOf({
      knownGrams: 2_500,
      unweighed: { ...NONE, chromebook: 2, ipad: 3 },
    });
    // 2 × 1.35 kg and 3 × 0.5 kg.
    expect(sums).toEqual({ weightKg: 6.7, estimatedKg: 4.2, estimatedDevices: 5 });
    expect(estimates.map(({ kind, devices, gramsEach }) => [kind, devices, gramsEach])).toEqual([
      ['ipad', 3, 500],
      ['chromebook', 2, 1_350],
    ]);
    for (const { source } of estimates) expect(source).toMatch(/^Estimate by Rollcall: /);
  });

  it('has no estimates where all models have a weight', () => {
    expect(weightOf({ knownGrams: 1_234, unweighed: NONE })).toEqual({
      weightKg: 1.234,
      estimatedKg: 0,
      estimatedDevices: 0,
      estimates: [],
    });
  });

  it('of a Chromebook makes about 3,700 of them weigh 5,000 kg', () => {
    const at = (chromebook: number): string =>
      nearness(weightOf({ knownGrams: 0, unweighed: { ...NONE, chromebook } }).weightKg, { kg: 5_000 }).level;
    expect([at(3_650), at(3_750)]).toEqual(['near', 'reached']);
  });
});

describe('the limit of universal waste', () => {
  it.each([
    [0, 0, 'below'],
    [3_999.999, 79.9, 'below'],
    [4_000, 80, 'near'],
    [4_999.999, 99.9, 'near'],
    [5_000, 100, 'reached'],
    [6_050, 121, 'reached'],
  ])('of 5,000 kg: %d kg are %d%%, which is %s', (kg, percent, level) => {
    expect(nearness(kg, { kg: 5_000 })).toEqual({ percent, level });
  });

  it('is the one of the day', () => {
    expect(wasteLimitOn('2026-12-01')).toMatchObject({ kg: 5_000 });
    const row = (since: string, kg: number) => ({ since, kg, source: 'A law' });
    const limits = [row('2027-01-01', 3_000), row('0001-01-01', 5_000)] as const;
    expect([wasteLimitOn('2026-12-31', [...limits]).kg, wasteLimitOn('2027-01-01', [...limits]).kg]).toEqual([
      5_000, 3_000,
    ]);
  });
});
