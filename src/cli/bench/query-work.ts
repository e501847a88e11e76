import type pg from 'pg';
import type { BenchDistrict } from './bench-district.js';
import type { RegisterClient } from './register-client.js';
import type { LoadOptions } from './timings.js';

/** What the queries are asked of. */
export interface QueryWork {
  district: BenchDistrict;
  devices: number;
  client: RegisterClient;
  floorServer: string;
  pool: pg.Pool;
  load: LoadOptions;
}
