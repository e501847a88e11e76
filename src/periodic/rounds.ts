import { setTimeout as sleep } from 'node:timers/promises';

/** Does something again and again, one round after the other, until it is stopped. */
export class Rounds {
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<unknown> = Promise.resolve();
  private stopped = false;

  /**
   * @param pauseMs between the end of one round and the beginning of the next
   * @param failed hears of a round that broke; the next one follows all the same
   */
  constructor(
    private readonly round: (isStopping: () => boolean) => Promise<unknown>,
    private readonly pauseMs: number | (() => number),
    private readonly failed: (error: unknown) => void,
  ) {}

  begin(): void {
    if (this.stopped) return;
    const { pauseMs } = this;
    this.timer = setTimeout(
      () => {
        this.underWay = this.round(() => this.stopped)
          .catch(this.failed)
          .finally(() => this.begin());
      },
      typeof pauseMs === 'number' ? pauseMs : pauseMs(),
    );
  }

  /** Begins no more rounds, and waits so long for the one under way. */
  async stop(patienceMs: number): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await Promise.race([this.underWay, sleep(patienceMs, undefined, { ref: false })]);
  }
}
