import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';

const LOOK_EVERY_MS = 100;
const STOP_MS = 15_000;

/** A server in a process of its own, so that the clients do not share its thread. */
export class BenchProcess {
  private mostBytes = 0;
  private readonly watch: NodeJS.Timeout;

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {
    this.watch = setInterval(() => {
      this.mostBytes = Math.max(this.mostBytes, residentBytes(child.pid ?? 0));
    }, LOOK_EVERY_MS);
  }

  /** Starts a compiled file of ours that tells its address in a line of JSON with a `url`. */
  static async start(file: string, env: Record<string, string>): Promise<BenchProcess> {
    const child = fork(fileURLToPath(new URL(file, import.meta.url)), [], {
      env: { ...process.env, ...env },
      // As `npm start` does.
      execArgv: [
        '--enable-source-maps',
        '--max-semi-space-size=4',
        '--no-concurrent-marking',
        '--heap-growing-percent=100',
      ],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    return new BenchProcess(child, await addressOf(child));
  }

  /** The most memory it held since this was last asked; 0 where the system has no /proc. */
  takePeak(): number {
    const peak = this.mostBytes;
    this.mostBytes = 0;
    return peak;
  }

  async stop(): Promise<void> {
    clearInterval(this.watch);
    if (this.child.exitCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const kill = setTimeout(() => this.child.kill('SIGKILL'), STOP_MS);
    await gone;
    clearTimeout(kill);
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      const url = /"url":"([^"]+)"/.exec(text)?.[1];
      if (url) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`A server of the bench ended with ${code}.`)));
  });
}

function residentBytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
