/** What a cell's text means, or why it means nothing. */
export type Parsed<T> = { ok: true; value: T; note?: CellNote } | ParseFailure;

/** What a reader must know of a value that does not stand in the cell as it was read. */
export interface CellNote {
  /** Stable, upper snake case. */
  code: string;
  /** A sentence that quotes the cell and says what was made of it. */
  detail: string;
}

export interface ParseFailure {
  ok: false;
  /** Stable, upper snake case. */
  code: string;
  /** A sentence for the person who has to mend the cell. */
  detail: string;
}

export function parsed<T>(value: T, note?: CellNote): Parsed<T> {
  return note ? { ok: true, value, note } : { ok: true, value };
}

export function failed(code: string, detail: string): ParseFailure {
  return { ok: false, code, detail };
}
