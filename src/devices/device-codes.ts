/** Rules by which a maker's label is more than the serial on it. Data: a district may have others one day. */
const LABEL_PREFIXES: readonly { manufacturer: RegExp; label: RegExp }[] = [
  // Lenovo prints 1S, the ten characters of the machine type and model, then the eight of the serial.
  { manufacturer: /^lenovo$/i, label: /^1S[0-9A-Z]{10}([0-9A-Z]{8})$/ },
  // Apple's barcodes put an S before the serial: twelve characters until 2021, ten or more since.
  { manufacturer: /^apple$/i, label: /^S([0-9A-Z]{10,12})$/ },
];

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

/** Why a normalized text that is no placeholder still cannot be a code, or undefined where it can. */
export function whyNotACode(code: string): string | undefined {
  if (code.length > LONGEST_CODE) return `A code has at most ${LONGEST_CODE} characters.`;
  if (/\p{Cc}/u.test(code)) return 'A code cannot contain control characters.';
  if (/^\d(\.\d+)?E\+\d+$/.test(code))
    return `A spreadsheet shortened this number to "${code}". Read the code from the label.`;
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

/** The serials that a text would hold on the labels of makers that print more than the serial. */
export function serialsOnLabels(code: string): { serial: string; isOf: (manufacturer: string) => boolean }[] {
  return LABEL_PREFIXES.flatMap(({ manufacturer, label }) => {
    const serial = label.exec(code)?.[1];
    return serial ? [{ serial, isOf: (maker: string) => manufacturer.test(maker) }] : [];
  });
}

/** What a scanned text may mean: itself first, then the serials it would hold on each maker's label. */
export function readingsOf(text: string): string[] {
  const code = normaliseCode(text);
  const serials = serialsOnLabels(code).map(({ serial }) => serial);
  return [...new Set([code, macOf(code) ?? code, ...serials])];
}

/** Twelve hex digits without separators, or undefined where it is no MAC address. */
export function macOf(text: string): string | undefined {
  const digits = text.toUpperCase().replace(/[:.\-\s]/g, '');
  return /^[0-9A-F]{12}$/.test(digits) ? digits : undefined;
}
