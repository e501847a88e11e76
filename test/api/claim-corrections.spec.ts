import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import { testApp, type TestApp, type TestUser } from '../support/app.js';
import { daysAgo, type Problem, register, type Register } from '../support/devices.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let here: Register;
let technician: TestUser;
let deviceId: string;
let vendors: Record<string, string>;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  vendors = {};
  for (const name of ['Lenovo', 'Safe']) {
    const { body } = await here.admin
      .post('/vendors')
      .send({ name, roles: ['manufacturer'] })
      .expect(201);
    vendors[name.toLowerCase()] = (body as { id: string }).id;
  }
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
  deviceId = (await here.add()).id;
});

afterAll(() => app.close());

const LASTS = { startsOn: daysAgo(400), endsOn: daysAgo(-400) };

async function cover(vendor: string, kind: string, more: object = {}): Promise<string> {
  const { body } = await technician
    .post('/coverages')
    .send({ vendor, kind, ...LASTS, deviceId, ...more })
    .expect(201);
  return (body as { id: string }).id;
}

const claim = (more: object = {}, status = 201): PromiseLike<{ body: unknown }> =>
  technician
    .post('/claims')
    .send({ deviceId, category: 'screen', observed: 'It is dark.', ...more })
    .expect(status);

const open = async (more: object = {}): Promise<ClaimDetail> => (await claim(more)).body as ClaimDetail;

const change = async (id: string, body: object, status = 200): Promise<ClaimDetail & Problem> =>
  (await technician.patch(`/claims/${id}`).set('if-match', '*').send(body).expect(status))
    .body as ClaimDetail & Problem;

const step = (id: string, body: object): PromiseLike<unknown> =>
  technician.post(`/claims/${id}/steps`).send(body).expect(200);

const deactivate = (vendor: string): PromiseLike<unknown> =>
  here.admin
    .patch(`/vendors/${vendors[vendor] ?? ''}`)
    .set('if-match', '*')
    .send({ isActive: false })
    .expect(200);

const codes = ({ warnings }: ClaimDetail): string[] => warnings.map(({ code }) => code);

