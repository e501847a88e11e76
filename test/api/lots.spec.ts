import { createHash } from 'node:crypto';
import type { BoardItemDetail } from '../../src/salvage/board/board-items.queries.js';
import type { LotDetail } from '../../src/salvage/lots/lots.queries.js';
import type { LotDevicesChanged } from '../../src/salvage/lots/lots.service.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { daysAgo, type DeviceJson, type Problem, register, type Register } from '../support/devices.js';
import { textOf } from '../support/pdf-text.js';
import { sanitizationOf } from '../support/salvage-routes.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let here: Register;
let its: TestUser;
let technician: TestUser;
let serials = 0;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  its = await app.user(here.district, 'its');
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(() => app.close());

type LotJson = Omit<LotDetail, 'pickedUpAt' | 'frozenAt'> & { pickedUpAt: string | null };

interface Answer {
  status: number;
  body: LotJson & LotDevicesChanged & Problem;
}

async function retired(more: object = {}): Promise<DeviceJson> {
  serials += 1;
  const { id } = await here.add({ serialNumber: `5CD${String(serials).padStart(7, '0')}`, ...more });
  return here.change(id, { status: 'retired' });
}

/** Devices that lack only what comes after freezing. */
async function cleared(count: number, more: object = {}): Promise<DeviceJson[]> {
  const devices: DeviceJson[] = [];
  for (let i = 0; i < count; i += 1) devices.push(await retired(more));
  const deviceIds = devices.map(({ id }) => id);
  await here.admin
    .post('/sanitizations')
    .send(sanitizationOf(...deviceIds))
    .expect(201);
  await here.admin.post('/releases').send({ deviceIds, service: 'google_admin' }).expect(201);
  return devices;
}

const post = async (path: string, body: object, by = its): Promise<Answer> => by.post(path).send(body);

async function lot(more: object = {}, by = its): Promise<LotJson> {
  const { body } = await by
    .post('/lots')
    .send({ name: 'Chromebooks', route: 'recycle', site: 'A', ...more })
    .expect(201);
  return body as LotJson;
}

const put = async (id: string, body: object, by = its): Promise<Answer> =>
  by.put(`/lots/${id}/devices`).send(body);

const step = (id: string, body: object, by = its): Promise<Answer> => post(`/lots/${id}/steps`, body, by);

async function done(id: string, body: object, by = its): Promise<LotJson> {
  const answer = await step(id, body, by);
  if (answer.status !== 200) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function boardItem(more: object = {}): Promise<BoardItemDetail> {
  const { body } = await its
    .post('/board-items')
    .send({
      meetingOn: daysAgo(3),
      number: `9.${Math.random()}`,
      title: 'Surplus devices',
      finding: '17546_c',
      present: 5,
      yes: 5,
      decision: 'approved',
      ...more,
    })
    .expect(201);
  return body as BoardItemDetail;
}

const DRIVER = { name: 'Sam Rivera', company: 'E-Waste Inc.' };

const pickUp = (counted: number, more: object = {}): object => ({
  step: 'pick_up',
  driver: DRIVER,
  counted,
  ...more,
});

const read = async (id: string): Promise<LotJson> =>
  (await its.get(`/lots/${id}`).expect(200)).body as LotJson;

async function bytesOf(path: string): Promise<Buffer> {
  const { body } = await its
    .get(path)
    .buffer(true)
    .parse((answer, done_) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => done_(null, Buffer.concat(parts)));
    })
    .expect(200);
  return body as Buffer;
}

const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A lot that the board approved, with its devices. */
async function approved(count: number, more: object = {}): Promise<{ id: string; devices: DeviceJson[] }> {
  const devices = await cleared(count);
  const { id } = await lot(more);
  await put(id, { add: devices.map((device) => device.id) });
  await done(id, { step: 'freeze' });
  await done(id, { step: 'approve', boardItem: (await boardItem()).id });
  return { id, devices };
}

