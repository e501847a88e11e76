import { type CursorKey, decodeCursor } from '../../common/paging.js';
import { type Param, sqlParameters } from '../../database/sql-parameters.js';
import { siteFilter } from '../scope.js';
import { type Asking, assertOfDistrict, type List, type ListAsked } from './list.js';

export interface ListStatement {
  sql: string;
  parameters: unknown[];
}

/** A list and its sort as a cursor names them. */
export function cursorName({ name }: { name: string }, sort: string): string {
  return `${name} ${sort}`;
}

/** The sort that is asked for, else that of the list. */
export function sortOf<Query extends object>(
  { sorts, sort }: List<unknown, Query>,
  query: ListAsked,
): string {
  return query.sort ?? sort ?? Object.keys(sorts)[0] ?? '';
}

/** What a page begins after, by its sort; undefined on the first. @throws InvalidInput for another list's cursor */
export function lastOf<Query extends object>(
  list: List<unknown, Query>,
  query: ListAsked,
): CursorKey | undefined {
  const sort = sortOf(list, query);
  return query.cursor === undefined
    ? undefined
    : decodeCursor(cursorName(list, sort), query.cursor, keysOf(list, sort).length);
}

/** @param page which rows; without it all of them, which then come without what a cursor is made of */
export function rowsSql<Query extends object>(
  list: List<unknown, Query>,
  at: Asking,
  query: Query & ListAsked,
  page: { after?: CursorKey; limit?: number } = {},
): ListStatement {
  const sort = sortOf(list, query);
  const keys = keysOf(list, sort);
  const isDown = sort.startsWith('-');
  const { parameters, param, select, conditions } = begin(list, at, query);
  conditions.push(...filtersOf(list, at, query, param));
  // One comparison of whole rows, so that an index finds where the page begins.
  if (page.after)
    conditions.push(`(${keys.join(', ')}) ${isDown ? '<' : '>'} (${page.after.map(param).join(', ')})`);
  const order = ` ORDER BY ${keys.map((key) => (isDown ? `${key} DESC` : key)).join(', ')}`;
  const isPage = page.limit !== undefined;
  const rows =
    (isPage ? withKey(select, cursorKeyOf(keys)) : select) +
    conditions.map((condition) => ` AND ${condition}`).join('') +
    (list.groupBy ? ` GROUP BY ${list.groupBy}` : '') +
    order +
    (isPage ? ` LIMIT ${param(page.limit)}` : '');
  if (list.joined === undefined) return { sql: rows, parameters };
  const joined = isPage ? withKey(list.joined, '"cursorKey"') : list.joined;
  return { sql: `WITH page AS MATERIALIZED (${rows}) ${joined}${order}`, parameters };
}

/** One row that the caller reaches, by its id. */
export function rowSql<Query extends object>(
  list: List<unknown, Query>,
  at: Asking,
  id: string,
  lock: string,
): ListStatement {
  if (list.id === undefined) throw new Error(`The list ${list.name} does not say what finds one row.`);
  const { parameters, param, select, conditions } = begin(list, at, {} as Query);
  const found = [...conditions, `${list.id} = ${param(id)}`].map((condition) => ` AND ${condition}`);
  return { sql: `${select}${found.join('')} ${lock}`, parameters };
}

function keysOf<Query extends object>(list: List<unknown, Query>, sort: string): readonly string[] {
  const keys = (list.sorts as Record<string, readonly string[]>)[sort.replace('-', '')];
  if (!keys) throw new Error(`The list ${list.name} has no sort ${sort}.`);
  return keys;
}

/** What holds for every row that the caller may see at all. */
function begin<Query extends object>(
  list: List<unknown, Query>,
  at: Asking,
  query: Query,
): { parameters: unknown[]; param: Param; select: string; conditions: string[] } {
  const { scope } = at;
  const hasSites = typeof list.reach === 'string' && !['district', 'subject'].includes(list.reach);
  const { parameters, param } = sqlParameters(scope.districtId, ...(hasSites ? [siteFilter(scope)] : []));
  const select = typeof list.select === 'string' ? list.select : list.select(param, query, at);
  assertOfDistrict(list.name, select);
  const conditions: string[] = [];
  if (typeof list.reach === 'function') conditions.push(`(${list.reach(param, at, query)})`);
  // Two texts, so that PostgreSQL need not plan for both at once.
  else if (hasSites)
    conditions.push(scope.sites === 'all' ? '$2::uuid[] IS NULL' : `${list.reach} = ANY ($2::uuid[])`);
  return { parameters, param, select, conditions };
}

function filtersOf<Query extends object>(
  list: List<unknown, Query>,
  at: Asking,
  query: Query,
  param: Param,
): string[] {
  return Object.entries(list.filters).flatMap(([name, filter]) => {
    const value = query[name as keyof Query];
    if (value === undefined || value === null || filter === 'in select') return [];
    return `(${(filter as (value: unknown, param: Param, at: Asking) => string)(value, param, at)})`;
  });
}

/** PostgreSQL writes it: JavaScript's dates end at milliseconds, and would skip the other rows of a millisecond. */
function cursorKeyOf(keys: readonly string[]): string {
  return `json_build_array(${keys.join(', ')}) AS "cursorKey"`;
}

function withKey(select: string, key: string): string {
  return select.replace(/^\s*SELECT\s/, () => `SELECT ${key}, `);
}
