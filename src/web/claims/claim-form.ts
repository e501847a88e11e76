import type { Shape } from '../api/problem.js';
import { centsOf, dollarsOf } from '../common/dollars.js';
import { day, money } from '../common/words.js';
import type { Claim } from './claim-words.js';

/** What somebody says of the fault. It can be changed only while the claim is a draft. */
export const FAULT_FIELDS: readonly ClaimField[] = ['observed', 'tried'];

/** What the vendor says, by the names of the API. */
const ANSWERS = [
  'reference',
  'rma',
  'expectedOn',
  'trackingOut',
  'trackingBack',
  'costQuotedCents',
  'costApprovedCents',
  'costInvoicedCents',
] as const;

export const ANSWER_FIELDS: readonly ClaimField[] = ANSWERS;

/** Everything that can be changed of a claim. */
export const CLAIM_FIELDS: readonly ClaimField[] = [...FAULT_FIELDS, ...ANSWERS];

export type ClaimField = 'observed' | 'tried' | (typeof ANSWERS)[number];

/** Texts as they are typed, amounts in dollars. Blank is nothing. */
export type ClaimForm = Record<ClaimField, string>;

const COSTS: readonly ClaimField[] = ['costQuotedCents', 'costApprovedCents', 'costInvoicedCents'];

export const isCost = (field: ClaimField): boolean => COSTS.includes(field);

export function formOfClaim(claim: Claim): ClaimForm {
  return Object.fromEntries(
    CLAIM_FIELDS.map((field) => {
      const value = claim[field];
      return [field, typeof value === 'number' ? dollarsOf(value) : (value ?? '')];
    }),
  ) as ClaimForm;
}

/** Whether two texts of a field mean the same. */
export function isSameValue(field: ClaimField, one: string, other: string): boolean {
  return valueOf(field, one) === valueOf(field, other);
}

export function changedFields(before: ClaimForm, now: ClaimForm): ClaimField[] {
  return CLAIM_FIELDS.filter((field) => !isSameValue(field, before[field], now[field]));
}

/** What is sent: only what differs. */
export function changeOfClaim(before: ClaimForm, now: ClaimForm): Shape<'ClaimChangeBody'> {
  return Object.fromEntries(changedFields(before, now).map((field) => [field, valueOf(field, now[field])]));
}

function valueOf(field: ClaimField, typed: string): string | number | null {
  if (isCost(field)) return centsOf(typed);
  const text = typed.trim();
  // What is wrong cannot be left out, so the API says it where it is blank.
  if (field === 'observed') return text;
  return text || null;
}

/** A value of the form as people read it. */
export function valueWords(field: ClaimField, value: string): string {
  if (value === '') return '';
  if (isCost(field)) return money(centsOf(value));
  return field === 'expectedOn' ? day(value) : value;
}
