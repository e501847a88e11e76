import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { daysAgo, type DeviceJson, type Problem, register, type Register } from '../support/devices.js';
import { LotDesk, pickUp } from '../support/lot-desk.js';
import { PAPER } from '../support/lot-world.js';
import { sanitizationOf } from '../support/sanitization-body.js';

const WIPE = { contract: 'C-7', certificate: 'R2v3 123', validUntil: '2199-12-31' };

let app: TestApp;
let here: Register;
let its: TestUser;
let desk: LotDesk;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  its = await app.user(here.district, 'its');
  desk = new LotDesk(here, its);
});

afterAll(() => app.close());

async function closedGates(id: string, route = 'recycle'): Promise<string[]> {
  const { body } = await here.admin.get(`/devices/${id}/clearances`).expect(200);
  const { routes } = body as { routes: { route: string; gates: { gate: string; isOpen: boolean }[] }[] };
  const gates = routes.find((one) => one.route === route)?.gates ?? [];
  return gates.filter(({ isOpen }) => !isOpen).map(({ gate }) => gate);
}

/** Released, not wiped, on an approved lot whose recipient wipes. */
async function contracted(count: number): Promise<{ id: string; devices: DeviceJson[] }> {
  await here.admin
    .post('/vendors')
    .send({ name: 'Wiper', roles: ['recycler'] })
    .expect(201);
  const devices: DeviceJson[] = [];
  for (let i = 0; i < count; i += 1) devices.push(await desk.retired());
  const deviceIds = devices.map((device) => device.id);
  await here.admin.post('/releases').send({ deviceIds, service: 'jamf' }).expect(201);
  const { id } = await desk.lot({ recipient: 'wiper', wipe: WIPE });
  await desk.put(id, { add: deviceIds });
  await desk.done(id, { step: 'freeze' });
  return { id, devices };
}

const approve = async (id: string): Promise<unknown> =>
  desk.done(id, { step: 'approve', boardItem: (await desk.boardItem()).id });

async function comeBack(id: string): Promise<void> {
  await here.admin
    .post(`/devices/${id}/reopening`)
    .set('if-match', '*')
    .send({ note: 'It came back.' })
    .expect(200);
  await here.change(id, { status: 'retired' });
}

describe('what a lot proves', () => {
  it('proves nothing about a device that was not taken', async () => {
    const { id, devices } = await contracted(2);
    await approve(id);
    const left = devices[1]?.id ?? '';
    expect(await closedGates(left)).toEqual(['signed_lot']);
    await desk.done(id, pickUp(1, { notTaken: [{ deviceId: left }] }));
    expect(await closedGates(left)).toEqual(['sanitized', 'board_item', 'signed_lot']);
    const refused = await here.change(left, { status: 'disposed', disposalRoute: 'recycle' }, 409);
    expect(refused.code).toBe('GATES_CLOSED');
  });

  it('proves nothing about a device that came back, and an undo of its return is still possible', async () => {
    const { id, devices } = await contracted(1);
    await approve(id);
    await desk.done(id, pickUp(1));
    const device = devices[0]?.id ?? '';
    await comeBack(device);
    expect(await closedGates(device)).toEqual(['sanitized', 'board_item', 'signed_lot']);
    const refused = await here.change(device, { status: 'disposed', disposalRoute: 'recycle' }, 409);
    expect(refused.errors.map(({ code }) => code)).toEqual(['sanitized', 'board_item', 'signed_lot']);
    const sets = (await here.events(device)).toSorted((x, y) => (x.recordedAt < y.recordedAt ? 1 : -1));
    for (const { changeSetId } of sets.slice(0, 2)) await here.undo(changeSetId ?? '');
    expect((await here.find(device)).status).toBe('disposed');
    expect(await here.differences()).toEqual([]);
  });

  it('can be proved anew of a device that came back', async () => {
    const devices = await desk.cleared(1);
    const device = devices[0]?.id ?? '';
    const item = await desk.boardItem();
    for (let time = 0; time < 2; time += 1) {
      const { id } = await desk.lot();
      await desk.put(id, { add: [device] });
      await desk.done(id, { step: 'freeze' });
      await desk.done(id, { step: 'approve', boardItem: item.id });
      await desk.done(id, pickUp(1));
      expect((await here.find(device)).status).toBe('disposed');
      if (time === 0) await comeBack(device);
    }
  });

  it('ends with the lot: a cancelled one keeps neither its proofs nor its board item', async () => {
    const { id, devices } = await contracted(1);
    const item = await desk.boardItem();
    await desk.done(id, { step: 'approve', boardItem: item.id });
    await desk.done(id, { step: 'cancel', note: 'The recycler closed.' });
    expect(await closedGates(devices[0]?.id ?? '')).toEqual(['sanitized', 'board_item', 'signed_lot']);
    expect((await desk.read(id)).boardItem).toBeNull();
    await its.patch(`/board-items/${item.id}`).set('if-match', '*').send({ decision: 'refused' }).expect(200);
    const stays = await here.change(devices[0]?.id ?? '', { assetTag: 'STAYS-1' });
    expect(stays.status).toBe('retired');
  });

  it('does not count for another lot', async () => {
    const { id, devices } = await contracted(1);
    const [device] = devices;
    await desk.done(id, { step: 'cancel', note: 'The wrong lot.' });
    const plain = await desk.lot();
    await desk.put(plain.id, { add: [device?.id] });
    expect((await desk.read(plain.id)).lacks).toEqual([{ lack: 'sanitized', devices: 1 }]);
  });
});

