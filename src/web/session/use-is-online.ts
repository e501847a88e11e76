import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { sessionQuery } from './session.js';

/** Whether there is a network, as far as the browser says, and the server answered when it was asked who is signed in. */
export function useIsOnline(): boolean {
  const hasNetwork = useSyncExternalStore(subscribe, () => navigator.onLine);
  const { data } = useQuery(sessionQuery);
  return hasNetwork && data?.stale !== 'offline';
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}
