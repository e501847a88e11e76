import { cached } from '../../common/answer-cache.js';
import { meansNothing } from '../../common/placeholders.js';
import type { ImportField, RowNote, RowProblem } from '../import-kind.js';
import { headerKey, type ImportMapping } from '../mapping/import-mapping.js';
import { endsInTag, mayBeHtml, textOfHtml } from '../reading/text/html-text.js';
import { type CellNote, failed, type Parsed, parsed } from '../reading/cells/parsed.js';
import type { StoredCell } from '../reading/table.js';
import { type IsOwnCode } from '../import-kind.js';
import { LONGEST_TEXT, type Value, valueParser } from './value-parsers.js';

/** Empties a field; the one word that a blank cell cannot say. */
const CLEAR = 'CLEAR';
/** Different cells of a column that are remembered. */
const MOST_CELLS_KEPT = 4_000;
/** Characters of a cell that a note quotes. */
const QUOTED = 100;

/** What is said of a row while its cells are read. */
export interface RowRemarks {
  problems: RowProblem[];
  notes: RowNote[];
}

/** @param stored what a workbook's cell holds, where its text does not tell */
export type ParseCell = (text: string, row: RowRemarks, stored?: StoredCell) => Value | undefined;

/** A value, nothing, or why there is none. */
type ReadCell = Parsed<Value | undefined>;

/** Makes the function that turns the cells of one column into values. */
export function cellParser(
  field: ImportField,
  header: string,
  mapping: ImportMapping,
  samples: readonly string[],
  isOwnCode?: IsOwnCode,
): ParseCell {
  const parse = valueParser(field, mapping, samples, isOwnCode);
  const words = new Map(
    Object.entries(mapping.words?.[field.name] ?? {}).map(([theirs, ours]) => [headerKey(theirs), ours]),
  );
  const saysNothing = field.type === 'name' ? isBlankName : meansNothing;
  const read = (raw: string): ReadCell => {
    const ours = words.size > 0 ? words.get(headerKey(raw)) : undefined;
    if (ours !== undefined) return parse(ours);
    if (saysNothing(raw)) return parsed(undefined, blankNote(raw));
    if (raw !== CLEAR) return parse(raw);
    return field.clearable
      ? parsed(null)
      : failed(
          'CANNOT_CLEAR',
          'This value can be changed, but not deleted. Enter a value, or leave the cell blank.',
        );
  };
  // Codes hardly ever come twice; everything else does.
  const answers = new Map<string, ReadCell>();
  const readOnce: typeof read = (raw) => cached(answers, raw, () => read(raw), MOST_CELLS_KEPT);
  const result = field.type === 'code' ? read : readOnce;
  return (raw, { problems, notes }, stored) => {
    const text = mayBeHtml(raw) ? plainText(raw, field, header, notes) : raw;
    if (text === '') return undefined;
    const cell = stored ? readStored(text, stored, field, result) : result(text);
    if (!cell.ok) problems.push({ column: header, code: cell.code, detail: cell.detail });
    else if (cell.note) notes.push({ column: header, ...cell.note });
    return cell.ok ? cell.value : undefined;
  };
}

/** What a workbook's number or date means in a column of texts: a code is more than its value. */
function readStored(
  text: string,
  stored: StoredCell,
  field: ImportField,
  read: (text: string) => ReadCell,
): ReadCell {
  const isCode = field.type === 'code';
  const isText = !field.oneOf && (isCode || field.type === 'text' || field.type === 'name');
  if (!isText) return read(stored.is === 'shown' ? stored.number : text);
  if (stored.is === 'rounded') {
    const detail = `This cell holds a number of more than 15 digits (${text}), and a spreadsheet keeps only the first 15. Format the column as text and enter the digits again.`;
    return failed('SHORTENED_NUMBER', detail);
  }
  if (stored.is === 'shown') {
    const detail = `This cell holds the number ${stored.number} and shows it as "${text}". Rollcall reads what it shows.`;
    return noted(read(text), { code: 'READ_AS_SHOWN', detail });
  }
  if (!isCode && stored.is === 'quantity') return read(text);
  const what = stored.is === 'date' ? `the date ${text}` : `the number ${text}`;
  if (isCode) {
    const detail = `This cell holds ${what}, not a code. A spreadsheet may have changed what you typed. Format the column as text and enter the code again.`;
    return failed('NOT_A_CODE', detail);
  }
  const detail = `This cell holds ${what}. Rollcall reads it as text.`;
  return noted(read(text), { code: 'READ_AS_TEXT', detail });
}

function noted(cell: ReadCell, note: CellNote): ReadCell {
  return cell.ok && cell.value !== undefined && !cell.note ? { ...cell, note } : cell;
}

/** The text of a cell that may be HTML, with a note where it is, or was cut off in the middle of it. */
function plainText(raw: string, field: ImportField, header: string, notes: RowNote[]): string {
  const html = textOfHtml(raw);
  if (html === raw) {
    const detail = 'This cell ends inside an HTML tag. Rollcall keeps it as it is.';
    if (endsInTag(raw)) notes.push({ column: header, code: 'HTML_CUT_OFF', detail });
    return raw;
  }
  const isLong = (field.maxLength ?? 0) > LONGEST_TEXT;
  const text = isLong ? html : html.replaceAll('\n', ' ');
  const detail =
    text === ''
      ? 'This cell contains HTML without any text. Rollcall reads it as a blank cell.'
      : `This cell contains HTML. Rollcall reads its text: "${text.slice(0, QUOTED)}".`;
  notes.push({ column: header, code: 'HTML_REMOVED', detail });
  return text;
}

function blankNote(raw: string): CellNote | undefined {
  if (raw.trim() === '') return undefined;
  const detail = `"${raw}" means that there is no value. Rollcall reads it as a blank cell.`;
  return { code: 'READ_AS_BLANK', detail };
}

/** A word of letters may be a name, whatever else it means; `N/A`, `-` and `#REF!` are none. */
function isBlankName(text: string): boolean {
  return meansNothing(text) && !/^\p{L}+$/u.test(text.trim());
}
