import { kept } from '../common/kept.js';
import type { DeviceKind, Platform } from './device-words.js';

/** Makers by the words that files begin a model's name with. */
const MAKERS: Readonly<Record<string, string>> = {
  acer: 'Acer',
  apple: 'Apple',
  asus: 'ASUS',
  ctl: 'CTL',
  dell: 'Dell',
  google: 'Google',
  hp: 'HP',
  'hewlett-packard': 'HP',
  lenovo: 'Lenovo',
  microsoft: 'Microsoft',
  samsung: 'Samsung',
  toshiba: 'Toshiba',
  viewsonic: 'ViewSonic',
};

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

export interface ModelName {
  manufacturer: string;
  name: string;
  matchKey: string;
}

/**
 * A model as a file names it, in the one form that it is kept and matched in: `HP` + `Chromebook 11 G5`, whether
 * the file said so in two columns or in one, in whatever case.
 */
export function modelName(manufacturerCell: string | null, nameCell: string): ModelName {
  return kept(names, `${manufacturerCell ?? ''}|${nameCell}`, () => readName(manufacturerCell, nameCell));
}

const names = new Map<string, ModelName>();

function readName(manufacturerCell: string | null, nameCell: string): ModelName {
  const words = nameCell.trim().split(/\s+/);
  const leading = MAKERS[words[0]?.toLowerCase() ?? ''];
  const given = manufacturerCell?.trim().replace(/[,.]? (inc|corp|computer|corporation)\.?$/i, '') ?? '';
  const named = MAKERS[given.toLowerCase()] ?? given;
  const manufacturer = named || leading || (/^(ipad|imac|mac)/i.test(nameCell) ? 'Apple' : 'Unknown');
  const isDoubled = words.length > 1 && words[0]?.toLowerCase() === manufacturer.toLowerCase();
  const name = (isDoubled ? words.slice(1) : words).join(' ');
  return { manufacturer, name, matchKey: matchKey(`${manufacturer} ${name}`) };
}

/** Without case, spaces and punctuation. */
export function matchKey(text: string): string {
  return kept(keys, text, () => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
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
