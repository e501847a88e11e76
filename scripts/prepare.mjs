/**
 * Makes a fresh clone ready to run: installs what is missing and builds what changed. Plain Node, because it runs
 * before anything is installed. What it says goes to standard error: standard output belongs to the command that comes
 * after.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './prepare-lock.mjs';
import {
  buildFingerprint,
  clearStaleOutput,
  isBuilt,
  isInstalled,
  lockListsWhatWeNeed,
  markBuilt,
  markInstalled,
} from './prepare-stamps.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = [20, 19];
// Not what the caller's npm was told: building needs the development packages, and a silent npm hides why it failed.
const INSTALL_OPTIONS = [
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** A reason to stop that needs no stack: the message says what to do. */
export class CannotPrepare extends Error {}

/** Installs and, unless the caller needs no build, builds if needed; `say` gets a line before what takes time. */
export async function prepare(say = (line) => console.error(line), { builds = true } = {}) {
  assertNodeIsNewEnough(process.versions.node);
  if (isInstalled(ROOT) && (!builds || isBuilt(ROOT))) return;
  const onWait = (pid) =>
    say(`Another Rollcall command (process ${pid}) is installing or building; waiting for it.`);
  await withLock(join(ROOT, '.rollcall-prepare'), { onWait }, async (helping) => {
    // Asked again: whoever we waited for has probably done it.
    if (!isInstalled(ROOT)) await install(say, helping);
    if (builds && !isBuilt(ROOT)) await build(say, helping);
  });
}

/** Prepares and then runs `command`; a reason to stop is printed as it is, anything else is a bug with its stack. */
export async function prepareAnd(command, needs) {
  try {
    await prepare(undefined, needs);
  } catch (error) {
    if (!(error instanceof CannotPrepare)) throw error;
    console.error(error.message);
    process.exit(1);
  }
  await command();
}

export function assertNodeIsNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new CannotPrepare(
    `Rollcall needs Node ${OLDEST_NODE.join('.')} or newer, and this is Node ${version}. ` +
      'Install a newer one from https://nodejs.org and try again.',
  );
}

async function install(say, helping) {
  say('Installing packages (about a minute, only when they change) …');
  let outcome = await npm(['ci', ...INSTALL_OPTIONS], helping);
  if (outcome.exitCode !== 0 && outcome.said.includes('code EUSAGE') && lockListsWhatWeNeed(ROOT)) {
    // A lock file that was made where the registry lacks some system's binaries does not list them, and npm ci then
    // refuses on every system (npm/cli#4828). npm install follows the same lock file and adds this system's.
    outcome = await npm(['install', '--no-save', ...INSTALL_OPTIONS], helping);
  }
  if (outcome.exitCode !== 0) {
    throw new CannotPrepare(
      `${outcome.said}\nThe packages could not be installed (npm: ${outcome.exitCode}); the reason is above. ` +
        'If it is the network: npm needs its registry, behind a proxy with npm config set proxy http://….',
    );
  }
  markInstalled(ROOT);
}

async function build(say, helping) {
  say('Building …');
  const fingerprint = buildFingerprint(ROOT);
  clearStaleOutput(ROOT);
  const { exitCode, said } = await npm(['run', '--silent', 'build'], helping);
  if (exitCode !== 0)
    throw new CannotPrepare(`${said}\nThe build failed (npm: ${exitCode}); the reason is above.`);
  markBuilt(ROOT, fingerprint);
}

/** Runs npm and answers its exit status, or the signal that ended it, with all that it said. */
function npm(args, helping) {
  const { npm_execpath: running } = process.env;
  // The npm that started us, if it did: there may be another first in PATH, or none.
  const [file, ...first] = running?.endsWith('npm-cli.js') ? [process.execPath, running] : ['npm'];
  const child = spawn(file, [...first, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: file === 'npm' && process.platform === 'win32',
  });
  if (child.pid !== undefined) helping(child.pid);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  // Whoever stops us stops npm too; otherwise it would go on alone, and the next command would run beside it.
  let stoppedBy;
  const passOn = (signal) => {
    stoppedBy = signal;
    child.kill(signal);
  };
  for (const signal of STOP_SIGNALS) process.on(signal, passOn);
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new CannotPrepare(`npm could not be started: ${error.message}`)));
    child.on('close', (exitCode, signal) => {
      for (const each of STOP_SIGNALS) process.off(each, passOn);
      if (stoppedBy) process.exit(128 + constants.signals[stoppedBy]);
      resolve({ exitCode: exitCode ?? signal, said: said.trim() });
    });
  });
}
