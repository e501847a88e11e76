import { language } from './text.js';

let texts: Readonly<Record<string, string>> = {};

/** Loads what the codes of refusals mean. In English the server's own sentences are shown, and nothing is loaded. */
export async function loadRefusals(): Promise<void> {
  texts = language() === 'es' ? (await import('./es/refusals/index.js')).refusals : {};
}

/**
 * What a code of the API means, in the language of this page. The server's own sentence is in English and knows names
 * and numbers, so English pages show that one: they get undefined here, as all pages do for a code without a text.
 */
export function refusalText(code: string): string | undefined {
  return texts[code];
}
