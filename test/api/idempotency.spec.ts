import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { type TestApp, testApp, type TestDistrict, type TestUser } from '../support/app.js';

let app: TestApp;
let district: TestDistrict;
let admin: TestUser;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
});

afterAll(() => app.close());

beforeEach(async () => {
  district = await app.district();
  ({ admin } = district);
});

function makeSite(user: TestUser, key: string, code = 'A1'): Promise<Response> {
  return user.post('/sites').set('idempotency-key', key).send({ code, name: 'Alder', type: 'office' }).then();
}

async function sitesOf(user: TestUser): Promise<string[]> {
  const { body } = await user.get('/sites').expect(200);
  return (body as { items: { code: string }[] }).items.map(({ code }) => code);
}

describe('a POST with an Idempotency-Key', () => {
  it('that is sent again gets the first answer again, and is done once', async () => {
    const key = randomUUID();
    const first = await makeSite(admin, key);
    const second = await makeSite(admin, key);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(second.headers['etag']).toBe(first.headers['etag']);
    expect([first.headers['idempotent-replay'], second.headers['idempotent-replay']]).toEqual([
      undefined,
      'true',
    ]);
    expect(await sitesOf(admin)).toEqual(['A1']);
  });

  it('is refused when it is used again for something else', async () => {
    const key = randomUUID();
    await makeSite(admin, key);
    const answer = await makeSite(admin, key, 'B2');
    expect([answer.status, answer.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    const other = await admin.post('/models').set('idempotency-key', key).send({});
    expect(other.status).toBe(422);
    expect(await sitesOf(admin)).toEqual(['A1']);
  });

  it('is done once when ten come at the same moment', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => makeSite(admin, key)));
    const made = answers.filter(({ status, headers }) => status === 201 && !headers['idempotent-replay']);
    expect(made).toHaveLength(1);
    for (const { status, body } of answers) {
      if (status === 201) expect(body).toEqual(made[0]?.body);
      else expect([status, body.code]).toEqual([409, 'REQUEST_UNDER_WAY']);
    }
    expect((await makeSite(admin, key)).body).toEqual(made[0]?.body);
    expect(await sitesOf(admin)).toEqual(['A1']);
  });

  it('is another’s own: the key of one account means nothing to the next', async () => {
    const key = randomUUID();
    const its = await app.user(district, 'its');
    const stranger = (await app.district()).admin;
    const answers = [
      await makeSite(admin, key),
      await makeSite(its, key, 'B2'),
      await makeSite(stranger, key),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await sitesOf(admin)).toEqual(['A1', 'B2']);
  });

  it('may be sent again when it failed: a failure keeps nothing', async () => {
    const key = randomUUID();
    await makeSite(admin, randomUUID());
    const taken = await makeSite(admin, key);
    expect([taken.status, taken.body.code]).toEqual([409, 'SITE_CODE_TAKEN']);
    const other = await makeSite(admin, key, 'B2');
    expect([other.status, other.headers['idempotent-replay']]).toEqual([201, undefined]);
  });

  it.each(['', 'x'.repeat(201)])('is refused with a key of the wrong length (%s)', async (key) => {
    const answer = await makeSite(admin, key);
    expect([answer.status, answer.body.code]).toEqual([400, 'BAD_IDEMPOTENCY_KEY']);
  });

  it('is replayed without its secret: a token is shown once and kept nowhere', async () => {
    const key = randomUUID();
    const ask = (): Promise<Response> =>
      admin.post('/tokens').set('idempotency-key', key).send({ name: 'scanner' }).then();
    const [first, second] = [await ask(), await ask()];
    const { token, ...view } = first.body as { token: string };
    expect(token).toMatch(/^rc_/);
    expect(second.body).toEqual(view);
    const kept = await app.source.query<unknown[]>(`SELECT body::text FROM idempotency_keys WHERE key = $1`, [
      key,
    ]);
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  describe('that brings a file', () => {
    const send = (key: string, code: string, mode = 'rehearse'): Promise<Response> =>
      admin
        .post('/imports')
        .set('idempotency-key', key)
        .field('kind', 'sites')
        .field('mode', mode)
        .attach('file', Buffer.from(`Site code,Name,Type\n${code},Alder,office\n`), 'sites.csv')
        .then();
    const imports = async (): Promise<number> =>
      ((await admin.get('/imports').expect(200)).body as { items: unknown[] }).items.length;

    it('gets the first answer again for the same file, and is done once', async () => {
      const key = randomUUID();
      const [first, second] = [await send(key, 'A1'), await send(key, 'A1')];
      expect([first.status, second.status]).toEqual([202, 202]);
      expect(second.body).toEqual(first.body);
      expect(second.headers['idempotent-replay']).toBe('true');
      expect(await imports()).toBe(1);
    });

    it('is refused for another file, for other fields, and for something else altogether', async () => {
      const key = randomUUID();
      await send(key, 'A1');
      for (const answer of [
        await send(key, 'B2'),
        await send(key, 'A1', 'commit'),
        await makeSite(admin, key),
      ])
        expect([answer.status, answer.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
      expect(await imports()).toBe(1);
    });

    it('is done once when five come at the same moment', async () => {
      const key = randomUUID();
      const answers = await Promise.all(Array.from({ length: 5 }, () => send(key, 'A1')));
      const made = answers.filter(({ status, headers }) => status === 202 && !headers['idempotent-replay']);
      expect(made).toHaveLength(1);
      expect(await imports()).toBe(1);
    });
  });
});
