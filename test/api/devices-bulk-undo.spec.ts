import type { BulkResult } from '../../src/devices/in-bulk/bulk-result.js';
import type { JobView } from '../../src/jobs/jobs.service.js';
import { type TestApp, testApp } from '../support/app.js';
import { addMany, bulk, startBulk } from '../support/bulk-changes.js';
import { register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
});

afterAll(() => app.close());

describe('the undo of a bulk change', () => {
  it('is open to whoever made it, and to no other technician', async () => {
    await addMany(here, 2);
    const [mine, other] = [
      await app.user(here.district, 'technician', { sites: ['A'] }),
      await app.user(here.district, 'technician', { sites: ['A'] }),
    ];
    const { body: begun } = await startBulk(here, { filter: {}, change: { notes: 'oops' } }, mine).expect(
      202,
    );
    const { result } = (await app.job(here.admin, (begun as JobView).id)) as JobView & { result: BulkResult };
    await other.post(`/devices/bulk/${result.changeSetId}/undo`).expect(404);
    const { body } = await mine.post(`/devices/bulk/${result.changeSetId}/undo`).expect(202);
    const undone = await app.job(here.admin, (body as JobView).id);
    expect(undone.result).toMatchObject({ undone: 2, leftCount: 0 });
    await mine.post(`/devices/bulk/${result.changeSetId}/undo`).expect(409);
  });

  it('leaves a device that is now at a site of others', async () => {
    const mine = await app.user(here.district, 'technician', { sites: ['A'] });
    const [gone, kept] = [await here.add(), await here.add()];
    const { result } = await bulk(app, here, { filter: {}, change: { notes: 'oops' } }, mine);
    await here.change(gone.id, { site: 'B' });
    const { body } = await mine.post(`/devices/bulk/${result.changeSetId}/undo`).expect(202);
    expect((await app.job(here.admin, (body as JobView).id)).result).toMatchObject({
      undone: 1,
      left: [{ targetId: gone.id, detail: 'This device is now at a site that is not one of yours.' }],
    });
    expect([(await here.find(gone.id)).notes, (await here.find(kept.id)).notes]).toEqual(['oops', null]);
    expect(await here.undo(result.changeSetId)).toMatchObject({
      result: { undone: 1, leftCount: 0 },
      done: 1,
    });
    expect((await here.find(gone.id)).notes).toBeNull();
    await mine.post(`/devices/bulk/${result.changeSetId}/undo`).expect(409);
  });

  it.each([
    ['has ended', 'done', 2_000],
    ['was cancelled', 'cancelled', 1_500],
  ])('begins when the change %s, and then undoes all of it', async (_when, state, changed) => {
    await addMany(here, 2_000);
    // Somebody holds a device of the third chunk of 500, so that the change stands there when it is to be undone.
    const writer = app.source.createQueryRunner();
    await writer.startTransaction();
    await writer.query(
      `SELECT 1 FROM devices WHERE district_id = $1 AND id =
         (SELECT id FROM devices WHERE district_id = $1 ORDER BY id OFFSET 1250 LIMIT 1) FOR UPDATE`,
      [here.district.id],
    );
    const { body } = await startBulk(here, { filter: {}, change: { notes: 'oops' } }).expect(202);
    const { id } = body as JobView;
    while (((await here.admin.get(`/jobs/${id}`)).body as JobView).done < 1_000);
    const [set] = await app.source.query<{ id: string }[]>(
      `SELECT subject_id AS id FROM jobs WHERE district_id = $1 AND id = $2`,
      [here.district.id, id],
    );
    const undo = () => here.admin.post(`/devices/bulk/${set?.id}/undo`);
    const { body: undoing } = await undo().expect(202);
    expect((await undo().expect(409)).body).toMatchObject({ code: 'REQUEST_UNDER_WAY' });
    if (state === 'cancelled') await here.admin.post(`/jobs/${id}/cancel`).expect(202);
    await writer.rollbackTransaction();
    await writer.release();
    expect((await app.job(here.admin, id)).state).toBe(state);
    const undone = await app.job(here.admin, (undoing as JobView).id);
    expect(undone.result).toMatchObject({ undone: changed, leftCount: 0 });
    const [row] = await app.source.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM devices WHERE district_id = $1 AND notes IS NOT NULL`,
      [here.district.id],
    );
    expect(row).toEqual({ n: 0 });
    expect((await undo().expect(409)).body).toMatchObject({ code: 'ALREADY_UNDONE' });
  });

  it('does not reach what the same account changed otherwise', async () => {
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    const { id } = await here.add();
    await here.change(id, { notes: 'by hand' }, 200, technician);
    const [event] = await here.events(id);
    await technician.post(`/devices/bulk/${event?.changeSetId}/undo`).expect(404);
  });
});
