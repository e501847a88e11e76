import { nextOnWeekdays, nextRun } from './schedule.js';

const ZONE = 'America/Los_Angeles';
const next = (schedule: Parameters<typeof nextRun>[0], after: string): string =>
  nextRun(schedule, ZONE, new Date(after)).toISOString();

describe('the next run of a schedule', () => {
  it.each([
    [{ every: 'day', at: '06:30' }, '2026-11-22T12:00:00Z', '2026-11-22T14:30:00.000Z'],
    [{ every: 'day', at: '06:30' }, '2026-11-22T14:30:00Z', '2026-11-23T14:30:00.000Z'],
    [{ every: 'week', weekday: 1, at: '06:00' }, '2026-11-22T12:00:00Z', '2026-11-23T14:00:00.000Z'],
    [{ every: 'week', weekday: 7, at: '06:00' }, '2026-11-23T12:00:00Z', '2026-11-29T14:00:00.000Z'],
    [{ every: 'month', day: 1, at: '00:00' }, '2026-11-22T12:00:00Z', '2026-12-01T08:00:00.000Z'],
    [{ every: 'month', day: 31, at: '06:00' }, '2027-02-01T12:00:00Z', '2027-02-28T14:00:00.000Z'],
  ] as const)('%j after %s is %s', (schedule, after, expected) => {
    expect(next(schedule, after)).toBe(expected);
  });

  it('is an hour later where the clocks skip it, and comes once where they go back', () => {
    expect(next({ every: 'day', at: '02:30' }, '2026-03-08T09:00:00Z')).toBe('2026-03-08T10:30:00.000Z');
    const first = next({ every: 'day', at: '01:30' }, '2026-11-01T07:00:00Z');
    expect(next({ every: 'day', at: '01:30' }, first)).toBe('2026-11-02T09:30:00.000Z');
  });
});

describe('a time on some weekdays', () => {
  const workdays = { weekdays: [1, 2, 3, 4, 5], at: '16:00' };
  it.each([
    ['on a Tuesday morning', '2026-11-24T17:00:00Z', '2026-11-25T00:00:00.000Z'],
    ['at the very time', '2026-11-25T00:00:00Z', '2026-11-26T00:00:00.000Z'],
    ['on a Friday evening', '2026-11-28T01:00:00Z', '2026-12-01T00:00:00.000Z'],
    ['on a Sunday', '2026-11-29T20:00:00Z', '2026-12-01T00:00:00.000Z'],
    ['over the end of summer time', '2026-10-30T23:30:00Z', '2026-11-03T00:00:00.000Z'],
  ])('comes next %s', (_, after, expected) => {
    expect(nextOnWeekdays(workdays, ZONE, new Date(after)).toISOString()).toBe(expected);
  });
});
