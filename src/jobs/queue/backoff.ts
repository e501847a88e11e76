/** How long to wait before each further attempt: twice as long every time, up to a limit. */
export class Backoff {
  private wait: number;

  constructor(
    private readonly firstMs = 1_000,
    private readonly mostMs = 30_000,
  ) {
    this.wait = firstMs;
  }

  next(): number {
    const wait = this.wait;
    this.wait = Math.min(wait * 2, this.mostMs);
    return wait;
  }

  reset(): void {
    this.wait = this.firstMs;
  }
}
