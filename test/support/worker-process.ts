import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** Another process that works on the jobs of a database, from the sources as they are. */
export class WorkerProcess {
  private readonly child: ChildProcess;
  private readonly lines: AsyncIterator<string>;

  constructor(
    appUrl: string,
    name: string,
    settings: { REDIS_URL?: string | undefined; SMTP_URL?: string } = {},
  ) {
    const hooks = resolve('test/support/typescript-hooks.mjs');
    const script = resolve('test/support/worker-child.mjs');
    const { PATH, HOME, TMPDIR } = process.env;
    this.child = spawn(process.execPath, ['--import', hooks, script, appUrl, name], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { PATH, HOME, TMPDIR, ...settings },
    });
    if (!this.child.stdout) throw new Error('The worker has no output.');
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  ready(): Promise<void> {
    return this.says('ready');
  }

  /** Has it look for late claims now, beside whatever else it does. */
  async raiseLate(): Promise<void> {
    this.child.stdin?.write('\n');
    await this.says('raised');
  }

  /** Stops it where it is, as a machine that is asleep, until it is resumed. */
  pause(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  /** Ends it as a power cut would. */
  async killHard(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends it as an operator would; answers its exit code. */
  async stop(): Promise<number | null> {
    await this.end('SIGTERM');
    return this.child.exitCode;
  }

  private async says(word: string): Promise<void> {
    const { value, done } = await this.lines.next();
    if (done) throw new Error(`The worker ended before it said "${word}".`);
    if (value !== word) throw new Error(`The worker said "${value}" instead of "${word}".`);
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exit = once(this.child, 'exit');
    this.child.kill(signal);
    await exit;
  }
}
