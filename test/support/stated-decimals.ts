import { readFileSync } from 'node:fs';
import { prepare } from '../../scripts/prepare.mjs';

await prepare(() => undefined);

interface Schema {
  $ref?: string;
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
}

interface Document {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: Schema }> }> }>
  >;
  components: { schemas: Record<string, Schema> };
}

/** A number of an answer that is not whole, and how many decimals the API's document states for it. */
export interface Fraction {
  path: string;
  value: number;
  stated: number | null;
}

const document = (): Document =>
  JSON.parse(readFileSync(new URL('../../dist/openapi.json', import.meta.url), 'utf8')) as Document;

/** The numbers of an answer that are not whole. @param route such as `get /support-load` */
export function fractionsOf(route: string, answer: unknown): Fraction[] {
  const { paths, components } = document();
  const [method = '', path = ''] = route.split(' ');
  const schema = paths[`/api/v1${path}`]?.[method]?.responses['200']?.content?.['application/json']?.schema;
  if (!schema) throw new Error(`the document has no answer of ${route}`);
  const found: Fraction[] = [];
  const walk = (value: unknown, said: Schema[], where: string, inherited: number | null): void => {
    const schemas = said.flatMap((one) => unfolded(one, components.schemas));
    const stated = statedIn(schemas) ?? inherited;
    if (typeof value === 'number' && !Number.isInteger(value)) found.push({ path: where, value, stated });
    if (Array.isArray(value))
      for (const item of value as unknown[])
        walk(
          item,
          schemas.flatMap(({ items }) => items ?? []),
          `${where}[]`,
          stated,
        );
    else if (value !== null && typeof value === 'object')
      for (const [name, own] of Object.entries(value))
        walk(
          own,
          schemas.flatMap(({ properties }) => properties?.[name] ?? []),
          `${where}.${name}`,
          null,
        );
  };
  walk(answer, [schema], path, null);
  return found;
}

function unfolded(schema: Schema, named: Record<string, Schema>): Schema[] {
  const { $ref, oneOf = [], anyOf = [], allOf = [] } = schema;
  const target = $ref && named[$ref.split('/').at(-1) ?? ''];
  return [
    schema,
    ...[...(target ? [target] : []), ...oneOf, ...anyOf, ...allOf].flatMap((one) => unfolded(one, named)),
  ];
}

function statedIn(schemas: readonly Schema[]): number | null {
  for (const { description = '' } of schemas) {
    const found = /with (\d) decimals?/i.exec(description)?.[1];
    if (found) return Number(found);
  }
  return null;
}

export function decimalsOf(value: number | string): number {
  return /e-/.test(String(value)) ? 99 : (String(value).split('.')[1]?.length ?? 0);
}
