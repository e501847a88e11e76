import { daysOf, QUARTER, quarterOf, quartersBefore } from './quarters.js';

describe('a quarter', () => {
  it.each([
    ['2026-01-01', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-04-01', '2026-Q2'],
    ['2026-12-31', '2026-Q4'],
  ])('of %s is %s', (day, quarter) => {
    expect(quarterOf(day)).toBe(quarter);
  });

  it.each([
    ['2026-Q1', '2026-01-01', '2026-04-01'],
    ['2026-Q4', '2026-10-01', '2027-01-01'],
  ])('%s goes from %s to the day before %s', (quarter, from, after) => {
    expect(daysOf(quarter)).toEqual({ from, after });
  });

  it('counts back over years', () => {
    expect(quartersBefore('2026-Q2', 7)).toBe('2024-Q3');
    expect(quartersBefore('2026-Q2', 0)).toBe('2026-Q2');
  });

  it.each(['2026-Q5', '2026-Q0', '26-Q1', '2026Q1', '2026-Q1 ', '2226-Q1'])('is not %j', (text) => {
    expect(QUARTER.test(text)).toBe(false);
  });
});
