import { type Command, InvalidArgumentError } from 'commander';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { asTable } from './bench/bench-report.js';
import { runBench } from './bench/run-bench.js';

interface BenchCommandOptions {
  devices: number;
  seconds: number;
  rounds: number;
  out: string;
}

/** `rollcall bench`: how fast this version is on this machine. */
export function addBenchCommand(program: Command): void {
  program
    .command('bench')
    .description(
      'measure look-up, scans, import, counts, lists, search and export beside their floors, in databases of its own',
    )
    .option('--devices <n>', 'devices in the district', wholeNumber, 100_000)
    .option('--seconds <n>', 'how long each side of a round is measured', positive, 3)
    .option('--rounds <n>', 'how often the two sides take turns', wholeNumber, 3)
    .option('--out <file>', 'where the figures go as JSON', 'data/bench.json')
    .action(async ({ out, ...options }: BenchCommandOptions) => {
      const say = (line: string): void => void process.stderr.write(`${line}\n`);
      const report = await runBench({ ...options, say });
      await mkdir(dirname(out), { recursive: true });
      await writeFile(out, `${JSON.stringify(report, null, 2)}\n`);
      process.stdout.write(`${asTable(report)}\n\nWritten to ${out}\n`);
    });
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new InvalidArgumentError('Use a whole number from 1.');
  return Number(value);
}

function positive(value: string): number {
  const number = Number(value);
  if (!(number > 0 && Number.isFinite(number))) throw new InvalidArgumentError('Use a number above 0.');
  return number;
}
