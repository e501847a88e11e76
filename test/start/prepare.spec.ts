import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withLock } from '../../scripts/prepare-lock.mjs';
import {
  buildFingerprint,
  clearStaleOutput,
  isBuilt,
  isInstalled,
  markBuilt,
  markInstalled,
} from '../../scripts/prepare-stamps.mjs';
import { assertNodeIsNewEnough } from '../../scripts/prepare.mjs';

let root: string;

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}

function lockFile(version: string): string {
  const packages = {
    '': { name: 'rollcall' },
    'node_modules/pg': { version },
    'node_modules/for-another-system': { version: '1.0.0', optional: true },
  };
  return JSON.stringify({ packages });
}

function npmNote(version: string): string {
  return JSON.stringify({ packages: { 'node_modules/pg': { version } } });
}

/** What the lock's processes wrote down, in order. */
async function diary(): Promise<string[]> {
  if (!existsSync(join(root, 'diary'))) return [];
  return (await readFile(join(root, 'diary'), 'utf8')).trim().split('\n');
}

async function untilOneEntered(): Promise<void> {
  while (!(await diary()).includes('enters')) await sleep(10);
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'rollcall-prepare-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('what is installed', () => {
  it('counts as installed until the lock file changes', async () => {
    await write('package-lock.json', lockFile('8.0.0'));
    expect(isInstalled(root)).toBe(false);
    markInstalled(root);
    expect(isInstalled(root)).toBe(true);
    await write('package-lock.json', lockFile('8.1.0'));
    expect(isInstalled(root)).toBe(false);
  });

  it('does not trust packages that an unfinished install left', async () => {
    await write('package-lock.json', lockFile('8.0.0'));
    await write('node_modules/pg/package.json', '{"version":"8.0.0"}');
    expect(isInstalled(root)).toBe(false);
  });

  it('accepts an install that somebody made with npm, if it is the right one', async () => {
    await write('package-lock.json', lockFile('8.0.0'));
    await write('node_modules/.package-lock.json', npmNote('7.9.9'));
    expect(isInstalled(root)).toBe(false);
    await write('node_modules/.package-lock.json', npmNote('8.0.0'));
    expect(isInstalled(root)).toBe(true);
  });
});

describe('what is built', () => {
  beforeEach(async () => {
    const scripts = ['scripts/route-schemas.mjs', 'scripts/api-types.mjs'];
    for (const file of ['nest-cli.json', 'package.json', 'package-lock.json', 'tsconfig.json', ...scripts])
      await write(file, '{}');
    await write('src/main.ts', 'start();');
    await write('migrations/1-first.ts', 'first();');
    await write('scripts/openapi/refusals.mjs', 'find();');
    await write('dist/src/main.js', 'start();');
    await write('dist/web/index.html', '<html>');
  });

  it.each([
    'src/main.ts',
    'migrations/2-second.ts',
    'tsconfig.build.json',
    'nest-cli.json',
    'package-lock.json',
    'scripts/route-schemas.mjs',
    'scripts/api-types.mjs',
    'scripts/openapi/refusals.mjs',
    'src/web/main.tsx',
  ])('is out of date when %s changes', async (file) => {
    markBuilt(root, buildFingerprint(root));
    expect(isBuilt(root)).toBe(true);
    await write(file, 'changed');
    expect(isBuilt(root)).toBe(false);
  });

  it('is not whole without the page of the browser app', async () => {
    markBuilt(root, buildFingerprint(root));
    await rm(join(root, 'dist/web/index.html'));
    expect(isBuilt(root)).toBe(false);
  });

  it('is still good when only a spec changes', async () => {
    markBuilt(root, buildFingerprint(root));
    await write('src/devices/lifecycle.spec.ts', 'changed');
    expect(isBuilt(root)).toBe(true);
  });

  it('is out of date when a source changed while it was built', async () => {
    const before = buildFingerprint(root);
    await write('src/main.ts', 'startDifferently();');
    markBuilt(root, before);
    expect(isBuilt(root)).toBe(false);
  });

  it('loses what came from sources that are gone, so that no old migration runs', async () => {
    await write('dist/migrations/1-first.js', '');
    await write('dist/migrations/0-gone.js', '');
    await write('dist/migrations/0-gone.js.map', '');
    clearStaleOutput(root);
    expect(existsSync(join(root, 'dist/migrations/1-first.js'))).toBe(true);
    expect(existsSync(join(root, 'dist/migrations/0-gone.js'))).toBe(false);
    expect(existsSync(join(root, 'dist/migrations/0-gone.js.map'))).toBe(false);
  });

  it('is built from nothing when the entry point is missing', async () => {
    await write('dist/.tsbuildinfo', 'says that all is there');
    await rm(join(root, 'dist/src/main.js'));
    clearStaleOutput(root);
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });
});

describe('the lock', () => {
  let children: ChildProcess[] = [];

  function lockedChild(staysMs: number, ...more: string[]): ChildProcess {
    const script = resolve('test/support/prepare-lock-child.mjs');
    const args = [script, join(root, 'lock'), join(root, 'diary'), String(staysMs), ...more];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    children.push(child);
    return child;
  }

  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    children = [];
  });

  it('lets one process in at a time, and tells the others once that they wait', async () => {
    // Longer than a machine that is busy takes to start one after the other.
    const all = Array.from({ length: 5 }, () => lockedChild(600));
    await Promise.all(all.map((child) => once(child, 'close')));
    const lines = await diary();
    expect(lines.filter((line) => line !== 'waits')).toEqual(
      Array.from({ length: 5 }, () => ['enters', 'leaves']).flat(),
    );
    expect(lines.filter((line) => line === 'waits').length).toBeGreaterThanOrEqual(1);
    expect(lines.filter((line) => line === 'waits').length).toBeLessThanOrEqual(4);
  });

  it('is free again when its holder was killed', async () => {
    const holder = lockedChild(60_000);
    await untilOneEntered();
    holder.kill('SIGKILL');
    await once(holder, 'close');
    const waitedFor: number[] = [];
    await withLock(join(root, 'lock'), { onWait: (pid) => waitedFor.push(pid) }, async () => undefined);
    expect(waitedFor).toEqual([]);
  });

  it('holds while the npm of a killed holder is still at work', async () => {
    const holder = lockedChild(1500, 'with-helper');
    await untilOneEntered();
    const startedAt = performance.now();
    holder.kill('SIGKILL');
    await once(holder, 'close');
    await withLock(join(root, 'lock'), { onWait: () => undefined }, async () => undefined);
    expect(performance.now() - startedAt).toBeGreaterThan(1000);
  });

  it('is free when the id of a dead holder now belongs to another process', async () => {
    await write(`lock/${process.ppid}-1`, '');
    const waitedFor: number[] = [];
    await withLock(join(root, 'lock'), { onWait: (pid) => waitedFor.push(pid) }, async () => undefined);
    // Only Linux tells when a process started; elsewhere the id alone decides.
    if (process.platform === 'linux') expect(waitedFor).toEqual([]);
  });
});

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('may be %s', (version) => {
    expect(() => assertNodeIsNewEnough(version)).not.toThrow();
  });

  it.each(['18.20.4', '20.18.3'])('may not be %s, and the message says which is needed', (version) => {
    expect(() => assertNodeIsNewEnough(version)).toThrow(/20\.19 or newer.*nodejs\.org/);
  });
});
