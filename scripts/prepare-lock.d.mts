export function withLock<T>(
  folder: string,
  options: { onWait: (pid: number) => void },
  work: (helping: (pid: number) => void) => Promise<T>,
): Promise<T>;
