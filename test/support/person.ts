import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { constants, existsSync } from 'node:fs';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  rmdir,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from './run.js';

const PROJECT = resolve(import.meta.dirname, '../..');
const DOWNLOADED_BEFORE = ['chromium', 'zbarimg', 'pdftoppm'];
const MADE_BY_THE_FIRST = ['node_modules', 'dist'];
const OTHER_PLACE = '/var/lib/rollcall';
/** A cache that is larger has years of packages in it: a copy would cost more than it saves. */
const LARGEST_CACHE_KB = 1_500_000;
const STOPS_WITHIN_MS = 60_000;

/** Who runs Rollcall. */
export interface User {
  name: string;
  uid: number;
  gid: number;
}

/** The users as whom this process can try a clone: an ordinary user first, and root too where it is root. */
export function usersToTry(): User[] {
  const [uid, gid] = [process.getuid?.() ?? -1, process.getgid?.() ?? -1];
  if (uid !== 0) return [{ name: 'an ordinary user', uid, gid }];
  const idOf = (kind: string): number =>
    Number(spawnSync('id', [kind, 'nobody'], { encoding: 'utf8' }).stdout);
  return [
    { name: 'an ordinary user', uid: idOf('-u'), gid: idOf('-g') },
    { name: 'root', uid, gid },
  ];
}

/** Why a user cannot try a clone on this machine, where it cannot. */
export function whyNot(user: User): string | undefined {
  if (spawnSync('git', ['-C', PROJECT, 'rev-parse', 'HEAD']).status !== 0)
    return 'this folder is no clone of its repository';
  const { uid, gid } = user;
  const env = { PATH: pathOfPerson().join(delimiter), HOME: '/' };
  if (spawnSync('npm', ['--version'], { uid, gid, env, cwd: '/' }).status !== 0)
    return 'this user cannot run npm, which another user installed for themselves';
  return undefined;
}

/** Whether packages can be had, asked as npm itself would ask. */
export function registryAnswers(): boolean {
  const args = ['view', 'typescript', 'version', '--prefer-online', '--fetch-retries=1'];
  return spawnSync('npm', args, { cwd: PROJECT, timeout: 120_000 }).status === 0;
}

