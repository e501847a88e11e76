import { decodeHTMLStrict } from 'entities';

/** Elements that exports leave in cells. Another word between < and > is somebody's text, such as `<none>`. */
const ELEMENTS =
  'a|abbr|b|blockquote|body|br|center|code|dd|div|dl|dt|em|font|h[1-6]|head|hr|html|i|img|label|li|meta|nobr|ol|p|pre|s|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul|wbr';
const ATTRIBUTES = `(?:\\s(?:"[^"]*"|'[^']*'|[^'"<>])*)?`;

const TAG = new RegExp(`</?(?:${ELEMENTS})${ATTRIBUTES}/?>`, 'gi');
/** Where one line ends and another begins. */
const BREAK = new RegExp(`</?(?:br|p|div|li|tr|h[1-6]|dd|dt|hr|ul|ol|table)${ATTRIBUTES}/?>`, 'gi');
/** What is between these is never shown. */
const UNSEEN = /<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi;
const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/i;

/** The beginning of a link or a picture whose end was cut off with the cell. */
const CUT_TAG = new RegExp(`<(?:${ELEMENTS})\\s[^<>]*=[^<>]*$`, 'i');

/** No field holds more; a longer text is refused as it stands. */
const LONGEST = 8_000;

/** Quick to ask of every cell. */
export function mayBeHtml(text: string): boolean {
  return text.includes('<') || text.includes('&');
}

/** Whether a cell was cut off inside a tag, so that nobody knows its text. */
export function endsInTag(text: string): boolean {
  return text.length <= LONGEST && CUT_TAG.test(text);
}

/**
 * The text that a browser would show for a cell of HTML, its lines apart. A cell that merely contains `<`, `>` or `&`
 * ("R&D", "<3", "a < b") is returned as it is, and so is one whose tag was cut off.
 */
export function textOfHtml(cell: string): string {
  if (cell.length > LONGEST) return cell;
  const bare = cell.replaceAll(UNSEEN, ' ').replaceAll(BREAK, '\n').replaceAll(TAG, '');
  if (bare === cell && !ENTITY.test(cell)) return cell;
  const decoded = decodeHTMLStrict(bare);
  if (decoded === cell) return cell;
  return decoded
    .split('\n')
    .map((line) => line.replaceAll(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
