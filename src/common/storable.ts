import { InvalidInput } from './refusal.js';

/** NUL, which PostgreSQL's text cannot hold, and half of a surrogate pair, which UTF-8 cannot express. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** What a decoder writes where the bytes were not valid text: the characters that stood there are lost. */
const LOST = '\uFFFD';

export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/** For texts that a library has decoded: it writes U+FFFD in place of bytes that are not valid UTF-8. */
export function isWhole(text: string): boolean {
  return isStorable(text) && !text.includes(LOST);
}

/** @param where what holds the text, at the beginning of a sentence */
export function badText(where: string, field?: string): InvalidInput {
  const detail =
    'Send text as UTF-8, without NUL characters, halves of characters (lone surrogates) or U+FFFD.';
  return new InvalidInput(
    `${where} contains bytes or characters that are not valid text. ${detail}`,
    field === undefined ? [] : [{ field, code: 'BAD_TEXT', detail }],
    'BAD_TEXT',
  );
}
