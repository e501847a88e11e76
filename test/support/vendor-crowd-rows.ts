import type { Test } from 'supertest';
import type { CrowdRow } from './crowd-rows.js';
import { AT_ONCE, crowdOf, type Sender } from './crowd.js';
import type { Place } from './district-world.js';
import { replyFile, sentTo, waitingReply } from './vendor-desk-routes.js';
import { somebody } from './vendor-people-routes.js';

const bearing = (test: Test, { deskToken }: Place): Test => test.set('authorization', `Bearer ${deskToken}`);
/** What somebody at the vendor of the place sends. */
const asVendor =
  (body: (place: Place, i: number) => object): CrowdRow['send'] =>
  (test, _, { place }, i) =>
    bearing(test, place).send(body(place, i));
/** Replies that wait. */
const replies = async ({ app, admin, place }: Sender): Promise<string[]> => {
  const ids: string[] = [];
  for (let i = 0; i < AT_ONCE; i++)
    ids.push(await waitingReply(app, admin.scope, await sentTo(admin, place)));
  return ids;
};
/** Paths of open invitations. */
const invitations = async ({ admin, place }: Sender): Promise<string[]> => {
  const path = `/vendors/${place.vendor}/invitations`;
  const ids = await crowdOf(() => admin.post(path).send(somebody()));
  return ids.map((id) => `${path}/${id}`);
};
/** What vendors and the people there do, and what the district does with it. */
export const VENDOR_CROWD_ROWS: Record<string, CrowdRow> = {
  'POST /claim-replies': {
    // Nobody has signed them.
    succeed: 0,
  },
  'POST /claim-replies/:id/application': {
    before: replies,
    path: (id) => `/claim-replies/${id}/application`,
  },
  'POST /claim-replies/:id/dismissal': {
    before: replies,
    path: (id) => `/claim-replies/${id}/dismissal`,
  },
  'POST /vendor/claims/answers': {
    send: asVendor((p, i) => ({ answers: [{ claim: p.deskClaim, rma: `R-${i}` }] })),
  },
  'POST /vendor/claims/:id/messages': { send: asVendor((_, i) => ({ text: `Message ${i}` })) },
  'POST /vendor/replies': {
    send: (test, _, { place }) => replyFile(bearing(test, place), 'C-2026-999999', 'rehearse'),
  },
  'POST /vendor/replies/:id/commit': {
    send: (test, _, { place }) => bearing(test, place),
    succeed: 1,
  },
  'POST /vendors/:id/invitations': {
    send: (test) => test.send(somebody()),
  },
  'POST /vendors/:id/invitations/:invitationId/withdrawal': {
    before: invitations,
    path: (invitation) => `${invitation}/withdrawal`,
  },
  'POST /invitations/:secret': {
    before: async (sender) => {
      const paths = await invitations(sender);
      return crowdOf<{ link: string }>(
        (i) => sender.admin.post(`${paths[i]}/link`),
        ({ link }) => link,
      );
    },
    path: (link) => link.replace('/invitation/', '/invitations/'),
  },
};
