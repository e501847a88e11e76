import { cached } from '../common/answer-cache.js';
import type { DeviceKind, Platform } from './kinds.js';
import { knownMaker, makerKey, makerName, UNKNOWN_MAKER } from './makers.js';

/** Which kind a product is, by its name; the first that fits. */
const KIND_BY_NAME: readonly [RegExp, DeviceKind, Platform][] = [
  [/chrome\s?base|chrome\s?box|chrome\s?bit/i, 'desktop', 'chromeos'],
  [/chrome/i, 'chromebook', 'chromeos'],
  [/ipad/i, 'ipad', 'ipados'],
  [/macbook/i, 'laptop', 'macos'],
  [/imac|mac\s?mini|mac\s?pro|mac\s?studio|emac|power\s?mac/i, 'desktop', 'macos'],
  [
    /optiplex|thinkcentre|prodesk|elitedesk|elite\s?one|veriton|compaq|precision tower|desktop/i,
    'desktop',
    'windows',
  ],
  [
    /latitude|thinkpad|elitebook|probook|travelmate|surface|laptop|notebook|precision|inspiron|xps/i,
    'laptop',
    'windows',
  ],
  [/hotspot|mifi|printer|projector|document camera/i, 'other', 'other'],
];

/** The platform where a file names the kind and no more. */
const PLATFORM_OF_KIND: Record<DeviceKind, Platform> = {
  chromebook: 'chromeos',
  ipad: 'ipados',
  desktop: 'windows',
  laptop: 'windows',
  other: 'other',
};

/** Names that only one maker gives its products. */
const BRANDS: readonly [RegExp, string][] = [
  [/^(ipad|ipod|iphone|imac|emac|macbook|mac (mini|pro|studio))\b/i, 'Apple'],
];

/** Words of a maker's name at the beginning of a model's, such as `Hewlett Packard` or `ASUSTeK COMPUTER INC.` */
const LONGEST_MAKER = 4;

/** A model as a file names it. */
export interface SaidModel {
  /** The maker by the name that Rollcall shows; null where neither the maker's cell nor the model's names one. */
  manufacturer: string | null;
  name: string;
}

/** A model in the one form that it is kept and matched in. */
export interface ModelName {
  manufacturer: string;
  name: string;
  matchKey: string;
  nameKey: string;
}

/**
 * Reads what a file says: `HP` + `Chromebook 11 G5`, whether it stands in two columns or in one, in whatever case, and
 * with whatever name the maker goes by.
 */
export function saidModel(manufacturerCell: string | null, nameCell: string): SaidModel {
  return cached(readings, `${manufacturerCell ?? ''}|${nameCell}`, () =>
    readModel(manufacturerCell, nameCell),
  );
}

const readings = new Map<string, SaidModel>();

function readModel(manufacturerCell: string | null, nameCell: string): SaidModel {
  const words = nameCell.trim().split(/\s+/);
  const named = makerName(manufacturerCell ?? '') ?? null;
  for (let count = Math.min(LONGEST_MAKER, words.length - 1); count > 0; count--) {
    const text = words.slice(0, count).join(' ');
    const leading = knownMaker(text) ?? (named && makerKey(text) === makerKey(named) ? named : undefined);
    if (leading && (named === null || makerKey(leading) === makerKey(named)))
      return { manufacturer: leading, name: words.slice(count).join(' ') };
  }
  return { manufacturer: named, name: words.join(' ') };
}

/** The maker whose brand a model's name is. */
export function makerOfBrand(name: string): string | undefined {
  return BRANDS.find(([pattern]) => pattern.test(name))?.[1];
}

/** The form in which a model of a maker is kept and matched. */
export function modelName(manufacturer: string | null, name: string): ModelName {
  const nameKey = matchKey(name);
  const maker = manufacturer ?? UNKNOWN_MAKER;
  const matchedBy = `${makerKey(maker).toLowerCase() || UNKNOWN_MAKER.toLowerCase()} ${nameKey}`;
  return { manufacturer: maker, name, nameKey, matchKey: matchedBy };
}

/**
 * What names are compared by: without case, and without spaces and punctuation but where they tell two products apart.
 * `Pro 7+` is not `Pro 7`, `12.9` is not `129`, and `11 2` is not `112`.
 */
export function matchKey(text: string): string {
  return cached(keys, text, () => {
    const plain = text.normalize('NFKC').toLowerCase().replaceAll('+', 'plus').replaceAll('&', 'and');
    return plain.replaceAll(/[^\p{L}\p{N}]+/gu, (gap: string, at: number) => {
      const isBetweenDigits = /\d/.test(plain[at - 1] ?? '') && /\d/.test(plain[at + gap.length] ?? '');
      return isBetweenDigits ? (gap === '.' ? '.' : '-') : '';
    });
  });
}

const keys = new Map<string, string>();

/** Kind and platform of a model: what the file says, else what its name gives away. */
export function kindOf(
  name: string,
  said: DeviceKind | null,
): { kind: DeviceKind; platform: Platform } | undefined {
  const guess = KIND_BY_NAME.find(([pattern]) => pattern.test(name));
  if (said) {
    const platform = guess && guess[1] === said ? guess[2] : PLATFORM_OF_KIND[said];
    return { kind: said, platform };
  }
  return guess && { kind: guess[1], platform: guess[2] };
}

/**
 * The line of the published list that a model is: the same name, or a name whose model codes in brackets are
 * among those of the line (`Chromebook 11 C720P` is in `Acer Chromebook 11 (C720, C720P)`).
 */
export function autoUpdateLine(manufacturer: string, name: string, lines: readonly string[]): string | null {
  const full = name.toLowerCase().startsWith(manufacturer.toLowerCase()) ? name : `${manufacturer} ${name}`;
  const key = matchKey(full);
  const exact = lines.find((line) => matchKey(line) === key);
  if (exact) return exact;
  const codes = new Set((full.match(/[A-Za-z0-9-]+/g) ?? []).map((word) => word.toUpperCase()));
  const maker = manufacturer.toLowerCase();
  return (
    lines.find(
      (line) =>
        line.toLowerCase().startsWith(maker) &&
        bracketCodes(line).some((code) => /\d/.test(code) && code.length >= 4 && codes.has(code)),
    ) ?? null
  );
}

function bracketCodes(line: string): string[] {
  return (/\(([^)]*)\)/.exec(line)?.[1] ?? '').split(/[,/]\s*/).map((code) => code.trim().toUpperCase());
}
