/** The first and last days of other systems' calendars, some of them seen from a time zone west of Greenwich. */
const EDGES = new Set([
  '0001-01-01', // .NET, and SQL Server's datetime2
  '1600-12-31', // Windows FILETIME
  '1601-01-01',
  '1752-12-31', // SQL Server's datetime
  '1753-01-01',
  '1899-12-30', // day 0 of Access and Delphi
  '1899-12-31', // day 0 of Excel
  '1900-01-01', // day 1 of Excel, and an empty text in SQL Server
  '9999-12-31',
]);

/** More such days that are real ones for a school, but not for a device or a pupil. */
const RECENT_EDGES = new Set([
  '1904-01-01', // day 0 of Excel on old Macs
  '1969-12-31', // Unix
  '1970-01-01',
  '2069-12-31', // what becomes of 12/31/69
]);

/** Letters and digits of what is written where a date should be. */
const WORDS = new Set(
  `never notyet nodate nodateset noduedate noenddate noexpiration dateunknown unknowndate pending open ongoing current
  present indefinite permanent perpetual forever invaliddate nan nat mmddyyyy ddmmyyyy yyyymmdd mmddyy nunca sinfecha
  pendiente fechadesconocida`.split(/\s+/),
);

/** `0`, `0000-00-00 00:00:00`, `00/00/0000`, `00:00`, `0.0`. */
const ZEROS = /^[0\s:./T+-]*Z?$/i;

/** Excel shows its day 0 as January 0, 1900. */
const DAY_ZERO =
  /^(?:0?1[-/.]0?0[-/.](?:19)?00|0?0[-/.](?:0?1|jan)[-/.](?:19)?00|1900[-/.]0?1[-/.]0?0|(?:[a-z]+,?\s+)?jan(?:uary)?\s+0,?\s+1900)(?![\d/.-])/i;

/** The same edges as numbers: days of Excel, seconds and milliseconds since 1970, and ASP.NET's notation of them. */
const NUMBERS = new Set(
  `-1 1 -62135596800 -62135596800000 -11644473600 -11644473600000 -2209161600 -2209161600000 -2208988800
  -2208988800000 /Date(0)/ /Date(-62135596800000)/`.split(/\s+/),
);

/** No date and no word for none is longer. */
const LONGEST = 80;

/** Whether a text stands for no date in any column: words, zeros, and numbers that are the edge of a calendar. */
export function saysNoDate(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return false;
  if (ZEROS.test(trimmed) || NUMBERS.has(trimmed) || DAY_ZERO.test(trimmed)) return true;
  const key = trimmed.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  return key === '' || WORDS.has(key);
}

/**
 * Whether a date is one that systems store where they have none.
 * @param firstYear first year that the column may have: where it reaches back before 1970, Unix's first day is a day
 */
export function isNoDate(date: string, firstYear: number): boolean {
  if (EDGES.has(date) || date.startsWith('0000-')) return true;
  return firstYear >= 1970 && RECENT_EDGES.has(date);
}
