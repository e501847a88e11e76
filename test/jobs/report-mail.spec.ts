import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Outbox } from '../../src/outbox/outbox.service.js';
import type { DeliveryView } from '../../src/reports/delivery/report-letters.js';
import type { OutputView } from '../../src/reports/outputs/report-outputs.queries.js';
import { ReportScheduler } from '../../src/reports/delivery/report-scheduler.js';
import { type TestApp, testApp } from '../support/app.js';
import { freshTag, LATITUDE, register, type Register } from '../support/devices.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { WorkerProcess } from '../support/worker-process.js';

let peer: SmtpPeer;
let app: TestApp;
let here: Register;

beforeAll(async () => {
  peer = await SmtpPeer.start();
  // Works on jobs only when told to; letters too.
  app = await testApp({ ROLE: 'api', SMTP_URL: peer.url });
});

beforeEach(async () => {
  peer.letters.length = 0;
  peer.beforeAnswer = () => undefined;
  here = await register(app);
  await here.add({ assetTag: freshTag(), ...LATITUDE, site: 'A' });
});

afterAll(async () => {
  await app.close();
  await peer.stop();
});

/** Letters of other tests go to other boards. */
const board = (): string => `board-${here.district.slug}@test.example`;

async function report(body: object = {}): Promise<string> {
  const { body: made } = await here.admin
    .post('/reports')
    .send({
      name: 'For the board',
      kind: 'counts',
      recipients: [board()],
      formats: ['csv', 'xlsx', 'pdf'],
      ...body,
    })
    .expect(201);
  return (made as { id: string }).id;
}

/** An output that is made and has its letters on the way. */
async function output(reportId: string): Promise<string> {
  const { body } = await here.admin.post(`/reports/${reportId}/outputs`).expect(202);
  const { id, outputId } = body as { id: string; outputId: string };
  await app.work(here.district.id, id);
  expect(await stateOf(outputId)).toBe('made');
  return outputId;
}

async function stateOf(outputId: string): Promise<string> {
  return ((await here.admin.get(`/reports/outputs/${outputId}`).expect(200)).body as OutputView).state;
}

async function deliveries(outputId: string): Promise<DeliveryView[]> {
  const { body } = await here.admin.get(`/reports/outputs/${outputId}/deliveries`).expect(200);
  return (body as { items: DeliveryView[] }).items;
}

const send = (): Promise<void> => app.get(Outbox).sendDue('email');
const ofUs = (): typeof peer.letters => peer.letters.filter(({ to }) => to.includes(board()));

/** The times of a letter lie in minutes: brings them all that much nearer. */
async function pass(minutes: number): Promise<void> {
  await app.source.query(
    `UPDATE outbox SET next_attempt_at = next_attempt_at - make_interval(mins => $2),
            lease_until = lease_until - make_interval(mins => $2) WHERE district_id = $1`,
    [here.district.id, minutes],
  );
}

