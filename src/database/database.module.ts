import './pg-types.js';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import type { Settings } from '../config/settings.js';
import { DatabaseAddress } from './database-address.js';
import { Pools } from './pools/pools.js';
import { RollcallSource } from './rollcall-source.js';
import { SignInPool } from './pools/sign-in-pool.js';
import { SnakeNames } from './snake-names.js';
import { StreamPool } from './pools/stream-pool.js';
import { Transactions } from './transactions.js';
import { poolOptions, WatchedPool } from './pools/watched-pool.js';

/** The data source, as the application's role; schema changes happen elsewhere, before it opens. */
@Global()
@Module({})
export class DatabaseModule {
  static with(appUrl: string, settings: Settings): DynamicModule {
    const pools = new Pools();
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => sourceOptions(appUrl, settings, pools),
          dataSourceFactory: (options) => new RollcallSource(options as DataSourceOptions).initialize(),
        }),
      ],
      providers: [
        Transactions,
        SignInPool,
        StreamPool,
        { provide: Pools, useValue: pools },
        { provide: DatabaseAddress, useValue: new DatabaseAddress(appUrl) },
      ],
      exports: [Transactions, SignInPool, StreamPool, Pools],
    };
  }
}

function sourceOptions(appUrl: string, settings: Settings, pools: Pools): TypeOrmModuleOptions {
  const replica = settings.DATABASE_REPLICA_URL;
  return {
    type: 'postgres',
    ...(replica
      ? { replication: { master: { url: appUrl }, slaves: [{ url: replica }], defaultMode: 'master' } }
      : { url: appUrl }),
    driver: { Pool: WatchedPool },
    autoLoadEntities: true,
    synchronize: false,
    namingStrategy: new SnakeNames(),
    applicationName: 'rollcall',
    extra: poolOptions({ name: 'main', max: settings.DATABASE_POOL, pools }),
    retryAttempts: 0,
  };
}
