import { isSchoolDay, type SchoolDays, schoolDaysBetween } from './school-days.js';

/** From a Wednesday to a Thursday. */
const THIS_YEAR: SchoolDays = {
  startsOn: '2026-08-12',
  endsOn: '2027-06-10',
  closures: [
    { name: 'Labor Day', from: '2026-09-07', to: '2026-09-07' },
    { name: 'Winter break', from: '2026-12-21', to: '2027-01-08' },
    { name: 'Snow', from: '2027-01-07', to: '2027-01-11' },
  ],
};
const NEXT_YEAR: SchoolDays = { startsOn: '2027-08-11', endsOn: '2028-06-08', closures: [] };

describe('school days', () => {
  it.each<[string, string, string, number]>([
    ['of a week', '2026-09-14', '2026-09-18', 5],
    ['of a week with a holiday', '2026-09-07', '2026-09-11', 4],
    ['of a weekend', '2026-09-05', '2026-09-06', 0],
    ['of one day', '2026-09-14', '2026-09-14', 1],
    ['around the first day of school', '2026-08-01', '2026-08-14', 3],
    ['around a break that overlaps another closure', '2026-12-14', '2027-01-15', 9],
    ['of two school years', '2027-06-07', '2027-08-13', 7],
    ['of a summer', '2027-06-11', '2027-08-10', 0],
    ['of a year of which nobody knows', '2029-09-03', '2029-09-07', 0],
    ['backwards', '2026-09-18', '2026-09-14', 0],
    ['across the day when the clocks change', '2026-10-30', '2026-11-02', 2],
  ])('%s', (_, from, to, expected) => {
    expect(schoolDaysBetween([THIS_YEAR, NEXT_YEAR], from, to)).toBe(expected);
  });

  it.each([
    ['2026-08-11', false],
    ['2026-08-12', true],
    ['2026-08-15', false],
    ['2026-09-07', false],
    ['2027-06-10', true],
    ['2027-06-11', false],
  ])('%s: %s', (date, expected) => {
    expect(isSchoolDay(THIS_YEAR, date)).toBe(expected);
  });
});
