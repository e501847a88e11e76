import bwipjs from 'bwip-js/node';

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

/** What bwip-js says of a symbol before it is drawn. */
interface RawBars {
  sbs: number[];
}

interface RawQr {
  pixs: number[];
  pixx: number;
}

/** A Code 128; subsets are chosen so that it is as short as can be. */
export function code128(text: string): Bars {
  const [{ sbs }] = bwipjs.raw('code128', text, '') as unknown as [RawBars];
  return { widths: sbs, modules: sbs.reduce((sum, width) => sum + width, 0) };
}

/**
 * A QR code. Upper case letters, digits and `$%*+-./:` take five and a half bits each instead of eight, so that a
 * label's address is in upper case.
 */
export function qrCode(text: string): Qr {
  const [{ pixs, pixx }] = bwipjs.raw('qrcode', text, 'eclevel=M') as unknown as [RawQr];
  return { size: pixx, isDark: (row, column) => pixs[row * pixx + column] === 1 };
}
