import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import request, { Test } from 'supertest';
import { DataSource } from 'typeorm';
import { AccountsService } from '../../src/access/accounts/accounts.service.js';
import { ApiTokensService } from '../../src/access/accounts/api-tokens.service.js';
import { DistrictsService } from '../../src/access/districts.service.js';
import { PrincipalsService } from '../../src/access/principals.service.js';
import type { Role, Scope } from '../../src/access/scope.js';
import { createApp } from '../../src/app.js';
import { createLog } from '../../src/common/log.js';
import { readSettings } from '../../src/config/settings.js';
import { CountsFold } from '../../src/counts/ledger/counts-fold.js';
import { JobsService, type JobView } from '../../src/jobs/jobs.service.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** Somebody with a token; paths are relative to `/api/v1`. */
export interface TestUser {
  token: string;
  scope: Scope;
  get(path: string): Test;
  post(path: string): Test;
  patch(path: string): Test;
  put(path: string): Test;
  delete(path: string): Test;
}

/** What a user reaches: codes of sites and regions, or the vendor of somebody with that role; a new one by default. */
export interface UserReach {
  sites?: string[];
  regions?: string[];
  vendorId?: string;
}

export interface TestDistrict {
  id: string;
  slug: string;
  timeZone: string;
  admin: TestUser;
}

/** The real application, listening on a free port of 127.0.0.1. */
export interface TestApp {
  url: string;
  http: ReturnType<typeof request>;
  source: DataSource;
  database: TestDatabase;
  nest: NestFastifyApplication;
  get<T>(type: Type<T>): T;
  district(options?: { timeZone?: string }): Promise<TestDistrict>;
  user(district: { id: string }, role: Role, reach?: UserReach): Promise<TestUser>;
  /** Waits until a job is over; fails when it takes more than a minute. */
  job(user: TestUser, id: string): Promise<JobView>;
  /** Works on a job in this process, whatever its role. */
  work(districtId: string, id: string): Promise<void>;
  /** Moves everything in the tail into the sums now. */
  fold(): Promise<void>;
  close(): Promise<void>;
}

/** The same in each process of a test. */
export const TEST_SECRETS_KEY = Buffer.alloc(32, 'key').toString('base64');

/** Where a worker keeps what its specs share: the modules of the tests are loaded anew for each spec. */
const SHARED = Symbol.for('rollcall.shared-test-app');
const worker = globalThis as { [SHARED]?: Promise<TestApp> };

/**
 * Without settings, the application that all specs of a worker share: it works on jobs too, and each spec makes
 * districts of its own. With settings, `{}` among them, one on a database of its own: for a spec that looks at all
 * districts, or that stops or breaks something.
 * @param shared the database of another application, which removes it
 * @param patienceMs how long a slow caller is waited for; as long as in earnest where nothing is said
 * @param others modules beside those of Rollcall
 */
export async function testApp(
  env?: Record<string, string>,
  shared?: TestDatabase,
  patienceMs?: number,
  others?: Type[],
): Promise<TestApp> {
  if (env) return startApp(env, shared, patienceMs, others);
  const app = await (worker[SHARED] ??= startApp({}));
  return { ...app, close: async () => undefined };
}

async function startApp(
  env: Record<string, string>,
  shared?: TestDatabase,
  patienceMs?: number,
  others?: Type[],
): Promise<TestApp> {
  const database = shared ?? (await createTestDatabase());
  const queue = process.env['TEST_REDIS_URL'];
  const settings = readSettings({
    PORT: '0',
    LOG_LEVEL: 'error',
    ROLE: 'all',
    SECRETS_KEY: TEST_SECRETS_KEY,
    ...(queue && { REDIS_URL: queue }),
    ...env,
  });
  const nest = await createApp(settings, database.appUrl, createLog(settings.LOG_LEVEL, 'stderr'), {
    pages: false,
    others,
    ...(patienceMs === undefined ? {} : { patienceMs }),
  });
  await nest.listen(0, '127.0.0.1');
  const url = (await nest.getUrl()).replace('[::1]', '127.0.0.1');
  const app: TestApp = {
    url,
    http: request(url),
    source: nest.get(DataSource),
    database,
    nest,
    get: (type) => nest.get(type, { strict: false }),
    district: (options) => makeDistrict(app, options?.timeZone ?? 'America/Los_Angeles'),
    user: (district, role, reach) => makeUser(app, district.id, role, reach),
    job: (user, id) => waitForJob(user, id),
    work: async (districtId, id) => void (await app.get(JobsService).work(districtId, id)),
    fold: () => app.get(CountsFold).foldAll(),
    close: async () => {
      await nest.close();
      if (!shared) await database.drop();
    },
  };
  return app;
}

async function makeDistrict(app: TestApp, timeZone: string): Promise<TestDistrict> {
  const slug = `d${randomBytes(5).toString('hex')}`;
  const { id } = await app.get(DistrictsService).create({ name: `District ${slug}`, slug, timeZone });
  return { id, slug, timeZone, admin: await makeUser(app, id, 'admin') };
}

async function makeUser(
  app: TestApp,
  districtId: string,
  role: Role,
  reach: UserReach = {},
): Promise<TestUser> {
  const email = `${role}-${randomBytes(5).toString('hex')}@test.example`;
  const work = role === 'vendor' && !reach.vendorId ? { vendorId: await addVendor(app, districtId) } : {};
  const account = await app.get(AccountsService).create(districtId, { email, role, ...reach, ...work });
  // Long after any moment to which a test moves the clock.
  const expiresAt = new Date(Date.now() + 10 * 366 * 86_400_000);
  const { token } = await app
    .get(ApiTokensService)
    .create(districtId, account.id, { name: 'test', expiresAt });
  const scope = await app.get(PrincipalsService).byToken(token);
  if (!scope) throw new Error('a fresh token was not accepted');
  const send = (test: Test): Test => test.set('authorization', `Bearer ${token}`);
  return {
    token,
    scope,
    get: (path) => send(app.http.get(`/api/v1${path}`)),
    post: (path) => send(app.http.post(`/api/v1${path}`)),
    patch: (path) => send(app.http.patch(`/api/v1${path}`)),
    put: (path) => send(app.http.put(`/api/v1${path}`)),
    delete: (path) => send(app.http.delete(`/api/v1${path}`)),
  };
}

/** A vendor without anything, for somebody to work at. */
export async function addVendor({ source }: Pick<TestApp, 'source'>, districtId: string): Promise<string> {
  const [row] = await source.query<{ id: string }[]>(
    `INSERT INTO vendors (district_id, id, key, name, roles, time_zone, hours)
     VALUES ($1, gen_random_uuid(), $2, $2, '{depot}', 'America/Los_Angeles', '[]') RETURNING id`,
    [districtId, `v${randomBytes(5).toString('hex')}`],
  );
  return row?.id ?? '';
}

async function waitForJob(user: TestUser, id: string): Promise<JobView> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const { body } = await user.get(`/jobs/${id}`).expect(200);
    const job = body as JobView;
    if (job.state !== 'queued' && job.state !== 'running') return job;
    await sleep(50);
  }
  throw new Error(`job ${id} did not end within a minute`);
}