describe('what was proved about a device', () => {
  it('is proved no more once somebody used it again', async () => {
    const [device] = await desk.cleared(1);
    const id = device?.id ?? '';
    expect(await closedGates(id)).toEqual(['board_item', 'signed_lot']);
    await here.change(id, { status: 'in_stock' });
    await here.change(id, { status: 'deployed' });
    await here.change(id, { status: 'retired' });
    expect(await closedGates(id)).toEqual(['released', 'sanitized', 'board_item', 'signed_lot']);
    const lot = await desk.lot();
    await desk.put(lot.id, { add: [id] });
    expect((await desk.read(lot.id)).lacks.map(({ lack }) => lack)).toEqual(['released', 'sanitized']);
    // Only the data is removed again: the manifest tells by what, and that of long ago does not count.
    await here.admin.post('/sanitizations').send(sanitizationOf(id)).expect(201);
    expect(await closedGates(id)).toEqual(['released', 'board_item', 'signed_lot']);
    await here.admin
      .post('/releases')
      .send({ deviceIds: [id], service: 'jamf' })
      .expect(201);
    await desk.done(lot.id, { step: 'freeze' });
  });

  it('may be a release from before its use ended, but not from before it was handed out', async () => {
    const device = await here.add();
    await here.change(device.id, { status: 'deployed' });
    const release = { deviceIds: [device.id], service: 'jamf' };
    await here.admin.post('/releases').send(release).expect(201);
    await here.change(device.id, { status: 'retired' });
    expect(await closedGates(device.id)).not.toContain('released');
    const { body } = await here.admin
      .post('/releases')
      .send({ ...release, releasedAt: `${daysAgo(30)}T12:00:00Z` })
      .expect(409);
    expect((body as Problem).errors).toMatchObject([{ code: 'HANDED_OUT_SINCE' }]);
  });

  it('counts on the manifest only as long as it holds', async () => {
    await here.admin
      .post('/vendors')
      .send({ name: 'Wiper', roles: ['recycler'] })
      .expect(201);
    const [device] = await desk.cleared(1);
    const id = device?.id ?? '';
    await here.change(id, { status: 'in_stock' });
    await here.change(id, { status: 'deployed' });
    await here.change(id, { status: 'retired' });
    await here.admin
      .post('/releases')
      .send({ deviceIds: [id], service: 'jamf' })
      .expect(201);
    const lot = await desk.lot({ recipient: 'wiper', wipe: WIPE });
    await desk.put(lot.id, { add: [id] });
    await desk.done(lot.id, { step: 'freeze' });
    const manifest = (await desk.bytes(`/lots/${lot.id}/manifest.csv`)).toString();
    expect(manifest).toContain('By the recipient');
    expect(manifest).not.toContain('powerwash');
  });
});

