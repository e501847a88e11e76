import '../pg-types.js';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DatabaseAddress } from '../database-address.js';
import { Pools } from './pools.js';
import { poolOptions, WatchedPool } from './watched-pool.js';

/** Connections that only sign-in, the look-up of callers, and `/health/ready` use. */
export const SIGN_IN_CONNECTIONS = 2;

/** Says who is there and whether the database answers, however busy everything else is. Its statements are short. */
@Injectable()
export class SignInPool implements OnApplicationShutdown {
  private readonly pool: WatchedPool;

  constructor({ url }: DatabaseAddress, pools: Pools) {
    this.pool = new WatchedPool({
      connectionString: url,
      application_name: 'rollcall sign-in',
      ...poolOptions({ name: 'sign-in', max: SIGN_IN_CONNECTIONS, pools, kind: 'sign-in' }),
    });
    // A connection that breaks while nobody uses it is replaced when it is needed.
    this.pool.on('error', () => undefined);
  }

  /** The rows of one statement. */
  async query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const { rows } = await this.pool.query(sql, parameters);
    return rows as T[];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
