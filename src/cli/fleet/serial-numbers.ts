import { dayOf, yearOf } from './days.js';
import type { Dice } from './dice.js';
import type { FleetModel } from './fleet-types.js';
import { mix } from './dice.js';
import { CLEAR_ALPHABET, spreadWord, VOWELLESS_ALPHABET, writeWord } from './scramble.js';

/** What a maker prints a serial from. `scrambled` is the device's own number; the rest may repeat. */
export interface SerialSource {
  scrambled: number;
  model: FleetModel;
  purchasedDay: number;
  dice: Dice;
}

/**
 * A serial in the form of the maker's own. Each form holds the whole scrambled number, so that no two devices of
 * a maker share one; the date and model in it are decoration.
 */
export function serialNumber(source: SerialSource): string {
  switch (source.model.manufacturer) {
    case 'Dell':
      return dellServiceTag(source);
    case 'Apple':
      return source.purchasedDay < APPLE_RANDOM_SINCE ? appleSerial(source) : appleRandomSerial(source);
    case 'HP':
      return hpSerial(source);
    case 'Lenovo':
      return lenovoSerial(source);
    case 'Acer':
      return acerSerial(source);
    case 'ASUS':
      return asusSerial(source);
    case 'Samsung':
      return samsungSerial(source);
    default:
      return `${source.model.name.slice(0, 2).toUpperCase()}${yearAndWeek(source)}${sevenDigits(source)}`;
  }
}

/** Seven characters; the last two count up with the years (`M1` in 2010, `Q2` about 2018). */
function dellServiceTag({ scrambled, purchasedDay }: SerialSource): string {
  const years = (purchasedDay - dayOf(2010, 1, 1)) / 365.25;
  const generation = Math.max(1, Math.floor(19 + years * 4.7));
  const size = VOWELLESS_ALPHABET.length;
  const suffix = `${VOWELLESS_ALPHABET[generation % size] ?? '0'}${1 + Math.floor(generation / size)}`;
  return spreadWord(scrambled, 5, VOWELLESS_ALPHABET) + suffix;
}

/** From about this day Apple's serials are random and say nothing. */
const APPLE_RANDOM_SINCE = dayOf(2021, 6, 1);
const APPLE_FACTORIES = { ipad: ['DM', 'DL', 'F9', 'GG'], mac: ['C0', 'C1', 'C2', 'D2'] };
const APPLE_LINES = CLEAR_ALPHABET.slice(2, 30);
const APPLE_HALF_YEARS = 'CDFGHJKLMNPQRSTVWXYZ';
const APPLE_WEEKS = '123456789CDFGHJKLMNPQRTVWXY';

/** Twelve characters: factory and line, half-year, week, three that count, four of the model. */
function appleSerial({ scrambled, model, purchasedDay }: SerialSource): string {
  const counted = CLEAR_ALPHABET.length ** 3;
  const line = Math.floor(scrambled / counted);
  const factories = model.kind === 'ipad' ? APPLE_FACTORIES.ipad : APPLE_FACTORIES.mac;
  const factory =
    (factories[Math.floor(line / APPLE_LINES.length)] ?? '') + (APPLE_LINES[line % APPLE_LINES.length] ?? '');
  const year = yearOf(purchasedDay);
  const dayOfYear = purchasedDay - dayOf(year, 1, 1);
  const half = dayOfYear < 182 ? 0 : 1;
  const halfYears = APPLE_HALF_YEARS.length;
  const halfYear =
    APPLE_HALF_YEARS[((((year - 2010) * 2 + half) % halfYears) + halfYears) % halfYears] ?? 'C';
  const week = APPLE_WEEKS[Math.floor((dayOfYear - half * 182) / 7)] ?? '1';
  return factory + halfYear + week + writeWord(scrambled, 3, CLEAR_ALPHABET) + modelCode(model, 4);
}

