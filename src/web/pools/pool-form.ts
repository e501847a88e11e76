import type { Shape } from '../api/problem.js';
import { kindChoices } from '../coverages/coverage-words.js';
import { number } from '../common/words.js';

export type Pool = Shape<'IncidentPoolView'>;

/** Texts as they are typed. */
export interface PoolForm {
  name: string;
  /** Key of the vendor. */
  vendor: string;
  kind: Pool['kind'];
  contractNumber: string;
  incidents: string;
  usedBefore: string;
}

export const NEW_POOL: PoolForm = {
  name: '',
  vendor: '',
  kind: 'accidental_damage',
  contractNumber: '',
  incidents: '',
  usedBefore: '0',
};

/** Fields that show their own errors. */
export const POOL_FIELDS: readonly (keyof PoolForm)[] = [
  'name',
  'vendor',
  'kind',
  'contractNumber',
  'incidents',
  'usedBefore',
];

export function formOfPool({ incidents, usedBefore, ...pool }: Pool): PoolForm {
  const { name, vendor, kind, contractNumber } = pool;
  return { name, vendor, kind, contractNumber, incidents: String(incidents), usedBefore: String(usedBefore) };
}

export function newPoolBody(form: PoolForm): Shape<'NewIncidentPoolBody'> {
  const { kind } = form;
  return {
    name: form.name.trim(),
    vendor: form.vendor,
    kind,
    contractNumber: form.contractNumber.trim(),
    ...countsOf(form),
  };
}

/** What is sent: only what differs. Vendor, type and contract stay as they are. */
export function changeOfPool(before: PoolForm, now: PoolForm): Shape<'IncidentPoolChangeBody'> {
  const was = { name: before.name.trim(), ...countsOf(before) };
  const is = { name: now.name.trim(), ...countsOf(now) };
  return Object.fromEntries(
    Object.entries(is).filter(([field, value]) => was[field as keyof typeof was] !== value),
  );
}

/** What is blank is sent as it is, so that the API says at which field something is missing. */
function countsOf({ incidents, usedBefore }: PoolForm): { incidents: number; usedBefore: number } {
  return { incidents: countOf(incidents), usedBefore: usedBefore.trim() === '' ? 0 : countOf(usedBefore) };
}

function countOf(typed: string): number {
  return typed.trim() === '' ? 0 : Number(typed);
}

/** A value of the form as people read it. */
export function valueWords(field: keyof PoolForm, value: string): string {
  if (field === 'kind') return kindChoices().find((choice) => choice.value === value)?.label ?? value;
  return field === 'incidents' || field === 'usedBefore' ? number(Number(value)) : value;
}
