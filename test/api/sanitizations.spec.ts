import type { NewSanitization } from '../../src/salvage/sanitization/sanitizations.service.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { daysAgo, type DeviceJson, type Problem, register, type Register } from '../support/devices.js';
import { fileOf } from '../support/exports.js';
import { textOf } from '../support/pdf-text.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let here: Register;
let technician: TestUser;

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(() => app.close());

const POWERWASH = {
  medium: 'emmc',
  technique: 'powerwash_titan_c',
  tool: 'ChromeOS',
  toolVersion: '140',
  verifiedBy: 'Ada Byron, technician',
  result: 'completed',
} as const;

interface Answer {
  status: number;
  body: NewSanitization & Problem;
}

const record = async (deviceIds: string[], more: object = {}, by = technician): Promise<Answer> =>
  by.post('/sanitizations').send({ ...POWERWASH, deviceIds, ...more });

async function retired(more: object = {}): Promise<DeviceJson> {
  const { id } = await here.add(more);
  return here.change(id, { status: 'retired' });
}

const gatesOf = async (id: string): Promise<string[]> =>
  ((await here.find(id)) as unknown as { clearances: { gate: string }[] }).clearances.map(({ gate }) => gate);

describe('a sanitization', () => {
  it('opens the gate of its devices, and says what it counts as and from where', async () => {
    const [one, two] = [await retired(), await retired()];
    const { status, body } = await record([one.id, two.id]);
    expect([status, body.method, body.isUncertain, body.refused]).toEqual([201, 'purge', false, []]);
    expect(body.source).toContain('Titan C');
    expect(body.devices.map(({ deviceId }) => deviceId).toSorted()).toEqual([one.id, two.id].toSorted());
    expect([await gatesOf(one.id), await gatesOf(two.id)]).toEqual([['sanitized'], ['sanitized']]);
    const refused = await here.change(one.id, { status: 'disposed', disposalRoute: 'recycle' }, 409);
    expect(refused.code).toBe('GATES_CLOSED');
    expect(refused.errors.map(({ field, code }) => [field, code])).toEqual([
      ['disposalRoute', 'released'],
      ['disposalRoute', 'board_item'],
      ['disposalRoute', 'signed_lot'],
    ]);
  });

  it('leaves out devices that cannot have it, each with its reason, and records the others', async () => {
    const [good, used, elsewhere] = [
      await retired(),
      await here.add({ status: 'deployed' }),
      await retired({ site: 'B' }),
    ];
    const { status, body } = await record([good.id, used.id, elsewhere.id]);
    expect(status).toBe(201);
    expect(body.refused.map(({ deviceId, code }) => [deviceId, code])).toEqual([
      [used.id, 'DEVICE_IN_USE'],
      [elsewhere.id, 'DEVICE_NOT_FOUND'],
    ]);
    expect(body.devices.map(({ deviceId }) => deviceId)).toEqual([good.id]);
    const none = await record([used.id]);
    expect([none.status, none.body.code, none.body.errors[0]?.code]).toEqual([
      409,
      'NOTHING_SANITIZED',
      'DEVICE_IN_USE',
    ]);
  });

  it.each([
    ['emmc', 'degauss', 'TECHNIQUE_UNFIT', /no effect on flash/],
    ['emmc', 'cryptographic_erase', 'TECHNIQUE_UNFIT', /powerwash/],
    ['hdd', 'delete_or_format', 'TECHNIQUE_UNFIT', /leaves the data/],
    ['unknown', 'overwrite', 'TECHNIQUE_UNFIT', /which storage/],
    ['none', 'overwrite', 'TECHNIQUE_UNFIT', /nothing to remove/],
    ['nvme', 'shred', 'PARTICLE_SIZE_MISSING', /particle/],
  ])('of %s by %s is refused in words', async (medium, technique, code, words) => {
    const { id } = await retired();
    const { status, body } = await record([id], { medium, technique });
    expect([status, body.errors[0]?.code]).toEqual([400, code]);
    expect(body.errors[0]?.detail).toMatch(words);
    expect(await gatesOf(id)).toEqual([]);
  });

  it('that failed leaves only destroying, and that opens the gate', async () => {
    const { id } = await retired();
    expect((await record([id], { result: 'failed' })).body.method).toBeNull();
    expect(await gatesOf(id)).toEqual([]);
    expect((await record([id])).body.errors[0]?.code).toBe('ONLY_DESTROYING');
    const { body } = await record([id], { technique: 'shred', particleMm: 2 });
    expect([body.method, body.isUncertain]).toEqual(['destroy', true]);
    expect(await gatesOf(id)).toEqual(['sanitized']);
  });

  it('is decided on by those who may: not accepted closes the gate, accepted opens it again', async () => {
    const { id: deviceId } = await retired();
    const { body } = await record([deviceId]);
    const decide = (decision: string, note?: string, by = here.admin): PromiseLike<Answer> =>
      by.post(`/sanitizations/${body.id}/validations`).send({ decision, note });
    expect((await decide('repeat', 'The setup screen did not come.', technician)).status).toBe(403);
    expect((await decide('repeat')).body.errors[0]?.code).toBe('NOTE_MISSING');
    const repeated = await decide('repeat', 'The setup screen did not come.');
    expect([repeated.status, repeated.body.decision]).toEqual([201, 'repeat']);
    expect(await gatesOf(deviceId)).toEqual([]);
    const accepted = await decide('accept');
    expect(accepted.body.validations.map(({ decision }) => decision)).toEqual(['repeat', 'accept']);
    expect(await gatesOf(deviceId)).toEqual(['sanitized']);
    await decide('escalate', 'Students’ names were found.');
    expect((await record([deviceId])).body.errors[0]?.code).toBe('ONLY_DESTROYING');
  });

  it('proves nothing any more once the device is in use again', async () => {
    const { id } = await retired();
    await record([id]);
    await here.change(id, { status: 'in_stock' });
    expect(await gatesOf(id)).toEqual(['sanitized']);
    await here.change(id, { status: 'deployed' });
    expect(await gatesOf(id)).toEqual([]);
    await here.change(id, { status: 'retired' });
    expect(await gatesOf(id)).toEqual([]);
    expect((await record([id])).status).toBe(201);
    expect(await gatesOf(id)).toEqual(['sanitized']);
  });

  it('closes the gate that an earlier one opened, where it fails or has to be repeated', async () => {
    const [{ id: failing }, { id: repeated }] = [await retired(), await retired()];
    const first = await record([failing, repeated]);
    await record([failing], { result: 'failed' });
    expect([await gatesOf(failing), await gatesOf(repeated)]).toEqual([[], ['sanitized']]);
    const decide = (id: string, decision: string): PromiseLike<Answer> =>
      here.admin.post(`/sanitizations/${id}/validations`).send({ decision, note: 'Looked at again.' });
    const second = await record([repeated]);
    await decide(second.body.id, 'repeat');
    expect(await gatesOf(repeated)).toEqual([]);
    // Accepting the first again says nothing of what came later.
    await decide(first.body.id, 'accept');
    expect([await gatesOf(failing), await gatesOf(repeated)]).toEqual([[], []]);
    await decide(second.body.id, 'accept');
    expect(await gatesOf(repeated)).toEqual(['sanitized', 'sanitized']);
    await record([failing], { technique: 'shred', particleMm: 2 });
    expect(await gatesOf(failing)).toEqual(['sanitized']);
  });

  it('opens the gate as its last decision says, of fifty at once', async () => {
    const { id: deviceId } = await retired();
    const { body } = await record([deviceId]);
    const decisions = Array.from({ length: 50 }, (_, i) => (i % 2 ? 'repeat' : 'accept'));
    const answers = await Promise.all(
      decisions.map(async (decision): Promise<Answer> =>
        here.admin.post(`/sanitizations/${body.id}/validations`).send({ decision, note: 'Looked at again.' }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const { body: found } = await here.admin.get(`/sanitizations/${body.id}`).expect(200);
    const { validations, decision } = found as NewSanitization;
    expect(validations).toHaveLength(50);
    expect(await gatesOf(deviceId)).toEqual(decision === 'accept' ? ['sanitized'] : []);
  });

  it('does not open the gate by a decision that comes after the device was used again', async () => {
    const { id } = await retired();
    const { body } = await record([id]);
    for (const status of ['in_stock', 'deployed', 'retired']) await here.change(id, { status });
    await here.admin.post(`/sanitizations/${body.id}/validations`).send({ decision: 'accept' }).expect(201);
    expect(await gatesOf(id)).toEqual([]);
  });

  it('proves nothing where the device was in use later, also if that is found out afterward', async () => {
    const { id } = await here.add({ inServiceOn: daysAgo(300) });
    await here.change(id, { status: 'retired', effectiveOn: daysAgo(100) });
    await record([id], { doneAt: `${daysAgo(60)}T12:00:00Z` });
    expect(await gatesOf(id)).toEqual(['sanitized']);
    await here.change(id, { status: 'in_stock', effectiveOn: daysAgo(50) });
    await here.change(id, { status: 'deployed', effectiveOn: daysAgo(40) });
    await here.change(id, { status: 'retired', effectiveOn: daysAgo(30) });
    expect(await gatesOf(id)).toEqual([]);
    const early = await record([id], { doneAt: `${daysAgo(35)}T12:00:00Z` });
    expect([early.status, early.body.errors[0]?.code]).toEqual([409, 'USED_SINCE']);
  });

  it('is refused while somebody has the device', async () => {
    const { id } = await here.add();
    await here.person('W-1');
    await here.change(id, { holder: 'W-1' });
    expect((await record([id])).body.errors[0]?.code).toBe('DEVICE_IN_USE');
  });

  it('follows a device whose two records are merged, with what it proves', async () => {
    const [survivor, duplicate] = [await retired(), await retired()];
    const { body } = await record([duplicate.id]);
    await here.admin
      .post(`/devices/${survivor.id}/merge`)
      .set('if-match', '*')
      .send({ duplicateId: duplicate.id, note: 'One device.' })
      .expect(200);
    expect(await gatesOf(survivor.id)).toEqual(['sanitized']);
    const { body: found } = await here.admin.get(`/sanitizations/${body.id}`).expect(200);
    expect((found as NewSanitization).devices.map(({ deviceId }) => deviceId)).toEqual([survivor.id]);
  });

  it('is recorded once for each of fifty people at once, and every device is open', async () => {
    const devices = await Promise.all(Array.from({ length: 5 }, () => retired()));
    const ids = devices.map(({ id }) => id);
    const answers = await Promise.all(Array.from({ length: 50 }, () => record(ids)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const { body } = await here.admin.get(`/sanitizations?device=${ids[0]}&limit=100`).expect(200);
    expect((body as { items: object[] }).items).toHaveLength(50);
    expect(await here.differences()).toEqual([]);
  });

  it('is on paper, with what NIST lists', async () => {
    const { id } = await retired({ serialNumber: 'PF123456' });
    const { body } = await record([id]);
    const text = await textOf(await fileOf(here.admin.get(`/sanitizations/${body.id}/certificate.pdf`)));
    for (const part of [
      'Certificate of sanitization',
      'PF123456',
      'purge',
      'powerwash titan c',
      'ChromeOS',
      'Ada Byron',
    ])
      expect(text).toContain(part);
  });
});

describe('a scan that data was removed', () => {
  const said = (medium: string): object[] => [
    { question: 'medium', answer: medium },
    { question: 'technique', answer: 'erase_all_content' },
    { question: 'result', answer: 'completed' },
  ];

  it('opens the gate, and its undo closes it', async () => {
    const { id, assetTag } = await retired();
    const scan = scanOf(assetTag ?? '', 'wipe', { site: 'A', answers: said('apple') });
    expect(await sendScans(technician, [scan])).toMatchObject([{ outcome: 'applied' }]);
    expect(await gatesOf(id)).toEqual(['sanitized']);
    expect(await sendScans(technician, [scanOf(assetTag ?? '', 'undo', { undoes: scan.id })])).toMatchObject([
      { outcome: 'applied' },
    ]);
    expect(await gatesOf(id)).toEqual([]);
    const { body } = await here.admin.get(`/sanitizations?device=${id}`).expect(200);
    expect((body as { items: object[] }).items).toEqual([]);
  });

  it('that failed closes the gate, and its undo opens it again', async () => {
    const { id, assetTag } = await retired();
    await record([id]);
    const answers = [...said('apple').slice(0, 2), { question: 'result', answer: 'failed' }];
    const scan = scanOf(assetTag ?? '', 'wipe', { site: 'A', answers });
    expect(await sendScans(technician, [scan])).toMatchObject([{ outcome: 'applied' }]);
    expect(await gatesOf(id)).toEqual([]);
    await sendScans(technician, [scanOf(assetTag ?? '', 'undo', { undoes: scan.id })]);
    expect(await gatesOf(id)).toEqual(['sanitized']);
  });

  it('waits in the inbox where the technique does not suit the storage', async () => {
    const { id, assetTag } = await retired();
    const scan = scanOf(assetTag ?? '', 'wipe', { site: 'A', answers: said('emmc') });
    expect(await sendScans(technician, [scan])).toMatchObject([{ outcome: 'conflict' }]);
    expect(await gatesOf(id)).toEqual([]);
  });
});
