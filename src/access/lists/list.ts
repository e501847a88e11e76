import type { Param } from '../../database/sql-parameters.js';
import type { Scope } from '../scope.js';

/** What every list may be asked for. */
export interface ListAsked {
  limit?: number;
  cursor?: string;
  /** Name of a sort; with `-` before it, the other way round. */
  sort?: string;
  format?: string;
}

/** Who asks, and when. */
export interface Asking {
  readonly scope: Scope;
  readonly now: Date;
  /** Calendar date in the district's time zone. */
  readonly today: string;
}

/** A condition, for the value that somebody filters by. */
type Filter<Value> = (value: Value, param: Param, at: Asking) => string;

/** The name of a sort without its direction. */
type SortName<Sort> = Sort extends `-${infer Name}` ? Name : Sort extends string ? Sort : never;

type SortsOf<Query> = Query extends { sort: infer Sort } ? SortName<Sort> : string;

/** One list of the API: what its rows are, who sees which, and what they can be filtered and sorted by. */
export interface ListDeclaration<Query extends object> {
  /** Its cursors carry it, so that no other list takes them. */
  name: string;
  /**
   * The statement up to the conditions of its `WHERE`, which end it: reach, filters and cursor follow with `AND`. `$1`
   * is the district. Where `reach` is a column, `$2` are the ids of the sites in reach, or null for all.
   */
  select: string | ((param: Param, query: Query, at: Asking) => string);
  /**
   * Which rows the caller may see. A column: the rows whose site, by the id in that column, is in the caller's reach. A
   * condition: the rows for which it is true. `district`: all rows of the district. `subject`: all rows, because they
   * belong to one thing, and the service has checked that the caller reaches it.
   */
  reach: string | ((param: Param, at: Asking, query: Query) => string);
  /** Every parameter of the query but those of all lists; `in select` for one that `select` uses itself. */
  filters: {
    [Name in Exclude<keyof Query, keyof ListAsked>]-?: Filter<NonNullable<Query[Name]>> | 'in select';
  };
  groupBy?: string;
  /**
   * By name: expressions in the order of an index that begins with the district. Together they tell all rows apart, and
   * none is ever null: for a column that may be, use the expression of its index, such as `coalesce(d.tag, '')`.
   */
  sorts: Record<SortsOf<Query>, readonly string[]>;
  /** Applies where the query has no sort. */
  sort?: string;
  /** The column that finds one row by itself. */
  id?: string;
  /**
   * A statement over the rows of the page, which it calls `page`, for a list that joins much: the page is cut before
   * anything is joined to it.
   */
  joined?: string;
}

declare const rowOf: unique symbol;

/** A declared list. Its rows are of the type `Row`. */
export interface List<Row, Query extends object> extends ListDeclaration<Query> {
  readonly [rowOf]?: Row;
}

const declared = new Map<string, List<unknown, never>>();

/** Declares a list; `Lists` runs it. Filters of each request, paging, sorting and files follow from what it says. */
export function list<Row, Query extends object>(declaration: ListDeclaration<Query>): List<Row, Query> {
  const { name, select } = declaration;
  if (declared.has(name)) throw new Error(`There are two lists called ${name}.`);
  if (typeof select === 'string') assertOfDistrict(name, select);
  declared.set(name, declaration);
  return declaration;
}

/** Every list that has been declared. */
export function declaredLists(): List<unknown, never>[] {
  return [...declared.values()];
}

/** @throws Error where the rows are not those of the caller's district */
export function assertOfDistrict(name: string, select: string): void {
  if (!/\bWHERE\b[^]*\bdistrict_id = \$1/.test(select))
    throw new Error(`The list ${name} does not say WHERE … district_id = $1.`);
}
