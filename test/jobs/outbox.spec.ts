import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Transactions } from '../../src/database/transactions.js';
import type { Channel, Letter, Sending } from '../../src/outbox/letter.js';
import type { LetterDetails } from '../../src/outbox/outbox.queries.js';
import { Outbox } from '../../src/outbox/outbox.service.js';
import { type TestApp, testApp, type TestDistrict } from '../support/app.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { ONCE, registerTestLetters, SURE } from '../support/test-letters.js';
import { WorkerProcess } from '../support/worker-process.js';

const DELIVERED: Sending = { outcome: 'delivered', answer: 'thank you' };
const BUSY: Sending = { outcome: 'refused_for_now', answer: 'come back later' };

/** A channel that does what the test says, and remembers each letter that it was given. */
class TestChannel implements Channel {
  readonly atOnce = 1;
  readonly letters: Letter[] = [];
  answer: (letter: Letter) => Promise<Sending> | Sending = () => DELIVERED;

  constructor(readonly name: string) {}

  unavailable(): undefined {
    return undefined;
  }

  async send(letter: Letter, _: unknown, begin: () => Promise<void>): Promise<Sending> {
    await begin();
    this.letters.push(letter);
    return this.answer(letter);
  }
}

let peer: SmtpPeer;
let app: TestApp;
let outbox: Outbox;
let channel: TestChannel;
let here: TestDistrict;
/** Letters of which a sender was told that they failed. */
let failures: string[];
let failed: (letter: Letter) => void;

beforeAll(async () => {
  peer = await SmtpPeer.start();
  app = await testApp({ ROLE: 'api', SMTP_URL: peer.url });
  outbox = app.get(Outbox);
});

beforeEach(async () => {
  peer.letters.length = 0;
  peer.beforeAnswer = () => undefined;
  failures = [];
  failed = ({ id }) => void failures.push(id);
  registerTestLetters(outbox, { failed: async (_, letter) => failed(letter) });
  channel = new TestChannel('test');
  outbox.registerChannel(channel);
  here = await app.district();
});

afterAll(async () => {
  await app.close();
  await peer.stop();
});

/** Puts letters about something new on the way; returns their ids. */
async function add(
  subjectKind: string,
  addresses: string[],
  { by = 'test', district = here, on = app }: { by?: string; district?: { id: string }; on?: TestApp } = {},
): Promise<string[]> {
  const of = { channel: by, subjectKind, subjectId: randomUUID() };
  const letters = await on
    .get(Transactions)
    .run((tx) => on.get(Outbox).addWithin(tx, district.id, of, addresses));
  return letters.map(({ id }) => id);
}

async function addOne(subjectKind: string, by = 'test'): Promise<string> {
  const [id = ''] = await add(subjectKind, [`${subjectKind}-${here.slug}@test.example`], { by });
  return id;
}

async function show(id: string): Promise<LetterDetails> {
  return (await here.admin.get(`/outbox/${id}`).expect(200)).body as LetterDetails;
}

/** The times of letters are minutes away: brings them all that much nearer. */
async function pass(minutes: number): Promise<void> {
  await app.source.query(
    `UPDATE outbox SET next_attempt_at = next_attempt_at - $2::float8 * interval '1 minute',
            lease_until = lease_until - $2::float8 * interval '1 minute' WHERE district_id = $1`,
    [here.id, minutes],
  );
}

const send = (): Promise<void> => outbox.sendDue('test');
const given = (id: string): number => channel.letters.filter((letter) => letter.id === id).length;

