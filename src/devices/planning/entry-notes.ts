import type { RowNote } from '../../imports/import-kind.js';
import type { DeviceInput } from './device-input.js';
import type { DeviceStatus } from '../statuses.js';

/** The earliest date of a row, and the field it stands in. */
export interface FirstDate {
  column: 'loanedOn' | 'statusOn' | 'missingSince';
  on: string;
}

/** What a device that enters gets from its row. */
export interface Entry {
  input: DeviceInput;
  status: DeviceStatus;
  /** The day from which the device counts. */
  enteredOn: string;
  /** What it counts from, where the row has no date of its own for that. */
  first: FirstDate | undefined;
  holder: string | null;
  today: string;
  /** The day that the row gives for the entry, if any. */
  dated: string | null;
}

/** What a row of a new device should know: which day, status and details it got without asking for them. */
export function notesOfEntry(entry: Entry): RowNote[] {
  return [...notesOfDates(entry), ...notesOfStatus(entry)];
}

function notesOfDates({ input, status, enteredOn, first, holder, today, dated }: Entry): RowNote[] {
  const notes: RowNote[] = [];
  const note = (column: string, code: string, detail: string): number => notes.push({ column, code, detail });
  if (first)
    note(
      first.column,
      'ENTERED_ON_FIRST_DATE',
      `The row has no in-service or purchase date. The device counts from ${first.on}, the earliest date in the row.`,
    );
  else if (dated === null)
    note(
      'inServiceOn',
      'ENTERED_TODAY',
      `The row has no in-service or purchase date. The device counts from today, ${today}.`,
    );
  const isLent = holder !== null && status !== 'missing';
  if (isLent && input.loanedOn && input.loanedOn < enteredOn)
    note(
      'loanedOn',
      'LOAN_BEFORE_ENTRY',
      `The row says that the loan began on ${input.loanedOn}, before the device came in on ${enteredOn}. Rollcall recorded the loan from ${enteredOn} on. Correct one of the two dates.`,
    );
  if (isLent && !input.loanedOn)
    note(
      'loanedOn',
      'LOAN_DATE_ASSUMED',
      `The row has no loan date. Rollcall recorded the loan from today, ${today}.`,
    );
  if (holder === null && input.loanedOn)
    note(
      'loanedOn',
      'LOAN_DATE_IGNORED',
      `The row gives the loan date ${input.loanedOn}, but no holder. Rollcall did not use the date.`,
    );
  return notes;
}

function notesOfStatus({ input, status, enteredOn }: Entry): RowNote[] {
  const notes: RowNote[] = [];
  const note = (column: string, code: string, detail: string): number => notes.push({ column, code, detail });
  const { statusOn } = input;
  if (!input.status)
    note('status', 'STATUS_ASSUMED', 'The row has no status. Rollcall recorded the device as in stock.');
  const isLater = status === 'missing' || status === 'retired' || status === 'disposed';
  if (statusOn && statusOn < enteredOn)
    note(
      'statusOn',
      'STATUS_BEFORE_ENTRY',
      `The row says ${status} since ${statusOn}, before the device came in on ${enteredOn}. Rollcall recorded the status from ${enteredOn} on. Correct one of the two dates.`,
    );
  else if (statusOn && statusOn > enteredOn && !isLater)
    note(
      'statusOn',
      'STATUS_DATE_NOT_KEPT',
      `The row says ${status} since ${statusOn}, but not what the device was before. Rollcall recorded the status from ${enteredOn} on, the day it came in.`,
    );
  if (isLater && !statusOn)
    note(
      'statusOn',
      'STATUS_DATE_ASSUMED',
      `The row does not say since when the device is ${status}. Rollcall recorded today.`,
    );
  if (status === 'missing' && !input.missing)
    note(
      'status',
      'LOST_ASSUMED',
      'The row does not say whether the device was lost or stolen. Rollcall recorded it as lost.',
    );
  if (status === 'disposed' && !input.disposalRoute)
    note(
      'status',
      'ROUTE_ASSUMED',
      'The row does not say how the device left. Rollcall recorded it as historical.',
    );
  return notes;
}
