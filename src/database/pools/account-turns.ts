import { setTimeout as sleep } from 'node:timers/promises';

interface Account {
  inside: number;
  /** Each lets one in; the longest wait comes first. */
  waiting: (() => void)[];
}

/** Lets each account do a few things at a time. The next ones wait for their turn, but not for long. */
export class AccountTurns {
  private readonly accounts = new Map<string, Account>();

  constructor(
    private readonly most: number,
    private readonly waitMs: number,
  ) {}

  /**
   * Waits for a turn. Call what it answers when the turn is over; calling it again has no effect.
   * @param ended ends the wait of a caller who went away
   * @returns undefined where no turn came in time
   */
  async enter(accountId: string, ended?: AbortSignal): Promise<(() => void) | undefined> {
    const account = this.accounts.get(accountId) ?? { inside: 0, waiting: [] };
    this.accounts.set(accountId, account);
    if (account.inside < this.most) account.inside++;
    else if (!(await this.turnOf(account, ended))) return undefined;
    let isInside = true;
    return () => {
      if (isInside) this.leave(accountId, account);
      isInside = false;
    };
  }

  private async turnOf(account: Account, ended: AbortSignal | undefined): Promise<boolean> {
    const over = new AbortController();
    const signal = ended ? AbortSignal.any([over.signal, ended]) : over.signal;
    let letIn = (): void => undefined;
    const turn = new Promise<true>((resolve) => (letIn = () => resolve(true)));
    account.waiting.push(letIn);
    const patience = sleep(this.waitMs, false, { signal }).catch(() => false);
    await Promise.race([turn, patience]);
    over.abort();
    const place = account.waiting.indexOf(letIn);
    if (place >= 0) account.waiting.splice(place, 1);
    // Whoever is not waiting any more was let in, also at the very moment at which the time was over.
    return place < 0;
  }

  private leave(accountId: string, account: Account): void {
    const next = account.waiting.shift();
    // The next one takes over the place.
    if (next) next();
    else if (--account.inside === 0) this.accounts.delete(accountId);
  }
}
