import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import type { DeviceCoverage } from '../../src/warranty/coverages/coverages.queries.js';
import { Clock } from '../../src/common/time/clock.js';
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
  for (const name of ['Lenovo', 'Valley Depot'])
    await here.admin
      .post('/vendors')
      .send({ name, roles: ['depot'], contacts: [{ level: 1, name: 'Ann', email: 'ann@vendor.example' }] })
      .expect(201);
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
  deviceId = (await here.add()).id;
});

afterAll(() => app.close());

const LASTS = { startsOn: daysAgo(400), endsOn: daysAgo(-400) };

const cover = (more: object = {}): PromiseLike<unknown> =>
  here.admin
    .post('/coverages')
    .send({ vendor: 'lenovo', kind: 'manufacturer', ...LASTS, deviceId, ...more })
    .expect(201);

const SCREEN = { category: 'screen', observed: 'The screen stays dark.' };

async function open(more: object = {}): Promise<ClaimDetail> {
  return (
    await here.admin
      .post('/claims')
      .send({ ...SCREEN, deviceId, ...more })
      .expect(201)
  ).body as ClaimDetail;
}

async function step(id: string, body: object, status = 200): Promise<ClaimDetail & { code: string }> {
  const answer = await here.admin.post(`/claims/${id}/steps`).send(body).expect(status);
  return answer.body as ClaimDetail & { code: string };
}

async function send(claim: ClaimDetail): Promise<void> {
  await step(claim.id, { step: 'ready', acceptWarnings: true });
  await step(claim.id, { step: 'send', reference: 'SR-1' });
}

const codes = ({ warnings }: ClaimDetail): string[] => warnings.map(({ code }) => code);

describe('the incidents of a coverage', () => {
  it('are not used by a claim that was denied, also once it is closed', async () => {
    await cover({ incidentsAYear: 1 });
    const claim = await open();
    await send(claim);
    await step(claim.id, { step: 'deny', denialReason: 'wear' });
    await step(claim.id, { step: 'close' });
    expect(codes(await open())).toEqual([]);
  });

  it('are the same, however many say that there is the coverage', async () => {
    await cover({ incidentsInTotal: 1 });
    await app.source.query(
      `INSERT INTO coverages (district_id, id, device_id, vendor_id, kind, starts_on, ends_on, incidents_in_total, source,
                              source_id, source_at)
       SELECT district_id, gen_random_uuid(), device_id, vendor_id, kind, starts_on, ends_on, 1, 'file',
              gen_random_uuid(), now() FROM coverages WHERE device_id = $1`,
      [deviceId],
    );
    await open();
    expect(codes(await open({ category: 'hinge' }))).toEqual(['INCIDENTS_USED_UP']);
  });
});

