import { normaliseCode } from '../../../../devices/device-codes.js';
import { headerKey } from '../../../../imports/mapping/import-mapping.js';
import type { RowFields, RowKey, RowNote, RowProblem } from '../../../../imports/import-kind.js';
import { type Grade, readGrade } from '../grades.js';
import type { LineFacts } from '../line-facts.js';
import type { Disposition, SanitizationResult } from '../returned.entities.js';
import { isWeightUnit, readWeight, type WeightProblem } from './weights.js';

/** Words of recyclers for what became of a device. */
const DISPOSITION_WORDS: readonly (readonly [Disposition, readonly string[]])[] = [
  [
    'resold',
    ['resold', 'resale', 'resell', 'sold', 'sale', 'remarket', 'remarketed', 'reuse', 'reused', 'refurbish'],
  ],
  ['resold', ['refurbished', 'refurb', 'donated']],
  ['parts', ['parts', 'for parts', 'part out', 'parted out', 'harvest', 'harvested', 'parts harvest']],
  [
    'recycled',
    ['recycled', 'recycle', 'recycling', 'scrap', 'scrapped', 'ewaste', 'commodity', 'materials recovery'],
  ],
  ['destroyed', ['destroyed', 'destroy', 'destruction', 'shred', 'shredded']],
  ['returned', ['returned', 'return', 'returned to customer', 'rtv', 'sent back']],
  [
    'not_received',
    ['not received', 'missing', 'short', 'shortage', 'not found', 'not in shipment', 'no show'],
  ],
];
const DISPOSITION_OF = new Map(
  DISPOSITION_WORDS.flatMap(([one, words]) => words.map((word) => [headerKey(word), one] as const)),
);

const CURRENCIES = /^(?:usd|us ?\$|\$|(?:us )?dollars?)$/i;

const WEIGHTS: Readonly<Record<WeightProblem, (text: string) => string>> = {
  NOT_A_WEIGHT: (text) =>
    `"${text}" is not a weight. Enter a number with its unit, such as 3.2 lb or 1.45 kg.`,
  WEIGHT_UNIT_MISSING: (text) =>
    `Is "${text}" in pounds or kilograms? Write the unit in the cell, or name the column "Weight (lb)" or "Weight (kg)".`,
  WEIGHT_UNCLEAR: (text) =>
    `"${text}" can be ${text.replace(',', '.')} or ${text.replace(',', '')}. Write the decimals after a point.`,
  WEIGHT_IMPOSSIBLE: (text) =>
    `A device cannot weigh "${text}". Enter a weight above 0 and up to 1,000 kg, or leave the cell blank.`,
};

type Told = Partial<LineFacts>;

/** What a row says of a device. What it does not say is missing. */
export interface ReadRow {
  facts: Told;
  problems: RowProblem[];
  notes: RowNote[];
}

export function readSettlementRow(fields: RowFields): ReadRow {
  const read: ReadRow = { facts: {}, problems: [], notes: [] };
  const { facts } = read;
  facts.serialNumber = textOf(fields, 'serialNumber');
  facts.assetTag = textOf(fields, 'assetTag');
  if (facts.serialNumber === undefined && facts.assetTag === undefined)
    read.problems.push(
      problem(
        'serialNumber',
        'CODE_MISSING',
        'This row has neither a serial number nor an asset tag. Fill in one of them.',
      ),
    );
  readGrades(fields, read);
  readWeights(fields, read);
  readMoney(fields, read);
  facts.sanitization = textOf(fields, 'sanitization') as SanitizationResult | undefined;
  readDisposition(fields, read);
  facts.note = textOf(fields, 'note');
  return read;
}

/** What makes two rows of a file the same device. */
export function keysOf(fields: RowFields): RowKey[] {
  const of = String(fields['lot'] ?? '');
  const key = (name: string, words: string): RowKey[] => {
    const code = textOf(fields, name);
    return code === undefined ? [] : [{ key: `${words} ${normaliseCode(code)}`, of }];
  };
  const serial = key('serialNumber', 'serial number');
  // Recyclers write the same word into the tag of many rows; the serial number tells them apart.
  return serial.length > 0 ? serial : key('assetTag', 'asset tag');
}

