/** Whose paper a table is printed on. */
export interface Letterhead {
  /** The district's name. */
  district: string;
  /** IANA name: instants are shown as the district's clocks showed them. */
  timeZone: string;
}

/** Made once for each time zone, because making one takes longer than formatting a thousand instants. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${options.timeZone}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known;
}

/** An instant as the district's clocks showed it, with its offset. */
export function instantIn(instant: Date, timeZone: string): string {
  return formatOf('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'long', hourCycle: 'h23' }).format(
    instant,
  );
}

/** To the minute and without its offset, for a cell of a table that says once where its clocks stand. */
export function minuteIn(instant: Date, timeZone: string): string {
  return formatOf('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(instant);
}
