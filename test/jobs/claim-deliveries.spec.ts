import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { programPath } from '../../scripts/test-programs.mjs';
import { attachmentOf } from '../support/mail-parts.js';
import { Outbox } from '../../src/outbox/outbox.service.js';
import type { BatchMade } from '../../src/warranty/batches/batches.service.js';
import { DeliverySchedules } from '../../src/warranty/delivery/delivery-schedules.service.js';
import type { VendorDeliveryView } from '../../src/warranty/delivery/vendor-deliveries.service.js';
import { type TestApp, testApp } from '../support/app.js';
import { type ClaimDesk, claimDesk } from '../support/claim-files.js';
import type { Problem } from '../support/devices.js';
import { VendorServer } from '../support/posted-files.js';
import { SftpPeer } from '../support/sftp-peer.js';
import { SmtpPeer } from '../support/smtp-peer.js';

const PYTHON = programPath('python3');
const SECRET = 'a secret of sixteen and more';

let app: TestApp;
let here: ClaimDesk;
let https: VendorServer;
let sftp: SftpPeer & { hostKey: string };
let smtp: SmtpPeer;
let vendor: { id: string; key: string };

beforeAll(async () => {
  https = await VendorServer.start();
  sftp = await SftpPeer.start();
  smtp = await SmtpPeer.start();
  app = await testApp({ ROLE: 'api', SMTP_URL: smtp.url, DELIVER_TO_PRIVATE_ADDRESSES: 'yes' });
});

beforeEach(async () => {
  https.reset();
  sftp.reset();
  smtp.letters.length = 0;
  smtp.beforeAnswer = () => undefined;
  here = await claimDesk(app);
  vendor = await here.vendor('Acme');
});

afterAll(async () => {
  await app.close();
  await Promise.all([https.stop(), sftp.stop(), smtp.stop()]);
});

async function deliver(
  delivery: object,
  more: object = {},
  status = 200,
): Promise<VendorDeliveryView & Problem> {
  const answer = await here.admin.put(`/vendors/${vendor.id}/delivery`).send({ delivery, ...more });
  if (answer.status !== status) throw new Error(JSON.stringify(answer.body));
  return answer.body as VendorDeliveryView & Problem;
}

const byHttps = (more: object = {}): object => ({
  by: 'https',
  url: https.url,
  certificate: https.authority,
  secret: SECRET,
  ...more,
});
const bySftp = (more: object = {}): object => ({
  by: 'sftp',
  host: '127.0.0.1',
  port: sftp.port,
  username: 'rollcall',
  hostKey: sftp.hostKey,
  password: 'secret',
  ...more,
});

async function batch(): Promise<BatchMade> {
  await here.ready('acme', [{ device: { serialNumber: `S-${Math.random()}` } }]);
  return here.send({ vendor: 'acme' });
}

/** Sends what is due, as the loops of a worker do. */
async function send(): Promise<void> {
  for (const channel of ['https', 'sftp', 'email']) await app.get(Outbox).sendDue(channel);
}

/** The times of a letter lie in minutes: brings them all that much nearer. */
async function pass(minutes: number): Promise<void> {
  await app.source.query(
    `UPDATE outbox SET next_attempt_at = next_attempt_at - make_interval(mins => $2),
            lease_until = lease_until - make_interval(mins => $2) WHERE district_id = $1`,
    [here.district.id, minutes],
  );
}

/** State, and outcomes of the attempts of the latest letter. */
async function outcome(id: string): Promise<string[]> {
  const last = (await here.deliveries(id)).at(-1);
  return [last?.state ?? '', ...(last?.attempts.map((attempt) => attempt.outcome) ?? [])];
}

async function answerOf(id: string): Promise<string> {
  return (await here.deliveries(id)).at(-1)?.attempts.at(-1)?.answer ?? '';
}

