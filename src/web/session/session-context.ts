import { createContext, useContext } from 'react';
import type { SignedIn, Session } from './session.js';

export const SessionContext = createContext<(SignedIn & { session: Session }) | null>(null);

/** Whoever is signed in; only inside of the shell, which has somebody. */
export function useSession(): Session {
  const signedIn = useContext(SessionContext);
  if (!signedIn) throw new Error('nobody is signed in here');
  return signedIn.session;
}
