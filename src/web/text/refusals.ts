import { useSyncExternalStore } from 'react';
import { language } from './text.js';

type Refusals = Readonly<Record<string, string>>;

const NONE: Refusals = {};
let texts = NONE;
const listeners = new Set<() => void>();

/** Loads what the codes of refusals mean. In English the server's own sentences are shown, and nothing is loaded. */
export async function loadRefusals(): Promise<void> {
  texts = language() === 'es' ? (await import('./es/refusals/index.js')).refusals : NONE;
  for (const listener of listeners) listener();
}

/**
 * What a code of the API means, in the language of this page. The server's own sentence is in English and knows names
 * and numbers, so English pages show that one: they get undefined here, as all pages do for a code without a text.
 */
export function refusalText(code: string): string | undefined {
  return texts[code];
}

/** The texts of refusals, for a page that may be drawn before they are loaded. */
export function useRefusals(): Refusals {
  return useSyncExternalStore(listen, () => texts);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
