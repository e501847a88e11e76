import { PHOTO } from './claim-routes.js';
import { crowdOf, type Sender } from './crowd.js';
import type { CrowdRow } from './crowd-rows.js';
import { devices, makeAt, work } from './crowd-things.js';
import { upload } from './imports.js';
import { boardItemBody, lotBody, pickUpBody } from './lot-world.js';
import { fresh } from './route-row.js';
import { assessmentOf } from './salvage-routes.js';
import { sanitizationOf } from './sanitization-body.js';

const lots = makeAt('/lots', ({ place }) => lotBody(place));

const retired = async (sender: Sender): Promise<string[]> => {
  const ids = await devices(sender);
  await crowdOf((i) =>
    sender.admin.patch(`/devices/${ids[i]}`).set('if-match', '*').send({ status: 'retired' }),
  );
  return ids;
};

const releases = async (sender: Sender): Promise<string[]> => {
  const ids = await retired(sender);
  return crowdOf<{ items: { id: string }[] }>(
    (i) => sender.admin.post('/releases').send({ deviceIds: [ids[i]], service: 'google_admin' }),
    ({ items }) => items[0]?.id ?? '',
  );
};

/** Lots that the board approved, with one device each. */
const approved = async (sender: Sender): Promise<string[]> => {
  const { admin } = sender;
  const [ids, deviceIds] = [await lots(sender), await retired(sender)];
  await admin
    .post('/sanitizations')
    .send(sanitizationOf(...deviceIds))
    .expect(201);
  await admin.post('/releases').send({ deviceIds, service: 'google_admin' }).expect(201);
  const { body: item } = await admin.post('/board-items').send(boardItemBody()).expect(201);
  await crowdOf((i) => admin.put(`/lots/${ids[i]}/devices`).send({ add: [deviceIds[i]] }));
  await crowdOf((i) => admin.post(`/lots/${ids[i]}/steps`).send({ step: 'freeze' }));
  await crowdOf((i) =>
    admin.post(`/lots/${ids[i]}/steps`).send({ step: 'approve', boardItem: (item as { id: string }).id }),
  );
  return ids;
};

/** Paths of differences, each of a lot of its own. */
const differences = async (sender: Sender): Promise<string[]> => {
  const ids = await approved(sender);
  return crowdOf<{ id: string; differences: { id: string }[] }>(
    (i) => sender.admin.post(`/lots/${ids[i]}/steps`).send(pickUpBody(2, { extras: [{ code: fresh() }] })),
    ({ id, differences: found }) => `/lots/${id}/differences/${found[0]?.id}`,
  );
};

/** Paths of what came back from lots and was not on them, each of a lot of its own. */
const returned = async (sender: Sender): Promise<string[]> => {
  const ids = await approved(sender);
  const numbers = await crowdOf<{ number: number }, number>(
    (i) => sender.admin.post(`/lots/${ids[i]}/steps`).send(pickUpBody()),
    ({ number }) => number,
  );
  const rows = numbers.map((number) => `${number},${fresh()}\n`);
  const file = await upload(sender.admin, `District lot,Serial\n${rows.join('')}`, { kind: 'settlements' });
  await work(sender, [file.job?.id ?? '']);
  const found = await crowdOf<{ items: { id: string }[] }>(
    (i) => sender.admin.get(`/lots/${ids[i]}/settlement/differences?kind=extra`),
    ({ items }) => items[0]?.id ?? '',
  );
  return found.map((id, i) => `/lots/${ids[i]}/settlement/differences/${id}`);
};

const assessments = async (sender: Sender): Promise<string[]> => {
  const ids = await retired(sender);
  return crowdOf((i) => sender.admin.post('/assessments').send(assessmentOf(ids[i] ?? '')));
};

/** Paths of photos, each of an assessment of its own. */
const photos = async (sender: Sender): Promise<string[]> => {
  const ids = await assessments(sender);
  const added = await crowdOf((i) =>
    sender.admin.post(`/assessments/${ids[i]}/photos`).attach('file', PHOTO, 'photo.jpg'),
  );
  return added.map((id, i) => `/assessments/${ids[i]}/photos/${id}`);
};

/** How fifty people use the routes of devices that leave. */
export const SALVAGE_CROWD_ROWS: Record<string, CrowdRow> = {
  'POST /assessments/:id/photos': { before: assessments, path: (id) => `/assessments/${id}/photos` },
  'DELETE /assessments/:id/photos/:photoId': { before: photos, path: (path) => path },
  'DELETE /releases/:id': { before: releases, path: (id) => `/releases/${id}` },
  'PUT /lots/:id/devices': {
    before: async (sender) => {
      const [ids, deviceIds] = [await lots(sender), await retired(sender)];
      return ids.map((id, i) => JSON.stringify([id, deviceIds[i]]));
    },
    path: (pair) => `/lots/${(JSON.parse(pair) as string[])[0]}/devices`,
    send: (test, pair) => test.send({ add: [(JSON.parse(pair) as string[])[1]] }),
  },
  'POST /lots/:id/steps': { before: approved, path: (id) => `/lots/${id}/steps` },
  'POST /lots/:id/settlement/differences/:differenceId': { before: returned, path: (path) => path },
  'POST /lots/:id/differences/:differenceId': { before: differences, path: (path) => path },
};
