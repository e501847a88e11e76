import { Pace } from '../../../common/turns.js';
import type { LayoutColumn, LayoutDefinition } from '../layout.js';
import { type LayoutField, LAYOUT_FIELDS, SLOTS_OF_BOX } from '../layout-fields.js';
import { type Cell, type CellRemark, type FieldValue, fillCell } from './cells.js';
import type { AskedPart, LaidOutClaim } from './claim-facts.js';

/** What a file says of itself. */
export interface FileFacts {
  /** Number of the batch. */
  batch: number;
  /** Calendar date in the district's time zone. */
  sentOn: string;
}

/** A claim, and what there is to say of its values. */
export interface RemarkedClaim {
  claimId: string;
  number: string;
  remarks: CellRemark[];
}

/** Claims as the rows of a file. */
export interface LaidOut {
  rows: Cell[][];
  /** The claims in the file, in its order. */
  claims: LaidOutClaim[];
  /** The claims that lack what the layout requires. */
  lacking: RemarkedClaim[];
  /** What Rollcall cut or replaced. */
  changed: RemarkedClaim[];
  /** Characters of its cells. */
  length: number;
  /** It has as much as it may have, and there are claims that are not in it. */
  isFull: boolean;
}

/** How much a file may have. What is more goes into the next one. */
export interface FileLimit {
  claims: number;
  /** Of all cells. */
  characters: number;
}

export function emptyFile(): LaidOut {
  return { rows: [], claims: [], lacking: [], changed: [], length: 0, isFull: false };
}

/**
 * Writes claims into rows, below those that the file has already. A claim is in the file with all its rows, or with none.
 */
export async function layOut(
  layout: LayoutDefinition,
  claims: readonly LaidOutClaim[],
  file: FileFacts,
  out: LaidOut,
  limit: FileLimit = { claims: Infinity, characters: Infinity },
): Promise<LaidOut> {
  const pace = new Pace();
  for (const claim of claims) {
    out.isFull = out.claims.length >= limit.claims || out.length >= limit.characters;
    if (out.isFull) return out;
    await pace.rest();
    const { rows, problems, notes } = rowsOf(layout, claim, file, out);
    const { id: claimId, number } = claim;
    if (problems.length > 0) {
      out.lacking.push({ claimId, number, remarks: problems });
      continue;
    }
    out.claims.push(claim);
    out.rows.push(...rows);
    out.length += lengthOf(rows);
    if (notes.length > 0) out.changed.push({ claimId, number, remarks: notes });
  }
  return out;
}

function rowsOf(
  layout: LayoutDefinition,
  claim: LaidOutClaim,
  file: FileFacts,
  before: LaidOut,
): { rows: Cell[][]; problems: CellRemark[]; notes: CellRemark[] } {
  // A claim without parts is still a row: the vendor then chooses the parts.
  const parts: (AskedPart | null)[] =
    layout.rowsPer === 'part' && claim.parts.length > 0 ? claim.parts : [null];
  const problems: CellRemark[] = [];
  const notes: CellRemark[] = [];
  const place = before.claims.length;
  const rows = parts.map((part, i) => {
    const ofFile = { ...file, row: before.rows.length + i + 1, ...slotOf(place) };
    return layout.columns.map((column) => {
      const filled = fillCell(
        layout,
        column,
        valueOf(column, claim, part && { ...part, line: i + 1 }, ofFile),
      );
      if (filled.problem && !problems.some(({ column: header }) => header === column.header))
        problems.push(filled.problem);
      if (filled.note && !notes.some(({ column: header }) => header === column.header))
        notes.push(filled.note);
      return filled.cell;
    });
  });
  return { rows, problems, notes };
}

function lengthOf(rows: readonly Cell[][]): number {
  return rows.flat().reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 10), 0);
}

function slotOf(place: number): { box: number; slot: number } {
  return { box: Math.floor(place / SLOTS_OF_BOX) + 1, slot: (place % SLOTS_OF_BOX) + 1 };
}

function valueOf(
  { field }: LayoutColumn,
  claim: LaidOutClaim,
  part: (AskedPart & { line: number }) | null,
  file: Readonly<Record<string, string | number>>,
): FieldValue {
  if (field === null) return null;
  const { source } = LAYOUT_FIELDS[field];
  if (source === 'claim') return claim.values[field] ?? null;
  // A device that was packed already stays in its box, and nobody knows in which slot.
  if (field === 'slot' && claim.values['box']) return null;
  if (source === 'file') return claim.values[field] ?? file[field] ?? null;
  return part && partValue(field, part);
}

function partValue(field: LayoutField, part: AskedPart & { line: number }): FieldValue {
  if (field === 'partNumber') return part.number;
  if (field === 'partDescription') return part.description;
  if (field === 'partReturns') return part.mustReturn;
  return field === 'partQuantity' ? part.quantity : part.line;
}
