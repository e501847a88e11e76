import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import type { CoverageView } from '../../src/warranty/coverages/coverages.queries.js';
import type { IncidentPoolView } from '../../src/warranty/pools/incident-pools.service.js';
import { testApp, type TestApp, type TestUser } from '../support/app.js';
import { daysAgo, register, type Problem, type Register } from '../support/devices.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let here: Register;
let technician: TestUser;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  await here.admin
    .post('/vendors')
    .send({ name: 'Lenovo', roles: ['manufacturer'] })
    .expect(201);
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(() => app.close());

const PLAN = { vendor: 'lenovo', kind: 'accidental_damage', contractNumber: 'PO-118' };

async function pool(incidents: number, more: object = {}): Promise<string> {
  const { body } = await here.admin
    .post('/incident-pools')
    .send({ ...PLAN, name: 'Purchase 118', incidents, ...more })
    .expect(201);
  return (body as IncidentPoolView).id;
}

const found = async (id: string): Promise<IncidentPoolView> =>
  (await technician.get(`/incident-pools/${id}`).expect(200)).body as IncidentPoolView;

/** A device with a coverage of the plan. */
async function covered(more: object = {}): Promise<{ id: string; assetTag: string | null }> {
  const device = await here.add({
    serialNumber: `PP${Math.random().toString(36).slice(2, 10).toUpperCase()}`,
  });
  await here.admin
    .post('/coverages')
    .send({ ...PLAN, startsOn: daysAgo(400), endsOn: daysAgo(-400), deviceId: device.id, ...more })
    .expect(201);
  return device;
}

async function coveredDevices(many: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < many; i++) ids.push((await covered()).id);
  return ids;
}

const BROKEN = { category: 'screen', observed: 'It fell.', isAccidental: true };

const open = async (deviceId: string, more: object = {}): Promise<ClaimDetail> =>
  (
    await technician
      .post('/claims')
      .send({ ...BROKEN, deviceId, ...more })
      .expect(201)
  ).body as ClaimDetail;

const step = async (id: string, body: object): Promise<ClaimDetail> =>
  (await technician.post(`/claims/${id}/steps`).send(body).expect(200)).body as ClaimDetail;

const codes = ({ warnings }: ClaimDetail): string[] => warnings.map(({ code }) => code);

