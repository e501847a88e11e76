import { dateIn } from '../../common/time/clock.js';
import type { RowNote } from '../../imports/import-kind.js';
import type { InputProblem } from './input-codes.js';
import type { DeviceInput } from './device-input.js';
import type { DeviceFacts, DeviceRecord } from '../device-record.js';
import type { PreparedWrite } from '../recording/device-writes.js';

/**
 * The loan date of a device that is there: it belongs to a new holder, and changes no loan that has begun.
 * @param loanedOn since when its holder has it, where it has one
 */
export function notesOfLoanDate(
  input: DeviceInput,
  facts: Partial<DeviceFacts>,
  loanedOn: string | null,
): RowNote[] {
  if (!input.loanedOn || facts.personId || input.loanedOn === loanedOn) return [];
  const column = 'loanedOn';
  if (loanedOn === null || facts.personId === null)
    return [
      {
        column,
        code: 'LOAN_DATE_IGNORED',
        detail: `The row gives the loan date ${input.loanedOn}, but nobody has the device. Rollcall did not use the date.`,
      },
    ];
  return [
    {
      column,
      code: 'LOAN_DATE_KEPT',
      detail: `The row says that the loan began on ${input.loanedOn}. Rollcall kept ${loanedOn}, because this person has the device already.`,
    },
  ];
}

/** What follows from a change, and nobody asked for. */
const CONSEQUENCES: Partial<Record<string, Omit<RowNote, 'detail'> & { detail: string }>> = {
  personId: {
    column: 'holder',
    code: 'LOAN_ENDED',
    detail: 'With this status nobody can have the device, so Rollcall ended its loan.',
  },
  cartId: {
    column: 'cart',
    code: 'CART_LEFT',
    detail: 'With this status the device cannot be in a cart, so Rollcall took it out of its cart.',
  },
};

/** What the recorder did to a device beyond the facts that were asked for. */
export function notesOfConsequences({ write, events }: PreparedWrite): RowNote[] {
  if (!write.device) return [];
  const asked = new Set(write.drafts.flatMap(({ set }) => Object.keys(set)));
  const notes: RowNote[] = [];
  for (const { changes } of events)
    for (const [fact, [, after]] of Object.entries(changes)) {
      if (asked.has(fact)) continue;
      const note = after === null ? CONSEQUENCES[fact] : undefined;
      if (note) notes.push(note);
      if (fact === 'enteredOn')
        notes.push({
          column: null,
          code: 'COUNTS_FROM',
          detail: `With these dates the device counts from ${String(after)} on.`,
        });
    }
  return notes;
}

/** Finds details of a loss or of a write-off that come without it: nothing would record them. */
export function problemsOfDetails(
  input: DeviceInput,
  device: DeviceRecord | null,
  facts: Partial<DeviceFacts>,
): InputProblem[] {
  const problems: InputProblem[] = [];
  const status = facts.status ?? device?.status;
  for (const field of ['missing', 'missingSince', 'policeReportNumber'] as const)
    if (input[field] !== undefined && status !== 'missing')
      problems.push({
        column: field,
        code: 'LOSS_WITHOUT_STATUS',
        detail: `"${field}" belongs to a device with the status missing. Leave it out, or set the status to missing.`,
      });
  const isMissingAlready = device?.status === 'missing' && facts.status === undefined;
  if (isMissingAlready && input.missingSince !== undefined && input.missing === undefined)
    problems.push({
      column: 'missing',
      code: 'LOSS_INCOMPLETE',
      detail: 'To correct the date of a loss, also say with "missing" whether the device was lost or stolen.',
    });
  if (input.approvalReference !== undefined && facts.status !== 'disposed')
    problems.push({
      column: 'approvalReference',
      code: 'APPROVAL_WITHOUT_WRITE_OFF',
      detail:
        'An approval belongs to a write-off. Leave it out, or set the status to disposed and the disposal route to write_off.',
    });
  return problems;
}

/** A later date for the status that a device has already is not used. */
export function notesOfStatusDate(
  { statusOn }: DeviceInput,
  { status, statusSince }: DeviceRecord,
  facts: Partial<DeviceFacts>,
  timeZone: string,
): RowNote[] {
  const since = dateIn(timeZone, statusSince);
  if (!statusOn || facts.status !== undefined || statusOn === since) return [];
  return [
    {
      column: 'statusOn',
      code: 'STATUS_DATE_KEPT',
      detail: `The row says ${status} since ${statusOn}. Rollcall kept ${since}, because the device has had this status since then.`,
    },
  ];
}
