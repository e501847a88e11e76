import type { ChecklistView } from '../../src/warranty/claims/checklist/claim-checklists.service.js';
import type { ClaimCheckResult } from '../../src/warranty/claims/checklist/claim-ticks.service.js';
import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import { testApp, type TestApp, type TestUser } from '../support/app.js';
import { register, type Problem, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;
let technician: TestUser;
let vendor: string;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  const { body } = await here.admin
    .post('/vendors')
    .send({ name: 'Lenovo', roles: ['manufacturer'] })
    .expect(201);
  vendor = (body as { id: string }).id;
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(() => app.close());

const path = (): string => `/vendors/${vendor}/claim-checklist`;
const checklist = async (): Promise<ChecklistView> =>
  (await technician.get(path()).expect(200)).body as ChecklistView;
const put = async (
  points: readonly object[],
  version = '*',
  status = 200,
): Promise<ChecklistView & Problem> =>
  (await here.admin.put(path()).set('if-match', version).send({ points }).expect(status))
    .body as ChecklistView & Problem;
const useReadyMade = async (): Promise<unknown> => put((await checklist()).readyMade);

async function open(device: object = {}): Promise<string> {
  const { id: deviceId } = await here.add(device);
  const { body } = await technician
    .post('/claims')
    .send({ deviceId, vendor: 'lenovo', category: 'screen', observed: 'It is dark.' })
    .expect(201);
  return (body as ClaimDetail).id;
}

const found = async (id: string): Promise<ClaimDetail> =>
  (await technician.get(`/claims/${id}`).expect(200)).body as ClaimDetail;

async function tick(claims: string[], points: object[], user = technician): Promise<ClaimCheckResult[]> {
  const { body } = await user.post('/claims/checklist').send({ claims, points }).expect(200);
  return (body as { results: ClaimCheckResult[] }).results;
}

const ready = async (id: string, status: number): Promise<ClaimDetail & Problem> =>
  (await technician.post(`/claims/${id}/steps`).send({ step: 'ready', acceptWarnings: true }).expect(status))
    .body as ClaimDetail & Problem;

const openKeys = async (id: string): Promise<string[]> =>
  (await found(id)).checklist.filter(({ isDone }) => !isDone).map(({ key }) => key);

const TICKS = [
  { key: 'management-lock', answer: 'deprovisioned', reason: 'Same-model replacement' },
  { key: 'passwords' },
  { key: 'accessories' },
  { key: 'data', answer: 'wiped' },
];

describe('the checklist of a vendor', () => {
  it('is empty until somebody writes it, and offers a list to begin with', async () => {
    const { version, points, readyMade } = await checklist();
    expect([version, points]).toEqual([0, []]);
    expect(readyMade.map(({ key }) => key)).toEqual([
      'management-lock',
      'passwords',
      'accessories',
      'data',
      'photo',
      'proof-of-purchase',
    ]);
    await ready(await open(), 200);
  });

  it('is written as a whole, by one after the other', async () => {
    const points = [{ key: 'label', label: 'The label is covered.' }];
    expect(await put(points, '"0"')).toMatchObject({
      version: 1,
      points: [{ key: 'label', kind: 'confirmation', label: 'The label is covered.' }],
    });
    expect((await put([], '"0"', 412)).code).toBe('STALE_VERSION');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        here.admin
          .put(path())
          .set('if-match', '"1"')
          .send({ points: [{ key: `p-${i}`, label: 'A' }] }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await checklist()).version).toBe(2);
    expect((await put([{ key: 'No Key', label: 'A' }], '*', 400)).errors[0]?.field).toBe('points.0.key');
    await put([...points, ...points], '*', 400);
    await technician.put(path()).set('if-match', '*').send({ points }).expect(403);
  });
});

