/**
 * Does something in one tab at a time. Without TLS a browser has no locks: then each tab does it, and the server
 * takes each scan once all the same.
 * @param ifAvailable leaves it to the other tab, where one is at it
 */
export async function exclusively(
  name: string,
  work: () => Promise<void>,
  { ifAvailable = false }: { ifAvailable?: boolean } = {},
): Promise<void> {
  // Typed as always there, which it is not.
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return work();
  await locks.request(name, { ifAvailable }, (lock) => (lock ? work() : undefined));
}