describe('a lot', () => {
  it('takes its devices from the storeroom to the recycler, with every paper', async () => {
    const devices = await cleared(3, { costCents: 29_900 });
    const before = await here.count('groupBy=status');
    const open = await lot({ place: 'Room 7' });
    expect(open).toMatchObject({ number: 1, state: 'open', site: 'A', devices: 0, obligations: [] });
    const added = await put(open.id, { add: devices.map(({ id }) => id), pallet: 'P1', condition: 'C3' });
    expect(added.body).toMatchObject({ added: 3, removed: 0, refused: [], devices: 3, lacks: [] });

    const frozen = await done(open.id, { step: 'freeze' });
    const csv = await bytesOf(`/lots/${open.id}/manifest.csv`);
    expect(frozen.manifestSha256).toBe(hash(csv));
    const lines = csv.toString().trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain('powerwash titan c (purge)');
    const manifest = await textOf(await bytesOf(`/lots/${open.id}/manifest.pdf`));
    expect(manifest.replaceAll(/\s/g, '')).toContain(hash(csv));
    await here.change(devices[0]?.id ?? '', { status: 'in_stock' }, 409);

    const item = await boardItem();
    const approvedLot = await done(open.id, { step: 'approve', boardItem: item.id });
    expect(approvedLot.boardItem).toMatchObject({ id: item.id, number: item.number });

    const gone = await done(open.id, pickUp(3), technician);
    expect(gone).toMatchObject({ state: 'picked_up', counted: 3, driverName: DRIVER.name, differences: [] });
    const receipt = await bytesOf(`/lots/${open.id}/receipt.pdf`);
    expect(gone.receiptSha256).toBe(hash(receipt));
    expect((await textOf(receipt)).replaceAll(/\s/g, '')).toContain(hash(csv));
    for (const { id } of devices)
      expect(await here.find(id)).toMatchObject({ status: 'disposed', disposalRoute: 'recycle' });
    const after = await here.count('groupBy=status');
    expect([before.total, after.total]).toEqual([3, 0]);
    expect(hash(await bytesOf(`/lots/${open.id}/manifest.csv`))).toBe(hash(csv));

    const unsettled = await step(open.id, { step: 'settle' });
    expect([unsettled.status, unsettled.body.code]).toEqual([409, 'LOT_NOT_SETTLED']);
    expect(unsettled.body.errors.map(({ field }) => field)).toEqual([
      'obligations.certificate_of_recycling',
      'obligations.weights',
    ]);
    const file = (kind: string, body: object): PromiseLike<unknown> =>
      its.put(`/lots/${open.id}/obligations/${kind}`).send(body).expect(200);
    await file('certificate_of_recycling', { filedOn: daysAgo(0), reference: 'COR-1' });
    await file('weights', { filedOn: daysAgo(0), weightKg: 4.1 });
    const settled = await done(open.id, { step: 'settle' });
    expect(settled.steps.map((one) => one.step)).toEqual([
      'create',
      'freeze',
      'approve',
      'pick_up',
      'settle',
    ]);
    expect(await here.differences()).toEqual([]);
  });

  it('cannot be frozen while a device lacks something, and names each', async () => {
    const { id } = await lot();
    expect((await step(id, { step: 'freeze' })).body.code).toBe('LOT_EMPTY');
    const [good] = await cleared(1);
    const wiped = await retired();
    const used = await here.add();
    await here.admin.post('/sanitizations').send(sanitizationOf(wiped.id)).expect(201);
    const { body } = await put(id, { add: [good?.id, wiped.id, used.id] });
    expect(body.lacks).toEqual([
      { lack: 'not_retired', devices: 1 },
      { lack: 'released', devices: 2 },
      { lack: 'sanitized', devices: 1 },
    ]);
    const refused = await step(id, { step: 'freeze' });
    expect([refused.status, refused.body.code]).toEqual([409, 'LOT_NOT_READY']);
    expect(refused.body.errors.map(({ code, detail }) => [code, detail.split(':')[0]]).toSorted()).toEqual(
      [
        ['not_retired', used.assetTag],
        ['released', used.assetTag],
        ['released', wiped.assetTag],
        ['sanitized', used.assetTag],
      ].toSorted(),
    );
    const { body: list } = await its.get(`/lots/${id}/devices`).expect(200);
    const lacks = (list as { items: { deviceId: string; lacks: string[] }[] }).items;
    expect(lacks.find(({ deviceId }) => deviceId === wiped.id)?.lacks).toEqual(['released']);
  });

  it('waits for the day that the grant allows', async () => {
    const fund = { name: 'E-rate', keepYears: 5, keepSource: '47 CFR 54.513' };
    await here.admin.post('/funding-sources').send(fund).expect(201);
    const [young] = await cleared(1, { fundingSource: 'E-rate', inServiceOn: daysAgo(4 * 365) });
    const [old] = await cleared(1, { fundingSource: 'E-rate', inServiceOn: daysAgo(5 * 366) });
    const { id } = await lot();
    const { body } = await put(id, { add: [young?.id, old?.id] });
    expect(body.lacks).toEqual([{ lack: 'funding_date', devices: 1 }]);
    await put(id, { remove: [young?.id] });
    await done(id, { step: 'freeze' });
    const gates = await here.admin.get(`/devices/${young?.id}/clearances`).expect(200);
    const recycle = (
      gates.body as { routes: { route: string; gates: { gate: string; isOpen: boolean }[] }[] }
    ).routes.find(({ route }) => route === 'recycle');
    expect(recycle?.gates.filter(({ isOpen }) => !isOpen).map(({ gate }) => gate)).toEqual([
      'funding_date',
      'board_item',
      'signed_lot',
    ]);
  });

  it('lets the recipient remove the data, if there is a contract and a valid certificate', async () => {
    await here.admin
      .post('/vendors')
      .send({ name: 'Wiper', roles: ['recycler'] })
      .expect(201);
    const device = await retired();
    await here.admin
      .post('/releases')
      .send({ deviceIds: [device.id], service: 'jamf' })
      .expect(201);
    const wipe = { contract: 'C-12', certificate: 'R2v3 C2024-0001', validUntil: daysAgo(1) };
    const refused = await post('/lots', { name: 'x', route: 'recycle', site: 'A', wipe });
    expect(refused.body.errors).toMatchObject([{ field: 'recipient', code: 'MISSING' }]);
    const { id } = await lot({ recipient: 'wiper', wipe });
    expect((await put(id, { add: [device.id] })).body.lacks).toEqual([]);
    expect((await step(id, { step: 'freeze' })).body.code).toBe('WIPE_CERTIFICATE_EXPIRED');
    await its
      .patch(`/lots/${id}`)
      .set('if-match', '*')
      .send({ wipe: { ...wipe, validUntil: daysAgo(-30) } })
      .expect(200);
    await done(id, { step: 'freeze' });
    await done(id, { step: 'approve', boardItem: (await boardItem()).id });
    const { obligations } = await done(id, pickUp(1));
    expect(obligations.map(({ kind }) => kind)).toContain('wipe_certificates');
    expect((await here.find(device.id)).status).toBe('disposed');
  });

  it('gives its devices back when it is cancelled', async () => {
    const { id, devices } = await approved(2);
    expect((await step(id, { step: 'cancel' })).body.errors).toMatchObject([{ code: 'NOTE_MISSING' }]);
    await done(id, { step: 'cancel', note: 'The buyer withdrew.' });
    const { body } = await here.admin.get(`/devices/${devices[0]?.id}/clearances`).expect(200);
    const proofs = (body as { clearances: { gate: string }[] }).clearances.map(({ gate }) => gate);
    expect(proofs.toSorted()).toEqual(['released', 'sanitized']);
    const again = await lot();
    expect((await put(again.id, { add: devices.map((device) => device.id) })).body.added).toBe(2);
    await here.change(devices[0]?.id ?? '', { status: 'in_stock' });
  });
});