describe('a draft', () => {
  it('is corrected, and its coverage is chosen and judged anew', async () => {
    const warranty = await cover('lenovo', 'manufacturer');
    const insurance = await cover('safe', 'accidental_damage');
    const { id, coverageId } = await open();
    expect(coverageId).toBe(warranty);
    const accident = await change(id, { isAccidental: true, category: 'hinge' });
    expect(accident).toMatchObject({ coverageId: warranty, vendor: 'lenovo', category: 'hinge' });
    expect(codes(accident)).toEqual(['ACCIDENT_NOT_COVERED']);
    const other = await change(id, { vendor: 'safe' });
    expect(other).toMatchObject({ vendor: 'safe', coverageId: insurance, warnings: [] });
    expect(await change(id, { coverageId: warranty })).toMatchObject({
      vendor: 'lenovo',
      coverageId: warranty,
    });
  });

  it('must be accepted again, if the warnings are others', async () => {
    await cover('safe', 'accidental_damage');
    const { id } = await open({ vendor: 'lenovo' });
    await step(id, { step: 'ready', acceptWarnings: true });
    await step(id, { step: 'redraft' });
    expect((await change(id, { category: 'hinge' })).warningsAcceptedAt).not.toBeNull();
    expect(await change(id, { vendor: 'safe' })).toMatchObject({ warnings: [], warningsAcceptedAt: null });
  });

  it('takes its incident from the pool of its new coverage', async () => {
    const plan = { kind: 'accidental_damage', contractNumber: 'PO-1' };
    const pools: string[] = [];
    for (const vendor of ['lenovo', 'safe']) {
      const { body } = await here.admin
        .post('/incident-pools')
        .send({ ...plan, vendor, name: vendor, incidents: 1 })
        .expect(201);
      pools.push((body as { id: string }).id);
      await cover(vendor, plan.kind, { contractNumber: plan.contractNumber });
    }
    const { id, poolId } = await open({ vendor: 'lenovo', isAccidental: true });
    expect(poolId).toBe(pools[0]);
    expect((await change(id, { vendor: 'safe' })).poolId).toBe(pools[1]);
    // The claim itself does not use up what it has.
    const again = await change(id, { category: 'hinge' });
    expect([again.poolId, codes(again)]).toEqual([pools[1], []]);
    const used = [];
    for (const pool of pools)
      used.push(
        ((await technician.get(`/incident-pools/${pool}`).expect(200)).body as { used: number }).used,
      );
    expect(used).toEqual([0, 1]);
  });

  it('refuses what does not go together, and a fault that another claim is open for', async () => {
    const warranty = await cover('lenovo', 'manufacturer');
    const { id } = await open();
    const other = await here.add();
    const foreign = await cover('lenovo', 'manufacturer', { deviceId: other.id });
    expect((await change(id, { coverageId: foreign }, 400)).errors[0]?.code).toBe('UNKNOWN_COVERAGE');
    expect((await change(id, { coverageId: warranty, vendor: 'safe' }, 400)).errors[0]?.code).toBe(
      'COVERAGE_OF_OTHER_VENDOR',
    );
    expect((await change(id, { vendor: 'nobody' }, 400)).errors[0]?.code).toBe('UNKNOWN_VENDOR');
    await open({ category: 'hinge' });
    expect((await change(id, { category: 'hinge' }, 409)).code).toBe('CLAIM_OPEN');
  });

  it('is the only claim that can be corrected, and goes to no other vendor once one has had it', async () => {
    const { id } = await open({ vendor: 'lenovo' });
    await step(id, { step: 'ready', acceptWarnings: true });
    expect((await change(id, { vendor: 'safe' }, 409)).code).toBe('CLAIM_NOT_DRAFT');
    await step(id, { step: 'send', reference: 'SR-1' });
    await step(id, { step: 'deny', denialReason: 'wear' });
    await step(id, { step: 'resubmit', reason: 'It is new.' });
    await step(id, { step: 'redraft' });
    expect((await change(id, { vendor: 'safe' }, 409)).code).toBe('CLAIM_VENDOR_FIXED');
    expect(await change(id, { isAccidental: true })).toMatchObject({ isAccidental: true });
  });

  it('is stepped and corrected at the same time without an error', async () => {
    const { id } = await open({ vendor: 'lenovo' });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        i % 2
          ? technician.post(`/claims/${id}/steps`).send({ step: 'ready', acceptWarnings: true })
          : technician
              .patch(`/claims/${id}`)
              .set('if-match', '*')
              .send({ vendor: i % 4 ? 'safe' : 'lenovo' }),
      ),
    );
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(answers.filter(({ status }, i) => i % 2 === 1 && status === 200)).toHaveLength(1);
  });
});

describe('a vendor that is not active any more', () => {
  it('gets no new claim and no new coverage, and keeps what it has', async () => {
    const coverage = await cover('lenovo', 'manufacturer');
    const { id } = await open({ category: 'battery' });
    await deactivate('lenovo');
    const named = (await claim({ vendor: 'lenovo' }, 400)).body as Problem;
    const chosen = (await claim({}, 400)).body as Problem;
    for (const { code, detail } of [named, chosen]) {
      expect(code).toBe('INACTIVE_VENDOR');
      expect(detail).toContain('Lenovo');
    }
    const { body } = await technician
      .post('/coverages')
      .send({ vendor: 'lenovo', kind: 'extended', ...LASTS, deviceId })
      .expect(400);
    expect((body as Problem).code).toBe('INACTIVE_VENDOR');
    await technician
      .patch(`/coverages/${coverage}`)
      .set('if-match', '*')
      .send({ waitingDays: 3 })
      .expect(200);
    await step(id, { step: 'ready', acceptWarnings: true });
    const safe = await open({ vendor: 'safe' });
    expect((await change(safe.id, { vendor: 'lenovo' }, 400)).code).toBe('INACTIVE_VENDOR');
    expect((await change(safe.id, { coverageId: coverage }, 400)).code).toBe('INACTIVE_VENDOR');
  });

  it('has scans wait in the inbox', async () => {
    await cover('lenovo', 'manufacturer');
    await deactivate('lenovo');
    const { assetTag } = await here.find(deviceId);
    const answers = [
      { question: 'category', answer: 'screen' },
      { question: 'cause', answer: 'defect' },
    ];
    expect(
      await sendScans(technician, [scanOf(assetTag ?? '', 'claim', { site: 'A', answers })]),
    ).toMatchObject([{ outcome: 'conflict', code: 'INACTIVE_VENDOR' }]);
  });
});
