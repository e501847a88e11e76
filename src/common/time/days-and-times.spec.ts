import {
  DAY_PATTERNS,
  type FirstYear,
  isClosingTime,
  isDay,
  isMonthAndDay,
  isTimeOfDay,
  isTimeZone,
  readDay,
  readInstant,
} from './days-and-times.js';

describe('a day', () => {
  it.each(['2024-02-29', '1900-01-01', '2199-12-31', '2025-06-30'])('is one that exists: %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2025-02-29',
    '2025-02-30',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '1899-12-31',
    '2200-01-01',
    '0000-01-01',
    '2025-1-1',
    '25-01-01',
    '20250101',
    '2025-01-01T00:00:00Z',
    ' 2025-01-01',
    '2025-01-01\n',
    '+002025-01-01',
    '٢٠٢٥-01-01',
    '',
    'today',
  ])('is nothing else: %j', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('a day that a person writes', () => {
  it('may have blanks around it, and nothing else', () => {
    expect([' 2026-01-15', '2026-01-15\n', '\u00a02026-01-15'].map((text) => readDay(text))).toEqual(
      Array(3).fill('2026-01-15'),
    );
    const others = ['2026-02-30', '2026- 01-15', '２０２６-01-15', '0000-01-01', '275760-09-13', '', ' '];
    expect(others.map((text) => readDay(text))).toEqual(Array(others.length).fill(undefined));
  });

  it.each<[FirstYear, string, string]>([
    [1800, '1799-12-31', '1800-01-01'],
    [1900, '1899-12-31', '1900-01-01'],
    [1970, '1969-12-31', '1970-01-01'],
  ])('is not before %d where a field begins there', (first, before, day) => {
    expect([readDay(before, first), readDay(day, first)]).toEqual([undefined, day]);
  });

  it.each<FirstYear>([1800, 1900, 1970])('is what the JSON Schema of fields since %d says', (first) => {
    const pattern = new RegExp(DAY_PATTERNS[first] ?? '');
    const ends = ['01-01', '02-28', '02-29', '02-30', '04-31', '12-31', '13-01', '00-10'];
    const days = Array.from({ length: 500 }, (_, i) => 1750 + i).flatMap((year) =>
      ends.map((end) => `${year}-${end}`),
    );
    expect(days.filter((day) => pattern.test(day))).toEqual(days.filter((day) => isDay(day, first)));
  });
});

describe('an instant', () => {
  it.each([
    ['2026-11-28T15:05:00-08:00', '2026-11-28T23:05:00.000Z'],
    ['2026-11-28T23:05:00Z', '2026-11-28T23:05:00.000Z'],
    ['2026-11-28t23:05:00z', '2026-11-28T23:05:00.000Z'],
    ['2026-11-28T23:05:00.5Z', '2026-11-28T23:05:00.500Z'],
    ['2026-11-28T23:05:00.123456789+00:00', '2026-11-28T23:05:00.123Z'],
    ['2024-02-29T00:00:00+14:00', '2024-02-28T10:00:00.000Z'],
    [' 2026-11-28T23:05:00Z\n', '2026-11-28T23:05:00.000Z'],
  ])('is a date and time with a time zone: %s', (text, instant) => {
    expect(readInstant(text)?.toISOString()).toBe(instant);
  });

  it.each([
    '0.5',
    '1',
    'true',
    '',
    '2026-11-28',
    '2026-11-28T15:05:00',
    '2026-11-28T15:05Z',
    '2026-11-28 15:05:00Z',
    '2026-02-30T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-11-28T24:00:00Z',
    '2026-11-28T23:60:00Z',
    '2026-11-28T23:59:60Z',
    '2026-11-28T15:05:00-0800',
    '2026-11-28T15:05:00-08',
    '2026-11-28T15:05:00 08:00',
    '2026-11-28T15:05:00+24:00',
    '275760-09-13T00:00:00Z',
    '+275760-09-13T00:00:00Z',
    '1999-12-31T23:59:59Z',
    '2100-01-01T00:00:00Z',
    '２０２６-11-28T15:05:00Z',
    '2026-11-28T15:05:00.Z',
    'Sat, 28 Nov 2026 15:05:00 GMT',
    '2026-W48-6T00:00:00Z',
    '1764342300000',
    'now',
  ])('is nothing else: %j', (text) => {
    expect(readInstant(text)).toBeUndefined();
  });
});

describe('other forms', () => {
  it('are a month and a day, a time of day, and a place that has a time', () => {
    expect(['07-17', '02-29', '12-31'].map(isMonthAndDay)).toEqual([true, true, true]);
    expect(['02-30', '04-31', '13-01', '7-17', '00-00', ''].map(isMonthAndDay)).toEqual(Array(6).fill(false));
    expect(['00:00', '06:30', '23:59'].map(isTimeOfDay)).toEqual([true, true, true]);
    expect(['24:00', '6:30', '06:60', '06:30:00', '06:30 ', ''].map(isTimeOfDay)).toEqual(
      Array(6).fill(false),
    );
    expect(['00:00', '17:00', '24:00', '24:01', '25:00', ''].map(isClosingTime)).toEqual([
      ...Array<boolean>(3).fill(true),
      ...Array<boolean>(3).fill(false),
    ]);
    expect(['America/Los_Angeles', 'UTC'].map(isTimeZone)).toEqual([true, true]);
    expect(['local', '+08:00', 'UTC+8', 'Mars/Olympus', ''].map(isTimeZone)).toEqual(Array(5).fill(false));
  });
});
