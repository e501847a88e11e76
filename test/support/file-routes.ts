import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(import.meta.dirname, '../../src');

/** Every route that answers with a file of its own, read from the code, such as `GET /devices/export/:format`. */
export function fileRoutes(): string[] {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => /controllers?\.ts$/.test(name))
    .flatMap((name) => routesIn(readFileSync(join(SOURCES, name), 'utf8')))
    .toSorted();
}

function routesIn(source: string): string[] {
  return source.split(/(?=@Controller\()/).flatMap((controller) => {
    const prefix = /^@Controller\('([^']*)'\)/.exec(controller)?.[1] ?? '';
    return controller.split(/(?=\n {2}@(?:Get|Post|Put|Patch|Delete)\()/).flatMap((route) => {
      const [, method, path = ''] = /^\n {2}@(\w+)\((?:'([^']*)')?\)/.exec(route) ?? [];
      if (method === undefined || !route.includes('StreamableFile')) return [];
      return [`${method.toUpperCase()} /${[prefix, path].filter(Boolean).join('/')}`];
    });
  });
}
