import { setTimeout as sleep } from 'node:timers/promises';
import { TEST_SECRETS_KEY } from './app.js';
import type { DeliveryDesk } from './delivery-desk.js';
import { RollcallChild } from './rollcall-child.js';

const MOST_TRIES = 10;
const PAUSE_MS = 1_000;

/** Does what can be done again. A busy machine may let a connection of the test itself wait for too long. */
export async function stubbornly<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1)
    try {
      return await work();
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      await sleep(PAUSE_MS);
    }
}

/** Rollcall in a process that serves the API, works on jobs and sends letters, and that a test kills. */
export class KilledRollcall {
  private child: RollcallChild | undefined;
  /** Loaded, and not running yet. */
  private next: RollcallChild | undefined;
  /** How many processes there have been. */
  processes = 0;

  constructor(private readonly desk: DeliveryDesk) {}

  /** Changes with each process. */
  get url(): string {
    return this.child?.url ?? 'http://127.0.0.1:1';
  }

  /** Kills Rollcall and starts another at once. What the dead one held is free, as it would be five minutes later. */
  async restart(): Promise<void> {
    await this.child?.killHard();
    await stubbornly(() => this.freeWhatItHeld());
    this.child = this.next ?? this.load();
    this.next = this.load();
    this.processes += 1;
    await this.child.run();
  }

  async end(): Promise<void> {
    await this.child?.killHard();
    await this.next?.killHard();
  }

  private async freeWhatItHeld(): Promise<void> {
    await this.desk.pass(300);
    await this.desk.app.source.query(
      `UPDATE jobs SET lease_until = now() - interval '1 second' WHERE district_id = $1 AND state = 'running'`,
      [this.desk.here.district.id],
    );
  }

  private load(): RollcallChild {
    return new RollcallChild(this.desk.app.database.appUrl, 'all', undefined, {
      SECRETS_KEY: TEST_SECRETS_KEY,
      SMTP_URL: this.desk.smtp.url,
      DELIVER_TO_PRIVATE_ADDRESSES: 'yes',
    });
  }
}
