import { addBusinessMinutes, type BusinessHours, businessMinutesBetween } from './business-hours.js';

const WORKDAYS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '17:00' }));

/** In 2026 the clocks of California skip an hour on Sunday, March 8, and repeat one on Sunday, November 1. */
const CALIFORNIA: BusinessHours = {
  timeZone: 'America/Los_Angeles',
  hours: WORKDAYS,
  closedOn: ['2026-12-25', '2026-01-01'],
};
/** Arizona never changes its clocks. */
const ARIZONA: BusinessHours = { ...CALIFORNIA, timeZone: 'America/Phoenix' };

const onSundays = (opens: string, closes: string, timeZone = 'America/Los_Angeles'): BusinessHours => ({
  timeZone,
  hours: [{ weekday: 7, opens, closes }],
  closedOn: [],
});

const ALL_SUNDAY = onSundays('00:00', '24:00');
const WITH_LUNCH: BusinessHours = {
  ...CALIFORNIA,
  hours: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, opens: '13:00', closes: '17:00' },
    { weekday, opens: '08:00', closes: '12:00' },
  ]),
};

describe('business minutes between two instants', () => {
  it.each<[string, BusinessHours, string, string, number]>([
    ['of one morning', CALIFORNIA, '2026-03-02T09:00-08:00', '2026-03-02T11:30-08:00', 150],
    ['of a whole day', CALIFORNIA, '2026-03-02T00:00-08:00', '2026-03-03T00:00-08:00', 540],
    ['from before opening', CALIFORNIA, '2026-03-02T06:00-08:00', '2026-03-02T09:00-08:00', 60],
    ['from after closing', CALIFORNIA, '2026-03-02T18:00-08:00', '2026-03-03T09:00-08:00', 60],
    [
      'from after closing until before opening',
      CALIFORNIA,
      '2026-03-02T18:00-08:00',
      '2026-03-03T07:00-08:00',
      0,
    ],
    ['over a weekend', CALIFORNIA, '2026-02-27T16:00-08:00', '2026-03-02T09:00-08:00', 120],
    [
      'over the weekend when the clocks go forward',
      CALIFORNIA,
      '2026-03-06T16:00-08:00',
      '2026-03-09T09:00-07:00',
      120,
    ],
    [
      'over the weekend when the clocks go back',
      CALIFORNIA,
      '2026-10-30T16:00-07:00',
      '2026-11-02T09:00-08:00',
      120,
    ],
    ['over a closed Friday', CALIFORNIA, '2026-12-23T16:00-08:00', '2026-12-28T09:00-08:00', 660],
    ['from a holiday', CALIFORNIA, '2026-12-25T10:00-08:00', '2026-12-28T10:00-08:00', 120],
    ['within a weekend', CALIFORNIA, '2026-03-07T09:00-08:00', '2026-03-08T20:00-07:00', 0],
    ['of one week', CALIFORNIA, '2026-03-02T08:00-08:00', '2026-03-09T08:00-07:00', 2_700],
    ['of an instant', CALIFORNIA, '2026-03-02T09:00-08:00', '2026-03-02T09:00-08:00', 0],
    ['backwards', CALIFORNIA, '2026-03-02T11:00-08:00', '2026-03-02T09:00-08:00', 0],
    ['of half a minute', CALIFORNIA, '2026-03-02T09:00:00-08:00', '2026-03-02T09:00:30-08:00', 0.5],
    ['around lunch', WITH_LUNCH, '2026-03-02T11:00-08:00', '2026-03-02T14:00-08:00', 120],
    // 262 workdays in 2024 and 261 in 2025.
    ['of two years', CALIFORNIA, '2024-01-01T00:00-08:00', '2026-01-01T00:00-08:00', 523 * 540],
    ['of a Sunday of 23 hours', ALL_SUNDAY, '2026-03-08T00:00-08:00', '2026-03-09T00:00-07:00', 1_380],
    ['of a Sunday of 25 hours', ALL_SUNDAY, '2026-11-01T00:00-07:00', '2026-11-02T00:00-08:00', 1_500],
    [
      'of an opening that the clocks skip',
      onSundays('02:15', '02:45'),
      '2026-03-07T00:00-08:00',
      '2026-03-10T00:00-07:00',
      0,
    ],
    [
      'of an opening that begins in the skipped hour',
      onSundays('02:15', '03:15'),
      '2026-03-07T00:00-08:00',
      '2026-03-10T00:00-07:00',
      15,
    ],
    [
      'of an opening that ends in the skipped hour',
      onSundays('01:30', '02:30'),
      '2026-03-07T00:00-08:00',
      '2026-03-10T00:00-07:00',
      30,
    ],
    [
      'of an opening in the hour that comes twice',
      onSundays('01:00', '01:30'),
      '2026-10-31T00:00-07:00',
      '2026-11-03T00:00-08:00',
      30,
    ],
    [
      'of an opening around the hour that comes twice',
      onSundays('01:30', '02:30'),
      '2026-10-31T00:00-07:00',
      '2026-11-03T00:00-08:00',
      120,
    ],
    [
      'of a Sunday before the clocks change',
      onSundays('02:15', '02:45'),
      '2026-03-01T00:00-08:00',
      '2026-03-02T00:00-08:00',
      30,
    ],
    ['in Arizona in March', ARIZONA, '2026-03-06T16:00-07:00', '2026-03-09T09:00-07:00', 120],
    ['in Arizona in November', ARIZONA, '2026-10-30T16:00-07:00', '2026-11-02T09:00-07:00', 120],
    ['in Arizona from a holiday', ARIZONA, '2026-12-25T10:00-07:00', '2026-12-28T10:00-07:00', 120],
    [
      'in Arizona on a Sunday',
      onSundays('00:00', '24:00', 'America/Phoenix'),
      '2026-03-08T00:00-07:00',
      '2026-03-09T00:00-07:00',
      1_440,
    ],
  ])('%s', (_, hours, from, to, expected) => {
    expect(businessMinutesBetween(hours, new Date(from), new Date(to))).toBe(expected);
  });
});

