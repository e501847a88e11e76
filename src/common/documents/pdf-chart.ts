type Doc = PDFKit.PDFDocument;

/** The chart is printed in gray, so lines differ by their dashes and bars by their shade. */
export interface Chart {
  kind: 'lines' | 'bars';
  /** The unit of the values, such as `devices`. */
  unit: string;
  labels: string[];
  series: { name: string; values: (number | null)[] }[];
}

/** A box on a page, in points. */
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Tell series apart without colour: a printer in the office has none. Three dashes and five marks make fifteen. */
const DASHES: readonly (readonly [number, number] | null)[] = [null, [7, 3], [2, 2]];
type Mark = (doc: Doc, x: number, y: number) => void;
const MARKS: readonly Mark[] = [
  () => undefined,
  (doc, x, y) => doc.circle(x, y, 2.2).fill(INK),
  (doc, x, y) => doc.rect(x - 2, y - 2, 4, 4).fillAndStroke('white', INK),
  (doc, x, y) => doc.polygon([x - 2.6, y + 2], [x + 2.6, y + 2], [x, y - 2.6]).fill(INK),
  (doc, x, y) => doc.polygon([x - 3, y], [x, y - 3], [x + 3, y], [x, y + 3]).fillAndStroke('white', INK),
];
/** Points between two marks of a line. */
const MARK_DISTANCE = 48;
const TONES = [
  '#1f1f1f',
  '#6b6b6b',
  '#a6a6a6',
  '#d9d9d9',
  '#454545',
  '#8a8a8a',
  '#c0c0c0',
  '#ededed',
] as const;
const INK = '#1f1f1f';
const GRID = '#c8c8c8';
const LABEL = 7;
const LEGEND_ROW = 12;
const AXIS_LEFT = 46;
/** Room for labels under the axis: those of bars may stand at a slant. */
const AXIS_BOTTOM = { lines: 24, bars: 62 };

/** Draws a chart in greys, with its axis from nought, labels that do not overlap, and a legend. */
export function drawChart(doc: Doc, chart: Chart, box: Box): void {
  const legendRows = Math.ceil(chart.series.length / 4);
  const hasLegend = chart.series.length > 1;
  doc.font('Text').fontSize(LABEL).fillColor(INK);
  doc.text(chart.unit, box.x, box.y, { lineBreak: false });
  const plot: Box = {
    x: box.x + AXIS_LEFT,
    y: box.y + 12,
    width: box.width - AXIS_LEFT - 8,
    height: box.height - 12 - AXIS_BOTTOM[chart.kind] - (hasLegend ? legendRows * LEGEND_ROW : 0),
  };
  const scale = scaleOf(chart);
  const yOf = (value: number): number =>
    plot.y + plot.height * (1 - (value - scale.low) / (scale.high - scale.low));
  drawGrid(doc, plot, scale, yOf);
  if (chart.kind === 'lines') drawLines(doc, chart, plot, yOf);
  else drawBars(doc, chart, plot, yOf);
  drawLabels(doc, chart, plot);
  if (hasLegend) drawLegend(doc, chart, { ...box, y: box.y + box.height - legendRows * LEGEND_ROW });
  doc.undash().fillColor(INK).strokeColor(INK).lineWidth(1);
}

interface Scale {
  low: number;
  high: number;
  step: number;
}

