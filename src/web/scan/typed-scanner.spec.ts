import { SILENCE_MS, TypedScanner } from './typed-scanner.js';

/** Types a text, a key every so many milliseconds; answers what came out, with and without an end key. */
function type(text: string, everyMs: number, end?: 'Enter' | 'Tab', isInField = false): string | undefined {
  const scanner = new TypedScanner();
  let at = 1_000;
  for (const key of text) {
    expect(scanner.press(key, at)).toBeUndefined();
    at += everyMs;
  }
  return end ? scanner.press(end, at) : scanner.silence(isInField);
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
    expect(scanner.silence(false)).toBe('1S20QN0007USPF1ABCDE');
  });

  it('is read whole where a busy machine hands on its last keys after the silence', () => {
    const scanner = new TypedScanner();
    for (const [i, key] of [...'T10'].entries()) scanner.press(key, i * 8);
    expect(scanner.silence(false)).toBeUndefined();
    for (const [i, key] of [...'30'].entries()) scanner.press(key, (3 + i) * 8);
    expect(scanner.press('Enter', 40)).toBe('T1030');
  });

  it('sends two codes one after the other', () => {
    const scanner = new TypedScanner();
    const read = [...'AAA111\nBBB222\n'].flatMap(
      (key, i) => scanner.press(key === '\n' ? 'Enter' : key, i * 10) ?? [],
    );
    expect(read).toEqual(['AAA111', 'BBB222']);
  });

  it('is read over the Shift keys before its capitals, and may be as short as three characters with an end', () => {
    const scanner = new TypedScanner();
    for (const [i, key] of ['Shift', 'A', 'Shift', 'B', '7'].entries()) scanner.press(key, i * 10);
    expect(scanner.press('Enter', 50)).toBe('AB7');
  });

  it('in a field is told from quick fingers by its length and its speed', () => {
    expect(type('these', 40, undefined, true)).toBeUndefined();
    expect(type('T100', 12, undefined, true)).toBe('T100');
    expect(type('T1000A', 40, undefined, true)).toBe('T1000A');
    expect(type('T1000', 40, 'Enter', true)).toBe('T1000');
  });

  it('is no hand that types quickly and presses Enter in its own time', () => {
    const scanner = new TypedScanner();
    for (const [i, key] of [...'room'].entries()) scanner.press(key, i * 40);
    expect(scanner.press('Enter', 3 * 40 + 100)).toBeUndefined();
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
    expect(scanner.silence(false)).toBe('TAG0042');
  });
});
