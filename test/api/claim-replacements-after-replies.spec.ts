import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import { testApp, type TestApp, type TestUser } from '../support/app.js';
import type { Problem } from '../support/devices.js';
import { type Dealing, dealing, type SentClaim } from '../support/vendor-claims.js';

let app: TestApp;
let here: Dealing;
let technician: TestUser;
let serials = 0;

const freshSerial = (): string => `AF${String((serials += 1)).padStart(6, '0')}`;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await dealing(app, ['acme']);
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(() => app.close());

/** A claim whose vendor said in a reply that it sent a device with this serial number. */
async function repliedWith(serial: string, outcome = 'replaced'): Promise<SentClaim> {
  const sent = await here.sent('acme');
  await here.file([
    {
      'Claim number': sent.number,
      Status: 'resolved',
      Outcome: outcome,
      ...(outcome === 'replaced' ? { 'Replacement serial number': serial } : {}),
    },
  ]);
  return sent;
}

interface Answer {
  status: number;
  body: ClaimDetail & Problem;
}

const add = async (claim: string, serialNumber: string, more: object = {}): Promise<Answer> =>
  technician.post(`/claims/${claim}/replacement`).send({ serialNumber, dataRemoved: 'wiped', ...more });

const undo = async (claim: string): Promise<Answer> =>
  technician.post(`/claims/${claim}/replacement/undo`).send({ reason: 'The number was wrong.' });

describe('a device that the vendor named in a reply', () => {
  it('is added by one action, as if the claim had been resolved with it', async () => {
    const serial = freshSerial();
    const { id, deviceId } = await repliedWith(serial);
    const { assetTag } = await here.find(deviceId);
    // The reply alone adds no device: nobody has said yet what became of the data and the tag.
    expect(await here.claim(id)).toMatchObject({
      state: 'resolved',
      outcome: 'replaced',
      replacementDeviceId: null,
    });
    expect(await here.replies(`claim=${id}`)).toMatchObject([{ replacementSerial: serial }]);
    const before = await here.count();
    const { status, body } = await add(id, serial);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { state: 'resolved', outcome: 'replaced', replacementCode: assetTag },
    });
    expect(body.steps.at(-1)).toMatchObject({ step: 'replace', takenByName: expect.any(String) as string });
    expect(await here.find(body.replacementDeviceId as string)).toMatchObject({
      serialNumber: serial,
      assetTag,
      site: 'A',
    });
    expect(await here.find(deviceId)).toMatchObject({ status: 'disposed', disposalRoute: 'vendor_swap' });
    expect((await here.count()).total).toBe(before.total);
    expect(await here.differences()).toEqual([]);
  });

  it('is added once by twenty people at the same time, and all of them see it', async () => {
    const serial = freshSerial();
    const { id } = await repliedWith(serial);
    const before = await here.count();
    const answers = await Promise.all(Array.from({ length: 20 }, () => add(id, serial)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(new Set(answers.map(({ body }) => body.replacementDeviceId)).size).toBe(1);
    const { steps } = await here.claim(id);
    expect(steps.filter(({ step }) => step === 'replace')).toHaveLength(1);
    expect((await here.count()).total).toBe(before.total);
    expect(await here.differences()).toEqual([]);
  });

  it('is taken back by an undo, after which the right one can be added', async () => {
    const [wrong, right] = [freshSerial(), freshSerial()];
    const { id, deviceId } = await repliedWith(wrong);
    const old = await here.find(deviceId);
    const { body } = await add(id, wrong);
    expect(await undo(id)).toMatchObject({
      status: 200,
      body: { state: 'in_progress', outcome: null, replacementDeviceId: null },
    });
    expect(await here.find(body.replacementDeviceId as string)).toMatchObject({ status: 'void' });
    expect(await here.find(deviceId)).toMatchObject({ assetTag: old.assetTag, status: 'in_repair' });
    await technician.post(`/claims/${id}/steps`).send({ step: 'resolve', outcome: 'replaced' }).expect(200);
    expect((await add(id, right)).status).toBe(200);
    expect(await here.differences()).toEqual([]);
  });
});

describe('a device is not added', () => {
  const refused = ({
    status,
    body: { code, detail },
  }: Answer): [number, string | undefined, string | undefined] => [status, code, detail];

  it('to a claim that has another replacement', async () => {
    const serial = freshSerial();
    const { id } = await repliedWith(serial);
    await add(id, serial);
    expect(refused(await add(id, freshSerial()))).toEqual([
      409,
      'CLAIM_HAS_REPLACEMENT',
      expect.stringContaining('undo the replacement first') as string,
    ]);
  });

  it('to a claim that the vendor repaired, still works on, or that is closed', async () => {
    const { id: repaired } = await repliedWith('', 'repaired');
    const { id: open } = await here.sent('acme');
    for (const id of [repaired, open])
      expect(refused(await add(id, freshSerial())).slice(0, 2)).toEqual([
        409,
        'CLAIM_NOT_RESOLVED_BY_REPLACING',
      ]);
    const { id: closed } = await repliedWith(freshSerial());
    await technician.post(`/claims/${closed}/steps`).send({ step: 'close' }).expect(200);
    expect(refused(await add(closed, freshSerial())).slice(0, 2)).toEqual([409, 'CLAIM_ENDED']);
  });

  it('with a serial number of the register, or of the claimed device itself', async () => {
    const { id, serial } = await repliedWith(freshSerial());
    const other = await here.add({ serialNumber: freshSerial() });
    expect(refused(await add(id, other.serialNumber ?? '')).slice(0, 2)).toEqual([409, 'SERIAL_TAKEN']);
    const own = await add(id, serial);
    expect(own.status).toBe(400);
    expect(own.body.errors).toMatchObject([{ field: 'serialNumber', code: 'SERIAL_OF_CLAIMED_DEVICE' }]);
  });

  it('without a word about the data, from an old page, or by somebody who cannot change devices', async () => {
    const serial = freshSerial();
    const { id } = await repliedWith(serial);
    const silent = await add(id, serial, { dataRemoved: undefined });
    expect(silent.status).toBe(400);
    expect(silent.body.errors).toMatchObject([{ field: 'dataRemoved', code: 'MISSING' }]);
    await technician
      .post(`/claims/${id}/replacement`)
      .set('if-match', '"1"')
      .send({ serialNumber: serial, dataRemoved: 'wiped' })
      .expect(412);
    await here.its
      .post(`/claims/${id}/replacement`)
      .send({ serialNumber: serial, dataRemoved: 'wiped' })
      .expect(403);
    expect(await here.claim(id)).toMatchObject({ replacementDeviceId: null });
  });
});
