import { type ClaimClock, minutesAt, nextBreach, type Promises } from './claim-clock.js';

/** Monday to Friday, 8 to 17 in Chicago. November 26, 2026 is Thanksgiving. */
const VENDOR: Promises = {
  timeZone: 'America/Chicago',
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '17:00' })),
  closedOn: ['2026-11-26'],
  acknowledgeWithinHours: 9,
  resolveWithinHours: 45,
};

const clock = (from: string | null, more: Partial<ClaimClock> = {}): ClaimClock => ({
  minutesRun: 0,
  clockFrom: from === null ? null : new Date(from),
  isAcknowledged: false,
  level: 1,
  breachMinutes: 0,
  ...more,
});
const breach = (given: ClaimClock, promises = VENDOR): [string, string] | null => {
  const next = nextBreach(given, promises);
  return next && [next.clock, next.at.toISOString()];
};

describe('the next breach of a claim', () => {
  // By hand. Chicago is 6 hours behind UTC in winter and 5 in summer; a working day has 9 hours.
  it.each([
    ['sent on a Monday at opening: at closing', '2026-11-16T14:00Z', '2026-11-16T23:00Z'],
    ['sent on a Friday at 15:00: on Monday at 15:00', '2026-11-13T21:00Z', '2026-11-16T21:00Z'],
    ['sent on a Saturday: as if on Monday at opening', '2026-11-14T18:00Z', '2026-11-16T23:00Z'],
    ['sent before opening: as if at opening', '2026-11-16T10:00Z', '2026-11-16T23:00Z'],
    ['sent after closing: the next day', '2026-11-16T23:30Z', '2026-11-17T23:00Z'],
    ['sent on the day before the holiday, 13:00: Friday 13:00', '2026-11-25T19:00Z', '2026-11-27T19:00Z'],
    ['sent on the holiday: Friday at closing', '2026-11-26T16:00Z', '2026-11-27T23:00Z'],
    ['over the end of daylight time: Friday 12:00 to Monday 12:00', '2026-10-30T17:00Z', '2026-11-02T18:00Z'],
    [
      'over the start of daylight time: Friday 12:00 to Monday 12:00',
      '2027-03-12T18:00Z',
      '2027-03-15T17:00Z',
    ],
  ])('%s', (_, sent, due) => {
    expect(breach(clock(sent))).toEqual(['acknowledge', new Date(due).toISOString()]);
  });

  it('is another half of the limit later, once the first one was', () => {
    const late = clock('2026-11-16T14:00Z', { level: 2, breachMinutes: 9 * 60 });
    // 13.5 hours: 9 on Monday, 4.5 on Tuesday from 8:00.
    expect(breach(late)).toEqual(['acknowledge', '2026-11-17T18:30:00.000Z']);
  });

  it('is of the other promise, once the claim is acknowledged', () => {
    const known = clock('2026-11-16T14:00Z', { isAcknowledged: true });
    // Five working days: Friday at closing.
    expect(breach(known)).toEqual(['resolve', '2026-11-20T23:00:00.000Z']);
  });

  it('counts what had run before the district was waited for', () => {
    expect(breach(clock('2026-11-17T14:00Z', { minutesRun: 8 * 60 }))).toEqual([
      'acknowledge',
      '2026-11-17T15:00:00.000Z',
    ]);
  });

  it('keeps what has run when the hours of the vendor change', () => {
    const before = clock('2026-11-16T14:00Z');
    const changed = new Date('2026-11-16T20:00Z');
    const run = minutesAt(before, VENDOR, changed);
    expect(run).toBe(6 * 60);
    const shorter = { ...VENDOR, hours: [{ weekday: 2, opens: '08:00', closes: '12:00' }] };
    // Three hours are left: Tuesday from 8:00 to 11:00.
    expect(breach(clock(changed.toISOString(), { minutesRun: run }), shorter)).toEqual([
      'acknowledge',
      '2026-11-17T17:00:00.000Z',
    ]);
  });

  it.each([
    ['while it stands still', clock(null)],
    ['at the highest level', clock('2026-11-16T14:00Z', { level: 3 })],
    ['after the last breach', clock('2026-11-16T14:00Z', { level: 2, breachMinutes: 67.5 * 60 })],
  ])('never comes %s', (_, given) => {
    expect(breach(given)).toBeNull();
  });

  it('never comes where nothing is promised', () => {
    const silent = { ...VENDOR, acknowledgeWithinHours: null, resolveWithinHours: null };
    expect(breach(clock('2026-11-16T14:00Z'), silent)).toBeNull();
  });
});
