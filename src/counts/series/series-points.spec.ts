import { daysFrom, MOST_POINTS, seriesPoints } from './series-points.js';

describe('the points of a series', () => {
  it.each([
    ['day', '2026-02-27', '2026-03-01', ['2026-02-27', '2026-02-28', '2026-03-01']],
    ['week', '2026-11-18', '2026-12-01', ['2026-11-22', '2026-11-29', '2026-12-01']],
    ['month', '2024-01-31', '2024-03-15', ['2024-01-31', '2024-02-29', '2024-03-15']],
    ['quarter', '2025-11-01', '2026-04-01', ['2025-12-31', '2026-03-31', '2026-04-01']],
    ['year', '2024-05-05', '2025-12-31', ['2024-12-31', '2025-12-31']],
    ['schoolYear', '2024-06-30', '2026-07-01', ['2024-06-30', '2025-06-30', '2026-06-30', '2026-07-01']],
  ] as const)('by %s from %s to %s', (interval, from, to, points) => {
    expect(seriesPoints(from, to, interval, 7)).toEqual(points);
  });

  it('follows the fiscal year of the district', () => {
    expect(seriesPoints('2024-01-15', '2026-01-31', 'schoolYear', 1)).toEqual([
      '2024-12-31',
      '2025-12-31',
      '2026-01-31',
    ]);
    expect(seriesPoints('2024-02-15', '2025-03-01', 'schoolYear', 3)).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2025-03-01',
    ]);
  });

  it('is one point where it begins and ends on the same day', () => {
    expect(seriesPoints('2026-06-30', '2026-06-30', 'month', 7)).toEqual(['2026-06-30']);
  });

  it('stops when there are more than anybody reads', () => {
    expect(seriesPoints('1990-01-01', '2026-01-01', 'day', 7)).toHaveLength(MOST_POINTS + 1);
  });
});

describe('the day from which days are needed', () => {
  it.each([
    ['month', ['2026-01-31', '2026-02-28'], '2026-03-01'],
    ['month', ['2026-01-31', '2026-02-15'], '2026-02-01'],
    ['schoolYear', ['2025-06-30', '2026-06-30'], '2026-07-01'],
    ['day', ['2026-01-31', '2026-02-01'], '2026-01-01'],
    ['week', ['2026-02-01', '2026-02-08'], '2026-02-01'],
  ] as const)('by %s with the points %j is %s', (interval, points, day) => {
    expect(daysFrom(points, interval)).toBe(day);
  });
});
