import { createHmac } from 'node:crypto';
import type { Test } from 'supertest';
import type { Special } from './special-answers.js';
import type { TestApp } from './app.js';
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

/** Answers of the routes of vendors that take more than asking, by route and status. */
export const VENDOR_ANSWERS: Record<string, Special> = {
  'POST /claim-replies 200': async ({ app, admin, world: { district, own } }) => {
    const settings = { by: 'email', to: ['rma@vendor.example'], secret: SECRET };
    await admin.put(`/vendors/${own.vendor}/delivery`).send({ delivery: settings }).expect(200);
    return signedReply(app, district.slug, own.vendorKey);
  },
  'POST /claim-replies 503': async ({ cutOff, world: { district, own } }) =>
    signedReply(cutOff, district.slug, own.vendorKey),
  'POST /claim-replies/:id/application 428': ({ ask }) => ask({ headers: { 'if-match': 'no version' } }),
  'POST /claim-replies/:id/dismissal 428': ({ ask }) => ask({ headers: { 'if-match': 'no version' } }),
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
