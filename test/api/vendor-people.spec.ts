import { setTimeout as sleep } from 'node:timers/promises';
import { Outbox } from '../../src/outbox/outbox.service.js';
import { addVendor, testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { SmtpPeer } from '../support/smtp-peer.js';

const PASSWORD = 'correct horse battery';
const KIM = { email: 'Kim@Depot.example', name: 'Kim Tran' };

let smtp: SmtpPeer;
let app: TestApp;
let district: TestDistrict;
let vendor: string;

beforeAll(async () => {
  smtp = await SmtpPeer.start();
  app = await testApp({
    ROLE: 'api',
    SMTP_URL: smtp.url,
    PUBLIC_URL: 'https://rollcall.example',
  });
});

beforeEach(async () => {
  district = await app.district();
  vendor = await addVendor(app, district.id);
  // What other tests have left.
  await app.get(Outbox).sendDue('email');
  smtp.letters.length = 0;
});

afterAll(async () => {
  await app.close();
  await smtp.stop();
});

const invitations = (): string => `/vendors/${vendor}/invitations`;

async function invite(body: object = KIM): Promise<string> {
  const { body: made } = await district.admin.post(invitations()).send(body).expect(201);
  return (made as { id: string }).id;
}

async function secretOf(id: string): Promise<string> {
  const { body } = await district.admin.post(`${invitations()}/${id}/link`).expect(201);
  return (body as { link: string }).link.replace('https://rollcall.example/invitation/', '');
}

const page = (secret: string): string => `/api/v1/invitations/${secret}`;

const accept = (secret: string, more: object = {}): ReturnType<TestApp['http']['post']> =>
  app.http.post(page(secret)).send({ password: PASSWORD, ...more });

async function cookieOf(email: string): Promise<string> {
  const body = { email, password: PASSWORD, district: district.slug };
  const answer = await app.http.post('/api/v1/session').send(body).expect(204);
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

/** An account at the vendor. */
async function account(): Promise<{ id: string; cookie: string }> {
  const { email } = (await accept(await secretOf(await invite())).expect(201)).body as { email: string };
  const { body } = await district.admin.get(`/vendors/${vendor}/accounts`).expect(200);
  const { id } = (body as { items: { id: string }[] }).items[0] ?? { id: '' };
  return { id, cookie: await cookieOf(email) };
}

describe('an invitation', () => {
  it('is accepted once, with a password of one’s own, and makes an account of that vendor', async () => {
    const id = await invite();
    const secret = await secretOf(id);
    const { body: shown } = await app.http.get(page(secret)).expect(200);
    expect(shown).toMatchObject({
      email: 'kim@depot.example',
      name: 'Kim Tran',
      districtSlug: district.slug,
      expiresAt: expect.any(String),
    });
    await accept(secret, { name: 'Kim T.' }).expect(201);
    const cookie = await cookieOf('kim@depot.example');
    const { body: session } = await app.http.get('/api/v1/session').set('cookie', cookie).expect(200);
    expect(session).toMatchObject({
      role: 'vendor',
      name: 'Kim T.',
      permissions: ['claims:answer'],
      sites: [],
    });
    const { body } = await district.admin.get(invitations()).expect(200);
    expect((body as { items: object[] }).items).toEqual([
      expect.objectContaining({
        id,
        state: 'accepted',
        accountId: (session as { accountId: string }).accountId,
      }),
    ]);
    for (const again of [app.http.get(page(secret)), accept(secret)])
      expect((await again.expect(403)).body.code).toBe('INVITATION_LINK_SPENT');
    expect((await district.admin.post(`${invitations()}/${id}/link`).expect(409)).body.code).toBe(
      'INVITATION_OVER',
    );
  });

  it('comes by email with a link of its own for each letter, and no secret is stored', async () => {
    const id = await invite();
    await app.get(Outbox).sendDue('email');
    await district.admin.post(`${invitations()}/${id}/reminder`).expect(200);
    await app.get(Outbox).sendDue('email');
    const secrets = smtp.letters.map(({ to, raw }) => {
      expect(to).toEqual(['kim@depot.example']);
      const text = raw.replaceAll('=\r\n', '');
      return /https:\/\/rollcall\.example\/invitation\/(rc_[\w-]+)/.exec(text)?.[1] ?? '';
    });
    expect(new Set(secrets).size).toBe(2);
    const links = await app.source.query<object[]>(
      `SELECT * FROM vendor_invitation_links WHERE district_id = $1`,
      [district.id],
    );
    expect(links).toHaveLength(2);
    for (const secret of secrets) {
      expect(JSON.stringify(links)).not.toContain(secret);
      await app.http.get(page(secret)).expect(200);
    }
    await accept(secrets[0] ?? '').expect(201);
    await accept(secrets[1] ?? '').expect(403);
  });

  it('makes one account when fifty accept it at the same moment', async () => {
    const secret = await secretOf(await invite());
    const answers = await Promise.all(Array.from({ length: 50 }, () => accept(secret)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201,
      ...Array(49).fill(403),
    ]);
    expect(await app.source.query(`SELECT 1 FROM accounts WHERE vendor_id = $1`, [vendor])).toHaveLength(1);
  });

  it.each([
    [
      'was withdrawn',
      async (id: string) => district.admin.post(`${invitations()}/${id}/withdrawal`).expect(200),
    ],
    [
      'has expired',
      async (id: string) =>
        app.source.query(`UPDATE vendor_invitations SET expires_at = now() WHERE id = $1`, [id]),
    ],
    [
      'is of a vendor that the district no longer deals with',
      async () => app.source.query(`UPDATE vendors SET is_active = false WHERE id = $1`, [vendor]),
    ],
  ])('does not work once it %s', async (_, end) => {
    const id = await invite();
    const secret = await secretOf(id);
    await end(id);
    await app.http.get(page(secret)).expect(403);
    await accept(secret).expect(403);
    expect(await app.source.query(`SELECT 1 FROM accounts WHERE vendor_id = $1`, [vendor])).toEqual([]);
  });

  it('can be made again after it has ended, and not while it is open', async () => {
    const id = await invite();
    expect((await district.admin.post(invitations()).send(KIM).expect(409)).body.code).toBe(
      'ALREADY_INVITED',
    );
    await app.source.query(`UPDATE vendor_invitations SET expires_at = now() WHERE id = $1`, [id]);
    const second = await invite();
    await district.admin.post(`${invitations()}/${second}/withdrawal`).expect(200);
    await accept(await secretOf(await invite())).expect(201);
    expect((await district.admin.post(invitations()).send(KIM).expect(409)).body.code).toBe(
      'INVITED_ADDRESS_IN_USE',
    );
  });

  it('refuses a short password, and stays good', async () => {
    const secret = await secretOf(await invite());
    const { body } = await accept(secret, { password: 'short' }).expect(400);
    expect(body.errors[0].code).toBe('PASSWORD_TOO_SHORT');
    await accept(secret).expect(201);
  });

  it.each(['guess', 'rc_AAAA'])('says the same of a link that never was: %s', async (secret) => {
    expect((await accept(secret).expect(403)).body.code).toBe('INVITATION_LINK_SPENT');
  });

  it('is not for an inactive vendor', async () => {
    await app.source.query(`UPDATE vendors SET is_active = false WHERE id = $1`, [vendor]);
    expect((await district.admin.post(invitations()).send(KIM).expect(409)).body.code).toBe(
      'VENDOR_INACTIVE',
    );
  });
});

describe('the account of a person at a vendor', () => {
  it('is signed out within five seconds on every process of the server, once it is shut', async () => {
    const other = await testApp({ ROLE: 'api' }, app.database);
    try {
      const { id, cookie } = await account();
      const ask = (one: TestApp): Promise<number> =>
        one.http
          .get('/api/v1/session')
          .set('cookie', cookie)
          .then(({ status }) => status);
      expect([await ask(app), await ask(other)]).toEqual([200, 200]);
      const path = `/vendors/${vendor}/accounts/${id}`;
      await district.admin.patch(path).set('if-match', '*').send({ disabled: true }).expect(200);
      const shutAt = Date.now();
      expect(await ask(app)).toBe(401);
      await sleep(5_000 - (Date.now() - shutAt));
      expect(await ask(other)).toBe(401);
      const signIn = { email: KIM.email, password: PASSWORD, district: district.slug };
      await app.http.post('/api/v1/session').send(signIn).expect(401);
      await district.admin.patch(path).set('if-match', '*').send({ disabled: false }).expect(200);
      await cookieOf(KIM.email);
    } finally {
      await other.close();
    }
  });

  it('is shut by those who deal with vendors, and is not found by way of another vendor', async () => {
    const { id } = await account();
    const technician = await app.user(district, 'technician', { sites: [] });
    const shut = (of: string) =>
      technician.patch(`/vendors/${of}/accounts/${id}`).set('if-match', '*').send({ disabled: true });
    await shut(await addVendor(app, district.id)).expect(404);
    await shut(vendor).expect(200);
    const principal = await app.user(district, 'site_staff');
    await principal.get(`/vendors/${vendor}/accounts`).expect(403);
  });

  it('is made by an invitation only, and keeps its role', async () => {
    const body = { email: 'x@test.example', role: 'vendor' };
    expect((await district.admin.post('/accounts').send(body).expect(400)).body.code).toBe(
      'ACCOUNT_BY_INVITATION',
    );
    const { id } = await account();
    const change = (one: string, role: string) =>
      district.admin.patch(`/accounts/${one}`).set('if-match', '*').send({ role });
    expect((await change(id, 'admin').expect(400)).body.code).toBe('VENDOR_ROLE_FIXED');
    const its = await app.user(district, 'its');
    expect((await change(its.scope.accountId ?? '', 'vendor').expect(400)).body.code).toBe(
      'ACCOUNT_BY_INVITATION',
    );
    await expect(
      app.source.query(`UPDATE accounts SET vendor_id = NULL WHERE id = $1`, [id]),
    ).rejects.toThrow('accounts_vendor_of_role');
    await expect(
      app.source.query(`UPDATE accounts SET vendor_id = $2 WHERE id = $1`, [its.scope.accountId, vendor]),
    ).rejects.toThrow('accounts_vendor_of_role');
  });
});
