import type { NewModel } from '../../../allocation/models/models.service.js';
import type { SiteType } from '../../../sites/site-type.js';
import { schoolYearName } from '../../../common/time/school-year.js';

/** A day a week of one technician for a whole school year; made up, about what Los Angeles charges. */
const CENTS_A_DAY = 2_640_000;

const days = (types: SiteType[], under900: number, from900: number): NewModel['bands'] => [
  { types, fromPupils: 0, toPupils: 899, amount: under900 },
  { types, fromPupils: 900, toPupils: null, amount: from900 },
];

export const MODEL_KEY = 'irvine-demo';

/** What the demo's district gives its schools, and what a school may buy on top. Made up for the demo. */
export function districtModel(begins: number): NewModel {
  const prices = (share: number): { amount: number; cents: number }[] =>
    [1, 2, 3].map((amount) => ({ amount, cents: Math.round(CENTS_A_DAY * amount * share) }));
  return {
    key: MODEL_KEY,
    name: 'Demo: days by enrolled students',
    unit: 'days',
    firstYear: schoolYearName(begins),
    lastYear: null,
    gives: true,
    bands: [
      ...days(['elementary', 'other', 'span'], 1, 2),
      ...days(['k8', 'middle'], 2, 2),
      ...days(['high'], 1, 4),
    ],
    exclusions: [{ types: ['office', 'warehouse'], reason: 'the model gives days to schools' }],
    options: [
      { key: 'full-year', name: 'Full year', from: '07-01', to: '06-30', prices: prices(1) },
      { key: 'second-semester', name: 'Second semester', from: '01-04', to: '06-30', prices: prices(0.5) },
    ],
    extras: [],
    otherwise: 'Remote support only',
    source: 'Made up for the demo',
    sourceDate: `${begins}-07-01`,
  };
}

/** Days a week that the model gives a site. */
export function daysFor(type: string, enrolled: number, model: NewModel): number {
  const band = model.bands.find(
    ({ types, fromPupils, toPupils }) =>
      types.some((one) => one === type) && fromPupils <= enrolled && (toPupils ?? Infinity) >= enrolled,
  );
  return band?.amount ?? 0;
}
