import { setImmediate as breathe } from 'node:timers/promises';

/** Things that are worked on between two breaths: a few milliseconds' worth. */
const SLICE = 100;

/** `map` for long lists: whatever else this process has to do gets its turn in between. */
export async function mapInSlices<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => R,
): Promise<R[]> {
  const results: R[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % SLICE === 0) await breathe();
    results.push(work(item, index));
  }
  return results;
}
