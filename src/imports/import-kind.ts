import type { Permission, Scope } from '../access/scope.js';
import type { Tx } from '../database/tx.js';
import type { FirstYear } from '../common/time/days-and-times.js';

/** Whether a text that looks like a placeholder is a real code of the district all the same. */
export type IsOwnCode = (field: string, code: string) => boolean;

/** How a cell of a column becomes a value. A `name` is a person's: there are families called None and Null. */
export type CellType = 'text' | 'name' | 'code' | 'date' | 'cents' | 'integer' | 'number' | 'boolean';

/** One thing a kind of row knows, and the words by which files call it. */
export interface ImportField {
  /** Name in the staged row. */
  name: string;
  /** Header in our own template. */
  header: string;
  type: CellType;
  /** Other headers that mean this, compared without case, spaces and punctuation. */
  synonyms?: readonly string[];
  /** The only values allowed, with the words that mean each. */
  oneOf?: Readonly<Record<string, readonly string[]>>;
  /** A row without it is refused. */
  required?: boolean;
  /** Whether the word CLEAR may empty it. */
  clearable?: boolean;
  /** Characters; 500 where nothing is said. */
  maxLength?: number;
  /** First year that a date may have; 1970 where nothing is said. */
  firstYear?: FirstYear;
  /** Whether a code stands where there is none; it is read as a blank cell. */
  isPlaceholder?: (code: string) => boolean;
  /** Whether a date may be an instant, such as `2019-03-25T04:59:59Z`: it stays as it is, and the kind finds its day. */
  takesInstants?: true;
  /** Whether it identifies a record, as a code does: a damaged one would match or create the wrong record. */
  isKey?: true;
}

