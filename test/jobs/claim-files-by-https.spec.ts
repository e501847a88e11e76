import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { programPath } from '../../scripts/test-programs.mjs';
import { Outbox } from '../../src/outbox/outbox.service.js';
import { testApp } from '../support/app.js';
import { DeliveryDesk, SECRET } from '../support/delivery-desk.js';
import type { Problem } from '../support/devices.js';
import { VendorServer } from '../support/posted-files.js';

const PYTHON = programPath('python3');

let desk: DeliveryDesk;

beforeAll(async () => {
  desk = await DeliveryDesk.open();
});
beforeEach(() => desk.begin());
afterAll(() => desk.close());

describe('a file by HTTPS', () => {
  it('arrives once, signed, and the answer is kept', async () => {
    await desk.deliver(desk.byHttps());
    const made = await desk.batch();
    await desk.send();
    await desk.send();
    const [file, ...others] = desk.https.kept.get(made.id) ?? [];
    expect(others).toEqual([]);
    expect(file?.body.equals(await desk.here.bytes(made.id))).toBe(true);
    expect(file?.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${made.fileName}"`,
      'idempotency-key': made.id,
      'rollcall-batch': '1',
      'rollcall-sha256': made.sha256,
    });
    expect(await desk.here.deliveries(made.id)).toMatchObject([
      {
        channel: 'https',
        address: desk.https.url,
        state: 'sent',
        attempts: [{ answer: 'HTTP 200: {"accepted": true}' }],
      },
    ]);
  });

  (PYTHON ? it : it.skip)(
    'has a signature that Python makes of the secret, the timestamp and the body',
    async () => {
      await desk.deliver(desk.byHttps());
      const made = await desk.batch();
      await desk.send();
      const [file] = desk.https.kept.get(made.id) ?? [];
      const timestamp = String(file?.headers['rollcall-timestamp']);
      expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(60);
      const script = `import sys, hmac
signed = sys.argv[2].encode() + b'.' + sys.stdin.buffer.read()
sys.stdout.write('v1=' + hmac.new(sys.argv[1].encode(), signed, 'sha256').hexdigest())`;
      const args = ['-c', script, SECRET, timestamp];
      const signature = execFileSync(PYTHON ?? '', args, { input: file?.body }).toString();
      expect(file?.headers['rollcall-signature']).toBe(signature);
    },
  );

  it.each([
    ['an error', 503],
    ['"later"', 429],
  ])('comes again after %s', async (_, status) => {
    await desk.deliver(desk.byHttps());
    const made = await desk.batch();
    desk.https.answering = (_file, answer) => void answer.writeHead(status).end('busy');
    await desk.send();
    expect(await desk.outcome(made.id)).toEqual(['waiting', 'refused_for_now']);
    desk.https.reset();
    await desk.send();
    expect(desk.https.requests).toBe(0);
    await desk.pass(2);
    await desk.send();
    expect(await desk.outcome(made.id)).toEqual(['sent', 'refused_for_now', 'delivered']);
    expect(desk.https.kept.get(made.id)).toHaveLength(1);
  });

  it('that the server took before it broke off comes again under the same key', async () => {
    await desk.deliver(desk.byHttps());
    const made = await desk.batch();
    desk.https.answering = (_file, answer, keep) => {
      keep();
      answer.socket?.destroy();
    };
    await desk.send();
    expect(await desk.outcome(made.id)).toEqual(['waiting', 'unsure']);
    desk.https.answering = VendorServer.yesOnce(desk.https.kept);
    await desk.pass(2);
    await desk.send();
    expect(await desk.outcome(made.id)).toEqual(['sent', 'unsure', 'delivered']);
    expect(desk.https.kept.get(made.id)).toHaveLength(1);
  });

  it('is delivered if the answer says yes late, or breaks off after the yes', async () => {
    await desk.deliver(desk.byHttps());
    const late = await desk.batch();
    desk.https.answering = async (_file, answer, keep) => {
      await sleep(300);
      keep();
      answer.writeHead(202, { 'content-length': '1000' });
      answer.write('half of it');
      answer.socket?.destroySoon();
    };
    await desk.send();
    expect(await desk.outcome(late.id)).toEqual(['sent', 'delivered']);
    expect(await desk.answerOf(late.id)).toBe('HTTP 202: half of it [the answer broke off]');
  });

  it('is given up at once where the server says no, and a person is told', async () => {
    await desk.deliver(desk.byHttps());
    const made = await desk.batch();
    desk.https.answering = (_file, answer) => void answer.writeHead(401).end('who are you?');
    await desk.send();
    expect(await desk.outcome(made.id)).toEqual(['failed', 'refused_for_good']);
    expect(await desk.answerOf(made.id)).toBe('HTTP 401: who are you?');
    const told = desk.smtp.letters.find(({ raw }) => raw.includes('did not reach Acme'));
    expect(told?.raw).toContain('who are you?');
    desk.https.reset();
    await desk.here.admin.post(`/claim-batches/${made.id}/deliveries`).expect(202);
    await desk.send();
    expect((await desk.here.deliveries(made.id)).map(({ round, state }) => [round, state])).toEqual([
      [1, 'failed'],
      [2, 'sent'],
    ]);
  });

  it('does not follow the server to another address', async () => {
    await desk.deliver(desk.byHttps());
    const made = await desk.batch();
    desk.https.answering = (_file, answer) =>
      void answer.writeHead(307, { location: `${desk.https.url}/x` }).end();
    await desk.send();
    expect([await desk.outcome(made.id), desk.https.requests]).toEqual([['failed', 'refused_for_good'], 1]);
  });

  it('does not go to a server whose certificate nobody trusts, or that is for another name', async () => {
    await desk.deliver(desk.byHttps({ certificate: null }));
    const made = await desk.batch();
    await desk.send();
    expect(await desk.outcome(made.id)).toEqual(['waiting', 'refused_for_now']);
    expect(await desk.answerOf(made.id)).toMatch(/certificate/);
    const other = await VendorServer.start('192.0.2.1');
    await desk.deliver(desk.byHttps({ url: other.url, certificate: other.authority }));
    const second = await desk.batch();
    await desk.send();
    expect(await desk.answerOf(second.id)).toMatch(/altnames/);
    expect([desk.https.requests, other.requests]).toEqual([0, 0]);
    await other.stop();
  });

  it('is refused where the vendor has changed its address since', async () => {
    await desk.deliver(desk.byHttps());
    const made = await desk.batch();
    await desk.deliver(desk.byHttps({ url: `${desk.https.url}/new` }));
    await desk.send();
    expect([await desk.outcome(made.id), desk.https.requests]).toEqual([['failed', 'refused_for_good'], 0]);
  });

  it('is given up after two days, and then a person is told', async () => {
    await desk.deliver(desk.byHttps());
    const made = await desk.batch();
    desk.https.answering = (_file, answer) => void answer.writeHead(500).end();
    for (let attempt = 0; attempt < 16; attempt += 1) {
      await desk.app.get(Outbox).sendDue('https');
      await desk.pass(400);
    }
    const [state, ...outcomes] = await desk.outcome(made.id);
    expect([state, outcomes.length]).toEqual(['failed', 16]);
    await desk.send();
    expect(desk.smtp.letters.filter(({ raw }) => raw.includes('did not reach Acme'))).toHaveLength(1);
  });
});

