import { ClaimEscalations } from '../../src/warranty/clocks/claim-escalations.js';
import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import { Outbox } from '../../src/outbox/outbox.service.js';
import { testApp, type TestApp } from '../support/app.js';
import { register, type Register } from '../support/devices.js';
import { SmtpPeer } from '../support/smtp-peer.js';

const DAY_AND_NIGHT = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }));

let smtp: SmtpPeer;
let app: TestApp;
let here: Register;

beforeAll(async () => {
  smtp = await SmtpPeer.start();
  app = await testApp({ ROLE: 'api', SMTP_URL: smtp.url });
});

beforeEach(async () => {
  here = await register(app);
  smtp.letters.length = 0;
});

afterAll(async () => {
  await app.close();
  await smtp.stop();
});

async function vendor(name: string, more: object = {}): Promise<string> {
  const contacts = [1, 2, 3].map((level) => ({
    level,
    name: `Level ${level}`,
    email: `l${level}@${name}.example`,
  }));
  const promises = { acknowledgeWithinHours: 2, resolveWithinHours: 40 };
  const { body } = await here.admin
    .post('/vendors')
    .send({ name, roles: ['depot'], timeZone: 'UTC', hours: DAY_AND_NIGHT, contacts, ...promises, ...more })
    .expect(201);
  return (body as { id: string }).id;
}

/** Claims with a vendor, sent as one. */
async function sent(vendorKey: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const { id: deviceId } = await here.add();
    const claim = { deviceId, vendor: vendorKey, category: 'screen', observed: 'Dark.' };
    ids.push(((await here.admin.post('/claims').send(claim).expect(201)).body as ClaimDetail).id);
  }
  await stepAll(ids, { step: 'ready', acceptWarnings: true });
  await stepAll(ids, { step: 'send', reference: 'SR-1' });
  return ids;
}

async function stepAll(claims: string[], body: object): Promise<void> {
  const answer = await here.admin
    .post('/claims/steps')
    .send({ ...body, claims })
    .expect(200);
  const { results } = answer.body as { results: { outcome: string }[] };
  expect(results.map(({ outcome }) => outcome)).toEqual(claims.map(() => 'done'));
}

const step = async (id: string, body: object): Promise<ClaimDetail> =>
  (await here.admin.post(`/claims/${id}/steps`).send(body).expect(200)).body as ClaimDetail;

const found = async (id: string): Promise<ClaimDetail> =>
  (await here.admin.get(`/claims/${id}`).expect(200)).body as ClaimDetail;

/** As if the claims had been sent so many hours earlier. */
async function hoursPass(hours: number): Promise<void> {
  await app.source.query(
    `UPDATE claims SET clock_from = clock_from - make_interval(secs => $2), escalates_at = escalates_at - make_interval(secs => $2)
      WHERE district_id = $1 AND clock_from IS NOT NULL`,
    [here.district.id, hours * 3_600],
  );
}

const raiseLate = (): Promise<void> => app.get(ClaimEscalations).raiseLate();

async function lettersTo(address: string): Promise<string[]> {
  await app.get(Outbox).sendDue('email');
  return smtp.letters.filter(({ to }) => to.includes(address)).map(({ raw }) => raw);
}

const hoursUntil = (at: Date | null): number =>
  at === null ? NaN : (new Date(at).getTime() - Date.now()) / 3_600_000;

