import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');

const UNDER_DEVICES = [
  'common',
  'config',
  'database',
  'access',
  'jobs',
  'imports',
  'sites',
  'people',
  'catalogue',
];

/**
 * What each module may stand on: the arrows of DESIGN section 2. `operations` stands on `jobs`. `counts` knows
 * movements of units only, so it is kept from what stands to its left as well.
 */
const STANDS_ON: Record<string, readonly string[]> = {
  common: [],
  config: ['common'],
  database: ['common', 'config'],
  periodic: ['common', 'config'],
  secrets: ['common', 'config'],
  access: ['common', 'config', 'database', 'periodic'],
  operations: ['common', 'config', 'database', 'access', 'jobs'],
  steps: ['common', 'config', 'database', 'access'],
  calendar: ['common', 'config', 'database', 'access'],
  openapi: ['common', 'config', 'database', 'access'],
  jobs: ['common', 'config', 'database', 'access', 'periodic'],
  files: ['common', 'config', 'database', 'access'],
  outbox: ['common', 'config', 'database', 'access', 'periodic'],
  imports: ['common', 'config', 'database', 'access', 'steps', 'jobs', 'files', 'periodic'],
  sites: ['common', 'config', 'database', 'access', 'jobs', 'imports'],
  counts: ['common', 'config', 'database', 'access', 'jobs', 'periodic'],
  people: ['common', 'config', 'database', 'access', 'jobs', 'imports', 'sites', 'catalogue'],
  catalogue: ['common', 'config', 'database', 'access', 'jobs', 'imports'],
  devices: [...UNDER_DEVICES, 'counts'],
  'count-evidence': [...UNDER_DEVICES, 'counts', 'devices'],
  scanning: [...UNDER_DEVICES, 'counts', 'devices', 'files'],
  allocation: ['common', 'config', 'database', 'access', 'steps', 'jobs', 'imports', 'sites'],
  'problem-reports': [...UNDER_DEVICES, 'devices', 'steps'],
  reports: [...UNDER_DEVICES, 'counts', 'devices', 'outbox', 'periodic'],
  vendors: ['common', 'config', 'database', 'access', 'calendar', 'outbox'],
  warranty: [
    ...UNDER_DEVICES,
    'counts',
    'devices',
    'files',
    'vendors',
    'steps',
    'scanning',
    'outbox',
    'reports',
    'periodic',
    'calendar',
    'secrets',
  ],
  salvage: [
    ...UNDER_DEVICES,
    'counts',
    'devices',
    'files',
    'vendors',
    'steps',
    'scanning',
    'outbox',
    'reports',
    'periodic',
  ],
  'support-load': [...UNDER_DEVICES, 'counts', 'devices', 'allocation', 'reports', 'warranty'],
};

/** Wiring and the command line see everything, and nothing in a module sees them. */
const WIRING = ['', 'cli'];

/** Files outside of `src/config` that may name `process.env`, and why. */
const ENVIRONMENT_READERS: Record<string, string> = {
  'src/main.ts': 'says more when it cannot start, before there are settings',
  'src/cli/rollcall.ts': 'says more when it fails, before there are settings',
  'src/cli/session.ts': 'passes the environment on with one setting changed',
  'src/cli/bench/bench-process.ts': 'passes the environment on to the servers that are measured',
  'src/cli/bench/floor-server.ts': 'a program of its own, which reads no settings',
  'src/database/embedded/embedded-command.ts':
    'hands the server what any program needs (PATH, LANG), no setting',
};

const LONGEST_FILE = 400;
/** The most files that a folder may hold, not counting its subfolders and specs. */
const MOST_FILES = 15;

function typescriptUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.m?ts$/.test(name) && !name.startsWith('web/'))
    .map((name) => join(folder, name));
}

function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** The module a file belongs to; empty for the wiring right under `src`. */
function moduleOf(file: string): string {
  const folder = dirname(relative(SRC, join(ROOT, file)));
  return folder === '.' ? '' : (folder.split('/')[0] ?? '');
}

/** Own files that a file imports, types included: a type is knowledge too. */
function importsOf(file: string): string[] {
  return ts
    .preProcessFile(textOf(file), true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(ROOT, join(ROOT, dirname(file), name)).replace(/\.js$/, '.ts'));
}

