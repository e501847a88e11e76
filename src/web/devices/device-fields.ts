import type { Shape } from '../api/problem.js';
import { centsOf, dollarsOf } from '../common/dollars.js';
import { isSame } from '../common/edits.js';

/** Fields of a device that a person edits, in the order of the form. */
export const EDITED = [
  'assetTag',
  'serialNumber',
  'manufacturer',
  'model',
  'kind',
  'status',
  'site',
  'room',
  'cart',
  'purchasedOn',
  'inServiceOn',
  'costCents',
  'purchaseReference',
  'fundingSource',
  'notes',
] as const;

export type EditedField = (typeof EDITED)[number];

/** What a form holds: texts, as they are typed. Blank is nothing. */
export type DeviceForm = Record<EditedField, string>;

export function formOf(device: Partial<Shape<'DeviceDetail'>>): DeviceForm {
  const texts = EDITED.map((field) => [field, textOf(field, device[field])]);
  return Object.fromEntries(texts) as DeviceForm;
}

/** What is sent: only what differs, blank as null, money in cents. */
export function changeOf(before: DeviceForm, now: DeviceForm): Record<string, unknown> {
  const changed = EDITED.filter(
    (field) => !isSame(valueOf(field, before[field]), valueOf(field, now[field])),
  );
  return Object.fromEntries(changed.map((field) => [field, valueOf(field, now[field])]));
}

function textOf(field: EditedField, value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  return field === 'costCents' ? dollarsOf(Number(value)) : String(value);
}

function valueOf(field: EditedField, text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return field === 'costCents' ? centsOf(trimmed) : trimmed;
}
