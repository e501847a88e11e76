import { SITE_TYPES, type SiteType } from '../../sites/site-type.js';
import {
  type AllocationModel,
  bandProblems,
  inUnit,
  priceOf,
  recommended,
} from '../models/allocation-model.js';
import { isMostOfTheYear, optionDays } from '../models/option-days.js';
import { type PlannedSite, planOf, totalsOf } from './plan.js';
import { READY_MADE } from '../models/ready-made-models.js';

function modelOf(key: string): AllocationModel {
  const model = READY_MADE.find((one) => one.key === key);
  if (!model) throw new Error(`no model ${key}`);
  return model;
}

const IRVINE = modelOf('irvine-2016-17');
const LOS_ANGELES = modelOf('los-angeles-2025-26');

function site(more: Partial<PlannedSite> = {}): PlannedSite {
  return {
    siteId: '1',
    site: 'A1',
    name: 'School A1',
    type: 'elementary',
    region: null,
    served: true,
    pupils: 450,
    given: null,
    purchases: [],
    deliveredHours: null,
    ...more,
  };
}

const adviceOf = (model: AllocationModel, type: SiteType, pupils: number | null): unknown =>
  recommended(model, { type, pupils, served: true });

describe('the table of Irvine, 2016-17', () => {
  // Technical Support Restructuring, "2016-17 Model".
  it.each<[SiteType, number, number]>([
    ['elementary', 0, 12],
    ['elementary', 699, 12],
    ['elementary', 700, 14],
    ['elementary', 899, 14],
    ['elementary', 900, 16],
    ['elementary', 5000, 16],
    ['middle', 699, 14],
    ['middle', 700, 16],
    ['middle', 899, 16],
    ['middle', 900, 16],
    ['k8', 699, 14],
    ['k8', 700, 16],
    ['k8', 899, 16],
    ['k8', 900, 16],
  ])('gives a site of type %s with %i pupils %i hours a week', (type, pupils, hours) => {
    expect(adviceOf(IRVINE, type, pupils)).toBe(hours);
  });

  it('says of every other type that it is not covered and why, and never 0', () => {
    const covered: SiteType[] = ['elementary', 'middle', 'k8'];
    for (const type of SITE_TYPES.filter((one) => !covered.includes(one)))
      expect(adviceOf(IRVINE, type, 500)).toMatchObject({
        code: 'TYPE_EXCLUDED',
        detail: expect.stringMatching(/^the model gives hours to/) as string,
      });
    expect(adviceOf(IRVINE, 'high', 2000)).toMatchObject({
      detail: 'the model gives hours to elementary, middle and K-8 schools, not to high schools',
    });
  });

  it('gives $1,000 to each covered site, and sells nothing', () => {
    expect(planOf(IRVINE, site()).extrasCents).toBe(100_000);
    expect(planOf(IRVINE, site({ type: 'high' })).extrasCents).toBe(0);
    expect(IRVINE.options).toEqual([]);
  });
});

