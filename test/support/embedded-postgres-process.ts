import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

/** What embedded-postgres-child.mjs prints: what it opened, or why it could not. */
export interface ChildAnswer {
  waiting?: boolean;
  released?: boolean;
  port?: number;
  ownerUrl?: string;
  milliseconds?: number;
  code?: string;
  problem?: string;
}

/** Another process that opens the embedded PostgreSQL of a data folder. */
export class EmbeddedPostgresProcess {
  private readonly child: ChildProcess;
  private readonly lines: AsyncIterator<string>;
  private readonly reader: Interface;

  /** `startSignal` is a file it waits for; `uid` is whom it runs as, when the test runs as root. */
  constructor(dataDir: string, options: { startSignal?: string; uid?: number; gid?: number } = {}) {
    const { startSignal, ...identity } = options;
    const script = resolve('test/support/embedded-postgres-child.mjs');
    this.child = spawn(
      process.execPath,
      ['--import', resolve('test/support/typescript-hooks.mjs'), script, dataDir, startSignal ?? ''],
      { ...identity, stdio: ['pipe', 'pipe', 'inherit'], env: { PATH: process.env['PATH'] } },
    );
    if (!this.child.stdout) throw new Error('The child has no output.');
    this.reader = createInterface({ input: this.child.stdout });
    this.lines = this.reader[Symbol.asyncIterator]();
  }

  /** The next thing it says; undefined once it has ended. */
  async answer(): Promise<ChildAnswer | undefined> {
    const line = await this.lines.next();
    if (line.done) return undefined;
    const answer: ChildAnswer = JSON.parse(line.value);
    return answer;
  }

  /** What it opened, after the line that says it is there. */
  async opened(): Promise<ChildAnswer | undefined> {
    const first = await this.answer();
    return first?.waiting ? this.answer() : first;
  }

  async release(): Promise<void> {
    this.child.stdin?.end();
    await this.answer();
    await this.ended();
  }

  async killHard(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended();
  }

  private async ended(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
    this.reader.close();
  }
}
