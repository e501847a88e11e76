import { Pace } from './turns.js';

/** `map` for long lists. Whatever else this process has to do gets its turn in between. */
export async function mapInSlices<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => R,
): Promise<R[]> {
  const pace = new Pace();
  const results: R[] = [];
  for (const [index, item] of items.entries()) {
    await pace.rest();
    results.push(work(item, index));
  }
  return results;
}