/** A scale from nought in steps of 1, 2 or 5. Bars of several series are stacked, so that their sums must fit. */
function scaleOf({ kind, labels, series }: Chart): Scale {
  const values =
    kind === 'lines'
      ? series.flatMap((one) => one.values.map((value) => value ?? 0))
      : labels.flatMap((_, i) => {
          const column = series.map((one) => one.values[i] ?? 0);
          const sum = (sign: number): number =>
            column.filter((value) => value * sign > 0).reduce((total, value) => total + value, 0);
          return [sum(1), sum(-1)];
        });
  const most = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  const rough = (most - least || 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return { low: Math.floor(least / step) * step, high: Math.max(step, Math.ceil(most / step) * step), step };
}

function drawGrid(doc: Doc, plot: Box, { low, high, step }: Scale, yOf: (value: number) => number): void {
  for (let value = low; value <= high + step / 2; value += step) {
    const y = yOf(value);
    doc
      .lineWidth(Math.abs(value) < step / 2 ? 0.8 : 0.3)
      .strokeColor(Math.abs(value) < step / 2 ? INK : GRID);
    doc
      .moveTo(plot.x, y)
      .lineTo(plot.x + plot.width, y)
      .stroke();
    const text = Math.round(value * 100) / 100;
    doc.fillColor(INK).text(text.toLocaleString('en-US'), plot.x - AXIS_LEFT, y - LABEL / 2, {
      width: AXIS_LEFT - 4,
      align: 'right',
      lineBreak: false,
    });
  }
}

function drawLines(doc: Doc, { labels, series }: Chart, plot: Box, yOf: (value: number) => number): void {
  const xOf = (i: number): number =>
    plot.x + (labels.length > 1 ? (plot.width * i) / (labels.length - 1) : 0);
  for (const [n, { values }] of series.entries()) {
    setDash(doc, n);
    doc.lineWidth(1.2).strokeColor(TONES[n % 2 === 0 ? 0 : 1]);
    let isDrawing = false;
    for (const [i, value] of values.entries()) {
      if (value === null) isDrawing = false;
      else if (isDrawing) doc.lineTo(xOf(i), yOf(value));
      else doc.moveTo(xOf(i), yOf(value));
      isDrawing = value !== null;
    }
    doc.stroke();
    const every = Math.max(1, Math.round((MARK_DISTANCE * labels.length) / plot.width));
    doc.undash().lineWidth(0.8).strokeColor(INK);
    for (const [i, value] of values.entries())
      // Each line has them elsewhere, so that those of equal values stand beside each other.
      if (value !== null && i % every === n % every) markOf(n)(doc, xOf(i), yOf(value));
  }
}

function drawBars(doc: Doc, { labels, series }: Chart, plot: Box, yOf: (value: number) => number): void {
  const slot = plot.width / labels.length;
  const width = Math.min(slot * 0.7, 48);
  for (const i of labels.keys()) {
    const x = plot.x + slot * i + (slot - width) / 2;
    let [up, down] = [0, 0];
    for (const [n, { values }] of series.entries()) {
      const value = values[i] ?? 0;
      if (value === 0) continue;
      const from = value > 0 ? up : down;
      const [top, bottom] = [Math.max(from, from + value), Math.min(from, from + value)];
      doc.lineWidth(0.4).rect(x, yOf(top), width, yOf(bottom) - yOf(top));
      doc.fillAndStroke(TONES[series.length === 1 ? 1 : n % TONES.length] ?? INK, INK);
      if (value > 0) up += value;
      else down += value;
    }
    if (series.length === 1 && labels.length <= 16)
      drawValue(doc, series[0]?.values[i] ?? 0, { x, width, yOf });
  }
}

function drawValue(
  doc: Doc,
  value: number,
  { x, width, yOf }: { x: number; width: number; yOf: (value: number) => number },
): void {
  const y = value >= 0 ? yOf(value) - LABEL - 2 : yOf(value) + 2;
  doc.fillColor(INK).text(value.toLocaleString('en-US'), x - 20, y, {
    width: width + 40,
    align: 'center',
    lineBreak: false,
  });
}

/** Every label where there is room, else every second, third, and so on; long ones are wrapped, or stand at a slant. */
function drawLabels(doc: Doc, { kind, labels }: Chart, plot: Box): void {
  const slot = kind === 'bars' ? plot.width / labels.length : plot.width / Math.max(1, labels.length - 1);
  const longest = Math.max(...labels.map((label) => doc.widthOfString(label)));
  const isLong = kind === 'bars' && longest + 4 > slot;
  const isWrapped = isLong && longest < 2 * (slot - 8);
  const isSlanted = isLong && !isWrapped;
  const every = isWrapped ? 1 : Math.max(1, Math.ceil((isSlanted ? LABEL + 2 : longest + 8) / slot));
  const y = plot.y + plot.height + 5;
  doc.fillColor(INK);
  for (const [i, label] of labels.entries()) {
    if (i % every > 0) continue;
    const x = plot.x + (kind === 'bars' ? slot * (i + 0.5) : slot * i);
    if (isSlanted) {
      doc.save().rotate(-40, { origin: [x, y] });
      doc.text(shortened(doc, label, 74), x - 76, y, { width: 76, align: 'right', lineBreak: false });
      doc.restore();
    } else if (isWrapped) doc.text(label, x - slot / 2 + 4, y, { width: slot - 8, align: 'center' });
    else doc.text(label, x - longest / 2 - 2, y, { width: longest + 4, align: 'center', lineBreak: false });
  }
}

function drawLegend(doc: Doc, { kind, series }: Chart, box: Box): void {
  const width = box.width / 4;
  for (const [n, { name }] of series.entries()) {
    const x = box.x + (n % 4) * width;
    const y = box.y + Math.floor(n / 4) * LEGEND_ROW;
    if (kind === 'lines') {
      setDash(doc, n);
      doc.lineWidth(1.2).strokeColor(TONES[n % 2 === 0 ? 0 : 1]);
      doc
        .moveTo(x, y + LABEL / 2)
        .lineTo(x + 26, y + LABEL / 2)
        .stroke();
      doc.undash().lineWidth(0.8).strokeColor(INK);
      markOf(n)(doc, x + 13, y + LABEL / 2);
    } else {
      doc
        .lineWidth(0.4)
        .rect(x + 8, y, 12, LABEL)
        .fillAndStroke(TONES[n % TONES.length] ?? INK, INK);
    }
    doc.fillColor(INK).text(shortened(doc, name, width - 36), x + 30, y, { lineBreak: false });
  }
}

function markOf(n: number): Mark {
  return MARKS[n % MARKS.length] ?? (() => undefined);
}

function setDash(doc: Doc, n: number): void {
  const dash = DASHES[n % DASHES.length];
  if (dash) doc.dash(dash[0], { space: dash[1] });
  else doc.undash();
}

/** A text that fits, with an ellipsis where it was cut. */
export function shortened(doc: Doc, text: string, width: number): string {
  if (doc.widthOfString(text) <= width) return text;
  let [fits, fitsNot] = [0, text.length];
  while (fitsNot - fits > 1) {
    const middle = Math.floor((fits + fitsNot) / 2);
    if (doc.widthOfString(`${text.slice(0, middle)}…`) <= width) fits = middle;
    else fitsNot = middle;
  }
  return `${text.slice(0, fits)}…`;
}
