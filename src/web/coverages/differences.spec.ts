import type { Shape } from '../api/problem.js';
import { differencesIn } from './differences.js';

const coverage = (id: string, more: Partial<Shape<'CoverageView'>> = {}): Shape<'CoverageView'> =>
  ({
    id,
    vendor: 'lenovo',
    kind: 'manufacturer',
    contractNumber: '',
    startsOn: '2024-07-01',
    endsOn: '2027-06-30',
    lastOn: more.endsOn ?? '2027-06-30',
    source: 'person',
    ...more,
  }) as Shape<'CoverageView'>;

const ids = (...all: Shape<'CoverageView'>[]): string[][] =>
  differencesIn(all).map((group) => group.map(({ id }) => id));

describe('a difference between sources', () => {
  const later = { source: 'file', endsOn: '2027-07-31' } as const;

  it('is where they say different last days of the same vendor and type', () => {
    expect(ids(coverage('a'), coverage('b', later))).toEqual([['a', 'b']]);
  });

  it('is where one of them knows that it was canceled', () => {
    expect(ids(coverage('a'), coverage('b', { source: 'look_up', lastOn: '2025-01-31' }))).toEqual([
      ['a', 'b'],
    ]);
  });

  it.each([
    ['they agree', coverage('b', { source: 'file' })],
    ['the same source says both', coverage('b', { endsOn: '2027-07-31' })],
    ['the vendors differ', coverage('b', { ...later, vendor: 'dell' })],
    ['the types differ', coverage('b', { ...later, kind: 'battery' })],
    ['the contracts differ', coverage('b', { ...later, contractNumber: 'P-2' })],
    ['one follows the other', coverage('b', { ...later, startsOn: '2027-07-01', endsOn: '2029-06-30' })],
  ])('is not where %s', (_, other) => {
    expect(ids(coverage('a', { contractNumber: 'P-1' }), other)).toEqual([]);
  });
});
