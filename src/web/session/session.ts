import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, answer } from '../api/client.js';
import { NoAnswer, Problem, type Shape } from '../api/problem.js';
import { keepTimeZone } from '../common/words.js';

export type Session = Shape<'SessionView'>;

/** Who is signed in; `null` for nobody. `isStale`: the server does not know them any more, or cannot be asked. */
export interface SignedIn {
  session: Session | null;
  /** Why the session is only what this phone remembers. */
  stale?: 'offline' | 'ended';
}

const KEY = 'rollcall.session';
/** How soon the page of somebody at a vendor notices that the account was shut. */
const VENDOR_ASKS_MS = 4_000;

/**
 * Who is signed in. Without a network, and after a sign-in has ended, it is who it was: they go on scanning, and what
 * they scan waits.
 */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 5 * 60_000,
  // What was remembered without a network counts as an answer, and would not be asked for again for as long.
  refetchOnReconnect: 'always',
  retry: false,
  queryFn: async ({ signal }): Promise<SignedIn> => {
    try {
      const session = await answer(api.GET('/api/v1/session', { signal }));
      localStorage.setItem(KEY, JSON.stringify(session));
      keepTimeZone(session.timeZone);
      return { session };
    } catch (error) {
      const session = remembered();
      if (session) keepTimeZone(session.timeZone);
      if (error instanceof NoAnswer) return { session, ...(session ? { stale: 'offline' } : {}) };
      if (error instanceof Problem && error.status === 401)
        return { session, ...(session ? { stale: 'ended' } : {}) };
      throw error;
    }
  },
});

/**
 * After how many milliseconds the page asks again who is signed in: a district shuts the account of somebody at a vendor
 * while they look at its claims. Everybody else works without a network, too.
 */
export function asksAgainAfter(signedIn: SignedIn | undefined): number | false {
  return signedIn?.session?.role === 'vendor' && signedIn.stale !== 'ended' ? VENDOR_ASKS_MS : false;
}

export async function signIn(body: Shape<'SignInBody'>): Promise<void> {
  await answer(api.POST('/api/v1/session', { body }));
}

/** Ends the session here and, where it can be reached, on the server. */
export async function signOut(queries: QueryClient): Promise<void> {
  // Without a network the server ends the session by itself, twelve hours after the sign-in.
  await answer(api.DELETE('/api/v1/session')).catch(() => undefined);
  // Whoever was asked for before that would be remembered by the answer.
  await queries.cancelQueries(sessionQuery);
  localStorage.removeItem(KEY);
  queries.clear();
}

export type Permission = Session['permissions'][number];

export function may(session: Session, permission: Permission): boolean {
  return session.permissions.includes(permission);
}

function remembered(): Session | null {
  const kept = localStorage.getItem(KEY);
  return kept ? (JSON.parse(kept) as Session) : null;
}