describe('two records of one device', () => {
  const merge = (survivorId: string, duplicateId: string): PromiseLike<unknown> =>
    here.admin
      .post(`/devices/${survivorId}/merge`)
      .set('if-match', '*')
      .send({ duplicateId, note: 'One device.' })
      .expect(200);
  const use = async (id: string): Promise<void> => {
    await here.change(id, { status: 'deployed' });
    await here.change(id, { status: 'retired' });
  };
  const proved = async (more: object = {}): Promise<string> => {
    const { id } = await here.add(more);
    await here.admin.post('/sanitizations').send(sanitizationOf(id)).expect(201);
    await here.admin
      .post('/releases')
      .send({ deviceIds: [id], service: 'jamf' })
      .expect(201);
    return id;
  };
  const OPEN = ['board_item', 'signed_lot'];
  const CLOSED = ['released', 'sanitized', ...OPEN];

  it('prove nothing together if the device was used after, as either record says', async () => {
    const [duplicate, survivor] = [await proved({ serialNumber: 'DUP1' }), await desk.retired()];
    await use(duplicate);
    await merge(survivor.id, duplicate);
    expect(await closedGates(survivor.id)).toEqual(CLOSED);

    const [wiped, used] = [await proved(), await here.add({ serialNumber: 'DUP2' })];
    await use(used.id);
    await here.change(wiped, { status: 'retired' });
    await merge(wiped, used.id);
    expect(await closedGates(wiped)).toEqual(CLOSED);
    // Through two merges, too, and until it is proved anew.
    const last = await desk.retired();
    await merge(last.id, wiped);
    expect(await closedGates(last.id)).toEqual(CLOSED);
    await here.admin.post('/sanitizations').send(sanitizationOf(last.id)).expect(201);
    await here.admin
      .post('/releases')
      .send({ deviceIds: [last.id], service: 'jamf' })
      .expect(201);
    expect(await closedGates(last.id)).toEqual(OPEN);
  });

  it('keep their proofs if the device was used before, also if the other record still says so', async () => {
    const used = await here.add({ serialNumber: 'DUP3' });
    await here.change(used.id, { status: 'deployed' });
    const wiped = await proved();
    await here.change(wiped, { status: 'retired' });
    await merge(wiped, used.id);
    expect(await closedGates(wiped)).toEqual(OPEN);
  });
});

describe('at the pick-up', () => {
  it('a battery that swelled since the lot was frozen stays', async () => {
    const { id, devices } = await desk.approved(2);
    const [swollen, good] = devices;
    await here.admin
      .post('/assessments')
      .send({
        deviceId: swollen?.id,
        answers: { battery: 'swollen', powersOn: 'yes', screen: 'good', input: 'works' },
      })
      .expect(201);
    const refused = await desk.step(id, pickUp(2));
    expect([refused.status, refused.body.code]).toEqual([409, 'LOT_NOT_READY']);
    expect(refused.body.errors).toMatchObject([{ code: 'swollen_battery' }]);
    expect(refused.body.errors[0]?.detail).toContain(swollen?.assetTag);
    await desk.done(id, pickUp(1, { notTaken: [{ deviceId: swollen?.id }] }));
    expect((await here.find(good?.id ?? '')).status).toBe('disposed');
  });

  it('the certificate of whoever removes the data is valid, and can be renewed until then', async () => {
    const { id } = await contracted(1);
    await approve(id);
    const change = (wipe: object): PromiseLike<{ status: number; body: Problem }> =>
      its.patch(`/lots/${id}`).set('if-match', '*').send({ wipe });
    expect((await change({ ...WIPE, validUntil: daysAgo(3) })).status).toBe(200);
    expect((await desk.step(id, pickUp(1))).body.code).toBe('WIPE_CERTIFICATE_EXPIRED');
    const other = await change({ ...WIPE, contract: 'C-8' });
    expect([other.status, other.body.code]).toEqual([409, 'LOT_FROZEN']);
    expect((await change(WIPE)).status).toBe(200);
    await desk.done(id, pickUp(1));
    expect((await change(WIPE)).body.code).toBe('LOT_NOT_OPEN');
  });

  it('what a lot says beside its papers can still change, and nothing else', async () => {
    const { id } = await desk.approved(1);
    const change = (body: object): PromiseLike<{ status: number; body: Problem }> =>
      its.patch(`/lots/${id}`).set('if-match', '*').send(body);
    expect((await change({ note: 'Dock 3', place: 'B', wasteSince: daysAgo(20) })).status).toBe(200);
    for (const body of [{ name: 'Other' }, { route: 'sell' }, { recipient: null }])
      expect((await change(body)).body.code).toBe('LOT_FROZEN');
    const tomorrow = await change({ wasteSince: daysAgo(-3) });
    expect([tomorrow.status, tomorrow.body.errors[0]?.code]).toEqual([400, 'IN_THE_FUTURE']);
    const fresh = await its
      .post('/lots')
      .send({ name: 'x', route: 'recycle', site: 'A', wasteSince: daysAgo(-3) });
    expect([fresh.status, (fresh.body as Problem).errors[0]?.code]).toEqual([400, 'IN_THE_FUTURE']);
  });

  it('an approval that was taken back leaves nothing checked out', async () => {
    const { id, devices } = await desk.approved(1);
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    const { sendScans, scanOf } = await import('../support/scans.js');
    await sendScans(technician, [scanOf(devices[0]?.assetTag ?? '', 'check_out_of_lot')]);
    expect((await desk.read(id)).checked).toBe(1);
    await desk.done(id, { step: 'disapprove', note: 'The wrong item.' });
    expect((await desk.read(id)).checked).toBe(0);
  });

  it('finds what is one too many as a scan finds it, and asks about what is said twice', async () => {
    const { id, devices } = await desk.approved(3);
    const [left] = devices;
    const other = await desk.retired();
    await here.change(other.id, { assetTag: 'NEW-1' });
    const old = other.assetTag ?? '';
    const notTaken = [{ deviceId: left?.id }];
    const extra = (...codes: (string | null | undefined)[]): object => ({
      notTaken,
      extras: codes.map((code) => ({ code })),
    });
    const said = async (count: number, more: object): Promise<string | undefined> =>
      (await desk.step(id, pickUp(count, more))).body.errors[0]?.code;
    expect(await said(3, extra(devices[1]?.serialNumber?.toLowerCase()))).toBe('ON_MANIFEST');
    expect(await said(3, extra(left?.serialNumber))).toBe('NOT_TAKEN_AND_EXTRA');
    expect(await said(4, extra(old, 'new-1'))).toBe('TWICE_IN_LIST');
    const { differences } = await desk.done(id, pickUp(4, extra(` ${old.toLowerCase()} `, 'nobody-1')));
    expect(
      differences
        .filter(({ kind }) => kind === 'extra')
        .map(({ code, deviceId }) => [code, deviceId])
        .toSorted(),
    ).toEqual(
      [
        [old, other.id],
        ['NOBODY-1', null],
      ].toSorted(),
    );
  });
});

