import { useEffect, useRef, useState } from 'react';
import { useSession } from '../session/session-context.js';

export interface Draft<T> {
  value: T;
  setValue: (change: (before: T) => T) => void;
  /** The value was typed earlier and is not saved yet. */
  isRestored: boolean;
  /** Deletes the draft, because it was saved or is no longer needed. */
  discard: () => void;
}

const keyOf = (account: string | null, name: string): string => `rollcall.draft.${account ?? ''}.${name}`;

/**
 * Keeps what somebody types into a form in this tab until it is saved. The text survives a reload and a visit to another
 * page.
 * @param isWorthKeeping whether the value differs from the saved value
 */
export function useDraft<T>(name: string, initial: T, isWorthKeeping: (value: T) => boolean): Draft<T> {
  const key = keyOf(useSession().accountId, name);
  const [{ value, isRestored }, setState] = useState(() => {
    const kept = sessionStorage.getItem(key);
    return kept === null
      ? { value: initial, isRestored: false }
      : { value: JSON.parse(kept) as T, isRestored: true };
  });
  const isGone = useRef(false);
  const isKept = isWorthKeeping(value);
  useEffect(() => {
    if (isKept && !isGone.current) sessionStorage.setItem(key, JSON.stringify(value));
    else sessionStorage.removeItem(key);
  }, [key, value, isKept]);
  return {
    value,
    setValue: (change) => setState((before) => ({ ...before, value: change(before.value) })),
    isRestored,
    discard: () => {
      isGone.current = true;
      sessionStorage.removeItem(key);
    },
  };
}

/** Whether there is a draft with this name. */
export function useHasDraft(name: string): boolean {
  return sessionStorage.getItem(keyOf(useSession().accountId, name)) !== null;
}