describe('a file by HTTPS', () => {
  it('arrives once, signed, and the answer is kept', async () => {
    await deliver(byHttps());
    const made = await batch();
    await send();
    await send();
    const [file, ...others] = https.kept.get(made.id) ?? [];
    expect(others).toEqual([]);
    expect(file?.body.equals(await here.bytes(made.id))).toBe(true);
    expect(file?.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${made.fileName}"`,
      'idempotency-key': made.id,
      'rollcall-batch': '1',
      'rollcall-sha256': made.sha256,
    });
    expect(await here.deliveries(made.id)).toMatchObject([
      {
        channel: 'https',
        address: https.url,
        state: 'sent',
        attempts: [{ answer: 'HTTP 200: {"accepted": true}' }],
      },
    ]);
  });

  (PYTHON ? it : it.skip)(
    'has a signature that Python makes of the secret, the timestamp and the body',
    async () => {
      await deliver(byHttps());
      const made = await batch();
      await send();
      const [file] = https.kept.get(made.id) ?? [];
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
    await deliver(byHttps());
    const made = await batch();
    https.answering = (_file, answer) => void answer.writeHead(status).end('busy');
    await send();
    expect(await outcome(made.id)).toEqual(['waiting', 'refused_for_now']);
    https.reset();
    await send();
    expect(https.requests).toBe(0);
    await pass(2);
    await send();
    expect(await outcome(made.id)).toEqual(['sent', 'refused_for_now', 'delivered']);
    expect(https.kept.get(made.id)).toHaveLength(1);
  });

  it('that the server took before it broke off comes again under the same key', async () => {
    await deliver(byHttps());
    const made = await batch();
    https.answering = (_file, answer, keep) => {
      keep();
      answer.socket?.destroy();
    };
    await send();
    expect(await outcome(made.id)).toEqual(['waiting', 'unsure']);
    https.answering = VendorServer.yesOnce(https.kept);
    await pass(2);
    await send();
    expect(await outcome(made.id)).toEqual(['sent', 'unsure', 'delivered']);
    expect(https.kept.get(made.id)).toHaveLength(1);
  });

  it('is delivered if the answer says yes late, or breaks off after the yes', async () => {
    await deliver(byHttps());
    const late = await batch();
    https.answering = async (_file, answer, keep) => {
      await sleep(300);
      keep();
      answer.writeHead(202, { 'content-length': '1000' });
      answer.write('half of it');
      answer.socket?.destroySoon();
    };
    await send();
    expect(await outcome(late.id)).toEqual(['sent', 'delivered']);
    expect(await answerOf(late.id)).toBe('HTTP 202: half of it [the answer broke off]');
  });

  it('is given up at once where the server says no, and a person is told', async () => {
    await deliver(byHttps());
    const made = await batch();
    https.answering = (_file, answer) => void answer.writeHead(401).end('who are you?');
    await send();
    expect(await outcome(made.id)).toEqual(['failed', 'refused_for_good']);
    expect(await answerOf(made.id)).toBe('HTTP 401: who are you?');
    const told = smtp.letters.find(({ raw }) => raw.includes('did not reach Acme'));
    expect(told?.raw).toContain('who are you?');
    https.reset();
    await here.admin.post(`/claim-batches/${made.id}/deliveries`).expect(202);
    await send();
    expect((await here.deliveries(made.id)).map(({ round, state }) => [round, state])).toEqual([
      [1, 'failed'],
      [2, 'sent'],
    ]);
  });

  it('does not follow the server to another address', async () => {
    await deliver(byHttps());
    const made = await batch();
    https.answering = (_file, answer) => void answer.writeHead(307, { location: `${https.url}/x` }).end();
    await send();
    expect([await outcome(made.id), https.requests]).toEqual([['failed', 'refused_for_good'], 1]);
  });

  it('does not go to a server whose certificate nobody trusts, or that is for another name', async () => {
    await deliver(byHttps({ certificate: null }));
    const made = await batch();
    await send();
    expect(await outcome(made.id)).toEqual(['waiting', 'refused_for_now']);
    expect(await answerOf(made.id)).toMatch(/certificate/);
    const other = await VendorServer.start('192.0.2.1');
    await deliver(byHttps({ url: other.url, certificate: other.authority }));
    const second = await batch();
    await send();
    expect(await answerOf(second.id)).toMatch(/altnames/);
    expect([https.requests, other.requests]).toEqual([0, 0]);
    await other.stop();
  });

  it('is refused where the vendor has changed its address since', async () => {
    await deliver(byHttps());
    const made = await batch();
    await deliver(byHttps({ url: `${https.url}/new` }));
    await send();
    expect([await outcome(made.id), https.requests]).toEqual([['failed', 'refused_for_good'], 0]);
  });

  it('is given up after two days, and then a person is told', async () => {
    await deliver(byHttps());
    const made = await batch();
    https.answering = (_file, answer) => void answer.writeHead(500).end();
    for (let attempt = 0; attempt < 16; attempt += 1) {
      await app.get(Outbox).sendDue('https');
      await pass(400);
    }
    const [state, ...outcomes] = await outcome(made.id);
    expect([state, outcomes.length]).toEqual(['failed', 16]);
    await send();
    expect(smtp.letters.filter(({ raw }) => raw.includes('did not reach Acme'))).toHaveLength(1);
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
    const strict = await testApp({ ROLE: 'api' }, app.database);
    try {
      const answer = await strict.http
        .put(`/api/v1/vendors/${vendor.id}/delivery`)
        .set('authorization', `Bearer ${here.admin.token}`)
        .send({ delivery: byHttps({ url }) });
      expect([answer.status, (answer.body as Problem).errors[0]?.code]).toEqual([400, 'PRIVATE_ADDRESS']);
    } finally {
      await strict.close();
    }
  });

  it('gets nothing, also under a name', async () => {
    for (const delivery of [
      byHttps({ url: `https://localhost:${https.port}/x` }),
      byHttps(),
      bySftp({ host: 'localhost' }),
    ]) {
      await deliver(delivery);
      const made = await batch();
      const strict = await testApp({ ROLE: 'api' }, app.database);
      for (const channel of ['https', 'sftp']) await strict.get(Outbox).sendDue(channel);
      await strict.close();
      expect(await outcome(made.id)).toEqual(['failed', 'refused_for_good']);
      expect(await answerOf(made.id)).toContain('private network');
    }
    expect(https.requests).toBe(0);
  });
});

