import type { Param } from '../../database/sql-parameters.js';

/** An SQL condition on `devices d`. Its values become parameters of the statement that uses it. */
export type Condition = (param: Param) => string;

/** A condition with ids. Callers look up the ids for names first, so that PostgreSQL can use the indexes of devices. */
export function isOneOf(column: string, ids: readonly string[]): Condition {
  return (param) => `d.${column} = ANY (${param(ids)}::uuid[])`;
}
