/** Minutes until the next attempt, by how many there were. The last one repeats. */
const WAITS = [1, 5, 15, 60, 240];

/** Letters that were refused together must not all come back in the same second: up to a quarter longer. */
const MOST_JITTER = 0.25;

/**
 * How long a letter waits for its next attempt.
 * @param attempts how many it had
 * @param patienceHours 6 are six attempts in about five and a half hours; 48 are sixteen
 * @param jitter from 0 to 1
 * @returns minutes, or undefined where the patience is over
 */
export function minutesUntilNext(
  attempts: number,
  patienceHours: number,
  jitter = Math.random(),
): number | undefined {
  const waits = Array.from({ length: attempts }, (_, i) => WAITS[Math.min(i, WAITS.length - 1)] ?? 0);
  // Without the jitter, and whenever attempts were really made: a letter has its attempts also after a long standstill.
  const spent = waits.reduce((sum, wait) => sum + wait, 0);
  if (spent > patienceHours * 60) return undefined;
  return (waits.at(-1) ?? 0) * (1 + jitter * MOST_JITTER);
}
