import { type TestApp, testApp, type TestDistrict } from '../support/app.js';
import { SetupService } from '../../src/access/accounts/setup.service.js';

const PASSWORD = 'correct horse battery';

let app: TestApp;
let district: TestDistrict;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  district = await app.district();
});

afterAll(() => app.close());

let accounts = 0;

/** An account that can sign in, and its address. */
async function withPassword(role = 'technician'): Promise<{ id: string; email: string }> {
  const email = `person-${++accounts}@test.example`;
  const answer = await district.admin.post('/accounts').send({ email, role, password: PASSWORD }).expect(201);
  return answer.body as { id: string; email: string };
}

/** Signs in from a network of its own, so that no test slows down the next. */
function signIn(
  email: string,
  password = PASSWORD,
  network = `10.0.0.${++accounts}`,
): ReturnType<typeof app.http.post> {
  return app.http.post('/api/v1/session').set('x-forwarded-for', network).send({ email, password });
}

async function cookieOf(email: string): Promise<string> {
  const answer = await signIn(email).expect(204);
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

function session(cookie: string): ReturnType<typeof app.http.get> {
  return app.http.get('/api/v1/session').set('cookie', cookie);
}

describe('the set-up link', () => {
  let empty: TestApp;
  const body = (n = 0) => ({
    district: { name: 'Irvine Unified', slug: `irvine${n}`, timeZone: 'America/Los_Angeles' },
    account: { email: 'admin@iusd.example', password: PASSWORD },
  });

  beforeEach(async () => {
    empty = await testApp({ ROLE: 'api' });
  });

  afterEach(() => empty.close());

  async function link(): Promise<string> {
    return `/api/v1/setup/${await empty.get(SetupService).offer()}`;
  }

  it('tells how to use it, makes district and admin, and works once', async () => {
    const path = await link();
    const { body: told } = await empty.http.get(path).expect(200);
    expect(told).toEqual({ next: expect.stringContaining('POST'), example: expect.any(Object) });
    const made = await empty.http
      .post(path)
      .send((told as { example: object }).example)
      .expect(201);
    expect(made.body).toEqual({
      districtId: expect.any(String),
      account: expect.objectContaining({ email: 'you@district.example', role: 'admin' }),
    });
    for (const again of [empty.http.get(path), empty.http.post(path).send(body())])
      expect((await again.expect(403)).body.code).toBe('SETUP_LINK_SPENT');
    expect(await empty.get(SetupService).offer()).toBeUndefined();
    await empty.http
      .post('/api/v1/session')
      .send({ email: 'you@district.example', password: 'at least twelve characters' })
      .expect(204);
  });

  it('stays good after input that cannot be used', async () => {
    const path = await link();
    const wrong = { ...body(), account: { email: 'admin@iusd.example', password: 'short' } };
    expect((await empty.http.post(path).send(wrong).expect(400)).body.errors[0].code).toBe(
      'PASSWORD_TOO_SHORT',
    );
    const nowhere = { ...body(), district: { ...body().district, timeZone: 'local' } };
    expect((await empty.http.post(path).send(nowhere).expect(400)).body.errors[0].code).toBe(
      'UNKNOWN_TIME_ZONE',
    );
    await empty.http.post(path).send(body()).expect(201);
  });

  it('makes one district when ten use it at the same moment', async () => {
    const path = await link();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => empty.http.post(path).send(body(n))),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201,
      ...Array(9).fill(403),
    ]);
    expect(await empty.source.query(`SELECT count(*)::int AS n FROM districts`)).toEqual([{ n: 1 }]);
  });

  it('ends after a day, when a newer one is given, and when a district was made otherwise', async () => {
    const older = await link();
    const path = await link();
    await empty.http.get(older).expect(403);
    await empty.http.get(path).expect(200);
    await empty.source.query(`UPDATE setup_links SET expires_at = now()`);
    await empty.http.post(path).send(body()).expect(403);
    const last = await link();
    await empty.district();
    await empty.http.post(last).send(body()).expect(403);
    await empty.http.get('/api/v1/setup/guess').expect(403);
  });
});

