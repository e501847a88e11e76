import { type FieldError, InvalidInput } from '../common/refusal.js';
import { readSchoolYear } from '../sites/school-year.js';
import { type AllocationModel, type Band, bandProblems } from './allocation-model.js';
import { placeInYear } from './option-days.js';

/** A year that has a 29 February, so that no day of any year is refused. */
const LEAP_YEAR = 2024;

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
      `The model cannot be used: ${errors.map(({ detail }) => detail).join('; ')}.`,
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
            detail: `a band ends at ${toPupils} and begins at ${fromPupils} pupils`,
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
        detail: `type ${type} is left out and has bands too`,
      })),
  );
}

function optionErrors({ options }: Pick<AllocationModel, 'options'>): FieldError[] {
  return options.flatMap(({ key, from, to, prices }, i) => [
    ...(options.findIndex((one) => one.key === key) < i
      ? [{ field: `options[${i}].key`, code: 'KEY_TWICE', detail: `two options are called ${key}` }]
      : []),
    ...[from, to]
      .filter((day) => !isDay(day))
      .map((day) => ({ field: `options[${i}]`, code: 'NO_SUCH_DAY', detail: `${day} is no day of a year` })),
    ...(placeInYear(to) < placeInYear(from)
      ? [
          {
            field: `options[${i}].to`,
            code: 'DAYS_BACKWARDS',
            detail: `${key} would end on ${to}, before it begins on ${from}; a school year begins on 07-01`,
          },
        ]
      : []),
    ...prices
      .filter(({ amount }, at) => prices.findIndex((price) => price.amount === amount) < at)
      .map(({ amount }) => ({
        field: `options[${i}].prices`,
        code: 'PRICE_TWICE',
        detail: `${key} has two prices for ${amount} a week`,
      })),
  ]);
}

function isDay(monthAndDay: string): boolean {
  const date = new Date(`${LEAP_YEAR}-${monthAndDay}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(5, 10) === monthAndDay;
}

function yearErrors({ firstYear, lastYear }: Pick<AllocationModel, 'firstYear' | 'lastYear'>): FieldError[] {
  const years = { firstYear, lastYear };
  const errors = Object.entries(years).flatMap(([field, year]) =>
    year !== null && readSchoolYear(year) === undefined
      ? [{ field, code: 'NO_SCHOOL_YEAR', detail: `${year} is no school year; write it like 2025-26` }]
      : [],
  );
  if (errors.length > 0 || firstYear === null || lastYear === null || firstYear <= lastYear) return errors;
  return [{ field: 'lastYear', code: 'YEARS_BACKWARDS', detail: `it would end before ${firstYear}` }];
}
