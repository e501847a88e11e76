/** How long one slice of work may take before others are served: short enough that nobody notices it. */
const SLICE_MS = 10;

const waiting: (() => void)[] = [];

/**
 * The next turn of the event loop that no other long work has taken. Work that takes long waits here between two
 * slices. The whole process does one slice in each turn, so that requests are answered in between, however many
 * documents and imports are under way.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(startNext);
  });
}

function startNext(): void {
  waiting[0]?.();
  waiting.shift();
  if (waiting.length > 0) setImmediate(startNext);
}

/** Measures the slices of one piece of work. */
export class Pace {
  private startedAt = performance.now();

  /** Call this between two small pieces of work. It waits for the next turn once a slice is over. */
  async rest(): Promise<void> {
    if (performance.now() - this.startedAt < SLICE_MS) return;
    await nextTurn();
    this.startedAt = performance.now();
  }
}

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
