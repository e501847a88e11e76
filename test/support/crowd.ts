import type { Response, Test } from 'supertest';
import type { TestApp, TestDistrict, TestUser } from './app.js';
import type { Place } from './district-world.js';

/** Requests that are sent at once: five for each connection to the database. */
export const AT_ONCE = 50;
/** Longest that anybody should wait for an answer. A server that is stuck never gives one. */
const PATIENCE_MS = 25_000;

/** Who sends crowds of requests, to what, and about what. */
export interface Sender {
  app: TestApp;
  district: TestDistrict;
  admin: TestUser;
  place: Place;
}

/** One for each request of a crowd. */
export const forEach = <T>(make: (i: number) => T): T[] => Array.from({ length: AT_ONCE }, (_, i) => make(i));

/** Sends requests at once. An answer that does not come in time is an error. */
export function crowd(request: (i: number) => Test, many = AT_ONCE): Promise<Response[]> {
  return Promise.all(Array.from({ length: many }, (_, i) => request(i).timeout(PATIENCE_MS)));
}

/** Sends requests at once, all of which must succeed, and reads something out of each answer. */
export async function crowdOf<T, R = string>(
  request: (i: number) => Test,
  read: (body: T) => R = (body) => (body as { id: R }).id,
  many = AT_ONCE,
): Promise<R[]> {
  const answers = await crowd(request, many);
  const refused = answers.find(({ status }) => status >= 300);
  if (refused) throw new Error(`What the crowd needs was refused: ${refused.status} ${refused.text}`);
  return answers.map((answer) => read(answer.body as T));
}

/** How many answers there were of each status, with the codes of refusals: `200×1 412×49 (STALE)`. */
export function tallyOf(answers: readonly Response[]): string {
  const counts = new Map<string, number>();
  for (const { status, body } of answers) {
    const { code } = (body ?? {}) as { code?: string };
    const said = status >= 300 ? `${status} ${code ?? ''}` : `${status}`;
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return [...counts].map(([said, many]) => `${many} × ${said}`).join(', ');
}
