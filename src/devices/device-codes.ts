/** Rules by which a maker's label is more than the serial on it. Data: a district may have others one day. */
const LABEL_PREFIXES: readonly { manufacturer: RegExp; label: RegExp }[] = [
  // Lenovo prints 1S, the ten characters of the machine type and model, then the eight of the serial.
  { manufacturer: /^lenovo$/i, label: /^1S[0-9A-Z]{10}([0-9A-Z]{8})$/ },
  // Apple's barcodes put an S before the serial: twelve characters until 2021, ten or more since.
  { manufacturer: /^apple$/i, label: /^S([0-9A-Z]{10,12})$/ },
];

/** Words that stand in a code's place where there is none. */
const NOT_A_CODE = new Set([
  'TO BE FILLED BY O.E.M.',
  'TO BE FILLED BY OEM',
  'DEFAULT STRING',
  'SYSTEM SERIAL NUMBER',
  'SERIAL NUMBER',
  'NOT APPLICABLE',
  'NOT AVAILABLE',
  'NOT SPECIFIED',
  'N/A',
  'NA',
  'NONE',
  'NULL',
  'NO TAG',
  'NO SERIAL',
  'NO ASSET TAG',
  'UNKNOWN',
  'INVALID',
  'O.E.M.',
  'CHASSIS SERIAL NUMBER',
  'ASSET TAG',
  'TBD',
  '-',
]);

/** One character over and over: 0000000000, XXXXXXX, and the keyboard's 123456789. */
const FILLER = /^(.)\1{3,}$|^0+$|^0?123456789?0?$/;

/** Longest code that any maker prints. */
export const LONGEST_CODE = 64;

/** What the QR code of a label of ours holds: the address of its device's page. */
const OUR_LABEL = /^https?:\/\/[^/?#\s]+\/d\/([^/?#\s]+)$/i;

/**
 * Trimmed, upper case, inner white space single: the form in which codes are kept and compared. Of the address on a
 * label of ours, its code.
 */
export function normaliseCode(text: string): string {
  return codeOnLabel(text.trim()).replace(/\s+/g, ' ').trim().toUpperCase();
}

function codeOnLabel(text: string): string {
  const code = OUR_LABEL.exec(text)?.[1];
  if (code === undefined) return text;
  try {
    return decodeURIComponent(code);
  } catch {
    // Not one that we printed.
    return text;
  }
}

/** Why a normalised text cannot be a code, or undefined where it can. */
export function whyNotACode(code: string): string | undefined {
  if (NOT_A_CODE.has(code)) return `"${code}" stands for no code at all; leave the cell blank`;
  if (FILLER.test(code)) return `"${code}" is a filler, not a code; leave it blank`;
  if (code.length > LONGEST_CODE) return `a code has at most ${LONGEST_CODE} characters`;
  if (/\p{Cc}/u.test(code)) return 'a code has no control characters';
  if (/^\d(\.\d+)?E\+\d+$/.test(code))
    return `"${code}" is a number that a spreadsheet has shortened; read the label`;
  return undefined;
}

/** The serial on a label: a maker's prefix is taken off where the maker is known to print one. */
export function serialOnLabel(code: string, manufacturer: string | null): string {
  for (const rule of LABEL_PREFIXES) {
    if (manufacturer !== null && !rule.manufacturer.test(manufacturer)) continue;
    const serial = rule.label.exec(code)?.[1];
    if (serial && manufacturer !== null) return serial;
  }
  return code;
}

/** What a scanned text may mean: itself first, then the serials it would hold on each maker's label. */
export function readingsOf(text: string): string[] {
  const code = normaliseCode(text);
  const serials = LABEL_PREFIXES.flatMap((rule) => rule.label.exec(code)?.[1] ?? []);
  return [...new Set([code, macOf(code) ?? code, ...serials])];
}

/** Twelve hex digits without separators, or undefined where it is no MAC address. */
export function macOf(text: string): string | undefined {
  const digits = text.toUpperCase().replace(/[:.\-\s]/g, '');
  return /^[0-9A-F]{12}$/.test(digits) ? digits : undefined;
}
