import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './prepare.mjs';

const ORPHAN_POLL_MS = 250;
// Asked when this file is loaded: it may be gone by the time everything is built.
const STARTED_BY = process.ppid;

// A small nursery keeps an import of a million rows within 400 MB: with Node's own, garbage waits in the old space
// until there is a gigabyte of it.
const NODE_OPTIONS = [
  '--enable-source-maps',
  '--max-semi-space-size=4',
  '--no-concurrent-marking',
  '--heap-growing-percent=100',
];

/**
 * Runs a built entry point in place of this process: same streams, same signals, same exit status. The working folder
 * stays the caller's, so that a file named on the command line is found.
 * @param {string} entryPoint below the project's folder
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export function runInstead(entryPoint, args, env = process.env) {
  const child = spawn(process.execPath, [...NODE_OPTIONS, `${ROOT}/${entryPoint}`, ...args], {
    stdio: 'inherit',
    env,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!terminalHasSentIt(signal)) child.kill(signal);
    });
  }
  onOrphaned(() => child.kill('SIGTERM'));
  child.on('error', (error) => {
    console.error(`${entryPoint} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('close', (exitCode, signal) => process.exit(exitCode ?? 128 + constants.signals[signal]));
}

// `kill` of `npm start` ends npm and its shell, and the shell passes nothing on: we would serve on, seen by nobody. Only
// under npm, because whoever starts us directly may well leave us running in the background.
function onOrphaned(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const watch = setInterval(() => {
    if (process.ppid === STARTED_BY) return;
    clearInterval(watch);
    stop();
  }, ORPHAN_POLL_MS);
  watch.unref();
}

// Ctrl-C reaches every process of the terminal's foreground group; passed on, the child would get it twice, and a
// second one often means "do not even tidy up".
function terminalHasSentIt(signal) {
  return signal === 'SIGINT' && process.stdin.isTTY;
}