describe('business minutes after an instant', () => {
  it.each<[string, BusinessHours, string, number, string]>([
    ['within a morning', CALIFORNIA, '2026-03-02T09:00-08:00', 150, '2026-03-02T11:30-08:00'],
    ['none', CALIFORNIA, '2026-03-07T09:00-08:00', 0, '2026-03-07T09:00-08:00'],
    ['until closing time', CALIFORNIA, '2026-03-02T16:00-08:00', 60, '2026-03-02T17:00-08:00'],
    ['until a minute after opening', CALIFORNIA, '2026-03-02T16:00-08:00', 61, '2026-03-03T08:01-08:00'],
    ['from before opening', CALIFORNIA, '2026-03-02T06:00-08:00', 60, '2026-03-02T09:00-08:00'],
    ['from after closing', CALIFORNIA, '2026-03-02T18:00-08:00', 60, '2026-03-03T09:00-08:00'],
    ['over a weekend', CALIFORNIA, '2026-02-27T16:00-08:00', 120, '2026-03-02T09:00-08:00'],
    [
      'over the weekend when the clocks go forward',
      CALIFORNIA,
      '2026-03-06T16:00-08:00',
      120,
      '2026-03-09T09:00-07:00',
    ],
    [
      'over the weekend when the clocks go back',
      CALIFORNIA,
      '2026-10-30T16:00-07:00',
      120,
      '2026-11-02T09:00-08:00',
    ],
    ['from a holiday', CALIFORNIA, '2026-12-25T10:00-08:00', 60, '2026-12-28T09:00-08:00'],
    ['around lunch', WITH_LUNCH, '2026-03-02T11:00-08:00', 120, '2026-03-02T14:00-08:00'],
    ['a whole week', CALIFORNIA, '2026-03-02T08:00-08:00', 2_700, '2026-03-06T17:00-08:00'],
    ['two years', CALIFORNIA, '2024-01-01T08:00-08:00', 523 * 540, '2025-12-31T17:00-08:00'],
    ['a Sunday of 23 hours', ALL_SUNDAY, '2026-03-08T00:00-08:00', 1_380, '2026-03-09T00:00-07:00'],
    ['a Sunday of 25 hours', ALL_SUNDAY, '2026-11-01T00:00-07:00', 1_500, '2026-11-02T00:00-08:00'],
    ['in Arizona in March', ARIZONA, '2026-03-06T16:00-07:00', 120, '2026-03-09T09:00-07:00'],
    ['in Arizona in November', ARIZONA, '2026-10-30T16:00-07:00', 120, '2026-11-02T09:00-07:00'],
  ])('%s', (_, hours, from, minutes, expected) => {
    expect(addBusinessMinutes(hours, new Date(from), minutes)).toEqual(new Date(expected));
  });

  it('are as many as lie between the two instants, wherever they begin', () => {
    for (const hours of [CALIFORNIA, ARIZONA, WITH_LUNCH, ALL_SUNDAY, onSundays('01:15', '02:45')])
      for (let i = 0; i < 300; i++) {
        const from = new Date(Date.parse('2025-06-01T00:00Z') + i * 97_531_000);
        const minutes = 1 + ((i * 7_919) % 20_000);
        const to = addBusinessMinutes(hours, from, minutes);
        expect(businessMinutesBetween(hours, from, to)).toBeCloseTo(minutes, 6);
      }
  });

  it('are found over fifty years', () => {
    const from = new Date('2000-01-03T08:00-08:00');
    const to = addBusinessMinutes(CALIFORNIA, from, 50 * 260 * 540);
    expect(businessMinutesBetween(CALIFORNIA, from, to)).toBe(50 * 260 * 540);
  });
});

describe('business hours', () => {
  it.each<[string, Partial<BusinessHours>, RegExp]>([
    ['are never open', { hours: [] }, /at least one opening time/],
    [
      'close before they open',
      { hours: [{ weekday: 1, opens: '17:00', closes: '08:00' }] },
      /closing time after/,
    ],
    [
      'have a weekday that is none',
      { hours: [{ weekday: 8, opens: '08:00', closes: '17:00' }] },
      /weekday from 1 to 7/,
    ],
    [
      'have a time that is none',
      { hours: [{ weekday: 1, opens: '08:00', closes: '25:00' }] },
      /closing time after/,
    ],
    [
      'overlap',
      { hours: [...WORKDAYS, { weekday: 1, opens: '16:00', closes: '18:00' }] },
      /must not overlap/,
    ],
    ['are of no time zone', { timeZone: 'UTC+8' }, /an IANA time zone/],
    ['are closed on a date that does not exist', { closedOn: ['2026-02-29'] }, /dates that exist/],
  ])('that %s are refused', (_, change, message) => {
    const hours = { ...CALIFORNIA, ...change };
    const now = new Date('2026-03-02T09:00-08:00');
    expect(() => addBusinessMinutes(hours, now, 1)).toThrow(message);
    expect(() => businessMinutesBetween(hours, now, new Date('2026-03-03T09:00-08:00'))).toThrow(message);
  });

  it('cannot be asked for time that has passed already', () => {
    expect(() => addBusinessMinutes(CALIFORNIA, new Date(), -1)).toThrow(RangeError);
    expect(() => addBusinessMinutes(CALIFORNIA, new Date(), Infinity)).toThrow(RangeError);
  });
});