describe('signing in', () => {
  it('sets a cookie that scripts and other sites cannot use', async () => {
    const { email } = await withPassword();
    const answer = await signIn(email.toUpperCase()).expect(204);
    const flags = String(answer.headers['set-cookie']).split('; ');
    expect(flags).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=43200']));
    expect(flags).not.toContain('Secure');
  });

  it('marks the cookie as secure where the register is served so', async () => {
    const secure = await testApp({ ROLE: 'api', PUBLIC_URL: 'https://rollcall.example' });
    try {
      const { admin } = await secure.district();
      const account = { email: 'p@test.example', role: 'its', password: PASSWORD };
      await admin.post('/accounts').send(account).expect(201);
      const answer = await secure.http
        .post('/api/v1/session')
        .send({ email: account.email, password: PASSWORD });
      expect(String(answer.headers['set-cookie'])).toContain('; Secure');
    } finally {
      await secure.close();
    }
  });

  it('says who is signed in, until they sign out, on the server too', async () => {
    const { id, email } = await withPassword();
    const cookie = await cookieOf(email);
    const { body } = await session(cookie).expect(200);
    expect(body).toMatchObject({ accountId: id, role: 'technician', sites: [], timeZone: district.timeZone });
    const out = await app.http.delete('/api/v1/session').set('cookie', cookie).expect(204);
    expect(String(out.headers['set-cookie'])).toMatch(
      /rollcall_session=;.*(Expires=Thu, 01 Jan 1970|Max-Age=0)/,
    );
    await session(cookie).expect(401);
    await app.http.delete('/api/v1/session').set('cookie', cookie).expect(204);
    await app.http.delete('/api/v1/session').expect(204);
  });

  it('does not tell a wrong password from an unknown address', async () => {
    const { email } = await withPassword();
    const { email: disabled, id } = await withPassword();
    await district.admin.patch(`/accounts/${id}`).set('if-match', '*').send({ disabled: true }).expect(200);
    const answers = [
      await signIn(email, 'wrong'),
      await signIn('nobody@test.example', 'wrong'),
      await signIn(disabled),
    ];
    const said = answers.map(({ status, body }) => ({ status, ...body, requestId: '' }));
    expect(said[0]).toMatchObject({ status: 401, code: 'WRONG_CREDENTIALS' });
    expect(said[1]).toEqual(said[0]);
    expect(said[2]).toEqual(said[0]);
    expect(answers[0]?.headers['set-cookie']).toBeUndefined();
  });

  it('slows down after five failures, from wherever they come, and says for how long', async () => {
    const { email } = await withPassword();
    for (let n = 0; n < 5; n++) await signIn(email, 'wrong').expect(401);
    const answer = await signIn(email).expect(429);
    expect(answer.body.code).toBe('TOO_MANY_FAILED_SIGN_INS');
    expect(Number(answer.headers['retry-after'])).toBe(1);
    await app.source.query(`UPDATE sign_in_failures SET failures = 12 WHERE key = $1`, [`email ${email}`]);
    expect(Number((await signIn(email).expect(429)).headers['retry-after'])).toBe(128);
    await app.source.query(`UPDATE sign_in_failures SET failures = 2000000 WHERE key = $1`, [
      `email ${email}`,
    ]);
    expect(Number((await signIn(email).expect(429)).headers['retry-after'])).toBe(900);
    const later = `UPDATE sign_in_failures SET last_failed_at = now() - interval '15 minutes' WHERE key = $1`;
    await app.source.query(later, [`email ${email}`]);
    await signIn(email).expect(204);
    await signIn(email, 'wrong').expect(401);
  });

  it('slows down for an address that nobody has just the same', async () => {
    for (let n = 0; n < 5; n++) await signIn('ghost@test.example', 'wrong').expect(401);
    await signIn('ghost@test.example', 'wrong').expect(429);
  });

  it('judges no more guesses when thirty come at the same moment', async () => {
    const { email } = await withPassword();
    const answers = await Promise.all(Array.from({ length: 30 }, () => signIn(email, 'wrong')));
    const judged = answers.filter(({ status }) => status === 401).length;
    expect(judged).toBeGreaterThanOrEqual(1);
    expect(judged).toBeLessThanOrEqual(6);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(30 - judged);
  });

  it('slows down a machine that tries many accounts, and leaves a school behind one address alone', async () => {
    const network = '10.9.9.9';
    for (let n = 0; n < 20; n++) await signIn(`guess-${n}@test.example`, 'wrong', network).expect(401);
    const { email } = await withPassword();
    await signIn(email, PASSWORD, network).expect(204);
    await app.source.query(`UPDATE sign_in_failures SET failures = 60 WHERE key = $1`, [
      `network ${network}`,
    ]);
    await signIn(email, PASSWORD, network).expect(429);
    await signIn(email).expect(204);
  });

  it('asks which district is meant where an address is in several', async () => {
    const other = await app.district();
    const account = { email: 'both@test.example', role: 'its', password: PASSWORD };
    for (const { admin } of [district, other]) await admin.post('/accounts').send(account).expect(201);
    expect((await signIn(account.email).expect(400)).body.code).toBe('DISTRICT_UNCLEAR');
    const answer = await app.http
      .post('/api/v1/session')
      .send({ ...account, role: undefined, district: other.slug });
    expect(answer.status).toBe(204);
  });
});

