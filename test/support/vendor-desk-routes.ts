import type { Test } from 'supertest';
import type { Scope } from '../../src/access/scope.js';
import { newId } from '../../src/common/ids.js';
import { Transactions } from '../../src/database/transactions.js';
import { SAYS_NOTHING } from '../../src/warranty/replies/intake/reply-content.js';
import { ReplyIntake } from '../../src/warranty/replies/intake/reply-intake.service.js';
import type { TestApp, TestDistrict, TestUser } from './app.js';
import { claimOf, READY } from './claim-routes.js';
import type { Place } from './district-world.js';
import { fresh, OFFICE, READERS, row, type RouteRow, STAFF } from './route-row.js';

/** A JPEG of nothing. */
const PHOTO = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

/** What people at the vendor of a place see: a claim that was sent, with a shared photo, and a file that one uploaded. */
export interface Desk {
  deskClaim: string;
  deskFile: string;
  /** Waits for its commit. */
  deskUpload: string;
  /** Waits for a person of the district. */
  claimReply: string;
  /** Of somebody who works at the vendor. */
  deskToken: string;
}

type Where = Pick<Place, 'vendor' | 'vendorKey' | 'siteCode'>;

/** A claim that was sent to the vendor of a place. */
export async function sentTo(
  admin: TestUser,
  { siteCode, vendorKey }: Pick<Where, 'siteCode' | 'vendorKey'>,
): Promise<string> {
  const device = { manufacturer: 'Dell', model: 'Chromebook', kind: 'chromebook', site: siteCode };
  const added = await admin.post('/devices').send({ ...device, serialNumber: fresh() });
  const claim = await admin.post('/claims').send(claimOf((added.body as { id: string }).id, vendorKey));
  const { id } = claim.body as { id: string };
  for (const step of [READY, { step: 'send', reference: fresh() }])
    await admin.post(`/claims/${id}/steps`).send(step).expect(200);
  return id;
}

/** A file of one reply. */
export const replyFile = (test: Test, number: string, mode: string): Test =>
  test
    .field('kind', 'claim-replies')
    .field('mode', mode)
    .attach(
      'file',
      Buffer.from(`Claim number,Status,Note\n${number},on the bench,${fresh()}\n`),
      'replies.csv',
    );

/** A reply with a word that nobody knows. @returns its id */
export async function waitingReply(
  app: Pick<TestApp, 'get'>,
  scope: Scope,
  claimId: string,
): Promise<string> {
  const id = newId();
  const content = { ...SAYS_NOTHING, word: 'on the bench', note: fresh() };
  await app
    .get(Transactions)
    .run((tx) =>
      app
        .get(ReplyIntake)
        .takeWithin(tx, scope, [{ id, claimId, content }], { source: 'https', importId: null }),
    );
  return id;
}

/** A file that somebody at the vendor has had checked. */
export async function checkedUpload(
  app: Pick<TestApp, 'work'>,
  district: { id: string },
  worker: TestUser,
): Promise<string> {
  const { body } = await replyFile(worker.post('/vendor/replies'), 'C-2026-999999', 'rehearse').expect(202);
  const { id, job } = body as { id: string; job: { id: string } };
  await app.work(district.id, job.id);
  return id;
}

export async function makeDesk(
  app: TestApp,
  district: TestDistrict,
  admin: TestUser,
  where: Where,
): Promise<Desk> {
  const worker = await app.user(district, 'vendor', { vendorId: where.vendor });
  const deskClaim = await sentTo(admin, where);
  const { body: photo } = await admin
    .post(`/claims/${deskClaim}/files`)
    .field('isShared', 'true')
    .attach('file', PHOTO, 'photo.jpg')
    .expect(201);
  return {
    deskClaim,
    deskFile: (photo as { id: string }).id,
    deskUpload: await checkedUpload(app, district, worker),
    claimReply: await waitingReply(app, admin.scope, deskClaim),
    deskToken: worker.token,
  };
}

/** Only people at the vendor, whatever else somebody may do. */
const VENDOR = ['vendor'];
const MESSAGE = (): object => ({ text: `When? ${fresh()}` });
const REASON = (): object => ({ reason: 'An old file.' });

/** What the last call used up is made again before each. */
let waiting = { claim: '', reply: '' };
/** No route of the district brings a reply, so that the application of the test does. */
let makeReply: ((admin: TestUser, claim: string) => Promise<string>) | undefined;
export function replyWith(make: typeof makeReply): void {
  makeReply = make;
}

const reply = async (admin: TestUser, place: Place): Promise<void> => {
  const claim = await sentTo(admin, place);
  waiting = { claim: place.deskClaim, reply: (await makeReply?.(admin, claim)) ?? '' };
};
const replyAt = (p: Place): string =>
  p.deskClaim === waiting.claim && waiting.reply ? waiting.reply : p.claimReply;

