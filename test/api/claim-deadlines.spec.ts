import type { ClaimTermsView } from '../../src/warranty/claims/deadlines/claim-terms.service.js';
import { ClaimReminders } from '../../src/warranty/claims/deadlines/claim-reminders.service.js';
import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import { Outbox } from '../../src/outbox/outbox.service.js';
import { testApp, type TestApp, type TestUser } from '../support/app.js';
import { daysAgo, type Problem, register, type Register } from '../support/devices.js';
import { scanOf, type ScanResultJson, sendScans } from '../support/scans.js';
import { SmtpPeer } from '../support/smtp-peer.js';

let smtp: SmtpPeer;
let app: TestApp;
let here: Register;
let technician: TestUser;
let vendor: string;

const TERMS = { partBackDays: 10, rmaDays: 30, quoteDays: 14, boxSlots: 2 };
const inDays = (days: number): string => daysAgo(-days);

beforeAll(async () => {
  smtp = await SmtpPeer.start();
  app = await testApp({ ROLE: 'api', SMTP_URL: smtp.url });
});

beforeEach(async () => {
  here = await register(app);
  const { body } = await here.admin
    .post('/vendors')
    .send({ name: 'Lenovo', roles: ['manufacturer'] })
    .expect(201);
  vendor = (body as { id: string }).id;
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
  smtp.letters.length = 0;
});

afterAll(async () => {
  await app.close();
  await smtp.stop();
});

const path = (): string => `/vendors/${vendor}/claim-terms`;
const put = async (body: object = TERMS, version = '*', status = 200): Promise<ClaimTermsView & Problem> =>
  (await here.admin.put(path()).set('if-match', version).send(body).expect(status)).body as ClaimTermsView &
    Problem;

async function open(by = technician): Promise<string> {
  const { id: deviceId } = await here.add();
  const { body } = await by
    .post('/claims')
    .send({ deviceId, vendor: 'lenovo', category: 'screen', observed: 'It is dark.' })
    .expect(201);
  return (body as ClaimDetail).id;
}

const step = async (id: string, body: object, by = technician): Promise<ClaimDetail> =>
  (await by.post(`/claims/${id}/steps`).send(body).expect(200)).body as ClaimDetail;

async function sent(by = technician): Promise<string> {
  const id = await open(by);
  await step(id, { step: 'ready', acceptWarnings: true }, by);
  await step(id, { step: 'send', reference: 'SR-1' }, by);
  return id;
}

const change = async (id: string, body: object): Promise<ClaimDetail> =>
  (await technician.patch(`/claims/${id}`).set('if-match', '*').send(body).expect(200)).body as ClaimDetail;

const found = async (id: string): Promise<ClaimDetail> =>
  (await technician.get(`/claims/${id}`).expect(200)).body as ClaimDetail;

const due = async (day: string): Promise<string[]> => {
  const { body } = await technician.get(`/claims?dueBy=${day}&sort=number`).expect(200);
  return (body as { items: ClaimDetail[] }).items.map(({ id }) => id);
};

const remind = (): Promise<void> => app.get(ClaimReminders).remind();

async function emailOf({ scope }: TestUser): Promise<string> {
  const [row] = await app.source.query<{ email: string }[]>(`SELECT email FROM accounts WHERE id = $1`, [
    scope.accountId,
  ]);
  return row?.email ?? '';
}

async function lettersTo(user: TestUser): Promise<string[]> {
  await app.get(Outbox).sendDue('email');
  const address = await emailOf(user);
  return smtp.letters
    .filter(({ to }) => to.includes(address))
    .map(({ raw }) => raw.replaceAll('=\r\n', '').replaceAll('\r\n', '\n'));
}

describe('the terms of a vendor', () => {
  it('are written as a whole, by one after the other', async () => {
    expect((await technician.get(path()).expect(200)).body).toEqual({
      partBackDays: null,
      rmaDays: null,
      quoteDays: null,
      boxSlots: null,
      version: 0,
    });
    expect(await put(TERMS, '"0"')).toEqual({ ...TERMS, version: 1 });
    expect((await put(TERMS, '"0"', 412)).code).toBe('STALE_VERSION');
    expect(await put({ rmaDays: 20 }, '"1"')).toMatchObject({ rmaDays: 20, partBackDays: null, version: 2 });
    await put({ rmaDays: 0 }, '*', 400);
    await technician.put(path()).set('if-match', '*').send(TERMS).expect(403);
  });
});

