import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import { testApp, type TestApp, type TestUser } from '../support/app.js';
import { daysAgo, register, type Register } from '../support/devices.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let here: Register;
let technician: TestUser;
let deviceId: string;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  for (const name of ['Lenovo', 'Safe Insurance'])
    await here.admin
      .post('/vendors')
      .send({ name, roles: ['manufacturer'] })
      .expect(201);
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
  deviceId = (await here.add()).id;
});

afterAll(() => app.close());

const LASTS = { startsOn: daysAgo(400), endsOn: daysAgo(-400) };

async function cover(more: object = {}): Promise<string> {
  const { body } = await technician
    .post('/coverages')
    .send({ vendor: 'lenovo', kind: 'manufacturer', ...LASTS, deviceId, ...more })
    .expect(201);
  return (body as { id: string }).id;
}

const SCREEN = { category: 'screen', observed: 'The screen stays dark.' };

async function open(more: object = {}): Promise<ClaimDetail> {
  return (
    await technician
      .post('/claims')
      .send({ ...SCREEN, deviceId, ...more })
      .expect(201)
  ).body as ClaimDetail;
}

async function step(
  id: string,
  body: object,
  status = 200,
): Promise<ClaimDetail & { code: string; detail: string }> {
  const answer = await technician.post(`/claims/${id}/steps`).send(body).expect(status);
  return answer.body as ClaimDetail & { code: string; detail: string };
}

const found = async (id: string): Promise<ClaimDetail> =>
  (await technician.get(`/claims/${id}`).expect(200)).body as ClaimDetail;

async function listed(query = '', user = technician): Promise<ClaimDetail[]> {
  return ((await user.get(`/claims?${query}`).expect(200)).body as { items: ClaimDetail[] }).items;
}

const codes = ({ warnings }: ClaimDetail): string[] => warnings.map(({ code }) => code);

