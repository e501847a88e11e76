import type { Response } from 'supertest';
import type { Growth } from '../../src/counts/series/growth.queries.js';
import type { Series } from '../../src/counts/series/series.queries.js';
import type { ChangeSetView } from '../../src/devices/change-sets/change-sets.service.js';
import type { DeviceDetail, EventView } from '../../src/devices/device-views.js';
import { dateIn } from '../../src/common/time/clock.js';
import { daysAfter } from '../../src/common/time/days-and-times.js';
import { RecountService } from '../../src/count-evidence/recount.service.js';
import type { JobView } from '../../src/jobs/jobs.service.js';
import type { TestApp, TestDistrict, TestUser } from './app.js';

/** A device as JSON brings it: instants are text. */
export type DeviceJson = Omit<DeviceDetail, 'statusSince' | 'createdAt' | 'updatedAt' | 'custody'> & {
  statusSince: string;
  custody: { personId: string; loanedAt: string; dueOn: string | null; returnedAt: string | null }[];
};

export type EventJson = Omit<EventView, 'effectiveAt' | 'recordedAt'> & {
  effectiveAt: string;
  recordedAt: string;
};

export interface CountsJson {
  asOf: string;
  knownAt: string;
  total: number;
  groups: { site?: string; region?: string | null; kind?: string; status?: string; count: number }[];
}

/** As JSON brings it: the moment is text. */
type AsJson<T extends { knownAt: Date }> = Omit<T, 'knownAt'> & { knownAt: string };

/** A district with sites A and B, and what tests of devices do all the time. */
export interface Register {
  app: TestApp;
  district: TestDistrict;
  admin: TestUser;
  siteIds: Record<string, string>;
  add(body?: object, by?: TestUser): Promise<DeviceJson>;
  find(id: string): Promise<DeviceJson>;
  /** Changes whatever version there is. */
  change(id: string, body: object, status?: number, by?: TestUser): Promise<DeviceJson & Problem>;
  events(id: string): Promise<EventJson[]>;
  batch(rows: object[], by?: TestUser): Promise<{ changeSetId: string; results: BatchRowJson[] }>;
  count(query?: string, by?: TestUser): Promise<CountsJson>;
  series(query: string): Promise<AsJson<Series>>;
  growth(query: string): Promise<AsJson<Growth>>;
  undo(changeSetId: string): Promise<JobView>;
  changeSet(id: string): Promise<ChangeSetView>;
  person(externalId: string, more?: object): Promise<string>;
  /** What `rollcall recount --check` would print. */
  differences(): Promise<string[]>;
}

export interface Problem {
  code: string;
  detail: string;
  errors: { field: string; code: string; detail: string }[];
}

export interface BatchRowJson {
  index: number;
  outcome: string;
  id?: string;
  version?: number;
  code?: string;
  detail?: string;
}

let tags = 0;

/** A tag that no other device of the run has. */
export function freshTag(): string {
  tags += 1;
  return `T-${String(tags).padStart(6, '0')}`;
}

export const LATITUDE = { manufacturer: 'Dell', model: 'Latitude 3120', kind: 'laptop' };

export async function register(app: TestApp, options?: { timeZone?: string }): Promise<Register> {
  const district = await app.district(options);
  const { admin } = district;
  const siteIds: Record<string, string> = {};
  for (const code of ['A', 'B']) {
    const { body } = await admin
      .post('/sites')
      .send({ code, name: `School ${code}`, type: 'high' })
      .expect(201);
    siteIds[code] = (body as { id: string }).id;
  }
  const json = <T>(response: Response): T => response.body as T;
  return {
    app,
    district,
    admin,
    siteIds,
    add: async (body = {}, by = admin) =>
      json(
        await by
          .post('/devices')
          .send({ assetTag: freshTag(), ...LATITUDE, site: 'A', ...body })
          .expect(201),
      ),
    find: async (id) => json(await admin.get(`/devices/${id}`).expect(200)),
    change: async (id, body, status = 200, by = admin) => {
      const answer = await by.patch(`/devices/${id}`).set('if-match', '*').send(body);
      if (answer.status !== status)
        throw new Error(`${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`);
      return json(answer);
    },
    events: async (id) =>
      json<{ items: EventJson[] }>(await admin.get(`/devices/${id}/events?limit=200`).expect(200)).items,
    batch: async (rows, by = admin) => json(await by.put('/devices/batch').send({ rows }).expect(200)),
    count: async (query = '', by = admin) => json(await by.get(`/counts?${query}`).expect(200)),
    series: async (query) => json(await admin.get(`/counts/series?${query}`).expect(200)),
    growth: async (query) => json(await admin.get(`/counts/growth?${query}`).expect(200)),
    undo: async (changeSetId) => {
      const job = json<JobView>(await admin.post(`/change-sets/${changeSetId}/undo`).expect(202));
      return app.job(admin, job.id);
    },
    changeSet: async (id) => json(await admin.get(`/change-sets/${id}`).expect(200)),
    person: async (externalId, more = {}) => {
      const { body } = await admin
        .post('/people')
        .send({ externalId, role: 'student', givenName: 'Ada', familyName: `Of ${externalId}`, ...more })
        .expect(201);
      return (body as { id: string }).id;
    },
    differences: async () => {
      const found: string[] = [];
      await app.get(RecountService).check(district.id, ({ what, detail }) => found.push(`${what} ${detail}`));
      return found;
    },
  };
}

/** A calendar date of the district, some days ago. In between, a day may have had 23 or 25 hours. */
export function daysAgo(days: number, timeZone = 'America/Los_Angeles'): string {
  return daysAfter(dateIn(timeZone, new Date()), -days);
}

/** Puts a device through what it takes to be in a status. */
export const WAY_TO: Record<string, object[]> = {
  in_stock: [],
  deployed: [{ status: 'deployed' }],
  in_repair: [{ status: 'in_repair' }],
  missing: [{ status: 'missing', missing: 'lost', missingSince: '2026-01-05' }],
  retired: [{ status: 'retired' }],
  disposed: [
    { status: 'missing', missing: 'lost', missingSince: '2026-01-05' },
    { status: 'disposed', disposalRoute: 'write_off', approvalReference: 'Board 2026-14' },
  ],
};
