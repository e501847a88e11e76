import { spawnSync } from 'node:child_process';

/** Runs a program to its end; what it printed. */
export function run(file: string, args: string[], input?: Buffer): Buffer {
  const { status, stdout, stderr, error } = spawnSync(file, args, { input, maxBuffer: 512 * 1024 * 1024 });
  if (error) throw error;
  if (status !== 0) throw new Error(`${file} ended with ${status}: ${stderr.toString()}`);
  return stdout;
}