describe('a claim', () => {
  it('is opened with the coverage that should pay, sends the device to repair and holds it', async () => {
    const coverageId = await cover();
    const claim = await open();
    expect(claim).toMatchObject({
      number: `C-${daysAgo(0).slice(0, 4)}-000001`,
      state: 'draft',
      vendor: 'lenovo',
      coverageId,
      warnings: [],
      site: 'A',
      steps: [{ step: 'create', to: 'draft' }],
    });
    expect(claim.nextSteps.map(({ step: name }) => name)).toEqual(['ready', 'cancel']);
    expect((await here.find(deviceId)).status).toBe('in_repair');
    const refused = await here.change(deviceId, { status: 'retired' }, 409);
    expect(refused.detail).toContain('claim');
    await step(claim.id, { step: 'cancel', reason: 'It works again.' });
    await here.change(deviceId, { status: 'retired' });
    expect(await here.differences()).toEqual([]);
  });

  it('goes its whole way, and its history says who, when and why', async () => {
    await cover();
    const { id } = await open();
    await step(id, { step: 'ready' });
    const { code } = await step(id, { step: 'send' }, 400);
    expect(code).toBe('CLAIM_STEP_INCOMPLETE');
    expect(await step(id, { step: 'send', reference: 'SR-9' })).toMatchObject({
      state: 'sent',
      reference: 'SR-9',
    });
    const sent = await found(id);
    expect(sent.sentAt).not.toBeNull();
    await step(id, { step: 'acknowledge', rma: 'RMA-1', expectedOn: daysAgo(-7) });
    await step(id, { step: 'wait', reason: 'Send a picture.' });
    await step(id, { step: 'resume' });
    await step(id, { step: 'resolve' }, 400);
    await step(id, { step: 'resolve', outcome: 'repaired', costInvoicedCents: 0 });
    await step(id, { step: 'reopen', reason: 'It is dark again.' });
    expect(await found(id)).toMatchObject({ state: 'in_progress', outcome: null, resolvedAt: null });
    await step(id, { step: 'resolve', outcome: 'part_shipped' });
    const closed = await step(id, { step: 'close' });
    expect(closed).toMatchObject({
      state: 'closed',
      outcome: 'part_shipped',
      rma: 'RMA-1',
      sentAt: sent.sentAt,
    });
    expect(closed.nextSteps).toEqual([]);
    expect(closed.steps.map(({ step: name }) => name)).toEqual([
      'create',
      'ready',
      'send',
      'acknowledge',
      'wait',
      'resume',
      'resolve',
      'reopen',
      'resolve',
      'close',
    ]);
    expect(closed.steps[4]).toMatchObject({ note: 'Send a picture.' });
    expect((await step(id, { step: 'start' }, 409)).code).toBe('CLAIM_WRONG_STATE');
    await here.change(deviceId, { status: 'retired' });
  });

  it('is denied for a reason, sent again with evidence, and counts how often', async () => {
    await cover();
    const { id } = await open();
    await step(id, { step: 'ready' });
    await step(id, { step: 'send', reference: 'SR-9' });
    await step(id, { step: 'deny' }, 400);
    expect(await step(id, { step: 'deny', denialReason: 'liquid' })).toMatchObject({
      denialReason: 'liquid',
    });
    await step(id, { step: 'resubmit' }, 400);
    expect(await step(id, { step: 'resubmit', reason: 'It was dry: see the pictures.' })).toMatchObject({
      state: 'ready',
      resubmissions: 1,
      denialReason: null,
      sentAt: null,
      reference: 'SR-9',
    });
  });

  it('warns where the vendor may refuse, and is sent only after somebody accepted that', async () => {
    await technician
      .post('/claims')
      .send({ ...SCREEN, deviceId })
      .expect(400);
    const claim = await open({ vendor: 'lenovo' });
    expect(codes(claim)).toEqual(['NO_COVERAGE']);
    const refused = await step(claim.id, { step: 'ready' }, 400);
    expect(refused.detail).toContain('No coverage is on record');
    const ready = await step(claim.id, { step: 'ready', acceptWarnings: true });
    expect(ready).toMatchObject({ state: 'ready', warnings: [{ code: 'NO_COVERAGE' }] });
    expect(ready.warningsAcceptedAt).not.toBeNull();
    // Accepted once, it need not be accepted again.
    await step(claim.id, { step: 'redraft' });
    await step(claim.id, { step: 'ready' });
  });

  it('uses the incidents of a coverage, and a cancelled or denied claim gives its incident back', async () => {
    await cover({ vendor: 'safe-insurance', kind: 'accidental_damage', incidentsAYear: 1 });
    const first = await open({ isAccidental: true });
    expect(codes(first)).toEqual([]);
    const second = await open({ isAccidental: true, category: 'hinge' });
    expect(codes(second)).toEqual(['INCIDENTS_USED_UP']);
    await step(first.id, { step: 'cancel', reason: 'wrong device' });
    await step(second.id, { step: 'cancel', reason: 'wrong device' });
    expect(codes(await open({ isAccidental: true }))).toEqual([]);
  });

  it('is open once for a fault of a device, and the refusal names it, however many open one at once', async () => {
    await cover();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => technician.post('/claims').send({ ...SCREEN, deviceId })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      201,
      ...Array.from({ length: 19 }, () => 409),
    ]);
    const [claim] = await listed();
    const refused = answers.find(({ status }) => status === 409)?.body as { code: string; detail: string };
    expect(refused.code).toBe('CLAIM_OPEN');
    expect(refused.detail).toContain(claim?.number);
    await open({ category: 'keyboard' });
    await step(claim?.id ?? '', { step: 'cancel', reason: 'twice' });
    await open();
  });

  it('has numbers without a gap, also where many are opened and refused at the same time', async () => {
    const devices = await Promise.all(Array.from({ length: 12 }, () => here.add()));
    const asked = devices.flatMap(({ id }) => [id, id]);
    const answers = await Promise.all(
      asked.map((id) => technician.post('/claims').send({ ...SCREEN, deviceId: id, vendor: 'lenovo' })),
    );
    const numbers = answers
      .filter(({ status }) => status === 201)
      .map(({ body }) => Number((body as ClaimDetail).number.slice(-6)));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(devices.map((_, i) => i + 1));
  });

  it('goes on with many others at once, and each refusal is its own', async () => {
    const devices = await Promise.all(Array.from({ length: 3 }, () => here.add()));
    for (const { id } of devices.slice(0, 2)) await cover({ deviceId: id });
    const claims: ClaimDetail[] = [];
    for (const { id } of devices) claims.push(await open({ deviceId: id, vendor: 'lenovo' }));
    const ids = [...claims.map(({ id }) => id), '01a22a17-0113-7000-8906-448e80adb8d7'];
    const { body } = await technician.post('/claims/steps').send({ step: 'ready', claims: ids }).expect(200);
    expect(body).toMatchObject({
      results: [
        { index: 0, id: ids[0], outcome: 'done' },
        { index: 1, id: ids[1], outcome: 'done' },
        { index: 2, id: ids[2], outcome: 'refused', code: 'CLAIM_STEP_INCOMPLETE' },
        { index: 3, id: ids[3], outcome: 'refused', code: 'CLAIM_NOT_FOUND' },
      ],
    });
    const cancelled = { step: 'cancel', reason: 'A drill.', claims: ids };
    await technician.post('/claims/steps').send(cancelled).expect(200);
    for (const { id } of devices) await here.change(id, { status: 'retired' });
  });

  it('is corrected while it is a draft, and notes what the vendor says afterward', async () => {
    await cover();
    const { id } = await open();
    const change = (etag: string, body: object): PromiseLike<{ status: number; body: object }> =>
      technician.patch(`/claims/${id}`).set('If-Match', etag).send(body);
    expect(await change('"1"', { observed: 'It flickers.', tried: 'Another cable.' })).toMatchObject({
      status: 200,
    });
    expect(await change('"1"', { observed: 'It is dark.' })).toMatchObject({ status: 412 });
    await step(id, { step: 'ready' });
    expect(await change('*', { observed: 'It is dark.' })).toMatchObject({
      status: 409,
      body: { code: 'CLAIM_NOT_DRAFT' },
    });
    expect(await change('*', { trackingOut: '1Z999' })).toMatchObject({ status: 200 });
    await change('*', { rma: 'RMA-1' });
    await change('*', { rma: null });
    expect(await found(id)).toMatchObject({ rma: null, trackingOut: '1Z999' });
    expect(await listed('state=draft,ready')).toMatchObject([{ id }]);
    expect(await listed('state=draft,sent')).toEqual([]);
    await step(id, { step: 'cancel', reason: 'A drill.' });
    expect(await change('*', { trackingOut: '1Z998' })).toMatchObject({
      status: 409,
      body: { code: 'CLAIM_ENDED' },
    });
    expect(await found(id)).toMatchObject({ observed: 'It flickers.', trackingOut: '1Z999' });
  });

  it('is started by a scan, waits where no vendor is known, and is cancelled when the scan is undone', async () => {
    const covered = await here.add();
    await cover({ deviceId: covered.id });
    const bare = await here.find(deviceId);
    const answers = [
      { question: 'category', answer: 'hinge' },
      { question: 'cause', answer: 'defect' },
    ];
    const [good, waiting] = await sendScans(technician, [
      scanOf(covered.assetTag ?? '', 'claim', { site: 'A', answers, note: 'Bent.' }),
      scanOf(bare.assetTag ?? '', 'claim', { site: 'A', answers }),
    ]);
    expect(good).toMatchObject({ outcome: 'applied' });
    expect(waiting).toMatchObject({ outcome: 'conflict', code: 'CLAIM_VENDOR_MISSING' });
    const [claim] = await listed(`device=${covered.id}`);
    expect(claim).toMatchObject({
      category: 'hinge',
      observed: 'Bent.',
      state: 'draft',
      isAccidental: false,
    });
    expect((await here.find(covered.id)).status).toBe('in_repair');
    expect(await listed(`device=${bare.id}`)).toEqual([]);
    expect((await here.find(bare.id)).status).not.toBe('in_repair');

    const undo = scanOf(covered.assetTag ?? '', 'undo', { undoes: good?.id });
    expect(await sendScans(technician, [undo])).toMatchObject([{ outcome: 'applied' }]);
    expect(await found(claim?.id ?? '')).toMatchObject({ state: 'cancelled' });
    expect((await here.find(covered.id)).status).toBe('in_stock');
    await here.change(covered.id, { status: 'retired' });
    expect(await here.differences()).toEqual([]);
  });

  it('is seen and taken on only by those who see its site', async () => {
    await cover();
    const { id } = await open();
    const other = await app.user(here.district, 'technician', { sites: ['B'] });
    const stranger = (await register(app)).admin;
    for (const user of [other, stranger]) {
      await user.get(`/claims/${id}`).expect(404);
      await user.post(`/claims/${id}/steps`).send({ step: 'ready' }).expect(404);
      await user.patch(`/claims/${id}`).set('If-Match', '*').send({ rma: 'x' }).expect(404);
      expect(await listed('', user)).toEqual([]);
    }
    const principal = await app.user(here.district, 'site_staff', { sites: ['A'] });
    expect(await listed('', principal)).toHaveLength(1);
    await principal.post(`/claims/${id}/steps`).send({ step: 'ready' }).expect(403);
  });
});
