import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { daysAgo, type Problem, register, type Register } from '../support/devices.js';
import { DRIVER, hash, LotDesk, pickUp } from '../support/lot-desk.js';
import { textOf } from '../support/pdf-text.js';
import { sanitizationOf } from '../support/sanitization-body.js';

let app: TestApp;
let here: Register;
let its: TestUser;
let technician: TestUser;
let desk: LotDesk;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  its = await app.user(here.district, 'its');
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
  desk = new LotDesk(here, its);
});

afterAll(() => app.close());

describe('a lot', () => {
  it('takes its devices from the storeroom to the recycler, with every paper', async () => {
    const devices = await desk.cleared(3, { costCents: 29_900 });
    const before = await here.count('groupBy=status');
    const open = await desk.lot({ place: 'Room 7' });
    expect(open).toMatchObject({ number: 1, state: 'open', site: 'A', devices: 0, obligations: [] });
    const added = await desk.put(open.id, {
      add: devices.map(({ id }) => id),
      pallet: 'P1',
      condition: 'C3',
    });
    expect(added.body).toMatchObject({ added: 3, removed: 0, refused: [], devices: 3 });
    expect((await desk.read(open.id)).lacks).toEqual([]);

    const frozen = await desk.done(open.id, { step: 'freeze' });
    const csv = await desk.bytes(`/lots/${open.id}/manifest.csv`);
    expect(frozen.manifestSha256).toBe(hash(csv));
    const lines = csv.toString().trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain('powerwash titan c (purge)');
    const manifest = await textOf(await desk.bytes(`/lots/${open.id}/manifest.pdf`));
    expect(manifest.replaceAll(/\s/g, '')).toContain(hash(csv));
    await here.change(devices[0]?.id ?? '', { status: 'in_stock' }, 409);

    const item = await desk.boardItem();
    const approvedLot = await desk.done(open.id, { step: 'approve', boardItem: item.id });
    expect(approvedLot.boardItem).toMatchObject({ id: item.id, number: item.number });

    const gone = await desk.done(open.id, pickUp(3), technician);
    expect(gone).toMatchObject({ state: 'picked_up', counted: 3, driverName: DRIVER.name, differences: [] });
    const receipt = await desk.bytes(`/lots/${open.id}/receipt.pdf`);
    expect(gone.receiptSha256).toBe(hash(receipt));
    expect((await textOf(receipt)).replaceAll(/\s/g, '')).toContain(hash(csv));
    for (const { id } of devices)
      expect(await here.find(id)).toMatchObject({ status: 'disposed', disposalRoute: 'recycle' });
    const after = await here.count('groupBy=status');
    expect([before.total, after.total]).toEqual([3, 0]);
    expect(hash(await desk.bytes(`/lots/${open.id}/manifest.csv`))).toBe(hash(csv));

    const unsettled = await desk.step(open.id, { step: 'settle' });
    expect([unsettled.status, unsettled.body.code]).toEqual([409, 'LOT_NOT_SETTLED']);
    expect(unsettled.body.errors.map(({ field }) => field)).toEqual([
      'obligations.certificate_of_recycling',
      'obligations.weights',
    ]);
    const file = (kind: string, body: object): PromiseLike<unknown> =>
      its.put(`/lots/${open.id}/obligations/${kind}`).send(body).expect(200);
    await file('certificate_of_recycling', { filedOn: daysAgo(0), reference: 'COR-1' });
    await file('weights', { filedOn: daysAgo(0), weightKg: 4.1 });
    const settled = await desk.done(open.id, { step: 'settle' });
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
    const { id } = await desk.lot();
    expect((await desk.step(id, { step: 'freeze' })).body.code).toBe('LOT_EMPTY');
    const [good] = await desk.cleared(1);
    const wiped = await desk.retired();
    const used = await here.add();
    await here.admin.post('/sanitizations').send(sanitizationOf(wiped.id)).expect(201);
    await desk.put(id, { add: [good?.id, wiped.id, used.id] });
    expect((await desk.read(id)).lacks).toEqual([
      { lack: 'not_retired', devices: 1 },
      { lack: 'released', devices: 2 },
      { lack: 'sanitized', devices: 1 },
    ]);
    const refused = await desk.step(id, { step: 'freeze' });
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
    const [young] = await desk.cleared(1, { fundingSource: 'E-rate', inServiceOn: daysAgo(4 * 365) });
    const [old] = await desk.cleared(1, { fundingSource: 'E-rate', inServiceOn: daysAgo(5 * 366) });
    const { id } = await desk.lot();
    await desk.put(id, { add: [young?.id, old?.id] });
    expect((await desk.read(id)).lacks).toEqual([{ lack: 'funding_date', devices: 1 }]);
    await desk.put(id, { remove: [young?.id] });
    await desk.done(id, { step: 'freeze' });
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
    const device = await desk.retired();
    await here.admin
      .post('/releases')
      .send({ deviceIds: [device.id], service: 'jamf' })
      .expect(201);
    const wipe = { contract: 'C-12', certificate: 'R2v3 C2024-0001', validUntil: daysAgo(1) };
    const refused = (await its.post('/lots').send({ name: 'x', route: 'recycle', site: 'A', wipe })) as {
      body: Problem;
    };
    expect(refused.body.errors).toMatchObject([{ field: 'recipient', code: 'MISSING' }]);
    const { id } = await desk.lot({ recipient: 'wiper', wipe });
    await desk.put(id, { add: [device.id] });
    expect((await desk.read(id)).lacks).toEqual([]);
    expect((await desk.step(id, { step: 'freeze' })).body.code).toBe('WIPE_CERTIFICATE_EXPIRED');
    await its
      .patch(`/lots/${id}`)
      .set('if-match', '*')
      .send({ wipe: { ...wipe, validUntil: daysAgo(-30) } })
      .expect(200);
    await desk.done(id, { step: 'freeze' });
    await desk.done(id, { step: 'approve', boardItem: (await desk.boardItem()).id });
    const { obligations } = await desk.done(id, pickUp(1));
    expect(obligations.map(({ kind }) => kind)).toContain('wipe_certificates');
    expect((await here.find(device.id)).status).toBe('disposed');
  });

  it('gives its devices back when it is cancelled', async () => {
    const { id, devices } = await desk.approved(2);
    expect((await desk.step(id, { step: 'cancel' })).body.errors).toMatchObject([{ code: 'NOTE_MISSING' }]);
    await desk.done(id, { step: 'cancel', note: 'The buyer withdrew.' });
    const { body } = await here.admin.get(`/devices/${devices[0]?.id}/clearances`).expect(200);
    const proofs = (body as { clearances: { gate: string }[] }).clearances.map(({ gate }) => gate);
    expect(proofs.toSorted()).toEqual(['released', 'sanitized']);
    const again = await desk.lot();
    expect((await desk.put(again.id, { add: devices.map((device) => device.id) })).body.added).toBe(2);
    await here.change(devices[0]?.id ?? '', { status: 'in_stock' });
  });
});

