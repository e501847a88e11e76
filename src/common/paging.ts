import { applyDecorators } from '@nestjs/common';
import { Matches, MaxLength } from 'class-validator';
import { IfGiven, QueryInteger } from './http/request-fields.js';
import { InvalidInput } from './refusal.js';

const CURSOR = /^[\w-]+$/;

/** A cursor has the letters of base64url. Only the server knows which ones name a page. */
export function Cursor(): PropertyDecorator {
  return applyDecorators(
    Matches(CURSOR, { message: '$property must be a nextCursor that this list has given' }),
    MaxLength(2000),
  );
}

/** The two parameters of every list. */
export class PageQuery {
  /** How many rows at the most, 1 to 200. */
  @IfGiven()
  @QueryInteger(1, 200)
  limit: number = 50;

  /** `nextCursor` of the page before. */
  @IfGiven()
  @Cursor()
  cursor?: string;
}

/** One page of any list; `nextCursor` is null on the last. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** Sort values of the last row of a page, in the order of the sort, id last. */
export type CursorKey = (string | number | boolean | null)[];

/** A cursor is opaque to callers; inside it are the sort it belongs to and the last row's sort values. */
export function encodeCursor(sort: string, key: CursorKey): string {
  return Buffer.from(JSON.stringify([sort, ...key])).toString('base64url');
}

/** @throws InvalidInput when it was not made by us, or for another sort */
export function decodeCursor(sort: string, cursor: string, length: number): CursorKey {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parsed) && parsed[0] === sort && parsed.length === length + 1)
      return parsed.slice(1) as CursorKey;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new InvalidInput(
    'This cursor does not belong to this list and sort; start again without one.',
    [
      {
        field: 'cursor',
        code: 'BAD_CURSOR',
        detail: 'use nextCursor of the page before, with the same sort',
      },
    ],
    'BAD_CURSOR',
  );
}

/**
 * Selects the sort values of a row, for `pageByKey`. PostgreSQL writes them: JavaScript's dates end at milliseconds,
 * and a cursor that ends there skips the other rows of its millisecond.
 * @param columns in the order of the sort, the id last
 */
export function cursorKey(...columns: string[]): string {
  return `json_build_array(${columns.join(', ')}) AS "cursorKey"`;
}

/** A row that was selected with `cursorKey`. */
export type Keyed<T> = T & { cursorKey: CursorKey };

/** As `pageOf`, for a list whose rows were selected with `cursorKey`. */
export function pageByKey<T>(rows: Keyed<T>[], limit: number, sort: string): Page<T> {
  const { items, nextCursor } = pageOf(rows, limit, sort, (row) => row.cursorKey);
  return { items: items.map(({ cursorKey: _, ...item }) => item as T), nextCursor };
}

/** Cuts the one row too many that a query asked for, and makes the cursor from the last row kept. */
export function pageOf<T>(rows: T[], limit: number, sort: string, keyOf: (row: T) => CursorKey): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(sort, keyOf(last)) : null };
}
