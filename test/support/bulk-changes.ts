import type { Test } from 'supertest';
import type { BulkResult } from '../../src/devices/in-bulk/bulk-result.js';
import type { JobView } from '../../src/jobs/jobs.service.js';
import type { TestApp, TestUser } from './app.js';
import { freshTag, LATITUDE, type Register } from './devices.js';

/** Adds so many devices at site A. */
export async function addMany(here: Register, n: number, more: object = {}): Promise<void> {
  const rows = Array.from({ length: n }, () => ({ assetTag: freshTag(), ...LATITUDE, site: 'A', ...more }));
  for (let from = 0; from < n; from += 1000) await here.batch(rows.slice(from, from + 1000));
}

export function startBulk(here: Register, body: object, by: TestUser = here.admin): Test {
  return by.post('/devices/bulk').send(body);
}

/** Makes a bulk change and waits for its end. */
export async function bulk(
  app: TestApp,
  here: Register,
  body: object,
  by?: TestUser,
): Promise<JobView & { result: BulkResult }> {
  const answer = await startBulk(here, body, by).expect(202);
  return (await app.job(here.admin, (answer.body as JobView).id)) as JobView & { result: BulkResult };
}
