import { keepTimeZone, today } from './words.js';

describe('today', () => {
  it('is the day of the district, wherever the phone believes to be', () => {
    const now = new Date('2026-11-30T00:20:00Z');
    keepTimeZone('America/Los_Angeles');
    expect(today(now)).toBe('2026-11-29');
    keepTimeZone('Pacific/Kiritimati');
    expect(today(now)).toBe('2026-11-30');
  });
});
