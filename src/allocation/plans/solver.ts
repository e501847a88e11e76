import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

const HIGHS = createRequire(import.meta.url).resolve('highs');

/**
 * Runs in a thread of its own, so that scans are served meanwhile. As text, since a thread begins with a file that
 * runs as it is, also where the sources are run without being built. Only what is not 0 is told: of a hundred and
 * fifty thousand variables some hundreds are.
 */
const THREAD = `
  const { parentPort, workerData } = require('node:worker_threads');
  require(workerData.highs)().then((highs) => {
    const { Status, Columns } = highs.solve(workerData.problem, { output_flag: false });
    const values = Object.entries(Columns).flatMap(([name, { Primal }]) => (Primal > 1e-6 ? [[name, Primal]] : []));
    parentPort.postMessage({ status: Status, values });
  });`;

interface Answer {
  status: string;
  values: [name: string, value: number][];
}

/**
 * Solves a linear program by HiGHS.
 * @param problem in the CPLEX LP format
 * @returns the variables that are not 0
 * @throws Error where it has no best solution; AbortError where `signal` says so
 */
export async function solve(problem: string, signal?: AbortSignal): Promise<Map<string, number>> {
  const thread = new Worker(THREAD, { eval: true, workerData: { highs: HIGHS, problem } });
  try {
    const [{ status, values }] = (await once(thread, 'message', { signal })) as [Answer];
    if (status !== 'Optimal') throw new Error(`the solver ended as ${status}`);
    return new Map(values);
  } finally {
    await thread.terminate();
  }
}
