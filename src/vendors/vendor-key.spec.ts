import { keyOfName, VENDOR_KEY } from './vendor-key.js';

describe('the key that a vendor gets from its name', () => {
  it.each([
    ['Dell', 'dell'],
    ['Valley Depot Repair', 'valley-depot-repair'],
    ['  HP Inc. ', 'hp-inc'],
    ['Acer & Söhne, Inc.', 'acer-sohne-inc'],
    ['O’Neil’s Repairs', 'oneils-repairs'],
    ['Lenovo (US) - Education', 'lenovo-us-education'],
    ['3M', '3m'],
  ])('%s: %s', (name, key) => {
    expect(keyOfName(name)).toBe(key);
    expect(key).toMatch(VENDOR_KEY);
  });

  it('is Latin letters whatever the name is written in', () => {
    expect(keyOfName('Технопарк')).toMatch(VENDOR_KEY);
    expect(keyOfName('東京')).toMatch(VENDOR_KEY);
  });

  it('ends where a key may be no longer, and not with a hyphen', () => {
    expect(keyOfName('a'.repeat(100))).toBe('a'.repeat(63));
    expect(keyOfName(`${'a'.repeat(62)} b`)).toBe('a'.repeat(62));
  });

  it('is empty where the name has no letters or digits', () => {
    expect(keyOfName('!?')).toBe('');
  });
});
