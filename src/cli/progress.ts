import type { JobView } from '../jobs/jobs.service.js';

const WIDTH = 30;
const LINE_EVERY_MS = 2_000;

/** Shows how far a job is: a bar that redraws itself on a terminal, a line now and then anywhere else. */
export class Progress {
  private lastLine = 0;
  private lastStage: string | null = null;

  constructor(private readonly out: NodeJS.WriteStream = process.stderr) {}

  show(job: JobView): void {
    if (this.out.isTTY) this.out.write(`\r\u001b[2K${bar(job)}`);
    else this.line(job);
  }

  /** Leaves the bar's line. */
  end(): void {
    if (this.out.isTTY) this.out.write('\n');
  }

  private line(job: JobView): void {
    const isNew = job.stage !== this.lastStage;
    if (!isNew && Date.now() - this.lastLine < LINE_EVERY_MS) return;
    this.lastLine = Date.now();
    this.lastStage = job.stage;
    this.out.write(`${text(job)}\n`);
  }
}

function bar(job: JobView): string {
  if (!job.total) return text(job);
  const filled = Math.round((WIDTH * Math.min(job.done, job.total)) / job.total);
  return `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${text(job)}`;
}

function text(job: JobView): string {
  const number = (value: number): string => value.toLocaleString('en-US');
  const of = job.total ? ` of ${number(job.total)}` : '';
  const rate = job.rate ? `, ${number(Math.round(job.rate))} a second` : '';
  const eta = job.etaSeconds ? `, ${duration(job.etaSeconds)} left` : '';
  return `${job.stage ?? job.state}: ${number(job.done)}${of}${rate}${eta}`;
}

function duration(seconds: number): string {
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
