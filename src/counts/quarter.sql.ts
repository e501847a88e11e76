/**
 * SQL for the first day of the calendar quarter that a date falls in: whole counts are kept of those days.
 * @param date SQL of type date
 */
export function quarterStart(date: string): string {
  return `date_trunc('quarter', ${date})::date`;
}
