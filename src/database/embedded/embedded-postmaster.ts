import { readFileSync, writeFileSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { runAs } from './embedded-command.js';
import { codeOf, readIfThere } from './embedded-files.js';

/** What `postmaster.pid` and the process table say together. */
export type ServerState =
  { status: 'stopped' } | { status: 'starting' | 'stopping' } | { status: 'ready'; port: number };

// The lines of postmaster.pid (miscadmin.h, LOCK_FILE_LINE_*).
const PID_LINE = 0;
const PORT_LINE = 3;
const STATUS_LINE = 7;

// Above every system's largest process id, so PostgreSQL finds nobody there.
const NOBODY = 99_999_999;

function pidFile(clusterDir: string): string {
  return join(clusterDir, 'postmaster.pid');
}

/** Reads the state of the cluster's server. A pid file whose process is gone, or is another program, means stopped. */
export async function readServerState(clusterDir: string): Promise<ServerState> {
  const lines = await readPidFile(clusterDir);
  if (!lines || !(await isServer(pidIn(lines), clusterDir))) return { status: 'stopped' };
  const status = lines[STATUS_LINE]?.trim();
  const port = Number(lines[PORT_LINE]);
  if (status === 'stopping') return { status };
  return status === 'ready' && port > 0 ? { status, port } : { status: 'starting' };
}

/** The process that serves the cluster now, if any. */
export async function serverPid(clusterDir: string): Promise<number | undefined> {
  const lines = await readPidFile(clusterDir);
  if (!lines) return undefined;
  const pid = pidIn(lines);
  return (await isServer(pid, clusterDir)) ? pid : undefined;
}

/**
 * After a restart of the machine, or in a new container, the process id in a left-over postmaster.pid may be another
 * program's, and PostgreSQL would take that program for a running server. Only the id is made harmless: by the rest of
 * the file PostgreSQL checks that no orphan of the old server still holds the shared memory.
 */
export async function disarmStalePidFile(clusterDir: string): Promise<void> {
  const lines = await readPidFile(clusterDir);
  if (!lines || !isAlive(pidIn(lines)) || (await isServer(pidIn(lines), clusterDir))) return;
  const file = pidFile(clusterDir);
  // In one go: while we asked who the process is, somebody else may have started the server and written a new file.
  if (readFileSync(file, 'utf8') !== lines.join('\n')) return;
  lines[PID_LINE] = String(NOBODY);
  writeFileSync(file, lines.join('\n'));
}

async function readPidFile(clusterDir: string): Promise<string[] | undefined> {
  return (await readIfThere(pidFile(clusterDir)))?.split('\n');
}

function pidIn(lines: readonly string[]): number {
  return Number.parseInt(lines[PID_LINE] ?? '', 10);
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
    if (codeOf(error) === 'EPERM') return true;
    throw error;
  }
}

async function isServer(pid: number, clusterDir: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const command = await commandLine(pid);
  // Where the system will not tell, believe the file: to start a second server would be worse than to wait.
  return command === undefined || command.includes(`postgres -D ${await realpath(clusterDir)} `);
}

async function commandLine(pid: number): Promise<string | undefined> {
  if (platform() === 'linux') return (await readIfThere(`/proc/${pid}/cmdline`))?.replaceAll('\0', ' ') ?? '';
  if (platform() === 'win32') return undefined;
  const answer = await runAs({ name: 'the current user' }, 'ps', ['-p', String(pid), '-o', 'command=']);
  return answer.succeeded ? answer.output : undefined;
}
