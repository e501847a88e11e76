import { parseDate } from './cell-dates.js';
import { looksLikeSpreadsheetNumber, parseBoolean, parseInteger, parseMoney } from './cells.js';

describe('money', () => {
  it.each([
    ['$1,599.62', 159_962],
    ['1.599,62', 159_962],
    ['1 599,62 €', 159_962],
    ["1'599.62", 159_962],
    ['USD 12', 1_200],
    ['1599', 159_900],
    ['1599.6', 159_960],
    ['329.9900', 32_999],
    ['1,599', 159_900],
    ['12,50', 1_250],
    ['1.234.567', 123_456_700],
    ['1,234,567.89', 123_456_789],
    ['.99', 99],
    ['0.5', 50],
    ['0', 0],
  ])('reads %s', (text, cents) => expect(parseMoney(text)).toEqual({ ok: true, value: cents }));

  it('asks what 1.599 means, unless told', () => {
    expect(parseMoney('1.599')).toMatchObject({ ok: false, code: 'AMBIGUOUS_AMOUNT' });
    expect(parseMoney('1.599', ',')).toEqual({ ok: true, value: 159_900 });
    expect(parseMoney('1.599', '.')).toMatchObject({ code: 'FRACTION_OF_CENT' });
  });

  it.each([
    ['(12.50)', 'NEGATIVE_AMOUNT'],
    ['-12.50', 'NEGATIVE_AMOUNT'],
    ['$-5', 'NEGATIVE_AMOUNT'],
    ['12.50-', 'NEGATIVE_AMOUNT'],
    ['12.345,6.7', 'NOT_AN_AMOUNT'],
    ['1,23,456', 'NOT_AN_AMOUNT'],
    ['12,34.50', 'NOT_AN_AMOUNT'],
    ['free', 'NOT_AN_AMOUNT'],
    ['', 'NOT_AN_AMOUNT'],
    ['1.5E+10', 'SPREADSHEET_NUMBER'],
    ['99999999999999999', 'AMOUNT_TOO_LARGE'],
  ])('refuses %s', (text, code) => expect(parseMoney(text)).toMatchObject({ ok: false, code }));
});

it.each([
  ['12', 12],
  ['1,234', 1234],
  ['12.0', 12],
  ['-1', -1],
  ['-0', 0],
])('reads the whole number %s', (text, value) => expect(parseInteger(text)).toEqual({ ok: true, value }));

it.each(['12.5', '1,23', 'twelve', '', '9007199254740993', '6.3E+15'])(
  'refuses %j as a whole number',
  (text) => expect(parseInteger(text).ok).toBe(false),
);

it.each([
  ['Yes', true],
  ['TRUE', true],
  ['1', true],
  ['n', false],
  ['False', false],
])('reads %s as a truth value', (text, value) => expect(parseBoolean(text)).toEqual({ ok: true, value }));

it('refuses what is neither yes nor no', () => expect(parseBoolean('maybe').ok).toBe(false));

it('knows a number that a spreadsheet has rounded from a code', () => {
  expect(['6.37702E+15', '1E+12', '6,377E+15'].every(looksLikeSpreadsheetNumber)).toBe(true);
  expect(['5E10', '100E', '12E45', 'E+15'].some(looksLikeSpreadsheetNumber)).toBe(false);
});

it('is not held up by a cell that is full to the limit', () => {
  const started = Date.now();
  for (const text of [`(${'1'.repeat(32_000)}`, `1${' '.repeat(32_000)}x`]) {
    expect(parseMoney(text).ok || parseInteger(text).ok || parseDate(text).ok).toBe(false);
  }
  expect(Date.now() - started).toBeLessThan(1_000);
});
