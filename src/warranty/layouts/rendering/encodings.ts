import anyAscii from 'any-ascii';
import iconv from 'iconv-lite';
import { isStorable } from '../../../common/storable.js';
import type { LayoutEncoding } from '../layout.js';

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Whether the encoding has every character of a text. */
export function canEncode(text: string, encoding: LayoutEncoding): boolean {
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') return isStorable(text);
  return iconv.decode(iconv.encode(text, encoding), encoding) === text;
}

/** The characters of a text that the encoding does not have, each once. */
export function notIn(text: string, encoding: LayoutEncoding): string[] {
  return [...new Set([...text].filter((letter) => !canEncode(letter, encoding)))];
}

/** The nearest Latin letters for what the encoding does not have: "李" becomes "Li". */
export function replaced(text: string, encoding: LayoutEncoding): string {
  return [...text]
    .map((letter) => {
      if (canEncode(letter, encoding)) return letter;
      const latin = anyAscii(letter);
      return latin !== '' && canEncode(latin, encoding) ? latin : '?';
    })
    .join('');
}

/** Bytes of a text whose characters the encoding has. */
export function encoded(text: string, encoding: LayoutEncoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-8-bom') return Buffer.concat([BYTE_ORDER_MARK, Buffer.from(text)]);
  return iconv.encode(text, encoding);
}

/** The text of a file, without the mark at its beginning. */
export function decoded(bytes: Buffer, encoding: LayoutEncoding): string {
  return iconv.decode(bytes, encoding === 'utf-8-bom' ? 'utf-8' : encoding);
}
