import { Injectable } from '@nestjs/common';
import { JobBell } from './job-bell.js';
import { QueueHealth } from './queue-health.js';

/** How the queue is, for whoever runs Rollcall. */
export interface QueueStatus {
  status: 'up' | 'down';
  message?: string;
}

/** Asks the queue, and whether this process hears from it. */
@Injectable()
export class QueueCheck {
  constructor(
    private readonly bell: JobBell,
    private readonly health: QueueHealth,
  ) {}

  async check(): Promise<QueueStatus> {
    if ((await this.bell.answers()) && !this.health.isBroken) return { status: 'up' };
    return {
      status: 'down',
      message:
        'The job queue does not answer. Jobs still run, because workers look for them in the database every few seconds. ' +
        "The reason is in this server's log. Check REDIS_URL and that server; without REDIS_URL, check the database's " +
        'schema "bullmq" and the rights on it.',
    };
  }
}
