import { mix } from './dice.js';

const HALF_BITS = 11;
const HALF_MASK = (1 << HALF_BITS) - 1;
const ROUNDS = [1, 2, 3, 4];

/** How many devices one run can have: every scrambled number is below this. */
export const SCRAMBLE_SIZE = 2 ** (2 * HALF_BITS);

/**
 * Shuffles the numbers below `SCRAMBLE_SIZE` without storing them (a Feistel network is a bijection whatever
 * its round function): two devices never share a serial, and no set of two million serials is kept to prove it.
 */
export function scramble(index: number, seed: number): number {
  let left = index >>> HALF_BITS;
  let right = index & HALF_MASK;
  for (const round of ROUNDS) {
    const next = left ^ (mix(seed, round, right) & HALF_MASK);
    left = right;
    right = next;
  }
  return (left << HALF_BITS) | right;
}

/** Letters and digits without I and O, which makers leave out because people misread them. */
export const CLEAR_ALPHABET = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** Dell leaves out the vowels as well, so that no tag spells a word. */
export const VOWELLESS_ALPHABET = '0123456789BCDFGHJKLMNPQRSTVWXYZ';

/**
 * Spreads a scrambled number over all words of this length, each number to a word of its own: multiplication by
 * a number without common factors is a bijection. The word must have room for `SCRAMBLE_SIZE` numbers.
 */
export function spreadWord(scrambled: number, length: number, alphabet: string): string {
  const words = alphabet.length ** length;
  return writeWord((scrambled * coprimeStep(words)) % words, length, alphabet);
}

/** Writes the lowest places of a number in the digits of an alphabet, the lowest first. */
export function writeWord(number: number, length: number, alphabet: string): string {
  let rest = number;
  let word = '';
  for (let place = 0; place < length; place += 1) {
    word += alphabet[rest % alphabet.length] ?? '';
    rest = Math.floor(rest / alphabet.length);
  }
  return word;
}

const steps = new Map<number, number>();

/** Near the golden section of `size`, where multiples lie most evenly, and without a common factor with it. */
export function coprimeStep(size: number): number {
  const known = steps.get(size);
  if (known !== undefined) return known;
  let step = Math.max(1, Math.floor(size * 0.6180339887));
  while (greatestCommonDivisor(step, size) !== 1) step += 1;
  steps.set(size, step);
  return step;
}

function greatestCommonDivisor(first: number, second: number): number {
  return second === 0 ? first : greatestCommonDivisor(second, first % second);
}
