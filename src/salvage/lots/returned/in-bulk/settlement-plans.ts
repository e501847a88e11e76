import { normaliseCode } from '../../../../devices/device-codes.js';
import { mergeFields } from '../../../../imports/field-merge.js';
import {
  heldBack,
  type ImportContext,
  movedOn,
  type RowNote,
  type RowOutcome,
  type RowProblem,
  type StagedRow,
} from '../../../../imports/import-kind.js';
import type { LotState } from '../../lot.entities.js';
import { differencesOf, type LineFacts } from '../line-facts.js';
import { type FoundDifference, type Manifest, matchLine, type OtherDevices } from '../line-matches.js';
import type { ReturnedReason } from '../returned.entities.js';
import type { ReturnedLot, StoredLine } from '../returned-reads.js';
import type { JudgedLine, WrittenLine } from '../returned-writes.js';
import { problem, readSettlementRow } from './settlement-rows.js';

/** What is to be done for one row. */
export interface SettlementPlan {
  outcome: RowOutcome;
  add?: WrittenLine;
  update?: WrittenLine;
  /** A line of another file that this row repeats. */
  confirm?: WrittenLine;
  judged?: JudgedLine;
}

/** Everything that rows are judged against. */
export interface Known {
  lots: ReadonlyMap<number, ReturnedLot>;
  manifests: ReadonlyMap<string, Manifest>;
  others: OtherDevices;
  lines: KnownLines;
}

const NOTHING: LineFacts = {
  serialNumber: null,
  assetTag: null,
  cosmeticGrade: null,
  functionalGrade: null,
  letterGrade: null,
  weightGrams: null,
  priceCents: null,
  offeredCents: null,
  sanitization: null,
  disposition: null,
  dispositionText: null,
  note: null,
};

/** The lines of some lots, and which row of the file each device of them had. */
export class KnownLines {
  private readonly byKey = new Map<string, StoredLine>();

  /** @param rows the rows by what they are about, from earlier chunks too */
  constructor(
    readonly stored: readonly StoredLine[],
    readonly rows: Map<string, number>,
  ) {
    for (const line of stored) this.byKey.set(keyOf(line.lotId, line.deviceId, line.code), line);
  }

  find(lotId: string, deviceId: string | null, code: string): StoredLine | undefined {
    // A code that nobody had may be a device's by now.
    return this.byKey.get(keyOf(lotId, deviceId, code)) ?? this.byKey.get(keyOf(lotId, null, code));
  }

  /** The earlier row of the file about the same device; this row counts as seen from now on. */
  earlierRow(key: string, line: StoredLine | undefined, importId: string, rowNo: number): number | undefined {
    const seen = this.rows.get(key) ?? (line?.importId === importId ? line.rowNo : undefined);
    if (seen === undefined) this.rows.set(key, rowNo);
    return seen === rowNo ? undefined : seen;
  }
}

function keyOf(lotId: string, deviceId: string | null, code: string): string {
  return `${lotId} ${deviceId ?? code}`;
}

/** Decides about one row. */
export function planRow(row: StagedRow, context: ImportContext, known: Known): SettlementPlan {
  const { rowNo, newId, fields } = row;
  const nothing = { rowNo, targetId: null, targetVersion: null };
  const refused = (...problems: RowProblem[]): SettlementPlan => ({
    outcome: { ...nothing, outcome: 'refused', problems },
  });
  const lot = lotOf(row, context, known.lots);
  if ('code' in lot) return refused(lot);
  const given = readSettlementRow(fields).facts;
  const codes = { serialNumber: given.serialNumber ?? null, assetTag: given.assetTag ?? null };
  const match = matchLine(codes, known.manifests.get(lot.id) as Manifest, known.others);
  if ('code' in match) return refused(match);
  const code = normaliseCode(codes.serialNumber ?? codes.assetTag ?? '');
  const key = keyOf(lot.id, match.deviceId, code);
  const current = known.lines.find(lot.id, match.deviceId, code);
  const earlier = known.lines.earlierRow(key, current, context.importId, rowNo);
  if (earlier !== undefined) {
    const detail = `Row ${earlier} of this file is about the same device. Keep one of the two rows.`;
    return refused(problem(null, 'REPEATED', detail));
  }
  const { after, changes } = mergeFields<LineFacts>(factsOf(current), given, []);
  const isSame = current !== undefined && Object.keys(changes).length === 0;
  const closed = isSame ? undefined : lotProblem(lot);
  if (closed) return refused(closed);
  const id = current?.id ?? newId;
  const result = { rowNo, targetId: id, targetVersion: current?.version ?? null };
  if (context.mode === 'commit' && movedOn(row, id, result.targetVersion))
    return { outcome: heldBack(rowNo, id) };
  const differences = differencesOf(after, match);
  const asksAgain = lot.certificatesFiled && (!current || changes['sanitization'] !== undefined);
  const told = [...match.notes, ...differences.flatMap((one) => notesOf(one, asksAgain))];
  const notes = told.length > 0 ? { notes: told } : {};
  const { importId } = context;
  const line = { ...after, id, lotId: lot.id, deviceId: match.deviceId, code, importId, rowNo };
  // The undo goes back to the row that had said it before.
  const moved = (from: StoredLine): RowOutcome['changes'] => ({
    importId: [from.importId, importId],
    rowNo: [from.rowNo, rowNo],
  });
  if (isSame) {
    const repeats = current.importId !== importId && lot.state === 'picked_up';
    const outcome: RowOutcome = { ...result, outcome: 'unchanged', ...notes };
    return repeats ? { outcome: { ...outcome, changes: moved(current) }, confirm: line } : { outcome };
  }
  const judged = { line, differences };
  if (!current) return { outcome: { ...result, outcome: 'add', ...notes }, add: line, judged };
  const all = { ...changes, ...moved(current) };
  return { outcome: { ...result, outcome: 'change', changes: all, ...notes }, update: line, judged };
}