describe('a report that is sent', () => {
  it('arrives with its files, once, and says when', async () => {
    const id = await output(await report());
    await send();
    await send();
    expect(ofUs()).toHaveLength(1);
    const [{ raw, from } = { raw: '', from: '' }] = ofUs();
    expect(from).toBe('rollcall@localhost');
    for (const text of ['counts-', '.csv', '.xlsx', '.pdf', 'For the board', 'Auto-Submitted'])
      expect(raw).toContain(text);
    expect(await deliveries(id)).toEqual([
      expect.objectContaining({ address: board(), state: 'sent', attempts: 1, round: 1 }),
    ]);
  });

  it('goes to each of its list, with the same files', async () => {
    await output(await report({ recipients: [board(), `copy-of-${board()}`], formats: ['csv'] }));
    await send();
    const files = peer.letters
      .slice(-2)
      .map(({ to, raw }) => [to[0], /\r\n\r\n(77u\/[\w+/=\r\n]+)/.exec(raw)?.[1]]);
    expect(files.map(([to]) => to).toSorted()).toEqual([board(), `copy-of-${board()}`].toSorted());
    expect(files[0]?.[1]).toBeTruthy();
    expect(files[0]?.[1]).toBe(files[1]?.[1]);
  });

  it('waits and comes again where the server is busy, and arrives once', async () => {
    const id = await output(await report());
    peer.beforeAnswer = () => {
      peer.letters.pop();
      throw Object.assign(new Error('greylisted'), { responseCode: 451 });
    };
    await send();
    expect(await deliveries(id)).toEqual([
      expect.objectContaining({
        state: 'waiting',
        attempts: 1,
        answer: expect.stringContaining('greylisted'),
      }),
    ]);
    peer.beforeAnswer = () => undefined;
    await send();
    expect(ofUs()).toHaveLength(0);
    await pass(2);
    await send();
    expect(ofUs()).toHaveLength(1);
    expect((await deliveries(id))[0]?.state).toBe('sent');
  });

  it('has failed where the server will not have it', async () => {
    const id = await output(await report());
    peer.beforeAnswer = () => {
      throw Object.assign(new Error('no such mailbox'), { responseCode: 550 });
    };
    await send();
    const [letter] = await deliveries(id);
    expect(letter).toMatchObject({ state: 'failed', answer: expect.stringContaining('no such mailbox') });
  });

  it('waits where there is nobody at the address of the server', async () => {
    const id = await output(await report());
    const gone = await testApp({ ROLE: 'api', SMTP_URL: 'smtp://127.0.0.1:9' }, app.database);
    await gone.get(Outbox).sendDue('email');
    await gone.close();
    expect((await deliveries(id))[0]).toMatchObject({ state: 'waiting', attempts: 1 });
    await pass(2);
    await send();
    expect(ofUs()).toHaveLength(1);
  });

  it('waits in the app where there is no mail server', async () => {
    const without = await testApp({ ROLE: 'api' }, app.database);
    const reportId = await report();
    const { body } = await here.admin.post(`/reports/${reportId}/outputs`).expect(202);
    const { id, outputId } = body as { id: string; outputId: string };
    await without.work(here.district.id, id);
    await without.close();
    await send();
    expect(ofUs()).toHaveLength(0);
    expect((await deliveries(outputId))[0]).toMatchObject({
      state: 'kept',
      answer: expect.stringContaining('SMTP_URL'),
    });
    await here.admin
      .post(`/reports/outputs/${outputId}/deliveries`)
      .send({ recipients: [board()] })
      .expect(202);
    await send();
    expect(ofUs()).toHaveLength(1);
    expect((await deliveries(outputId)).map(({ round, state }) => [round, state])).toEqual([
      [1, 'kept'],
      [2, 'sent'],
    ]);
  });
});

describe('a worker that is killed', () => {
  it('between sending and recording has sent once: nobody sends it again, and it is said to be unsure', async () => {
    const id = await output(await report());
    const arrived = new Promise<void>((resolve) => {
      peer.beforeAnswer = () => {
        resolve();
        // The server has the letter, and its answer never comes.
        return new Promise(() => undefined);
      };
    });
    const worker = new WorkerProcess(app.database.appUrl, 'sender', { SMTP_URL: peer.url });
    await worker.ready();
    await arrived;
    await worker.killHard();
    expect((await deliveries(id))[0]?.state).toBe('sending');
    peer.beforeAnswer = () => undefined;
    await send();
    expect(ofUs()).toHaveLength(1);
    await pass(6);
    await send();
    await send();
    expect(ofUs()).toHaveLength(1);
    expect((await deliveries(id))[0]).toMatchObject({ state: 'unsure', attempts: 1 });
  });

  it('before the content has sent nothing: another sends it', async () => {
    const id = await output(await report());
    await app.source.query(
      `UPDATE outbox SET state = 'taken', attempts = 1, lease_until = now() + interval '5 minutes'
        WHERE district_id = $1 AND subject_kind = 'report' AND subject_id = $2`,
      [here.district.id, id],
    );
    await send();
    expect(ofUs()).toHaveLength(0);
    await pass(6);
    await send();
    expect(ofUs()).toHaveLength(1);
    expect((await deliveries(id))[0]).toMatchObject({ state: 'sent', attempts: 2 });
  });
});

