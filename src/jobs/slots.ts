/** Limits how many pieces of work run at the same time; the others wait for their turn. */
export class Slots {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  get anyFree(): boolean {
    return this.free > 0;
  }

  async use<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      // Handed on and not given back, so that nobody who comes later goes first.
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
