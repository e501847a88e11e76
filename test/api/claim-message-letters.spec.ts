import { Outbox } from '../../src/outbox/outbox.service.js';
import { testApp, type TestApp, type TestUser } from '../support/app.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { type Dealing, dealing, type SentClaim } from '../support/vendor-claims.js';

let smtp: SmtpPeer;
let app: TestApp;
let here: Dealing;
let worker: TestUser;
let claim: SentClaim;

beforeAll(async () => {
  smtp = await SmtpPeer.start();
  // Works on letters only when told to.
  app = await testApp({ ROLE: 'api', SMTP_URL: smtp.url, PUBLIC_URL: 'https://rollcall.example' });
});

beforeEach(async () => {
  here = await dealing(app, ['acme', 'dell']);
  const contacts = [
    { level: 1, name: 'Ann', email: 'ann@acme.example' },
    { level: 2, name: 'Bo', email: 'bo@acme.example' },
  ];
  await here.admin
    .patch(`/vendors/${here.vendors['acme']}`)
    .set('If-Match', '*')
    .send({ contacts })
    .expect(200);
  worker = await here.worker('acme');
  claim = await here.sent('acme');
  await sendDue();
  smtp.letters.length = 0;
});

afterAll(async () => {
  await app.close();
  await smtp.stop();
});

const sendDue = (): Promise<void> => app.get(Outbox).sendDue('email');

const ask = (text: string): PromiseLike<unknown> =>
  here.admin.post(`/claims/${claim.id}/messages`).send({ text }).expect(201);

const reply = (text: string): PromiseLike<unknown> =>
  worker.post(`/vendor/claims/${claim.id}/messages`).send({ text }).expect(201);

/** Makes every letter so much older. */
async function pass(minutes: number): Promise<void> {
  const shift = `make_interval(mins => ${minutes})`;
  await app.source.query(
    `UPDATE outbox SET next_attempt_at = next_attempt_at - ${shift}, sent_at = sent_at - ${shift}
      WHERE district_id = $1`,
    [here.district.id],
  );
}

async function emailOf({ scope }: TestUser): Promise<string> {
  const [row] = await app.source.query<{ email: string }[]>(`SELECT email FROM accounts WHERE id = $1`, [
    scope.accountId,
  ]);
  return row?.email ?? '';
}

/** What a letter says, without the breaks of its encoding. */
const textOf = (letter: { raw: string } | undefined): string => letter?.raw.replaceAll('=\r\n', '') ?? '';

/** Addresses of the letters that were sent, in order. */
const sentTo = (): string[] => smtp.letters.flatMap(({ to }) => to).toSorted();

describe('a message about a claim', () => {
  it('of the district goes to the vendor’s first contacts and to everybody who signs in there', async () => {
    const shut = await here.worker('acme');
    await app.source.query(`UPDATE accounts SET disabled_at = now() WHERE id = $1`, [shut.scope.accountId]);
    await here.worker('dell');
    await ask('When will it be back?');
    await sendDue();
    expect(sentTo()).toEqual(['ann@acme.example', await emailOf(worker)].toSorted());
    const [letter] = smtp.letters;
    expect(textOf(letter)).toContain(claim.number);
    expect(textOf(letter)).toContain('When will it be back?');
    expect(textOf(letter)).toContain(`https://rollcall.example/desk/claims/${claim.id}`);
  });

  it('of the vendor goes to the contact of the claim and to who works on it', async () => {
    const contact = { name: 'Office', email: 'office@school.example' };
    await here.admin.patch(`/claims/${claim.id}`).set('If-Match', '*').send({ contact }).expect(200);
    await reply('On Friday.');
    await sendDue();
    expect(sentTo()).toEqual(['office@school.example', await emailOf(here.admin)].toSorted());
    expect(textOf(smtp.letters[0])).toContain(`https://rollcall.example/claims/${claim.id}`);
    expect(textOf(smtp.letters[0])).toContain('On Friday.');
  });

  it('comes with others in one letter an hour, and none is left out', async () => {
    await ask('One.');
    await sendDue();
    const first = smtp.letters.length;
    await ask('Two.');
    await ask('Three.');
    await sendDue();
    expect(smtp.letters).toHaveLength(first);
    // The other side has an hour of its own.
    await reply('Four.');
    await sendDue();
    expect(smtp.letters).toHaveLength(first + 1);
    await pass(61);
    await sendDue();
    const [letter] = smtp.letters.slice(first + 1);
    expect(smtp.letters).toHaveLength(2 * first + 1);
    expect(textOf(letter)).toMatch(/Two\.[^]*Three\./);
    expect(textOf(letter)).not.toContain('One.');
    await pass(61);
    await ask('Five.');
    await sendDue();
    expect(smtp.letters).toHaveLength(3 * first + 1);
    expect(textOf(smtp.letters.at(-1))).toContain('Five.');
  });

  it('makes one letter, however many write at the same moment', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => ask(`Message ${i}.`)));
    const [row] = await app.source.query<{ now: number; later: number }[]>(
      `SELECT count(*) FILTER (WHERE next_attempt_at <= now())::int AS now,
              count(*) FILTER (WHERE next_attempt_at > now())::int AS later
         FROM outbox WHERE district_id = $1 AND subject_kind = 'claim_message' AND address = 'ann@acme.example'`,
      [here.district.id],
    );
    expect(row).toEqual({ now: 1, later: 1 });
  });
});