describe('the clock of a claim', () => {
  it('begins when it is sent, and one letter tells the vendor of all that were sent together', async () => {
    await vendor('north');
    const ids = await sent('north', 3);
    const claim = await found(ids[0] ?? '');
    expect(claim).toMatchObject({
      escalationLevel: 1,
      escalations: [{ level: 1, clock: null, writtenTo: ['l1@north.example'] }],
    });
    expect(hoursUntil(claim.escalatesAt)).toBeCloseTo(2, 1);
    const letters = await lettersTo('l1@north.example');
    expect(letters).toHaveLength(1);
    expect(letters[0]).toContain('3 warranty claims');
    for (const id of ids) expect(letters[0]).toContain((await found(id)).number);
  });

  it('raises a claim once at each breach, however many look, and lists all of a vendor in one letter', async () => {
    await Promise.all([vendor('north'), vendor('south')]);
    const north = await sent('north', 12);
    const [south = ''] = await sent('south', 1);
    await raiseLate();
    expect((await found(south)).escalationLevel).toBe(1);
    await hoursPass(2.01);
    await Promise.all(Array.from({ length: 8 }, raiseLate));
    for (const id of [...north, south])
      expect(await found(id)).toMatchObject({
        escalationLevel: 2,
        escalations: [{}, { level: 2, clock: 'acknowledge' }],
      });
    const [letter, ...others] = await lettersTo('l2@north.example');
    expect(others).toEqual([]);
    expect(letter).toContain('12 warranty claims');
    expect(await lettersTo('l2@south.example')).toHaveLength(1);
    // Another half of two hours.
    expect(hoursUntil((await found(south)).escalatesAt)).toBeCloseTo(0.99, 1);
    await hoursPass(1);
    await Promise.all(Array.from({ length: 8 }, raiseLate));
    expect(await found(south)).toMatchObject({ escalationLevel: 3, escalatesAt: null });
    await hoursPass(100);
    await raiseLate();
    expect((await found(south)).escalations).toHaveLength(3);
  });

  it('goes on to the other promise once it is acknowledged, and stands still while the district is waited for', async () => {
    await vendor('north');
    const [id = ''] = await sent('north', 1);
    await hoursPass(1);
    expect(hoursUntil((await step(id, { step: 'acknowledge' })).escalatesAt)).toBeCloseTo(39, 1);
    await hoursPass(10);
    expect((await step(id, { step: 'wait', reason: 'A picture.' })).escalatesAt).toBeNull();
    await hoursPass(500);
    await raiseLate();
    const resumed = await step(id, { step: 'resume' });
    expect(resumed.escalationLevel).toBe(1);
    expect(hoursUntil(resumed.escalatesAt)).toBeCloseTo(29, 1);
    expect((await step(id, { step: 'resolve', outcome: 'repaired' })).escalatesAt).toBeNull();
  });

  it('keeps what has run when the hours of the vendor change', async () => {
    const vendorId = await vendor('north');
    const [id = ''] = await sent('north', 1);
    await hoursPass(1);
    const change = (body: object): PromiseLike<unknown> =>
      here.admin.patch(`/vendors/${vendorId}`).set('If-Match', '*').send(body).expect(200);
    await change({ acknowledgeWithinHours: 3 });
    expect(hoursUntil((await found(id)).escalatesAt)).toBeCloseTo(2, 1);
    await change({ acknowledgeWithinHours: null, resolveWithinHours: null });
    expect((await found(id)).escalatesAt).toBeNull();
    await change({ acknowledgeWithinHours: 2 });
    expect(hoursUntil((await found(id)).escalatesAt)).toBeCloseTo(1, 1);
  });

  it('begins anew when a denied claim is sent again', async () => {
    await vendor('north');
    const [id = ''] = await sent('north', 1);
    await hoursPass(2.5);
    await raiseLate();
    await step(id, { step: 'deny', denialReason: 'wear' });
    expect(await step(id, { step: 'resubmit', reason: 'It is new.' })).toMatchObject({ escalationLevel: 0 });
    const again = await step(id, { step: 'send' });
    expect(again).toMatchObject({
      escalationLevel: 1,
      escalations: [{ level: 1 }, { level: 2 }, { level: 1 }],
    });
    expect(hoursUntil(again.escalatesAt)).toBeCloseTo(2, 1);
  });

  it('is raised by hand with a reason that the vendor reads, up to the highest level', async () => {
    await vendor('north', { contacts: [{ level: 2, name: 'Ann', email: 'ann@north.example' }] });
    const [id = ''] = await sent('north', 1);
    const raise = (reason: string): PromiseLike<{ status: number; body: object }> =>
      here.admin.post(`/claims/${id}/escalation`).send({ reason });
    expect(await raise(' ')).toMatchObject({ status: 400 });
    expect(await raise('A class has no devices.')).toMatchObject({
      status: 200,
      body: { escalationLevel: 2 },
    });
    expect((await lettersTo('ann@north.example'))[0]).toContain('A class has no devices.');
    expect(await raise('Still none.')).toMatchObject({
      body: {
        escalationLevel: 3,
        escalations: [{ writtenTo: [] }, { writtenTo: ['ann@north.example'] }, { writtenTo: [] }],
      },
    });
    expect(await raise('Still none.')).toMatchObject({
      status: 409,
      body: { code: 'CLAIM_AT_HIGHEST_LEVEL' },
    });
    await step(id, { step: 'resolve', outcome: 'credited' });
    expect(await raise('Still none.')).toMatchObject({
      status: 409,
      body: { code: 'CLAIM_NOT_WITH_VENDOR' },
    });
  });

  it('puts the claims in order that the vendor must answer first', async () => {
    await Promise.all([vendor('north'), vendor('slow', { acknowledgeWithinHours: 8 })]);
    const [slow, fast] = [await sent('slow', 1), await sent('north', 1)];
    const { body } = await here.admin.get('/claims?sort=clock').expect(200);
    expect((body as { items: ClaimDetail[] }).items.map(({ id }) => id)).toEqual([...fast, ...slow]);
  });
});
