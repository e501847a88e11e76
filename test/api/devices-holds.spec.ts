import { type TestApp, testApp } from '../support/app.js';
import type { BulkResult } from '../../src/devices/in-bulk/bulk-result.js';
import type { JobView } from '../../src/jobs/jobs.service.js';
import { type DeviceJson, register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
});

afterAll(() => app.close());

async function held(forbids: string[], more: object = {}): Promise<DeviceJson & { holdId: string }> {
  const device = await here.add({ inServiceOn: '2020-01-01', ...more });
  return { ...device, holdId: await hold(device.id, forbids) };
}

async function hold(id: string, forbids: string[]): Promise<string> {
  const { body } = await here.admin
    .post(`/devices/${id}/holds`)
    .send({ kind: 'legal', forbids, reason: 'case 26-17' })
    .expect(201);
  return (body as { id: string }).id;
}

const HELD = { code: 'DEVICE_HELD', detail: expect.stringContaining('case 26-17') };

describe('a hold', () => {
  it.each([
    ['move', { site: 'B' }, { notes: 'x' }],
    ['retire', { status: 'retired' }, { site: 'B' }],
    ['change', { notes: 'x' }, { site: 'A' }],
  ])('on %s stops that and nothing else', async (forbids, stopped, goes) => {
    const { id } = await held([forbids]);
    expect(await here.change(id, stopped, 409)).toMatchObject(HELD);
    await here.change(id, goes);
  });

  it('on disposal stops a write-off', async () => {
    const { id } = await held(['dispose']);
    await here.change(id, { status: 'missing', missing: 'lost', missingSince: '2026-01-05' });
    const writeOff = { status: 'disposed', disposalRoute: 'write_off', approvalReference: 'Board 14' };
    expect(await here.change(id, writeOff, 409)).toMatchObject(HELD);
  });

  it('stops backdated changes too', async () => {
    const { id } = await held(['move']);
    expect(await here.change(id, { site: 'B', effectiveOn: '2021-01-01' }, 409)).toMatchObject(HELD);
  });

  it('stops making the device void', async () => {
    const { id } = await held(['void']);
    const { body } = await here.admin
      .post(`/devices/${id}/void`)
      .set('if-match', '*')
      .send({ note: 'x' })
      .expect(409);
    expect(body).toMatchObject(HELD);
  });

  it('refuses its row of a batch, and no other', async () => {
    const { assetTag } = await held(['move']);
    const free = await here.add();
    const { results } = await here.batch([
      { assetTag, site: 'B' },
      { assetTag: free.assetTag, site: 'B' },
    ]);
    expect(results).toMatchObject([{ outcome: 'refused', ...HELD }, { outcome: 'changed' }]);
  });

  it('refuses its device of a bulk change, which names it', async () => {
    const { id } = await held(['move']);
    await here.add();
    const { body } = await here.admin
      .post('/devices/bulk')
      .send({ filter: { site: 'A' }, change: { site: 'B' } })
      .expect(202);
    const job = await app.job(here.admin, (body as JobView).id);
    expect(job.result as BulkResult).toMatchObject({ changed: 1, refused: 1, refusals: [{ id, ...HELD }] });
  });

  it('leaves its device out of an undo, which lists it', async () => {
    const first = await here.add();
    const second = await here.add();
    const { changeSetId } = await here.batch(
      [first, second].map(({ assetTag }) => ({ assetTag, site: 'B' })),
    );
    await hold(first.id, ['move']);
    const job = await here.undo(changeSetId);
    expect(job.result).toMatchObject({
      undone: 1,
      leftCount: 1,
      left: [{ targetId: first.id, detail: HELD.detail }],
    });
    expect([(await here.find(first.id)).site, (await here.find(second.id)).site]).toEqual(['B', 'A']);
  });

  it('keeps the cart where the held device is', async () => {
    await held(['change'], { cart: 'Cart 1' });
    const { body: room } = await here.admin
      .post(`/sites/${here.siteIds['A']}/rooms`)
      .send({ name: '9' })
      .expect(201);
    const [cart] = await app.source.query<{ id: string }[]>(`SELECT id FROM carts WHERE district_id = $1`, [
      here.district.id,
    ]);
    const move = here.admin
      .patch(`/carts/${cart?.id}`)
      .set('if-match', '*')
      .send({ roomId: (room as { id: string }).id });
    expect((await move.expect(409)).body).toMatchObject(HELD);
  });

  it('ends when it is lifted, once', async () => {
    const { id, holdId } = await held(['change']);
    expect((await here.find(id)).holds).toMatchObject([{ id: holdId, kind: 'legal', forbids: ['change'] }]);
    await here.admin.delete(`/devices/${id}/holds/${holdId}`).expect(204);
    await here.admin.delete(`/devices/${id}/holds/${holdId}`).expect(404);
    await here.change(id, { notes: 'free' });
    expect((await here.find(id)).holds).toEqual([]);
  });

  it('is placed by an admin, for a reason, on something', async () => {
    const { id } = await here.add();
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    const body = { kind: 'legal', forbids: ['move'], reason: 'x' };
    await technician.post(`/devices/${id}/holds`).send(body).expect(403);
    for (const wrong of [{ kind: 'whim' }, { forbids: [] }, { forbids: ['look'] }, { reason: '' }])
      await here.admin
        .post(`/devices/${id}/holds`)
        .send({ ...body, ...wrong })
        .expect(400);
    await here.admin.post(`/devices/01890000-0000-7000-8000-000000000000/holds`).send(body).expect(404);
  });
});
