import { startOfDate } from '../../../common/time/clock.js';
import { instantIn } from '../../../imports/reading/cells/cell-instants.js';
import type { RowFields, RowProblem } from '../../../imports/import-kind.js';
import type { ClaimOutcome, DenialReason } from '../../claims/claim.entity.js';
import { isEmpty, type ReplyContent } from '../intake/reply-content.js';

/** A cell that holds a text, or undefined where it says nothing. */
export function textOf(fields: RowFields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Checks that need the whole row and no database. */
export function checkReply(fields: RowFields): RowProblem[] {
  const problems: RowProblem[] = [];
  if (!['claimNumber', 'reference', 'serialNumber'].some((name) => textOf(fields, name)))
    problems.push({
      column: 'claimNumber',
      code: 'NO_CLAIM_NAMED',
      detail:
        'The row does not say which claim it is about. Fill in the claim number, your reference or the serial number.',
    });
  const said = contentOf({ ...fields, reference: null }, 'UTC');
  if (
    isEmpty(said) &&
    !(textOf(fields, 'reference') && ['claimNumber', 'serialNumber'].some((name) => textOf(fields, name)))
  )
    problems.push({
      column: 'word',
      code: 'NOTHING_SAID',
      detail: 'The row says nothing about the claim. Fill in the status, or any other column.',
    });
  return problems;
}

/** @param timeZone IANA name, of the vendor: a day without a time begins there */
export function contentOf(fields: RowFields, timeZone: string): ReplyContent {
  const text = (name: string): string | null => textOf(fields, name) ?? null;
  const cost = fields['costCents'];
  return {
    word: text('word'),
    reference: text('reference'),
    rma: text('rma'),
    expectedOn: text('expectedOn'),
    costCents: typeof cost === 'number' ? cost : null,
    outcome: text('outcome') as ClaimOutcome | null,
    denialReason: text('denialReason') as DenialReason | null,
    replacementSerial: text('replacementSerial'),
    note: text('note'),
    saidAt: instantOf(text('saidAt'), timeZone),
  };
}

function instantOf(text: string | null, timeZone: string): Date | null {
  if (text === null) return null;
  return instantIn(text) ?? startOfDate(timeZone, text);
}
