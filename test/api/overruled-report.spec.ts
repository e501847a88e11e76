import type { AssessmentDetail } from '../../src/salvage/assessment/assessments.queries.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { daysAgo, type DeviceJson, type Problem, register, type Register } from '../support/devices.js';
import { records, reportTable } from '../support/reports.js';

const KIND = 'overruled-recommendations';
const GOOD = { powersOn: 'yes', battery: 'good', screen: 'good', input: 'works' };

let app: TestApp;
let here: Register;
let technician: TestUser;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
});

beforeEach(async () => {
  here = await register(app);
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(() => app.close());

/** A retired device that was assessed. The starting rules recommend to reuse one that works. */
async function assessed(site: 'A' | 'B', answers: object = {}): Promise<{ id: string; device: DeviceJson }> {
  const { id } = await here.add({ site });
  const device = await here.change(id, { status: 'retired' });
  const { body } = await here.admin
    .post('/assessments')
    .send({ deviceId: id, answers: { ...GOOD, ...answers } })
    .expect(201);
  return { id: (body as AssessmentDetail).id, device };
}

const overrule = async (id: string, result: string, reason: string, by = here.admin): Promise<void> => {
  await by.post(`/assessments/${id}/overrules`).send({ result, reason }).expect(201);
};

const reported = async (query = '', by = here.admin): Promise<Record<string, unknown>[]> =>
  records(await reportTable(by, KIND, query));

describe('the report of overruled recommendations', () => {
  it('lists each overruled assessment with its device, rule, reason, person and time', async () => {
    const { id, device } = await assessed('A');
    await assessed('A');
    await overrule(id, 'recycle', 'The hinge breaks soon.', technician);
    const [row, ...others] = await reported();
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      Day: daysAgo(0),
      Device: device.assetTag,
      'Serial number': device.serialNumber,
      Site: 'A',
      'Site name': 'School A',
      Rule: 'works',
      'Reason of the rule': 'It works, and it is not too old.',
      Recommended: 'reuse',
      Chosen: 'recycle',
      Reason: 'The hinge breaks soon.',
      'Assessment id': id,
    });
    const { body } = await here.admin.get(`/assessments/${id}`).expect(200);
    const [decision] = (body as AssessmentDetail).overrules;
    expect([row?.By, row?.['Decided at, UTC']]).toEqual([decision?.decidedByName, decision?.decidedAt]);
  });

  it('has the latest decision, and no assessment whose recommendation was chosen in the end', async () => {
    const [kept, returned] = [await assessed('A'), await assessed('A')];
    await overrule(kept.id, 'donate', 'A school in need asked for it.');
    await overrule(kept.id, 'sell', 'The school found another one.');
    await overrule(returned.id, 'parts', 'We need a screen.');
    await overrule(returned.id, 'reuse', 'We found a screen.');
    expect(await reported()).toMatchObject([
      { 'Assessment id': kept.id, Chosen: 'sell', Reason: 'The school found another one.' },
    ]);
  });

  it('can be filtered by days, site, rule, recommendation and result', async () => {
    const [a, b] = [await assessed('A'), await assessed('B', { screen: 'broken' })];
    await overrule(a.id, 'sell', 'A buyer asked.');
    await overrule(b.id, 'parts', 'Nobody has time.');
    const ids = async (query: string): Promise<unknown[]> =>
      (await reported(query)).map((row) => row['Assessment id']);
    expect(await ids('')).toEqual([a.id, b.id]);
    expect(await ids('site=B')).toEqual([b.id]);
    expect(await ids('rule=works')).toEqual([a.id]);
    expect(await ids('rule=worth-repairing')).toEqual([b.id]);
    expect(await ids('recommendation=repair')).toEqual([b.id]);
    expect(await ids('result=sell')).toEqual([a.id]);
    expect(await ids('result=sell&site=B')).toEqual([]);
    expect(await ids('from=today&to=today')).toEqual([a.id, b.id]);
    expect(await ids('to=today-1d')).toEqual([]);
    const { body } = await here.admin
      .get(`/reports/kinds/${KIND}/table?from=2026-02-01&to=2026-01-01`)
      .expect(400);
    expect((body as Problem).errors).toMatchObject([{ field: 'to', code: 'BEFORE_FROM' }]);
    await here.admin.get(`/reports/kinds/${KIND}/table?result=burn`).expect(400);
  });

  it('shows people the devices of their sites only, counts by rule, and is a file', async () => {
    const [a, b] = [await assessed('A'), await assessed('B')];
    await overrule(a.id, 'sell', 'A buyer asked.');
    await overrule(b.id, 'sell', 'A buyer asked, too.');
    expect(await reported('', technician)).toMatchObject([{ 'Assessment id': a.id }]);
    const { chart } = await reportTable(here.admin, KIND);
    expect(chart).toMatchObject({ labels: ['works'], series: [{ values: [2] }] });
    const { text } = await technician.get(`/reports/kinds/${KIND}/export/csv`).expect(200);
    expect(text).toContain('A buyer asked.');
    expect(text).not.toContain('A buyer asked, too.');
  });
});
