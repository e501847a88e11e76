import { type TestApp, testApp } from '../support/app.js';
import { type DeviceJson, type Problem, register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
});

afterAll(() => app.close());

async function merge(survivor: string, duplicateId: string, status = 200): Promise<DeviceJson & Problem> {
  const { body } = await here.admin
    .post(`/devices/${survivor}/merge`)
    .set('if-match', '*')
    .send({ duplicateId, note: 'scanned twice' })
    .expect(status);
  return body as DeviceJson & Problem;
}

async function makeVoid(id: string, status = 200): Promise<DeviceJson & Problem> {
  const { body } = await here.admin
    .post(`/devices/${id}/void`)
    .set('if-match', '*')
    .send({ note: 'mistake' })
    .expect(status);
  return body as DeviceJson & Problem;
}

const counts = async (): Promise<string> => {
  const totals = [];
  for (const asOf of ['2012-07-31', '2012-08-01', '2015-01-05', '2020-01-01'])
    totals.push(
      ...(await here.count(`groupBy=site,status&asOf=${asOf}`)).groups.map((group) =>
        JSON.stringify([asOf, group]),
      ),
    );
  totals.push(JSON.stringify((await here.count('groupBy=site,status')).groups));
  return totals.join('\n');
};

describe('making a device void', () => {
  it('leaves the counts at every date as if it had never been, and frees its codes', async () => {
    await here.add({ inServiceOn: '2014-01-01' });
    const before = await counts();
    const { id, assetTag } = await here.add({
      serialNumber: 'V-1',
      mac: 'b4:69:21:18:c6:76',
      inServiceOn: '2012-08-01',
    });
    await here.change(id, { site: 'B', effectiveOn: '2015-01-05' });
    await here.change(id, { status: 'retired' });
    expect(await counts()).not.toBe(before);
    const gone = await makeVoid(id);
    expect(gone.status).toBe('void');
    expect(gone.codes.map(({ kind }) => kind).toSorted()).toEqual(['asset_tag', 'mac', 'serial']);
    expect(gone.codes.filter(({ releasedAt }) => releasedAt === null)).toEqual([]);
    expect(await counts()).toBe(before);
    expect(await here.add({ assetTag, serialNumber: 'V-1' })).toMatchObject({ assetTag });
    expect(await here.differences()).toEqual([]);
  });

  it('is the end: nothing becomes of it any more, not even in its past', async () => {
    const { id } = await here.add({ inServiceOn: '2012-08-01' });
    await makeVoid(id);
    expect(await makeVoid(id, 409)).toMatchObject({ code: 'DEVICE_IS_GONE' });
    for (const body of [{ notes: 'x' }, { status: 'in_stock' }, { site: 'B', effectiveOn: '2014-01-01' }])
      expect(await here.change(id, body, 409)).toMatchObject({ code: 'DEVICE_IS_GONE' });
    await here.admin.post(`/devices/${id}/reopening`).set('if-match', '*').send({ note: 'x' }).expect(409);
  });

  it('needs a reason, the version and an admin, and takes it out of the lists', async () => {
    const { id } = await here.add();
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    await technician.post(`/devices/${id}/void`).set('if-match', '*').send({ note: 'x' }).expect(403);
    await here.admin.post(`/devices/${id}/void`).set('if-match', '*').send({}).expect(400);
    await here.admin.post(`/devices/${id}/void`).send({ note: 'x' }).expect(428);
    await here.admin.post(`/devices/${id}/void`).set('if-match', '"9"').send({ note: 'x' }).expect(412);
    await makeVoid(id);
    const { body } = await here.admin.get('/devices').expect(200);
    expect(body).toMatchObject({ items: [] });
    const { body: asked } = await here.admin.get('/devices?status=void').expect(200);
    expect((asked as { items: { id: string }[] }).items.map((device) => device.id)).toEqual([id]);
  });
});

