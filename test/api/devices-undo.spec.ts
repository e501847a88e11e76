import { Clock } from '../../src/common/time/clock.js';
import { type TestApp, testApp } from '../support/app.js';
import { type DeviceJson, freshTag, LATITUDE, register, type Register } from '../support/devices.js';
import type { JobView } from '../../src/jobs/jobs.service.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
});

afterAll(() => app.close());

const lastSet = async (id: string): Promise<string> => {
  const events = await here.events(id);
  return events.toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))[0]?.changeSetId ?? '';
};

/** Everything but what an undo may touch: the version and when it was written. */
const bare = ({ version: _, updatedAt: __, ...device }: DeviceJson & { updatedAt?: string }): object =>
  device;

interface Undone {
  changeSetId: string;
  undone: number;
  leftCount: number;
  left: { targetId: string; detail: string }[];
}

async function undo(changeSetId: string): Promise<Undone> {
  const job: JobView = await here.undo(changeSetId);
  expect(job).toMatchObject({ state: 'done' });
  return job.result as Undone;
}

describe('undoing a change set', () => {
  it.each([
    ['the site', { site: 'B' }],
    ['several fields', { notes: 'x', costCents: 100, fundingSource: 'Measure B', room: '14' }],
    ['a move', { status: 'retired' }],
    ['a loss', { status: 'missing', missing: 'lost', missingSince: '2026-01-05' }],
    ['a backdated change', { site: 'B', effectiveOn: '2021-01-01' }],
    ['the day of service', { inServiceOn: '2015-01-01' }],
    ['the model', { manufacturer: 'Apple', model: 'iPad Air', kind: 'ipad' }],
    ['the tag', { assetTag: 'NEW-TAG' }],
    ['the holder', { holder: 'bob' }],
    ['the due date', { dueOn: '2028-01-01' }],
  ])('brings %s back', async (_what, change) => {
    await here.person('ann');
    await here.person('bob');
    const body = {
      serialNumber: 'U-1',
      status: 'deployed',
      holder: 'ann',
      dueOn: '2027-01-01',
      inServiceOn: '2020-01-01',
      room: '12',
    };
    const before = await here.add(body);
    await here.change(before.id, change);
    expect(await undo(await lastSet(before.id))).toMatchObject({ undone: 1, leftCount: 0 });
    const after = await here.find(before.id);
    const { codes: was, ...rest } = before;
    const { codes, ...device } = after;
    expect(bare({ ...device, codes: [] })).toEqual(bare({ ...rest, codes: [] }));
    expect(codes.filter(({ releasedAt }) => !releasedAt)).toEqual(was);
    expect(await here.differences()).toEqual([]);
  });

  it('brings back what was reported of a loss before', async () => {
    const { id } = await here.add();
    const loss = { missing: 'lost', missingSince: '2026-01-05' };
    await here.change(id, { status: 'missing', ...loss });
    await here.change(id, { ...loss, missing: 'stolen', policeReportNumber: 'DR 26-1' });
    const stolen = await lastSet(id);
    const lossOf = async (): Promise<unknown> => (await here.find(id)).loss;
    expect(await lossOf()).toMatchObject({ missing: 'stolen' });
    const { changeSetId } = await undo(stolen);
    expect(await lossOf()).toEqual({ ...loss, policeReportNumber: null });
    await undo(changeSetId);
    expect(await lossOf()).toMatchObject({ missing: 'stolen', policeReportNumber: 'DR 26-1' });
  });

  it('takes back codes that were added, and gives back those that were let go of', async () => {
    const { id } = await here.add({ serialNumber: 'U-1', mac: 'b4:69:21:18:c6:76' });
    await here.change(id, { mac: null, imei: '356938035643809', serialNumber: 'U-2' });
    await undo(await lastSet(id));
    const live = (await here.find(id)).codes.filter(({ releasedAt }) => !releasedAt).map(({ code }) => code);
    expect(live).toEqual(expect.arrayContaining(['B4692118C676', 'U-1']));
    expect(live).not.toEqual(expect.arrayContaining(['356938035643809']));
    expect(live).not.toEqual(expect.arrayContaining(['U-2']));
    await here.add({ serialNumber: 'U-2' });
  });

  it('makes void what it created, at every date, and frees the tags', async () => {
    const rows = Array.from({ length: 3 }, () => ({
      assetTag: freshTag(),
      ...LATITUDE,
      site: 'A',
      inServiceOn: '2015-01-01',
    }));
    const { changeSetId } = await here.batch(rows);
    expect((await here.count('asOf=2016-01-01')).total).toBe(3);
    expect(await undo(changeSetId)).toMatchObject({ undone: 3 });
    expect((await here.count('asOf=2016-01-01')).total).toBe(0);
    const again = await here.batch(rows);
    expect(again.results.every(({ outcome }) => outcome === 'added')).toBe(true);
    expect(await here.differences()).toEqual([]);
  });

  it('leaves what was edited since, and lists it with the field', async () => {
    const first = await here.add();
    const second = await here.add();
    const { changeSetId } = await here.batch(
      [first, second].map(({ assetTag }) => ({ assetTag, notes: 'batch' })),
    );
    await here.change(first.id, { notes: 'mine' });
    await here.change(second.id, { site: 'B' });
    expect(await undo(changeSetId)).toMatchObject({
      undone: 1,
      left: [{ targetId: first.id, detail: expect.stringContaining('notes') }],
    });
    expect((await here.find(first.id)).notes).toBe('mine');
    expect(await here.find(second.id)).toMatchObject({ notes: null, site: 'B' });
  });

  it('leaves what it created when that was changed since', async () => {
    const { id } = await here.add();
    const created = await lastSet(id);
    await here.change(id, { notes: 'in use' });
    expect(await undo(created)).toMatchObject({ undone: 0, left: [{ targetId: id }] });
    expect((await here.find(id)).status).toBe('in_stock');
  });

  it('does not mind an edit that was itself undone', async () => {
    const { id } = await here.add();
    const created = await lastSet(id);
    await here.change(id, { notes: 'oops' });
    await undo(await lastSet(id));
    expect(await undo(created)).toMatchObject({ undone: 1, leftCount: 0 });
    expect((await here.find(id)).status).toBe('void');
  });

  it('leaves a tag that another device has by now', async () => {
    const { id, assetTag } = await here.add({ serialNumber: 'U-1' });
    await here.change(id, { assetTag: freshTag() });
    const changed = await lastSet(id);
    await here.add({ assetTag });
    expect(await undo(changed)).toMatchObject({
      undone: 0,
      left: [{ targetId: id, detail: expect.stringContaining(assetTag as string) }],
    });
  });

  it('swaps tags back that went from one to the other', async () => {
    const first = await here.add({ serialNumber: 'U-1' });
    const second = await here.add({ serialNumber: 'U-2' });
    await here.change(first.id, { assetTag: null });
    const { changeSetId } = await here.batch([
      { serialNumber: 'U-1', assetTag: freshTag() },
      { serialNumber: 'U-2', assetTag: freshTag() },
    ]);
    expect(await undo(changeSetId)).toMatchObject({ undone: 2 });
    expect([(await here.find(first.id)).assetTag, (await here.find(second.id)).assetTag]).toEqual([
      null,
      second.assetTag,
    ]);
  });

  it('brings back what was made void, its codes and its counts, unless the codes are gone', async () => {
    const makeVoid = (id: string) =>
      here.admin.post(`/devices/${id}/void`).set('if-match', '*').send({ note: 'x' }).expect(200);
    await here.person('ann');
    const before = await here.add({
      serialNumber: 'U-1',
      status: 'deployed',
      holder: 'ann',
      inServiceOn: '2015-01-01',
    });
    await makeVoid(before.id);
    expect(await undo(await lastSet(before.id))).toMatchObject({ undone: 1 });
    expect(bare(await here.find(before.id))).toEqual(bare(before));
    expect((await here.count('asOf=2016-01-01')).total).toBe(1);
    expect(await here.differences()).toEqual([]);
    await makeVoid(before.id);
    await here.add({ assetTag: before.assetTag });
    expect(await undo(await lastSet(before.id))).toMatchObject({ undone: 0, leftCount: 1 });
  });

  it('undoes later what it had to leave, once, and under the same change set', async () => {
    const devices = [await here.add(), await here.add()];
    const { changeSetId: changed } = await here.batch(
      devices.map(({ assetTag }) => ({ assetTag, notes: 'x', status: 'deployed' })),
    );
    const id = devices[1]?.id ?? '';
    const { body } = await here.admin
      .post(`/devices/${id}/holds`)
      .send({ kind: 'legal', forbids: ['change'], reason: 'a lawsuit' })
      .expect(201);
    const { changeSetId, ...first } = await undo(changed);
    expect(first).toMatchObject({ undone: 1, left: [{ targetId: id }] });
    expect(await undo(changed)).toMatchObject({ changeSetId, undone: 0, left: [{ targetId: id }] });
    await here.admin.delete(`/devices/${id}/holds/${(body as { id: string }).id}`).expect(204);
    const answers = await Promise.all(
      Array.from({ length: 12 }, async () => here.admin.post(`/change-sets/${changed}/undo`)),
    );
    const winners = answers.filter(({ status }) => status === 202);
    expect(winners).toHaveLength(1);
    const { result } = await app.job(here.admin, (winners[0]?.body as JobView).id);
    expect(result).toMatchObject({ changeSetId, undone: 1, leftCount: 0 });
    for (const device of devices)
      expect(await here.find(device.id)).toMatchObject({ notes: null, status: 'in_stock', version: 3 });
    const { body: refused } = await here.admin.post(`/change-sets/${changed}/undo`).expect(409);
    expect(refused).toMatchObject({ code: 'ALREADY_UNDONE' });
    expect(await here.differences()).toEqual([]);
    // All of it is done again, and can then be undone again.
    expect(await undo(changeSetId)).toMatchObject({ undone: 2, leftCount: 0 });
    expect(await undo(changed)).toMatchObject({ undone: 2, leftCount: 0 });
    expect(await here.find(id)).toMatchObject({ notes: null, status: 'in_stock' });
    expect(await here.differences()).toEqual([]);
  });

  it('leaves what it could not take back because a clock ran ahead, instead of a success that changes nothing', async () => {
    const { id } = await here.add();
    const clock = app.get(Clock);
    const now = clock.now.bind(clock);
    clock.now = () => new Date(Date.now() + 60_000);
    try {
      await here.change(id, { notes: 'x' });
    } finally {
      clock.now = now;
    }
    const changed = await lastSet(id);
    expect(await undo(changed)).toMatchObject({
      undone: 0,
      left: [{ targetId: id, detail: expect.stringContaining('clock is ahead') }],
    });
    expect((await here.find(id)).notes).toBe('x');
  });

  it('leaves a merge as it is and says why', async () => {
    const survivor = await here.add();
    const duplicate = await here.add();
    await here.admin
      .post(`/devices/${survivor.id}/merge`)
      .set('if-match', '*')
      .send({ duplicateId: duplicate.id })
      .expect(200);
    expect(await undo(await lastSet(survivor.id))).toMatchObject({ undone: 0, leftCount: 2 });
  });

  it('can be undone itself, and nothing can be undone twice', async () => {
    const { id } = await here.add();
    await here.change(id, { notes: 'x' });
    const changed = await lastSet(id);
    const { changeSetId } = await undo(changed);
    expect(await here.changeSet(changed)).toMatchObject({ undoneById: changeSetId });
    expect(await here.changeSet(changeSetId)).toMatchObject({
      kind: 'undo',
      undoesId: changed,
      actorId: here.admin.scope.accountId,
    });
    const { body } = await here.admin.post(`/change-sets/${changed}/undo`).expect(409);
    expect(body).toMatchObject({ code: 'ALREADY_UNDONE' });
    await undo(changeSetId);
    expect((await here.find(id)).notes).toBe('x');
  });

  it('undoes a bulk change whole', async () => {
    await here.batch(Array.from({ length: 600 }, () => ({ assetTag: freshTag(), ...LATITUDE, site: 'A' })));
    const { body } = await here.admin
      .post('/devices/bulk')
      .send({ filter: {}, change: { site: 'B', status: 'deployed' } })
      .expect(202);
    const job = await app.job(here.admin, (body as JobView).id);
    const { changeSetId } = job.result as { changeSetId: string };
    expect(await undo(changeSetId)).toMatchObject({ undone: 600, leftCount: 0 });
    expect((await here.count('groupBy=site,status')).groups).toEqual([
      { site: 'A', status: 'in_stock', count: 600 },
    ]);
    expect(await here.differences()).toEqual([]);
  });

  it('shows a change set whole, page by page, to an admin', async () => {
    const rows = Array.from({ length: 5 }, () => ({ assetTag: freshTag(), ...LATITUDE, site: 'A' }));
    const { changeSetId } = await here.batch(rows);
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await here.admin
        .get(`/change-sets/${changeSetId}/events?limit=2${cursor}`)
        .expect(200);
      const page = body as { items: { assetTag: string }[]; nextCursor: string | null };
      seen.push(...page.items.map(({ assetTag }) => assetTag));
      if (!page.nextCursor) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(seen.toSorted()).toEqual(rows.map(({ assetTag }) => assetTag).toSorted());
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    await technician.get(`/change-sets/${changeSetId}`).expect(403);
  });
});
