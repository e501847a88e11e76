import { centsOf, dollarsOf } from './dollars.js';

describe('an amount', () => {
  it.each([
    ['12.5', 1250],
    ['$1,234.56', 123_456],
    [' 0.29 ', 29],
    ['', null],
  ])('that is typed as "%s" is %s cents', (text, cents) => {
    expect(centsOf(text)).toBe(cents);
  });

  it('is shown with its cents', () => {
    expect([dollarsOf(1250), dollarsOf(0), dollarsOf(null)]).toEqual(['12.50', '0.00', '']);
  });
});