describe('merging two records of one thing', () => {
  it('voids the one, which points to the other, and counts as if it had never been', async () => {
    const survivor = await here.add({ inServiceOn: '2014-01-01' });
    const before = await counts();
    const duplicate = await here.add({ inServiceOn: '2012-08-01' });
    await here.change(duplicate.id, { site: 'B', effectiveOn: '2015-01-05' });
    await merge(survivor.id, duplicate.id);
    expect(await here.find(duplicate.id)).toMatchObject({ status: 'void', mergedIntoId: survivor.id });
    expect(await counts()).toBe(before);
    expect(await here.differences()).toEqual([]);
  });

  it('moves every code over: a second tag is an old one, serial numbers and addresses stay what they are', async () => {
    const survivor = await here.add();
    const duplicate = await here.add({ serialNumber: 'M-1', mac: 'b4:69:21:18:c6:76' });
    await here.change(duplicate.id, { serialNumber: 'M-2', mac: 'b4:69:21:18:c6:77' });
    const merged = await merge(survivor.id, duplicate.id);
    expect(merged).toMatchObject({ assetTag: survivor.assetTag, serialNumber: 'M-2' });
    expect(merged.codes.map(({ kind, code }) => `${kind} ${code}`).toSorted()).toEqual(
      [
        `asset_tag ${survivor.assetTag}`,
        'mac B4692118C676',
        'mac B4692118C677',
        `old_tag ${duplicate.assetTag}`,
        'serial M-1',
        'serial M-2',
      ].toSorted(),
    );
    const { body } = await here.admin.get(`/devices/lookup?code=${duplicate.assetTag}`).expect(200);
    expect((body as { items: { id: string }[] }).items[0]?.id).toBe(survivor.id);
  });

  it('fills what the survivor does not know, the day of service included', async () => {
    const survivor = await here.add({ assetTag: 'KEEP-1', notes: 'mine' });
    const duplicate = await here.add({
      inServiceOn: '2012-08-01',
      costCents: 100,
      notes: 'yours',
      fundingSource: 'Measure B',
    });
    expect(await merge(survivor.id, duplicate.id)).toMatchObject({
      costCents: 100,
      notes: 'mine',
      fundingSource: 'Measure B',
      inServiceOn: '2012-08-01',
      enteredOn: '2012-08-01',
      entryDated: true,
    });
    expect((await here.count('asOf=2012-08-01')).total).toBe(1);
    expect(await here.differences()).toEqual([]);
  });

  it('moves custody over, the open loan with its day and its due date', async () => {
    const [ann, bob] = [await here.person('ann'), await here.person('bob')];
    const survivor = await here.add({ status: 'deployed', inServiceOn: '2020-01-01' });
    const duplicate = await here.add({ status: 'deployed', inServiceOn: '2020-01-01' });
    await here.change(duplicate.id, { holder: 'ann', effectiveOn: '2021-01-10' });
    await here.change(duplicate.id, { holder: 'bob', dueOn: '2027-06-01', effectiveOn: '2022-01-10' });
    const merged = await merge(survivor.id, duplicate.id);
    expect(merged.personId).toBe(bob);
    expect(
      merged.custody.map((loan) => [
        loan.personId,
        loan.loanedAt.slice(0, 10),
        loan.dueOn,
        loan.returnedAt?.slice(0, 10),
      ]),
    ).toEqual([
      [bob, '2022-01-10', '2027-06-01', undefined],
      [ann, '2021-01-10', null, '2022-01-10'],
    ]);
    expect((await here.find(duplicate.id)).custody).toEqual([]);
    expect(await here.change(survivor.id, { holder: null })).toMatchObject({ personId: null });
  });

  it('keeps the survivor’s own holder where both have one, and leaves loans that contradict its own', async () => {
    const [ann] = [await here.person('ann'), await here.person('bob')];
    const survivor = await here.add({
      status: 'deployed',
      holder: 'ann',
      inServiceOn: '2020-01-01',
      loanedOn: '2021-01-10',
    });
    const duplicate = await here.add({
      status: 'deployed',
      holder: 'bob',
      inServiceOn: '2020-01-01',
      loanedOn: '2022-01-10',
    });
    const merged = await merge(survivor.id, duplicate.id);
    expect(merged).toMatchObject({ personId: ann });
    expect(merged.custody).toHaveLength(1);
  });

  it('is refused with itself, with what is void or disposed of, and out of reach', async () => {
    const { id } = await here.add();
    const { id: gone } = await here.add();
    await makeVoid(gone);
    await merge(id, id, 400);
    expect(await merge(id, gone, 409)).toMatchObject({ code: 'DEVICE_IS_GONE' });
    expect(await merge(gone, id, 409)).toMatchObject({ code: 'DEVICE_IS_GONE' });
    await merge(id, '01890000-0000-7000-8000-000000000000', 404);
    const far = await here.add({ site: 'B' });
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    await technician
      .post(`/devices/${id}/merge`)
      .set('if-match', '*')
      .send({ duplicateId: far.id })
      .expect(404);
  });

  it('is refused while the duplicate is under a hold, which would be lost with it', async () => {
    const survivor = await here.add();
    const duplicate = await here.add();
    await here.admin
      .post(`/devices/${duplicate.id}/holds`)
      .send({ kind: 'claim', forbids: ['dispose'], reason: 'claim 17 is open' })
      .expect(201);
    expect(await merge(survivor.id, duplicate.id, 409)).toMatchObject({
      code: 'DEVICE_HELD',
      detail: expect.stringContaining('claim 17'),
    });
  });

  it('refuses a row that matches two devices and says to merge them; after that the row goes in', async () => {
    const survivor = await here.add();
    const duplicate = await here.add({ serialNumber: 'TWICE-1' });
    const row = { assetTag: survivor.assetTag, serialNumber: 'TWICE-1', notes: 'one thing' };
    expect((await here.batch([row])).results[0]).toMatchObject({ outcome: 'refused', code: 'MATCHES_TWO' });
    await here.admin
      .post('/devices')
      .send({ ...row, manufacturer: 'Dell', model: 'Latitude 3120', site: 'A' })
      .expect(409);
    await merge(survivor.id, duplicate.id);
    expect((await here.batch([row])).results[0]).toMatchObject({ outcome: 'changed', id: survivor.id });
  });
});
