/**
 * Programs that the tests start and that npm has none of: each with Debian's package, the variable that names another
 * one, and what is skipped without it.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cachedProgram, howToTryAgain, runs, unpackPrograms } from './unpack-programs.mjs';

const PROGRAMS = [
  {
    name: 'redis-server',
    package: 'redis-server',
    probe: { args: ['--version'] },
    variable: 'ROLLCALL_TEST_REDIS_SERVER',
    without: 'the tests of the queue on Redis',
  },
  {
    name: 'chromium',
    package: 'chromium',
    probe: { args: ['--version', '--no-sandbox'] },
    variable: 'ROLLCALL_TEST_CHROMIUM',
    without: 'the tests of the pages',
  },
  {
    name: 'zbarimg',
    package: 'zbar-tools',
    // A picture of one white dot, in which it finds nothing: the modules that read pictures must be there too.
    probe: { args: ['--quiet', '-'], input: 'P2 1 1 1 1\n', status: 4 },
    variable: 'ROLLCALL_TEST_ZBARIMG',
    without: 'the tests that read printed labels',
  },
  {
    name: 'pdftoppm',
    package: 'poppler-utils',
    probe: { args: ['-v'] },
    variable: 'ROLLCALL_TEST_PDFTOPPM',
    without: 'the tests that read printed labels',
  },
  {
    name: 'python3',
    package: 'python3',
    probe: { args: ['-c', 'import csv, hmac, json'] },
    variable: 'ROLLCALL_TEST_PYTHON3',
    without: 'the tests that read files for vendors as other programs do',
  },
];

/**
 * Where a program is: the one that its variable names, else the one in PATH, else the one that was unpacked for the
 * tests.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
export function programPath(name, env = process.env) {
  const named = env[PROGRAMS.find((program) => program.name === name)?.variable ?? ''];
  if (named) return named;
  const inPath = (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return [...inPath, cachedProgram(name)].find((file) => existsSync(file));
}

/**
 * Downloads and unpacks what this machine lacks, where Debian's packages can be had. Nothing is installed.
 * @returns {Promise<string[]>} for each program that is still missing, what is skipped without it
 */
export async function findOrUnpackPrograms(env = process.env) {
  const missing = () => PROGRAMS.filter(({ name, probe }) => !isUsable(programPath(name, env), probe, env));
  if (missing().length > 0) await unpackPrograms(missing(), env);
  return missing().map(
    ({ name, without }) => `${without}, because this machine has no ${name}${howToTryAgain(name)}`,
  );
}

function isUsable(file, probe, env) {
  return file !== undefined && runs(file, probe, env);
}
