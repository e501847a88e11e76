import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { Rounds } from './rounds.js';

/** Work that repeats, such as deleting expired rows. Several processes may run it at the same time. */
export interface PeriodicTask {
  /** What a log says of it, in lower case: `forgetting old imports`. */
  name: string;
  /** Milliseconds between the end of one round and the beginning of the next. */
  everyMs: number | (() => number);
  /**
   * One round. What it throws is logged, and the next round follows.
   * @param isStopping true once the process ends: a round with many steps begins no more of them
   */
  run: (isStopping: () => boolean) => Promise<unknown>;
}

/** Milliseconds that a stop waits for rounds under way. What is cut off then is rolled back. */
const STOP_MS = 5_000;

/** Runs what modules have registered, each by itself, in processes that do background work (any `ROLE` but `api`). */
@Injectable()
export class PeriodicWork implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Periodic');
  private readonly rounds: Rounds[] = [];
  private hasBegun = false;

  constructor(private readonly settings: Settings) {}

  /** Call this in `onModuleInit`. What is registered later begins at once. */
  register({ name, everyMs, run }: PeriodicTask): void {
    const failed = (error: unknown): void =>
      this.logger.warn({ err: error }, `a round of ${name} failed; the next round follows`);
    const rounds = new Rounds(run, everyMs, failed);
    this.rounds.push(rounds);
    if (this.hasBegun) rounds.begin();
  }

  onApplicationBootstrap(): void {
    if (this.settings.ROLE === 'api') return;
    this.hasBegun = true;
    for (const rounds of this.rounds) rounds.begin();
  }

  /** Before the database is let go. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.rounds.map((rounds) => rounds.stop(STOP_MS)));
  }
}
