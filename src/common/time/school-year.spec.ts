import { InvalidInput } from '../refusal.js';
import { readSchoolYear, schoolYearName, schoolYearOf } from './school-year.js';

describe('a school year', () => {
  it.each([
    ['2025-26', 2025],
    ['2025-2026', 2025],
    ['2025–26', 2025],
    ['1999-00', 1999],
    [' 2016/17 ', 2016],
  ])('%s begins in %d', (text, year) => {
    expect(readSchoolYear(text)).toBe(year);
  });

  it.each([
    '2025',
    '2025-27',
    '2025-25',
    '25-26',
    '1900-01',
    '2025-28',
    '0000-01',
    '275760-61',
    '２０２５-26',
    'next',
  ])('is not %s', (text) => {
    expect(readSchoolYear(text)).toBeUndefined();
  });

  it('is refused where a request must name one', () => {
    expect(schoolYearOf('2025-26')).toBe(2025);
    expect(() => schoolYearOf('2025-27')).toThrow(InvalidInput);
  });

  it('is written with two digits for its second half', () => {
    expect(schoolYearName(2025)).toBe('2025-26');
    expect(schoolYearName(1999)).toBe('1999-00');
  });
});
