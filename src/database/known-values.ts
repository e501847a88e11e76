/** SQL of a check that a column has one of these values, or null; for an entity. */
export function oneOf(column: string, values: readonly string[]): string {
  return `${column} IN (${values.map((value) => `'${value}'`).join(', ')})`;
}

/** SQL of a check that a column of several values has no others than these, or is null; for an entity. */
export function someOf(column: string, values: readonly string[]): string {
  return `${column} <@ ARRAY[${values.map((value) => `'${value}'`).join(', ')}]`;
}
