import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import type { Response } from 'supertest';
import { programPath } from '../../scripts/test-programs.mjs';
import type { SignedReplyResult } from '../../src/warranty/replies/signed/signed-replies.service.js';
import { testApp, type TestApp } from '../support/app.js';
import { type Dealing, dealing } from '../support/vendor-claims.js';

const OPENSSL = programPath('openssl');
const PYTHON = programPath('python3');

const SECRET = 'a secret of both sides: ümlaut & spaces';

let app: TestApp;
let here: Dealing;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await dealing(app, ['acme', 'dell']);
  await setSecret('acme', SECRET);
});

afterAll(() => app.close());

async function setSecret(vendor: string, secret: string): Promise<void> {
  await here.its
    .patch(`/vendors/${here.vendors[vendor]}`)
    .set('if-match', '*')
    .send({ delivery: { by: 'download', secret } })
    .expect(200);
}

const now = (): number => Math.floor(Date.now() / 1000);

/** By OpenSSL, which is not our code, where the machine has it. */
function signed(body: string, timestamp: number, secret = SECRET): string {
  if (!OPENSSL) return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
  const hex = Buffer.from(secret).toString('hex');
  const answer = execFileSync(OPENSSL, ['dgst', '-sha256', '-mac', 'HMAC', '-macopt', `hexkey:${hex}`], {
    input: `${timestamp}.${body}`,
  });
  return `v1=${/([0-9a-f]{64})\s*$/.exec(answer.toString())?.[1]}`;
}

interface Sending {
  vendor?: string;
  timestamp?: number;
  secret?: string;
  signature?: string;
  body?: string;
}

function send(replies: object[], more: Sending = {}): Promise<Response> {
  const text = JSON.stringify({ replies });
  const { vendor = 'acme', timestamp = now(), secret, body = text } = more;
  const signature = more.signature ?? signed(text, timestamp, secret);
  return Promise.resolve(
    app.http
      .post('/api/v1/claim-replies')
      .set('content-type', 'application/json')
      .set('rollcall-vendor', `${here.district.slug}/${vendor}`)
      .set('rollcall-timestamp', String(timestamp))
      .set('rollcall-signature', signature)
      .send(body),
  );
}

const outcomesOf = ({ status, body }: Response): string[] => {
  expect(status).toBe(200);
  return (body as { results: SignedReplyResult[] }).results.map(({ outcome, code }) =>
    [outcome, code].filter(Boolean).join(' '),
  );
};

