import { Injectable, Logger } from '@nestjs/common';

/** The two things that this process uses the queue for. */
export type QueueUse = 'ringing' | 'listening';

/** Whether the queue answers this process. The log hears of it once when it fails and once when it is back. */
@Injectable()
export class QueueHealth {
  private readonly logger = new Logger('Jobs');
  private readonly broken = new Set<QueueUse>();

  failed(use: QueueUse, error: unknown): void {
    const isNews = this.broken.size === 0;
    this.broken.add(use);
    if (isNews)
      this.logger.warn(
        { err: error, use },
        'The job queue does not answer. No job is lost: workers look for jobs in the database every few seconds. ' +
          'The next line about the queue comes when it answers again.',
      );
  }

  answered(use: QueueUse): void {
    if (this.broken.delete(use) && this.broken.size === 0) this.logger.log('The job queue answers again.');
  }

  get isBroken(): boolean {
    return this.broken.size > 0;
  }
}