/** The number of the lot of a row: that of its cell, or else that of the whole file. */
export function lotNumberOf({ fields }: StagedRow, { options }: ImportContext): number | undefined {
  const said = fields['lot'];
  return typeof said === 'number' ? said : options.lot;
}

function lotOf(row: StagedRow, context: ImportContext, lots: Known['lots']): ReturnedLot | RowProblem {
  const number = lotNumberOf(row, context);
  const { lot: chosen } = context.options;
  if (number === undefined) {
    const detail =
      'Nothing says to which lot this row belongs. Choose the lot when you upload the file, or fill in the column "District lot".';
    return problem('lot', 'NO_LOT', detail);
  }
  if (chosen !== undefined && number !== chosen) {
    const detail = `This row says lot ${number}, and the file was uploaded for lot ${chosen}. Correct the cell, or upload the file without choosing a lot.`;
    return problem('lot', 'OTHER_LOT_CHOSEN', detail);
  }
  const detail = `There is no lot ${number}. Check the number on the page Lots.`;
  return lots.get(number) ?? problem('lot', 'NO_SUCH_LOT', detail);
}

const TOO_EARLY = 'was not picked up yet, so nothing can have come back. Record the pick-up first.';
const CLOSED: Readonly<Record<LotState, string | null>> = {
  open: TOO_EARLY,
  frozen: TOO_EARLY,
  approved: TOO_EARLY,
  picked_up: null,
  settled: 'is settled, so what came back does not change any more.',
  cancelled: 'was canceled, so its devices never left. Check the number of the lot.',
};

function lotProblem({ number, state }: ReturnedLot): RowProblem | undefined {
  const why = CLOSED[state];
  if (why === null) return undefined;
  const code = { settled: 'LOT_SETTLED', cancelled: 'LOT_CANCELLED' }[state as string] ?? 'LOT_NOT_PICKED_UP';
  return problem('lot', code, `Lot ${number} ${why}`);
}

export function factsOf(line: StoredLine | undefined): LineFacts {
  const facts: Record<string, unknown> = { ...NOTHING };
  if (line) for (const name of Object.keys(NOTHING) as (keyof LineFacts)[]) facts[name] = line[name];
  return facts as unknown as LineFacts;
}

const dollars = (cents: string): string => `$${(Number(cents) / 100).toFixed(2)}`;

const WORDS: Readonly<Record<ReturnedReason, (one: FoundDifference) => string>> = {
  not_in_file: () => 'The file does not have this device of the manifest.',
  not_received: () => 'The recipient did not receive this device.',
  unknown_code: () => 'No device of the district has this code.',
  not_on_lot: () => 'This device is not on the lot.',
  not_taken: () => 'The driver did not take this device.',
  other_lot: ({ found }) => `This device is on lot ${found}.`,
  serial_of_other: ({ expected }) =>
    `The serial number belongs to another device. By its tag it should be ${expected || 'a device without one'}.`,
  other_serial: ({ expected }) => `By its asset tag, the device should have the serial number ${expected}.`,
  tag_of_other: ({ expected }) =>
    `The asset tag belongs to another device. By its serial number it should be ${expected || 'a device without one'}.`,
  below_offer: ({ expected, found }) =>
    `The price is ${dollars(found)}, and the offer was ${dollars(expected)}.`,
  below_grade: ({ expected, found }) => `The grade is ${found}, and the manifest says ${expected}.`,
  below_total: ({ expected, found }) =>
    `The prices add up to ${dollars(found)}, and the price on record is ${dollars(expected)}.`,
  failed: () => 'Removing the data failed.',
  data_found: () => 'There was data on this device.',
  not_done: () => 'The data was not removed.',
};

const CODES = {
  missing: 'DEVICE_MISSING_AT_RECIPIENT',
  extra: 'DEVICE_NOT_ON_LOT',
  swapped: 'DEVICE_SWAPPED',
  price_cut: 'PRICE_CUT',
  not_wiped: 'NOT_WIPED',
} as const;

function notesOf(one: FoundDifference, asksAgain: boolean): RowNote[] {
  const detail = `${WORDS[one.reason](one)} Rollcall opens a difference that somebody has to settle.`;
  const note = { column: null, code: CODES[one.kind], detail };
  return one.kind === 'not_wiped' && asksAgain ? [note, CERTIFICATES_AGAIN] : [note];
}

const CERTIFICATES_AGAIN: RowNote = {
  column: 'sanitization',
  code: 'CERTIFICATES_ASKED_AGAIN',
  detail:
    'The wipe certificates of this lot were filed or waived before. Rollcall asks for them again, and keeps the paper and its reference. File the certificates with one for this device.',
};