describe('a pick-up', () => {
  it('with two devices too few and one too many is signed as it was, and each difference is cleared up', async () => {
    const { id, devices } = await approved(5);
    const stranger = await retired();
    const [a, b, ...there] = devices;
    const said = {
      notTaken: [{ deviceId: a?.id, note: 'not on the pallet' }, { deviceId: b?.id }],
      extras: [{ code: stranger.serialNumber?.toLowerCase() }],
    };
    const wrong = await step(id, pickUp(5, said));
    expect([wrong.status, wrong.body.code]).toEqual([409, 'COUNT_DIFFERS']);
    expect((await read(id)).state).toBe('approved');
    const { differences } = await done(id, pickUp(4, said));
    expect(differences.map(({ kind, code, deviceId }) => [kind, code, deviceId]).toSorted()).toEqual(
      [
        ['not_taken', a?.assetTag, a?.id],
        ['not_taken', b?.assetTag, b?.id],
        ['extra', stranger.serialNumber, stranger.id],
      ].toSorted(),
    );
    for (const { id: deviceId } of there) expect((await here.find(deviceId)).status).toBe('disposed');
    for (const one of [a, b, stranger]) expect((await here.find(one?.id ?? '')).status).toBe('retired');
    const receipt = await textOf(await bytesOf(`/lots/${id}/receipt.pdf`));
    expect(receipt).toContain('not on the pallet');
    // Those that stayed can go with another lot.
    const next = await lot();
    expect((await put(next.id, { add: [a?.id, b?.id] })).body).toMatchObject({ added: 2 });
    const blocked = await step(id, { step: 'settle' });
    expect(blocked.body.errors.filter(({ code }) => code === 'NOT_CLEARED_UP')).toHaveLength(3);
    for (const { id: difference } of differences)
      await its.post(`/lots/${id}/differences/${difference}`).send({ resolution: 'Found.' }).expect(200);
    for (const kind of ['certificate_of_recycling', 'weights'])
      await its
        .put(`/lots/${id}/obligations/${kind}`)
        .send({ waivedBecause: 'The recycler closed.' })
        .expect(200);
    expect((await done(id, { step: 'settle' })).state).toBe('settled');
    expect(await here.differences()).toEqual([]);
  });

  it('is all or nothing: a hold on one device stops it for all, in words', async () => {
    const { id, devices } = await approved(3);
    const held = devices[1];
    await here.admin
      .post(`/devices/${held?.id}/holds`)
      .send({ kind: 'legal', forbids: ['dispose'], reason: 'A case' })
      .expect(201);
    const refused = await step(id, pickUp(3));
    expect([refused.status, refused.body.code]).toEqual([409, 'LOT_NOT_READY']);
    expect(refused.body.errors).toMatchObject([{ code: 'DEVICE_HELD' }]);
    expect((await here.find(devices[0]?.id ?? '')).status).toBe('retired');
    await done(id, pickUp(2, { notTaken: [{ deviceId: held?.id }] }));
  });

  it('of a lease return needs the receipt of the lessor, and no board', async () => {
    const devices = await cleared(2);
    const { id } = await lot({ route: 'lease_return' });
    await put(id, { add: devices.map((device) => device.id) });
    await done(id, { step: 'freeze' });
    await done(id, { step: 'approve' });
    expect((await step(id, pickUp(2))).body.errors).toMatchObject([{ field: 'lessorReceipt' }]);
    await done(id, pickUp(2, { lessorReceipt: 'LR-7' }));
    expect(await here.find(devices[0]?.id ?? '')).toMatchObject({ disposalRoute: 'lease_return' });
    expect((await done(id, { step: 'settle' })).state).toBe('settled');
  });

  it('cannot be undone as a change: the driver has signed', async () => {
    const { id } = await approved(1);
    const { changeSetId } = await done(id, pickUp(1));
    const { body } = await here.admin.post(`/change-sets/${changeSetId}/undo`).expect(409);
    expect((body as Problem).code).toBe('LOT_HAS_LEFT');
  });
});

