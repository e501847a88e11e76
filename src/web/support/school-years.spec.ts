import { schoolYears } from './school-years.js';

describe('the school years that support is requested for', () => {
  it.each([
    ['2026-06-30', ['2025-26', '2026-27']],
    ['2026-07-01', ['2026-27', '2027-28']],
    ['2099-12-01', ['2099-00', '2100-01']],
  ])('on %s are %j', (on, years) => {
    expect(schoolYears(on)).toEqual(years);
  });
});
