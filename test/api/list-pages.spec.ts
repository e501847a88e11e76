import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { technicianAt, visitOf } from '../support/allocation-routes.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { register, type Register } from '../support/devices.js';
import { devicesCsv, upload } from '../support/imports.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let owner: pg.Client;
let here: Register;
/** Scans at B. */
let tech: TestUser;

beforeAll(async () => {
  // Nothing may finish the imports and the reports while the test looks at them.
  app = await testApp({ ROLE: 'api' });
  owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  here = await register(app);
  tech = await app.user(here.district, 'technician', { sites: ['B'] });
});

afterAll(async () => {
  await owner.end();
  await app.close();
});

/** A list that is sorted by an instant: how three rows get into it, and where the instant is stored. */
interface List {
  path: string;
  ids: string[];
  by?: TestUser;
  table: string;
  column: string;
  at?: string;
}

/** A scan must have been received after it was made. */
const RECEIVED = { table: 'scans', column: 'received_at', at: '2099-03-02 17:00:00Z' };

const idOf = (body: unknown): string => (body as { id: string }).id;

async function threeTimes(add: (n: number) => Promise<string>): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1) ids.push(await add(n));
  return ids;
}

const LISTS: Record<string, () => Promise<List>> = {
  'a technician’s own scans': async () => ({
    path: '/scans',
    ids: (
      await sendScans(
        tech,
        ['N-1', 'N-2', 'N-3'].map((code) => scanOf(code, 'seen', { site: 'B' })),
      )
    ).map(({ id }) => id ?? ''),
    by: tech,
    ...RECEIVED,
  }),
  'devices that left a site': async () => {
    const ids = await threeTimes(async () => {
      const { assetTag } = await here.add();
      const [moved] = await sendScans(tech, [scanOf(assetTag ?? '', 'move', { site: 'B' })]);
      return moved?.id ?? '';
    });
    return { path: '/departures', ids, ...RECEIVED };
  },
  conflicts: async () => {
    const ids = await threeTimes(async (n) => {
      const { id, assetTag, version } = await here.add();
      await here.change(id, { room: 'Library' });
      const scan = scanOf(assetTag ?? '', 'move', { site: 'A', room: `${n}`, versionSeen: version });
      const [conflict] = await sendScans(here.admin, [scan]);
      return conflict?.id ?? '';
    });
    return { path: '/conflicts', ids, ...RECEIVED };
  },
  'inventory checks': async () => ({
    path: '/sweeps',
    ids: await threeTimes(async (n) => {
      await here.add({ room: `R${n}` });
      return idOf(
        (
          await here.admin
            .post('/sweeps')
            .send({ site: 'A', room: `R${n}` })
            .expect(201)
        ).body,
      );
    }),
    table: 'sweeps',
    column: 'begun_at',
  }),
  imports: async () => ({
    path: '/imports',
    ids: await threeTimes(async (n) =>
      idOf(await upload(here.admin, devicesCsv([{ 'Asset tag': `F-${n}`, Site: 'A' }]))),
    ),
    table: 'imports',
    column: 'created_at',
  }),
  'time entries': async () => ({
    path: '/time-entries',
    ids: await threeTimes(async () => {
      const { body } = await here.admin.post('/technicians').send(technicianAt('A')).expect(201);
      return idOf(
        (
          await here.admin
            .post('/time-entries')
            .send(visitOf(idOf(body), 'A'))
            .expect(201)
        ).body,
      );
    }),
    table: 'time_entries',
    column: 'starts_at',
    at: '2025-10-13 17:00:00Z',
  }),
  'outputs of a report': async () => {
    const report = await here.admin.post('/reports').send({ name: 'Counts', kind: 'counts' }).expect(201);
    const path = `/reports/${idOf(report.body)}/outputs`;
    const ids = await threeTimes(
      async () => ((await here.admin.post(path).expect(202)).body as { outputId: string }).outputId,
    );
    return { path, ids, table: 'report_outputs', column: 'created_at' };
  },
  'letters in the outbox': async () => {
    const report = await here.admin.post('/reports').send({ name: 'Letters', kind: 'counts' }).expect(201);
    const made = await here.admin.post(`/reports/${idOf(report.body)}/outputs`).expect(202);
    const { id, outputId } = made.body as { id: string; outputId: string };
    await app.work(here.district.id, id);
    const recipients = ['a@test.example', 'b@test.example', 'c@test.example'];
    const sent = await here.admin
      .post(`/reports/outputs/${outputId}/deliveries`)
      .send({ recipients })
      .expect(202);
    const ids = (sent.body as { items: { id: string }[] }).items.map((letter) => letter.id);
    return { path: '/outbox', ids, table: 'outbox', column: 'created_at' };
  },
  'sightings of a device': async () => {
    const { id, assetTag } = await here.add();
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    const sightings = ids.map((sighting) => ({ id: sighting, code: assetTag }));
    await here.admin.post('/devices/sightings').send({ sightings }).expect(200);
    return { path: `/devices/${id}/sightings`, ids, table: 'device_sightings', column: 'seen_at' };
  },
  'events of a device': async () => {
    const { id } = await here.add();
    await here.change(id, { notes: 'one' });
    await here.change(id, { notes: 'two' });
    const ids = (await here.events(id)).map((event) => event.id);
    return { path: `/devices/${id}/events`, ids, table: 'device_events', column: 'effective_at' };
  },
};

/** Page after page of one row each. */
async function readByOnes(by: TestUser, path: string): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const answer = await by.get(`${path}?limit=1${cursor && `&cursor=${cursor}`}`).expect(200);
    const page = answer.body as { items: object[]; nextCursor: string | null };
    expect(page.items).toHaveLength(1);
    expect(page.items[0]).not.toHaveProperty('cursorKey');
    found.push(...page.items.map(idOf));
    cursor = page.nextCursor;
    expect(found.length).toBeLessThan(50);
  }
  return found;
}

describe('rows of one millisecond, but of different microseconds', () => {
  it.each(Object.keys(LISTS))('are all in the pages of the list, each once: %s', async (name) => {
    const list = await LISTS[name]?.();
    if (!list) throw new Error(`no list ${name}`);
    const { path, ids, table, column, at = '2026-03-02 17:00:00Z', by = here.admin } = list;
    for (const [n, id] of ids.entries())
      await owner.query(
        `UPDATE ${table} SET ${column} = $4::timestamptz + $3 * interval '1 microsecond'
          WHERE district_id = $1 AND id = $2`,
        [here.district.id, id, n + 1, at],
      );
    const found = (await readByOnes(by, path)).filter((id) => ids.includes(id));
    expect(found.toSorted()).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(3);
  });

  it('are all in the history of a device that was changed three times at one effective instant', async () => {
    const { id } = await here.add();
    await here.change(id, { notes: 'one' });
    await here.change(id, { notes: 'two' });
    await owner.query(
      `UPDATE device_events e SET effective_at = '2026-03-02 17:00:00Z',
              recorded_at = timestamptz '2026-03-02 17:00:00Z' + n.n * interval '1 microsecond'
         FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM device_events
                WHERE district_id = $1 AND device_id = $2) n
        WHERE e.district_id = $1 AND e.id = n.id`,
      [here.district.id, id],
    );
    expect(await readByOnes(here.admin, `/devices/${id}/events`)).toHaveLength(3);
  });
});
