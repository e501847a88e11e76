import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** Characters of its log that are kept. */
const MOST_ERRORS = 4_000;

/** The built application in another process. The sources would take three seconds of work more to load. */
export class RollcallChild {
  private readonly child: ChildProcess;
  private readonly lines: AsyncIterator<string>;
  private errors = '';
  url = '';

  /**
   * Loads the application. After this, `run` is quick.
   * @param folder the child's folder for temporary files, by default the same as the test's
   * @param settings beside the usual ones
   */
  constructor(
    appUrl: string,
    role: 'all' | 'api' | 'worker',
    folder = process.env['TMPDIR'],
    settings: Record<string, string> = {},
  ) {
    const script = resolve('test/support/killable-child.mjs');
    const { PATH, HOME } = process.env;
    this.child = spawn(process.execPath, [script, appUrl, role], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { PATH, HOME, TMPDIR: folder, CHILD_SETTINGS: JSON.stringify(settings) },
    });
    if (!this.child.stdout) throw new Error('The child has no output.');
    this.child.stderr?.on(
      'data',
      (text: Buffer) => (this.errors = (this.errors + text.toString()).slice(-MOST_ERRORS)),
    );
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  static async start(
    appUrl: string,
    role: 'all' | 'api' | 'worker' = 'all',
    folder?: string,
  ): Promise<RollcallChild> {
    const started = new RollcallChild(appUrl, role, folder);
    await started.run();
    return started;
  }

  async run(): Promise<void> {
    this.child.stdin?.write('\n');
    this.url = await this.line();
  }

  /** The most memory it had since it was asked last, in MiB. */
  async mostMemory(): Promise<number> {
    this.child.stdin?.write('\n');
    return Number(await this.line()) / 1024 / 1024;
  }

  /** Whether it lives, and the last that it logged. */
  get state(): object {
    const { exitCode, signalCode } = this.child;
    return { exitCode, signalCode, errors: this.errors };
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Ends it as a power cut would. */
  async killHard(): Promise<void> {
    if (!this.isAlive) return;
    const exit = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exit;
  }

  private async line(): Promise<string> {
    const { value, done } = await this.lines.next();
    if (done) throw new Error('The application ended by itself.');
    return value;
  }
}
