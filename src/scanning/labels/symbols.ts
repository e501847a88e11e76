import bwipjs from 'bwip-js/node';
import { encodeQR } from 'qr';

/** Bars and spaces in turn, in modules; bars first. */
export interface Bars {
  widths: number[];
  modules: number;
}

/** Dark squares, row by row. */
export interface Qr {
  size: number;
  isDark: (row: number, column: number) => boolean;
}

/** What bwip-js says about a symbol before it draws it. */
interface RawBars {
  sbs: number[];
}

/** Whether a Code 128 can hold a text so that every scanner reads the same from it. */
export function isForBars(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

/** A Code 128; subsets are chosen so that it is as short as can be. */
export function code128(text: string): Bars {
  const [{ sbs }] = bwipjs.raw('code128', text, '') as unknown as [RawBars];
  return { widths: sbs, modules: sbs.reduce((sum, width) => sum + width, 0) };
}

/**
 * A QR code. Upper case letters, digits and `$%*+-./:` take five and a half bits each instead of eight, so that a
 * label's address is in upper case.
 *
 * Made by `qr`, because bwip-js takes 5 ms for each: 5,000 labels took 25 s, and take less than one.
 */
export function qrCode(text: string): Qr {
  // The library always adds a margin of white, and at least one module of it. Labels have a margin of their own.
  const framed = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
  return { size: framed.length - 2, isDark: (row, column) => framed[row + 1]?.[column + 1] === true };
}