describe('a letter', () => {
  it('is sent once, and what the other side answered is kept', async () => {
    const id = await addOne(ONCE);
    await send();
    await send();
    expect(given(id)).toBe(1);
    expect(await show(id)).toMatchObject({
      state: 'sent',
      guarantee: 'at_most_once',
      attempts: 1,
      answer: 'thank you',
      sentAt: expect.any(String),
      history: [{ attempt: 1, outcome: 'delivered', answer: 'thank you' }],
    });
  });

  it('says the same to everybody on its list, and is made once for them', async () => {
    const subjects: string[] = [];
    registerTestLetters(outbox, {
      contents: async (_, subjectId) => {
        subjects.push(subjectId);
        return { subject: '', text: '', attachments: [] };
      },
    });
    const ids = await add(ONCE, ['a@test.example', 'b@test.example', 'c@test.example']);
    await send();
    expect(ids.map(given)).toEqual([1, 1, 1]);
    expect(subjects).toHaveLength(1);
  });

  it('that is refused for now comes again after 1, 5 and 15 minutes, each up to a quarter longer', async () => {
    const id = await addOne(ONCE);
    channel.answer = () => BUSY;
    for (const [i, minutes] of [1, 5, 15].entries()) {
      const before = Date.now();
      await send();
      const { state, attempts, nextAttemptAt } = await show(id);
      expect([state, attempts]).toEqual(['waiting', i + 1]);
      const wait = (new Date(nextAttemptAt ?? 0).getTime() - before) / 60_000;
      expect(wait).toBeGreaterThanOrEqual(minutes);
      expect(wait).toBeLessThan(minutes * 1.25 + 0.5);
      await send();
      expect(given(id)).toBe(i + 1);
      await pass(minutes * 1.25);
    }
    channel.answer = () => DELIVERED;
    await send();
    const { state, history } = await show(id);
    expect(state).toBe('sent');
    expect(history.map(({ outcome }) => outcome)).toEqual([
      'refused_for_now',
      'refused_for_now',
      'refused_for_now',
      'delivered',
    ]);
  });

  it.each([
    [ONCE, 6],
    [SURE, 16],
  ])(
    'has failed when the patience of its sender is over, who hears of it once: %s',
    async (kind, attempts) => {
      const id = await addOne(kind);
      channel.answer = () => BUSY;
      for (let i = 0; i < 20; i++) {
        await send();
        await pass(301);
      }
      expect(given(id)).toBe(attempts);
      expect(await show(id)).toMatchObject({ state: 'failed', attempts, answer: 'come back later' });
      expect(failures).toEqual([id]);
    },
  );

  it('has failed at once where it is refused for good', async () => {
    const id = await addOne(SURE);
    channel.answer = () => ({ outcome: 'refused_for_good', answer: 'no such mailbox' });
    await send();
    expect(await show(id)).toMatchObject({ state: 'failed', attempts: 1 });
    expect(failures).toEqual([id]);
  });

  it('waits where what it says cannot be made, and nothing has left', async () => {
    const id = await addOne(ONCE);
    registerTestLetters(outbox, { contents: () => Promise.reject(new Error('no such batch')) });
    await send();
    expect(given(id)).toBe(0);
    expect(await show(id)).toMatchObject({ state: 'waiting', attempts: 1, answer: 'no such batch' });
  });
});

describe('a letter of which nobody knows whether it arrived', () => {
  beforeEach(() => {
    channel.answer = () => Promise.reject(new Error('the line was cut'));
  });

  it('is not sent again where it must not arrive twice', async () => {
    const id = await addOne(ONCE);
    await send();
    await pass(400);
    await send();
    expect(given(id)).toBe(1);
    expect(await show(id)).toMatchObject({ state: 'unsure', answer: 'the line was cut' });
  });

  it('is sent again, under the same id, where it must not be lost', async () => {
    const id = await addOne(SURE);
    await send();
    expect(await show(id)).toMatchObject({ state: 'waiting', history: [{ outcome: 'unsure' }] });
    channel.answer = () => DELIVERED;
    await pass(2);
    await send();
    expect(given(id)).toBe(2);
    expect((await show(id)).state).toBe('sent');
  });
});

describe('a process that is killed while it sends', () => {
  const messageIds = (): string[] =>
    peer.letters
      .filter(({ to }) => to[0]?.includes(here.slug))
      .map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1] ?? '');

  async function killWhileSending(kind: string): Promise<string> {
    const arrived = new Promise<void>((resolve) => {
      peer.beforeAnswer = () => {
        resolve();
        // The server has the letter, and its answer never comes.
        return new Promise(() => undefined);
      };
    });
    const id = await addOne(kind, 'email');
    const worker = new WorkerProcess(app.database.appUrl, 'sender', { SMTP_URL: peer.url });
    await worker.ready();
    await arrived;
    await worker.killHard();
    peer.beforeAnswer = () => undefined;
    expect((await show(id)).state).toBe('sending');
    await outbox.sendDue('email');
    expect(messageIds()).toHaveLength(1);
    await pass(6);
    return id;
  }

  it('leaves a letter that is sent again with the same Message-ID, where it must not be lost', async () => {
    const id = await killWhileSending(SURE);
    await outbox.sendDue('email');
    await outbox.sendDue('email');
    const ids = messageIds();
    expect(ids).toHaveLength(2);
    expect(ids[0]).toMatch(/^<.+@rollcall>$/);
    expect(ids[1]).toBe(ids[0]);
    const { state, history } = await show(id);
    expect([state, ...history.map(({ outcome }) => outcome)]).toEqual(['sent', 'unsure', 'delivered']);
  });

  it('leaves a letter that is unsure, where it must not arrive twice', async () => {
    const id = await killWhileSending(ONCE);
    await outbox.sendDue('email');
    expect(messageIds()).toHaveLength(1);
    expect(await show(id)).toMatchObject({ state: 'unsure', attempts: 1 });
  });
});

