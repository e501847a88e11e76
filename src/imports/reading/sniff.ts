import { NotATable } from './reading.errors.js';

const AS_CSV = 'Open it in the program that made it and save the table as CSV or XLSX.';
const UNPACK = 'Unpack it and upload the table inside.';

/** First bytes in hexadecimal, what they announce, what to do. A name's ending proves nothing, so it is not asked. */
const MAGIC: [bytes: string, what: string, advice: string][] = [
  ['89504e47', 'a PNG picture', 'Upload the table, not a picture of it.'],
  ['ffd8ff', 'a JPEG picture', 'Upload the table, not a picture of it.'],
  ['47494638', 'a GIF picture', 'Upload the table, not a picture of it.'],
  ['25504446', 'a PDF', 'Ask for the same list as CSV or XLSX.'],
  [
    'd0cf11e0a1b11ae1',
    'an old Excel workbook (.xls), or a workbook locked with a password',
    'Open it in Excel, take the password off, and save it as XLSX or CSV.',
  ],
  ['1f8b', 'a gzip archive', UNPACK],
  ['377abcaf271c', 'a 7-Zip archive', UNPACK],
  ['526172211a07', 'a RAR archive', UNPACK],
  ['7b5c727466', 'an RTF document', AS_CSV],
  ['53514c69746520666f726d617420', 'an SQLite database', AS_CSV],
  ['50415231', 'a Parquet file', AS_CSV],
];

/** What text begins with, when it is not a table. */
const MARKUP: [start: RegExp, what: string, advice: string][] = [
  [
    /^<(!doctype html|html|head|body|table|meta|style|div)\b/i,
    'a web page (many systems name such an export .xls)',
    'Open it in Excel and save it as XLSX or CSV.',
  ],
  [/^<\?xml|^<\w+[^<>]*>/i, 'an XML file', AS_CSV],
  [/^(\{\s*"|\[\s*\{)/, 'a JSON file', AS_CSV],
];

const ZIP = '504b0304';
const EMPTY_ZIP = '504b0506';

/** Tells text from a ZIP package (which may be a workbook); refuses all else, saying what it is. */
export function sniffContent(start: Buffer): 'text' | 'zip' {
  const hex = start.subarray(0, 16).toString('hex');
  if (hex.startsWith(ZIP)) return 'zip';
  if (hex.startsWith(EMPTY_ZIP)) throw new NotATable('an empty ZIP archive', UNPACK);
  const known = MAGIC.find(([bytes]) => hex.startsWith(bytes));
  if (known) throw new NotATable(known[1], known[2]);
  const text = start
    .subarray(0, 1024)
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^[ïþÿ»¿\s]+/, '');
  const markup = MARKUP.find(([pattern]) => pattern.test(text));
  if (markup) throw new NotATable(markup[1], markup[2]);
  if (controlShare(start) > 0.1) throw new NotATable('a binary file', AS_CSV);
  return 'text';
}

/** Share of bytes that no text has. NUL does not count: UTF-16 is half NUL, and damaged exports are strewn with it. */
function controlShare(bytes: Buffer): number {
  let controls = 0;
  for (const byte of bytes) if (byte < 32 && byte !== 0 && (byte < 9 || byte > 13)) controls += 1;
  return bytes.length === 0 ? 0 : controls / bytes.length;
}