describe('the board', () => {
  it.each([
    ['has not decided', { decision: 'planned', present: undefined, yes: undefined }, 'no decision'],
    ['refused', { decision: 'refused' }, 'refused'],
    ['was not unanimous', { yes: 4 }, '4 of 5'],
    ['found something else', { finding: '17540' }, 'does not cover'],
    ['approved the last year only', { validFrom: daysAgo(400), validTo: daysAgo(35) }, 'valid from'],
  ])('does not approve a lot if it %s', async (_, more, words) => {
    const devices = await cleared(1);
    const { id } = await lot();
    await put(id, { add: devices.map((device) => device.id) });
    await done(id, { step: 'freeze' });
    const { status, body } = await step(id, { step: 'approve', boardItem: (await boardItem(more)).id });
    expect([status, body.code]).toEqual([409, 'BOARD_ITEM_DOES_NOT_APPROVE']);
    expect(body.detail).toContain(words);
    expect((await here.find(devices[0]?.id ?? '')).status).toBe('retired');
  });

  it('approves in part only the lots that the item names, and its item then stays as it is', async () => {
    const [one, other] = [await cleared(1), await cleared(1)];
    const lots = [await lot(), await lot()];
    await put(lots[0]?.id ?? '', { add: [one[0]?.id] });
    await put(lots[1]?.id ?? '', { add: [other[0]?.id] });
    const item = await boardItem({ decision: 'in_part', lots: [lots[0]?.id] });
    for (const { id } of lots) await done(id, { step: 'freeze' });
    await done(lots[0]?.id ?? '', { step: 'approve', boardItem: item.id });
    const refused = await step(lots[1]?.id ?? '', { step: 'approve', boardItem: item.id });
    expect(refused.body.code).toBe('BOARD_ITEM_DOES_NOT_APPROVE');
    const change = (body: object): PromiseLike<{ status: number; body: Problem }> =>
      its.patch(`/board-items/${item.id}`).set('if-match', '*').send(body);
    expect((await change({ yes: 4 })).body.code).toBe('BOARD_ITEM_USED');
    expect((await change({ note: 'Minutes, page 3' })).status).toBe(200);
    await done(lots[0]?.id ?? '', { step: 'disapprove', note: 'The wrong item.' });
    expect((await change({ decision: 'refused' })).status).toBe(200);
  });

  it('gets a packet with the finding, the devices by route and the federal share', async () => {
    const grant = { name: 'Title I', federalSharePercent: 100 };
    await here.admin.post('/funding-sources').send(grant).expect(201);
    const [cheap] = await cleared(1, {
      fundingSource: 'Title I',
      costCents: 29_900,
      purchasedOn: daysAgo(900),
    });
    const [dear] = await cleared(1, {
      fundingSource: 'Title I',
      costCents: 2_000_000,
      purchasedOn: daysAgo(900),
    });
    const { id } = await lot();
    await put(id, { add: [cheap?.id, dear?.id] });
    const item = await boardItem({ decision: 'planned', present: undefined, yes: undefined, lots: [id] });
    const words = await textOf(await bytesOf(`/board-items/${item.id}/packet.pdf`));
    for (const part of ['17546(c)', 'Every member present', 'None owed', 'Check: cost over'])
      expect(words).toContain(part);
    const xlsx = await bytesOf(`/board-items/${item.id}/packet.xlsx`);
    expect(xlsx.subarray(0, 2).toString()).toBe('PK');
    const sale = await boardItem({ finding: '17545', meetingOn: '2026-03-10' });
    expect(sale.notices).toMatchObject([{ from: '2026-03-10', to: '2026-03-24' }]);
  });
});

