import type { LabelLayout } from './label-layouts.js';
import { type Bars, code128, isForBars } from './symbols.js';

/** What goes on one label. */
export interface Label {
  code: string;
  /** The content of the QR code: a web address, or only the code. */
  qr: string;
  /** Lines below the code, the most useful first. */
  lines: string[];
}

/** A rectangle on a label; millimetres from its upper left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where everything stands on a label. */
export interface FittedLabel {
  code: string;
  /** Drawn only when its turn comes: five thousand symbols at once are much to hold. */
  qr?: { content: string; box: Box };
  bars?: { symbol: Bars; box: Box };
  texts: { text: string; box: Box; isCode: boolean }[];
}

/** Nothing is printed nearer to the edge: sheets are never quite where the printer thinks. */
const PADDING = 1.2;
const QUIET_QR = 1.2;
/** Narrowest bar that a printer of 300 dpi and a phone's camera agree on. */
const NARROWEST_BAR = 0.19;
const WIDEST_BAR = 0.42;
/** A Code 128 wants ten modules of white on either side. */
const QUIET_MODULES = 10;
const CODE_LINE = 3;
const TEXT_LINE = 2.4;

/** Lays a label out, or says why its code does not fit. */
export function fitLabel(layout: LabelLayout, label: Label): FittedLabel | string {
  const { width, height } = layout.label;
  const hasQr = layout.carries.includes('qr');
  const qrSide = hasQr ? Math.min(height - 2 * PADDING, 22) : 0;
  const left = hasQr ? PADDING + qrSide + QUIET_QR : PADDING;
  const room = width - left - PADDING;
  const fitted: FittedLabel = { code: label.code, texts: [] };
  if (hasQr) {
    const box = { x: PADDING, y: (height - qrSide) / 2, width: qrSide, height: qrSide };
    fitted.qr = { content: label.qr, box };
  }
  const hasBars = layout.carries.includes('bars') && isForBars(label.code);
  if (!hasBars && !hasQr)
    return `${label.code} has characters that a barcode cannot contain. Choose a label with a QR code.`;
  const lines = label.lines.slice(0, hasBars ? layout.lines - 1 : layout.lines);
  const textHeight = CODE_LINE + lines.length * TEXT_LINE;
  let top = (height - textHeight) / 2;
  if (hasBars) {
    const symbol = code128(label.code);
    const module = Math.min(room / (symbol.modules + 2 * QUIET_MODULES), WIDEST_BAR);
    if (module < NARROWEST_BAR) return `${label.code} is too long for this label. Choose a wider label.`;
    const barsWidth = symbol.modules * module;
    const barsHeight = height - 2 * PADDING - textHeight;
    const box = { x: left + (room - barsWidth) / 2, y: PADDING, width: barsWidth, height: barsHeight };
    fitted.bars = { symbol, box };
    top = PADDING + barsHeight;
  }
  fitted.texts.push({
    text: label.code,
    box: { x: left, y: top, width: room, height: CODE_LINE },
    isCode: true,
  });
  for (const [i, text] of lines.entries()) {
    const y = top + CODE_LINE + i * TEXT_LINE;
    fitted.texts.push({ text, box: { x: left, y, width: room, height: TEXT_LINE }, isCode: false });
  }
  return fitted;
}
