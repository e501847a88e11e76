import type { Shape } from '../api/problem.js';
import { today } from '../common/words.js';

/** How a device went missing; texts as they are typed. */
export interface MissingReport {
  missing: 'lost' | 'stolen';
  missingSince: string;
  policeReportNumber: string;
}

export function newReport(): MissingReport {
  return { missing: 'lost', missingSince: today(), policeReportNumber: '' };
}

/** What is sent of it, beside the status. */
export function reportOf({
  missing,
  missingSince,
  policeReportNumber,
}: MissingReport): Pick<Shape<'DeviceBody'>, 'missing' | 'missingSince' | 'policeReportNumber'> {
  const number = policeReportNumber.trim();
  return { missing, missingSince, ...(number ? { policeReportNumber: number } : {}) };
}
