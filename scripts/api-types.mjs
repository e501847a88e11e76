/**
 * Part of the build: the types that the browser app has of the API, from its OpenAPI document. Fails where they are
 * not what stands in src/web/api/schema.ts; with `--write` they are written there.
 */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import openapiTypes, { astToString } from 'openapi-typescript';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const TYPES = join(ROOT, 'src/web/api/schema.d.ts');
const built = (name) => import(pathToFileURL(join(ROOT, 'dist/src', name)).href);

const { AppModule } = await built('app.module.js');
const { prefixRoutes } = await built('app.js');
const { apiDocument } = await built('openapi/api-document.js');
const { readSettings } = await built('config/settings.js');

// A preview makes nothing that the modules provide, so that it needs no database.
const module = AppModule.with(readSettings({}), 'postgres://nobody@127.0.0.1:1/nothing');
const app = await NestFactory.create(module, new FastifyAdapter(), {
  preview: true,
  abortOnError: false,
  logger: false,
});
prefixRoutes(app);
const document = apiDocument(app);
// For the tests, which cannot load what makes it.
writeFileSync(join(ROOT, 'dist/openapi.json'), JSON.stringify(document));
const nodes = await openapiTypes(withoutRulesBetweenFields(withoutRefusals(structuredClone(document))), {
  alphabetize: true,
});
const types = `// Made by scripts/api-types.mjs from the API's OpenAPI document.\n\n${astToString(nodes)}`;
if (process.argv.includes('--write')) writeFileSync(TYPES, types);
else if (!existsSync(TYPES) || readFileSync(TYPES, 'utf8') !== types) {
  console.error(
    'The types that the browser app has of the API are not those of the API: run npm run api-types, and mend what no longer fits.',
  );
  process.exit(1);
}
process.exit(0);

/** Every refusal has the same shape, whatever its status: the types change with shapes only. */
function withoutRefusals(api) {
  for (const routes of Object.values(api.paths))
    for (const operation of Object.values(routes)) {
      const refusals = Object.entries(operation.responses).filter(([status]) => status >= '400');
      for (const [status] of refusals) delete operation.responses[status];
      if (refusals.length > 0)
        operation.responses.default = { description: '', content: refusals[0][1].content };
    }
  return api;
}

/** What holds between the fields of a body (`BetweenFields`) is for those who send one, and no type can say it. */
function withoutRulesBetweenFields(api) {
  for (const schema of Object.values(api.components.schemas)) delete schema.allOf;
  return api;
}
