/** Why the number of devices somewhere changed. Growth is split by these, and they always add up. */
export const CAUSES = [
  'opened',
  'purchased',
  'replaced',
  'transferred',
  'retired',
  'reused',
  'found',
  'lost',
  'disposed',
  'deployed',
  'returned',
  'repair',
  'corrected',
] as const;

export type Cause = (typeof CAUSES)[number];

/** Where one unit is counted. */
export interface CountUnit {
  siteId: string;
  kind: string;
  status: string;
  modelId: string;
  fundingSourceId: string | null;
}

/** `delta` units more (or fewer) at a place from a day on. */
export interface Movement {
  /** Calendar date in the district's time zone. */
  on: string;
  unit: CountUnit;
  cause: Cause;
  delta: number;
}

/** Adds up movements of the same day, place and cause, and leaves out what cancels itself. */
export function addUp(movements: Iterable<Movement>): Movement[] {
  const sums = new Map<string, Movement>();
  for (const movement of movements) {
    const { unit } = movement;
    const key = `${movement.on}|${movement.cause}|${unit.siteId}|${unit.kind}|${unit.status}|${unit.modelId}|${unit.fundingSourceId ?? ''}`;
    const sum = sums.get(key);
    if (sum) sum.delta += movement.delta;
    else sums.set(key, { ...movement });
  }
  return [...sums.values()].filter((movement) => movement.delta !== 0);
}

/** What must be added to `before` so that it becomes `after`: the compensation of a backdated change. */
export function difference(before: readonly Movement[], after: readonly Movement[]): Movement[] {
  return addUp([...before.map((movement) => ({ ...movement, delta: -movement.delta })), ...after]);
}
