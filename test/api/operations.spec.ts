import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { createApp } from '../../src/app.js';
import { createLog } from '../../src/common/log.js';
import { readSettings } from '../../src/config/settings.js';
import { CuttableLine } from '../support/cuttable-line.js';
import { type TestApp, testApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('the metrics', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp({ ROLE: 'api' });
  });

  afterAll(() => app.close());

  it('time every request by its route, and have no id in any label', async () => {
    const { admin } = await app.district();
    const made = await admin.post('/sites').send({ code: 'A1', name: 'Alder', type: 'office' }).expect(201);
    const { id } = made.body as { id: string };
    await admin.get(`/sites/${id}`).expect(200);
    await admin.get('/nothing/like/this').expect(404);
    const { text, headers } = await app.http.get('/metrics').expect(200);
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(text).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/sites\/:id",status="200"\} 1/,
    );
    expect(text).toMatch(/_bucket\{le="0.015",method="POST",route="\/api\/v1\/sites",status="201"\}/);
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
    for (const word of [id, admin.token, 'like']) expect(text).not.toContain(word);
  });

  it('and health ask nobody who they are', async () => {
    await app.http.get('/health/live').expect(200, { status: 'ok' });
    expect((await app.http.get('/health/ready').expect(200)).body).toMatchObject({ status: 'ok' });
  });

  it('answer with the request id that the caller gave', async () => {
    const answer = await app.http.get('/health/live').set('x-request-id', 'probe-7').expect(200);
    expect(answer.headers['x-request-id']).toBe('probe-7');
    const own = await app.http.get('/health/live').set('x-request-id', 'not harmless\u00e9').expect(200);
    expect(own.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('a process whose database goes away', () => {
  let database: TestDatabase;
  let line: CuttableLine;
  let nest: NestFastifyApplication;
  let http: ReturnType<typeof request>;

  beforeAll(async () => {
    database = await createTestDatabase();
    line = new CuttableLine(new URL(database.appUrl));
    // The worker's own line is tested with the jobs.
    const settings = readSettings({ ROLE: 'api' });
    nest = await createApp(settings, await line.open(), createLog('silent', 'stderr'), { pages: false });
    await nest.listen(0, '127.0.0.1');
    http = request((await nest.getUrl()).replace('[::1]', '127.0.0.1'));
  });

  afterAll(async () => {
    await nest.close();
    await line.cut();
    await database.drop();
  });

  it('is alive but not ready, says so as 503, and is ready again once it is back', async () => {
    await http.get('/health/ready').expect(200);
    await line.cut();
    await http.get('/health/live').expect(200);
    const ready = await http.get('/health/ready').expect(503);
    expect(ready.body).toMatchObject({
      code: 'NOT_READY',
      status: 503,
      requestId: ready.headers['x-request-id'],
    });
    const body = { email: 'a@test.example', password: 'x' };
    for (let n = 0; n < 3; n++) {
      const answer = await http.post('/api/v1/session').send(body).expect(503);
      expect(answer.body.code).toBe('DATABASE_UNAVAILABLE');
      expect(answer.headers['retry-after']).toBe('5');
    }
    await line.open();
    await http.get('/health/ready').expect(200);
    await http.post('/api/v1/session').send(body).expect(401);
  });
});