describe('what the district must do in time', () => {
  beforeEach(() => put());

  it('is counted by the terms of the vendor, from the day on which something came in', async () => {
    const id = await sent();
    expect(await change(id, { rma: 'R-1', costQuotedCents: 9900 })).toMatchObject({
      rmaExpiresOn: inDays(30),
      quoteDueOn: inDays(14),
      dueOn: inDays(14),
    });
    expect(await change(id, { costApprovedCents: 9900 })).toMatchObject({
      quoteDueOn: null,
      dueOn: inDays(30),
    });
    expect(await change(id, { rmaExpiresOn: inDays(5) })).toMatchObject({ dueOn: inDays(5) });
    const resolved = await step(id, { step: 'resolve', outcome: 'part_shipped' });
    expect(resolved).toMatchObject({ partDueOn: inDays(10), dueOn: inDays(10) });
    // The part must go back, also once the claim is closed.
    await step(id, { step: 'close' });
    expect(await due(inDays(9))).toEqual([]);
    expect(await due(inDays(10))).toEqual([id]);
  });

  it('is done once the part is back, or the device is shipped', async () => {
    const [part, rma] = [await sent(), await sent()];
    await step(part, { step: 'resolve', outcome: 'part_shipped' });
    expect(await change(part, { partReturnedOn: daysAgo(0) })).toMatchObject({ dueOn: null });
    const { deviceCode, dueOn } = await change(rma, { rma: 'R-1' });
    expect(dueOn).toBe(inDays(30));
    await sendScans(technician, [scanOf(deviceCode ?? '', 'ship_to_vendor', { site: 'A' })]);
    expect(await due(inDays(99))).toEqual([]);
  });

  it('is not counted for parts of which none must go back', async () => {
    const parts = [
      { number: '5D10', mustReturn: false },
      { description: 'Screws', mustReturn: false },
    ];
    const [one, other] = [await open(), await open()];
    await change(one, { parts });
    await change(other, { parts: [...parts, { description: 'Panel' }] });
    for (const id of [one, other]) {
      await step(id, { step: 'ready', acceptWarnings: true });
      await step(id, { step: 'send', reference: 'SR-1' });
    }
    const shipped = { step: 'resolve', outcome: 'part_shipped' };
    expect(await step(one, shipped)).toMatchObject({ partDueOn: null, dueOn: null });
    expect(await step(other, shipped)).toMatchObject({ partDueOn: inDays(10), dueOn: inDays(10) });
  });

  it('can still be done after the claim was closed, and nothing else of that claim changes', async () => {
    const id = await sent();
    await step(id, { step: 'resolve', outcome: 'part_shipped' });
    await step(id, { step: 'close' });
    expect(await due(inDays(10))).toEqual([id]);
    expect(await change(id, { partDueOn: inDays(20) })).toMatchObject({ dueOn: inDays(20) });
    const { body } = await technician
      .patch(`/claims/${id}`)
      .set('if-match', '*')
      .send({ partReturnedOn: daysAgo(0), tried: 'A reset.' })
      .expect(409);
    expect((body as Problem).code).toBe('CLAIM_ENDED');
    expect(await change(id, { partReturnedOn: daysAgo(0) })).toMatchObject({ state: 'closed', dueOn: null });
    expect(await due(inDays(99))).toEqual([]);
  });

  it('is counted for many claims at once, and forgotten with the round', async () => {
    const ids = [await sent(), await sent()];
    await technician.post('/claims/steps').send({ step: 'acknowledge', rma: 'R-9', claims: ids }).expect(200);
    expect(await due(inDays(30))).toEqual(ids);
    const [first] = ids;
    await step(first ?? '', { step: 'deny', denialReason: 'wear' });
    expect(await step(first ?? '', { step: 'resubmit', reason: 'It is new.' })).toMatchObject({
      rma: null,
      rmaExpiresOn: null,
    });
  });
});

