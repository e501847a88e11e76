import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import { testApp, type TestApp } from '../support/app.js';
import { register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;
let deviceId: string;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  await here.admin
    .post('/vendors')
    .send({ name: 'Lenovo', roles: ['manufacturer'] })
    .expect(201);
  deviceId = (await here.add()).id;
});

afterAll(() => app.close());

const open = (more: object = {}, status = 201): PromiseLike<{ body: ClaimDetail & { code: string } }> =>
  here.admin
    .post('/claims')
    .send({ deviceId, vendor: 'lenovo', category: 'screen', observed: 'It is dark.', ...more })
    .expect(status);

const change = async (
  id: string,
  body: object,
  status = 200,
): Promise<ClaimDetail & { code: string; errors: { field: string; detail: string }[] }> =>
  (await here.admin.patch(`/claims/${id}`).set('If-Match', '*').send(body).expect(status))
    .body as ClaimDetail & {
    code: string;
    errors: { field: string; detail: string }[];
  };

const PARTS = [
  { number: '5D10Y97707', quantity: 2 },
  { description: 'Screws', mustReturn: false },
];

describe('what a claim asks for', () => {
  it('is on the claim, with the site as the address unless another one is given', async () => {
    const address = { street: '1 Main St', city: 'Irvine', state: 'CA', postalCode: '92618' };
    await app.source.query(
      `UPDATE sites SET street = $2, city = $3, state = $4, postal_code = $5 WHERE district_id = $1 AND code = 'A'`,
      [here.district.id, ...Object.values(address)],
    );
    const contact = { name: 'Maria Lopez', email: 'maria@district.example' };
    const { body } = await open({ requestedService: 'depot', parts: PARTS, contact });
    expect(body).toMatchObject({
      requestedService: 'depot',
      parts: [
        { position: 1, number: '5D10Y97707', quantity: 2, description: null, mustReturn: true },
        { position: 2, number: null, quantity: 1, description: 'Screws', mustReturn: false },
      ],
      contact: { ...contact, phone: null },
      shipFrom: address,
      shipsFromSite: true,
    });
    expect(body.shipFrom.name).not.toBe('');
    const elsewhere = {
      name: 'Warehouse',
      street: '2 Side St',
      city: 'Tustin',
      state: 'CA',
      postalCode: '92780',
    };
    expect(await change(body.id, { shipFrom: elsewhere })).toMatchObject({
      shipFrom: elsewhere,
      shipsFromSite: false,
    });
    expect(await change(body.id, { shipFrom: null, contact: null })).toMatchObject({
      shipFrom: address,
      shipsFromSite: true,
      contact: null,
    });
  });

  it('has the district’s own reference, which can be entered later and removed', async () => {
    const { body } = await open({ districtReference: 'T-1' });
    expect((await change(body.id, { districtReference: 'T-2' })).districtReference).toBe('T-2');
    expect((await change(body.id, { tried: 'A reset.' })).districtReference).toBe('T-2');
    expect((await change(body.id, { districtReference: null })).districtReference).toBeNull();
  });

  it('is replaced as a whole, and stays where nothing is said', async () => {
    const { body } = await open({ parts: PARTS });
    expect((await change(body.id, { tried: 'A reset.' })).parts).toHaveLength(2);
    const { parts, version } = await change(body.id, { parts: [{ number: 'X-1' }] });
    expect(parts).toEqual([{ position: 1, number: 'X-1', quantity: 1, description: null, mustReturn: true }]);
    expect(version).toBe(3);
    expect((await change(body.id, { parts: [] })).parts).toEqual([]);
  });

  it('refuses a part without a number or a description, and says which', async () => {
    const { body } = await open({ parts: [{ number: 'X-1' }, { quantity: 3 }] }, 400);
    expect(body).toMatchObject({ errors: [{ field: 'parts.1.number' }] });
    expect((await here.admin.get('/claims').expect(200)).body).toMatchObject({ items: [] });
  });

  it('cannot change once the vendor has the claim, except for whom and where to ask', async () => {
    const { body } = await open({ parts: PARTS });
    await here.admin
      .post(`/claims/${body.id}/steps`)
      .send({ step: 'ready', acceptWarnings: true })
      .expect(200);
    await change(body.id, { requestedService: 'on_site' });
    await here.admin.post(`/claims/${body.id}/steps`).send({ step: 'send', reference: 'SR-1' }).expect(200);
    expect((await change(body.id, { parts: [] }, 409)).code).toBe('CLAIM_SENT');
    expect((await change(body.id, { requestedService: null }, 409)).code).toBe('CLAIM_SENT');
    expect(await change(body.id, { contact: { name: 'Ann' } })).toMatchObject({
      contact: { name: 'Ann', email: null, phone: null },
      requestedService: 'on_site',
    });
    // What was denied can be asked for in another way.
    await here.admin
      .post(`/claims/${body.id}/steps`)
      .send({ step: 'deny', denialReason: 'wear' })
      .expect(200);
    expect((await change(body.id, { parts: [{ number: 'X-9' }] })).parts).toMatchObject([{ number: 'X-9' }]);
  });
});
