import { searchedCodes, searchedWords } from './searched-codes.js';

/** Patterns by kind of code. */
function patternsOf(text: string): Record<string, string> {
  return Object.fromEntries(
    searchedCodes(text).flatMap(({ kinds, pattern }) => kinds.map((kind) => [kind, pattern])),
  );
}

describe('the codes that a search means', () => {
  it('are those that begin with a short word, so that a name finds no code by chance', () => {
    const begins = { asset_tag: 'ADA%', serial: 'ADA%', old_tag: 'ADA%', other: 'ADA%' };
    expect(patternsOf('Ada')).toEqual(begins);
  });

  it('have digits anywhere, as people know the last ones', () => {
    expect(patternsOf('4711')).toMatchObject({ asset_tag: '%4711%', serial: '%4711%' });
    expect(patternsOf('4711')).not.toHaveProperty('mac');
    expect(patternsOf('PF-2X')).toMatchObject({ serial: '%PF-2X%' });
  });

  it.each([
    ['2118c6', '%2118C6%'],
    ['b4:69:21', '%B46921%'],
    ['B4-69-21-18-C6-76', '%B4692118C676%'],
    ['aa:bb:cc', '%AABBCC%'],
  ])('are MAC addresses where %s looks like a part of one', (text, pattern) => {
    expect(patternsOf(text)).toMatchObject({ mac: pattern });
  });

  it.each(['facade', 'decade', '12ab', 'b4:69'])('are no MAC addresses for %s', (text) => {
    expect(patternsOf(text)).not.toHaveProperty('mac');
  });

  it('are IMEIs for six digits and more', () => {
    expect(patternsOf('353012')).toMatchObject({ imei: '%353012%' });
    expect(patternsOf('35301')).not.toHaveProperty('imei');
    expect(patternsOf('35301a')).not.toHaveProperty('imei');
  });

  it('are one pattern for all kinds of codes where the digits are the same', () => {
    expect(searchedCodes('353012').map(({ pattern }) => pattern)).toEqual(['%353012%']);
    expect(searchedCodes('35-30-12').map(({ pattern }) => pattern)).toEqual(['%35-30-12%', '%353012%']);
  });

  it('hold signs of LIKE as they are', () => {
    expect(patternsOf('1_0%')).toMatchObject({ asset_tag: String.raw`%1\_0\%%` });
  });
});

it('a search has words', () => {
  expect(searchedWords('  HP  Chromebook ')).toEqual(['hp', 'chromebook']);
});