describe('a pick-up', () => {
  it('with two devices too few and one too many is signed as it was, and each difference is cleared up', async () => {
    const { id, devices } = await desk.approved(5);
    const stranger = await desk.retired();
    const [a, b, ...there] = devices;
    const said = {
      notTaken: [{ deviceId: a?.id, note: 'not on the pallet' }, { deviceId: b?.id }],
      extras: [{ code: stranger.serialNumber?.toLowerCase() }],
    };
    const wrong = await desk.step(id, pickUp(5, said));
    expect([wrong.status, wrong.body.code]).toEqual([409, 'COUNT_DIFFERS']);
    expect((await desk.read(id)).state).toBe('approved');
    const { differences } = await desk.done(id, pickUp(4, said));
    expect(differences.map(({ kind, code, deviceId }) => [kind, code, deviceId]).toSorted()).toEqual(
      [
        ['not_taken', a?.assetTag, a?.id],
        ['not_taken', b?.assetTag, b?.id],
        ['extra', stranger.serialNumber, stranger.id],
      ].toSorted(),
    );
    for (const { id: deviceId } of there) expect((await here.find(deviceId)).status).toBe('disposed');
    for (const one of [a, b, stranger]) expect((await here.find(one?.id ?? '')).status).toBe('retired');
    const receipt = await textOf(await desk.bytes(`/lots/${id}/receipt.pdf`));
    expect(receipt).toContain('not on the pallet');
    // Those that stayed can go with another lot.
    const next = await desk.lot();
    expect((await desk.put(next.id, { add: [a?.id, b?.id] })).body).toMatchObject({ added: 2 });
    const blocked = await desk.step(id, { step: 'settle' });
    expect(blocked.body.errors.filter(({ code }) => code === 'NOT_CLEARED_UP')).toHaveLength(3);
    for (const { id: difference } of differences)
      await its.post(`/lots/${id}/differences/${difference}`).send({ resolution: 'Found.' }).expect(200);
    for (const kind of ['certificate_of_recycling', 'weights'])
      await its
        .put(`/lots/${id}/obligations/${kind}`)
        .send({ waivedBecause: 'The recycler closed.' })
        .expect(200);
    expect((await desk.done(id, { step: 'settle' })).state).toBe('settled');
    expect(await here.differences()).toEqual([]);
  });

  it('is all or nothing: a hold on one device stops it for all, in words', async () => {
    const { id, devices } = await desk.approved(3);
    const held = devices[1];
    await here.admin
      .post(`/devices/${held?.id}/holds`)
      .send({ kind: 'legal', forbids: ['dispose'], reason: 'A case' })
      .expect(201);
    const refused = await desk.step(id, pickUp(3));
    expect([refused.status, refused.body.code]).toEqual([409, 'LOT_NOT_READY']);
    expect(refused.body.errors).toMatchObject([{ code: 'DEVICE_HELD' }]);
    expect((await here.find(devices[0]?.id ?? '')).status).toBe('retired');
    await desk.done(id, pickUp(2, { notTaken: [{ deviceId: held?.id }] }));
  });

  it('of a lease return needs the receipt of the lessor, and no board', async () => {
    const devices = await desk.cleared(2);
    const { id } = await desk.lot({ route: 'lease_return' });
    await desk.put(id, { add: devices.map((device) => device.id) });
    await desk.done(id, { step: 'freeze' });
    await desk.done(id, { step: 'approve' });
    expect((await desk.step(id, pickUp(2))).body.errors).toMatchObject([{ field: 'lessorReceipt' }]);
    await desk.done(id, pickUp(2, { lessorReceipt: 'LR-7' }));
    expect(await here.find(devices[0]?.id ?? '')).toMatchObject({ disposalRoute: 'lease_return' });
    expect((await desk.done(id, { step: 'settle' })).state).toBe('settled');
  });

  it('cannot be undone as a change: the driver has signed', async () => {
    const { id } = await desk.approved(1);
    const { changeSetId } = await desk.done(id, pickUp(1));
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
    const devices = await desk.cleared(1);
    const { id } = await desk.lot();
    await desk.put(id, { add: devices.map((device) => device.id) });
    await desk.done(id, { step: 'freeze' });
    const { status, body } = await desk.step(id, {
      step: 'approve',
      boardItem: (await desk.boardItem(more)).id,
    });
    expect([status, body.code]).toEqual([409, 'BOARD_ITEM_DOES_NOT_APPROVE']);
    expect(body.detail).toContain(words);
    expect((await here.find(devices[0]?.id ?? '')).status).toBe('retired');
  });

  it('approves in part only the lots that the item names, and its item then stays as it is', async () => {
    const [one, other] = [await desk.cleared(1), await desk.cleared(1)];
    const lots = [await desk.lot(), await desk.lot()];
    await desk.put(lots[0]?.id ?? '', { add: [one[0]?.id] });
    await desk.put(lots[1]?.id ?? '', { add: [other[0]?.id] });
    const item = await desk.boardItem({ decision: 'in_part', lots: [lots[0]?.id] });
    for (const { id } of lots) await desk.done(id, { step: 'freeze' });
    await desk.done(lots[0]?.id ?? '', { step: 'approve', boardItem: item.id });
    const refused = await desk.step(lots[1]?.id ?? '', { step: 'approve', boardItem: item.id });
    expect(refused.body.code).toBe('BOARD_ITEM_DOES_NOT_APPROVE');
    const change = (body: object): PromiseLike<{ status: number; body: Problem }> =>
      its.patch(`/board-items/${item.id}`).set('if-match', '*').send(body);
    expect((await change({ yes: 4 })).body.code).toBe('BOARD_ITEM_USED');
    expect((await change({ note: 'Minutes, page 3' })).status).toBe(200);
    await desk.done(lots[0]?.id ?? '', { step: 'disapprove', note: 'The wrong item.' });
    expect((await change({ decision: 'refused' })).status).toBe(200);
  });

  it('gets a packet with the finding, the devices by route and the federal share', async () => {
    const grant = { name: 'Title I', federalSharePercent: 100 };
    await here.admin.post('/funding-sources').send(grant).expect(201);
    const [cheap] = await desk.cleared(1, {
      fundingSource: 'Title I',
      costCents: 29_900,
      purchasedOn: daysAgo(900),
    });
    const [dear] = await desk.cleared(1, {
      fundingSource: 'Title I',
      costCents: 2_000_000,
      purchasedOn: daysAgo(900),
    });
    const { id } = await desk.lot();
    await desk.put(id, { add: [cheap?.id, dear?.id] });
    const item = await desk.boardItem({
      decision: 'planned',
      present: undefined,
      yes: undefined,
      lots: [id],
    });
    const words = await textOf(await desk.bytes(`/board-items/${item.id}/packet.pdf`));
    for (const part of ['17546(c)', 'Every member present', 'None owed', 'Check: cost over'])
      expect(words).toContain(part);
    const xlsx = await desk.bytes(`/board-items/${item.id}/packet.xlsx`);
    expect(xlsx.subarray(0, 2).toString()).toBe('PK');
    const sale = await desk.boardItem({ finding: '17545', meetingOn: '2026-03-10' });
    expect(sale.notices).toMatchObject([{ from: '2026-03-10', to: '2026-03-24' }]);
  });
});

