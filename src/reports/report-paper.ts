import type { ReportHead } from './report.js';

/** What stands on paper beside the report itself. */
export interface ReportPaper {
  district: string;
  timeZone: string;
}

/** What a table of numbers cannot say of itself. */
export function aboutLines(head: ReportHead, { district, timeZone }: ReportPaper): [string, string][] {
  return [
    ['Report', head.title],
    ['District', district],
    ['As of', head.asOf],
    ['Known at', instantIn(head.knownAt, timeZone)],
    ...Object.entries(head.parameters)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]): [string, string] => [
        `Parameter ${name}`,
        Array.isArray(value) ? value.join(', ') : String(value),
      ]),
    ...head.notes.map((note): [string, string] => ['Note', note]),
  ];
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
