import { guessDateOrder, parseDate, type DateOrder } from './cell-dates.js';

it.each<[string, DateOrder, string]>([
  ['2016-03-12', 'auto', '2016-03-12'],
  ['2016-3-2', 'auto', '2016-03-02'],
  ['2016/03/12', 'mdy', '2016-03-12'],
  ['20160312', 'auto', '2016-03-12'],
  ['2016-03-12T23:30:00.000Z', 'auto', '2016-03-12'],
  ['2016-03-12 08:00:00-0700', 'auto', '2016-03-12'],
  ['3/12/16', 'mdy', '2016-03-12'],
  ['3/12/2016 12:00:00 AM', 'mdy', '2016-03-12'],
  ['3/12/2016', 'dmy', '2016-12-03'],
  ['3/13/2016', 'auto', '2016-03-13'],
  ['13.3.2016', 'auto', '2016-03-13'],
  ['4/4/99', 'auto', '1999-04-04'],
  ['16-03-12', 'ymd', '2016-03-12'],
  ['12-Mar-2016', 'auto', '2016-03-12'],
  ['12-Mar-16', 'mdy', '2016-03-12'],
  ['March 12, 2016', 'auto', '2016-03-12'],
  ['Sat, Mar 12 2016', 'auto', '2016-03-12'],
  ['42441', 'auto', '2016-03-12'],
  ['42441.75', 'auto', '2016-03-12'],
  ['1457740800000', 'auto', '2016-03-12'],
  ['2/29/2024', 'mdy', '2024-02-29'],
  ['Sat Mar 12 2016 00:00:00 GMT-0800 (Pacific Standard Time)', 'auto', '2016-03-12'],
  // Edges of calendars that are days like any other.
  ['2001-01-01', 'auto', '2001-01-01'],
  ['1980-01-01', 'auto', '1980-01-01'],
  ['1970-01-02', 'auto', '1970-01-02'],
  ['9/1/1987', 'mdy', '1987-09-01'],
])('reads %s as %s', (text, order, date) =>
  expect(parseDate(text, order)).toEqual({ ok: true, value: date }),
);

it.each<[string, DateOrder, string]>([
  ['3/4/2016', 'auto', 'AMBIGUOUS_DATE'],
  ['13/3/2016', 'mdy', 'IMPOSSIBLE_DATE'],
  ['2/30/2016', 'mdy', 'IMPOSSIBLE_DATE'],
  ['2/29/2023', 'mdy', 'IMPOSSIBLE_DATE'],
  ['2016-13-01', 'auto', 'IMPOSSIBLE_DATE'],
  ['1/2/1900', 'mdy', 'DATE_OUT_OF_RANGE'],
  ['19631122', 'auto', 'DATE_OUT_OF_RANGE'],
  ['12/31/2999', 'mdy', 'DATE_OUT_OF_RANGE'],
  ['16-13-01', 'ymd', 'IMPOSSIBLE_DATE'],
  ['3/12/2016', 'ymd', 'NOT_A_DATE'],
  ['Foo 12, 2016', 'auto', 'NOT_A_DATE'],
  ['3/12', 'auto', 'NOT_A_DATE'],
  ['yesterday', 'auto', 'NOT_A_DATE'],
  ['12', 'auto', 'NOT_A_DATE'],
])('refuses %s read as %s', (text, order, code) =>
  expect(parseDate(text, order)).toMatchObject({ ok: false, code }),
);

it('learns the order of a column from what can be only one thing', () => {
  expect(guessDateOrder(['1/2/2016', '3/31/2016'])).toBe('mdy');
  expect(guessDateOrder(['1/2/2016', '31/3/2016'])).toBe('dmy');
  expect(guessDateOrder(['2016-03-12', '2016-01-02'])).toBe('ymd');
  expect(guessDateOrder(['2016-03-12', '3/31/2016'])).toBe('mdy');
  expect(guessDateOrder(['1/2/2016', '2/3/2016'])).toBe('auto');
  expect(guessDateOrder(['3/31/2016', '31/3/2016'])).toBe('auto');
  expect(guessDateOrder([])).toBe('auto');
});
