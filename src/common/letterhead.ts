/** Whose paper a table is printed on. */
export interface Letterhead {
  /** The district's name. */
  district: string;
  /** IANA name: instants are shown as the district's clocks showed them. */
  timeZone: string;
}

/** An instant as the district's clocks showed it, with its offset. */
export function instantIn(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'long',
    hourCycle: 'h23',
  }).format(instant);
}

/** To the minute and without its offset, for a cell of a table that says once where its clocks stand. */
export function minuteIn(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    instant,
  );
}
