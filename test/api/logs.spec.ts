import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import request from 'supertest';
import { SetupService } from '../../src/access/accounts/setup.service.js';
import { createApp } from '../../src/app.js';
import { createLog } from '../../src/common/log.js';
import { readSettings } from '../../src/config/settings.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const PASSWORD = 'correct horse battery';
const WRONG = 'wrong horse battery';
const ADMIN = { email: 'admin@test.example', password: PASSWORD };

let database: TestDatabase;
let nest: NestFastifyApplication;
let http: ReturnType<typeof request>;
let said = '';

beforeAll(async () => {
  database = await createTestDatabase();
  const settings = readSettings({ LOG_LEVEL: 'trace', ROLE: 'all' });
  const log = createLog(settings.LOG_LEVEL, { write: (line: string) => void (said += line) });
  nest = await createApp(settings, database.appUrl, log, { pages: false });
  await nest.listen(0, '127.0.0.1');
  http = request((await nest.getUrl()).replace('[::1]', '127.0.0.1'));
});

afterAll(async () => {
  await nest.close();
  await database.drop();
});

/** Makes a statement fail that carries secrets: the table it writes to is gone. */
async function without(table: string, work: () => Promise<unknown>): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`ALTER TABLE ${table} RENAME TO gone`);
  await work();
  await owner.query(`ALTER TABLE gone RENAME TO ${table}`);
  await owner.end();
}

describe('the log at its loudest', () => {
  it('has every request with its id, and no password, token, cookie or set-up link', async () => {
    const secret = (await nest.get(SetupService).offer()) ?? '';
    const setup = `/api/v1/setup/${secret}`;
    await http.get(setup).expect(200);
    const district = { name: 'Test', slug: 'test', timeZone: 'America/Los_Angeles' };
    await http
      .post(setup)
      .send({ district, account: { ...ADMIN, password: 'short' } })
      .expect(400);
    await http.post(setup).send({ district, account: ADMIN }).expect(201);
    await http
      .post('/api/v1/session')
      .send({ ...ADMIN, password: WRONG })
      .expect(401);
    const signedIn = await http.post('/api/v1/session').send(ADMIN).expect(204);
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
    const made = await http
      .post('/api/v1/tokens')
      .set('cookie', cookie)
      .send({ name: 'program' })
      .expect(201);
    const { token } = made.body as { token: string };
    const asProgram = { authorization: `Bearer ${token}`, 'x-request-id': 'told-by-caller' };
    await http.get('/api/v1/session').set(asProgram).expect(200);
    await http
      .post('/api/v1/session')
      .set('content-type', 'application/json')
      .send(`{"password":"${PASSWORD}`)
      .expect(400);
    await without('identities', () => http.post('/api/v1/session').send(ADMIN).expect(500));
    await without('identities', () =>
      http
        .post('/api/v1/accounts')
        .set(asProgram)
        .send({ email: 'second@test.example', role: 'its', password: PASSWORD })
        .expect(500),
    );
    await http.delete('/api/v1/session').set('cookie', cookie).expect(204);

    expect(said).toContain('"requestId":"told-by-caller"');
    expect(said).toContain('"path":"/api/v1/setup/:secret"');
    expect(said).toContain('relation \\"identities\\" does not exist');
    for (const value of [
      PASSWORD,
      WRONG,
      secret,
      token,
      cookie.split('=')[1] ?? '',
      '$argon2id',
      'second@test.example',
    ])
      expect(said.split('\n').filter((line) => line.includes(value))).toEqual([]);
  });
});
