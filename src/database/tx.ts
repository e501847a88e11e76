/** Anything that runs SQL on one connection. */
export interface Statements {
  query<T = unknown>(sql: string, parameters?: unknown[]): Promise<T>;
}
