/** A sheet or roll of labels. Lengths are in millimeters. */
export interface LabelLayout {
  name: string;
  /** What the option means, in words for people. */
  title: string;
  page: { width: number; height: number };
  label: { width: number; height: number };
  columns: number;
  rows: number;
  /** From the page's edges to the first label. */
  left: number;
  top: number;
  /** From one label to the next. */
  across: number;
  down: number;
  /** A QR code, a Code 128 barcode, or both, if there is room. */
  carries: readonly ('qr' | 'bars')[];
  /** Lines of text that fit. */
  lines: number;
}

const INCH = 25.4;
const LETTER = { width: 8.5 * INCH, height: 11 * INCH };
const A4 = { width: 210, height: 297 };

/** A label printer's page is one label. */
function single(name: string, title: string, width: number, height: number, lines: number): LabelLayout {
  const size = { width, height };
  const grid = { columns: 1, rows: 1, left: 0, top: 0, across: width, down: height };
  return { name, title, page: size, label: size, ...grid, carries: ['qr', 'bars'], lines };
}

/** Sheets and rolls that districts buy; measures as their makers print them. */
export const LABEL_LAYOUTS: readonly LabelLayout[] = [
  {
    name: 'avery-5160',
    title: 'Avery 5160: 30 on a Letter sheet, 2⅝ × 1 in',
    page: LETTER,
    label: { width: 2.625 * INCH, height: INCH },
    columns: 3,
    rows: 10,
    left: 0.1875 * INCH,
    top: 0.5 * INCH,
    across: 2.75 * INCH,
    down: INCH,
    carries: ['qr', 'bars'],
    lines: 2,
  },
  {
    name: 'avery-5167',
    title: 'Avery 5167: 80 on a Letter sheet, 1¾ × ½ in',
    page: LETTER,
    label: { width: 1.75 * INCH, height: 0.5 * INCH },
    columns: 4,
    rows: 20,
    left: 0.3 * INCH,
    top: 0.5 * INCH,
    across: 2.05 * INCH,
    down: 0.5 * INCH,
    carries: ['bars'],
    lines: 1,
  },
  {
    name: 'avery-l4731',
    title: 'Avery L4731: 189 on an A4 sheet, 25.4 × 10 mm',
    page: A4,
    label: { width: 25.4, height: 10 },
    columns: 7,
    rows: 27,
    left: 8.48,
    top: 13.5,
    across: 27.94,
    down: 10,
    carries: ['qr'],
    lines: 1,
  },
  single('roll-62', 'Label printer, 62 × 29 mm', 62, 29, 2),
  single('label-4x2', 'Label printer, 4 × 2 in', 4 * INCH, 2 * INCH, 3),
];

export const LAYOUT_NAMES = LABEL_LAYOUTS.map(({ name }) => name);

/** Where a label stands on its page, by its place among all of them. */
export function placeOf(layout: LabelLayout, index: number): { x: number; y: number; startsPage: boolean } {
  const { columns, rows, left, top, across, down } = layout;
  const place = index % (columns * rows);
  return {
    x: left + (place % columns) * across,
    y: top + Math.floor(place / columns) * down,
    startsPage: place === 0,
  };
}
