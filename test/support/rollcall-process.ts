import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const MAIN = join(import.meta.dirname, '../../dist/src/main.js');
const STARTS_WITHIN_MS = 60_000;

const LAST_LINES_MS = 5_000;

/** What it inherits: nothing that could make it find another database than the one a test names. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR'];

/** Ends a process that would outlive its parent. Its threads load this too. */
const END_WITH_PARENT = `data:text/javascript,${encodeURIComponent(
  `import { isMainThread } from 'node:worker_threads';
   const end = () => process.kill(process.pid, 'SIGKILL');
   if (isMainThread) process.stdin.on('close', end).resume().unref();`,
)}`;

/** The real process, built and started as an operator starts it. */
export class RollcallProcess {
  stdout = '';
  stderr = '';
  private readonly child: ChildProcess;
  private readonly exit: Promise<unknown[]>;
  private readonly close: Promise<unknown>;

  /** @param endsWithUs for a process that nobody stops before this one ends */
  constructor(env: Record<string, string>, { endsWithUs = false } = {}) {
    const inherited = Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name] ?? '']));
    this.child = spawn(process.execPath, [...(endsWithUs ? ['--import', END_WITH_PARENT] : []), MAIN], {
      env: { ...inherited, PORT: '0', ...env },
    });
    this.exit = once(this.child, 'exit');
    this.close = once(this.child, 'close');
    this.child.stdout?.on('data', (data: Buffer) => (this.stdout += data.toString()));
    this.child.stderr?.on('data', (data: Buffer) => (this.stderr += data.toString()));
  }

  /** Lines of the log so far. */
  get lines(): { msg: string; url?: string }[] {
    const whole = this.stdout.split('\n').slice(0, -1);
    return whole.map((line) => JSON.parse(line) as { msg: string; url?: string });
  }

  /** Waits until the log says this, and answers that line. */
  async says(message: string): Promise<{ msg: string; url?: string }> {
    for (const until = Date.now() + STARTS_WITHIN_MS; Date.now() < until; await sleep(50)) {
      const line = this.lines.find(({ msg }) => msg === message);
      if (line) return line;
      if (this.child.exitCode !== null) break;
    }
    throw new Error(`it never said "${message}":\n${this.stdout}\n${this.stderr}`);
  }

  /** Waits until it serves, and answers where. */
  async ready(): Promise<string> {
    return (await this.says('ready')).url ?? '';
  }

  /** The link that it prints while nobody can sign in; it comes after the log's word, by another pipe. */
  async setUpLink(): Promise<string> {
    await this.says('nobody can sign in yet: use the setup link');
    for (const until = Date.now() + LAST_LINES_MS; Date.now() < until; await sleep(10)) {
      const [, link] = /(http:\S+\/setup\/\S+)\s/.exec(this.stderr) ?? [];
      if (link) return link;
    }
    throw new Error(`it printed no setup link:\n${this.stderr}`);
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** Its exit code, or the signal that ended it. */
  async ended(): Promise<unknown> {
    const [code, signal] = await this.exit;
    // Its last lines may still be on their way; a server that it leaves behind may hold the pipes for good.
    await Promise.race([this.close, sleep(LAST_LINES_MS, undefined, { ref: false })]);
    return code ?? signal;
  }

  /** Stops it the kind way, and if it will not, the other. Safe after it ended. */
  async stop(): Promise<unknown> {
    const late = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
    this.child.kill('SIGTERM');
    const end = await this.ended();
    clearTimeout(late);
    return end;
  }
}