describe('a paper', () => {
  it('about the life of one device tells an auditor everything, and names no borrower', async () => {
    await here.person('S-77');
    await here.admin
      .post('/funding-sources')
      .send({ name: 'Title I', fain: 'S010A240005', federalSharePercent: 100 })
      .expect(201);
    const paid = { fundingSource: 'Title I', costCents: 29_900, purchasedOn: daysAgo(900) };
    const device = await here.add(paid);
    await here.change(device.id, { status: 'deployed', holder: 'S-77' });
    await here.change(device.id, { status: 'in_stock' });
    await here.change(device.id, { status: 'retired' });
    await here.admin.post('/sanitizations').send(sanitizationOf(device.id)).expect(201);
    await here.admin
      .post('/releases')
      .send({ deviceIds: [device.id], service: 'jamf' })
      .expect(201);
    const { id } = await desk.lot({ name: 'Old laptops' });
    await desk.put(id, { add: [device.id] });
    await desk.done(id, { step: 'freeze' });
    await desk.done(id, { step: 'approve', boardItem: (await desk.boardItem({ number: '9.4' })).id });
    const { manifestSha256, receiptSha256 } = await desk.done(id, pickUp(1));
    const words = (await textOf(await desk.bytes(`/devices/${device.id}/life.pdf`))).replaceAll(/\s+/g, ' ');
    for (const part of [
      'S010A240005',
      '$299',
      'Checked out',
      'retired to disposed',
      'powerwash titan c, purge, emmc, ChromeOS',
      'Released from management',
      'Lot 1: picked up',
      'board item 9.4',
      DRIVER.name,
    ])
      expect(words).toContain(part);
    const packed = words.replaceAll(' ', '');
    expect(packed).toContain(manifestSha256);
    expect(packed).toContain(receiptSha256);
    expect(words).not.toContain('S-77');
    expect(words).not.toContain('Ada');
  });

  it('of universal waste says since when it is waste, and by when it must leave', async () => {
    const { id } = await desk.lot({ wasteSince: '2026-03-02', isBatteries: true });
    const words = (await textOf(await desk.bytes(`/lots/${id}/label.pdf`))).replaceAll(/\s+/g, ' ');
    for (const part of ['Universal Waste - Battery(ies)', '2026-03-02', '2027-03-02'])
      expect(words).toContain(part);
  });
});
