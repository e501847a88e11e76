import type { NamedPerson } from '../../people/name-readings.service.js';
import type { LayoutDefinition } from '../layouts/layout.js';
import { isPersonal } from '../layouts/layout-fields.js';
import type { LaidOutClaim } from '../layouts/rendering/claim-facts.js';
import { NamesNotAllowed } from './batches.errors.js';

/**
 * @returns whether a file in this layout has names of people
 * @throws NamesNotAllowed where it has, and the district has not allowed names for the vendor
 */
export function assertNames({ columns }: LayoutDefinition, allowsNames: boolean): boolean {
  const personal = columns.filter(({ field }) => isPersonal(field));
  if (personal.length > 0 && !allowsNames) throw new NamesNotAllowed(personal.map(({ header }) => header));
  return personal.length > 0;
}

/** Who has the devices, for the log of students' names. */
export function borrowersOf(claims: readonly LaidOutClaim[]): NamedPerson[] {
  return claims.flatMap(({ borrower }) => borrower ?? []);
}
