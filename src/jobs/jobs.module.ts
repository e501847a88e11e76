import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AccessModule } from '../access/access.module.js';
import type { Settings } from '../config/settings.js';
import { ChunkedWorks } from './chunked-work.js';
import { JobBell } from './queue/job-bell.js';
import { JobLeases } from './job-leases.js';
import { Job } from './job.entity.js';
import { JobsController } from './jobs.controller.js';
import { JobsQueries } from './jobs.queries.js';
import { JobsService } from './jobs.service.js';
import { JobsWorker } from './jobs.worker.js';
import { QueueConnection } from './queue/queue-connection.js';
import { QueueHealth } from './queue/queue-health.js';
import { QueueListener } from './queue/queue-listener.js';

/** Long work that survives the process that began it. */
@Global()
@Module({})
export class JobsModule {
  static with(appUrl: string, settings: Settings): DynamicModule {
    return {
      module: JobsModule,
      imports: [AccessModule, TypeOrmModule.forFeature([Job])],
      controllers: [JobsController],
      providers: [
        {
          provide: QueueConnection,
          inject: [DataSource],
          useFactory: (source: DataSource) => QueueConnection.of(source, appUrl, settings.REDIS_URL),
        },
        QueueHealth,
        QueueListener,
        JobBell,
        JobLeases,
        ChunkedWorks,
        JobsQueries,
        JobsService,
        JobsWorker,
      ],
      exports: [ChunkedWorks, JobsService, JobBell],
    };
  }
}
