import { parseDate } from './cell-dates.js';

const listed = (texts: string): string[] => texts.trim().split(/\s*\|\s*/);

it.each([
  ['MySQL', '0000-00-00 | 0000-00-00 00:00:00 | 00/00/0000 | 00-00-00 | 00000000 | 0000-00-00T00:00:00Z'],
  [
    'Unix',
    '0 | 0.0 | 1970-01-01 | 1970-01-01 00:00:00 | 1970-01-01T00:00:00.000Z | 1/1/1970 | 1/1/70 | 01-Jan-1970',
  ],
  [
    'Unix',
    'Thu, 01 Jan 1970 00:00:00 GMT | 19700101 | January 1, 1970 12:00:00 AM | 1970-01-01T00:00:00+00:00',
  ],
  ['Unix from the west', '1969-12-31 | 12/31/1969 4:00 PM | 12/31/69 | 1969-12-31T16:00:00-08:00'],
  ['Unix from the west', 'Wed Dec 31 1969 16:00:00 GMT-0800 (Pacific Standard Time)'],
  [
    'Excel',
    '1/0/1900 | 1/0/00 | 1900-01-00 | 0-Jan-00 | January 0, 1900 | Saturday, January 0, 1900 | 1 | 1/1/1900',
  ],
  ['Excel', '1900-01-01 | 12/31/1899 | 00:00:00 | 1904-01-01 | 1/1/1904'],
  ['Access and Delphi', '1899-12-30 | 12/30/1899 12:00:00 AM'],
  [
    '.NET',
    '0001-01-01 | 01/01/0001 | 1/1/0001 12:00:00 AM | 0001-01-01T00:00:00 | 00010101 | /Date(-62135596800000)/',
  ],
  ['.NET', '9999-12-31 | 12/31/9999 11:59:59 PM | 9999-12-31T23:59:59.9999999 | -62135596800'],
  ['Windows', '1601-01-01 | 1/1/1601 | 12/31/1600 4:00:00 PM | -11644473600'],
  ['SQL Server', '1753-01-01 | 1/1/1753 | 1900-01-01 00:00:00.000'],
  ['Jamf', '-1'],
  ['JavaScript', 'Invalid Date | NaN'],
  [
    'people',
    'Never | never | NEVER. | no date | not yet | Pending | ongoing | Present | nunca | Sin fecha | open',
  ],
  ['an unfilled form', 'MM/DD/YYYY | yyyy-mm-dd | __/__/____ | / / | //'],
])('knows how %s writes no date: %s', (_, texts) => {
  const read = listed(texts).map((text) => [text, parseDate(text, 'mdy')] as const);
  for (const [text, date] of read)
    expect([text, date]).toEqual([
      text,
      { ok: true, value: undefined, note: { code: 'READ_AS_BLANK', detail: expect.stringContaining(text) } },
    ]);
});

it.each([
  ['1904-01-01', '1904-01-01'],
  ['1970-01-01', '1970-01-01'],
  ['12/31/1969', '1969-12-31'],
  ['9/3/1958', '1958-09-03'],
  ['9/3/58', '1958-09-03'],
  ['9/3/27', '2027-09-03'],
  ['1851-01-01', '1851-01-01'],
  ['18640502', '1864-05-02'],
])('takes %s for a day where dates reach back to 1800', (text, date) =>
  expect(parseDate(text, 'mdy', 1800)).toEqual({ ok: true, value: date }),
);

it.each(['0000-00-00', '1900-01-01', '1/0/1900', '0001-01-01', '1601-01-01', '9999-12-31', 'Never'])(
  'takes %s for no date even there',
  (text) => expect(parseDate(text, 'mdy', 1800)).toMatchObject({ ok: true, value: undefined }),
);

it('still refuses what is neither a date nor a way to write none', () => {
  for (const text of ['soon', '2016-13-01', '0001-13-01', '1/0/2016', '00/12/2016', '10', '-5', 'openly'])
    expect([text, parseDate(text, 'mdy').ok]).toEqual([text, false]);
});
