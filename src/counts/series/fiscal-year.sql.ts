/**
 * SQL for the first day of the fiscal year that a date falls in.
 * @param date SQL of type date
 * @param month SQL of the month, 1 to 12, in which the district's fiscal year starts
 */
export function fiscalYearStart(date: string, month: string): string {
  const shift = `make_interval(months => ${month} - 1)`;
  return `(date_trunc('year', ${date} - ${shift}) + ${shift})::date`;
}