/** Ten characters, every second one of which counts. */
function appleRandomSerial({ scrambled, dice }: SerialSource): string {
  const counted = spreadWord(scrambled, 5, CLEAR_ALPHABET);
  let serial = '';
  for (const character of counted) serial += (CLEAR_ALPHABET[10 + dice.below(24)] ?? 'X') + character;
  return serial;
}

const HP_PLANTS = { desktop: ['MXL', '2UA', 'CZC', 'SGH'], laptop: ['5CG', '5CD', '8CG', 'CND'] };

/** Ten characters: plant, last digit of the year, week, four that count. */
function hpSerial(source: SerialSource): string {
  const counted = CLEAR_ALPHABET.length ** 4;
  const plants = source.model.kind === 'desktop' ? HP_PLANTS.desktop : HP_PLANTS.laptop;
  const plant = plants[Math.floor(source.scrambled / counted)] ?? '';
  return plant + yearAndWeek(source).slice(1) + writeWord(source.scrambled, 4, CLEAR_ALPHABET);
}

/** Eight characters: two of the plant, six that count. */
function lenovoSerial({ scrambled, model, purchasedDay }: SerialSource): string {
  const newer = yearOf(purchasedDay) >= 2013;
  const staff = newer ? 'PF' : 'R8';
  const desktop = newer ? 'MJ' : 'MK';
  const plant = model.kind === 'desktop' ? desktop : model.kind === 'laptop' ? staff : chromebookPlant(model);
  return plant + spreadWord(scrambled, 6, CLEAR_ALPHABET);
}

function chromebookPlant(model: FleetModel): string {
  return ['LR', 'MP', 'YD', 'P2'][mix(model.name.length, model.priceCents) % 4] ?? 'LR';
}

/** Twenty-two characters: `NX`, part number, year and week, five hexadecimal that count, variant of the unit. */
function acerSerial(source: SerialSource): string {
  const counted = 16 ** 5;
  const part = `NX${modelCode(source.model, 5)}00${1 + Math.floor(source.scrambled / counted)}`;
  const unit = writeWord(source.scrambled, 5, '0123456789ABCDEF');
  return `${part}${yearAndWeek(source).slice(1)}${unit}${['7600', '6600', '3400', '2000'][source.dice.below(4)]}`;
}

/** Fifteen characters: year, month, plant, line, nine digits that count. */
function asusSerial({ scrambled, purchasedDay, model }: SerialSource): string {
  const year = CLEAR_ALPHABET[10 + (yearOf(purchasedDay) - 2010)] ?? 'A';
  const month =
    'ABCDEFGHJKLM'[Math.floor(((purchasedDay - dayOf(yearOf(purchasedDay), 1, 1)) / 366) * 12)] ?? 'A';
  return `${year}${month}N0${modelCode(model, 2)}${String(scrambled).padStart(9, '0')}`;
}

/** Eleven characters: `R52`, year, six that count, `P`. */
function samsungSerial({ scrambled, purchasedDay }: SerialSource): string {
  const year = CLEAR_ALPHABET[10 + (yearOf(purchasedDay) % 20)] ?? 'N';
  return `R52${year}${spreadWord(scrambled, 6, CLEAR_ALPHABET)}P`;
}

/** The year's last two digits and the week, as `1631`. */
function yearAndWeek({ purchasedDay }: SerialSource): string {
  const year = yearOf(purchasedDay);
  const week = 1 + Math.floor((purchasedDay - dayOf(year, 1, 1)) / 7);
  return String((year % 100) * 100 + week).padStart(4, '0');
}

function sevenDigits({ scrambled }: SerialSource): string {
  return String(scrambled).padStart(7, '0');
}

const codes = new Map<string, string>();

/** The same letters for every device of a model. */
function modelCode(model: FleetModel, length: number): string {
  const key = `${length} ${model.name}`;
  let code = codes.get(key);
  if (code === undefined) {
    code = writeWord(mix(...Buffer.from(model.name)), length, CLEAR_ALPHABET.slice(10));
    codes.set(key, code);
  }
  return code;
}