describe('many processes', () => {
  it('that send at once send each letter once', async () => {
    const districts = [here, await app.district(), await app.district()];
    const ids: string[] = [];
    for (const district of districts)
      ids.push(
        ...(await add(
          ONCE,
          Array.from({ length: 40 }, (_, i) => `${i}@test.example`),
          { district },
        )),
      );
    channel.answer = async () => {
      await sleep(2);
      return DELIVERED;
    };
    await Promise.all(Array.from({ length: 50 }, send));
    expect(ids.map(given)).toEqual(ids.map(() => 1));
    const [row] = await app.source.query<{ sent: number; attempts: number }[]>(
      `SELECT count(*)::int AS sent, max(attempts) AS attempts FROM outbox WHERE id = ANY ($1) AND state = 'sent'`,
      [ids],
    );
    expect(row).toEqual({ sent: 120, attempts: 1 });
  });
});

describe('what goes wrong', () => {
  it('in one district does not stop the letters of the others', async () => {
    const districts = [here, await app.district()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const ids: string[] = [];
    for (const district of districts) ids.push(...(await add(ONCE, ['a@test.example'], { district })));
    const [broken] = districts;
    channel.answer = ({ districtId }) =>
      districtId === broken?.id ? { outcome: 'refused_for_good', answer: 'no' } : DELIVERED;
    failed = () => {
      throw new Error('a mistake of the sender');
    };
    await expect(send()).rejects.toThrow('a mistake of the sender');
    expect(ids.map(given)).toEqual([1, 1]);
    const states = await app.source.query<{ state: string }[]>(
      `SELECT state FROM outbox WHERE id = ANY ($1) ORDER BY district_id`,
      [ids],
    );
    expect(states.map(({ state }) => state)).toEqual(['sending', 'sent']);
  });

  it('with one channel does not delay another', async () => {
    const running = await testApp({ ROLE: 'all' });
    try {
      const [dead, live] = [new TestChannel('dead'), new TestChannel('live')];
      dead.answer = () => new Promise(() => undefined);
      registerTestLetters(running.get(Outbox));
      for (const one of [dead, live]) running.get(Outbox).registerChannel(one);
      const district = await running.district();
      await add(ONCE, ['a', 'b'], { by: 'dead', district, on: running });
      for (let i = 0; i < 200 && dead.letters.length === 0; i++) await sleep(50);
      await add(ONCE, ['a', 'b'], { by: 'live', district, on: running });
      for (let i = 0; i < 200 && live.letters.length < 2; i++) await sleep(50);
      expect([dead.letters.length, live.letters.length]).toEqual([1, 2]);
    } finally {
      await running.close();
    }
  });
});

describe('sending again', () => {
  const retry = (id: string) => here.admin.post(`/outbox/${id}/retry`);

  it('makes a new letter to the same address, once, also when fifty ask at the same moment', async () => {
    const id = await addOne(SURE);
    channel.answer = () => ({ outcome: 'refused_for_good', answer: 'no such mailbox' });
    await send();
    channel.answer = () => DELIVERED;
    const answers = await Promise.all(Array.from({ length: 50 }, () => retry(id)));
    const [made, ...others] = answers.filter(({ status }) => status === 202);
    expect(others).toEqual([]);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused.map(({ body }) => (body as { code: string }).code)).toEqual(
      Array.from({ length: 49 }, () => 'LETTER_SENT_AGAIN'),
    );
    const again = made?.body as LetterDetails;
    expect(again).toMatchObject({ state: 'waiting', round: 2, history: [], guarantee: 'at_least_once' });
    await send();
    expect([await show(id), await show(again.id)]).toMatchObject([{ state: 'failed' }, { state: 'sent' }]);
  });

  it('is refused for a letter that waits or has arrived', async () => {
    const id = await addOne(ONCE);
    expect((await retry(id).expect(409)).body).toMatchObject({ code: 'LETTER_NOT_OVER' });
    await send();
    expect((await retry(id).expect(409)).body).toMatchObject({ code: 'LETTER_NOT_OVER' });
  });

  it('is for the office of the district alone', async () => {
    const id = await addOne(ONCE);
    await (await app.district()).admin.post(`/outbox/${id}/retry`).expect(404);
    const lead = await app.user(here, 'lead');
    await lead.post(`/outbox/${id}/retry`).expect(403);
    await lead.get('/outbox').expect(403);
  });
});

describe('the list of letters', () => {
  it('has those of one state, latest first, and of no other district', async () => {
    const [first, second] = [await addOne(ONCE), await addOne(SURE)];
    await add(ONCE, ['a@test.example'], { district: await app.district() });
    const list = async (query: string): Promise<string[]> => {
      const { body } = await here.admin.get(`/outbox${query}`).expect(200);
      return (body as { items: { id: string }[] }).items.map(({ id }) => id);
    };
    expect(await list('')).toEqual([second, first]);
    expect(await list('?state=sent')).toEqual([]);
    await send();
    const later = await addOne(ONCE);
    expect(await list('?state=sent')).toEqual([second, first]);
    expect(await list('?state=waiting')).toEqual([later]);
    await here.admin.get('/outbox?state=lost').expect(400);
  });
});
