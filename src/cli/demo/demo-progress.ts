import { Progress } from '../progress.js';

/** Tells how far the demo is, in the words and the shape in which jobs tell it. */
export class DemoProgress {
  private readonly progress = new Progress();
  private readonly startedAt = performance.now();
  private done = 0;
  private fresh = 0;

  constructor(
    private readonly stage: string,
    private readonly total: number,
  ) {}

  /** `fresh` of the `count` are new; those that were there already say nothing of how fast it goes. */
  add(count: number, fresh: number): void {
    this.done += count;
    this.fresh += fresh;
    const rate = this.fresh / ((performance.now() - this.startedAt) / 1000);
    this.progress.show({
      id: '',
      kind: 'demo',
      state: 'running',
      stage: this.stage,
      done: this.done,
      total: this.total,
      rate: rate || null,
      etaSeconds: rate ? Math.ceil((this.total - this.done) / rate) : null,
      result: null,
      problem: null,
    });
  }

  end(): void {
    this.progress.end();
  }
}
