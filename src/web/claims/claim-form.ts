import type { Shape } from '../api/problem.js';
import { day, money } from '../common/words.js';
import type { Claim } from './claim-words.js';

/** What can be changed of a claim, by the names of the API. The first two only while it is a draft. */
export const CLAIM_FIELDS = [
  'observed',
  'tried',
  'reference',
  'rma',
  'expectedOn',
  'trackingOut',
  'trackingBack',
  'costQuotedCents',
  'costApprovedCents',
  'costInvoicedCents',
] as const;

export type ClaimField = (typeof CLAIM_FIELDS)[number];

/** Texts as they are typed, amounts in dollars. Blank is nothing. */
export type ClaimForm = Record<ClaimField, string>;

const COSTS: readonly ClaimField[] = ['costQuotedCents', 'costApprovedCents', 'costInvoicedCents'];

export const isCost = (field: ClaimField): boolean => COSTS.includes(field);

export function formOfClaim(claim: Claim): ClaimForm {
  return Object.fromEntries(
    CLAIM_FIELDS.map((field) => {
      const value = claim[field];
      return [field, typeof value === 'number' ? (value / 100).toFixed(2) : (value ?? '')];
    }),
  ) as ClaimForm;
}

/** What is sent: only what differs. */
export function changeOfClaim(before: ClaimForm, now: ClaimForm): Shape<'ClaimChangeBody'> {
  const changed = CLAIM_FIELDS.filter((field) => before[field] !== now[field]);
  return Object.fromEntries(changed.map((field) => [field, valueOf(field, now[field].trim())]));
}

function valueOf(field: ClaimField, text: string): string | number | null {
  // What is wrong cannot be left out, so the API says it where it is blank.
  if (field === 'observed') return text;
  if (text === '') return null;
  return isCost(field) ? Math.round(Number(text) * 100) : text;
}

/** A value of the form as people read it. */
export function valueWords(field: ClaimField, value: string): string {
  if (value === '') return '';
  if (isCost(field)) return money(Math.round(Number(value) * 100));
  return field === 'expectedOn' ? day(value) : value;
}
