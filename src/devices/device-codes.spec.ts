import { macOf, normaliseCode, readingsOf, serialOnLabel, whyNotACode } from './device-codes.js';

describe('codes', () => {
  it('are compared trimmed, in upper case, with single spaces', () => {
    expect(normaliseCode('  ab  12 ')).toBe('AB 12');
  });

  it.each(['6.37702E+15', 'A\u0007B', 'A'.repeat(65)])('are never %j', (text) => {
    expect(whyNotACode(normaliseCode(text))).toBeDefined();
  });

  it.each(['5CG9123ABC', 'C02XK0AAJG5J', '104233', 'IUSD-000001', '0012345'])('may be %s', (text) => {
    expect(whyNotACode(normaliseCode(text))).toBeUndefined();
  });

  it('lose the prefix of a Lenovo label, and only of a Lenovo', () => {
    expect(serialOnLabel('1S20DA0015USLR01ABCD', 'Lenovo')).toBe('LR01ABCD');
    expect(serialOnLabel('1S20DA0015USLR01ABCD', 'HP')).toBe('1S20DA0015USLR01ABCD');
  });

  it('lose the S of an Apple label', () => {
    expect(serialOnLabel('SC02XK0AAJG5J', 'Apple')).toBe('C02XK0AAJG5J');
  });

  it('are looked for as they are first, then as what a label may hold', () => {
    expect(readingsOf('sc02xk0aajg5j')).toEqual(['SC02XK0AAJG5J', 'C02XK0AAJG5J']);
  });

  it('hold a MAC address without its separators', () => {
    expect(macOf('b4:69-21.18c676')).toBe('B4692118C676');
    expect(macOf('B4692118C67')).toBeUndefined();
  });
});
