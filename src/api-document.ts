import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build reads off the controllers (`scripts/response-schemas.mjs`). */
interface ResponseSchemas {
  /** By operation id. */
  operations: Record<string, object>;
  schemas: Record<string, object>;
}

/** Beside `src` in `dist`. */
const RESPONSE_SCHEMAS = join(import.meta.dirname, '../response-schemas.json');

/** Serves the OpenAPI document and its page. */
export function documentApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => apiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    ui: true,
  });
}

/** The API as OpenAPI: requests from their classes, answers from the types of their routes. */
export function apiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Rollcall')
    .setDescription('The device register of a school district.')
    .setVersion('1')
    .addBearerAuth()
    .addCookieAuth('rollcall_session')
    .build();
  return withAnswers(
    SwaggerModule.createDocument(app, config),
    JSON.parse(readFileSync(RESPONSE_SCHEMAS, 'utf8')) as ResponseSchemas,
  );
}

function withAnswers(document: OpenAPIObject, { operations, schemas }: ResponseSchemas): OpenAPIObject {
  for (const routes of Object.values(document.paths))
    for (const route of Object.values(routes as Record<string, Route>)) {
      const schema = operations[route.operationId ?? ''];
      const [status] = Object.keys(route.responses ?? {}).filter((code) => code.startsWith('2'));
      if (!schema || status === undefined || !route.responses) continue;
      route.responses[status] = { description: '', content: { 'application/json': { schema } } };
    }
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...schemas },
  };
  return document;
}

interface Route {
  operationId?: string;
  responses?: Record<string, object>;
}
