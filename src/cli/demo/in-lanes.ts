/**
 * Does `work` on each item, `lanes` of them at a time, and ends when all of it has ended: nothing is left running
 * behind a failure. While one transaction waits for its commit or its rows, the next is made ready.
 * @throws the first failure; items not begun by then are left
 */
export async function inLanes<Item>(
  items: Iterable<Item>,
  lanes: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  // One iterator for all lanes: whoever is free takes the next item, and a lane that fails closes it for the others.
  const queue = (function* (): Generator<Item> {
    yield* items;
  })();
  const lane = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
