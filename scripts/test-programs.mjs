import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The redis-server that the tests may start, or undefined. On CI as root Debian's is installed when there is none: a
 * developer's machine is the developer's, and there the tests on Redis are left out instead.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
export function findOrInstallRedis(env = process.env) {
  const given = env.ROLLCALL_TEST_REDIS_SERVER || findProgram('redis-server', env);
  if (given) return given;
  const aptGet = findProgram('apt-get', env);
  if (env.CI !== 'true' || process.getuid?.() !== 0 || !aptGet) return undefined;
  console.error('Installing redis-server for the tests on Redis …');
  const options = { stdio: ['ignore', 2, 2], env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
  const install = ['install', '--yes', '--no-install-recommends', 'redis-server'];
  // A fresh machine has no package lists; an older one has stale ones. Either way they are needed once.
  spawnSync(aptGet, ['update', '--quiet'], options);
  const { status } = spawnSync(aptGet, install, options);
  const installed = findProgram('redis-server', env);
  if (status !== 0 || !installed)
    console.error(`redis-server could not be installed (exit status ${status}).`);
  return installed;
}

function findProgram(name, env) {
  return (env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
}
