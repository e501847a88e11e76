import { execFileSync } from 'node:child_process';
import os from 'node:os';
import type pg from 'pg';
import type { Timings } from './timings.js';

/** One line of the report. */
export interface Figure {
  work: string;
  /** What the rates count. */
  unit: string;
  floor: Timings;
  rollcall: Timings;
  /** Rollcall's rate as a share of the floor's. */
  ratio: number;
  /** DESIGN section 14. */
  budget: string;
  isMet: boolean;
  /** Whatever else was seen, by name. */
  also?: Record<string, number>;
}

export interface BenchReport {
  measuredAt: string;
  machine: Record<string, string | number>;
  devices: number;
  /** Most memory that the Rollcall process held, in MB: while it imported, and at all. */
  memoryMb: { import: number; queries: number };
  figures: Figure[];
}

export async function machine(client: pg.ClientBase): Promise<BenchReport['machine']> {
  const { rows } = await client.query<{ version: string; buffers: string; sync: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('shared_buffers') AS buffers,
            current_setting('synchronous_commit') AS sync`,
  );
  return {
    processor: os.cpus()[0]?.model ?? 'unknown',
    cores: os.availableParallelism(),
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    node: process.versions.node,
    postgresql: rows[0]?.version ?? '?',
    sharedBuffers: rows[0]?.buffers ?? '?',
    synchronousCommit: rows[0]?.sync ?? '?',
    commit: commit(),
  };
}

/** The report as a table of plain text. */
export function asTable({ machine: on, devices, memoryMb, figures }: BenchReport): string {
  const head = ['work', 'floor', 'Rollcall', 'ratio', 'p50', 'p95', 'p99', 'budget', ''];
  const rows = figures.map((figure) => [
    figure.work,
    `${rate(figure.floor)} ${figure.unit}`,
    `${rate(figure.rollcall)} ${figure.unit}`,
    figure.ratio.toFixed(2),
    ms(figure.rollcall.p50),
    ms(figure.rollcall.p95),
    ms(figure.rollcall.p99),
    figure.budget,
    figure.budget === '' ? '' : figure.isMet ? 'met' : 'MISSED',
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => (row[i] ?? '').length)));
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const also = figures.flatMap(({ work, also: more = {} }) =>
    Object.entries(more).map(([name, value]) => `${work}: ${name} ${number(value)}`),
  );
  const machineWords = Object.entries(on).map(([name, value]) => `${name} ${value}`);
  return [
    `${number(devices)} devices; ${machineWords.join(', ')}`,
    '',
    ...lines,
    '',
    ...also,
    `memory of the Rollcall process: ${memoryMb.import} MB at the most while importing, ${memoryMb.queries} MB after`,
  ].join('\n');
}

/** Two and three digits say enough of a rate. */
function rate(timings: Timings): string {
  return number(timings.rate >= 100 ? Math.round(timings.rate) : Number(timings.rate.toPrecision(3)));
}

function ms(value: number): string {
  return Number.isFinite(value) ? `${value >= 1000 ? number(Math.round(value)) : value.toFixed(1)} ms` : '';
}

function number(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}

function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      cwd: import.meta.dirname,
    }).trim();
  } catch {
    return 'unknown';
  }
}
