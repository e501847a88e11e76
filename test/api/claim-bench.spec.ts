import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import { testApp, type TestApp, type TestUser } from '../support/app.js';
import { type DeviceJson, register, type Register } from '../support/devices.js';
import { scanOf, type ScanJson, type ScanResultJson, sendScans } from '../support/scans.js';

let app: TestApp;
let here: Register;
let technician: TestUser;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  for (const name of ['Lenovo', 'Valley Depot'])
    await here.admin
      .post('/vendors')
      .send({ name, roles: ['depot'] })
      .expect(201);
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(() => app.close());

async function claimOf(device: DeviceJson, more: object = {}): Promise<string> {
  const { body } = await here.admin
    .post('/claims')
    .send({ deviceId: device.id, vendor: 'lenovo', category: 'screen', observed: 'It is dark.', ...more })
    .expect(201);
  return (body as ClaimDetail).id;
}

const step = (id: string, body: object): PromiseLike<unknown> =>
  here.admin.post(`/claims/${id}/steps`).send(body).expect(200);

async function readyClaim(device: DeviceJson, more: object = {}): Promise<string> {
  const id = await claimOf(device, more);
  await step(id, { step: 'ready', acceptWarnings: true });
  return id;
}

const found = async (id: string): Promise<ClaimDetail> =>
  (await here.admin.get(`/claims/${id}`).expect(200)).body as ClaimDetail;

const answersOf = (said: Record<string, string>): { question: string; answer: string }[] =>
  Object.entries(said).map(([question, answer]) => ({ question, answer }));

const ship = ({ assetTag }: DeviceJson, said: Record<string, string> = {}): ScanJson =>
  scanOf(assetTag ?? '', 'ship_to_vendor', { site: 'A', answers: answersOf(said) });

const back = (
  { assetTag }: DeviceJson,
  said: Record<string, string> = { works: 'yes' },
  site = 'A',
): ScanJson => scanOf(assetTag ?? '', 'back_from_vendor', { site, answers: answersOf(said) });

const scan = async (one: ScanJson, user = technician): Promise<ScanResultJson | undefined> =>
  (await sendScans(user, [one]))[0];

const undo = (device: DeviceJson, { id }: ScanJson): Promise<ScanResultJson | undefined> =>
  scan(scanOf(device.assetTag ?? '', 'undo', { undoes: id }));

