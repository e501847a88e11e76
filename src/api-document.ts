import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build reads off the controllers (`scripts/route-schemas.mjs`). */
interface RouteSchemas {
  /** By operation id. */
  operations: Record<string, { query?: ObjectSchema; body?: object; answer?: object }>;
  schemas: Record<string, ObjectSchema>;
}

interface ObjectSchema {
  properties?: Record<string, { description?: string }>;
  required?: string[];
}

/** Beside `src` in `dist`. */
const ROUTE_SCHEMAS = join(import.meta.dirname, '../route-schemas.json');

/** Serves the OpenAPI document and its page. */
export function documentApi(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => apiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    ui: true,
  });
}

/** The API as OpenAPI: bounds from the classes of requests, shapes from the types of the routes. */
export function apiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Rollcall')
    .setDescription('The device register of a school district.')
    .setVersion('1')
    .addBearerAuth()
    .addCookieAuth('rollcall_session')
    .build();
  return withTypes(
    SwaggerModule.createDocument(app, config),
    JSON.parse(readFileSync(ROUTE_SCHEMAS, 'utf8')) as RouteSchemas,
  );
}

function withTypes(document: OpenAPIObject, { operations, schemas }: RouteSchemas): OpenAPIObject {
  for (const routes of Object.values(document.paths))
    for (const route of Object.values(routes as Record<string, Route>)) {
      const { query, body, answer } = operations[route.operationId ?? ''] ?? {};
      if (query) route.parameters = parametersWith(query, route.parameters);
      if (body && !route.requestBody)
        route.requestBody = { required: true, content: { 'application/json': { schema: body } } };
      const [status] = Object.keys(route.responses ?? {}).filter((code) => code.startsWith('2'));
      if (!answer || status === undefined || !route.responses) continue;
      route.responses[status] = { description: '', content: { 'application/json': { schema: answer } } };
    }
  document.components = {
    ...document.components,
    schemas: { ...schemas, ...withBounds(document.components?.schemas, schemas) },
  };
  return document;
}

/**
 * Of classes that say something of themselves, which is their bounds too. A field with a value of its own may be
 * left out, which only its type knows.
 */
function withBounds(
  documented: Record<string, object> = {},
  schemas: Record<string, ObjectSchema>,
): Record<string, ObjectSchema> {
  const bounded = Object.entries(documented as Record<string, ObjectSchema>)
    .filter(([, { properties = {} }]) => Object.keys(properties).length > 0)
    .map(([name, { required = [], ...schema }]): [string, ObjectSchema] => {
      const needed = required.filter((field) => schemas[name]?.required?.includes(field) ?? true);
      return [name, needed.length > 0 ? { ...schema, required: needed } : schema];
    });
  return Object.fromEntries(bounded);
}

/** Parameters of a query: those that are documented, and those that the document does not have yet. */
function parametersWith(
  { properties = {}, required = [] }: ObjectSchema,
  known: Parameter[] = [],
): Parameter[] {
  const corrected = known.map((parameter) =>
    parameter.in === 'query' && parameter.name in properties
      ? { ...parameter, required: required.includes(parameter.name) }
      : parameter,
  );
  const others = Object.entries(properties)
    .filter(([name]) => !known.some((parameter) => parameter.name === name))
    .map(([name, { description, ...schema }]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      ...(description ? { description } : {}),
      schema,
    }));
  return [...corrected, ...others];
}

interface Parameter {
  name: string;
  in: string;
}

interface Route {
  operationId?: string;
  parameters?: Parameter[];
  requestBody?: object;
  responses?: Record<string, object>;
}
