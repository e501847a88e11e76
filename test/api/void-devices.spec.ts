import { randomUUID } from 'node:crypto';
import { type TestApp, testApp } from '../support/app.js';
import { type DeviceJson, freshTag, LATITUDE, register, type Register, WAY_TO } from '../support/devices.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  here = await register(app);
});

afterAll(() => app.close());

async function voided(): Promise<DeviceJson> {
  const device = await here.add();
  await here.admin
    .post(`/devices/${device.id}/void`)
    .set('if-match', '*')
    .send({ note: 'a mistake' })
    .expect(200);
  return device;
}

/** Two records of one thing that were merged. */
async function merged(more: object = {}): Promise<{ survivor: DeviceJson; duplicate: DeviceJson }> {
  const [survivor, duplicate] = [await here.add(more), await here.add(more)];
  await merge(survivor, duplicate);
  return { survivor, duplicate };
}

const merge = (survivor: DeviceJson, { id: duplicateId }: DeviceJson) =>
  here.admin
    .post(`/devices/${survivor.id}/merge`)
    .set('if-match', '*')
    .send({ duplicateId, note: 'entered twice' })
    .expect(200);

async function disposed(): Promise<DeviceJson> {
  const device = await here.add();
  for (const body of WAY_TO['disposed'] ?? []) await here.change(device.id, body);
  return device;
}

async function see(code: string | null): Promise<object | undefined> {
  const sightings = [{ id: randomUUID(), code: code ?? '' }];
  const { body } = await here.admin.post('/devices/sightings').send({ sightings }).expect(200);
  return (body as { results: object[] }).results[0];
}

async function lookUp(code: string | null): Promise<string[]> {
  const { body } = await here.admin.get(`/devices/lookup?code=${code}`).expect(200);
  return (body as { items: { id: string }[] }).items.map(({ id }) => id);
}

describe('the code of a void record', () => {
  it('is unknown to a sighting', async () => {
    expect(await see((await voided()).assetTag)).toMatchObject({ outcome: 'unknown', code: 'UNKNOWN_CODE' });
  });

  it('is unknown to a scan', async () => {
    const { assetTag } = await voided();
    const [result] = await sendScans(here.admin, [scanOf(assetTag ?? '', 'seen', { site: 'A' })]);
    expect(result).toMatchObject({ outcome: 'unknown', code: 'UNKNOWN_CODE' });
  });

  it('finds nothing in a look-up', async () => {
    expect(await lookUp((await voided()).assetTag)).toEqual([]);
  });

  it('goes to a new device of a batch', async () => {
    const { id, assetTag } = await voided();
    const { results } = await here.batch([{ assetTag, ...LATITUDE, site: 'A' }]);
    expect(results).toMatchObject([{ outcome: 'added' }]);
    expect(results[0]?.id).not.toBe(id);
  });
});

describe('the code of a record that was merged away', () => {
  it('is the survivor’s alone in a look-up, a scan and a sighting', async () => {
    const { survivor, duplicate } = await merged();
    expect(await lookUp(duplicate.assetTag)).toEqual([survivor.id]);
    expect(await see(duplicate.assetTag)).toMatchObject({ outcome: 'recorded', deviceId: survivor.id });
    const [result] = await sendScans(here.admin, [scanOf(duplicate.assetTag ?? '', 'seen', { site: 'A' })]);
    expect(result).toMatchObject({ outcome: 'applied', deviceId: survivor.id });
  });
});

describe('a disposed device that is seen again', () => {
  it('is refused as a sighting, and the answer says what to do', async () => {
    expect(await see((await disposed()).assetTag)).toMatchObject({ outcome: 'refused', code: 'RE_ENTERED' });
  });

  it('goes to the inbox as a scan', async () => {
    const { assetTag } = await disposed();
    const [result] = await sendScans(here.admin, [scanOf(assetTag ?? '', 'seen', { site: 'A' })]);
    expect(result).toMatchObject({ outcome: 'conflict', code: 'RE_ENTERED' });
  });
});

describe('a void record', () => {
  it('takes no hold, no change, no unknown code and no merge', async () => {
    const { id } = await voided();
    const other = await here.add();
    const code = freshTag();
    await sendScans(here.admin, [scanOf(code, 'seen', { site: 'A' })]);
    const answers = [
      await here.admin
        .post(`/devices/${id}/holds`)
        .send({ kind: 'legal', forbids: ['dispose'], reason: 'a case' }),
      await here.admin.patch(`/devices/${id}`).set('if-match', '*').send({ notes: 'x' }),
      await here.admin.post('/unknown-codes/claim').send({ code, deviceId: id }),
      await here.admin.post(`/devices/${id}/merge`).set('if-match', '*').send({ duplicateId: other.id }),
      await here.admin.post(`/devices/${other.id}/merge`).set('if-match', '*').send({ duplicateId: id }),
    ];
    for (const { status, body } of answers)
      expect({ status, code: (body as { code: string }).code }).toEqual({
        status: 409,
        code: 'DEVICE_IS_GONE',
      });
  });
});

describe('an inventory check', () => {
  it('expects no void record, and takes a merged one for its survivor', async () => {
    const place = { room: 'Room V', status: 'deployed' };
    const [mistake, seenFirst, seenSecond, lost] = [
      await here.add(place),
      await here.add(place),
      await here.add(place),
      await here.add(place),
    ];
    const { body } = await here.admin.post('/sweeps').send({ site: 'A', room: 'Room V' }).expect(201);
    const sweep = (body as { id: string }).id;
    const scan = ({ assetTag }: DeviceJson): object =>
      scanOf(assetTag ?? '', 'count', { site: 'A', room: 'Room V', sweep });
    await sendScans(here.admin, [scan(seenFirst)]);
    await merge(seenSecond, seenFirst);
    await here.admin
      .post(`/devices/${mistake.id}/void`)
      .set('if-match', '*')
      .send({ note: 'a mistake' })
      .expect(200);
    const findings = await here.admin.get(`/sweeps/${sweep}/findings`).expect(200);
    const found = (findings.body as { items: { deviceId: string; result: string }[] }).items.map(
      ({ deviceId, result }) => ({ deviceId, result }),
    );
    expect(found).toHaveLength(2);
    expect(found).toEqual(
      expect.arrayContaining([
        { deviceId: seenSecond.id, result: 'verified' },
        { deviceId: lost.id, result: 'not_seen' },
      ]),
    );
  });
});