describe('a recipient', () => {
  it('that the district no longer deals with gets no manifest', async () => {
    await here.admin
      .post('/vendors')
      .send({ name: 'Gone', roles: ['recycler'] })
      .expect(201);
    const devices = await desk.cleared(1);
    const { id } = await desk.lot({ recipient: 'gone' });
    await desk.put(id, { add: devices.map((device) => device.id) });
    const { body } = await here.admin.get('/vendors').expect(200);
    const vendor = (body as { items: { id: string; key: string }[] }).items.find(({ key }) => key === 'gone');
    await here.admin
      .patch(`/vendors/${vendor?.id}`)
      .set('if-match', '*')
      .send({ isActive: false })
      .expect(200);
    const refused = await desk.step(id, { step: 'freeze' });
    expect([refused.status, refused.body.code]).toEqual([400, 'INACTIVE_VENDOR']);
  });
});

describe('papers that are owed', () => {
  it('say what was filed, and when it can have been', async () => {
    const { id } = await desk.approved(1);
    await desk.done(id, pickUp(1));
    const file = async (kind: string, body: object): Promise<string | undefined> =>
      ((await its.put(`/lots/${id}/obligations/${kind}`).send(body)).body as Problem).errors?.[0]?.code;
    expect(await file('weights', { dueOn: daysAgo(-40), weightKg: 3 })).toBe('FILED_ON_MISSING');
    expect(await file('weights', { dueOn: daysAgo(-40), reference: 'W' })).toBe('FILED_ON_MISSING');
    expect(await file('certificate_of_recycling', { filedOn: daysAgo(9) })).toBe('BEFORE_PICK_UP');
    expect(await file('weights', { dueOn: daysAgo(-40) })).toBeUndefined();
    const paper = await its
      .post(`/lots/${id}/obligations/weights/file`)
      .field('weightKg', '3')
      .attach('file', PAPER, 'weights.pdf');
    expect([paper.status, (paper.body as Problem).errors[0]?.code]).toEqual([400, 'UNKNOWN_FIELD']);
    expect((await desk.read(id)).obligations).toMatchObject([
      { kind: 'certificate_of_recycling', filedOn: null },
      { kind: 'weights', dueOn: daysAgo(-40), filedOn: null },
    ]);
  });

  it('may name a price that was agreed beforehand', async () => {
    const devices = await desk.cleared(1);
    const { id } = await desk.lot({ route: 'sell' });
    await desk.put(id, { add: devices.map((device) => device.id) });
    await desk.done(id, { step: 'freeze' });
    await desk.done(id, {
      step: 'approve',
      boardItem: (await desk.boardItem({ finding: '17546_a' })).id,
    });
    await desk.done(id, pickUp(1));
    await its
      .put(`/lots/${id}/obligations/price`)
      .send({ filedOn: daysAgo(9), amountCents: 100 })
      .expect(200);
  });
});
