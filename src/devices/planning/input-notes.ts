import type { RowNote } from '../../imports/import-kind.js';
import type { DeviceInput } from './device-input.js';
import type { DeviceFacts } from '../device-record.js';
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
