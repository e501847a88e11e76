import { MAX_CELL_CHARS, MAX_COLUMNS } from '../limits.js';
import type { RawRecord, StoredCell } from '../table.js';
import type { SharedStrings } from './shared-strings.js';
import type { NumberKind } from './styles.js';
import { decodeEscapes, storedNumber, textOfNumber } from './values.js';
import type { XmlHandlers } from './xml.js';

export interface SheetContext {
  strings: SharedStrings;
  styles: NumberKind[];
  is1904: boolean;
}

/** Where the one value beyond the last column allowed is kept: the row is then seen to be too wide. */
const BEYOND = MAX_COLUMNS;
const PLAIN: NumberKind = { is: 'number' };

/** Turns the XML of one sheet into rows; rows without any value are left out. */
export class SheetParser implements XmlHandlers {
  /** Rows completed since they were last taken, and the characters in them. */
  records: RawRecord[] = [];
  chars = 0;

  private row: RawRecord = { rowNo: 0, cells: [] };
  private column = -1;
  private type = 'n';
  private style = PLAIN;
  private value = '';
  private hasFormula = false;
  private hasValue = false;
  private isCollecting = false;
  private isPhonetic = false;

  constructor(private readonly context: SheetContext) {}

  take(): RawRecord[] {
    const { records } = this;
    this.records = [];
    this.chars = 0;
    return records;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v' || name === 't') this.isCollecting = !this.isPhonetic;
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'f') this.hasFormula = true;
    else if (name === 'rPh') this.isPhonetic = true;
  }

  text(data: string): void {
    if (!this.isCollecting) return;
    this.hasValue = true;
    if (this.value.length <= MAX_CELL_CHARS) this.value += data;
  }

  close(name: string): void {
    if (name === 'c') this.closeCell();
    else if (name === 'v' || name === 't') this.isCollecting = false;
    else if (name === 'row') this.closeRow();
    else if (name === 'rPh') this.isPhonetic = false;
  }

  /** Rows and cells may leave out their place; then they follow the one before. */
  private openRow(attributes: Record<string, string>): void {
    const named = Number(attributes['r'] ?? 0);
    const rowNo = named > this.row.rowNo ? named : this.row.rowNo + 1;
    this.row = { rowNo, cells: [] };
    this.column = -1;
  }

  private openCell(attributes: Record<string, string>): void {
    const reference = attributes['r'];
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    this.type = attributes['t'] ?? 'n';
    const style = attributes['s'];
    this.style = (style === undefined ? undefined : this.context.styles[Number(style)]) ?? PLAIN;
    this.value = '';
    this.hasFormula = false;
    this.hasValue = false;
  }

  private closeCell(): void {
    const text = this.cellText();
    if (this.hasFormula && !this.hasValue && this.type !== 'str') {
      this.row.uncalculated = (this.row.uncalculated ?? 0) + 1;
    }
    if (text === '') return;
    const { cells } = this.row;
    const place = Math.min(this.column, BEYOND);
    while (cells.length < place) cells.push('');
    cells[place] = text;
    this.chars += text.length;
    const stored = this.storedCell(text);
    if (stored) (this.row.stored ??= new Map()).set(place, stored);
  }

  private storedCell(text: string): StoredCell | undefined {
    if (this.type === 'd') return { is: 'date' };
    return this.type === 'n' ? storedNumber(this.value, this.style, text) : undefined;
  }

  private cellText(): string {
    const { value } = this;
    switch (this.type) {
      case 's':
        return value === '' ? '' : this.context.strings.get(Number(value));
      case 'str':
      case 'inlineStr':
        return decodeEscapes(value);
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
      case 'e':
        this.row.errorCells = (this.row.errorCells ?? 0) + 1;
        return '';
      case 'd':
        return value.replace(/T00:00:00(\.0+)?Z?$/, '');
      default:
        return textOfNumber(value, this.style, this.context.is1904);
    }
  }

  private closeRow(): void {
    const { row } = this;
    if (row.cells.length > 0 || row.errorCells || row.uncalculated) this.records.push(row);
  }
}

/** `AB12` is column 27, counted from nought. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length && i < 4; i += 1) {
    const letter = reference.charCodeAt(i) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return Math.max(0, column - 1);
}
