import type { Response, Test } from 'supertest';
import { MOST_PHOTOS } from '../../src/salvage/assessment/photos/assessment-photos.service.js';
import type { TestUser } from './app.js';
import { claimOf, PHOTO } from './claim-routes.js';
import type { World } from './district-world.js';
import { fresh } from './route-row.js';

interface Here {
  world: World;
  admin: TestUser;
  ask: (more: { headers: Record<string, string> }) => Test;
}

/** A claim that was cancelled. */
async function cancelled({ admin, world }: Here): Promise<string> {
  const device = { manufacturer: 'Dell', model: 'Chromebook', kind: 'chromebook', site: 'OWN' };
  const made = await admin
    .post('/devices')
    .send({ ...device, assetTag: fresh() })
    .expect(201);
  const claim = claimOf((made.body as { id: string }).id, world.own.vendorKey);
  const { body } = await admin.post('/claims').send(claim).expect(201);
  const { id } = body as { id: string };
  await admin.post(`/claims/${id}/steps`).send({ step: 'cancel', reason: 'a mistake' }).expect(200);
  return id;
}

const withoutVersion = async ({ ask }: Here): Promise<Response> =>
  ask({ headers: { 'if-match': 'no version' } });

/** Special answers of claims, of photos and of incident pools, for `SPECIAL_ANSWERS`. */
export const CLAIM_ANSWERS: Record<string, (here: Here) => Promise<Response>> = {
  'POST /claims/:id/steps 428': withoutVersion,
  'POST /claims/:id/replacement 428': withoutVersion,
  'POST /claims/:id/replacement/undo 428': withoutVersion,
  'PATCH /claims/:id 409': async (here) =>
    here.admin
      .patch(`/claims/${await cancelled(here)}`)
      .set('if-match', '*')
      .send({ tried: 'Another cable.' }),
  'POST /claims/:id/files 409': async (here) =>
    here.admin.post(`/claims/${await cancelled(here)}/files`).attach('file', PHOTO, 'photo.jpg'),
  'POST /assessments/:id/photos 409': async ({ admin, world }) => {
    const path = `/assessments/${world.own.assessment}/photos`;
    for (let i = 0; i < MOST_PHOTOS; i += 1) await admin.post(path).attach('file', PHOTO, 'photo.jpg');
    return admin.post(path).attach('file', PHOTO, 'photo.jpg');
  },
  'PATCH /incident-pools/:id 409': async ({ admin, world }) =>
    admin.patch(`/incident-pools/${world.own.incidentPool}`).set('if-match', '*').send({ usedBefore: 1000 }),
};
