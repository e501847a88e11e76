import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Worker } from 'bullmq';
import { Settings } from '../config/settings.js';
import { JobsService } from './jobs.service.js';
import { QueueConnection } from './queue-connection.js';

const SWEEP_MS = 3_000;

/** Takes jobs from the queue, and looks for those the queue has lost. Only in processes that work. */
@Injectable()
export class JobsWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private worker: Worker | undefined;
  private sweeping: NodeJS.Timeout | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly jobs: JobsService,
    private readonly connection: QueueConnection,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.ROLE === 'api') return;
    this.worker = this.connection.startWorker(async ({ data }) => {
      const { districtId, jobId } = data as { districtId: string; jobId: string };
      await this.jobs.work(districtId, jobId);
    }, 2);
    this.worker.on('error', (error) => this.logger.warn({ err: error }, 'queue'));
    this.sweeping = setInterval(() => void this.sweep(), SWEEP_MS);
  }

  /** Before the database is let go: what is worked on here is given back. */
  async beforeApplicationShutdown(): Promise<void> {
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

  private async sweep(): Promise<void> {
    try {
      await this.jobs.sweep();
    } catch (error) {
      this.logger.warn({ err: error }, 'sweep for lost jobs failed; the next one follows');
    }
  }
}
