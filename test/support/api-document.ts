import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Response } from 'supertest';
import { prepare } from '../../scripts/prepare.mjs';

interface Content {
  schema: object;
  example?: unknown;
}

interface Answer {
  headers?: Record<string, { required?: boolean }>;
  content?: Record<string, Content>;
}

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
}

/** One route, as the document describes it. */
export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters: Parameter[];
  security: object[];
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, Answer>;
}

interface ApiDocument {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

await prepare(() => undefined);

/** The document that the build wrote: Jest cannot load what makes it. */
const DOCUMENT = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../dist/openapi.json'), 'utf8'),
) as ApiDocument;

/** Every route by its name in the table of routes, such as `GET /sites/:id`. */
export const OPERATIONS = new Map(
  Object.entries(DOCUMENT.paths).flatMap(([path, routes]) =>
    Object.entries(routes).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path.replace(/^\/api\/v1/, '').replace(/\{(\w+)\}/g, ':$1')}`,
      operation,
    ]),
  ),
);

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(DOCUMENT, 'rollcall');
const compiled = new Map<object, ValidateFunction>();

/** What is wrong with a value by a schema of the document, or nothing. */
export function faultsOf(schema: object, value: unknown): string[] {
  const validate = compiled.get(schema) ?? ajv.compile(inDocument(schema));
  compiled.set(schema, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message = '' }) => `${instancePath || 'it'} ${message}`,
  );
}

/** References of the document, from a schema that is taken out of it. */
function inDocument(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"rollcall#/components')) as object;
}

/** What an answer has that the document does not say, or lacks that it does. */
export function undocumented({ responses }: Operation, answer: Response): string[] {
  const said = responses[answer.status];
  if (!said) return [`${answer.status} is not documented: ${answer.text}`];
  const missing = Object.entries(said.headers ?? {})
    .filter(([name, { required }]) => required && answer.headers[name] === undefined)
    .map(([name]) => `${answer.status} has no header ${name}`);
  if (answer.headers['etag'] !== undefined && !said.headers?.['etag'])
    missing.push(`${answer.status} has an ETag, which is not documented`);
  const type = answer.type;
  const content = said.content?.[type];
  if (!said.content) return [...missing, ...(type ? [`${answer.status} has a body of ${type}`] : [])];
  if (!content) return [...missing, `${answer.status} comes as ${type || 'nothing'}: ${answer.text}`];
  if (type !== 'application/json' && !type.endsWith('+json')) return missing;
  const body: unknown = JSON.parse(answer.text);
  return [...missing, ...faultsOf(content.schema, body).map((fault) => `${answer.status}: ${fault}`)];
}
