import { type FieldError, InvalidInput } from '../../common/refusal.js';
import { type AllocationModel, type Band, bandProblems } from './allocation-model.js';
import { placeInYear } from './option-days.js';

/** @throws InvalidInput naming every gap and overlap, and whatever else cannot be a model */
export function assertModel(model: Omit<AllocationModel, 'key' | 'version'>): void {
  const errors = [
    ...bandErrors(model.bands),
    ...exclusionErrors(model),
    ...optionErrors(model),
    ...yearErrors(model),
  ];
  if (errors.length > 0)
    throw new InvalidInput(
      `This model cannot be saved. ${errors.map(({ detail }) => detail).join(' ')}`,
      errors,
      'MODEL_UNUSABLE',
    );
}

/** What is wrong with bands, by the field that says it. */
export function bandErrors(bands: readonly Band[]): FieldError[] {
  const backwards = bands.flatMap(({ fromPupils, toPupils }, i) =>
    toPupils !== null && toPupils < fromPupils
      ? [
          {
            field: `bands[${i}].toPupils`,
            code: 'BAND_BACKWARDS',
            detail: `This band begins at ${fromPupils} enrolled students, but ends at ${toPupils}. Correct one of the two numbers.`,
          },
        ]
      : [],
  );
  if (backwards.length > 0) return backwards;
  return bandProblems(bands).map(({ code, detail }) => ({ field: 'bands', code, detail }));
}

function exclusionErrors({ bands, exclusions }: Pick<AllocationModel, 'bands' | 'exclusions'>): FieldError[] {
  const covered = new Set(bands.flatMap(({ types }) => types));
  return exclusions.flatMap(({ types }, i) =>
    types
      .filter((type) => covered.has(type))
      .map((type) => ({
        field: `exclusions[${i}].types`,
        code: 'TYPE_HAS_BANDS',
        detail: `Type ${type} has bands, so it cannot be excluded. Remove it from the exclusions or from the bands.`,
      })),
  );
}

function optionErrors({ options }: Pick<AllocationModel, 'options'>): FieldError[] {
  return options.flatMap(({ key, from, to, prices }, i) => [
    ...(options.findIndex((one) => one.key === key) < i
      ? [
          {
            field: `options[${i}].key`,
            code: 'KEY_TWICE',
            detail: `Two options are called ${key}. Give each option its own key.`,
          },
        ]
      : []),
    ...(placeInYear(to) < placeInYear(from)
      ? [
          {
            field: `options[${i}].to`,
            code: 'DAYS_BACKWARDS',
            detail: `The option ${key} ends on ${to}, before it begins on ${from}. A school year runs from 07-01 to 06-30.`,
          },
        ]
      : []),
    ...prices
      .filter(({ amount }, at) => prices.findIndex((price) => price.amount === amount) < at)
      .map(({ amount }) => ({
        field: `options[${i}].prices`,
        code: 'PRICE_TWICE',
        detail: `The option ${key} has two prices for ${amount} a week. Keep one of them.`,
      })),
  ]);
}

function yearErrors({ firstYear, lastYear }: Pick<AllocationModel, 'firstYear' | 'lastYear'>): FieldError[] {
  if (firstYear === null || lastYear === null || firstYear <= lastYear) return [];
  return [
    {
      field: 'lastYear',
      code: 'YEARS_BACKWARDS',
      detail: `The last school year is before the first, ${firstYear}. Correct one of the two.`,
    },
  ];
}
