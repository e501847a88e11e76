import type { AssessmentFacts } from '../assessment-facts.js';
import { answerProblems, QUESTIONS, repairsBy } from '../checklists.js';
import { valueOf } from '../device-values.js';
import { decide, fits, ruleProblems } from './rules.js';
import { STARTING_RULES } from './starting-rules.js';

const FACTS: AssessmentFacts = {
  kind: 'chromebook',
  since: '2021-08-01',
  ageMonths: 60,
  autoUpdateEndsOn: '2027-06-01',
  monthsToUpdateEnd: 6,
  priceCents: 30_000,
  valueCents: 2_100,
  valueSource: 'a sale',
  repairs: [{ repair: 'screen', cents: 2_100, ownRepairs: 0, source: null }],
  repairCents: 2_100,
  repairsSoFar: 2,
};
const UNKNOWN: AssessmentFacts = {
  ...FACTS,
  ageMonths: null,
  monthsToUpdateEnd: null,
  valueCents: null,
  repairCents: null,
};

describe('a condition', () => {
  it.each([
    [{ ageYearsAtLeast: 5 }, true],
    [{ ageYearsAtLeast: 5.5 }, false],
    [{ ageYearsAtMost: 5 }, true],
    [{ ageYearsAtMost: 4.9 }, false],
    [{ updatesEndWithinMonths: 7 }, true],
    [{ updatesEndWithinMonths: 6 }, false],
    [{ updatesEndWithinMonths: 0 }, false],
    [{ repairAbovePercentOfValue: 99 }, true],
    [{ repairAbovePercentOfValue: 100 }, false],
    [{ valueAtLeastCents: 2_100 }, true],
    [{ valueAtLeastCents: 2_101 }, false],
    [{ valueAtMostCents: 2_100 }, true],
    [{ valueAtMostCents: 2_099 }, false],
    [{ repairsAtLeast: 2 }, true],
    [{ repairsAtLeast: 3 }, false],
    [{ faultsAtLeast: 1 }, true],
    [{ faultsAtLeast: 2 }, false],
    [{ kinds: ['ipad', 'chromebook'] as const }, true],
    [{ kinds: ['ipad'] as const }, false],
    [{ answers: [{ question: 'screen', oneOf: ['broken', 'marked'] }] }, true],
    [{ answers: [{ question: 'camera', oneOf: ['works'] }] }, false],
    [{ ageYearsAtLeast: 5, faultsAtLeast: 2 }, false],
    [{}, true],
  ])('%j holds: %s', (when, holds) => {
    expect(
      fits({ ...when, kinds: 'kinds' in when ? [...when.kinds] : undefined }, { screen: 'broken' }, FACTS),
    ).toBe(holds);
  });

  it.each([
    [{ ageYearsAtLeast: 0 }],
    [{ ageYearsAtMost: 50 }],
    [{ updatesEndWithinMonths: 240 }],
    [{ repairAbovePercentOfValue: 0 }],
    [{ valueAtLeastCents: 0 }],
    [{ valueAtMostCents: 1_000_000 }],
  ])('%j never holds of what is not known', (when) => {
    expect(fits(when, {}, UNKNOWN)).toBe(false);
  });

  it('on the end of updates holds of a device that is past it by a day', () => {
    expect(fits({ updatesEndWithinMonths: 0 }, {}, { ...FACTS, monthsToUpdateEnd: -1 })).toBe(true);
  });
});

describe('the starting rules', () => {
  it('can be used', () => {
    expect(ruleProblems(STARTING_RULES)).toEqual([]);
  });

  it('never come before a swollen battery', () => {
    const { recommendation, hazard } = decide(STARTING_RULES, { battery: 'swollen' }, FACTS);
    expect([recommendation, hazard]).toEqual(['recycle', 'swollen_battery']);
  });
});

describe('the checklist', () => {
  it('is short, and a device in order fits its usual answers', () => {
    expect(QUESTIONS.length).toBeLessThanOrEqual(10);
    const usual = Object.fromEntries(QUESTIONS.map((question) => [question.name, question.usual]));
    expect(repairsBy('laptop', usual)).toEqual([]);
    expect(answerProblems('laptop', usual)).toEqual([]);
  });

  it('counts the glass of an iPad once', () => {
    expect(repairsBy('ipad', { screen: 'broken', input: 'faulty' })).toEqual(['screen']);
    expect(repairsBy('laptop', { screen: 'broken', input: 'faulty' })).toEqual(['screen', 'keyboard']);
  });
});

describe('the value of a device', () => {
  it.each([
    ['chromebook', 30_000, 0, 30_000],
    ['chromebook', 30_000, 36, 2_400],
    ['chromebook', 30_000, 48, 2_250],
    ['chromebook', 30_000, 60, 2_100],
    ['chromebook', 30_000, 240, 600],
    ['other', 10_000, 12, 8_000],
    ['other', 10_000, 60, 0],
  ] as const)('%s for %i cents after %i months is %i cents', (kind, price, months, cents) => {
    expect(valueOf(kind, price, months)?.cents).toBe(cents);
  });

  it('is the value that the district gave the model, at any age and without a price', () => {
    const ofModel = { cents: 7_500, source: 'Sale of May 2026' };
    for (const [price, months] of [
      [30_000, 0],
      [30_000, 240],
      [null, null],
    ] as const)
      expect(valueOf('ipad', price, months, ofModel)).toEqual({ ...ofModel, from: 'model' });
    expect(valueOf('ipad', 30_000, 36, { ...ofModel, cents: 0 })?.cents).toBe(0);
    expect(valueOf('ipad', 30_000, 36)?.from).toBe('curve');
  });

  it('is unknown without a price or an age', () => {
    expect([valueOf('ipad', null, 12), valueOf('ipad', 0, 12), valueOf('ipad', 30_000, null)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
