/**
 * Runs in a thread of its own, and ends the process when a stop takes too long. A busy event loop neither hears the
 * signal nor runs a timer, so this thread listens for the signal itself.
 */
import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

/** Node offers signals to the main thread only. This is what `process.on('SIGTERM')` is made of there. */
interface SignalWrap {
  Signal: new () => { onsignal: () => void; start(signal: number): number };
}

const { killMs, signals } = workerData as { killMs: number; signals: number[] };
let isStopping = false;

function killLater(): void {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => {
    const line = {
      level: 60,
      time: Date.now(),
      pid: process.pid,
      msg: 'killed: the process was too busy to stop',
    };
    writeSync(1, `${JSON.stringify(line)}\n`);
    process.kill(process.pid, 'SIGKILL');
  }, killMs);
}

function listen(): void {
  const { binding } = process as unknown as { binding?: (name: string) => SignalWrap };
  // Here only: the main thread goes on telling of what is deprecated.
  process.noDeprecation = true;
  const { Signal } = binding?.call(process, 'signal_wrap') ?? {};
  if (!Signal) return;
  for (const number of signals) {
    const signal = new Signal();
    signal.onsignal = killLater;
    signal.start(number);
  }
}

// A Node without the binding still hears of a stop from the main thread, as long as that thread runs.
parentPort?.on('message', killLater);
try {
  listen();
} catch {
  // The same: this Node has no such binding.
}
parentPort?.postMessage('listening');
