import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that a test starts: named by a variable, or in PATH; undefined where there is none. */
export function program(name: string, variable: string): string | undefined {
  return (
    process.env[variable] ||
    (process.env['PATH'] ?? '')
      .split(delimiter)
      .map((folder) => join(folder, name))
      .find((file) => existsSync(file))
  );
}

/** Runs a program to its end; what it printed. */
export function run(file: string, args: string[], input?: Buffer): Buffer {
  const { status, stdout, stderr, error } = spawnSync(file, args, { input, maxBuffer: 512 * 1024 * 1024 });
  if (error) throw error;
  if (status !== 0) throw new Error(`${file} ended with ${status}: ${stderr.toString()}`);
  return stdout;
}
