import { SILENCE_MS, TypedScanner } from './typed-scanner.js';

/** Types a text, a key every so many milliseconds; answers what came out, with and without an end key. */
function type(text: string, everyMs: number, end?: 'Enter' | 'Tab'): string | undefined {
  const scanner = new TypedScanner();
  let at = 1_000;
  for (const key of text) {
    expect(scanner.press(key, at)).toBeUndefined();
    at += everyMs;
  }
  return end ? scanner.press(end, at) : scanner.silence();
}

describe('a scanner that types', () => {
  it.each([5, 15, 40])('is read with Enter, a key every %i ms', (every) => {
    expect(type('LAP-000123', every, 'Enter')).toBe('LAP-000123');
  });

  it('is read with Tab, and without any end', () => {
    expect(type('5CD1234XYZ', 10, 'Tab')).toBe('5CD1234XYZ');
    expect(type('5CD1234XYZ', 10)).toBe('5CD1234XYZ');
  });

  it('is read over a stutter', () => {
    const scanner = new TypedScanner();
    let at = 0;
    for (const [i, key] of [...'1S20QN0007USPF1ABCDE'].entries())
      scanner.press(key, (at += i === 7 ? 80 : 12));
    expect(scanner.silence()).toBe('1S20QN0007USPF1ABCDE');
  });

  it('sends two codes one after the other', () => {
    const scanner = new TypedScanner();
    const read = [...'AAA111\nBBB222\n'].flatMap(
      (key, i) => scanner.press(key === '\n' ? 'Enter' : key, i * 10) ?? [],
    );
    expect(read).toEqual(['AAA111', 'BBB222']);
  });

  it('is no hand', () => {
    expect(type('LAP-000123', 90, 'Enter')).toBeUndefined();
    expect(type('LAP-000123', 300)).toBeUndefined();
    expect(type('ab', 10, 'Enter')).toBeUndefined();
  });

  it('forgets what came before a silence', () => {
    const scanner = new TypedScanner();
    scanner.press('x', 0);
    for (const [i, key] of [...'TAG0042'].entries()) scanner.press(key, SILENCE_MS + 500 + i * 10);
    expect(scanner.silence()).toBe('TAG0042');
  });
});