describe('the tables of Los Angeles, 2025-26', () => {
  // New IT Support Technician Budget Model, December 5, 2024, page 2.
  it.each([
    [0, 1],
    [199, 1],
    [200, 1],
    [201, 2],
    [400, 2],
    [401, 3],
    [600, 3],
    [601, 4],
    [800, 4],
    [801, 5],
    [5000, 5],
  ])('recommends for %i pupils %i days a week, whatever the school', (pupils, days) => {
    for (const type of SITE_TYPES.filter((one) => one !== 'office' && one !== 'warehouse'))
      expect(adviceOf(LOS_ANGELES, type, pupils)).toBe(days);
  });

  it.each([
    ['full-year', 1, 26_151],
    ['full-year', 2, 52_301],
    ['full-year', 3, 78_452],
    ['full-year', 4, 104_602],
    ['full-year', 5, 130_753],
    ['outside-summer', 1, 25_004],
    ['outside-summer', 2, 50_008],
    ['outside-summer', 3, 75_013],
    ['outside-summer', 4, 100_017],
    ['outside-summer', 5, 125_021],
    ['summer', 1, 1_125],
    ['summer', 2, 2_251],
    ['summer', 3, 3_376],
    ['summer', 4, 4_502],
    ['summer', 5, 5_627],
  ])('sells %s with %i days a week for $%i', (key, days, dollars) => {
    const option = LOS_ANGELES.options.find((one) => one.key === key);
    expect(option && priceOf(option, days)).toBe(dollars * 100);
  });

  it.each([
    ['full-year', '2025-07-01', '2026-06-30', true],
    ['outside-summer', '2025-07-17', '2026-06-30', true],
    ['summer', '2025-07-01', '2025-07-16', false],
  ])('sells %s from %s to %s', (key, startsOn, endsOn, isForTheYear) => {
    const option = LOS_ANGELES.options.find((one) => one.key === key);
    if (!option) throw new Error('no such option');
    expect(optionDays(option, 2025)).toEqual({ startsOn, endsOn });
    expect(isMostOfTheYear({ startsOn, endsOn })).toBe(isForTheYear);
  });

  it('prints no price for what is not in its table, and recommends nothing to an office', () => {
    for (const option of LOS_ANGELES.options) expect(priceOf(option, 2.5)).toBeNull();
    expect(adviceOf(LOS_ANGELES, 'office', null)).toMatchObject({ code: 'TYPE_EXCLUDED' });
  });

  it('says what a site gets that buys none', () => {
    expect(LOS_ANGELES.otherwise).toBe('Remote support only, 4 to 6 weeks on average');
  });
});

describe('both ready-made models', () => {
  it('leave no number of pupils out and have none twice', () => {
    for (const { bands } of READY_MADE) expect(bandProblems(bands)).toEqual([]);
  });

  it('cover no site that is not served, and none whose pupils nobody has given', () => {
    for (const model of READY_MADE) {
      expect(recommended(model, { type: 'elementary', served: false, pupils: 450 })).toMatchObject({
        code: 'NOT_SERVED',
      });
      expect(adviceOf(model, 'elementary', null)).toMatchObject({ code: 'NO_PUPILS' });
    }
  });
});

