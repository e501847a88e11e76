import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import { testApp, type TestApp, type TestUser } from '../support/app.js';
import { type DeviceJson, register, type Register } from '../support/devices.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let here: Register;
let technician: TestUser;
let device: DeviceJson;
let claim: ClaimDetail;

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
  device = await here.add({ serialNumber: 'PFFIND1' });
  claim = await claimOf(device);
  await claimOf(await here.add());
});

afterAll(() => app.close());

async function claimOf({ id: deviceId }: DeviceJson): Promise<ClaimDetail> {
  const { body } = await here.admin
    .post('/claims')
    .send({ deviceId, vendor: 'lenovo', category: 'screen', observed: 'It is dark.' })
    .expect(201);
  return body as ClaimDetail;
}

async function found(list: string, q: string, user = technician): Promise<string[]> {
  const { body } = await user.get(`/${list}?q=${encodeURIComponent(q)}`).expect(200);
  return (body as { items: { id: string }[] }).items.map(({ id }) => id);
}

const step = (body: object): PromiseLike<unknown> =>
  here.admin.post(`/claims/${claim.id}/steps`).send(body).expect(200);

describe('a claim', () => {
  it('is found by what people have at hand', async () => {
    await step({ step: 'ready', acceptWarnings: true });
    await step({ step: 'send', reference: 'sr-9', rma: 'Rma-7' });
    for (const q of [
      claim.number,
      claim.number.toLowerCase(),
      '1',
      '000001',
      'SR-9',
      'RMA-7',
      'pffind1',
      ` ${device.assetTag} `,
    ])
      expect([q, await found('claims', q)]).toEqual([q, [claim.id]]);
    for (const q of ['C-2026-999999', '99999999999', 'SR', '%']) expect(await found('claims', q)).toEqual([]);
    const there = await app.user(here.district, 'technician', { sites: ['B'] });
    expect(await found('claims', claim.number, there)).toEqual([]);
  });

  it('leads to its device, and to the one that the vendor sent for it', async () => {
    expect(await found('devices', claim.number.toLowerCase())).toEqual([device.id]);
    const there = await app.user(here.district, 'technician', { sites: ['B'] });
    expect(await found('devices', claim.number, there)).toEqual([]);
    const other = await app.district();
    expect(await found('devices', claim.number, other.admin)).toEqual([]);
  });

  it('is scanned from a paper, and means its device', async () => {
    await step({ step: 'ready', acceptWarnings: true });
    const [shipped] = await sendScans(technician, [scanOf(claim.number, 'ship_to_vendor', { site: 'A' })]);
    expect(shipped).toMatchObject({ outcome: 'applied', deviceId: device.id });
    await step({ step: 'send', reference: 'SR-9' });
    const replacement = { serialNumber: 'PFFIND2', dataRemoved: 'wiped' };
    await step({ step: 'resolve', outcome: 'replaced', replacement });
    const [made] = await found('devices', 'PFFIND2');
    expect((await found('devices', claim.number)).toSorted()).toEqual([device.id, made].toSorted());
    const [seen] = await sendScans(technician, [scanOf(claim.number, 'seen', { site: 'A' })]);
    expect(seen).toMatchObject({ outcome: 'applied', deviceId: made });
    const [unknown] = await sendScans(technician, [scanOf('C-1999-000001', 'seen', { site: 'A' })]);
    expect(unknown).toMatchObject({ outcome: 'unknown' });
  });
});