describe('one’s own password', () => {
  const change = (cookie: string, currentPassword: string, newPassword = 'another good password') =>
    app.http.put('/api/v1/session/password').set('cookie', cookie).send({ currentPassword, newPassword });

  it('is changed by whoever knows it, and ends all other sessions', async () => {
    const { email } = await withPassword();
    const [here, elsewhere] = [await cookieOf(email), await cookieOf(email)];
    await change(here, PASSWORD).expect(204);
    await session(here).expect(200);
    await session(elsewhere).expect(401);
    await signIn(email).expect(401);
    await signIn(email, 'another good password').expect(204);
  });

  it.each([
    ['a wrong one', 'wrong', 'another good password', 'currentPassword', 'WRONG_PASSWORD'],
    ['one that is too short', PASSWORD, 'short', 'newPassword', 'PASSWORD_TOO_SHORT'],
  ])('stays as it is with %s', async (_, current, next, field, code) => {
    const { email } = await withPassword();
    const cookie = await cookieOf(email);
    const { body } = await change(cookie, current, next).expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ field, code })]);
    await signIn(email).expect(204);
  });

  it('is not guessed in an open session: five wrong ones are enough', async () => {
    const { email } = await withPassword();
    const cookie = await cookieOf(email);
    for (let n = 0; n < 5; n++) await change(cookie, 'wrong').expect(400);
    const { body, headers } = await change(cookie, PASSWORD).expect(429);
    expect(body.code).toBe('TOO_MANY_FAILED_SIGN_INS');
    expect(Number(headers['retry-after'])).toBe(1);
  });

  it('is changed once when four sessions change it at the same moment', async () => {
    const { email } = await withPassword();
    const cookies = await Promise.all(Array.from({ length: 4 }, () => cookieOf(email)));
    const answers = await Promise.all(
      cookies.map((cookie, i) => change(cookie, PASSWORD, `another good password ${i}`)),
    );
    const won = answers.findIndex(({ status }) => status === 204);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 400, 400, 400]);
    const open = await Promise.all(cookies.map((cookie) => session(cookie)));
    expect(open.map(({ status }) => status)).toEqual(cookies.map((_, i) => (i === won ? 200 : 401)));
    await app.source.query(`DELETE FROM sign_in_failures WHERE key = $1`, [`email ${email}`]);
    await signIn(email, `another good password ${won}`).expect(204);
  });

  it('is asked of an account that has none in words', async () => {
    const user = await app.user(district, 'technician');
    const { body } = await user
      .put('/session/password')
      .send({ currentPassword: PASSWORD, newPassword: 'another good password' })
      .expect(400);
    expect(body.errors[0].code).toBe('NO_PASSWORD');
  });
});

describe('a session', () => {
  it('ends after twelve hours', async () => {
    const { id, email } = await withPassword();
    const cookie = await cookieOf(email);
    await app.source.query(`UPDATE sessions SET expires_at = now() WHERE account_id = $1`, [id]);
    await session(cookie).expect(401);
  });

  it.each([{ disabled: true }, { password: 'another password' }])('ends with %j', async (change) => {
    const { id, email } = await withPassword();
    const cookie = await cookieOf(email);
    await session(cookie).expect(200);
    await district.admin.patch(`/accounts/${id}`).set('if-match', '*').send(change).expect(200);
    await session(cookie).expect(401);
  });

  it('has the rights of a new role from the next request on', async () => {
    const { id, email } = await withPassword('site_staff');
    const cookie = await cookieOf(email);
    await app.http.get('/api/v1/people').set('cookie', cookie).expect(403);
    await district.admin.patch(`/accounts/${id}`).set('if-match', '*').send({ role: 'its' }).expect(200);
    await app.http.get('/api/v1/people').set('cookie', cookie).expect(200);
  });
});
