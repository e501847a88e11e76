/**
 * Gets programs from Debian's packages without installing them: each package is downloaded with the libraries that this
 * machine lacks and unpacked into the project's cache. No service starts, nothing outside of the cache changes, and an
 * ordinary user can do it as well as root.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './prepare.mjs';
import { withLock } from './prepare-lock.mjs';

const CACHE = join(ROOT, '.cache', 'test-programs');
/** The script that starts an unpacked program with its libraries. */
export const cachedProgram = (name) => join(CACHE, name, 'run');

const DRAFT = '.draft-';
/** A network that swallows everything is given up on. */
const LISTS_WITHIN_MS = 120_000;
/** A machine that cannot download is not made to wait for it in every run. */
const TRY_AGAIN_AFTER_MS = 24 * 60 * 60 * 1000;
/** Its time is that of the last failure; whoever removes it asks for another try. */
const failureFile = (name) => join(CACHE, `${name}.failed`);
/** Where a package may have put its program; Debian's `chromium` in /usr/bin is a script that starts the second one. */
const PLACES = (name) => [`usr/lib/${name}/${name}`, `usr/bin/${name}`];

/**
 * @typedef {{ args: string[], input?: string, status?: number }} Probe how to see that a program works: arguments with
 *   which it ends at once, and the exit status that it then has (0 where nothing is said)
 * @typedef {{ name: string, package: string, probe: Probe }} Program
 */

/**
 * How to get a program before tomorrow that could not be unpacked today; empty where nothing was tried.
 * @param {string} name
 */
export function howToTryAgain(name) {
  return failedLately(name) ? `; to try again before tomorrow: rm ${relative(ROOT, failureFile(name))}` : '';
}

/**
 * Unpacks the programs, one run at a time. A program that cannot be unpacked is reported, left out, and not tried again
 * for a day.
 * @param {Program[]} programs
 * @param {NodeJS.ProcessEnv} env
 */
export async function unpackPrograms(programs, env) {
  const untried = programs.filter(({ name }) => !failedLately(name));
  if (untried.length === 0) return;
  if (!['apt-get', 'dpkg-deb'].every((tool) => runs(tool, { args: ['--version'] }, env))) return;
  const onWait = (pid) =>
    console.error(`Another test run (process ${pid}) is getting programs; waiting for it.`);
  await withLock(join(CACHE, 'lock'), { onWait }, async () => {
    // Asked again: whoever we waited for has probably done it.
    const wanted = untried.filter(
      ({ name, probe }) => !failedLately(name) && !runs(cachedProgram(name), probe, env),
    );
    if (wanted.length === 0) return;
    removeDrafts();
    const draft = mkdtempSync(join(CACHE, DRAFT));
    try {
      const apt = privateApt(draft, env);
      const names = wanted.map((program) => program.package).join(', ');
      console.error(`Downloading ${names} for the tests, into ${relative(ROOT, CACHE)} …`);
      // A fresh machine has no package lists, and an older one has stale ones that name files which are gone.
      apt(['update', '--quiet'], draft, LISTS_WITHIN_MS);
      for (const program of wanted) {
        const problem = unpack(program, draft, apt, env);
        if (problem) console.error(problem);
        if (problem) writeFileSync(failureFile(program.name), `${problem}\n`);
        else rmSync(failureFile(program.name), { force: true });
      }
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  });
}

/**
 * Puts one program into the cache, in one step: half a program is never found there, whoever is killed.
 * @returns {string | undefined} why that was not possible
 */
function unpack({ name, package: packageName, probe }, draft, apt, env) {
  const folder = join(draft, name);
  const downloads = join(draft, `${name}-packages`);
  mkdirSync(folder);
  mkdirSync(downloads);
  const packages = missingPackages(packageName, apt);
  const fetched = packages.length > 0 && apt(['download', '--quiet', ...packages], downloads).status === 0;
  for (const file of fetched ? readdirSync(downloads) : [])
    spawnSync('dpkg-deb', ['--extract', join(downloads, file), folder], { env });
  const binary = PLACES(name).find((place) => existsSync(join(folder, place)));
  if (!binary) return `The package ${packageName} could not be downloaded.`;
  const script = join(folder, 'run');
  writeFileSync(script, starter(folder, binary), { mode: 0o755 });
  if (!runs(script, probe, env)) return `${name} was downloaded but does not run on this machine.`;
  rmSync(join(CACHE, name), { recursive: true, force: true });
  renameSync(folder, join(CACHE, name));
  return undefined;
}

/** The package and those it depends on, as far as they are not installed. */
function missingPackages(packageName, apt) {
  const plan = apt(['install', '--simulate', '--no-install-recommends', packageName]);
  return [...plan.stdout.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name);
}

/** A script that runs the program from wherever the cache is, with the libraries and fonts that came with it. */
function starter(folder, binary) {
  const libraries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => /\.so(\.\d+)*$/.test(entry.name))
    .map((entry) => relative(folder, entry.parentPath ?? entry.path));
  const path = [...new Set(libraries)].map((library) => `$here/${library}`).join(':');
  // The modules with which ImageMagick reads pictures; it would look for them where they are installed.
  const coders = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((entry) =>
    /\/ImageMagick-.*\/coders$/.test(entry),
  );
  const modules = coders ? `export MAGICK_CODER_MODULE_PATH="$here/${coders}"\n` : '';
  const fonts = existsSync(join(folder, 'etc/fonts/fonts.conf')) ? 'export FONTCONFIG_SYSROOT="$here"\n' : '';
  return `#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
export LD_LIBRARY_PATH="${path}\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
${modules}${fonts}exec "$here/${binary}" "$@"
`;
}

/** apt-get with lists and downloads of its own: it needs no root, no lock of the system's, and changes nothing there. */
function privateApt(folder, env) {
  const state = join(folder, 'apt-state');
  const cache = join(folder, 'apt-cache');
  for (const part of [join(state, 'lists/partial'), join(cache, 'archives/partial')])
    mkdirSync(part, { recursive: true });
  const options = Object.entries({
    'Dir::State': state,
    'Dir::State::status': '/var/lib/dpkg/status',
    'Dir::Cache': cache,
    // As root apt would download as a user of its own, who cannot enter every folder.
    'APT::Sandbox::User': 'root',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '2',
    'Acquire::http::Timeout': '20',
    'Acquire::https::Timeout': '20',
  }).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  return (args, cwd = folder, timeout) => {
    const result = spawnSync('apt-get', [...options, ...args], {
      cwd,
      timeout,
      env: { ...env, LC_ALL: 'C' },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (result.status !== 0)
      console.error(`apt-get ${args[0]}: ${(result.stderr || String(result.error)).trim()}`);
    return result;
  };
}

/** Whether a program is there and its libraries too: the machine's may have changed since it was unpacked. */
export function runs(file, { args, input = '', status = 0 }, env) {
  return spawnSync(file, args, { env, input, timeout: 60_000 }).status === status;
}

function failedLately(name) {
  const failed = statSync(failureFile(name), { throwIfNoEntry: false });
  return failed !== undefined && Date.now() - failed.mtimeMs < TRY_AGAIN_AFTER_MS;
}

/** What a run that was killed has left. Only whoever has the lock may call it. */
function removeDrafts() {
  for (const name of readdirSync(CACHE))
    if (name.startsWith(DRAFT)) rmSync(join(CACHE, name), { recursive: true, force: true });
}
