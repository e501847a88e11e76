import anyAscii from 'any-ascii';

/** Scripts that are written from left to right, one letter after the other, which is all that PDFKit can set. */
const SET_AS_IS =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Common}\p{Script=Inherited}]/u;

const PLAIN = /^[\x20-\x7e\n]*$/;

/** Characters that are not seen: direction marks, joiners, and the selectors of an emoji's look. */
const INVISIBLE = /[\p{Cf}\ufe00-\ufe0f]/gu;
/** Control characters, and white space that is neither a blank nor the end of a line. */
const BLANK = /[^\S\n ]|[^\P{Cc}\n]/gu;

const BELONGS = /[ \p{M}]/u;

/**
 * A text in letters that can be printed, so that a name is never a row of boxes: the words of other scripts are
 * written in Latin letters, as any-ascii has them.
 * @param hasLetter whether the font can draw a code point
 */
export function readableText(text: string, hasLetter: (codePoint: number) => boolean): string {
  if (PLAIN.test(text)) return text;
  const clean = text.normalize('NFC').replaceAll(BLANK, ' ').replaceAll(INVISIBLE, '');
  let readable = '';
  let foreign = '';
  for (const letter of clean) {
    const isKept = SET_AS_IS.test(letter) && (letter === '\n' || hasLetter(letter.codePointAt(0) ?? 0));
    // The blank between two foreign words belongs to them, as do their accents.
    if (isKept && !(foreign !== '' && BELONGS.test(letter))) {
      readable += latin(foreign) + letter;
      foreign = '';
    } else foreign += letter;
  }
  return readable + latin(foreign);
}

/** Whether a text had to be rewritten: letters that are only put together in another way are the same text. */
export function isRewritten(text: string, readable: string): boolean {
  return text.normalize('NFC').replaceAll(BLANK, ' ').replaceAll(INVISIBLE, '') !== readable;
}

/** Names of people and places begin with a capital, also where their own script has none. */
function latin(text: string): string {
  return anyAscii(text).replaceAll(/(?<=^|\s)[a-z]/g, (first) => first.toUpperCase());
}
