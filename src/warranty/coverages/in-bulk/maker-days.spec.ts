import { makerDay } from './maker-days.js';

const CENTRAL = 'America/Chicago';

describe('the day that a maker means', () => {
  // By hand: US Central is five hours behind UTC in summer (from March 10 to November 3 in 2019), and six in winter.
  it.each([
    // The last second of March 24, with any number of digits after it.
    ['2019-03-25T04:59:59Z', 'last', CENTRAL, '2019-03-24'],
    ['2019-03-25T04:59:59.9Z', 'last', CENTRAL, '2019-03-24'],
    ['2019-03-25T04:59:59.999Z', 'last', CENTRAL, '2019-03-24'],
    ['2019-03-25T04:59:59.9999999Z', 'last', CENTRAL, '2019-03-24'],
    ['2019-03-25t04:59:59,999z', 'last', CENTRAL, '2019-03-24'],
    ['2019-03-25 04:59:59 UTC', 'last', CENTRAL, '2019-03-24'],
    // With offsets.
    ['2019-03-24T23:59:59-05:00', 'last', CENTRAL, '2019-03-24'],
    ['2019-03-24T23:59:59-0500', 'last', CENTRAL, '2019-03-24'],
    ['2019-03-24T23:59-05', 'last', CENTRAL, '2019-03-24'],
    ['2019-03-25T06:59:59+02:00', 'last', CENTRAL, '2019-03-24'],
    ['2019-03-24T22:59:59-06:00', 'last', CENTRAL, '2019-03-24'],
    // Midnight in US Central begins March 25. It is the end of March 24.
    ['2019-03-25T05:00:00Z', 'last', CENTRAL, '2019-03-24'],
    ['2019-03-25T05:00:00.000Z', 'last', CENTRAL, '2019-03-24'],
    ['2019-03-25T00:00:00-05:00', 'last', CENTRAL, '2019-03-24'],
    ['2019-03-25T05:00:00Z', 'first', CENTRAL, '2019-03-25'],
    ['2019-03-25T05:00:01Z', 'last', CENTRAL, '2019-03-25'],
    ['2019-03-25T04:59:59Z', 'first', CENTRAL, '2019-03-24'],
    // In winter midnight is an hour later.
    ['2020-01-15T05:59:59Z', 'last', CENTRAL, '2020-01-14'],
    ['2020-01-15T06:00:00Z', 'last', CENTRAL, '2020-01-14'],
    ['2020-01-15T06:00:00Z', 'first', CENTRAL, '2020-01-15'],
    // The clocks were put forward on March 10, 2019: that day begins at 06:00 UTC and ends at 05:00 UTC.
    ['2019-03-10T06:00:00Z', 'first', CENTRAL, '2019-03-10'],
    ['2019-03-11T05:00:00Z', 'last', CENTRAL, '2019-03-10'],
    // In Chile, the clocks are put forward at midnight, so that September 8, 2019 begins at 01:00, which is 04:00 UTC.
    ['2019-09-08T04:00:00Z', 'last', 'America/Santiago', '2019-09-07'],
    ['2019-09-08T04:00:00Z', 'first', 'America/Santiago', '2019-09-08'],
    // Other zones, over the ends of months and years.
    ['2026-02-02T00:00:00Z', 'last', 'UTC', '2026-02-01'],
    ['2025-02-02T00:00:00Z', 'first', 'UTC', '2025-02-02'],
    ['2024-02-29T23:59:59Z', 'last', 'UTC', '2024-02-29'],
    ['2024-12-31T15:00:00Z', 'first', 'Asia/Tokyo', '2025-01-01'],
    ['2024-12-31T15:00:00Z', 'last', 'Asia/Tokyo', '2024-12-31'],
  ] as const)('%s, as a %s day in %s, is %s', (text, end, timeZone, day) => {
    expect(makerDay(text, end, timeZone)).toEqual({ day, wasInstant: true });
  });

  it.each(['2019-03-25', '2019-02-29'])('a plain day stays what it is: %s', (text) => {
    for (const end of ['first', 'last'] as const)
      expect(makerDay(text, end, CENTRAL)).toEqual({ day: text, wasInstant: false });
  });
});