describe('a file by SFTP', () => {
  it('arrives under its own name, and never half', async () => {
    await deliver(bySftp({ folder: 'in/claims' }));
    const made = await batch();
    const seen: string[][] = [];
    sftp.hooks.beforeRename = () => void seen.push(sftp.names);
    await send();
    const path = `in/claims/${made.fileName}`;
    expect(await answerOf(made.id)).toBe(`The server has ${path}, ${made.sizeBytes} bytes.`);
    expect(await outcome(made.id)).toEqual(['sent', 'delivered']);
    expect(seen).toEqual([[]]);
    expect([...sftp.files.keys()]).toEqual([path]);
    expect(sftp.files.get(path)?.equals(await here.bytes(made.id))).toBe(true);
  });

  it('is not sent again to a server that has it, although its yes was lost', async () => {
    await deliver(bySftp());
    const made = await batch();
    sftp.hooks.afterRename = (connection) => {
      connection.end();
      return new Promise(() => undefined);
    };
    await send();
    expect(await outcome(made.id)).toEqual(['waiting', 'unsure']);
    sftp.hooks = {};
    await pass(2);
    await send();
    expect(await outcome(made.id)).toEqual(['sent', 'unsure', 'delivered']);
    expect(await answerOf(made.id)).toContain('already, with the same content');
    expect(sftp.renamed).toEqual([made.fileName]);
  });

  it('comes again after half of it, and overwrites what was left', async () => {
    await deliver(bySftp());
    const made = await batch();
    sftp.hooks.beforeWrite = (connection) => void connection.end();
    await send();
    expect((await outcome(made.id))[0]).toBe('waiting');
    sftp.files.set(`.${made.fileName}.part`, Buffer.alloc(100_000, 'x'));
    sftp.hooks = {};
    await pass(2);
    await send();
    expect((await outcome(made.id))[0]).toBe('sent');
    expect(sftp.files.get(made.fileName)?.equals(await here.bytes(made.id))).toBe(true);
  });

  it('never overwrites another file of the same name', async () => {
    await deliver(bySftp());
    const made = await batch();
    sftp.files.set(made.fileName, Buffer.from('theirs'));
    await send();
    expect(await outcome(made.id)).toEqual(['failed', 'refused_for_good']);
    expect(sftp.files.get(made.fileName)?.toString()).toBe('theirs');
  });

  it('waits where the server says no', async () => {
    await deliver(bySftp());
    const made = await batch();
    sftp.hooks.beforeWrite = () => {
      throw new Error('full');
    };
    await send();
    expect(await outcome(made.id)).toEqual(['waiting', 'refused_for_now']);
    expect(sftp.names).toEqual([]);
  });

  it('does not go to a server with another key, nor with a wrong password', async () => {
    await deliver(bySftp({ hostKey: `SHA256:${'A'.repeat(43)}` }));
    const made = await batch();
    await send();
    expect(await outcome(made.id)).toEqual(['failed', 'refused_for_good']);
    expect(await answerOf(made.id)).toContain(sftp.hostKey);
    await deliver(bySftp({ password: 'wrong' }));
    const second = await batch();
    await send();
    expect(await answerOf(second.id)).toContain('did not let Rollcall in');
  });

  it('waits where nobody answers', async () => {
    await deliver(bySftp({ port: 9 }));
    const made = await batch();
    await send();
    expect(await outcome(made.id)).toEqual(['waiting', 'refused_for_now']);
  });
});

