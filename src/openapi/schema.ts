/** A JSON Schema, as far as we look into one. */
export interface Schema {
  [keyword: string]: unknown;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  description?: string;
}

/** What the build reads off the code of a route (`scripts/route-schemas.mjs`). */
export interface RouteCode {
  /** The doc comment of the handler. */
  comment: string;
  query?: Schema;
  body?: Schema;
  answer?: Schema;
  /** Refusals that the handler can reach. */
  refusals: { kind: string; code?: string }[];
  /** Headers that the handler sets on its answer. */
  headers: string[];
}
