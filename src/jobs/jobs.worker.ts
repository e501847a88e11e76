import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Settings } from '../config/settings.js';
import type { DueJob } from './job-leases.js';
import { JobsService } from './jobs.service.js';
import { QueueHealth } from './queue-health.js';
import { QueueListener } from './queue-listener.js';
import { Slots } from './slots.js';

/** Jobs that one process works on at the same time. */
const AT_ONCE = 2;

/** How often the table is looked at, and how long a ring may take before its job counts as forgotten. */
const WITH_QUEUE = { everyMs: 3_000, graceSeconds: 2 };
/** Nobody rings, so this look is all that starts a job. */
const WITHOUT_QUEUE = { everyMs: 1_000, graceSeconds: 0 };

/**
 * Works on jobs. The table of jobs is the queue: this looks into it and runs what is due, whatever BullMQ says. A ring
 * through BullMQ only makes it quicker. Only in processes that work.
 */
@Injectable()
export class JobsWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly slots = new Slots(AT_ONCE);
  private readonly halt = new AbortController();

  constructor(
    private readonly settings: Settings,
    private readonly jobs: JobsService,
    private readonly listener: QueueListener,
    private readonly health: QueueHealth,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.ROLE === 'api') return;
    const onRing = (districtId: string, jobId: string): Promise<unknown> =>
      this.slots.use(() => this.jobs.work(districtId, jobId));
    void this.listener.listen(onRing, AT_ONCE);
    void this.sweepUntilStopped();
  }

  /** Before the database is let go: what is worked on here is given back. */
  async beforeApplicationShutdown(): Promise<void> {
    this.halt.abort();
    // A long job is not waited for. Its row says how far it came, and another worker goes on there.
    await this.listener.stop();
    try {
      await this.jobs.stop();
    } catch (error) {
      this.logger.warn(
        { err: error },
        'jobs were not given back; another worker takes them when their leases end',
      );
    }
  }

  private get pace(): typeof WITH_QUEUE {
    return this.health.isBroken ? WITHOUT_QUEUE : WITH_QUEUE;
  }

  private async sweepUntilStopped(): Promise<void> {
    const { signal } = this.halt;
    while (!signal.aborted) {
      await this.sweep();
      await sleep(this.pace.everyMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Begins what is due, as far as there is room here; other workers do the same. */
  private async sweep(): Promise<void> {
    if (!this.slots.anyFree) return;
    try {
      for (const job of await this.jobs.due(this.pace.graceSeconds)) {
        if (!this.slots.anyFree || this.halt.signal.aborted) return;
        void this.slots.use(() => this.workOn(job));
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'looking for jobs that are due failed; the next look follows');
    }
  }

  private async workOn({ districtId, id }: DueJob): Promise<void> {
    try {
      // The next of its lane may be due now, and without the queue nobody would ring for it.
      if ((await this.jobs.work(districtId, id)) && !this.halt.signal.aborted)
        setImmediate(() => void this.sweep());
    } catch (error) {
      this.logger.warn({ err: error, jobId: id }, 'a job that is due could not be begun; it stays due');
    }
  }
}