function mayImport(from: string, to: string): boolean {
  if (!to.startsWith('src/'))
    return to.startsWith('migrations/') && from === 'src/database/migrating/migrations.ts';
  const [importer, imported] = [moduleOf(from), moduleOf(to)];
  return importer === imported || WIRING.includes(importer) || (STANDS_ON[importer] ?? []).includes(imported);
}

/** The table of each entity, and the module that it belongs to. */
const ENTITIES = typescriptUnder('src').flatMap((file) =>
  [...textOf(file).matchAll(/@Entity\('([a-z_]+)'\)[^]*?export class (\w+)/g)].map(
    ([, table = '', name = '']) => ({
      table,
      name,
      module: moduleOf(file),
    }),
  ),
);
const OWNERS = new Map(ENTITIES.map(({ table, module }) => [table, module]));

/** Files that write a table of another module, and why. */
const FOREIGN_WRITERS: Record<string, string> = {
  'src/catalogue/catalogue-keys.ts':
    'a migration that made keys anew, of models and of the codes of their devices',
};

/** Tables that some code writes. For `${table}` in a statement, each quoted name in the code counts. */
function tablesIn(text: string): string[] {
  const named = [
    ...text.matchAll(/\b(?:INSERT INTO|UPDATE|DELETE FROM|MERGE INTO)\s+([a-z_]+|\$\{table\})/g),
  ];
  const bySql = named.flatMap(([, name = '']) =>
    name === '${table}' ? [...text.matchAll(/'([a-z_]+)'/g)].map(([, word = '']) => word) : [name],
  );
  const byCopy = [...text.matchAll(/copyRows\(\s*\w+,\s*'([a-z_]+)'/g)].map(([, name = '']) => name);
  const byOrm = [...text.matchAll(/\.(?:insert|update|upsert|save|delete|remove)\(\s*(\w+),/g)].map(
    ([, name]) => ENTITIES.find((entity) => entity.name === name)?.table ?? '',
  );
  // The declaration of steps says which table they write.
  const bySteps = [...text.matchAll(/\bdefineSteps\b[^]*?\btable: '([a-z_]+)'/g)].map(
    ([, name = '']) => name,
  );
  return [...new Set([...bySql, ...byCopy, ...byOrm, ...bySteps])].filter((table) => OWNERS.has(table));
}

const tablesWrittenBy = (file: string): string[] => tablesIn(textOf(file));

/** The pages' files end in `.tsx`, but are imported as `.js` too. */
function asTypescript(file: string): string {
  const page = `${file}x`;
  return existsSync(join(ROOT, page)) ? page : file;
}

/** Ways through the imports that end where they began, each once. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file]);
    else if (!done.has(file)) {
      for (const next of graph.get(file) ?? []) visit(next, [...way, file]);
      done.add(file);
    }
  };
  for (const file of graph.keys()) visit(file, []);
  return circles;
}

/** Specs may lean on what stands to the right, to show that both ends fit; nothing ships with them. */
const SOURCES = typescriptUnder('src').filter((file) => !file.endsWith('.spec.ts'));

describe('the shape of the code', () => {
  it('has a place in the order for every module', () => {
    const modules = new Set(SOURCES.map(moduleOf).filter((name) => !WIRING.includes(name)));
    expect([...modules].toSorted()).toEqual(Object.keys(STANDS_ON).toSorted());
  });

  it('lets arrows point left only', () => {
    const wrong = SOURCES.flatMap((from) =>
      importsOf(from)
        .filter((to) => !mayImport(from, to))
        .map((to) => `${from} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('sees an arrow that points right or sideways, also where only a type is meant', () => {
    expect(mayImport('src/sites/sites.service.ts', 'src/devices/devices.service.ts')).toBe(false);
    expect(mayImport('src/access/scope.ts', 'src/jobs/job.entity.ts')).toBe(false);
    expect(mayImport('src/jobs/jobs.service.ts', 'src/cli/rollcall.ts')).toBe(false);
    expect(mayImport('src/common/log.ts', 'src/app.ts')).toBe(false);
    expect(ts.preProcessFile(`import type { A } from './a.js';`).importedFiles).toHaveLength(1);
  });

  it('ties no knot: no forwardRef, no barrel', () => {
    expect(SOURCES.filter((file) => textOf(file).includes('forwardRef'))).toEqual([]);
    expect(SOURCES.filter((file) => file.endsWith('/index.ts'))).toEqual([]);
  });

  it('has no files that import each other in a circle, the pages included', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join('src', name));
    const graph = new Map(files.map((file) => [file, importsOf(file).map(asTypescript)]));
    expect(graph.get('src/web/labels/labels-page.tsx')).toContain('src/web/labels/print-buttons.tsx');
    expect(circlesIn(graph)).toEqual([]);
    expect(
      circlesIn(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual([['b', 'c', 'b']]);
  });

  it('writes each table in one module', () => {
    const writers = SOURCES.flatMap((file) => tablesWrittenBy(file).map((table) => ({ table, file })));
    expect(new Set(writers.map(({ table }) => table)).size).toBeGreaterThan(50);
    const wrong = writers.filter(
      ({ table, file }) => moduleOf(file) !== 'cli' && moduleOf(file) !== OWNERS.get(table),
    );
    expect(wrong.filter(({ file }) => !FOREIGN_WRITERS[file])).toEqual([]);
    // Every table has an owner, so that one whose name is built from pieces cannot hide.
    expect([...OWNERS.keys()]).toEqual(expect.arrayContaining(['devices', 'rooms', 'count_folds']));
  });

  it('sees what writes a table, by SQL, by COPY and by TypeORM', () => {
    expect(tablesIn('`INSERT INTO rooms (a) SELECT`')).toEqual(['rooms']);
    expect(tablesIn('`UPDATE devices d SET a = 1`')).toEqual(['devices']);
    expect(tablesIn("`DELETE FROM ${table} WHERE`, table: 'count_sums'")).toEqual(['count_sums']);
    expect(tablesIn("copyRows(tx, 'device_events', COLUMNS, rows)")).toEqual(['device_events']);
    expect(tablesIn('tx.insert(Room, room)')).toEqual(['rooms']);
    expect(tablesIn("defineSteps<State>({ kind: 'room', table: 'rooms' })")).toEqual(['rooms']);
    expect(tablesIn('SELECT 1 FROM rooms FOR UPDATE OF rooms')).toEqual([]);
  });

  it('reads the environment in one place', () => {
    const readers = SOURCES.filter((file) => moduleOf(file) !== 'config').filter((file) =>
      /\bprocess\s*\.\s*env\b|from 'node:process'/.test(textOf(file)),
    );
    expect(readers.filter((file) => !ENVIRONMENT_READERS[file])).toEqual([]);
  });

  it('has no connection whose end could end the process', () => {
    const clients = SOURCES.filter((file) => /\b(?:new|extends) (?:pg\.)?Client\b/.test(textOf(file)));
    expect(clients.filter((file) => !file.startsWith('src/cli/bench/')).toSorted()).toEqual([
      // It has a listener of its own, which remembers that the connection is lost.
      'src/database/embedded/embedded-presence.ts',
      'src/database/steady-client.ts',
    ]);
  });

  it('has no list that cannot be had as a file', () => {
    const routes = SOURCES.filter((file) => /controllers?\.ts$/.test(file)).flatMap((file) => {
      const text = textOf(file);
      const isExported = text.includes("@Get('export/:format')");
      return text
        .split(/(?=@(?:Get|Post|Put|Patch|Delete)\()/)
        .filter((route) => /\): Promise<(?:Page|Evidence)</.test(route))
        .map((route) => ({ file, route, isFile: isExported || route.includes('@ListFile<') }));
    });
    expect(routes.length).toBeGreaterThan(12);
    expect(routes.filter(({ isFile }) => !isFile)).toEqual([]);
  });

  it('has no folder with too many files', () => {
    const inFolder = new Map<string, number>();
    for (const file of SOURCES) inFolder.set(dirname(file), (inFolder.get(dirname(file)) ?? 0) + 1);
    expect(inFolder.size).toBeGreaterThan(40);
    expect([...inFolder].filter(([, files]) => files > MOST_FILES)).toEqual([]);
  });

  it('has no file that nobody can read at one sitting', () => {
    const files = ['src', 'test', 'migrations', 'scripts'].flatMap(typescriptUnder);
    const long = files.map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }));
    expect(long.filter(({ lines }) => lines > LONGEST_FILE)).toEqual([]);
  });
});