describe('a claim of a vendor with a checklist', () => {
  beforeEach(useReadyMade);

  it('is not ready while points are open, and says which', async () => {
    const id = await open();
    const { code, detail, errors } = await ready(id, 400);
    expect(code).toBe('CLAIM_CHECKLIST_OPEN');
    expect(errors.map(({ field }) => field)).toEqual([
      'checklist.management-lock',
      'checklist.passwords',
      'checklist.accessories',
      'checklist.data',
      'checklist.photo',
      'checklist.proof-of-purchase',
    ]);
    expect(detail).toContain('The claim has a photo.');
    await tick([id], TICKS);
    expect(await openKeys(id)).toEqual(['photo', 'proof-of-purchase']);
    for (const kind of ['photo', 'proof_of_purchase'])
      await technician
        .post(`/claims/${id}/files`)
        .field('kind', kind)
        .attach('file', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'a.jpg')
        .expect(201);
    expect((await ready(id, 200)).state).toBe('ready');
  });

  it('needs no proof of purchase for a device whose day of purchase is known', async () => {
    const id = await open({ purchasedOn: '2025-08-01' });
    expect(await openKeys(id)).not.toContain('proof-of-purchase');
  });

  it('keeps who ticked what and when, also of what was taken back', async () => {
    const id = await open();
    await tick([id], [{ key: 'data', answer: 'by_vendor' }]);
    expect((await found(id)).checklist.find(({ key }) => key === 'data')).toMatchObject({
      isDone: true,
      answer: 'by_vendor',
      doneAt: expect.any(String) as string,
      doneByName: expect.stringContaining('technician') as string,
    });
    await tick([id], [{ key: 'data', isDone: false }], here.admin);
    expect(await openKeys(id)).toContain('data');
    const rows = await app.source.query<{ undone: boolean }[]>(
      `SELECT undone_at IS NOT NULL AND undone_by IS NOT NULL AS undone FROM claim_checks WHERE claim_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ undone: true }]);
  });

  it.each([
    ['of another list', { key: 'label' }],
    ['that is seen on the claim', { key: 'photo' }],
    ['without its answer', { key: 'data' }],
    ['with the answer of another point', { key: 'data', answer: 'lock_off' }],
    ['with an answer where there is none', { key: 'passwords', answer: 'wiped' }],
    ['without the reason that keeps the license', { key: 'management-lock', answer: 'deprovisioned' }],
  ])('refuses a tick %s', async (_, point) => {
    const id = await open();
    const [result] = await tick([id], [{ key: 'accessories' }, point]);
    expect(result).toMatchObject({ outcome: 'refused', code: 'CLAIM_CHECK_WRONG' });
    expect(await openKeys(id)).toHaveLength(6);
  });

  it('cannot lose a tick once it is ready', async () => {
    await put([{ key: 'label', label: 'The label is covered.' }]);
    const id = await open();
    await tick([id], [{ key: 'label' }]);
    await ready(id, 200);
    expect(await tick([id], [{ key: 'label', isDone: false }])).toMatchObject([{ code: 'CLAIM_NOT_DRAFT' }]);
  });

  it('knows from its checklist how the data was removed when the vendor replaces the device', async () => {
    await put([{ key: 'data', kind: 'data_removal', label: 'The data is wiped.' }]);
    const id = await open({ serialNumber: 'PFOLD1' });
    await tick([id], [{ key: 'data', answer: 'by_vendor' }]);
    await ready(id, 200);
    await technician.post(`/claims/${id}/steps`).send({ step: 'send', reference: 'SR-1' }).expect(200);
    const { body } = await technician
      .post(`/claims/${id}/steps`)
      .send({ step: 'resolve', outcome: 'replaced', replacement: { serialNumber: 'PFNEW1' } })
      .expect(200);
    const [row] = await app.source.query<{ data_removed: string }[]>(
      `SELECT data_removed FROM claims WHERE id = $1`,
      [(body as ClaimDetail).id],
    );
    expect(row?.data_removed).toBe('by_vendor');
  });
});

describe('a bench of claims', () => {
  it('is ticked and made ready at once, and each open point is named for its own claim', async () => {
    await put([
      { key: 'label', label: 'The label is covered.' },
      { key: 'purchase', kind: 'proof_of_purchase', label: 'The purchase date is known.' },
    ]);
    const claims: string[] = [];
    for (let i = 0; i < 12; i++) claims.push(await open(i % 3 === 0 ? {} : { purchasedOn: '2025-08-01' }));
    const there = await app.user(here.district, 'technician', { sites: ['B'] });
    expect((await tick(claims, [{ key: 'label' }], there)).map(({ code }) => code)).toEqual(
      Array(12).fill('CLAIM_NOT_FOUND'),
    );
    const ticked = await tick(claims.slice(1), [{ key: 'label' }]);
    expect(ticked.map(({ outcome }) => outcome)).toEqual(Array(11).fill('done'));
    const { body } = await technician
      .post('/claims/steps')
      .send({ step: 'ready', acceptWarnings: true, claims })
      .expect(200);
    const { results } = body as { results: { outcome: string; detail?: string }[] };
    expect(results.map(({ outcome }) => outcome)).toEqual(
      claims.map((_, i) => (i % 3 === 0 ? 'refused' : 'done')),
    );
    expect(results[0]?.detail).toContain('The label is covered. The purchase date is known.');
    expect(results[3]?.detail).toContain('The purchase date is known.');
    expect(results[3]?.detail).not.toContain('label');
  });

  it('has each tick once, however many tick at the same time', async () => {
    await put([{ key: 'label', label: 'The label is covered.' }]);
    const claims = [await open(), await open()];
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => tick(i % 2 ? claims : claims.toReversed(), [{ key: 'label' }])),
    );
    const rows = await app.source.query<{ count: string }[]>(
      `SELECT count(*) FROM claim_checks WHERE district_id = $1 AND undone_at IS NULL`,
      [here.district.id],
    );
    expect(rows).toEqual([{ count: '2' }]);
  });
});
