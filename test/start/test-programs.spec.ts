import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { until } from '../support/jobs.js';

/** Programs besides redis-server. */
const OTHERS = 4;

const TOOLS = 'sh dirname cat cp rm tar gzip xz zstd apt-config dpkg'.split(' ');
const FIND = `import('./scripts/test-programs.mjs').then(async (programs) => {
  const missing = await programs.findOrUnpackPrograms();
  console.log(JSON.stringify({ missing, path: programs.programPath('redis-server') }));
})`;
const LACKS_REDIS = 'the tests of the queue on Redis, because this machine has no redis-server';
const RETRY = '; to try again before tomorrow: rm .cache/test-programs/redis-server.failed';

const hasApt = ['apt-get', 'dpkg-deb'].every((tool) => spawnSync(tool, ['--version']).status === 0);

interface Found {
  missing: string[];
  path?: string;
  said: string;
}

/** A machine without the programs of the tests. Its apt is the real one, and has packages from a folder. */
class Machine {
  private constructor(readonly root: string) {}

  static async make(): Promise<Machine> {
    const machine = new Machine(await mkdtemp(join(tmpdir(), 'rollcall-programs-')));
    const { root } = machine;
    for (const folder of ['scripts', 'bin', 'etc', 'packages']) await mkdir(join(root, folder));
    for (const name of await readdir('scripts'))
      if (name.endsWith('.mjs')) await copyFile(join('scripts', name), join(root, 'scripts', name));
    for (const tool of TOOLS) {
      const file = whereIs(tool);
      if (file) await symlink(file, join(root, 'bin', tool));
    }
    for (const tool of ['apt-get', 'dpkg-deb']) await machine.wrap(tool);
    await machine.offer();
    await machine.getPackagesFrom(`file:${root}/packages`);
    return machine;
  }

  get cache(): string {
    return join(this.root, '.cache/test-programs');
  }

  /** Runs the real tool and writes down that it was called; `after` is what it does when it has done its work. */
  async wrap(tool: string, after = ''): Promise<void> {
    const script = join(this.root, 'bin', tool);
    const calls = join(this.root, 'calls');
    await rm(script, { force: true });
    await writeFile(
      script,
      `#!/bin/sh\necho "${tool} $*" >> ${calls}\n${whereIs(tool)} "$@" || exit\n${after}\n`,
    );
    await chmod(script, 0o755);
  }

  /** A package with a program that answers like the real one, newer than any that is installed. */
  private async offer(): Promise<void> {
    const content = join(this.root, 'content');
    await mkdir(join(content, 'DEBIAN'), { recursive: true });
    await mkdir(join(content, 'usr/bin'), { recursive: true });
    const control =
      'Package: redis-server\nVersion: 99:1\nArchitecture: all\nMaintainer: T <t@t.example>\nDescription: T\n';
    await writeFile(join(content, 'DEBIAN/control'), control);
    await writeFile(join(content, 'usr/bin/redis-server'), '#!/bin/sh\necho ready\n', { mode: 0o755 });
    const file = join(this.root, 'packages/redis-server.deb');
    execFileSync('dpkg-deb', ['--root-owner-group', '--build', content, file]);
    const bytes = await readFile(file);
    const sum = createHash('sha256').update(bytes).digest('hex');
    const listed = `${control}Filename: ./redis-server.deb\nSize: ${bytes.length}\nSHA256: ${sum}\n`;
    await writeFile(join(this.root, 'packages/Packages'), listed);
  }

  async getPackagesFrom(address: string): Promise<void> {
    await writeFile(join(this.root, 'etc/sources.list'), `deb [trusted=yes] ${address} ./\n`);
    await writeFile(
      join(this.root, 'etc/apt.conf'),
      `Dir::Etc::sourcelist "${this.root}/etc/sources.list";\nDir::Etc::sourceparts "/dev/null";\n`,
    );
  }

  begin(): ChildProcess {
    return spawn(process.execPath, ['-e', FIND], {
      cwd: this.root,
      env: { PATH: join(this.root, 'bin'), APT_CONFIG: join(this.root, 'etc/apt.conf'), HOME: this.root },
    });
  }

  async find(): Promise<Found> {
    const child = this.begin();
    let [out, said] = ['', ''];
    child.stdout?.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr?.on('data', (data: Buffer) => (said += data.toString()));
    await once(child, 'close');
    if (!out) throw new Error(said);
    return { ...(JSON.parse(out) as Omit<Found, 'said'>), said };
  }

