import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { DistrictsService } from '../../src/access/districts.service.js';
import { systemScope } from '../../src/access/scope.js';
import { createApp } from '../../src/app.js';
import type { FleetSite } from '../../src/cli/fleet/fleet-types.js';
import { createLog } from '../../src/common/log.js';
import { readSettings } from '../../src/config/settings.js';
import { spoolUpload } from '../../src/imports/upload/uploads.js';
import { ImportsService } from '../../src/imports/imports.service.js';
import { SitesService } from '../../src/sites/sites.service.js';
import { until } from './jobs.js';
import { OwnServer } from './own-server.js';
import { RollcallChild } from './rollcall-child.js';

interface State {
  state: string;
  stage: string | null;
  done: number;
}

/** An import that gets no further for so long stands still; a busy machine takes a minute to bring PostgreSQL back. */
const STALLED_SECONDS = 180;

/** A server of the test's own, an application that takes files in, and a worker in another process to be killed. */
export class ImportsUnderFire {
  private worker: RollcallChild | undefined;
  /** Loads while the worker works, so that its death costs fewer seconds. */
  private spare: RollcallChild | undefined;

  private constructor(
    readonly server: OwnServer,
    readonly api: NestFastifyApplication,
    private readonly sites: readonly FleetSite[],
  ) {}

  static async start(sites: readonly FleetSite[]): Promise<ImportsUnderFire> {
    const server = await OwnServer.start();
    const settings = readSettings({ PORT: '0', LOG_LEVEL: 'fatal', ROLE: 'api' });
    const log = createLog(settings.LOG_LEVEL, 'stderr');
    return new ImportsUnderFire(
      server,
      await createApp(settings, server.appUrl, log, { pages: false }),
      sites,
    );
  }

  /** Takes a file of devices in, in a district of its own; nobody works on it yet. */
  async upload(csv: string): Promise<{ districtId: string; importId: string }> {
    const slug = `d${randomUUID().slice(0, 8)}`;
    const district = { name: slug, slug, timeZone: 'America/Los_Angeles' };
    const { id: districtId } = await this.api.get(DistrictsService, { strict: false }).create(district);
    const scope = systemScope({ id: districtId, timeZone: district.timeZone });
    const sites = this.api.get(SitesService, { strict: false });
    for (const { code, name } of this.sites) await sites.create(scope, { code, name, type: 'elementary' });
    const file = await spoolUpload('fleet.csv', Readable.from([csv]));
    const input = { kind: 'devices', mode: 'commit' as const };
    const { id } = await this.api.get(ImportsService, { strict: false }).create(scope, input, file);
    await file.discard();
    return { districtId, importId: id };
  }

  async startWorker(): Promise<void> {
    await this.worker?.killHard();
    this.worker = this.spare ?? new RollcallChild(this.server.appUrl, 'worker');
    this.spare = new RollcallChild(this.server.appUrl, 'worker');
    await this.worker.run();
  }

  async killWorker(): Promise<void> {
    await this.worker?.killHard();
  }

  get workerIsAlive(): boolean {
    return this.worker?.isAlive ?? false;
  }

  /** As if fifteen seconds had passed since the worker was last heard. */
  async endLease(importId: string): Promise<void> {
    await this.query(
      `UPDATE jobs SET lease_until = now() - interval '1 second' WHERE subject_id = $1 AND state = 'running'`,
      [importId],
    );
  }

  /** Waits until so many rows of a stage are through; false where the import was over first. */
  async reaches(importId: string, stage: string, rows: number): Promise<boolean> {
    const state = await until(STALLED_SECONDS, async () => {
      const now = await this.stateOf(importId);
      if (now?.state !== 'queued' && now?.state !== 'running') return now;
      const isPast = stage === 'reading' && now.stage !== null && now.stage !== 'reading';
      return now.state === 'running' &&
        (isPast || (rows === 0 && stage === 'reading') || (now.stage === stage && now.done >= rows))
        ? now
        : undefined;
    }).catch((error: unknown) => this.tellStandstill(importId, error));
    return state.state === 'running';
  }

  /** Waits for the end; answers what became of the import. */
  async over(importId: string): Promise<string> {
    await until(120, async () => {
      const now = await this.stateOf(importId);
      return now?.state === 'queued' || now?.state === 'running' ? undefined : now;
    });
    const [row] = await this.query<{ state: string }>(`SELECT state FROM imports WHERE id = $1`, [importId]);
    return row?.state ?? 'lost';
  }

  async end(): Promise<void> {
    for (const child of [this.worker, this.spare]) await child?.killHard();
    await this.api.close();
    await this.server.remove();
  }

  /** @throws the error, with the state of the job, the sessions and the worker. It asks over a connection of its own. */
  private async tellStandstill(importId: string, error: unknown): Promise<never> {
    const db = new pg.Client({ connectionString: this.server.appUrl });
    await db.connect();
    const { rows: jobs } = await db.query(
      `SELECT state, stage, done, attempt, lease_epoch, lease_until, next_attempt_at, now() FROM jobs WHERE subject_id = $1`,
      [importId],
    );
    const { rows: sessions } = await db.query(
      `SELECT pid, state, wait_event, xact_start, state_change, left(query, 200) AS query FROM pg_stat_activity
        WHERE datname = current_database()`,
    );
    await db.end();
    throw new Error(
      `The import stands still: ${JSON.stringify({ jobs, sessions, worker: this.worker?.state })}`,
      { cause: error },
    );
  }

  private async stateOf(importId: string): Promise<State | undefined> {
    const [row] = await this.query<State>(
      `SELECT state, stage, done::int AS done FROM jobs WHERE subject_id = $1 ORDER BY id DESC LIMIT 1`,
      [importId],
    );
    return row;
  }

  private query<T>(sql: string, parameters: unknown[]): Promise<T[]> {
    return this.api.get(DataSource, { strict: false }).query<T[]>(sql, parameters);
  }
}
