/** Grams in a unit, by the words for it. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:lbs?|pounds?|libras?)\.?$/i, 453.59237],
  [/^(?:kgs?|kilos?|kilograms?|kilogramos?)\.?$/i, 1000],
  [/^(?:g|gr|grams?|gramos?)\.?$/i, 1],
  [/^(?:oz|ounces?|onzas?)\.?$/i, 28.349523125],
];

/** No single device of a school weighs more. */
const MOST_GRAMS = 1_000_000;

export type WeightProblem = 'NOT_A_WEIGHT' | 'WEIGHT_UNIT_MISSING' | 'WEIGHT_UNCLEAR' | 'WEIGHT_IMPOSSIBLE';

/**
 * Reads `3.2 lb`, `1,5 kg` or `1 450 g` in grams. A number without a unit takes `unit`. Of two marks the last is the
 * decimal mark. `1,450 kg` may be a ton and a half or a kilogram and a half, and is refused.
 */
export function readWeight(text: string, unit: string | undefined): number | WeightProblem {
  const [, digits, said = ''] = /^([-−+]?[\d.,'’\s]*\d)\s*(\p{L}*\.?)$/u.exec(text.trim()) ?? [];
  if (digits === undefined) return 'NOT_A_WEIGHT';
  const value = readNumber(digits.replaceAll(/[\s'’]/g, ''));
  if (typeof value === 'string') return value;
  const named = said === '' ? (unit ?? '') : said;
  if (named === '') return 'WEIGHT_UNIT_MISSING';
  const factor = UNITS.find(([words]) => words.test(named.trim()))?.[1];
  if (factor === undefined) return 'NOT_A_WEIGHT';
  const grams = Math.round(value * factor);
  return grams > 0 && grams <= MOST_GRAMS ? grams : 'WEIGHT_IMPOSSIBLE';
}

export function isWeightUnit(text: string): boolean {
  return UNITS.some(([words]) => words.test(text.trim()));
}

function readNumber(digits: string): number | WeightProblem {
  if (/^[-−]/.test(digits)) return 'WEIGHT_IMPOSSIBLE';
  const bare = digits.replace('+', '');
  // `0,450` can only be less than one: nobody groups the digits of a number after a zero.
  if (/^[1-9]\d{0,2},\d{3}$/.test(bare)) return 'WEIGHT_UNCLEAR';
  const mark = bare.lastIndexOf(',') > bare.lastIndexOf('.') ? ',' : '.';
  const [whole = '', fraction = '', ...more] = bare.split(mark);
  const thousands = mark === ',' ? '.' : ',';
  const isGrouped = !whole.includes(thousands) || /^\d{1,3}(?:[.,]\d{3})+$/.test(whole);
  if (more.length > 0 || !isGrouped || fraction.includes(thousands)) return 'NOT_A_WEIGHT';
  const value = Number(`${whole.replaceAll(thousands, '') || '0'}.${fraction || '0'}`);
  return Number.isFinite(value) ? value : 'NOT_A_WEIGHT';
}
