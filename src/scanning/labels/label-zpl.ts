import { readableText } from '../../common/documents/readable-text.js';
import type { Label } from './label-fit.js';
import { isForBars } from './symbols.js';

/** Dots of a label printer, to the millimetre: 203 dpi is eight, 300 dpi twelve. */
export const DOTS_PER_MM = { 203: 8, 300: 12 } as const;

export interface ZplOptions {
  dpi: keyof typeof DOTS_PER_MM;
  /** Millimetres. */
  width: number;
  height: number;
}

/** The last of the letters of Western and Central Europe, which the font of every label printer has. */
const LAST_LETTER = 0x17f;

/** `^` and `~` begin commands, `_` a byte in hexadecimal; none of them goes through as it is. */
function field(text: string): string {
  const safe = [...readableText(text, (codePoint) => codePoint <= LAST_LETTER)]
    .map((letter) =>
      /[\^~_\\]/.test(letter) || letter.charCodeAt(0) < 32
        ? [...Buffer.from(letter)].map((byte) => `_${byte.toString(16).padStart(2, '0')}`).join('')
        : letter,
    )
    .join('');
  return `^FH^FD${safe}^FS`;
}

/** One label in ZPL II, with its bars, its QR code and its lines, in UTF-8. */
export function zplOf({ code, qr, lines }: Label, { dpi, width, height }: ZplOptions): string {
  const dots = (mm: number): number => Math.round(mm * DOTS_PER_MM[dpi]);
  const side = Math.min(height - 4, 22);
  const module = Math.max(2, Math.floor(dots(side) / 33));
  const left = dots(side + 5);
  const bars = Math.max(dots(height) - dots(14), dots(6));
  return [
    '^XA^CI28',
    `^PW${dots(width)}^LL${dots(height)}`,
    `^FO${dots(2)},${dots(2)}^BQN,2,${module}${qrField(qr)}`,
    ...(isForBars(code)
      ? [`^FO${left},${dots(2)}^BY${dpi === 203 ? 2 : 3}^BCN,${bars},N,N,N${field(code)}`]
      : []),
    `^FO${left},${bars + dots(3)}^A0N,${dots(4)},${dots(4)}${field(code)}`,
    ...lines
      .slice(0, 2)
      .map((line, i) => `^FO${left},${bars + dots(7.5 + i * 3)}^A0N,${dots(2.6)},${dots(2.6)}${field(line)}`),
    '^XZ',
  ].join('\n');
}

/** The two letters say: medium correction, the printer finds the mode. */
function qrField(content: string): string {
  return field(`MA,${content}`);
}
