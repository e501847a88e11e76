import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { PeriodicWork } from '../periodic/periodic-work.js';
import type { DueJob } from './job-leases.js';
import { JobsService } from './jobs.service.js';
import { QueueHealth } from './queue/queue-health.js';
import { QueueListener } from './queue/queue-listener.js';
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
export class JobsWorker implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly slots = new Slots(AT_ONCE);
  private isStopping = false;

  constructor(
    private readonly settings: Settings,
    private readonly jobs: JobsService,
    private readonly listener: QueueListener,
    private readonly health: QueueHealth,
    private readonly periodic: PeriodicWork,
  ) {}

  onModuleInit(): void {
    this.periodic.register({
      name: 'looking for jobs that are due',
      everyMs: () => this.pace.everyMs,
      run: () => this.sweep(),
    });
  }

  onApplicationBootstrap(): void {
    if (this.settings.ROLE === 'api') return;
    const onRing = (districtId: string, jobId: string): Promise<unknown> =>
      this.slots.use(() => this.jobs.work(districtId, jobId));
    void this.listener.listen(onRing, AT_ONCE);
  }

  /** Before the database is let go: what is worked on here is given back. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
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

  /** Begins what is due, as far as there is room here; other workers do the same. */
  private async sweep(): Promise<void> {
    if (!this.slots.anyFree) return;
    await this.jobs.beginDue(this.pace.graceSeconds, (job) => {
      const hasRoom = this.slots.anyFree && !this.isStopping;
      if (hasRoom) void this.workOn(job);
      return hasRoom;
    });
  }

  /** Afterward it looks for the next job of the lane, because without the queue nobody rings for that one. */
  private async workOn({ districtId, id }: DueJob): Promise<void> {
    try {
      const isDone = await this.slots.use(() => this.jobs.work(districtId, id));
      if (isDone && !this.isStopping) await this.sweep();
    } catch (error) {
      this.logger.warn({ err: error, jobId: id }, 'a job that is due could not be begun; it stays due');
    }
  }
}
