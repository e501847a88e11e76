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

/** What is kept under a key in this tab; nothing without a key. */
const keptUnder = (key: string | undefined): string | null =>
  key === undefined ? null : sessionStorage.getItem(key);

function keep(key: string | undefined, text: string | null): void {
  if (key === undefined) return;
  if (text === null) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, text);
}

/**
 * Keeps what somebody types into a form in this tab until it is saved. The text survives a reload and a visit to another
 * page.
 * @param name without a name, nothing is kept
 * @param isWorthKeeping whether the value differs from the saved value
 */
export function useDraft<T>(
  name: string | undefined,
  initial: T,
  isWorthKeeping: (value: T) => boolean,
): Draft<T> {
  const { accountId } = useSession();
  const key = name === undefined ? undefined : keyOf(accountId, name);
  const [{ value, isRestored }, setState] = useState(() => {
    const kept = keptUnder(key);
    return kept === null
      ? { value: initial, isRestored: false }
      : { value: JSON.parse(kept) as T, isRestored: true };
  });
  const isGone = useRef(false);
  const isKept = isWorthKeeping(value);
  useEffect(() => {
    keep(key, isKept && !isGone.current ? JSON.stringify(value) : null);
  }, [key, value, isKept]);
  return {
    value,
    setValue: (change) => setState((before) => ({ ...before, value: change(before.value) })),
    isRestored,
    discard: () => {
      isGone.current = true;
      keep(key, null);
    },
  };
}

/** Whether there is a draft with this name. */
export function useHasDraft(name: string): boolean {
  return sessionStorage.getItem(keyOf(useSession().accountId, name)) !== null;
}
