/** Kinds of records that phones name themselves; each has ids of its own. */
const KINDS = { scan: '5c', timeEntry: '7e' } as const;

/**
 * The id of the demo's n-th record of a kind. Phones make the ids of scans and time entries, and what was sent before
 * is not taken in again: so a load that was stopped half-way sends the same ids once more.
 */
export function demoId(kind: keyof typeof KINDS, n: number): string {
  return `0197c1d0-0000-7000-80${KINDS[kind]}-${n.toString(16).padStart(12, '0')}`;
}