function readGrades(fields: RowFields, { facts, problems, notes }: ReadRow): void {
  for (const column of ['grade', 'cosmeticGrade', 'functionalGrade'] as const) {
    const text = textOf(fields, column);
    if (text === undefined) continue;
    const grade = readGrade(prefixed(column, text));
    const isOther =
      (column === 'cosmeticGrade' && grade?.functionalGrade !== undefined) ||
      (column === 'functionalGrade' && grade?.functionalGrade === undefined);
    if (!grade || isOther) {
      problems.push(problem(column, 'UNKNOWN_GRADE', unknownGrade(text)));
      continue;
    }
    const { isNamed, ...scales } = grade;
    const clash = (Object.keys(scales) as (keyof Grade)[]).find(
      (scale) => facts[scale] !== undefined && facts[scale] !== scales[scale],
    );
    if (clash) {
      const detail = `This row has two different grades, ${facts[clash] ?? ''} and ${scales[clash] ?? ''}. Correct one of the two cells.`;
      problems.push(problem(column, 'GRADES_CONTRADICT', detail));
      continue;
    }
    Object.assign(facts, scales);
    if (isNamed) {
      const detail = `The file says "${text}". Rollcall reads the grade ${Object.values(scales).join(' ')}.`;
      notes.push({ column, code: 'GRADE_READ', detail });
    }
  }
}

/** In a column of one scale, recyclers often write the digit alone. */
function prefixed(column: string, text: string): string {
  if (!/^\d$/.test(text.trim())) return text;
  if (column === 'cosmeticGrade') return `C${text.trim()}`;
  return column === 'functionalGrade' ? `F${text.trim()}` : text;
}

function unknownGrade(text: string): string {
  return `Rollcall does not know the grade "${text}". Use C0 to C9, F1 to F6, both (C4/F3), a letter from A to F, or "not working".`;
}

function readWeights(fields: RowFields, { facts, problems, notes }: ReadRow): void {
  const unit = textOf(fields, 'weightUnit');
  if (unit !== undefined && !isWeightUnit(unit)) {
    const detail = `Rollcall does not know the unit "${unit}". Use lb, kg, oz or g.`;
    problems.push(problem('weightUnit', 'UNKNOWN_UNIT', detail));
    return;
  }
  const units = { weight: unit, weightLb: 'lb', weightKg: 'kg' } as const;
  for (const column of ['weight', 'weightLb', 'weightKg'] as const) {
    const text = textOf(fields, column);
    if (text === undefined) continue;
    if (/^[0.,]+\s*\p{L}*$/u.test(text.trim())) {
      const detail = `"${text}" is no weight of a device. Rollcall reads it as a blank cell.`;
      notes.push({ column, code: 'READ_AS_BLANK', detail });
      continue;
    }
    const grams = readWeight(text, units[column]);
    if (typeof grams === 'string') problems.push(problem(column, grams, WEIGHTS[grams](text)));
    // Of the same weight in two columns, the first is as good as the other.
    else facts.weightGrams ??= grams;
  }
}

function readMoney(fields: RowFields, { facts, problems }: ReadRow): void {
  const currency = textOf(fields, 'currency');
  if (currency !== undefined && !CURRENCIES.test(currency.trim())) {
    const detail = `Rollcall keeps amounts in US dollars, and this row is in "${currency}". Enter dollars.`;
    problems.push(problem('currency', 'UNKNOWN_CURRENCY', detail));
  }
  for (const name of ['priceCents', 'offeredCents'] as const) {
    const value = fields[name];
    if (typeof value === 'number') facts[name] = value;
  }
}

function readDisposition(fields: RowFields, { facts, notes }: ReadRow): void {
  const text = textOf(fields, 'disposition');
  if (text === undefined) return;
  facts.dispositionText = text;
  facts.disposition = DISPOSITION_OF.get(headerKey(text)) ?? 'other';
  if (facts.disposition !== 'other') return;
  const detail = `Rollcall does not know the disposition "${text}". It keeps the words as they are.`;
  notes.push({ column: 'disposition', code: 'DISPOSITION_KEPT', detail });
}

export function problem(column: string | null, code: string, detail: string): RowProblem {
  return { column, code, detail };
}

function textOf(fields: RowFields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
