import type { Shape } from '../../api/problem.js';
import { centsOf, dollarsOf } from '../../common/dollars.js';
import {
  type ContactFields,
  contactOf,
  fieldsOfRequest,
  type RequestField,
  type ShipFields,
  shipFromOf,
} from '../request/request-form.js';

type Claim = Shape<'ClaimDetail'>;

/** What a claim is about. It can be changed only while the claim is a draft. */
export const FAULT_FIELDS = ['category', 'cause', 'observed', 'tried', 'vendor', 'coverageId'] as const;

/** What the district asks for. */
export const REQUEST_FIELDS = [
  'requestedService',
  'districtReference',
  'contactName',
  'contactEmail',
  'contactPhone',
  'shipsFrom',
  'shipName',
  'shipStreet',
  'shipCity',
  'shipState',
  'shipPostalCode',
] as const satisfies readonly RequestField[];

/** What the vendor says, by the names of the API. */
export const ANSWER_FIELDS = [
  'reference',
  'rma',
  'expectedOn',
  'trackingOut',
  'trackingBack',
  'costQuotedCents',
  'costApprovedCents',
  'costInvoicedCents',
] as const;

export type FaultField = (typeof FAULT_FIELDS)[number];
export type AnswerField = (typeof ANSWER_FIELDS)[number];
export type ClaimField = FaultField | RequestField | AnswerField;

/** Everything that can be changed of a claim. */
export const CLAIM_FIELDS: readonly ClaimField[] = [...FAULT_FIELDS, ...REQUEST_FIELDS, ...ANSWER_FIELDS];

/** Texts as they are typed, amounts in dollars. Blank is nothing. */
export type ClaimForm = Record<ClaimField, string>;

const COSTS: readonly ClaimField[] = ['costQuotedCents', 'costApprovedCents', 'costInvoicedCents'];

export const isFault = (field: ClaimField): field is FaultField =>
  (FAULT_FIELDS as readonly ClaimField[]).includes(field);

export const isRequest = (field: ClaimField): field is RequestField =>
  (REQUEST_FIELDS as readonly ClaimField[]).includes(field);

export const isCost = (field: ClaimField): boolean => COSTS.includes(field);

/** Fields whose names, or whose places, are others in the API. */
const API_NAMES: Readonly<Partial<Record<ClaimField, string>>> = {
  cause: 'isAccidental',
  contactName: 'contact.name',
  contactEmail: 'contact.email',
  contactPhone: 'contact.phone',
  shipsFrom: 'shipFrom',
  shipName: 'shipFrom.name',
  shipStreet: 'shipFrom.street',
  shipCity: 'shipFrom.city',
  shipState: 'shipFrom.state',
  shipPostalCode: 'shipFrom.postalCode',
};

export const apiName = (field: ClaimField): string => API_NAMES[field] ?? field;

export function formOfClaim(claim: Claim): ClaimForm {
  const { category, isAccidental, observed, tried, vendor, coverageId } = claim;
  const answers = ANSWER_FIELDS.map((field) => {
    const value = claim[field];
    return [field, typeof value === 'number' ? dollarsOf(value) : (value ?? '')];
  });
  return {
    category,
    cause: isAccidental ? 'accident' : 'defect',
    observed,
    tried: tried ?? '',
    vendor,
    coverageId: coverageId ?? '',
    ...fieldsOfRequest(claim),
    ...(Object.fromEntries(answers) as Record<AnswerField, string>),
  };
}

/** Whether two texts of a field mean the same. */
export function isSameValue(field: ClaimField, one: string, other: string): boolean {
  return valueOf(field, one) === valueOf(field, other);
}

export function changedFields(before: ClaimForm, now: ClaimForm): ClaimField[] {
  return CLAIM_FIELDS.filter((field) => !isSameValue(field, before[field], now[field]));
}

const CONTACT: readonly ClaimField[] = [
  'contactName',
  'contactEmail',
  'contactPhone',
] satisfies (keyof ContactFields)[];
const SHIP: readonly ClaimField[] = [
  'shipsFrom',
  'shipName',
  'shipStreet',
  'shipCity',
  'shipState',
  'shipPostalCode',
] satisfies (keyof ShipFields)[];

/** What is sent: only what differs. A contact and an address are sent as a whole. */
export function changeOfClaim(before: ClaimForm, now: ClaimForm): Shape<'ClaimChangeBody'> {
  const changed = changedFields(before, now);
  const alone = changed.filter((field) => !CONTACT.includes(field) && !SHIP.includes(field));
  return {
    ...(Object.fromEntries(alone.map((field) => [apiName(field), valueOf(field, now[field])])) as object),
    ...(changed.some((field) => CONTACT.includes(field)) && { contact: contactOf(now) }),
    ...(changed.some((field) => SHIP.includes(field)) && { shipFrom: shipFromOf(now) }),
  };
}

function valueOf(field: ClaimField, typed: string): string | number | boolean | null {
  if (isCost(field)) return centsOf(typed);
  if (field === 'cause') return typed === 'accident';
  const text = typed.trim();
  // What is wrong cannot be left out, so the API says it where it is blank.
  if (field === 'observed') return text;
  return text || null;
}
