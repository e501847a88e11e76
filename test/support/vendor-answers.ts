import { createHmac } from 'node:crypto';
import type { Response, Test } from 'supertest';
import type { Special } from './special-answers.js';
import { newId } from '../../src/common/ids.js';
import { type TestApp, testApp, type TestUser } from './app.js';
import type { World } from './district-world.js';
import { fresh } from './route-row.js';

const SECRET = 'a secret of both sides';

/** A call that a vendor has signed. */
function signedReply(app: TestApp, slug: string, vendor: string): Test {
  const body = JSON.stringify({ replies: [{ claimNumber: 'C-2026-999999', state: 'acknowledged' }] });
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex');
  return app.http
    .post('/api/v1/claim-replies')
    .set('content-type', 'application/json')
    .set('rollcall-vendor', `${slug}/${vendor}`)
    .set('rollcall-timestamp', String(timestamp))
    .set('rollcall-signature', `v1=${signature}`)
    .send(body);
}

/** A file of replies, as somebody at the vendor uploads it. */
function upload({ users }: World, more: (test: Test) => Test): Test {
  const test = (users['vendor'] as TestUser).post('/vendor/replies').field('kind', 'claim-replies');
  return more(test).attach('file', Buffer.from('Claim number,Status\nC-2026-999999,acknowledged\n'), 'r.csv');
}

/** Puts something at a server that has no key to keep secrets with. */
async function withoutKey(
  { app, admin }: Parameters<Special>[0],
  path: string,
  body: object,
): Promise<Response> {
  const keyless = await testApp({ ROLE: 'api', SECRETS_KEY: '' }, app.database);
  try {
    return await keyless.http.put(`/api/v1${path}`).set('authorization', `Bearer ${admin.token}`).send(body);
  } finally {
    await keyless.close();
  }
}

/** Answers of the routes of vendors that take more than asking, by route and status. */
export const VENDOR_ANSWERS: Record<string, Special> = {
  'PUT /vendors/:id/delivery 428': ({ ask }) => ask({ headers: { 'if-match': 'no version' } }),
  'PUT /vendors/:id/delivery 409': (here) =>
    withoutKey(here, `/vendors/${here.world.own.vendor}/delivery`, {
      delivery: { by: 'download', secret: 'a secret of sixteen' },
    }),
  'PUT /maker-accounts/:maker 409': (here) =>
    withoutKey(here, '/maker-accounts/lenovo', {
      vendor: here.world.own.vendorKey,
      credentials: { clientId: 'x' },
    }),
  'PUT /maker-accounts/:maker/schedule 409': ({ admin }) =>
    Promise.resolve(admin.put('/maker-accounts/hp/schedule').send({ schedule: null })),
  'POST /claim-replies 200': async ({ app, admin, world: { district, own } }) => {
    const settings = { by: 'email', to: ['rma@vendor.example'], secret: SECRET };
    await admin.put(`/vendors/${own.vendor}/delivery`).send({ delivery: settings }).expect(200);
    return signedReply(app, district.slug, own.vendorKey);
  },
  'POST /claim-replies 503': async ({ cutOff, world: { district, own } }) =>
    signedReply(cutOff, district.slug, own.vendorKey),
  'POST /vendor/replies 404': ({ world }) =>
    upload(world, (test) => test.field('mapping', 'nobody saved this')),
  'POST /vendor/replies 409': async ({ app, world }) => {
    const key = newId();
    const send = (): Test => upload(world, (test) => test.set('idempotency-key', key));
    await send().expect(202);
    await app.source.query(
      `UPDATE idempotency_keys SET status = NULL, body = NULL WHERE district_id = $1 AND key = $2`,
      [world.district.id, key],
    );
    return send();
  },
  'POST /claim-replies/:id/application 428': ({ ask }) => ask({ headers: { 'if-match': 'no version' } }),
  'POST /claim-replies/:id/dismissal 428': ({ ask }) => ask({ headers: { 'if-match': 'no version' } }),
  'PUT /vendors/:id/reply-words 428': ({ ask }) => ask({ headers: { 'if-match': 'no version' } }),
  'PUT /vendors/:id/reply-words 409': async ({ admin, world: { own } }) => {
    const some = (): object => ({
      words: Array.from({ length: 200 }, () => ({ word: fresh(), meaning: 'no_change' })),
    });
    const send = (): Test => admin.put(`/vendors/${own.vendor}/reply-words`).send(some());
    await send();
    await send();
    return send();
  },
};
