import { applyDecorators } from '@nestjs/common';
import { IsIn, Matches, MaxLength } from 'class-validator';
import { IfGiven, QueryInteger } from './http/request-fields.js';
import { InvalidInput } from './refusal.js';

const CURSOR = /^[\w-]+$/;

/** A cursor has the letters of base64url. Only the server knows which ones name a page. */
export function Cursor(): PropertyDecorator {
  return applyDecorators(
    Matches(CURSOR, { message: '$property must be the nextCursor of the page before' }),
    MaxLength(2000),
  );
}

/** The two parameters of every list. */
export class PageQuery {
  /** The largest number of rows to return, from 1 to 200. */
  @IfGiven()
  @QueryInteger(1, 200)
  limit: number = 50;

  /** The `nextCursor` of the page before. */
  @IfGiven()
  @Cursor()
  cursor?: string;
}

/** A sort, or the same one the other way round. */
export type BothWays<Sort extends string> = Sort | `-${Sort}`;

/** What a list with these sorts is asked for, as a page or as a file. */
export interface SortedPage<Sort extends string> {
  limit: number;
  cursor?: string;
  sort: BothWays<Sort>;
  format?: string;
}

/** The parameter `sort` of a list: each of these, and with `-` before it the other way round. */
export function SortedBy(...sorts: string[]): PropertyDecorator {
  return applyDecorators(IfGiven(), IsIn(sorts.flatMap((sort) => [sort, `-${sort}`])));
}

/** One page of a list. `nextCursor` is null on the last page. */
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
    'This cursor does not belong to this list and sort. Load the list again from its first page.',
    [
      {
        field: 'cursor',
        code: 'BAD_CURSOR',
        detail: 'Send the nextCursor of the page before, with the same filters and sort.',
      },
    ],
    'BAD_CURSOR',
  );
}

/** A row with the sort values that PostgreSQL wrote for its cursor. */
export type Keyed<T> = T & { cursorKey: CursorKey };

/** Cuts the one row too many that a query asked for, and makes the cursor from the last row kept. */
export function pageOf<T>(rows: Keyed<T>[], limit: number, sort: string): Page<T> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return {
    items: kept.map(({ cursorKey: _, ...item }) => item as T),
    nextCursor: rows.length > limit && last ? encodeCursor(sort, last.cursorKey) : null,
  };
}
