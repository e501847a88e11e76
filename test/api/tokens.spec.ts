import type { components } from '../../src/web/api/schema.js';
import { type TestApp, testApp, type TestDistrict, type TestUser } from '../support/app.js';
import { answered, clientOf } from '../support/typed-client.js';

let app: TestApp;
let district: TestDistrict;
let admin: TestUser;
let site: string;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  district = await app.district();
  ({ admin } = district);
  const answer = await admin.post('/sites').send({ code: 'A1', name: 'Alder', type: 'office' }).expect(201);
  site = `/api/v1/sites/${(answer.body as { id: string }).id}`;
});

afterAll(() => app.close());

type NewToken = components['schemas']['NewTokenBody'];

const make = (options: Partial<NewToken> = {}, user = admin) =>
  answered(201, clientOf(app, user).POST('/api/v1/tokens', { body: { name: 'program', ...options } }));

function ask(token: string, path = '/api/v1/session'): ReturnType<typeof app.http.get> {
  return app.http.get(path).set('authorization', `Bearer ${token}`);
}

describe('a token', () => {
  it('is shown once, and stored as a hash alone', async () => {
    const { id, token } = await make();
    const { body } = await admin.get('/tokens').expect(200);
    expect((body as { items: { id: string }[] }).items.map((item) => item.id)).toContain(id);
    expect(JSON.stringify(body)).not.toContain(token);
    const [row] = await app.source.query<unknown[]>(`SELECT t::text FROM api_tokens t WHERE id = $1`, [id]);
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it('ends at its instant, to the second', async () => {
    const { token } = await make({ expiresAt: new Date(Date.now() + 1_500).toISOString() });
    await ask(token).expect(200);
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    await ask(token).expect(401);
  });

  it('ends after a year where nothing is said, and never in the past', async () => {
    const { expiresAt } = await make();
    const days = (Date.parse(expiresAt) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(365);
    const past = { name: 'program', expiresAt: '2020-01-01T00:00:00Z' };
    expect((await admin.post('/tokens').send(past).expect(400)).body.errors[0]).toMatchObject({
      field: 'expiresAt',
      code: 'PAST',
    });
    await admin.post('/tokens').send({ name: 'program', expiresAt: 'soon' }).expect(400);
  });

  it('ends when it is revoked, by its owner alone', async () => {
    const { id, token } = await make();
    await ask(token).expect(200);
    const its = await app.user(district, 'its');
    await its.delete(`/tokens/${id}`).expect(404);
    await ask(token).expect(200);
    await admin.delete(`/tokens/${id}`).expect(204);
    await ask(token).expect(401);
  });

  it('does nothing while its account is disabled', async () => {
    const its = await app.user(district, 'its');
    const { token } = await make({}, its);
    const path = `/accounts/${its.scope.accountId}`;
    await admin.patch(path).set('if-match', '*').send({ disabled: true }).expect(200);
    await ask(token).expect(401);
    await admin.patch(path).set('if-match', '*').send({ disabled: false }).expect(200);
    await ask(token).expect(200);
  });

  it('does no more than its scopes, nor than its account', async () => {
    const { token } = await make({ scopes: ['devices:read', 'sites:read'] });
    await ask(token, '/api/v1/devices').expect(200);
    const answer = await app.http
      .patch(site)
      .set({ authorization: `Bearer ${token}`, 'if-match': '*' })
      .send({ name: 'Birch' })
      .expect(403);
    expect(answer.body.code).toBe('NOT_ALLOWED_FOR_ROLE');
    // Its account may do less than when the token was made.
    const its = await app.user(district, 'its');
    const { token: greedy } = await make({ scopes: ['sites:edit', 'sites:read'] }, its);
    const role = { role: 'site_staff' };
    await admin.patch(`/accounts/${its.scope.accountId}`).set('if-match', '*').send(role).expect(200);
    const { body } = await ask(greedy).expect(200);
    expect((body as { permissions: string[] }).permissions).toEqual(['sites:read']);
  });

  it('is not made with scopes that its account does not have', async () => {
    const technician = await app.user(district, 'technician', { sites: ['A1'] });
    const scopes = ['devices:read', 'accounts:edit'];
    const { body } = await technician.post('/tokens').send({ name: 'program', scopes }).expect(403);
    expect(body).toMatchObject({
      code: 'NOT_ALLOWED_FOR_ROLE',
      detail: expect.stringMatching(/permission accounts:edit\. Leave it out/),
    });
  });

  it('that is limited makes no token that may do more', async () => {
    const { token } = await make({ scopes: ['devices:read'] });
    const again = (scopes?: string[]): ReturnType<typeof app.http.post> =>
      app.http.post('/api/v1/tokens').set('authorization', `Bearer ${token}`).send({ name: 'child', scopes });
    expect((await again(['devices:read', 'accounts:edit']).expect(403)).body.code).toBe(
      'NOT_ALLOWED_FOR_ROLE',
    );
    for (const scopes of [undefined, ['devices:read']])
      expect((await again(scopes).expect(201)).body).toMatchObject({ scopes: ['devices:read'] });
  });

  it('refuses scopes that are not', async () => {
    await admin
      .post('/tokens')
      .send({ name: 'program', scopes: ['everything'] })
      .expect(400);
  });

  it.each(['rc_', 'rc_!!!', `rc_${'A'.repeat(64)}`, 'x'.repeat(5000)])(
    'that is made up opens nothing: %#',
    async (token) => {
      await ask(token).expect(401);
    },
  );
});

describe('an account', () => {
  const body = { email: 'one@test.example', role: 'technician' };

  it('is changed from the version that was read, and from no other', async () => {
    const made = await admin.post('/accounts').send(body).expect(201);
    expect(made.headers['etag']).toBe('"1"');
    const path = `/accounts/${(made.body as { id: string }).id}`;
    await admin.patch(path).send({ name: 'One' }).expect(428);
    const changed = await admin.patch(path).set('if-match', '"1"').send({ name: 'One' }).expect(200);
    expect(changed.headers['etag']).toBe('"2"');
    expect((await admin.patch(path).set('if-match', '"1"').send({ name: 'Two' }).expect(412)).body.code).toBe(
      'STALE_VERSION',
    );
    expect((await admin.get(path).expect(200)).body).toMatchObject({
      name: 'One',
      version: 2,
      email: body.email,
    });
  });

  it('has an address of its own in its district', async () => {
    const answer = await admin
      .post('/accounts')
      .send({ ...body, email: 'ONE@test.example' })
      .expect(409);
    expect(answer.body).toMatchObject({
      code: 'ACCOUNT_EMAIL_TAKEN',
      detail: expect.stringContaining(body.email),
    });
  });

  it('is not given a region that no site is in, and keeps one that it has', async () => {
    const other = await app.district();
    const add = (more: object): ReturnType<TestUser['post']> =>
      other.admin.post('/accounts').send({ email: 'lead@test.example', role: 'lead', ...more });
    const lonely = await add({ regions: ['North'] }).expect(400);
    expect(lonely.body.detail).toContain('Add the region to its sites first.');
    const place = { code: 'N1', name: 'Nutwood', type: 'office', region: 'North' };
    const { body: siteMade } = await other.admin.post('/sites').send(place).expect(201);
    const refused = await add({ regions: ['North', 'Nroth'] }).expect(400);
    expect(refused.body).toMatchObject({
      detail: 'No site of this district is in the region Nroth. Choose one of these: North.',
      errors: [{ field: 'regions', code: 'IS_IN' }],
    });
    const { body: lead } = await add({ regions: ['North'] }).expect(201);
    const change = (regions: string[]): ReturnType<TestUser['patch']> =>
      other.admin
        .patch(`/accounts/${(lead as { id: string }).id}`)
        .set('if-match', '*')
        .send({ regions });
    await change(['Nroth']).expect(400);
    await other.admin
      .patch(`/sites/${(siteMade as { id: string }).id}`)
      .set('if-match', '*')
      .send({ region: 'South' })
      .expect(200);
    await change(['North', 'South']).expect(200);
    await change(['East']).expect(400);
  });

  it('reaches the sites that are named, and names those that are not', async () => {
    const answer = await admin
      .post('/accounts')
      .send({ ...body, email: 'two@test.example', sites: ['a1', 'X9', 'Y8'] });
    expect([answer.status, answer.body.errors]).toEqual([
      400,
      [{ field: 'sites', code: 'UNKNOWN_SITE', detail: 'There is no site with the code X9, Y8.' }],
    ]);
    const made = await admin
      .post('/accounts')
      .send({ ...body, email: 'two@test.example', sites: ['a1'] })
      .expect(201);
    expect(made.body).toMatchObject({ sites: ['A1'] });
  });

  it.each(['', 'eleven char'])('needs a password of twelve characters, not "%s"', async (password) => {
    const answer = await admin
      .post('/accounts')
      .send({ ...body, email: 'three@test.example', password })
      .expect(400);
    expect(answer.body.errors).toEqual([
      expect.objectContaining({ field: 'password', code: 'PASSWORD_TOO_SHORT' }),
    ]);
    await admin
      .post('/accounts')
      .send({ ...body, email: 'three@test.example', password: 'x'.repeat(1001) })
      .expect(400);
  });

  it('is listed a page at a time, without any secret', async () => {
    const first = await admin.get('/accounts?limit=2').expect(200);
    const { items, nextCursor } = first.body as { items: object[]; nextCursor: string };
    expect(items).toHaveLength(2);
    const second = await admin.get(`/accounts?limit=200&cursor=${nextCursor}`).expect(200);
    const { body: all } = await admin.get('/accounts?limit=200').expect(200);
    expect([...items, ...(second.body as { items: object[] }).items]).toEqual(
      (all as { items: object[] }).items,
    );
    expect(JSON.stringify(all)).not.toMatch(/argon2|hash|secret/);
  });
});