describe('an address inside a private network', () => {
  it.each([
    'https://127.0.0.1/x',
    'https://0x7f.1/x',
    'https://[::1]/x',
    'https://[::ffff:10.0.0.1]/x',
    'https://169.254.169.254/latest',
    'https://[64:ff9b::a00:1]/x',
  ])('is refused when somebody enters it: %s', async (url) => {
    const strict = await testApp({ ROLE: 'api' }, desk.app.database);
    try {
      const answer = await strict.http
        .put(`/api/v1/vendors/${desk.vendor.id}/delivery`)
        .set('authorization', `Bearer ${desk.here.admin.token}`)
        .send({ delivery: desk.byHttps({ url }) });
      expect([answer.status, (answer.body as Problem).errors[0]?.code]).toEqual([400, 'PRIVATE_ADDRESS']);
    } finally {
      await strict.close();
    }
  });

  it('gets nothing, also under a name', async () => {
    for (const delivery of [
      desk.byHttps({ url: `https://localhost:${desk.https.port}/x` }),
      desk.byHttps(),
      desk.bySftp({ host: 'localhost' }),
    ]) {
      await desk.deliver(delivery);
      const made = await desk.batch();
      const strict = await testApp({ ROLE: 'api' }, desk.app.database);
      for (const channel of ['https', 'sftp']) await strict.get(Outbox).sendDue(channel);
      await strict.close();
      expect(await desk.outcome(made.id)).toEqual(['failed', 'refused_for_good']);
      expect(await desk.answerOf(made.id)).toContain('private network');
    }
    expect(desk.https.requests).toBe(0);
  });
});
