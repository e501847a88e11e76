/** What a cell's text means, or why it means nothing. */
export type Parsed<T> = { ok: true; value: T } | ParseFailure;

export interface ParseFailure {
  ok: false;
  /** Stable, upper snake case. */
  code: string;
  /** A sentence for the person who has to mend the cell. */
  detail: string;
}

export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function failed(code: string, detail: string): ParseFailure {
  return { ok: false, code, detail };
}