describe('who comes at the same moment', () => {
  it('adds a device to one of two lots', async () => {
    const device = await retired();
    const lots = await Promise.all(Array.from({ length: 8 }, () => lot()));
    expect(lots.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const answers = await Promise.all(lots.map(({ id }) => put(id, { add: [device.id] })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.errors).toMatchObject([
      { code: 'ON_OTHER_LOT' },
    ]);
  });

  it('freezes a lot once, and signs for it once', async () => {
    const devices = await cleared(4);
    const { id } = await lot();
    await put(id, { add: devices.map((device) => device.id) });
    const freezes = await Promise.all(Array.from({ length: 6 }, () => step(id, { step: 'freeze' })));
    expect(freezes.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
    await done(id, { step: 'approve', boardItem: (await boardItem()).id });
    const signed = await Promise.all(Array.from({ length: 6 }, () => step(id, pickUp(4))));
    expect(signed.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
    const { steps } = await read(id);
    expect(steps.map((one) => one.step)).toEqual(['create', 'freeze', 'approve', 'pick_up']);
    expect(await here.differences()).toEqual([]);
  });

  it('adds a device before a lot is frozen, or not at all', async () => {
    const devices = await cleared(6);
    const { id } = await lot();
    const [first, ...others] = devices;
    await put(id, { add: [first?.id] });
    const [frozen, ...added] = await Promise.all([
      step(id, { step: 'freeze' }),
      ...others.map((device) => put(id, { add: [device.id] })),
    ]);
    if (frozen?.status !== 200) expect(frozen?.body.code).toBe('LOT_CHANGED');
    const onLot = 1 + added.filter(({ status }) => status === 200).length;
    const after = await read(id);
    expect(after.devices).toBe(onLot);
    if (after.state === 'frozen')
      expect((await bytesOf(`/lots/${id}/manifest.csv`)).toString().trim().split('\r\n')).toHaveLength(
        onLot + 1,
      );
  });
});

describe('a scan', () => {
  it('puts devices on a lot and checks them out, with undo', async () => {
    const devices = await cleared(3);
    const { id, number } = await lot();
    const answers = [
      { question: 'lot', answer: String(number) },
      { question: 'pallet', answer: 'P9' },
    ];
    const scans = devices.map(({ assetTag }) => scanOf(assetTag ?? '', 'add_to_lot', { answers }));
    const sent = await sendScans(technician, scans);
    expect(sent.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied']);
    expect((await read(id)).devices).toBe(3);
    const undo = scanOf(devices[2]?.assetTag ?? '', 'undo', { undoes: scans[2]?.id });
    expect(await sendScans(technician, [undo])).toMatchObject([{ outcome: 'applied' }]);
    expect((await read(id)).devices).toBe(2);
    await done(id, { step: 'freeze' });
    await done(id, { step: 'approve', boardItem: (await boardItem()).id });
    const out = devices.map(({ assetTag }) => scanOf(assetTag ?? '', 'check_out_of_lot'));
    const checked = await sendScans(technician, out);
    expect(checked.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'conflict']);
    expect((await read(id)).checked).toBe(2);
    await sendScans(technician, [scanOf(devices[0]?.assetTag ?? '', 'undo', { undoes: out[0]?.id })]);
    expect((await read(id)).checked).toBe(1);
  });
});

describe('a person', () => {
  it('sees lots of their sites only, and may not freeze as a technician', async () => {
    const elsewhere = await lot({ site: 'B' });
    await technician.get(`/lots/${elsewhere.id}`).expect(404);
    expect((await step(elsewhere.id, { step: 'freeze' }, technician)).status).toBe(404);
    const own = await lot({}, technician);
    const [device] = await cleared(1);
    await put(own.id, { add: [device?.id] }, technician);
    const { status, body } = await step(own.id, { step: 'freeze' }, technician);
    expect([status, body.code]).toEqual([403, 'NEED_MISSING']);
    const far = await retired({ site: 'B' });
    const refused = await put(own.id, { add: [far.id] }, technician);
    expect([refused.status, refused.body.errors[0]?.code]).toEqual([400, 'DEVICE_NOT_FOUND']);
    const principal = await app.user(here.district, 'site_staff', { sites: ['A'] });
    await principal.get('/lots').expect(403);
  });
});
