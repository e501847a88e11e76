import { effectiveInstant } from './scan-clock.js';

const at = (time: string): Date => new Date(`2026-11-20T${time}Z`);
const receivedAt = at('15:00:00');

describe('the instant from which a scan holds', () => {
  it.each([
    ['is what the phone says, where its clock is right', '14:00:00', {}, '15:00:00', '14:00:00'],
    ['leaves out how far the clock is ahead', '16:00:00', {}, '17:00:00', '14:00:00'],
    ['leaves out how far the clock is behind', '02:00:00', {}, '03:00:00', '14:00:00'],
    [
      'is not before the last answer of the server',
      '09:00:00',
      { contactAt: at('10:00:00') },
      '15:00:00',
      '10:00:00',
    ],
    ['is not after the receipt', '23:00:00', {}, '15:00:00', '15:00:00'],
    [
      'is counted from the last answer, whatever the clock was set to since',
      '03:00:00',
      { contactAt: at('13:00:00'), sinceMs: 60_000 },
      '15:00:00',
      '13:01:00',
    ],
  ])('%s', (_, scannedAt, clock, sentAt, expected) => {
    expect(effectiveInstant(at(scannedAt), clock, { sentAt: at(sentAt), receivedAt })).toEqual(at(expected));
  });

  it('believes the clock of who does not say when it was sent, up to the receipt', () => {
    expect(effectiveInstant(at('14:30:00'), {}, { receivedAt })).toEqual(at('14:30:00'));
    expect(effectiveInstant(at('18:30:00'), {}, { receivedAt })).toEqual(receivedAt);
  });
});
