import { createTranslator } from 'use-intl/core';
import type { Catalog } from './catalog.js';

/** The languages of the pages. English is written first; the types ask Spanish for every text of it. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

type Translator = ReturnType<typeof createTranslator<Catalog>>;

const KEY = 'rollcall.language';

let current: Language = 'en';
let translator: Translator | undefined;
let messages: Partial<Catalog> = {};

/** The language of this page. It changes only with a reload, so that no text on the screen is left behind. */
export function language(): Language {
  return current;
}

/**
 * A text of the catalog in the language of this page: `t('scan.undo')`, with values for what is in braces. Always
 * write the key out, or begin a template with its group: a test looks for the keys that nothing uses.
 */
export const t = Object.assign(((...args: Parameters<Translator>) => loaded()(...args)) as Translator, {
  has: (key: string): boolean => loaded().has(key as Parameters<Translator['has']>[0]),
});

/** Loads the catalog of the language that this device was last set to, or that the browser prefers. */
export async function loadTexts(wanted: Language = preferred()): Promise<void> {
  const catalog = wanted === 'es' ? (await import('./es/index.js')).es : (await import('./en/index.js')).en;
  current = wanted;
  translate(catalog as Catalog);
  const page = (globalThis as { document?: Document }).document;
  if (page) page.documentElement.lang = wanted;
}

/** Loads the texts that only some pages need; those of the frame and of the scan page are there already. */
export async function loadLaterTexts(): Promise<void> {
  const { later } = current === 'es' ? await import('./es/later.js') : await import('./en/later.js');
  translate({ ...messages, ...(later as Catalog) });
}

function translate(texts: Partial<Catalog>): void {
  messages = texts;
  translator = createTranslator<Catalog>({ locale: localeOf(current), messages: texts as Catalog });
}

/** Remembers the language of the account on this device. @returns whether the page has to be loaded again */
export function keepLanguage(wanted: Language | null): boolean {
  if (wanted) localStorage.setItem(KEY, wanted);
  else localStorage.removeItem(KEY);
  return preferred() !== current;
}

/** American dates and numbers, in the words of the language. */
export function locale(): string {
  return localeOf(current);
}

function localeOf(wanted: Language): string {
  return `${wanted}-US`;
}

function preferred(): Language {
  const kept = globalThis.localStorage?.getItem(KEY);
  const asked = [kept, ...(globalThis.navigator?.languages ?? [])];
  const found = asked
    .map((one) => one?.slice(0, 2).toLowerCase())
    .find((one) => one === 'en' || one === 'es');
  return found === 'es' ? 'es' : 'en';
}

function loaded(): Translator {
  if (!translator) throw new Error('The texts of the pages are not loaded yet.');
  return translator;
}