describe('a report on a schedule', () => {
  async function due(reportId: string): Promise<void> {
    await app.source.query(
      `UPDATE saved_reports SET next_run_at = now() - interval '3 days' WHERE district_id = $1 AND id = $2`,
      [here.district.id, reportId],
    );
  }

  it('is made once, however many look, and then not before its next time', async () => {
    const reportId = await report({ schedule: { every: 'day', at: '06:00' } });
    const scheduler = app.get(ReportScheduler);
    expect(await scheduler.makeDue()).toBe(0);
    await due(reportId);
    const made = await Promise.all(Array.from({ length: 8 }, () => scheduler.makeDue()));
    expect(made.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect(await scheduler.makeDue()).toBe(0);
    const { body } = await here.admin.get(`/reports/${reportId}/outputs`).expect(200);
    expect((body as { items: OutputView[] }).items).toHaveLength(1);
    const { body: saved } = await here.admin.get(`/reports/${reportId}`).expect(200);
    const wait = new Date((saved as { nextRunAt: string }).nextRunAt).getTime() - Date.now();
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(25 * 3_600_000);
  });

  it('stays due when something else of it is changed', async () => {
    const reportId = await report({ schedule: { every: 'day', at: '06:00' } });
    await due(reportId);
    await here.admin.patch(`/reports/${reportId}`).set('if-match', '*').send({ name: 'Renamed' }).expect(200);
    expect(await app.get(ReportScheduler).makeDue()).toBe(1);
    await due(reportId);
    await here.admin.patch(`/reports/${reportId}`).set('if-match', '*').send({ schedule: null }).expect(200);
    expect(await app.get(ReportScheduler).makeDue()).toBe(0);
  });

  it('is made and sent by a worker, without anybody asking', async () => {
    const reportId = await report({ schedule: { every: 'month', day: 1, at: '06:00' } });
    await due(reportId);
    const REDIS_URL = process.env['TEST_REDIS_URL'];
    const worker = new WorkerProcess(app.database.appUrl, 'sender', { SMTP_URL: peer.url, REDIS_URL });
    await worker.ready();
    for (let i = 0; i < 300 && ofUs().length === 0; i++) await sleep(100);
    await worker.stop();
    expect(ofUs()).toHaveLength(1);
  });

  it('has failed, and says why, once its owner may not sign in any more', async () => {
    const leader = await app.user(here.district, 'its');
    const { body } = await leader.post('/reports').send({ name: 'Mine', kind: 'counts' }).expect(201);
    const reportId = (body as { id: string }).id;
    await app.source.query(`UPDATE accounts SET disabled_at = now() WHERE district_id = $1 AND id = $2`, [
      here.district.id,
      leader.scope.accountId,
    ]);
    const { body: job } = await here.admin.post(`/reports/${reportId}/outputs`).expect(202);
    const { id, outputId } = job as { id: string; outputId: string };
    await app.work(here.district.id, id);
    const { body: found } = await here.admin.get(`/reports/outputs/${outputId}`).expect(200);
    expect(found).toMatchObject({ state: 'failed', problem: expect.stringContaining('account') });
    await here.admin.get(`/reports/outputs/${outputId}/table`).expect(409);
  });
});

describe('a mail server that takes connections and never answers', () => {
  it('holds up no report that is due', async () => {
    const connections: Socket[] = [];
    const dead = createServer((socket) => connections.push(socket)).listen(0, '127.0.0.1');
    await once(dead, 'listening');
    const { port } = dead.address() as AddressInfo;
    const stuck = await testApp({ ROLE: 'all', SMTP_URL: `smtp://127.0.0.1:${port}` });
    try {
      const there = await register(stuck);
      const saved = { name: 'Stuck', kind: 'counts', recipients: ['board@test.example'], formats: ['csv'] };
      const schedule = { every: 'month', day: 1, at: '06:00' };
      const { body } = await there.admin
        .post('/reports')
        .send({ ...saved, schedule })
        .expect(201);
      const { id } = body as { id: string };
      await there.admin.post(`/reports/${id}/outputs`).expect(202);
      for (let i = 0; i < 150 && connections.length === 0; i++) await sleep(100);
      expect(connections).toHaveLength(1);
      await stuck.source.query(`UPDATE saved_reports SET next_run_at = now() WHERE id = $1`, [id]);
      const made = async (): Promise<OutputView[]> =>
        (
          (await there.admin.get(`/reports/${id}/outputs`).expect(200)).body as { items: OutputView[] }
        ).items.filter(({ dueAt, state }) => dueAt !== null && state === 'made');
      // Well within the thirty seconds for which a letter waits for the server's greeting.
      for (let i = 0; i < 120 && (await made()).length === 0; i++) await sleep(100);
      expect(await made()).toHaveLength(1);
      expect(connections).toHaveLength(1);
    } finally {
      for (const socket of connections) socket.destroy();
      dead.close();
      await stuck.close();
    }
  });
});
