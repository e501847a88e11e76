import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { register, type Register } from '../support/devices.js';
import { LotDesk, pickUp } from '../support/lot-desk.js';
import { scanOf, sendScans } from '../support/scans.js';

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

describe('who comes at the same moment', () => {
  it('adds a device to one of two lots', async () => {
    const device = await desk.retired();
    const lots = await Promise.all(Array.from({ length: 8 }, () => desk.lot()));
    expect(lots.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const answers = await Promise.all(lots.map(({ id }) => desk.put(id, { add: [device.id] })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.errors).toMatchObject([
      { code: 'ON_OTHER_LOT' },
    ]);
  });

  it('freezes a lot once, and signs for it once', async () => {
    const devices = await desk.cleared(4);
    const { id } = await desk.lot();
    await desk.put(id, { add: devices.map((device) => device.id) });
    const freezes = await Promise.all(Array.from({ length: 6 }, () => desk.step(id, { step: 'freeze' })));
    expect(freezes.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
    await desk.done(id, { step: 'approve', boardItem: (await desk.boardItem()).id });
    const signed = await Promise.all(Array.from({ length: 6 }, () => desk.step(id, pickUp(4))));
    expect(signed.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
    const { steps } = await desk.read(id);
    expect(steps.map((one) => one.step)).toEqual(['create', 'freeze', 'approve', 'pick_up']);
    expect(await here.differences()).toEqual([]);
  });

  it('adds a device before a lot is frozen, or not at all', async () => {
    const devices = await desk.cleared(6);
    const { id } = await desk.lot();
    const [first, ...others] = devices;
    await desk.put(id, { add: [first?.id] });
    const [frozen, ...added] = await Promise.all([
      desk.step(id, { step: 'freeze' }),
      ...others.map((device) => desk.put(id, { add: [device.id] })),
    ]);
    if (frozen?.status !== 200) expect(frozen?.body.code).toBe('LOT_CHANGED');
    const onLot = 1 + added.filter(({ status }) => status === 200).length;
    const after = await desk.read(id);
    expect(after.devices).toBe(onLot);
    if (after.state === 'frozen')
      expect((await desk.bytes(`/lots/${id}/manifest.csv`)).toString().trim().split('\r\n')).toHaveLength(
        onLot + 1,
      );
  });
});

describe('a scan', () => {
  it('puts devices on a lot and checks them out, with undo', async () => {
    const devices = await desk.cleared(3);
    const { id, number } = await desk.lot();
    const answers = [
      { question: 'lot', answer: String(number) },
      { question: 'pallet', answer: 'P9' },
    ];
    const scans = devices.map(({ assetTag }) => scanOf(assetTag ?? '', 'add_to_lot', { answers }));
    const sent = await sendScans(technician, scans);
    expect(sent.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied']);
    expect((await desk.read(id)).devices).toBe(3);
    const undo = scanOf(devices[2]?.assetTag ?? '', 'undo', { undoes: scans[2]?.id });
    expect(await sendScans(technician, [undo])).toMatchObject([{ outcome: 'applied' }]);
    expect((await desk.read(id)).devices).toBe(2);
    await desk.done(id, { step: 'freeze' });
    await desk.done(id, { step: 'approve', boardItem: (await desk.boardItem()).id });
    const out = devices.map(({ assetTag }) => scanOf(assetTag ?? '', 'check_out_of_lot'));
    const checked = await sendScans(technician, out);
    expect(checked.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'conflict']);
    expect((await desk.read(id)).checked).toBe(2);
    await sendScans(technician, [scanOf(devices[0]?.assetTag ?? '', 'undo', { undoes: out[0]?.id })]);
    expect((await desk.read(id)).checked).toBe(1);
  });
});

describe('a person', () => {
  it('sees lots of their sites only, and may not freeze as a technician', async () => {
    const elsewhere = await desk.lot({ site: 'B' });
    await technician.get(`/lots/${elsewhere.id}`).expect(404);
    expect((await desk.step(elsewhere.id, { step: 'freeze' }, technician)).status).toBe(404);
    const own = await desk.lot({}, technician);
    const [device] = await desk.cleared(1);
    await desk.put(own.id, { add: [device?.id] }, technician);
    const { status, body } = await desk.step(own.id, { step: 'freeze' }, technician);
    expect([status, body.code]).toEqual([403, 'NEED_MISSING']);
    const far = await desk.retired({ site: 'B' });
    const refused = await desk.put(own.id, { add: [far.id] }, technician);
    expect([refused.status, refused.body.errors[0]?.code]).toEqual([400, 'DEVICE_NOT_FOUND']);
    const principal = await app.user(here.district, 'site_staff', { sites: ['A'] });
    await principal.get('/lots').expect(403);
  });
});

describe('a lot of a site that a technician does not have', () => {
  it('takes no scan of theirs, and is not named to them', async () => {
    const { id, devices } = await desk.approved(1, { site: 'B' });
    const [device] = devices;
    const code = device?.assetTag ?? '';
    const [checked] = await sendScans(technician, [scanOf(code, 'check_out_of_lot')]);
    expect(checked).toMatchObject({ outcome: 'conflict', code: 'LOT_OF_OTHER_SITE' });
    expect((await desk.read(id)).checked).toBe(0);
    const own = await desk.lot({}, technician);
    const answers = [{ question: 'lot', answer: String(own.number) }];
    const [added] = await sendScans(technician, [scanOf(code, 'add_to_lot', { answers })]);
    expect(added).toMatchObject({ outcome: 'conflict', code: 'ON_OTHER_LOT' });
    const put = await desk.put(own.id, { add: [device?.id] }, technician);
    expect(put.body.errors).toMatchObject([{ code: 'ON_OTHER_LOT' }]);
    for (const detail of [added?.detail, put.body.errors[0]?.detail])
      expect(detail).toContain('is on a lot of another site');
  });
});

describe('a lot that is full', () => {
  it('takes no more devices, by scan or by request, and the scans wait', async () => {
    const { id, number } = await desk.lot();
    const full = await desk.cleared(2);
    await app.source.query(
      `WITH d AS (
         INSERT INTO devices SELECT (jsonb_populate_record(d, jsonb_build_object(
                  'id', gen_random_uuid(), 'asset_tag', 'F' || n, 'serial_number', NULL))).*
           FROM devices d, generate_series(1, 4999) n WHERE d.id = $1 RETURNING district_id, id)
       INSERT INTO lot_devices (district_id, lot_id, device_id, added_at)
       SELECT d.district_id, $2, d.id, now() FROM d`,
      [full[0]?.id, id],
    );
    const answers = [{ question: 'lot', answer: String(number) }];
    const scans = full.map(({ assetTag }) => scanOf(assetTag ?? '', 'add_to_lot', { answers }));
    expect(await sendScans(technician, scans)).toMatchObject([
      { outcome: 'applied' },
      { outcome: 'conflict', code: 'LOT_FULL' },
    ]);
    const put = await desk.put(id, { add: [full[1]?.id] });
    expect([put.status, put.body.code]).toEqual([409, 'LOT_FULL']);
    expect((await desk.read(id)).devices).toBe(5_000);
  });
});
