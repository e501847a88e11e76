import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportDetail, ImportView } from '../../src/imports/imports.queries.js';
import { testApp, type TestApp, type TestDistrict, type TestUser } from '../support/app.js';
import {
  countBySite,
  deviceOf,
  devicesCsv,
  districtWithSites,
  ended,
  load,
  numbered,
  show,
  step,
  upload,
} from '../support/imports.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

/** Waits until the import is as it should be. */
async function seen(user: TestUser, id: string, wanted: (view: ImportView) => boolean): Promise<ImportView> {
  for (let tries = 0; tries < 400; tries += 1) {
    const view = await show(user, id);
    if (wanted(view)) return view;
    await sleep(50);
  }
  throw new Error(`never so: ${JSON.stringify(await show(user, id))}`);
}

/** A district with one device, whose row a writer holds: a file that changes it stops there until `letGo`. */
async function withHeldDevice(): Promise<{
  district: TestDistrict;
  file: string;
  letGo: () => Promise<void>;
}> {
  const district = await districtWithSites(app);
  await load(app, district.admin, devicesCsv([{ 'Asset tag': 'HELD', 'Serial number': 'HELD1' }]));
  const { id } = await deviceOf(district.admin, 'HELD1');
  const writer = app.source.createQueryRunner();
  await writer.startTransaction();
  await writer.query(`SELECT 1 FROM devices WHERE district_id = $1 AND id = $2 FOR UPDATE`, [
    district.id,
    id,
  ]);
  const rows = numbered(3_000);
  rows.splice(2_200, 0, { 'Asset tag': 'HELD', 'Serial number': 'HELD1', Site: 'B2' });
  return {
    district,
    file: devicesCsv(rows),
    letGo: async () => {
      await writer.rollbackTransaction();
      await writer.release();
    },
  };
}

/** How long a chunk waits for a row before it makes room. */
const LOCK_TIMEOUT_MS = 10_000;

/** Two chunks are in, the third waits for the writer. */
const isStuck = ({ state, plan, job }: ImportView): boolean =>
  state === 'committing' && job?.stage === 'committing' && job.done === 2_000 && plan?.rows === 2_000;

