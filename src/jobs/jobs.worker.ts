import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Worker } from 'bullmq';
import { setTimeout as sleep } from 'node:timers/promises';
import { Settings } from '../config/settings.js';
import { JobsService } from './jobs.service.js';
import { QueueConnection } from './queue-connection.js';

const SWEEP_MS = 3_000;
const CONNECT_AGAIN_MS = 1_000;
/** Jobs that one process works on at the same time. */
const AT_ONCE = 2;

/** Takes jobs from the queue, and looks for those the queue has lost. Only in processes that work. */
@Injectable()
export class JobsWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private worker: Worker | undefined;
  private sweeping: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    private readonly settings: Settings,
    private readonly jobs: JobsService,
    private readonly connection: QueueConnection,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.ROLE === 'api') return;
    void this.connect();
    this.sweeping = setInterval(() => void this.sweep(), SWEEP_MS);
    // What a process left that was here before is not kept waiting.
    void this.sweep();
  }

  /** Before the database is let go: what is worked on here is given back. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.sweeping);
    // Forced: a long job is not waited for. Its row says how far it came, and another worker goes on there.
    await this.worker?.close(true);
    try {
      await this.jobs.stop();
    } catch (error) {
      this.logger.warn(
        { err: error },
        'jobs were not given back; another worker takes them when their leases end',
      );
    }
  }

  /**
   * Connects to the queue, however long that takes. A worker whose first connection failed would try again without
   * a pause, for ever, and hold up the whole process; it is thrown away instead.
   */
  private async connect(): Promise<void> {
    while (!this.stopping) {
      const worker = this.connection.makeWorker(async ({ data }) => {
        const { districtId, jobId } = data as { districtId: string; jobId: string };
        await this.jobs.work(districtId, jobId);
      }, AT_ONCE);
      worker.on('error', (error) => this.logger.warn({ err: error }, 'queue'));
      this.worker = worker;
      try {
        await worker.waitUntilReady();
        // Ends when the worker is closed; what goes wrong before comes as an 'error' event.
        worker.run().catch((error: unknown) => this.logger.warn({ err: error }, 'the queue worker ended'));
        return;
      } catch (error) {
        this.logger.warn({ err: error }, 'the queue is away; trying again shortly');
        await worker.close(true);
        await sleep(CONNECT_AGAIN_MS);
      }
    }
  }

  private async sweep(): Promise<void> {
    try {
      await this.jobs.sweep();
    } catch (error) {
      this.logger.warn({ err: error }, 'sweep for lost jobs failed; the next one follows');
    }
  }
}