/** A mapping that comes with Rollcall, for the export of another system. */
export interface ReadyMapping {
  name: string;
  /** Header as the file has it → field; headers are compared without case, spaces and punctuation. */
  columns: Readonly<Record<string, string>>;
  /** Headers that give the file away; the mapping is guessed when all of them are there. */
  signature: readonly string[];
  /** Values for fields that such a file never has. */
  constants?: Readonly<Record<string, string>>;
  /** Words of that system for our `oneOf` values, by field. */
  words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Parsed cells by field name. Missing: blank, keeps what is there. Null: CLEAR. Dates `YYYY-MM-DD` unless instants are taken, money cents. */
export type RowFields = Record<string, string | number | boolean | null>;

/** A problem with a row: the column, what is wrong, and what to do. */
export interface RowProblem {
  column: string | null;
  code: string;
  detail: string;
}

/**
 * Something that Rollcall did with a row that the file did not literally ask for: it read, replaced, added or kept
 * a value. A note never refuses a row.
 */
export interface RowNote {
  /** The field of the note. The answer shows the header of the field's column in the file. */
  column: string | null;
  /** A stable code in capitals. The plan counts rows by it. */
  code: string;
  /** What the file says, what Rollcall did instead, and how to get something else. */
  detail: string;
}

/**
 * A key that is only unique within something, such as a serial number within its maker. Two rows with the same key are
 * the same thing unless both say within what (`of`) and differ in that.
 */
export interface RowKey {
  key: string;
  /** Empty where the row does not say. */
  of: string;
}

/** A row that was read and staged. */
export interface StagedRow {
  /** Line in the file as a spreadsheet shows it. */
  rowNo: number;
  /** UUIDv7 made at staging: the id of what this row creates, so that it can never be created twice. */
  newId: string;
  fields: RowFields;
  /** What the rehearsal said, where there was one. */
  rehearsed?: { outcome: Outcome; targetId: string | null; targetVersion: number | null };
}

export type Outcome = 'add' | 'change' | 'unchanged' | 'refused' | 'held';

/** What becomes of one row. */
export interface RowOutcome {
  rowNo: number;
  outcome: Outcome;
  targetId: string | null;
  /** Version of the target before the change; a commit holds back rows whose target moved on since. */
  targetVersion: number | null;
  /** Field → [before, after]; ids as they are. An unchanged row has some only where its undo must take something back. */
  changes?: Record<string, [unknown, unknown]>;
  problems?: RowProblem[];
  /** What the file did not literally ask for; the engine adds what was noted when the row was read. */
  notes?: RowNote[];
  /** What it does to counts: how many more devices, by site code. */
  countChange?: { site: string; delta: number }[];
}

/** Settings of the import other than the mapping. */
export interface ImportOptions {
  /** Import every row or none. Limited to files with 50,000 rows. */
  allOrNothing?: boolean;
  /** Fields in which the file overwrites a value that a person set. Other fields keep such a value. */
  overwrite?: 'all' | readonly string[];
  /** School year such as `2025-26`, for rows without a year. */
  schoolYear?: string;
  /** Number of the lot that a file of kind `settlements` is about, for rows without one. */
  lot?: number;
}

/** What one run of an import knows. */
export interface ImportContext {
  scope: Scope;
  importId: string;
  changeSetId: string;
  mode: 'rehearse' | 'commit';
  options: ImportOptions;
  /** What a kind keeps from one lot of rows to the next; gone where one had to be tried again. */
  memory: Map<string, unknown>;
  /** Called once the rows are judged and about to be written: from then on the rows after them may be judged. */
  judged?: () => void;
  /** While undoing: the change set that is taken back. */
  undoes?: string;
}

/** One row that an undo could not take back, and why. */
export interface UndoException {
  targetId: string;
  detail: string;
}

/** What a kind must know of a row to decide whether it may be shown. */
export interface ShownRow {
  targetId: string | null;
  changes: Record<string, [unknown, unknown]> | null;
}

/** What somebody is about to see of an import. */
export interface ShownRows<Row extends ShownRow> {
  importId: string;
  /** The file is what was uploaded, cell by cell, also where no column of ours means it. */
  as: 'rows' | 'file';
  rows: Row[];
}

/**
 * What a module registers so that its rows can come from files. The engine reads, maps, stages, chunks, counts
 * and reports; the kind judges rows and applies them.
 */
export interface ImportKind {
  readonly kind: string;
  readonly permission: Permission;
  /** Who else may import this kind. The kind limits what their rows can change. */
  allows?(scope: Scope): boolean;
  readonly fields: readonly ImportField[];
  readonly mappings: readonly ReadyMapping[];
  /** Checks that need the whole row and no database. What they read otherwise than it is written goes to `notes`. */
  check?(fields: RowFields, notes: RowNote[]): RowProblem[];
  /**
   * Called before rows are shown to somebody, for a kind whose rows may name people: refuses who may not read them,
   * logs who did, and returns what may be shown.
   */
  show?<Row extends ShownRow>(scope: Scope, shown: ShownRows<Row>): Promise<Row[]>;
  /** Which codes of a field look like placeholders and are real ones of the district. */
  ownCodes?(districtId: string): Promise<IsOwnCode>;
  /** What makes two rows of one file the same thing; the later row is refused. */
  identify(fields: RowFields): (string | RowKey)[];
  /**
   * Makes what the rows name and nothing has yet, in a transaction of its own: left to theirs, rows that name the
   * same new thing would wait for each other.
   */
  prepare?(context: ImportContext, rows: StagedRow[]): Promise<void>;
  /**
   * Judges the rows and, when committing, applies them within `tx`, in row order. A fixed number of statements
   * whatever the number of rows. Must return one outcome for each row.
   */
  process(tx: Tx, context: ImportContext, rows: StagedRow[]): Promise<RowOutcome[]>;
  /**
   * Called when a commit was cancelled or failed, in the transaction that ends it, for a kind that does something at the
   * end of a file. Rows up to `through` are in.
   */
  stopped?(tx: Tx, context: Pick<ImportContext, 'scope' | 'importId'>, through: number): Promise<void>;
  /** Takes back what a committed import did, `outcomes` at a time; returns what it had to leave. */
  undo(tx: Tx, context: ImportContext, outcomes: RowOutcome[]): Promise<UndoException[]>;
}

/** Whether the target moved on between rehearsal and commit, so that the row must be held back. */
export function movedOn(row: StagedRow, targetId: string | null, targetVersion: number | null): boolean {
  const { rehearsed, newId } = row;
  if (!rehearsed || rehearsed.outcome === 'refused') return false;
  // What a row adds may go by no id yet, or by the one it will have.
  return (rehearsed.targetId ?? newId) !== (targetId ?? newId) || rehearsed.targetVersion !== targetVersion;
}

/** The outcome of a row that was held back. */
export function heldBack(rowNo: number, targetId: string | null): RowOutcome {
  return {
    rowNo,
    outcome: 'held',
    targetId,
    targetVersion: null,
    problems: [
      {
        column: null,
        code: 'CHANGED_SINCE_REHEARSAL',
        detail:
          'Somebody changed this record after the check of the file. Look at it, and then upload this row again.',
      },
    ],
  };
}
