import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Programs that the tests start and that npm has none of: each with Debian's package, the variable that names another
 * one, and what is left out without it.
 */
const PROGRAMS = [
  {
    name: 'redis-server',
    package: 'redis-server',
    variable: 'ROLLCALL_TEST_REDIS_SERVER',
    without: 'the tests on Redis',
    // A developer's machine is the developer's: a server that starts by itself is put on CI's only.
    onlyOnCi: true,
  },
  {
    name: 'chromium',
    package: 'chromium',
    variable: 'ROLLCALL_TEST_CHROMIUM',
    without: 'the tests of the pages',
  },
  {
    name: 'zbarimg',
    package: 'zbar-tools',
    variable: 'ROLLCALL_TEST_ZBARIMG',
    without: 'the reading of printed labels',
  },
  {
    name: 'pdftoppm',
    package: 'poppler-utils',
    variable: 'ROLLCALL_TEST_PDFTOPPM',
    without: 'the reading of printed labels',
  },
];

/**
 * The programs that the tests may start, by the variable that names each; as root Debian's are installed where they
 * are missing. `missing`: what is left out for want of one.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ found: Record<string, string>, missing: string[] }}
 */
export function findOrInstallPrograms(env = process.env) {
  const wanted = PROGRAMS.filter((program) => !pathOf(program, env));
  const mayInstall = process.getuid?.() === 0 && findProgram('apt-get', env);
  const packages = wanted
    .filter(({ onlyOnCi }) => !onlyOnCi || env.CI === 'true')
    .map((program) => program.package);
  if (mayInstall && packages.length > 0) install(mayInstall, packages, env);
  const found = {};
  const missing = [];
  for (const program of PROGRAMS) {
    const path = pathOf(program, env);
    if (path) found[program.variable] = path;
    else missing.push(`${program.without}, as this machine has no ${program.name}`);
  }
  return { found, missing };
}

function install(aptGet, packages, env) {
  console.error(`Installing ${packages.join(', ')} for the tests …`);
  const options = { stdio: ['ignore', 2, 2], env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
  // A fresh machine has no package lists; an older one has stale ones. Either way they are needed once.
  spawnSync(aptGet, ['update', '--quiet'], options);
  const flags = ['install', '--yes', '--quiet', '--no-install-recommends'];
  const { status } = spawnSync(aptGet, [...flags, ...packages], options);
  if (status !== 0) console.error(`They could not all be installed (exit status ${status}).`);
}

function pathOf({ name, variable }, env) {
  return env[variable] || findProgram(name, env);
}

function findProgram(name, env) {
  return (env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
}
