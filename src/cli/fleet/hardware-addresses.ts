import type { FleetModel } from './fleet-types.js';
import { coprimeStep } from './scramble.js';

/**
 * Prefixes registered with the IEEE to the maker of the device or of its network card (Intel and Liteon for
 * laptops); a few of each maker's many.
 */
const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  Apple: ['28:CF:E9', 'F0:DB:F8', '7C:D1:C3', 'A4:D1:8C'],
  Dell: ['00:14:22', 'B8:CA:3A', 'F8:B1:56', '18:66:DA'],
  HP: ['3C:D9:2B', '94:57:A5', '70:5A:0F'],
  Lenovo: ['54:E1:AD', '8C:16:45'],
  Acer: ['74:DF:BF', '34:13:E8'],
  ASUS: ['04:D4:C4'],
  Samsung: ['5C:0A:5B'],
};
const NETWORK_CARD_PREFIXES = ['34:13:E8', '94:65:9C'];
const ADDRESSES_OF_A_PREFIX = 2 ** 24;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'));

/** One address for each scrambled number, whatever prefix it gets. */
export function macAddress(scrambled: number, model: FleetModel): string {
  const prefixes = PREFIXES[model.manufacturer] ?? NETWORK_CARD_PREFIXES;
  const number = (scrambled * coprimeStep(ADDRESSES_OF_A_PREFIX)) % ADDRESSES_OF_A_PREFIX;
  const prefix = prefixes[scrambled % prefixes.length] ?? '';
  return `${prefix}:${HEX[number >>> 16] ?? ''}:${HEX[(number >>> 8) & 255] ?? ''}:${HEX[number & 255] ?? ''}`;
}

/** Type allocation codes of hotspots and tablets: of real form, not looked up. */
const TYPE_CODES = ['35780511', '35384910', '86073205', '35291411', '86459804'];
const UNITS_OF_A_TYPE = 1_000_000;

/** Fifteen digits: type, unit and the check digit of ISO/IEC 7812 (Luhn). */
export function imei(scrambled: number): string {
  const type = TYPE_CODES[Math.floor(scrambled / UNITS_OF_A_TYPE)] ?? TYPE_CODES[0];
  const body = `${type}${String(scrambled % UNITS_OF_A_TYPE).padStart(6, '0')}`;
  return body + checkDigit(body);
}

function checkDigit(body: string): number {
  let sum = 0;
  for (let place = 0; place < body.length; place += 1) {
    const digit = Number(body[place]) * (place % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return (10 - (sum % 10)) % 10;
}