describe('a reminder', () => {
  beforeEach(() => put());

  it('goes to the people of the claim some days ahead and once it is late, however many processes look', async () => {
    const lead = await app.user(here.district, 'lead', { sites: ['A'] });
    const id = await sent();
    await change(id, { rma: 'R-1', rmaExpiresOn: inDays(4) });
    await step(id, { step: 'acknowledge' }, lead);
    await remind();
    expect(await lettersTo(technician)).toEqual([]);
    await change(id, { rmaExpiresOn: inDays(3) });
    await Promise.all(Array.from({ length: 8 }, remind));
    await remind();
    const { number } = await found(id);
    for (const user of [technician, lead]) {
      const [letter, ...others] = await lettersTo(user);
      expect(others).toEqual([]);
      expect(letter).toContain(number);
      expect(letter).toContain(`The return authorization R-1 is good until ${inDays(3)}.`);
      expect(letter).not.toContain('has passed');
    }
    await app.source.query(`UPDATE claims SET rma_expires_on = $2 WHERE id = $1`, [id, daysAgo(1)]);
    await Promise.all(Array.from({ length: 8 }, remind));
    const [, late, ...others] = await lettersTo(technician);
    expect(late).toContain('This day has passed.');
    expect(others).toEqual([]);
  });

  it('is one letter about all claims of a person, in their language', async () => {
    await app.source.query(`UPDATE accounts SET language = 'es' WHERE id = $1`, [technician.scope.accountId]);
    const ids = [await sent(), await sent(), await sent()];
    for (const id of ids) await change(id, { costQuotedCents: 100, quoteDueOn: inDays(1) });
    await remind();
    const [letter, ...others] = await lettersTo(technician);
    expect(others).toEqual([]);
    for (const id of ids) expect(letter).toContain((await found(id)).number);
    expect(letter).toContain('presupuesto de Lenovo');
  });

  it('is not for people who left, for claims that ended, or for what is done', async () => {
    const [done, ended, left] = [await sent(), await sent(), await sent()];
    for (const id of [done, ended, left]) await change(id, { costQuotedCents: 100, quoteDueOn: inDays(1) });
    await change(done, { costApprovedCents: 100 });
    await step(ended, { step: 'cancel', reason: 'It works.' });
    await app.source.query(`UPDATE accounts SET disabled_at = now() WHERE id = $1`, [
      technician.scope.accountId,
    ]);
    await remind();
    expect(await lettersTo(technician)).toEqual([]);
    const rows = await app.source.query<unknown[]>(`SELECT 1 FROM claim_reminders WHERE district_id = $1`, [
      here.district.id,
    ]);
    expect(rows).toEqual([]);
  });

  it('never counts against the vendor', async () => {
    const id = await sent();
    const before = await change(id, { quoteDueOn: daysAgo(3), costQuotedCents: 100 });
    await remind();
    const after = await found(id);
    expect([after.escalationLevel, after.escalatesAt]).toEqual([before.escalationLevel, before.escalatesAt]);
  });
});

describe('a box', () => {
  beforeEach(() => put());

  const ready = async (): Promise<string> => {
    const id = await open();
    return (await step(id, { step: 'ready', acceptWarnings: true })).deviceCode ?? '';
  };
  const ship = (code: string, box: string): object =>
    scanOf(code, 'ship_to_vendor', { site: 'A', answers: [{ question: 'box', answer: box }] });
  const codes = (results: ScanResultJson[]): string[] =>
    results.map(({ outcome, code }) => code ?? outcome).toSorted();

  it('takes as many devices as fit in, also from scans at the same time', async () => {
    const devices = [await ready(), await ready(), await ready(), await ready()];
    const results = await Promise.all(devices.map((code) => sendScans(technician, [ship(code, 'BOX-1')])));
    expect(codes(results.flat())).toEqual(['BOX_FULL', 'BOX_FULL', 'applied', 'applied']);
  });

  it('takes as many devices as fit in from one batch, and a new one when the others came back', async () => {
    const devices = [await ready(), await ready(), await ready()];
    const results = await sendScans(
      technician,
      devices.map((code) => ship(code, 'BOX-1')),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'refused']);
    expect(results[2]?.detail).toContain('BOX-1');
    const works = [{ question: 'works', answer: 'yes' }];
    await sendScans(technician, [
      scanOf(devices[0] ?? '', 'back_from_vendor', { site: 'A', answers: works }),
    ]);
    expect(codes(await sendScans(technician, [ship(devices[2] ?? '', 'BOX-1')]))).toEqual(['applied']);
  });
});