describe('a claim', () => {
  it.each(['retired', 'disposed'])('is not opened for a device that is %s', async (status) => {
    await here.change(deviceId, { status: 'retired' });
    if (status === 'disposed')
      await app.source.query(
        `UPDATE devices SET status = 'disposed', disposal_route = 'recycle' WHERE id = $1`,
        [deviceId],
      );
    const { body } = await here.admin
      .post('/claims')
      .send({ ...SCREEN, deviceId, vendor: 'lenovo' })
      .expect(409);
    expect(body).toMatchObject({ code: 'CLAIM_DEVICE_GONE' });
  });

  it('goes with its device to another site, and is ended there', async () => {
    await cover();
    const { id } = await open({ staysInUse: true });
    await here.change(deviceId, { site: 'B' });
    await technician.get(`/claims/${id}`).expect(404);
    await technician.post(`/claims/${id}/steps`).send({ step: 'ready' }).expect(404);
    const there = await app.user(here.district, 'technician', { sites: ['B'] });
    expect((await there.get(`/claims/${id}`).expect(200)).body).toMatchObject({ site: 'B' });
    await there.patch(`/claims/${id}`).set('If-Match', '*').send({ tried: 'A reset.' }).expect(200);
    await there.post(`/claims/${id}/steps`).send({ step: 'cancel', reason: 'It works.' }).expect(200);
  });

  it('says that only another vendor covers the device', async () => {
    await cover();
    expect(codes(await open({ vendor: 'valley-depot' }))).toEqual(['NO_COVERAGE_OF_VENDOR']);
  });

  it('refuses what only another step can say, and empties a reference that is null', async () => {
    await cover();
    const claim = await open();
    expect((await step(claim.id, { step: 'ready', outcome: 'repaired' }, 400)).code).toBe('CLAIM_STEP_FIELD');
    expect((await step(claim.id, { step: 'cancel', reason: 'x', acceptWarnings: true }, 400)).code).toBe(
      'CLAIM_STEP_FIELD',
    );
    // There was nothing to accept.
    expect(await step(claim.id, { step: 'ready', acceptWarnings: true })).toMatchObject({
      warningsAcceptedAt: null,
    });
    await step(claim.id, { step: 'send', reference: 'SR-1' });
    expect(await step(claim.id, { step: 'acknowledge', reference: null })).toMatchObject({ reference: null });
  });

  it('forgets what the vendor said when it is sent again, and its history keeps the round', async () => {
    await cover();
    const claim = await open();
    await send(claim);
    await step(claim.id, { step: 'acknowledge', rma: 'R-1', expectedOn: daysAgo(-3), trackingOut: '1Z' });
    const denied = await step(claim.id, { step: 'deny', denialReason: 'wear' });
    const again = await step(claim.id, { step: 'resubmit', reason: 'It is new.' });
    expect(again).toMatchObject({ rma: null, expectedOn: null, trackingOut: null, reference: 'SR-1' });
    const [row] = await app.source.query<{ details: { sentAt: string; resolveMinutes: number } }[]>(
      `SELECT details FROM steps_taken WHERE subject_id = $1 AND step = 'resubmit'`,
      [claim.id],
    );
    expect(new Date(row?.details.sentAt ?? '')).toEqual(new Date(denied.sentAt ?? ''));
    expect(row?.details.resolveMinutes).toEqual(expect.any(Number));
  });

  it('names no addresses of its vendor to those who have nothing to do with vendors', async () => {
    await cover();
    const claim = await open();
    await send(claim);
    expect((await step(claim.id, { step: 'acknowledge' })).escalations).toMatchObject([
      { writtenTo: ['ann@vendor.example'] },
    ]);
    const principal = await app.user(here.district, 'site_staff', { sites: ['A'] });
    const { body } = await principal.get(`/claims/${claim.id}`).expect(200);
    expect(body).toMatchObject({ escalations: [{ writtenTo: [] }] });
  });

  it('is judged by the day of its scan, not by the day on which that was sent', async () => {
    const { id, assetTag } = await here.add({ status: 'deployed', inServiceOn: daysAgo(400) });
    await cover({ deviceId: id, startsOn: daysAgo(400), endsOn: daysAgo(1) });
    const answers = [
      { question: 'category', answer: 'screen' },
      { question: 'cause', answer: 'defect' },
    ];
    const yesterday = new Date(app.get(Clock).now().getTime() - 86_400_000).toISOString();
    const scan = { ...scanOf(assetTag ?? '', 'claim', { site: 'A', answers }), scannedAt: yesterday };
    expect(await sendScans(technician, [scan])).toMatchObject([{ outcome: 'applied' }]);
    const { body } = await technician.get(`/claims?device=${id}`).expect(200);
    expect((body as { items: ClaimDetail[] }).items.map(codes)).toEqual([[]]);
  });

  it('stays where its scan is undone after a vendor has seen it, also as a draft', async () => {
    await cover();
    const { assetTag } = await here.find(deviceId);
    const answers = [
      { question: 'category', answer: 'screen' },
      { question: 'cause', answer: 'defect' },
    ];
    const scan = scanOf(assetTag ?? '', 'claim', { site: 'A', answers });
    await sendScans(technician, [scan]);
    await step(scan.id, { step: 'ready' });
    await step(scan.id, { step: 'send', reference: 'SR-1' });
    await step(scan.id, { step: 'deny', denialReason: 'wear' });
    await step(scan.id, { step: 'resubmit', reason: 'It is new.' });
    await step(scan.id, { step: 'redraft' });
    const [undone] = await sendScans(technician, [scanOf(assetTag ?? '', 'undo', { undoes: scan.id })]);
    expect(undone).toMatchObject({ outcome: 'refused', detail: expect.stringContaining('has gone on') });
    expect((await technician.get(`/claims/${scan.id}`).expect(200)).body).toMatchObject({ state: 'draft' });
  });
});