describe('a file by email', () => {
  it('arrives as it is, once for each address', async () => {
    await deliver({ by: 'email', to: ['rma@acme.example', 'copy@acme.example'] });
    const made = await batch();
    await send();
    await send();
    expect(smtp.letters.map(({ to }) => to[0]).toSorted()).toEqual(['copy@acme.example', 'rma@acme.example']);
    for (const { raw } of smtp.letters) {
      const file = attachmentOf(raw);
      expect(file.fileName).toBe(made.fileName);
      expect(file.bytes.equals(await here.bytes(made.id))).toBe(true);
      expect(raw).toContain(made.sha256);
    }
    expect((await here.deliveries(made.id)).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('is never sent twice by itself: who lost the answer asks a person', async () => {
    await deliver({ by: 'email', to: ['rma@acme.example'] });
    const made = await batch();
    await app.source.query(
      `UPDATE outbox SET state = 'sending', attempts = 1, lease_until = now() - interval '1 minute'
        WHERE district_id = $1 AND subject_id = $2`,
      [here.district.id, made.id],
    );
    await send();
    await send();
    expect(await outcome(made.id)).toEqual(['unsure', 'unsure']);
    expect(smtp.letters.map(({ raw }) => raw.includes('may have arrived'))).toEqual([true]);
  });
});

describe('the settings of a delivery', () => {
  it('never show a password, a key or a secret', async () => {
    await deliver(bySftp({ secret: SECRET }));
    const view = await deliver(byHttps({ secret: undefined }));
    expect(view.secrets).toEqual({
      signing: expect.any(String),
      password: expect.any(String),
      privateKey: null,
    });
    expect(view).toMatchObject({ vendor: 'acme', layout: 'general', version: 2 });
    const shown = JSON.stringify([view, (await here.admin.get(`/vendors/${vendor.id}`).expect(200)).body]);
    for (const secret of [SECRET, 'sealed']) expect(shown).not.toContain(secret);
    const rows = await app.source.query<{ sealed: Buffer }[]>(
      `SELECT sealed FROM vendor_secrets WHERE district_id = $1`,
      [here.district.id],
    );
    expect(rows).toHaveLength(2);
    for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toContain(SECRET);
  });

  it('are refused with the place of each mistake', async () => {
    const fieldsOf = async (delivery: object): Promise<string[]> =>
      (await deliver(delivery, {}, 400)).errors.map(({ field, code }) => `${field} ${code}`);
    expect(await fieldsOf({ by: 'sftp', host: 'a' })).toEqual([
      'delivery.username MISSING',
      'delivery.hostKey MISSING',
      'delivery.password MISSING',
    ]);
    expect(await fieldsOf({ by: 'https', url: 'http://a.example' })).toEqual([
      'delivery.secret MISSING',
      'delivery.url NOT_HTTPS',
    ]);
    expect(await fieldsOf({ by: 'email', to: ['a@b.example'], url: 'https://a.example' })).toEqual([
      'delivery.url NOT_OF_WAY',
    ]);
    expect(await fieldsOf(byHttps({ certificate: 'none' }))).toEqual([
      'delivery.certificate NOT_A_CERTIFICATE',
    ]);
  });

  it('come with the vendor, as the rest of it', async () => {
    const { id } = await here.vendor('Mail', {
      delivery: { by: 'email', to: ['a@mail.example'] },
      layout: 'dell-dispatch',
    });
    const { body } = await here.admin.get(`/vendors/${id}/delivery`).expect(200);
    expect(body).toMatchObject({
      layout: 'dell-dispatch',
      delivery: { by: 'email', to: ['a@mail.example'] },
    });
  });

  it('let nothing be sent again to a vendor that downloads, or while it is under way', async () => {
    const made = await batch();
    const nothing = await here.admin.post(`/claim-batches/${made.id}/deliveries`).expect(409);
    expect((nothing.body as Problem).code).toBe('NOTHING_TO_SEND');
    await deliver(byHttps());
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => here.admin.post(`/claim-batches/${made.id}/deliveries`)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, ...Array<number>(9).fill(409)]);
  });
});

describe('the schedule of a vendor', () => {
  const SCHEDULE = { weekdays: [1, 2, 3, 4, 5, 6, 7], at: '16:00' };
  const due = (): Promise<unknown> =>
    app.source.query(
      `UPDATE vendor_deliveries SET next_run_at = now() - interval '1 hour' WHERE district_id = $1`,
      [here.district.id],
    );
  const view = async (): Promise<VendorDeliveryView> =>
    (await here.admin.get(`/vendors/${vendor.id}/delivery`).expect(200)).body as VendorDeliveryView;

  it('sends what is ready, once for each time, however many workers there are', async () => {
    await deliver({ by: 'download' }, { schedule: SCHEDULE });
    await here.ready('acme', [{}, {}]);
    await due();
    await Promise.all(Array.from({ length: 8 }, () => app.get(DeliverySchedules).runDue()));
    const { body } = await here.admin.get('/claim-batches').expect(200);
    expect((body as { items: object[] }).items).toMatchObject([
      { sequence: 1, claimCount: 2, createdByName: null },
    ]);
    expect(await view()).toMatchObject({ ranWith: 'Batch 1 with 2 claims.' });
    expect(new Date((await view()).nextRunAt ?? 0).getTime()).toBeGreaterThan(Date.now());
  });

  it('makes no batch if nothing is ready', async () => {
    await deliver({ by: 'download' }, { schedule: SCHEDULE });
    await due();
    await app.get(DeliverySchedules).runDue();
    expect((await view()).ranWith).toBe('No claim was ready.');
    await here.ready('acme', [{}]);
    expect((await here.send({ vendor: 'acme' })).sequence).toBe(1);
  });
});