describe('replies that a vendor’s system sends', () => {
  it('are taken when the signature is that of the vendor', async () => {
    const [one, two] = [await here.sent('acme'), await here.sent('acme')];
    const answer = await send([
      {
        claimNumber: one.number,
        state: 'acknowledged',
        reference: 'Ü-1',
        rma: 'R-1',
        expectedOn: '2026-12-24',
      },
      { serialNumber: two.serial, state: 'resolved', outcome: 'repaired', costCents: 1200, note: 'Ñandú' },
      { reference: 'Ü-1', state: 'on the bench' },
      { claimNumber: one.number },
      { claimNumber: 'C-2026-999999', state: 'acknowledged' },
    ]);
    expect(outcomesOf(answer)).toEqual([
      'applied',
      'applied',
      'refused NO_SUCH_CLAIM',
      'refused NOTHING_SAID',
      'refused NO_SUCH_CLAIM',
    ]);
    expect(await here.claim(one.id)).toMatchObject({ state: 'acknowledged', reference: 'Ü-1', rma: 'R-1' });
    expect(await here.claim(two.id)).toMatchObject({ state: 'resolved', costInvoicedCents: 1200 });
    expect(outcomesOf(await send([{ reference: 'Ü-1', state: 'on the bench' }]))).toEqual([
      'waiting UNKNOWN_WORD',
    ]);
    expect((await here.replies(`claim=${two.id}`))[0]).toMatchObject({
      source: 'https',
      receivedByName: null,
    });
  });

  (PYTHON ? it : it.skip)('are taken when Python made the signature', async () => {
    const { id, number } = await here.sent('acme');
    const body = JSON.stringify({ replies: [{ claimNumber: number, state: 'in progress' }] });
    const timestamp = now();
    const script =
      'import hmac,hashlib,sys;print(hmac.new(sys.argv[1].encode(),(sys.argv[2]+"."+sys.argv[3]).encode(),hashlib.sha256).hexdigest())';
    const hex = execFileSync(PYTHON ?? '', ['-c', script, SECRET, String(timestamp), body])
      .toString()
      .trim();
    expect((await send([], { body, timestamp, signature: `v1=${hex}` })).status).toBe(200);
    expect((await here.claim(id)).state).toBe('in_progress');
  });

  it('change nothing when the same request comes again', async () => {
    const { id, number } = await here.sent('acme');
    const timestamp = now();
    const replies = [{ claimNumber: number, state: 'acknowledged' }];
    expect(outcomesOf(await send(replies, { timestamp }))).toEqual(['applied']);
    const before = await here.claim(id);
    expect(outcomesOf(await send(replies, { timestamp }))).toEqual(['repeated']);
    expect(await here.claim(id)).toEqual(before);
  });

  it.each<[string, () => Sending, string]>([
    ['another secret', () => ({ secret: 'another secret of somebody' }), 'SIGNATURE_WRONG'],
    ['a signature of nothing', () => ({ signature: `v1=${'0'.repeat(64)}` }), 'SIGNATURE_WRONG'],
    ['a signature that is none', () => ({ signature: 'v1=abc' }), 'SIGNATURE_WRONG'],
    ['another version', () => ({ signature: `v2=${'0'.repeat(64)}` }), 'SIGNATURE_WRONG'],
    [
      'a body that was changed',
      () => ({ body: '{"replies":[{"claimNumber":"C-2026-000001","state":"denied"}]}' }),
      'SIGNATURE_WRONG',
    ],
    [
      'another space in the body',
      () => ({ body: '{"replies": [{"state":"acknowledged"}]}' }),
      'SIGNATURE_WRONG',
    ],
    ['the name of another vendor', () => ({ vendor: 'dell' }), 'SIGNATURE_WRONG'],
    ['the name of no vendor', () => ({ vendor: 'nobody' }), 'SIGNATURE_WRONG'],
    ['six minutes of delay', () => ({ timestamp: now() - 360 }), 'SIGNATURE_TOO_OLD'],
    ['a clock six minutes ahead', () => ({ timestamp: now() + 360 }), 'SIGNATURE_TOO_OLD'],
  ])('are refused with %s', async (_, more, code) => {
    const { id, number } = await here.sent('acme');
    const answer = await send([{ claimNumber: number, state: 'acknowledged' }], more());
    expect([answer.status, answer.body.code]).toEqual([401, code]);
    expect((await here.claim(id)).state).toBe('sent');
  });

  it('are refused without headers, before anything of the body is read', async () => {
    const answer = await app.http.post('/api/v1/claim-replies').send({ nonsense: true });
    expect([answer.status, answer.body.code]).toEqual([401, 'SIGNATURE_WRONG']);
  });

  it('are taken up to five minutes late', async () => {
    const { number } = await here.sent('acme');
    const late = { timestamp: now() - 290 };
    expect(outcomesOf(await send([{ claimNumber: number, state: 'acknowledged' }], late))).toEqual([
      'applied',
    ]);
  });

  it('may be signed with the secret before, until a week after a new one', async () => {
    const { number } = await here.sent('acme');
    await setSecret('acme', 'the new secret of both sides');
    const old = await send([{ claimNumber: number, state: 'acknowledged' }]);
    expect(outcomesOf(old)).toEqual(['applied']);
    const fresh = { secret: 'the new secret of both sides' };
    expect(outcomesOf(await send([{ claimNumber: number, state: 'in progress' }], fresh))).toEqual([
      'applied',
    ]);
  });

  it('reach the claims of that vendor only', async () => {
    const { id, number, serial } = await here.sent('dell');
    const answer = await send([
      { claimNumber: number, state: 'acknowledged' },
      { serialNumber: serial, state: 'acknowledged' },
      { reference: 'SR-1', state: 'acknowledged' },
    ]);
    expect(outcomesOf(answer)).toEqual(Array(3).fill('refused NO_SUCH_CLAIM'));
    expect((await here.claim(id)).state).toBe('sent');
  });

  it('say what is wrong with a signed body', async () => {
    const answer = await send([{ claimNumber: 'C-2026-000001', state: '', costCents: -1 }]);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual([
      'replies.0.costCents',
      'replies.0.state',
    ]);
  });

  it('are taken in once when fifty come for one claim at the same moment', async () => {
    const { id, number } = await here.sent('acme');
    const words = ['acknowledged', 'in progress', 'resolved', 'acknowledged', 'waiting'];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => {
        const state = words[i % words.length];
        return send([
          { claimNumber: number, state, ...(state === 'resolved' ? { outcome: 'repaired' } : {}) },
        ]);
      }),
    );
    const tally = answers.flatMap(outcomesOf);
    // Four different replies, and each of them was taken in once: applied, or held because it came too late.
    expect(tally.filter((one) => one === 'repeated')).toHaveLength(46);
    expect((await here.replies(`claim=${id}`)).length).toBe(4);
    const { state, steps } = await here.claim(id);
    expect(state).toBe('resolved');
    expect(steps.filter(({ step }) => step === 'resolve')).toHaveLength(1);
    expect(steps.map(({ version }) => version)).toEqual(
      steps.map(({ version }) => version).toSorted((a, b) => a - b),
    );
  });
});