describe('a plan of one site', () => {
  const bought = { payer: 'site', unit: 'days', amount: 1, isApproved: true, isForTheYear: true } as const;

  it('counts what is given and what is bought for the year, by payer; the summer makes up for nothing', () => {
    const plan = planOf(
      LOS_ANGELES,
      site({
        pupils: 900,
        given: { unit: 'hours', amount: 4 },
        purchases: [
          bought,
          { ...bought, payer: 'gift', amount: 2 },
          { ...bought, amount: 5, isForTheYear: false },
          { ...bought, amount: 3, isApproved: false },
        ],
      }),
    );
    expect(plan).toMatchObject({
      recommended: 5,
      entitled: 0.5,
      purchased: 3,
      purchasedBy: [
        { payer: 'site', amount: 1 },
        { payer: 'categorical', amount: 0 },
        { payer: 'gift', amount: 2 },
      ],
      purchasedForPart: 5,
      requested: 3,
      shortfall: 1.5,
      over: 0,
    });
  });

  it('gives what it recommends where the district gives it, unless something else was said', () => {
    expect(planOf(IRVINE, site())).toMatchObject({ recommended: 12, entitled: 12, shortfall: 0, over: 0 });
    expect(planOf(IRVINE, site({ given: { unit: 'hours', amount: 9 } }))).toMatchObject({ shortfall: 3 });
    expect(planOf(IRVINE, site({ purchases: [bought] }))).toMatchObject({
      purchased: 8,
      shortfall: 0,
      over: 8,
    });
    expect(planOf(IRVINE, site({ type: 'high', purchases: [bought] }))).toMatchObject({
      recommended: null,
      entitled: null,
      purchased: 8,
      shortfall: null,
      over: null,
    });
    expect(planOf(LOS_ANGELES, site())).toMatchObject({ recommended: 3, entitled: 0, shortfall: 3 });
  });

  it('says what was delivered in its own unit, and nothing where nobody has reported', () => {
    expect(planOf(LOS_ANGELES, site({ deliveredHours: 12 })).delivered).toBe(1.5);
    expect(planOf(IRVINE, site({ deliveredHours: 0 })).delivered).toBe(0);
    expect(planOf(IRVINE, site()).delivered).toBeNull();
  });

  it('is summed so that what one has too much is not what another lacks', () => {
    const sites = [site(), site({ pupils: 100, purchases: [{ ...bought, amount: 5 }] })];
    const totals = totalsOf(
      LOS_ANGELES,
      sites.map((one) => planOf(LOS_ANGELES, one)),
    );
    expect(totals).toMatchObject({
      recommended: 4,
      purchased: 5,
      shortfall: 3,
      over: 4,
      fullTimeEquivalents: 0.8,
    });
    expect(totals.costs).toEqual([
      { option: 'full-year', cents: 10_460_300 },
      { option: 'outside-summer', cents: 10_001_700 },
      { option: 'summer', cents: 450_100 },
    ]);
  });

  it('follows one changed band, as calculated by hand', () => {
    // 450 pupils: 3 days of the printed bands. With 401 to 440 at 3 days and 441 to 600 at 4, it is 4:
    // $104,602 instead of $78,452 for the full year, 0.2 full-time technicians more.
    const bands = LOS_ANGELES.bands.flatMap((band) =>
      band.fromPupils === 401
        ? [
            { ...band, toPupils: 440 },
            { ...band, fromPupils: 441, amount: 4 },
          ]
        : [band],
    );
    const [before, after] = [LOS_ANGELES, { ...LOS_ANGELES, bands }].map((model) => {
      const plan = planOf(model, site());
      return { plan, totals: totalsOf(model, [plan]) };
    });
    expect(bandProblems(bands)).toEqual([]);
    expect(before?.plan).toMatchObject({ recommended: 3, shortfall: 3 });
    expect(after?.plan).toMatchObject({ recommended: 4, shortfall: 4 });
    expect(before?.plan.costs[0]).toEqual({ option: 'full-year', cents: 7_845_200 });
    expect(after?.plan.costs[0]).toEqual({ option: 'full-year', cents: 10_460_200 });
    expect(after?.totals.fullTimeEquivalents).toBeCloseTo((before?.totals.fullTimeEquivalents ?? 0) + 0.2);
  });
});

describe('bands', () => {
  const band = (fromPupils: number, toPupils: number | null): AllocationModel['bands'][number] => ({
    types: ['high'],
    fromPupils,
    toPupils,
    amount: 1,
  });

  it.each([
    [[band(0, 99), band(101, null)], ['The bands of type high leave out 100 enrolled students.']],
    [[band(1, null)], ['The bands of type high leave out 0 enrolled students.']],
    [[band(0, 500)], ['The bands of type high leave out 501 enrolled students and more.']],
    [[band(0, 500), band(400, null)], ['Type high has two bands for 400 to 500 enrolled students.']],
    [[band(0, null), band(200, 300)], ['Type high has two bands for 200 to 300 enrolled students.']],
    [
      [band(10, 20), band(15, 30)],
      [
        'The bands of type high leave out 0 to 9 enrolled students.',
        'Type high has two bands for 15 to 20 enrolled students.',
        'The bands of type high leave out 31 enrolled students and more.',
      ],
    ],
  ])('name every gap and overlap: %j', (bands, details) => {
    expect(bandProblems(bands).map(({ detail }) => detail)).toEqual(details);
  });

  it('are judged by type', () => {
    const both = { ...band(0, 99), types: ['high', 'middle'] as SiteType[] };
    expect(bandProblems([both, band(100, null)]).map(({ detail }) => detail)).toEqual([
      'The bands of type middle leave out 100 enrolled students and more.',
    ]);
  });
});

describe('units', () => {
  it('take a day for eight hours', () => {
    expect(inUnit(3, 'days', 'hours')).toBe(24);
    expect(inUnit(12, 'hours', 'days')).toBe(1.5);
    expect(inUnit(2, 'days', 'days')).toBe(2);
  });
});
