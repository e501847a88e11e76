import type { Test } from 'supertest';
import type { BulkResult } from '../../src/devices/in-bulk/device-bulk.service.js';
import type { JobView } from '../../src/jobs/jobs.service.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { freshTag, LATITUDE, register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
});

afterAll(() => app.close());

async function addMany(n: number, more: object = {}): Promise<void> {
  const rows = Array.from({ length: n }, () => ({ assetTag: freshTag(), ...LATITUDE, site: 'A', ...more }));
  for (let from = 0; from < n; from += 1000) await here.batch(rows.slice(from, from + 1000));
}

const start = (body: object, by: TestUser = here.admin) => by.post('/devices/bulk').send(body);

async function bulk(body: object, by: TestUser = here.admin): Promise<JobView & { result: BulkResult }> {
  const answer = await start(body, by).expect(202);
  return (await app.job(here.admin, (answer.body as JobView).id)) as JobView & { result: BulkResult };
}

describe('a bulk change', () => {
  it('changes each device of the selection with an event of its own, in one change set', async () => {
    await addMany(1200);
    await addMany(3, { site: 'B' });
    const { result, state } = await bulk({
      filter: { site: 'A' },
      change: { status: 'deployed' },
      expect: 1200,
    });
    expect(state).toBe('done');
    expect(result).toMatchObject({ changed: 1200, unchanged: 0, refused: 0 });
    expect(await here.changeSet(result.changeSetId)).toMatchObject({
      kind: 'bulk',
      devices: 1200,
      events: 1200,
    });
    expect((await here.count('status=deployed')).total).toBe(1200);
    expect(await here.differences()).toEqual([]);
  });

  it('is refused where the selection has another size than expected, and says which', async () => {
    await addMany(2);
    const { body } = await start({ filter: { site: 'A' }, change: { notes: 'x' }, expect: 3 }).expect(409);
    expect(body).toMatchObject({ code: 'SELECTION_CHANGED', detail: expect.stringContaining('2') });
  });

  it('names what it refused, and does the rest', async () => {
    await addMany(2);
    const { id } = await here.add({ status: 'retired' });
    const { result } = await bulk({ filter: {}, change: { status: 'deployed' } });
    expect(result).toMatchObject({ changed: 2, refused: 1, refusals: [{ id, code: 'DEVICE_ILLEGAL_MOVE' }] });
  });

  it('counts as unchanged what is so already', async () => {
    await addMany(2, { notes: 'x' });
    const { result } = await bulk({ filter: {}, change: { notes: 'x' } });
    expect(result).toMatchObject({ changed: 0, unchanged: 2 });
  });

  it('changes what left the selection by the change itself exactly once', async () => {
    await addMany(700);
    const { result } = await bulk({ filter: { status: 'in_stock' }, change: { status: 'in_repair' } });
    expect(result).toMatchObject({ changed: 700, refused: 0 });
  });

  it('gives no code to many, and says nothing to nobody', async () => {
    for (const change of [{ assetTag: 'X' }, { serialNumber: null }, { mac: 'b4:69:21:18:c6:76' }, {}])
      await start({ filter: {}, change }).expect(400);
    await start({ filter: { colour: 'red' }, change: { notes: 'x' } }).expect(400);
    await start({ change: { notes: 'x' } }).expect(400);
  });

  it('stays within the sites of who asked', async () => {
    await addMany(2);
    await addMany(2, { site: 'B' });
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    const { result } = await bulk({ filter: {}, change: { notes: 'mine' } }, technician);
    expect(result).toMatchObject({ changed: 2, refused: 0 });
    const out = await bulk({ filter: {}, change: { site: 'B' } }, technician);
    expect(out.result).toMatchObject({ changed: 0, refused: 2, refusals: [{ code: 'OUT_OF_SCOPE' }, {}] });
    const its = await app.user(here.district, 'its');
    await start({ filter: {}, change: { notes: 'x' } }, its).expect(403);
  });

  it('stops where it is cancelled, and what it did stands in its change set', async () => {
    await addMany(2_000);
    // Somebody holds a device of the third chunk of 500, so that the job stands there when it is cancelled.
    const writer = app.source.createQueryRunner();
    await writer.startTransaction();
    await writer.query(
      `SELECT 1 FROM devices WHERE district_id = $1 AND id =
         (SELECT id FROM devices WHERE district_id = $1 ORDER BY id OFFSET 1250 LIMIT 1) FOR UPDATE`,
      [here.district.id],
    );
    const { body } = await start({ filter: {}, change: { notes: 'x' } }).expect(202);
    const { id } = body as JobView;
    while (((await here.admin.get(`/jobs/${id}`)).body as JobView).done < 1_000);
    await here.admin.post(`/jobs/${id}/cancel`).expect(202);
    await writer.rollbackTransaction();
    await writer.release();
    expect((await app.job(here.admin, id)).state).toBe('cancelled');
    const [{ n } = { n: -1 }] = await app.source.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM devices WHERE district_id = $1 AND notes = 'x'`,
      [here.district.id],
    );
    const [{ events } = { events: -1 }] = await app.source.query<{ events: number }[]>(
      `SELECT count(*)::int AS events FROM device_events e JOIN change_sets c ON c.district_id = e.district_id
          AND c.id = e.change_set_id AND c.kind = 'bulk' WHERE e.district_id = $1`,
      [here.district.id],
    );
    expect([n, events]).toEqual([1_500, 1_500]);
  });

  it('is seen and stopped by who began it, whatever else they may do, and by the office; to others it does not exist', async () => {
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    const limited = await technician
      .post('/tokens')
      .send({ name: 'scanner', scopes: ['devices:edit'] })
      .expect(201);
    const { body } = await start({ filter: {}, change: { notes: 'x' } }, technician).expect(202);
    const { id } = body as JobView;
    const scanner = (test: Test): Test =>
      test.set('authorization', `Bearer ${(limited.body as { token: string }).token}`);
    await scanner(app.http.get(`/api/v1/jobs/${id}`)).expect(200);
    await scanner(app.http.post(`/api/v1/jobs/${id}/cancel`)).expect(202);
    await technician.post(`/jobs/${id}/cancel`).expect(202);
    await (await app.user(here.district, 'its')).post(`/jobs/${id}/cancel`).expect(202);
    const other = await app.user(here.district, 'technician', { sites: ['A'] });
    const lead = await app.user(here.district, 'lead', { sites: ['A'] });
    const vendor = await app.user(here.district, 'vendor');
    const stranger = await app.district();
    const far = await app.user(stranger, 'technician');
    for (const nobody of [other, lead, vendor, stranger.admin, far]) {
      const { body: refused } = await nobody.get(`/jobs/${id}`).expect(404);
      expect(refused).toMatchObject({ code: 'JOB_NOT_FOUND' });
      await nobody.post(`/jobs/${id}/cancel`).expect(404);
    }
  });
});