/** The routes of replies, of messages, and of the pages of vendors. */
export const VENDOR_DESK_ROUTES: Record<string, RouteRow> = {
  'GET /claim-replies': row(READERS, 'none', () => '/claim-replies'),
  'POST /claim-replies': row(
    'anybody',
    'none',
    () => '/claim-replies',
    () => ({ replies: [{ claimNumber: 'C-2026-000001', state: 'received' }] }),
    {
      always: 401,
    },
  ),
  'GET /claim-replies/:id': row(READERS, 'site', (p) => `/claim-replies/${p.claimReply}`),
  'POST /claim-replies/:id/application': row(
    STAFF,
    'site',
    (p) => `/claim-replies/${replyAt(p)}/application`,
    () => ({ step: 'none', reason: 'They called.' }),
    { before: reply },
  ),
  'POST /claim-replies/:id/dismissal': row(
    STAFF,
    'site',
    (p) => `/claim-replies/${replyAt(p)}/dismissal`,
    REASON,
    { before: reply },
  ),
  'GET /vendors/:id/reply-words': row(STAFF, 'district', (p) => `/vendors/${p.vendor}/reply-words`),
  'PUT /vendors/:id/reply-words': row(
    OFFICE,
    'district',
    (p) => `/vendors/${p.vendor}/reply-words`,
    () => ({ words: [{ word: 'gone fishing', meaning: 'no_change' }] }),
  ),
  'POST /vendors/:id/reply-words/ready-made': row(
    OFFICE,
    'district',
    (p) => `/vendors/${p.vendor}/reply-words/ready-made`,
    () => ({ name: 'dell' }),
  ),
  'GET /vendors/:id/desk': row(STAFF, 'district', (p) => `/vendors/${p.vendor}/desk`),
  'PATCH /vendors/:id/desk': row(
    OFFICE,
    'district',
    (p) => `/vendors/${p.vendor}/desk`,
    () => ({ showsContacts: false }),
  ),
  'GET /claims/:id/messages': row(READERS, 'site', (p) => `/claims/${p.deskClaim}/messages`),
  'POST /claims/:id/messages': row(STAFF, 'site', (p) => `/claims/${p.deskClaim}/messages`, MESSAGE),

  'GET /vendor/claims': row(VENDOR, 'none', () => '/vendor/claims'),
  'POST /vendor/claims/answers': row(
    VENDOR,
    'none',
    () => '/vendor/claims/answers',
    (p) => ({ answers: [{ claim: p.deskClaim, rma: fresh() }] }),
  ),
  'GET /vendor/claims/:id': row(VENDOR, 'site', (p) => `/vendor/claims/${p.deskClaim}`),
  'GET /vendor/claims/:id/files/:fileId': row(
    VENDOR,
    'site',
    (p) => `/vendor/claims/${p.deskClaim}/files/${p.deskFile}`,
  ),
  'GET /vendor/claims/:id/messages': row(VENDOR, 'site', (p) => `/vendor/claims/${p.deskClaim}/messages`),
  'POST /vendor/claims/:id/messages': row(
    VENDOR,
    'site',
    (p) => `/vendor/claims/${p.deskClaim}/messages`,
    MESSAGE,
  ),
  'GET /vendor/batches': row(VENDOR, 'none', () => '/vendor/batches'),
  'GET /vendor/batches/:id/file': row(VENDOR, 'site', (p) => `/vendor/batches/${p.claimBatch}/file`),
  'GET /vendor/scorecard': row(VENDOR, 'none', () => '/vendor/scorecard'),
  'POST /vendor/replies': row(VENDOR, 'none', () => '/vendor/replies', undefined, {
    send: (test) => replyFile(test, 'C-2026-999999', 'rehearse'),
  }),
  'GET /vendor/replies': row(VENDOR, 'none', () => '/vendor/replies'),
  'GET /vendor/replies/:id': row(VENDOR, 'site', (p) => `/vendor/replies/${p.deskUpload}`),
  'GET /vendor/replies/:id/rows': row(VENDOR, 'site', (p) => `/vendor/replies/${p.deskUpload}/rows`),
  'GET /vendor/replies/:id/errors.csv': row(
    VENDOR,
    'site',
    (p) => `/vendor/replies/${p.deskUpload}/errors.csv`,
  ),
  'POST /vendor/replies/:id/commit': row(
    VENDOR,
    'site',
    (p) => `/vendor/replies/${p.deskUpload}/commit`,
    undefined,
    { conflicts: true },
  ),
};
