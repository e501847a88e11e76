import { spawn } from 'node:child_process';
import { parse } from 'node:path';

/** The operating system's user that PostgreSQL runs as; without a uid it is the user of this process. */
export interface ServerOwner {
  name: string;
  uid?: number;
  gid?: number;
}

export interface CommandResult {
  succeeded: boolean;
  /** What it printed on both streams; empty when it ran detached. */
  output: string;
}

// PostgreSQL gets only these: PGDATA, PGPORT and PGOPTIONS of somebody's shell would redirect it, a locale that is
// not installed would stop it, and our own secrets have no business in the environment of another user's process.
const PASSED_ON = ['PATH', 'TMPDIR', 'TMP', 'TEMP', 'SystemRoot', 'LD_LIBRARY_PATH'];

function serverEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC' };
  for (const name of PASSED_ON) {
    if (process.env[name] !== undefined) environment[name] = process.env[name];
  }
  return environment;
}

/**
 * Runs one command as the owner and waits for its end. A command that cannot even be started is a failed command:
 * what failure means is the caller's to say. `detached` drops the output, for a command that leaves a server behind:
 * on some systems the server inherits the pipe, and its end would never come.
 */
export function runAs(
  owner: ServerOwner,
  file: string,
  args: readonly string[],
  options: { detached?: boolean } = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const identity = owner.uid === undefined ? {} : { uid: owner.uid, gid: owner.gid };
    const child = spawn(file, args, {
      ...identity,
      // Not our own folder: the owner may not be allowed to stand in it.
      cwd: parse(process.cwd()).root,
      env: serverEnvironment(),
      stdio: options.detached ? 'ignore' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => resolve({ succeeded: false, output: error.message }));
    child.on('close', (exitCode) => resolve({ succeeded: exitCode === 0, output: output.trim() }));
  });
}