describe('an import under way', () => {
  it('shows its rows, rate and time left, to whoever asks again', async () => {
    const { district, file, letGo } = await withHeldDevice();
    const { id } = await upload(district.admin, file);
    const view = await seen(district.admin, id, isStuck);
    expect(view).toMatchObject({
      plan: { rows: 2_000, add: 2_000 },
      job: { state: 'running', total: 3_001 },
    });
    expect(view.job?.rate).toBeGreaterThan(0);
    expect(view.job?.etaSeconds).toBeGreaterThan(0);
    await letGo();
    expect(await ended(app, district.admin, view)).toMatchObject({
      state: 'committed',
      plan: { rows: 3_001, add: 3_000, change: 1 },
      job: { state: 'done', rate: null, etaSeconds: null },
    });
  });

  it('outlasts a writer that holds a row for longer than a chunk waits', async () => {
    const { district, file, letGo } = await withHeldDevice();
    const { id } = await upload(district.admin, file);
    const view = await seen(district.admin, id, isStuck);
    await sleep(LOCK_TIMEOUT_MS + 1_500);
    await letGo();
    expect(await ended(app, district.admin, view)).toMatchObject({
      state: 'committed',
      plan: { rows: 3_001, add: 3_000, change: 1 },
    });
  });

  it('stops after its chunk when it is cancelled, and what went in can be undone', async () => {
    const { district, file, letGo } = await withHeldDevice();
    const { id } = await upload(district.admin, file);
    const view = await seen(district.admin, id, isStuck);
    await district.admin.post(`/imports/${id}/cancel`).expect(202);
    await letGo();
    const cancelled = await ended(app, district.admin, view);
    expect(cancelled.state).toBe('cancelled');
    const inPlace = cancelled.plan?.rows ?? 0;
    expect([2_000, 3_000]).toContain(inPlace);
    const { state, job } = await step(app, district.admin, id, 'undo');
    expect(state).toBe('undone');
    expect(job?.result).toMatchObject({ undone: inPlace, leftCount: 0 });
    expect(await countBySite(district.admin)).toEqual({ A1: 1 });
  });

  it('goes on where it was when it is committed again after a cancel', async () => {
    const { district, file, letGo } = await withHeldDevice();
    const { id } = await upload(district.admin, file);
    const view = await seen(district.admin, id, isStuck);
    await district.admin.post(`/imports/${id}/cancel`).expect(202);
    await letGo();
    await ended(app, district.admin, view);
    const done = await step(app, district.admin, id, 'commit');
    expect(done).toMatchObject({
      state: 'committed',
      plan: { rows: 3_001, add: 3_000, change: 1, unchanged: 0 },
    });
    expect(await countBySite(district.admin)).toEqual({ A1: 3_000, B2: 1 });
  });

  it('lets the next of its district wait, and that of another district go on', async () => {
    const { district, file, letGo } = await withHeldDevice();
    const first = await upload(district.admin, file);
    await seen(district.admin, first.id, isStuck);
    const second = await upload(
      district.admin,
      devicesCsv([{ 'Asset tag': 'NEXT', 'Serial number': 'NEXT1' }]),
    );
    const other = await districtWithSites(app);
    const elsewhere = await load(app, other.admin, devicesCsv(numbered(3)));
    expect(elsewhere.state).toBe('committed');
    expect(await show(district.admin, second.id)).toMatchObject({
      state: 'queued',
      job: { state: 'queued' },
    });
    await letGo();
    expect((await ended(app, district.admin, first)).state).toBe('committed');
    expect((await ended(app, district.admin, second)).state).toBe('committed');
  });

  it('that waits is cancelled at once', async () => {
    const { district, file, letGo } = await withHeldDevice();
    const first = await upload(district.admin, file);
    const second = await upload(district.admin, devicesCsv(numbered(1)));
    const { body } = await district.admin.post(`/imports/${second.id}/cancel`).expect(202);
    expect(body).toMatchObject({ state: 'cancelled', job: { state: 'cancelled' } });
    await letGo();
    await ended(app, district.admin, first);
  });

  it('that goes in whole or not at all can be cancelled in the middle too', async () => {
    const { district, file, letGo } = await withHeldDevice();
    const { id } = await upload(district.admin, file, { options: { allOrNothing: true } });
    const view = await seen(
      district.admin,
      id,
      ({ job }) => job?.stage === 'committing' && job.done === 2_000,
    );
    await district.admin.post(`/imports/${id}/cancel`).expect(202);
    await letGo();
    expect((await ended(app, district.admin, view)).state).toBe('cancelled');
    expect(await countBySite(district.admin)).toEqual({ A1: 1 });
  });

  it('lets scans and edits of other devices through', async () => {
    const { district, file, letGo } = await withHeldDevice();
    const { id } = await upload(district.admin, file);
    const view = await seen(district.admin, id, isStuck);
    const device = await deviceOf(district.admin, 'SN1005');
    await district.admin
      .patch(`/devices/${device.id}`)
      .set('If-Match', '*')
      .send({ notes: 'seen' })
      .expect(200);
    await letGo();
    expect((await ended(app, district.admin, view)).state).toBe('committed');
  });
});

describe('what an import may become', () => {
  it('is not undone before it is committed, nor twice', async () => {
    const district = await districtWithSites(app);
    const { id } = await load(app, district.admin, devicesCsv(numbered(2)), { mode: 'rehearse' });
    await district.admin.post(`/imports/${id}/undo`).expect(409);
    await step(app, district.admin, id, 'commit');
    await district.admin.post(`/imports/${id}/commit`).expect(409);
    await step(app, district.admin, id, 'undo');
    const { body } = await district.admin.post(`/imports/${id}/undo`).expect(409);
    expect(body.code).toBe('IMPORT_WRONG_STATE');
    await district.admin.post(`/imports/${id}/commit`).expect(409);
    const { body: after } = await district.admin.get(`/imports/${id}`).expect(200);
    const { accountId } = district.admin.scope;
    expect((after as ImportDetail).steps.map((one) => [one.step, one.to, one.takenBy])).toEqual([
      ['create', 'uploaded', accountId],
      ['rehearse', 'rehearsing', accountId],
      ['finish_rehearsal', 'rehearsed', null],
      ['commit', 'queued', accountId],
      ['begin', 'committing', null],
      ['finish', 'committed', null],
      ['undo', 'undoing', accountId],
      ['finish_undo', 'undone', null],
    ]);
  });
});
