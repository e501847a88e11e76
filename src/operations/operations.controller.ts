import { Controller, Get, Header, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  HealthCheck,
  type HealthCheckResult,
  HealthCheckService,
  type HealthIndicatorResult,
  HealthIndicatorService,
} from '@nestjs/terminus';
import { Registry } from 'prom-client';
import { setTimeout as sleep } from 'node:timers/promises';
import { Needs } from '../access/routes/needs.decorator.js';
import { SignInPool } from '../database/pools/sign-in-pool.js';
import { JobBell, type QueueStatus } from '../jobs/queue/job-bell.js';

/** A database that needs longer than this is not ready. */
const DATABASE_MS = 2_000;

/** Each component with what is wrong with it. */
type Readiness = Omit<HealthCheckResult, 'status'> & {
  status: HealthCheckResult['status'] | 'degraded';
  details: { queue: QueueStatus };
};

/** For whoever runs Rollcall: alive, ready, measured. */
@ApiExcludeController()
@Controller({ version: VERSION_NEUTRAL })
@Needs('public')
export class OperationsController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly database: SignInPool,
    private readonly queue: JobBell,
    private readonly registry: Registry,
  ) {}

  /** The process answers; nothing else is asked. */
  @Get('health/live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /**
   * The process can do its work: the database answers. 503 where it does not. A queue that does not answer only makes
   * jobs start later, so it makes this `degraded` and not 503: a load balancer must not take away a server that serves.
   */
  @Get('health/ready')
  @HealthCheck()
  async ready(): Promise<Readiness> {
    const [result, queue] = await Promise.all([
      this.health.check([() => this.databaseAnswers()]),
      this.queue.status(),
    ]);
    const status = queue.status === 'up' ? result.status : 'degraded';
    return { ...result, status, details: { ...result.details, queue } };
  }

  /** On connections that requests cannot take: a busy server is not a broken one. */
  private async databaseAnswers(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check('database');
    const late = sleep(DATABASE_MS, 'late', { ref: false });
    try {
      const answer = await Promise.race([this.database.query('SELECT 1'), late]);
      return answer === 'late' ? indicator.down(`no answer within ${DATABASE_MS} ms`) : indicator.up();
    } catch {
      return indicator.down('the database cannot be reached');
    }
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(): Promise<string> {
    return this.registry.metrics();
  }
}
