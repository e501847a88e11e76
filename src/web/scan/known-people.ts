import type { Shape } from '../api/problem.js';

/** Somebody as pages about scans show them. */
export interface PersonShown {
  /** Their id in the district's own files: what is sent with a scan. */
  number: string;
  name: string;
  grade: string | null;
  siteName: string | null;
  leftOn: string | null;
}

/**
 * People whom somebody has looked up on this page, by number. They are in memory only: a phone keeps numbers, and no
 * name of a student stays on it.
 */
const people = new Map<string, PersonShown>();

export function personOf(view: Shape<'PersonView'>): PersonShown {
  const { externalId: number, givenName, familyName, email, grade, siteName, leftOn } = view;
  const name = [givenName, familyName].filter(Boolean).join(' ') || email || number;
  const person = { number, name, grade, siteName, leftOn };
  people.set(number.toLowerCase(), person);
  return person;
}

export function knownPerson(number: string): PersonShown | undefined {
  return people.get(number.trim().toLowerCase());
}

export function personName(number: string): string | undefined {
  return knownPerson(number)?.name;
}
