import type { AssessmentDetail } from '../../src/salvage/assessment/assessments.queries.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { daysAgo, type DeviceJson, type Problem, register, type Register } from '../support/devices.js';
import { fileOf } from '../support/exports.js';
import { scanOf, sendScans } from '../support/scans.js';
import { swollenAmong } from '../support/swollen-among.js';

let app: TestApp;
let here: Register;
let technician: TestUser;

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(() => app.close());

type Answer = { status: number; body: AssessmentDetail & Problem };

const GOOD = { powersOn: 'yes', battery: 'good', screen: 'good', input: 'works' };

const assess = async (
  deviceId: string,
  answers: object = {},
  more: object = {},
  by = technician,
): Promise<Answer> => by.post('/assessments').send({ deviceId, answers: { ...GOOD, ...answers }, ...more });

async function retired(more: object = {}): Promise<DeviceJson> {
  const { id } = await here.add(more);
  return here.change(id, { status: 'retired' });
}

const CHROMEBOOK = { manufacturer: 'Acer', model: 'Chromebook 314 Test', kind: 'chromebook' };

const years = (count: number): string => daysAgo(Math.round(count * 365.25) + 2);

describe('many at once', () => {
  it('fifty assessments of one device are all kept, and one is the latest', async () => {
    const { id } = await retired();
    const answers = await Promise.all(Array.from({ length: 50 }, () => assess(id, {}, { apply: true })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const found = await Promise.all(
      answers.map(async ({ body }): Promise<Answer> => technician.get(`/assessments/${body.id}`)),
    );
    expect(found.filter(({ body }) => body.isLatest)).toHaveLength(1);
    expect((await here.find(id)).status).toBe('in_stock');
    expect(await here.differences()).toEqual([]);
  });

  it('fifty decisions about one assessment are numbered one after the other, and the last counts', async () => {
    const { body } = await assess((await retired()).id);
    const results = Array.from({ length: 50 }, (_, i) => (i % 2 ? 'sell' : 'donate'));
    await Promise.all(
      results.map((result, i) =>
        technician
          .post(`/assessments/${body.id}/overrules`)
          .send({ result, reason: `Reason ${i}` })
          .expect(201),
      ),
    );
    const { body: found } = (await technician.get(`/assessments/${body.id}`)) as Answer;
    expect(found.overrules).toHaveLength(50);
    expect(found.result).toBe(found.overrules.at(-1)?.result);
  });
});

describe('a file of assessments', () => {
  it('has the result, the rule and the money', async () => {
    const { id } = await retired({
      ...CHROMEBOOK,
      costCents: 40_000,
      purchasedOn: years(1),
      serialNumber: 'AS1234',
    });
    await assess(id, { screen: 'broken' });
    const text = (await fileOf(here.admin.get(`/assessments?device=${id}&format=csv`))).toString();
    for (const part of ['AS1234', 'repair', 'worth-repairing', '277.33', '51.00'])
      expect(text).toContain(part);
  });
});

describe('two records of one device that are merged', () => {
  it('have their assessments together', async () => {
    const [survivor, duplicate] = [await retired(), await retired()];
    const { body } = await assess(duplicate.id, { battery: 'swollen' });
    await here.admin
      .post(`/devices/${survivor.id}/merge`)
      .set('if-match', '*')
      .send({ duplicateId: duplicate.id, note: 'One device.' })
      .expect(200);
    expect(((await technician.get(`/assessments/${body.id}`)) as Answer).body.deviceId).toBe(survivor.id);
    expect(await swollenAmong(app, here.district.id, [survivor.id])).toEqual(new Set([survivor.id]));
  });
});

describe('a scan that assesses', () => {
  const said = (more: Record<string, string> = {}): object[] =>
    Object.entries({ ...GOOD, ...more }).map(([question, answer]) => ({ question, answer }));
  const full = (more: Record<string, string> = {}): object[] =>
    said({
      case: 'good',
      ports: 'works',
      camera: 'works',
      storage: 'present',
      managementLock: 'off',
      accessories: 'complete',
      ...more,
    });

  const of = async (id: string): Promise<AssessmentDetail[]> =>
    ((await technician.get(`/assessments?device=${id}`).expect(200)).body as { items: AssessmentDetail[] })
      .items;

  it('answers with the result, once for a scan that is sent twice, and its undo takes it back', async () => {
    const { id, assetTag } = await retired();
    const scan = scanOf(assetTag ?? '', 'assess', { site: 'A', answers: full({ screen: 'broken' }) });
    expect(await sendScans(technician, [scan])).toMatchObject([
      { outcome: 'applied', code: 'ASSESSED_REPAIR', detail: 'Repair it.' },
    ]);
    expect(await sendScans(technician, [scan])).toMatchObject([
      { outcome: 'duplicate', code: 'ASSESSED_REPAIR' },
    ]);
    expect((await of(id)).map(({ result }) => result)).toEqual(['repair']);
    expect(await sendScans(technician, [scanOf(assetTag ?? '', 'undo', { undoes: scan.id })])).toMatchObject([
      { outcome: 'applied' },
    ]);
    expect(await of(id)).toEqual([]);
  });

  it('made without a network counts from when it was made', async () => {
    const { id, assetTag } = await retired({ inServiceOn: daysAgo(30) });
    const scannedAt = new Date(Date.now() - 3_600_000).toISOString();
    await assess(id);
    const scan = {
      ...scanOf(assetTag ?? '', 'assess', { site: 'A', answers: full({ battery: 'swollen' }) }),
      scannedAt,
    };
    const [answer] = await sendScans(technician, [scan], { sentAt: new Date().toISOString() });
    expect(answer).toMatchObject({ outcome: 'applied', code: 'ASSESSED_SWOLLEN_BATTERY' });
    expect(answer?.detail).toContain('call EHS');
    expect((await of(id)).map(({ hazard }) => hazard)).toEqual([null, 'swollen_battery']);
  });

  it('asks a desktop only what it has', async () => {
    const { assetTag } = await retired({ manufacturer: 'Dell', model: 'OptiPlex Test', kind: 'desktop' });
    expect(
      await sendScans(technician, [scanOf(assetTag ?? '', 'assess', { answers: full() })]),
    ).toMatchObject([{ outcome: 'applied', code: 'ASSESSED_REUSE' }]);
  });

  it('waits in the inbox where the device is in use', async () => {
    const { id, assetTag } = await here.add({ status: 'deployed' });
    expect(
      await sendScans(technician, [scanOf(assetTag ?? '', 'assess', { answers: full() })]),
    ).toMatchObject([{ outcome: 'conflict', code: 'DEVICE_IN_USE' }]);
    expect(await of(id)).toEqual([]);
  });

  it('is not taken back once somebody overruled it', async () => {
    const { id, assetTag } = await retired();
    const scan = scanOf(assetTag ?? '', 'assess', { answers: full() });
    await sendScans(technician, [scan]);
    const [{ id: assessment } = { id: '' }] = await of(id);
    await technician
      .post(`/assessments/${assessment}/overrules`)
      .send({ result: 'sell', reason: 'Why not.' });
    const [undone] = await sendScans(technician, [scanOf(assetTag ?? '', 'undo', { undoes: scan.id })]);
    expect(undone).toMatchObject({ outcome: 'refused' });
    expect(undone?.detail).toContain('overruled');
    expect(await of(id)).toHaveLength(1);
  });
});