/** Folders of PATH without what npm put there while it runs the tests. */
function pathOfPerson(): string[] {
  return (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
}

/**
 * What the clones of one run share: npm's cache, in which a developer's machine has most packages already, and a PATH
 * without Redis. The first clone installs and builds; the next takes over what that made.
 */
export class SharedByPeople {
  private readonly homes: Person[] = [];

  private constructor(
    readonly folder: string,
    private readonly network: string,
  ) {}

  static async make(): Promise<SharedByPeople> {
    const folder = await mkdtemp(join(tmpdir(), 'rollcall-clone-'));
    await chmod(folder, 0o711);
    const shared = new SharedByPeople(folder, networkSettings());
    await mkdir(shared.npmCache);
    await copyNpmCache(shared.npmCache);
    await linkPrograms(shared.programs);
    return shared;
  }

  get npmCache(): string {
    return join(this.folder, 'npm-cache');
  }

  get programs(): string {
    return join(this.folder, 'bin');
  }

  /**
   * A person with a home that is closed to others, and a clone of the last commit in it. Whoever came before is done:
   * the same sources make the same packages and the same build, and Rollcall itself looks whether they are.
   */
  async person(user: User): Promise<Person> {
    const home = await mkdtemp(join(this.folder, 'home-'));
    const before = this.homes.at(-1);
    const person = new Person(user, home, this.programs, before === undefined);
    this.homes.push(person);
    // Its own copy of every object: a linked one would change its owner in the project too.
    run('git', ['clone', '--quiet', '--no-hardlinks', PROJECT, person.clone]);
    await writeFile(join(home, '.npmrc'), `cache=${this.npmCache}\n${this.network}`);
    if (before)
      for (const folder of MADE_BY_THE_FIRST)
        await rename(join(before.clone, folder), join(person.clone, folder));
    else await copyPrograms(person.clone);
    run('chown', ['-R', `${user.uid}:${user.gid}`, home, this.npmCache]);
    return person;
  }

  async remove(): Promise<void> {
    for (const person of this.homes) await person.leave();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** How this machine reaches the registry, for a `.npmrc`; nothing that could be secret. */
function networkSettings(): string {
  const names = ['registry', 'cafile', 'proxy', 'https-proxy', 'noproxy'];
  const lines = run('npm', ['config', 'get', ...names])
    .toString()
    .split('\n');
  return lines.filter((line) => !/=(null|undefined)?$/.test(line)).join('\n');
}

async function copyNpmCache(to: string): Promise<void> {
  const from = join(run('npm', ['config', 'get', 'cache']).toString().trim(), '_cacache');
  if (!existsSync(from) || Number.parseInt(run('du', ['-sk', from]).toString(), 10) > LARGEST_CACHE_KB)
    return;
  await cp(from, join(to, '_cacache'), { recursive: true, mode: constants.COPYFILE_FICLONE });
}

/** Copies half a gigabyte instead of downloading it again. A clone downloads Redis itself. */
async function copyPrograms(clone: string): Promise<void> {
  for (const name of DOWNLOADED_BEFORE) {
    const program = join('.cache/test-programs', name);
    if (existsSync(join(PROJECT, program)))
      await cp(join(PROJECT, program), join(clone, program), {
        recursive: true,
        verbatimSymlinks: true,
        mode: constants.COPYFILE_FICLONE,
      });
  }
}

/** Every program in PATH but Redis, which most people have not installed. */
async function linkPrograms(folder: string): Promise<void> {
  await mkdir(folder);
  const linked = new Set(['redis-server']);
  for (const place of pathOfPerson().filter((name) => existsSync(name))) {
    for (const name of await readdir(place)) {
      if (!linked.has(name)) await symlink(join(place, name), join(folder, name));
      linked.add(name);
    }
  }
}

/** Somebody who has just cloned Rollcall, with no more in their environment than a terminal gives. */
export class Person {
  readonly clone: string;
  private readonly runs: NpmRun[] = [];

  constructor(
    readonly user: User,
    readonly home: string,
    private readonly path: string,
    /** Whether this one installs and builds, and is not given what another made. */
    readonly isFirst: boolean,
  ) {
    this.clone = join(home, 'rollcall');
  }

  npm(args: string[], more: Record<string, string> = {}): NpmRun {
    const env = { HOME: this.home, PATH: this.path, TERM: 'xterm', LANG: 'C.UTF-8', ...more };
    const npmRun = new NpmRun(args, { ...this.user, env, cwd: this.clone });
    this.runs.push(npmRun);
    return npmRun;
  }

  /** What git sees in the clone that is not in the repository. */
  async added(): Promise<string[]> {
    const { uid, gid } = this.user;
    const env = { HOME: this.home, PATH: this.path };
    const options = { cwd: this.clone, uid, gid, env, encoding: 'utf8' as const };
    const { stdout, status } = spawnSync('git', ['status', '--porcelain', '--ignored'], options);
    expect(status).toBe(0);
    return stdout.trim().split('\n');
  }

  /** Where the data is that the clone's link leads to, if there is one. */
  async elsewhere(): Promise<string | undefined> {
    const link = join(this.clone, 'data', 'elsewhere');
    return existsSync(link) ? readlink(link) : undefined;
  }

  /** The folders outside of the clone that were made for its data. */
  async foldersElsewhere(): Promise<string[]> {
    const names = existsSync(OTHER_PLACE) ? await readdir(OTHER_PLACE) : [];
    const mine = names.map(async (name) => {
      const mark = join(OTHER_PLACE, name, 'kept-for');
      const keptFor = existsSync(mark) ? await readFile(mark, 'utf8') : '';
      return keptFor.trim() === join(this.clone, 'data') ? [join(OTHER_PLACE, name)] : [];
    });
    return (await Promise.all(mine)).flat();
  }

  /** Ends what still runs, and removes what lies outside of the home. */
  async leave(): Promise<void> {
    for (const each of this.runs) each.killAll();
    const folders = await this.foldersElsewhere();
    for (const data of [join(this.clone, 'data'), ...folders]) await killServer(data);
    for (const folder of folders) await rm(folder, { recursive: true });
    if (folders.length > 0 && (await readdir(OTHER_PLACE)).length === 0) await rmdir(OTHER_PLACE);
  }
}

/** A database server that outlived its Rollcall, if there is one. */
async function killServer(dataDir: string): Promise<void> {
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  process.kill(Number.parseInt(await readFile(pidFile, 'utf8'), 10), 'SIGQUIT');
  for (let waited = 0; existsSync(pidFile) && waited < 10_000; waited += 50) await sleep(50);
}

/** An npm command of a person, with all that comes of it. */
export class NpmRun {
  stdout = '';
  stderr = '';
  private readonly child: ChildProcess;
  private readonly closed: Promise<unknown>;
  private isClosed = false;

  constructor(
    private readonly args: string[],
    options: { uid: number; gid: number; env: Record<string, string>; cwd: string },
  ) {
    // A process group of its own, so that nothing of it can be left over.
    this.child = spawn('npm', args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.on('data', (data: Buffer) => (this.stdout += data.toString()));
    this.child.stderr?.on('data', (data: Buffer) => (this.stderr += data.toString()));
    this.closed = once(this.child, 'close').then(() => (this.isClosed = true));
  }

  /** Waits as long as it runs until it says something. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.stdout) ?? pattern.exec(this.stderr);
      if (found) return found;
      if (this.isClosed) throw new Error(`npm ${this.args.join(' ')} never said ${pattern}:\n${this.all}`);
      await sleep(50);
    }
  }

  get all(): string {
    return `${this.stdout}\n${this.stderr}`;
  }

  /** Waits until it and all that it started have ended; its exit code. */
  async ended(): Promise<number | null> {
    await this.closed;
    return this.child.exitCode;
  }

  /** Sends SIGTERM to npm, and waits until the last of its processes has closed its output. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    const late = new Promise<never>((_, reject) => {
      setTimeout(
        () => reject(new Error(`npm is still running after SIGTERM:\n${this.all}`)),
        STOPS_WITHIN_MS,
      ).unref();
    });
    await Promise.race([this.closed, late]);
  }

  killAll(): void {
    if (this.isClosed || this.child.pid === undefined) return;
    process.kill(-this.child.pid, 'SIGKILL');
  }
}