  /** What was called since the last time somebody asked. */
  async calls(): Promise<string[]> {
    const file = join(this.root, 'calls');
    const lines = existsSync(file) ? (await readFile(file, 'utf8')).trim().split('\n') : [];
    await rm(file, { force: true });
    return lines;
  }

  async updates(): Promise<number> {
    return (await this.calls()).filter((call) => call.includes(' update')).length;
  }

  remove(): Promise<void> {
    return rm(this.root, { recursive: true, force: true });
  }
}

function whereIs(tool: string): string | undefined {
  return ['/usr/bin', '/bin'].map((folder) => resolve(folder, tool)).find((file) => existsSync(file));
}

(hasApt ? describe : describe.skip)('the programs that the tests start', () => {
  let machine: Machine;

  beforeEach(async () => {
    machine = await Machine.make();
  });

  afterEach(() => machine.remove());

  it('are unpacked once, and those that apt does not have are named', async () => {
    const { missing, path } = await machine.find();
    expect(path).toBe(join(machine.cache, 'redis-server/run'));
    expect(execFileSync(path ?? '', { encoding: 'utf8' })).toBe('ready\n');
    expect(missing).toHaveLength(OTHERS);
    for (const name of ['chromium', 'zbarimg', 'pdftoppm', 'python3'])
      expect(missing.join('\n')).toContain(
        `because this machine has no ${name}; to try again before tomorrow: rm .cache/test-programs/${name}.failed`,
      );
    expect(await machine.updates()).toBe(1);
    expect(await machine.find()).toMatchObject({ missing, path });
    expect(await machine.updates()).toBe(0);
  });

  it('are unpacked by one of two runs that begin at once, and both have them', async () => {
    const both = await Promise.all([machine.find(), machine.find()]);
    for (const { missing, path } of both) {
      expect(path).toBe(join(machine.cache, 'redis-server/run'));
      expect(missing).toHaveLength(OTHERS);
    }
    expect(await machine.updates()).toBe(1);
  });

  it('are whole or not there when a run is killed while it unpacks, and the next run cleans up', async () => {
    const pidFile = join(machine.root, 'waits');
    // It has unpacked, and nobody knows yet.
    await machine.wrap('dpkg-deb', `[ "$1" != --extract ] || { echo $$ > ${pidFile}; exec /bin/sleep 60; }`);
    const killed = machine.begin();
    await until(30, async () => (existsSync(pidFile) ? true : undefined));
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    process.kill(Number(await readFile(pidFile, 'utf8')));
    const left = await readdir(machine.cache);
    expect(left.filter((name) => name.startsWith('.draft-'))).toHaveLength(1);
    expect(left).not.toContain('redis-server');

    await machine.wrap('dpkg-deb');
    expect((await machine.find()).path).toBe(join(machine.cache, 'redis-server/run'));
    expect((await readdir(machine.cache)).filter((name) => name.startsWith('.draft-'))).toEqual([]);
  });

  it('are not asked for again for a day on a machine without a network, unless somebody wants to', async () => {
    await machine.getPackagesFrom('http://127.0.0.1:1/debian');
    const first = await machine.find();
    expect(first.missing).toHaveLength(OTHERS + 1);
    expect(first.missing).toContain(LACKS_REDIS + RETRY);
    expect(first.said).toContain('The package redis-server could not be downloaded.');
    expect(first.path).toBeUndefined();
    expect(await machine.updates()).toBe(1);

    expect((await machine.find()).missing).toEqual(first.missing);
    expect(await machine.calls()).toEqual([]);

    await machine.getPackagesFrom(`file:${machine.root}/packages`);
    const failed = join(machine.cache, 'redis-server.failed');
    const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000 - 1_000);
    await utimes(failed, yesterday, yesterday);
    expect((await machine.find()).missing).toHaveLength(OTHERS);
    expect(await machine.updates()).toBe(1);
    expect(existsSync(failed)).toBe(false);
  });

  it('are tried again when the mark of the failure is removed', async () => {
    await machine.getPackagesFrom('http://127.0.0.1:1/debian');
    await machine.find();
    await machine.getPackagesFrom(`file:${machine.root}/packages`);
    await rm(join(machine.root, RETRY.split(' ').at(-1) ?? ''));
    expect((await machine.find()).path).toBe(join(machine.cache, 'redis-server/run'));
  });

  it('are named as missing at once on a machine without apt', async () => {
    await rm(join(machine.root, 'bin/apt-get'));
    const { missing, said } = await machine.find();
    expect(missing).toContain(LACKS_REDIS);
    expect(missing).toHaveLength(OTHERS + 1);
    expect(said).toBe('');
    expect(await machine.calls()).toEqual([]);
  });
});
