import type { INestApplication, Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SESSION_COOKIE } from '../access/routes/access.guard.js';
import { answersOf } from './answers.js';
import { exampleOf, unusedExamples } from './examples/example-of.js';
import { headersOf, parametersOf } from './parameters.js';
import { applyRules } from './request-rules.js';
import { routeFacts } from './route-facts.js';
import type { RouteCode, Schema } from './schema.js';

/** What the build reads off the code (`scripts/route-schemas.mjs`). */
interface RouteSchemas {
  /** By operation id. */
  operations: Record<string, RouteCode>;
  schemas: Record<string, Schema>;
}

/** What Nest says of a route, which is where the rest is put. */
interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  parameters?: object[];
  requestBody?: object;
  responses: object;
  security?: object[];
}

/** Beside `src` in `dist`. */
const ROUTE_SCHEMAS = join(import.meta.dirname, '../../route-schemas.json');

const SIGNED_IN = [{ token: [] }, { session: [] }];

/** Serves the OpenAPI document and its page. */
export function documentApi(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => apiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    ui: true,
  });
}

/**
 * The API as OpenAPI 3.1. Nest lists the routes; shapes come from the types of the code, bounds from the rules that
 * check each request, and answers from the decorators of the routes and the refusals within their reach.
 */
export function apiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Rollcall')
    .setDescription('The device register of a school district.')
    .setVersion('1')
    .addServer('/')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'An API token, which begins with `rc_`.' },
      'token',
    )
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  const { operations, schemas } = JSON.parse(readFileSync(ROUTE_SCHEMAS, 'utf8')) as RouteSchemas;
  const controllers = controllersOf(app);
  for (const routes of Object.values(document.paths))
    for (const operation of Object.values(routes as Record<string, Operation>)) {
      const { operationId } = operation;
      const [controllerName = '', method = ''] = operationId.split('_');
      const controller = controllers.get(controllerName);
      const code = operations[operationId];
      if (!controller || !code) throw new Error(`The build does not know the route ${operationId}.`);
      completeOperation(operation, controller, method, code, schemas);
    }
  const unused = unusedExamples(Object.keys(operations));
  if (unused.length > 0) throw new Error(`No route has these examples: ${unused.join(', ')}.`);
  document.components = {
    ...document.components,
    schemas,
  };
  return document;
}

function controllersOf(app: INestApplication): Map<string, Type> {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = modules.flatMap((module) => [...module.controllers.values()]);
  return new Map(controllers.map(({ metatype }) => [metatype?.name ?? '', metatype as Type]));
}

function completeOperation(
  operation: Operation,
  controller: Type,
  method: string,
  code: RouteCode,
  schemas: Record<string, Schema>,
): void {
  const facts = routeFacts(controller, method);
  const schemaOf = (name: string): Schema | undefined => schemas[name];
  if (facts.query && code.query) applyRules(facts.query, code.query, schemaOf);
  const body = facts.body && schemas[facts.body.name];
  if (facts.body && body) applyRules(facts.body, body, schemaOf);
  if (body && facts.method === 'PATCH') body['minProperties'] = 1;
  if (code.body && facts.body)
    operation.requestBody = {
      required: true,
      content: {
        'application/json': { schema: code.body, example: exampleOf(operation.operationId, facts.body) },
      },
    };
  operation.parameters = [...parametersOf(facts, code), ...headersOf(facts)];
  const [status = '200'] = Object.keys(operation.responses).filter((one) => one.startsWith('2'));
  operation.responses = answersOf(status, facts, code);
  operation.security = facts.need === 'public' ? [] : SIGNED_IN;
  operation.summary = code.comment.split(/(?<=[.:;])\s/)[0]?.replace(/[.:;]$/, '') ?? '';
  operation.description = code.comment;
}
