import type { AllocationModel, Band } from './allocation-model.js';

/** As printed: "1 day a week" to "5 days a week", in whole dollars. */
const DAYS = [1, 2, 3, 4, 5] as const;

const pricesOf = (...dollars: number[]): { amount: number; cents: number }[] =>
  DAYS.map((amount, i) => ({ amount, cents: (dollars[i] ?? 0) * 100 }));

const hours = (types: Band['types'], under700: number, to899: number, from900: number): Band[] => [
  { types, fromPupils: 0, toPupils: 699, amount: under700 },
  { types, fromPupils: 700, toPupils: 899, amount: to899 },
  { types, fromPupils: 900, toPupils: null, amount: from900 },
];

const SCHOOLS: Band['types'] = ['elementary', 'k8', 'middle', 'high', 'span', 'other', 'preschool'];

/** The models of the two districts' own papers, as printed. Nobody changes them; a district may copy one. */
export const READY_MADE: readonly AllocationModel[] = [
  {
    key: 'irvine-2016-17',
    version: 1,
    name: 'Irvine 2016-17: standard hours by enrollment',
    unit: 'hours',
    firstYear: '2016-17',
    lastYear: null,
    gives: true,
    bands: [...hours(['elementary'], 12, 14, 16), ...hours(['middle', 'k8'], 14, 16, 16)],
    exclusions: [
      {
        types: ['high'],
        reason: 'the model gives hours to elementary, middle and K-8 schools, not to high schools',
      },
      {
        types: ['span', 'other', 'preschool'],
        reason: 'the model gives hours to elementary, middle and K-8 schools only',
      },
      { types: ['office', 'warehouse'], reason: 'the model gives hours to schools only' },
    ],
    options: [],
    extras: [{ name: 'Stipends and extra hours', centsPerSite: 100_000 }],
    otherwise: null,
    source: 'Irvine Unified School District, Technical Support Restructuring, 2016-17 Model',
    sourceDate: '2016-07-01',
  },
  {
    key: 'los-angeles-2025-26',
    version: 1,
    name: 'Los Angeles 2025-26: days bought by schools',
    unit: 'days',
    firstYear: '2025-26',
    lastYear: null,
    gives: false,
    // The paper leaves out exactly 200 pupils; they go down, as 400, 600 and 800 do.
    bands: [
      { types: SCHOOLS, fromPupils: 0, toPupils: 200, amount: 1 },
      { types: SCHOOLS, fromPupils: 201, toPupils: 400, amount: 2 },
      { types: SCHOOLS, fromPupils: 401, toPupils: 600, amount: 3 },
      { types: SCHOOLS, fromPupils: 601, toPupils: 800, amount: 4 },
      { types: SCHOOLS, fromPupils: 801, toPupils: null, amount: 5 },
    ],
    exclusions: [
      {
        types: ['office', 'warehouse'],
        reason: 'the model recommends days by enrolled students, and an office buys what it needs',
      },
    ],
    options: [
      {
        key: 'full-year',
        name: 'Full year, A basis',
        from: '07-01',
        to: '06-30',
        prices: pricesOf(26_151, 52_301, 78_452, 104_602, 130_753),
      },
      {
        key: 'outside-summer',
        name: 'Outside of summer',
        from: '07-17',
        to: '06-30',
        prices: pricesOf(25_004, 50_008, 75_013, 100_017, 125_021),
      },
      {
        key: 'summer',
        name: 'Summer only',
        from: '07-01',
        to: '07-16',
        prices: pricesOf(1_125, 2_251, 3_376, 4_502, 5_627),
      },
    ],
    extras: [],
    otherwise: 'Remote support only, 4 to 6 weeks on average',
    source:
      'Los Angeles Unified School District, New IT Support Technician Budget Model, interoffice correspondence',
    sourceDate: '2024-12-05',
  },
];