describe('a pool of incidents', () => {
  it('gives its last incident to one of fifty claims that come at once, and the others are warned', async () => {
    const id = await pool(7, { usedBefore: 6 });
    const devices = await coveredDevices(50);
    const claims = await Promise.all(devices.map((device) => open(device)));
    expect(claims.filter(({ poolId }) => poolId === id)).toHaveLength(1);
    const warned = claims.filter(({ poolId }) => poolId === null).map(codes);
    expect(warned).toEqual(Array.from({ length: 49 }, () => ['POOL_USED_UP']));
    expect(await found(id)).toMatchObject({ incidents: 7, usedBefore: 6, used: 1, left: 0, devices: 50 });
  }, 60_000);

  it('gives as many incidents as it has to devices that are scanned together', async () => {
    const id = await pool(2);
    const devices = [await covered(), await covered(), await covered()];
    const answers = [
      { question: 'category', answer: 'screen' },
      { question: 'cause', answer: 'accident' },
    ];
    const scans = devices.map(({ assetTag }) => scanOf(assetTag ?? '', 'claim', { site: 'A', answers }));
    await sendScans(technician, scans);
    expect(await found(id)).toMatchObject({ used: 2, left: 0 });
    const { body } = await technician.get('/claims?sort=number').expect(200);
    const { items } = body as { items: ClaimDetail[] };
    expect(items.map(codes)).toEqual([[], [], ['POOL_USED_UP']]);
    // The undo of a scan gives its incident back.
    const [first] = scans;
    await sendScans(technician, [scanOf(devices[0]?.assetTag ?? '', 'undo', { undoes: first?.id })]);
    expect(await found(id)).toMatchObject({ used: 1, left: 1 });
  });

  it('takes an incident back from a claim that is cancelled, or closed after a denial', async () => {
    const id = await pool(3);
    const [one, two, three] = [await covered(), await covered(), await covered()];
    await step((await open(one.id)).id, { step: 'cancel', reason: 'It works.' });
    expect((await found(id)).used).toBe(0);
    const denied = await open(two.id);
    await step(denied.id, { step: 'ready' });
    await step(denied.id, { step: 'send', reference: 'SR-1' });
    // It may be sent again, and still has its incident then.
    await step(denied.id, { step: 'deny', denialReason: 'wear' });
    expect((await found(id)).used).toBe(1);
    expect((await step(denied.id, { step: 'close' })).poolId).toBeNull();
    expect((await found(id)).used).toBe(0);
    const paid = await open(three.id);
    await step(paid.id, { step: 'ready' });
    await step(paid.id, { step: 'send', reference: 'SR-2' });
    await step(paid.id, { step: 'resolve', outcome: 'repaired' });
    expect((await step(paid.id, { step: 'close' })).poolId).toBe(id);
    expect(await found(id)).toMatchObject({ used: 1, left: 2 });
  });

  it('counts once, however many cancel the claim', async () => {
    const id = await pool(3);
    const claims = [await open((await covered()).id), await open((await covered()).id)];
    await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        technician
          .post('/claims/steps')
          .send({
            step: 'cancel',
            reason: 'It works.',
            claims: claims.map((one) => one.id).toSorted(() => (i % 2 ? 1 : -1)),
          })
          .expect(200),
      ),
    );
    expect(await found(id)).toMatchObject({ used: 0, left: 3 });
  });

  it('is of a vendor, a type and a contract, and of nothing else', async () => {
    const id = await pool(3);
    expect((await open((await covered({ contractNumber: 'OTHER' })).id)).poolId).toBeNull();
    expect((await open((await covered({ kind: 'insurance' })).id)).poolId).toBeNull();
    expect((await found(id)).used).toBe(0);
    const twice = await here.admin
      .post('/incident-pools')
      .send({ ...PLAN, name: 'Again', incidents: 1 })
      .expect(409);
    expect((twice.body as Problem).code).toBe('INCIDENT_POOL_TWICE');
  });

  it('is shown with its coverages, and with the claims that used it', async () => {
    const id = await pool(3, { usedBefore: 1 });
    const device = (await covered()).id;
    const alone = (await covered({ contractNumber: 'OTHER' })).id;
    const claim = await open(device);
    await open(alone);
    const coverages = async (path: string): Promise<unknown[]> => {
      const { body } = await technician.get(path).expect(200);
      const { items, coverages: own } = body as { items?: CoverageView[]; coverages?: CoverageView[] };
      return (items ?? own ?? []).map((one) => one.pool);
    };
    const shown = { id, name: 'Purchase 118', incidents: 3, left: 1 };
    for (const [of, expected] of [
      [device, shown],
      [alone, null],
    ] as const) {
      expect(await coverages(`/devices/${of}/coverage`)).toEqual([expected]);
      expect(await coverages(`/coverages?device=${of}`)).toEqual([expected]);
    }
    const { body } = await technician.get(`/claims?pool=${id}`).expect(200);
    expect((body as { items: ClaimDetail[] }).items.map((one) => one.id)).toEqual([claim.id]);
  });

  it('cannot have fewer incidents than are used', async () => {
    const id = await pool(2);
    await open((await covered()).id);
    await open((await covered()).id);
    const change = (body: object, version = '*'): PromiseLike<{ status: number; body: unknown }> =>
      here.admin.patch(`/incident-pools/${id}`).set('if-match', version).send(body);
    expect(await change({ incidents: 1 })).toMatchObject({
      status: 409,
      body: { code: 'INCIDENT_POOL_OVERDRAWN' },
    });
    expect(await change({ usedBefore: 1 })).toMatchObject({ status: 409 });
    expect(await change({ incidents: 5, usedBefore: 1 })).toMatchObject({ status: 200, body: { left: 2 } });
    expect(await change({ incidents: 6 }, '"1"')).toMatchObject({ status: 412 });
    await technician.patch(`/incident-pools/${id}`).set('if-match', '*').send({ incidents: 9 }).expect(403);
    const other = await app.district();
    await other.admin.get(`/incident-pools/${id}`).expect(404);
    await other.admin.patch(`/incident-pools/${id}`).set('if-match', '*').send({ incidents: 9 }).expect(404);
  });

  it('goes on for the device that the vendor sent', async () => {
    const id = await pool(2);
    const claim = await open((await covered()).id);
    await step(claim.id, { step: 'ready' });
    await step(claim.id, { step: 'send', reference: 'SR-1' });
    const replacement = { serialNumber: 'PPNEW1', dataRemoved: 'wiped' };
    const { replacementDeviceId } = await step(claim.id, {
      step: 'resolve',
      outcome: 'replaced',
      replacement,
    });
    expect((await open(replacementDeviceId ?? '')).poolId).toBe(id);
    expect(await found(id)).toMatchObject({ used: 2, left: 0 });
  });
});

describe('the repair cap of a coverage', () => {
  it('warns once earlier claims cost as much', async () => {
    const { id } = await covered({ repairCapCents: 30_000 });
    const cost = async (category: string, costApprovedCents: number): Promise<string[]> => {
      const claim = await open(id, { category });
      await technician
        .patch(`/claims/${claim.id}`)
        .set('if-match', '*')
        .send({ costApprovedCents })
        .expect(200);
      return codes(claim);
    };
    expect(await cost('screen', 20_000)).toEqual([]);
    expect(await cost('hinge', 10_000)).toEqual([]);
    expect(await cost('camera', 0)).toEqual(['REPAIR_CAP_REACHED']);
  });
});
