import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import ts from 'typescript';
import type { Tx } from '../src/database/tx.js';
import { TransactionPaths } from './support/transaction-paths.js';

const ROOT = join(import.meta.dirname, '..');

function pathsIn(folder: string): TransactionPaths {
  const config = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path)).config as {
    compilerOptions: unknown;
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.startsWith('web/'))
    .map((name) => join(folder, name));
  const program = ts.createProgram(files, { ...options, types: ['node'] }, hostWith(options));
  return new TransactionPaths(program, folder);
}

/** The types of the language and of packages, which every program stands on: they are parsed once. */
const parsed = new Map<string, ts.SourceFile | undefined>();

function hostWith(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    getSourceFile: (name, ...how) => {
      if (!name.includes('/node_modules/')) return host.getSourceFile(name, ...how);
      if (!parsed.has(name)) parsed.set(name, host.getSourceFile(name, ...how));
      return parsed.get(name);
    },
  };
}

/** A small program that uses the types that the search looks for. */
const TYPES = `
  export class DataSource { manager!: EntityManager; query!: (sql: string) => Promise<unknown[]> }
  export interface EntityManager { query(sql: string): Promise<unknown[]> }
  export class Transactions {
    run!: <T>(work: (tx: EntityManager) => Promise<T>) => Promise<T>;
    afterCommit!: (tx: EntityManager, hook: () => unknown) => void;
  }`;

function faultsOf(files: Record<string, string>): string[] {
  const folder = join(mkdtempSync(join(tmpdir(), 'rollcall-paths-')), 'src');
  try {
    for (const [name, text] of Object.entries({ 'types.ts': TYPES, ...files })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return pathsIn(folder)
      .find()
      .map(({ chain, ends }) => [...chain, ends].join(' > '));
  } finally {
    rmSync(dirname(folder), { recursive: true });
  }
}

const HEAD = `import { DataSource, type EntityManager, Transactions } from './types.js';`;

describe('inside a transaction', () => {
  it('no code asks the pool for another connection', () => {
    const paths = pathsIn(join(ROOT, 'src'));
    expect(paths.begun).toBeGreaterThan(150);
    expect(paths.find().map(({ chain, ends }) => [...chain, ends].join('\n  > '))).toEqual([]);
  }, 240_000);
});

/** Whether a function that needs a transaction takes this. The types are checked by `npm run lint`. */
type IsTx<T> = T extends Tx ? true : false;

describe('what asks the pool', () => {
  it('is no transaction by its type', () => {
    const [manager, source]: [IsTx<EntityManager>, IsTx<DataSource>] = [false, false];
    expect([manager, source]).toEqual([false, false]);
  });
});

describe('the search for code that asks the pool inside a transaction', () => {
  it('follows a method of another service that reads by itself', () => {
    const faults = faultsOf({
      'kinds.ts': `${HEAD}
        export class Kinds {
          constructor(private readonly source: DataSource) {}
          find(key: string) { return this.all().then((all) => all.includes(key)); }
          private all() { return this.source.query('SELECT'); }
        }`,
      'entries.ts': `${HEAD} import { Kinds } from './kinds.js';
        export class Entries {
          constructor(private readonly transactions: Transactions, private readonly kinds: Kinds) {}
          create() { return this.transactions.run(async (tx) => { await this.kinds.find('x'); await tx.query('INSERT'); }); }
        }`,
    });
    expect(faults).toEqual([
      expect.stringMatching(
        /in this\.transactions\.run.*> .*Kinds\.find > .*Kinds\.all > .*this\.source\.query$/,
      ),
    ]);
  });

  it('follows functions that are given a transaction, private methods, nested functions and values left out', () => {
    const faults = faultsOf({
      'steps.ts': `${HEAD}
        export class Steps {
          constructor(private readonly source: DataSource, private readonly transactions: Transactions) {}
          async lockWithin(tx: EntityManager) { await tx.query('SELECT'); return this.last(); }
          private last() { const ask = () => this.source.manager.query('SELECT'); return ask(); }
          list(manager = this.source.manager) { return manager.query('SELECT'); }
          given() { return this.transactions.run((tx) => this.list(tx)); }
          leftOut() { return this.transactions.run((tx) => { void tx; return this.list(); }); }
        }`,
    });
    expect(faults).toHaveLength(2);
    expect(faults.join('\n')).toMatch(/lockWithin > .*last > .*ask > .*this\.source\.manager/);
    expect(faults.join('\n')).toMatch(/unless it is given manager > .*this\.source\.manager/);
  });

  it('follows an interface to whatever implements it, and a transaction into another one', () => {
    const faults = faultsOf({
      'kinds.ts': `${HEAD}
        export interface Kind { process(): Promise<unknown> }
        export class Devices implements Kind {
          constructor(private readonly source: DataSource) {}
          process() { return this.source.query('SELECT'); }
        }
        export class Passes {
          constructor(private readonly transactions: Transactions, private readonly kinds: Kind[]) {}
          pass() { return this.transactions.run(async () => { for (const kind of this.kinds) await kind.process(); }); }
          twice() { return this.transactions.run(() => this.pass()); }
        }`,
    });
    expect(faults.some((fault) => /Devices\.process > .*this\.source\.query/.test(fault))).toBe(true);
    expect(faults.some((fault) => /Passes\.pass > .*this\.transactions\.run/.test(fault))).toBe(true);
  });

  it('lets what runs after the commit, and what runs before the transaction, ask the pool', () => {
    const faults = faultsOf({
      'jobs.ts': `${HEAD}
        export class Jobs {
          constructor(private readonly source: DataSource, private readonly transactions: Transactions) {}
          async create() {
            await this.source.query('SELECT');
            await this.transactions.run(async (tx) => {
              await tx.query('INSERT');
              this.transactions.afterCommit(tx, () => this.source.query('SELECT'));
            });
          }
        }`,
    });
    expect(faults).toEqual([]);
  });
});
