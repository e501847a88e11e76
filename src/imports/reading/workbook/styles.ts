import { WORKBOOK_LIMITS } from '../limits.js';
import type { WorkbookPackage } from './package.js';
import { readXml } from './xml.js';

/** How a number is shown, as far as it changes what the number means. */
export type NumberKind =
  | { is: 'number' }
  | { is: 'date'; hasTime: boolean }
  /** Format `"IUSD-"000000`: the tag IUSD-004512 is stored as 4512, and seen with its letters and zeros. */
  | { is: 'shaped'; shape: readonly string[] };

/** Excel's limit. */
const LONGEST_FORMAT = 255;

const PLAIN: NumberKind = { is: 'number' };

/** ECMA-376 part 1, 18.8.30: formats that are never written out; 27 to 36 and 50 to 58 are East Asian dates. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]);
const BUILT_IN_TIMES = new Set([18, 19, 20, 21, 22, 32, 33, 45, 46, 47, 55, 56]);

/** The kinds of a workbook's cell styles, by the number that cells name. */
export async function readStyles(pack: WorkbookPackage, part: string | undefined): Promise<NumberKind[]> {
  if (part === undefined) return [];
  const formats = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let isInCellFormats = false;
  await readXml(pack.read(part, WORKBOOK_LIMITS.metadataBytes), {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') isInCellFormats = true;
      else if (name === 'xf' && isInCellFormats)
        kinds.push(kindOf(Number(attributes['numFmtId'] ?? 0), formats));
    },
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false;
    },
  });
  return kinds;
}

function kindOf(id: number, formats: Map<number, string>): NumberKind {
  const code = formats.get(id);
  if (code !== undefined) return kindOfFormat(code);
  if (BUILT_IN_DATES.has(id)) return { is: 'date', hasTime: false };
  return BUILT_IN_TIMES.has(id) ? { is: 'date', hasTime: true } : PLAIN;
}

/** Reads a format code such as `[$-409]m/d/yy h:mm AM/PM;@` or `00000`. */
export function kindOfFormat(code: string): NumberKind {
  if (code.length > LONGEST_FORMAT) return PLAIN;
  const shape = shapeOf(code);
  if (shape) return { is: 'shaped', shape };
  // Text in quotes, escaped characters, padding and brackets (colours, locales) are not part of the pattern; [h] is.
  const first = code.replaceAll(/"[^"]*"|\\.|_.|\*./g, '').split(';')[0] ?? '';
  const pattern = first.replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').toLowerCase();
  if (pattern.includes('general')) return PLAIN;
  const hasTime = /[hs]/.test(pattern);
  return hasTime || /[ymd]/.test(pattern) ? { is: 'date', hasTime } : PLAIN;
}

/** What a format of digits and fixed characters consists of: quoted texts, escaped or plain characters, places. */
const SHAPE_PARTS = /"[^"]*"|\\.|[0#]|[-/: ()]/g;

/** The parts of a format such as `00000`, `000-000` or `"IUSD-"0000`, or undefined for amounts, percents and the like. */
function shapeOf(code: string): string[] | undefined {
  const section = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)[0] ?? '';
  const parts = section.match(SHAPE_PARTS) ?? [];
  if (parts.join('') !== section) return undefined;
  const hasPlaces = parts.some(isPlace);
  const isShaped = parts.some((part) => !isPlace(part)) || parts.filter((part) => part === '0').length > 1;
  return hasPlaces && isShaped ? parts : undefined;
}

/** Whether a part of a shape takes a digit: `0` always shows one, `#` only where there is one. */
export function isPlace(part: string): boolean {
  return part === '0' || part === '#';
}