describe('a device that is shipped to its vendor', () => {
  it('leaves its room, and its claim knows when, in which box and under which number', async () => {
    const device = await here.add({ room: '12' });
    const id = await readyClaim(device);
    expect(await scan(ship(device, { tracking: '1Z999', box: 'BOX-7' }))).toMatchObject({
      outcome: 'applied',
    });
    expect(await found(id)).toMatchObject({
      state: 'ready',
      shippedAt: expect.any(String) as string,
      returnedAt: null,
      trackingOut: '1Z999',
      box: 'BOX-7',
      shipments: [{ direction: 'out', tracking: '1Z999', box: 'BOX-7' }],
    });
    expect(await here.find(device.id)).toMatchObject({ status: 'in_repair', room: null });
    for (const [query, many] of [
      ['true', 1],
      ['false', 0],
    ] as const) {
      const { body } = await technician.get(`/claims?atVendor=${query}`).expect(200);
      expect((body as { items: unknown[] }).items).toHaveLength(many);
    }
    expect(await scan(ship(device))).toMatchObject({ outcome: 'refused', code: 'SHIPPED_ALREADY' });
    expect(await here.differences()).toEqual([]);
  });

  it('comes back to stock if it works, or stays in repair, also at another site', async () => {
    const [one, two] = [await here.add(), await here.add()];
    const [first, second] = [await readyClaim(one), await readyClaim(two)];
    await sendScans(technician, [ship(one), ship(two)]);
    const warehouse = await app.user(here.district, 'technician', { sites: ['B'] });
    expect(await scan(back(one, { works: 'yes', tracking: '1Z111' }, 'B'), warehouse)).toMatchObject({
      outcome: 'applied',
    });
    expect(await scan(back(two, { works: 'no' }))).toMatchObject({ outcome: 'applied' });
    expect(await here.find(one.id)).toMatchObject({ status: 'in_stock', site: 'B' });
    expect(await here.find(two.id)).toMatchObject({ status: 'in_repair', site: 'A' });
    expect(await found(first)).toMatchObject({
      trackingBack: '1Z111',
      returnedAt: expect.any(String) as string,
    });
    expect((await found(second)).shipments.map(({ direction }) => direction)).toEqual(['out', 'back']);
    expect(await scan(back(two))).toMatchObject({ outcome: 'conflict', code: 'NOT_AT_VENDOR' });
    // It was not fixed after all, and goes again.
    expect(await scan(ship(two, { tracking: '2Z' }))).toMatchObject({ outcome: 'applied' });
    expect(await found(second)).toMatchObject({ returnedAt: null, trackingOut: '2Z' });
    expect(await here.differences()).toEqual([]);
  });

  it('waits in the inbox without a claim that is ready, and with claims of two vendors', async () => {
    const device = await here.add();
    expect(await scan(ship(device))).toMatchObject({ outcome: 'conflict', code: 'NO_CLAIM_TO_SHIP' });
    const id = await claimOf(device);
    const waiting = await scan(ship(device));
    expect(waiting).toMatchObject({ outcome: 'conflict', code: 'NO_CLAIM_TO_SHIP' });
    expect(waiting?.detail).toContain((await found(id)).number);
    await step(id, { step: 'ready', acceptWarnings: true });
    const other = await readyClaim(device, { vendor: 'valley-depot', category: 'hinge' });
    expect(await scan(ship(device))).toMatchObject({ outcome: 'conflict', code: 'CLAIMS_OF_TWO_VENDORS' });
    await step(other, { step: 'cancel', reason: 'It is for Lenovo.' });
    const same = await readyClaim(device, { category: 'hinge' });
    expect(await scan(ship(device))).toMatchObject({ outcome: 'applied' });
    for (const claim of [id, same]) expect((await found(claim)).shippedAt).not.toBeNull();
  });

  it('is where it was, once the scan is undone', async () => {
    const device = await here.add({ room: '12' });
    const id = await readyClaim(device);
    await here.admin.patch(`/claims/${id}`).set('if-match', '*').send({ trackingOut: 'OLD' }).expect(200);
    const before = await found(id);
    const [out, home] = [ship(device, { tracking: '1Z999', box: 'BOX-7' }), back(device)];
    await scan(out);
    await scan(home);
    expect(await undo(device, home)).toMatchObject({ outcome: 'applied' });
    expect(await found(id)).toMatchObject({ returnedAt: null, trackingOut: '1Z999', box: 'BOX-7' });
    expect((await here.find(device.id)).status).toBe('in_repair');
    expect(await undo(device, out)).toMatchObject({ outcome: 'applied' });
    const { shippedAt, trackingOut, box, shipments } = await found(id);
    expect({ shippedAt, trackingOut, box, shipments }).toEqual({
      shippedAt: before.shippedAt,
      trackingOut: 'OLD',
      box: null,
      shipments: [],
    });
    expect(await here.find(device.id)).toMatchObject({ room: '12' });
    expect(await here.differences()).toEqual([]);
  });

  it('stays shipped while a later scan says that it came back', async () => {
    const device = await here.add();
    const id = await readyClaim(device);
    const out = ship(device);
    await scan(out);
    await scan(back(device));
    expect((await undo(device, out))?.outcome).not.toBe('applied');
    expect((await found(id)).shipments).toHaveLength(2);
  });

  it('is shipped once, however often it is scanned at the same time', async () => {
    const device = await here.add();
    const id = await readyClaim(device);
    const results = await Promise.all(Array.from({ length: 10 }, () => scan(ship(device))));
    expect(results.filter((one) => one?.outcome === 'applied')).toHaveLength(1);
    expect((await found(id)).shipments).toHaveLength(1);
    const both = [ship(device), ship(device)];
    await scan(back(device));
    expect((await sendScans(technician, both)).map(({ outcome }) => outcome).toSorted()).toEqual([
      'applied',
      'refused',
    ]);
  });
});
