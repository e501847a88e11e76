import { withoutNull } from './request-rules.js';
import type { RouteFacts } from './route-facts.js';
import type { RouteCode, Schema } from './schema.js';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: Schema;
  style?: 'form';
  explode?: boolean;
}

/** The parameters in the path and in the query of a route. */
export function parametersOf({ path }: RouteFacts, { query }: RouteCode): Parameter[] {
  const inPath = Object.entries(path).map(([name, schema]): Parameter => ({
    name,
    in: 'path',
    required: true,
    schema,
  }));
  const inQuery = Object.entries(query?.properties ?? {}).map(
    ([name, { description, ...schema }]): Parameter => ({
      name,
      in: 'query',
      required: query?.required?.includes(name) ?? false,
      ...(description ? { description } : {}),
      // Everything in a query is text, and null is not.
      schema: withoutNull(schema),
      // Lists are separated by commas.
      ...(schema.type === 'array' ? { style: 'form', explode: false } : {}),
    }),
  );
  return [...inPath, ...inQuery];
}

/** The headers that a route reads. */
export function headersOf({ takesIfMatch, needsIfMatch, takesIdempotencyKey }: RouteFacts): Parameter[] {
  const headers: Parameter[] = [];
  if (takesIfMatch)
    headers.push({
      name: 'If-Match',
      in: 'header',
      required: needsIfMatch,
      description: 'The `ETag` that you read, or `*` to change any version.',
      schema: { type: 'string', pattern: '^(\\*|(W/)?"\\d+")$' },
    });
  if (takesIdempotencyKey)
    headers.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description:
        'A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again.',
      schema: { type: 'string', pattern: '^[!-~](?:[ -~]{0,198}[!-~])?$' },
    });
  return headers;
}