describe('a merge of two records', () => {
  it('moves coverages to the survivor, but for those that it has', async () => {
    const survivor = await here.add();
    await cover();
    await cover({ kind: 'battery' });
    await cover({ deviceId: survivor.id });
    await here.admin
      .post(`/devices/${survivor.id}/merge`)
      .set('If-Match', '*')
      .send({ duplicateId: deviceId })
      .expect(200);
    const { body } = await here.admin.get(`/devices/${survivor.id}/coverage`).expect(200);
    expect((body as DeviceCoverage).coverages.map(({ kind }) => kind).toSorted()).toEqual([
      'battery',
      'manufacturer',
    ]);
  });
});

describe('a vendor', () => {
  const promise = { weekday: 1, opens: '08:00', closes: '08:01' };

  it('promises nothing that its hours reach only after years', async () => {
    const { body } = await here.admin
      .post('/vendors')
      .send({ name: 'Seldom', roles: ['depot'], hours: [promise], resolveWithinHours: 8_760 })
      .expect(400);
    expect(body).toMatchObject({ errors: [{ field: 'resolveWithinHours', code: 'PROMISE_TOO_LONG' }] });
  });

  it('leaves its claims alone when something else than its promises changes', async () => {
    const { body } = await here.admin
      .post('/vendors')
      .send({ name: 'Quick', roles: ['depot'], acknowledgeWithinHours: 2 })
      .expect(201);
    const { id } = body as { id: string };
    const claim = await open({ vendor: 'quick' });
    await send(claim);
    const clock = (): PromiseLike<unknown> =>
      app.source.query(`SELECT clock_from, updated_at, version FROM claims WHERE id = $1`, [claim.id]);
    const before = await clock();
    const whole = { acknowledgeWithinHours: 2, notes: 'Call before noon.' };
    await here.admin.patch(`/vendors/${id}`).set('If-Match', '*').send(whole).expect(200);
    expect(await clock()).toEqual(before);
  });

  it('changes its promises while its claims are sent and answered, and nobody is refused', async () => {
    const { body } = await here.admin
      .post('/vendors')
      .send({ name: 'Quick', roles: ['depot'] })
      .expect(201);
    const { id } = body as { id: string };
    const devices = await Promise.all(Array.from({ length: 10 }, () => here.add()));
    const claims = await Promise.all(devices.map((device) => open({ deviceId: device.id, vendor: 'quick' })));
    await Promise.all(claims.map((claim) => step(claim.id, { step: 'ready', acceptWarnings: true })));
    const answers = await Promise.all([
      ...claims.map((claim) =>
        here.admin.post(`/claims/${claim.id}/steps`).send({ step: 'send', reference: 'SR-1' }),
      ),
      ...claims.map((_, i) =>
        here.admin
          .patch(`/vendors/${id}`)
          .set('If-Match', '*')
          .send({ resolveWithinHours: i + 1 }),
      ),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const late = await app.source.query<unknown[]>(
      `SELECT 1 FROM claims WHERE district_id = $1 AND state = 'sent' AND escalates_at IS NULL`,
      [here.district.id],
    );
    expect(late).toEqual([]);
  });
});
