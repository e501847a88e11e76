const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const YEAR_10000 = Date.UTC(10_000, 0, 1);

/**
 * The date that a spreadsheet means by a number of days, as `YYYY-MM-DD`, or with its time as `YYYY-MM-DDTHH:MM:SS`
 * in no particular time zone; a number below one is a time alone. Undefined for days that are no date (the year 10000).
 */
export function dateOfSerial(
  serial: number,
  { is1904 = false, withTime = false }: { is1904?: boolean; withTime?: boolean } = {},
): string | undefined {
  // Rounded to seconds first: 0.99999999 of a day is midnight.
  const seconds = Math.round(serial * 86_400);
  const days = Math.floor(seconds / 86_400);
  if (!(days >= 0)) return undefined;
  const ofDay = seconds - days * 86_400;
  if (!is1904 && days === 0) return withTime ? timeOfDay(ofDay) : undefined;
  const date = isoDate(epochOf(days, is1904) + days * DAY_MS);
  if (date === undefined) return undefined;
  return withTime && ofDay !== 0 ? `${date}T${timeOfDay(ofDay)}` : date;
}

/** Lotus 1-2-3 took 1900 for a leap year, and Excel still does: before March 1900 the count is one off. */
function epochOf(days: number, is1904: boolean): number {
  if (is1904) return EPOCH_1904;
  return days < 60 ? EPOCH_1900 + DAY_MS : EPOCH_1900;
}

function isoDate(ms: number): string | undefined {
  return ms < YEAR_10000 ? new Date(ms).toISOString().slice(0, 10) : undefined;
}

function timeOfDay(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}
