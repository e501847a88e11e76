import './pg-types.js';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Settings } from '../config/settings.js';
import { CONNECTION_SECONDS, NamingClient } from './naming-client.js';
import { SnakeNames } from './snake-names.js';
import { Transactions } from './transactions.js';

/** The data source, as the application's role; schema changes happen elsewhere, before it opens. */
@Global()
@Module({})
export class DatabaseModule {
  static with(appUrl: string, settings: Settings): DynamicModule {
    const replica = settings.DATABASE_REPLICA_URL;
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          ...(replica
            ? { replication: { master: { url: appUrl }, slaves: [{ url: replica }], defaultMode: 'master' } }
            : { url: appUrl }),
          autoLoadEntities: true,
          synchronize: false,
          namingStrategy: new SnakeNames(),
          applicationName: 'rollcall',
          extra: {
            max: settings.DATABASE_POOL,
            Client: NamingClient,
            maxLifetimeSeconds: CONNECTION_SECONDS,
          },
          retryAttempts: 0,
        }),
      ],
      providers: [Transactions],
      exports: [Transactions],
    };
  }
}
