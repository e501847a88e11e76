import type { Response, Test } from 'supertest';
import { absenceOf, assignmentOf, coverOf, DRAFT, visitOf } from './allocation-routes.js';
import { claimOf, PHOTO, READY, REPLACED, replacedBy, sentBy } from './claim-routes.js';
import { applied, coverageOf, makerAccount } from './coverage-routes.js';
import { AT_ONCE, crowdOf, forEach, type Sender } from './crowd.js';
import { HANDLED, reopened } from './figure-routes.js';
import { WORLD_PASSWORD } from './district-world.js';
import { problemAt } from './problem-routes.js';
import { fresh } from './route-row.js';
import { scanOf } from './scans.js';
import { SALVAGE_CROWD_ROWS } from './salvage-crowd-rows.js';
import { VENDOR_CROWD_ROWS } from './vendor-crowd-rows.js';
import {
  schoolDay,
  makeAt,
  technicians,
  devices,
  models,
  rooms,
  settingOf,
  accountsOf,
  signIn,
  cookies,
  FIRST,
  upload,
  rehearsed,
  committed,
  output,
  letters,
  amongRivals,
  scan,
  unknownCodes,
  changed,
} from './crowd-things.js';

/** How fifty people use a route at once, where the same request fifty times would be no sensible use of it. */
export interface CrowdRow {
  /** Makes one thing for each request, and says its id or whatever else the request names it by. */
  before?: (sender: Sender) => Promise<string[]>;
  path?: (name: string) => string;
  send?: (test: Test, name: string, sender: Sender, i: number) => Test;
  /** How many get what they ask for, where one comes first and the others are told so. */
  succeed?: number;
}

/** Routes that no crowd uses, and why. */
export const WITHOUT_CROWD: Record<string, string> = {
  'POST /setup/:secret': 'works once, before there is a district; access.spec.ts lets several use the link',
};

const claims = async (sender: Sender): Promise<string[]> => {
  const ids = await devices(sender);
  return crowdOf((i) => sender.admin.post('/claims').send(claimOf(ids[i] ?? '', sender.place.vendorKey)));
};
const withMaker = async ({ admin, place }: Sender): Promise<string[]> => {
  await admin.put('/maker-accounts/lenovo').send(makerAccount(place)).expect(204);
  return forEach(() => place.device);
};
const readyClaims = async (sender: Sender): Promise<string[]> => {
  const ids = await claims(sender);
  await sender.admin
    .post('/claims/steps')
    .send({ ...READY, claims: ids })
    .expect(200);
  return ids;
};
const sentClaims = async (sender: Sender): Promise<string[]> => {
  const ids = await claims(sender);
  for (const step of [READY, { step: 'send', reference: 'SR-1' }])
    await sender.admin
      .post('/claims/steps')
      .send({ ...step, claims: ids })
      .expect(200);
  return ids;
};
const resolvedClaims = async (sender: Sender): Promise<string[]> => {
  const ids = await sentClaims(sender);
  await sender.admin
    .post('/claims/steps')
    .send({ ...REPLACED, claims: ids })
    .expect(200);
  return ids;
};
const replacedClaims = async (sender: Sender): Promise<string[]> => {
  const { admin } = sender;
  const ids = await sentClaims(sender);
  await crowdOf((i) => admin.post(`/claims/${ids[i]}/steps`).send(replacedBy(fresh())));
  return ids;
};
/** Paths of files, each of a claim of its own. */
const claimFiles = async (sender: Sender): Promise<string[]> => {
  const ids = await claims(sender);
  const made = await crowdOf((i) =>
    sender.admin.post(`/claims/${ids[i]}/files`).attach('file', PHOTO, 'photo.jpg'),
  );
  return made.map((file, i) => `/claims/${ids[i]}/files/${file}`);
};

const reports = makeAt('/problem-reports', ({ place }) => problemAt(place.siteCode));

/** Rows by the names of routes. A route that is not here is sent as the table of routes has it, fifty times. */
export const CROWD_ROWS: Record<string, CrowdRow> = {
  ...VENDOR_CROWD_ROWS,
  ...SALVAGE_CROWD_ROWS,
  'POST /session': { before: accountsOf, send: signIn },
  'PUT /session/password': {
    before: cookies,
    path: () => '/session/password',
    send: (test, cookie) =>
      test
        .unset('authorization')
        .set('cookie', cookie)
        .send({ currentPassword: WORLD_PASSWORD, newPassword: WORLD_PASSWORD }),
  },
  'DELETE /session': { before: cookies, send: (test, cookie) => test.set('cookie', cookie) },
  'DELETE /tokens/:id': { before: makeAt('/tokens', () => ({ name: 'A' })), path: (id) => `/tokens/${id}` },

  'DELETE /imports/mappings/:kind/:name': {
    before: async ({ admin }) => {
      const names = forEach(() => fresh().toLowerCase());
      const mapping = { mapping: { columns: { Code: 'code' } } };
      await crowdOf((i) => admin.put(`/imports/mappings/sites/${names[i]}`).send(mapping));
      return names;
    },
    path: (name) => `/imports/mappings/sites/${name}`,
  },
  'POST /imports/:id/cancel': {
    before: (sender) => crowdOf(() => upload(sender)),
    path: (id) => `/imports/${id}/cancel`,
  },
  'POST /imports/:id/commit': {
    before: amongRivals(rehearsed),
    path: (id) => `/imports/${id}/commit`,
    succeed: FIRST,
  },
  'POST /imports/:id/undo': {
    before: amongRivals(committed),
    path: (id) => `/imports/${id}/undo`,
    succeed: FIRST,
  },

  'PATCH /allocation/purchases/:id': {},
  'POST /allocation/purchases/:id/steps': {
    before: makeAt('/allocation/purchases', ({ place }) => ({
      ...DRAFT,
      site: place.siteCode,
      schoolYear: '2025-26',
    })),
    path: (id) => `/allocation/purchases/${id}/steps`,
  },
  'POST /allocation/assignments': {
    before: technicians,
    send: (test, id, { place }) => test.send(assignmentOf(id, place.siteCode)),
  },
  'DELETE /allocation/assignments/:id': {
    before: async (sender) => {
      const ids = await technicians(sender);
      return makeAt('/allocation/assignments', ({ place }, i) => assignmentOf(ids[i] ?? '', place.siteCode))(
        sender,
      );
    },
    path: (id) => `/allocation/assignments/${id}`,
  },
  'POST /allocation/proposals/:id/acceptance': {
    before: async (sender) => {
      const { proposal } = sender.place;
      await sender.app.work(sender.district.id, proposal);
      return forEach(() => proposal);
    },
    path: (id) => `/allocation/proposals/${id}/acceptance`,
  },
  'POST /allocation/absences': { before: technicians, send: (test, id) => test.send(absenceOf(id)) },
  'DELETE /allocation/absences/:id': {
    before: async (sender) => {
      const ids = await technicians(sender);
      return makeAt('/allocation/absences', (_, i) => absenceOf(ids[i] ?? ''))(sender);
    },
    path: (id) => `/allocation/absences/${id}`,
  },
  'POST /allocation/covers': {
    before: technicians,
    send: (test, id, { place }, i) => test.send({ ...coverOf(id, place.siteCode), on: schoolDay(i) }),
  },
  'DELETE /allocation/covers/:id': {
    before: async (sender) => {
      const ids = await technicians(sender);
      return makeAt('/allocation/covers', ({ place }, i) => ({
        ...coverOf(ids[i] ?? '', place.siteCode),
        on: schoolDay(AT_ONCE + i),
      }))(sender);
    },
    path: (id) => `/allocation/covers/${id}`,
  },
  'POST /time-entries': {
    before: technicians,
    send: (test, id, { place }) => test.send(visitOf(id, place.siteCode)),
  },
  'POST /time-entries/approvals': {
    before: async (sender) => {
      const ids = await technicians(sender);
      return makeAt('/time-entries', ({ place }, i) => visitOf(ids[i] ?? '', place.siteCode))(sender);
    },
    send: (test, id) => test.send({ entries: [{ id, version: 1 }] }),
  },

  'POST /coverage-look-ups': { before: withMaker },
  'PUT /maker-accounts/:maker/schedule': { before: withMaker },
  'POST /coverages/:id/withdrawal': {
    before: makeAt('/coverages', ({ place }) => coverageOf(place.device, place.vendorKey)),
    path: (id) => `/coverages/${id}/withdrawal`,
  },
  // The first adds what there is to add, and the others find it done.
  'POST /coverage-rules/:id/application': {},
  'POST /coverage-rules/:id/undo': {
    before: async ({ admin, place }) => {
      await applied(admin, place);
      return forEach(() => place.coverageRule);
    },
    path: (id) => `/coverage-rules/${id}/undo`,
    succeed: 1,
  },
  'POST /reports/outputs/:id/deliveries': {
    before: async (sender) => {
      const id = await output(sender);
      return forEach(() => id);
    },
    path: (id) => `/reports/outputs/${id}/deliveries`,
    send: (test, _, __, i) => test.send({ recipients: [`board-${i % 7}@test.example`] }),
  },
  'POST /outbox/:id/retry': {
    before: amongRivals(letters),
    path: (id) => `/outbox/${id}/retry`,
    succeed: FIRST,
  },
  'DELETE /reports/:id': {
    before: makeAt('/reports', () => ({ name: fresh(), kind: 'counts' })),
    path: (id) => `/reports/${id}`,
  },
  'POST /replacement-settings': { before: models, send: (test, id) => test.send(settingOf(id)) },
  'DELETE /replacement-settings/:id': {
    before: async (sender) => {
      const ids = await models(sender);
      return makeAt('/replacement-settings', (_, i) => settingOf(ids[i] ?? ''))(sender);
    },
    path: (id) => `/replacement-settings/${id}`,
  },

  'POST /scan-batches': {
    // The same devices in every order, so that batches meet each other halfway.
    send: (test, _, { place }, i) => {
      const tags = [1, 2, 3].map((n) => `${place.siteCode}-${1 + ((n + i) % 3)}`);
      const more = { site: place.siteCode, room: `Room ${i % 4}` };
      return test.send({ scans: tags.map((tag) => scanOf(tag, i % 2 ? 'move' : 'seen', more)) });
    },
  },
  'PUT /scans/:id/photo': {
    before: async (sender) => {
      const scans = forEach(() => scanOf(`CODE-${fresh()}`, 'seen', { site: sender.place.siteCode }));
      await scan(sender, scans);
      return scans.map(({ id }) => id);
    },
    path: (id) => `/scans/${id}/photo`,
    send: (test) => test.attach('file', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]), 'photo.jpg'),
  },
  'POST /conflicts/:id/resolution': {
    before: async (sender) => {
      // Two devices have this address.
      const scans = forEach(() => scanOf('AA:BB:CC:DD:EE:33', 'seen', { site: sender.place.siteCode }));
      await scan(sender, scans);
      return scans.map(({ id }) => id);
    },
    path: (id) => `/conflicts/${id}/resolution`,
    send: (test, _, { place }, i) =>
      test.send(i % 2 ? { decision: 'dismiss' } : { decision: 'apply', deviceId: place.twin }),
  },
  'POST /sweeps': {
    before: rooms,
    send: (test, room, { place }) => test.send({ site: place.siteCode, room }),
  },
  'POST /sweeps/:id/closing': {
    before: async (sender) => {
      const names = await rooms(sender);
      return makeAt('/sweeps', ({ place }, i) => ({ site: place.siteCode, room: names[i] }))(sender);
    },
    path: (id) => `/sweeps/${id}/closing`,
  },
  'POST /warranty/bad-lots/found/:id/steps': {
    before: async ({ admin, place }) => {
      await reopened(admin, place);
      return Array.from({ length: AT_ONCE }, () => place.badLot);
    },
    path: (id) => `/warranty/bad-lots/found/${id}/steps`,
    send: (test) => test.send(HANDLED),
    succeed: 1,
  },
  'POST /claims': {
    before: devices,
    send: (test, id, { place }) => test.send(claimOf(id, place.vendorKey)),
  },
  'POST /claims/steps': { before: claims, send: (test, id) => test.send({ ...READY, claims: [id] }) },
  'POST /claims/:id/steps': { before: claims, path: (id) => `/claims/${id}/steps` },
  'POST /claims/:id/files': { before: claims, path: (id) => `/claims/${id}/files` },
  'PATCH /claims/:id/files/:fileId': { before: claimFiles, path: (path) => path },
  'DELETE /claims/:id/files/:fileId': { before: claimFiles, path: (path) => path },
  'POST /claims/:id/replacement': {
    before: resolvedClaims,
    path: (id) => `/claims/${id}/replacement`,
    send: (test) => test.send({ ...sentBy(fresh()), assetTag: null }),
  },
  'POST /claims/:id/replacement/undo': {
    before: replacedClaims,
    path: (id) => `/claims/${id}/replacement/undo`,
  },
  'POST /claim-batches': {
    before: readyClaims,
    send: (test, id, { place }) => test.send({ vendor: place.vendorKey, claims: [id] }),
  },
  'POST /claims/:id/escalation': { before: sentClaims, path: (id) => `/claims/${id}/escalation` },
  'POST /problem-reports/:id/closing': { before: reports, path: (id) => `/problem-reports/${id}/closing` },
  'POST /problem-reports/:id/reopening': {
    before: async (sender) => {
      const ids = await reports(sender);
      await crowdOf((i) => sender.admin.post(`/problem-reports/${ids[i]}/closing`).send({ note: 'done' }));
      return ids;
    },
    path: (id) => `/problem-reports/${id}/reopening`,
  },
  'POST /labels': {
    send: (test, _, { place }) => test.send({ layout: 'avery-5160', devices: [place.device, place.spare] }),
  },
  'POST /tag-series': { send: (test) => test.send({ prefix: `${fresh()}-`, digits: 4 }) },
  'POST /unknown-codes/claim': {
    before: async (sender) => {
      const [codes, ids] = [await unknownCodes(sender), await devices(sender)];
      return codes.map((code, i) => JSON.stringify({ code, deviceId: ids[i] }));
    },
    send: (test, claim) => test.send(JSON.parse(claim) as object),
  },
  'POST /unknown-codes/dismissal': { before: unknownCodes, send: (test, code) => test.send({ code }) },

  'POST /people/:id/redaction': {
    before: makeAt('/people', () => ({ externalId: fresh(), role: 'staff' })),
    path: (id) => `/people/${id}/redaction`,
  },
  'DELETE /devices/:id/holds/:holdId': {
    before: async (sender) => {
      const path = `/devices/${sender.place.spare}/holds`;
      const hold = { kind: 'legal', forbids: ['dispose'], reason: 'a case' };
      return (await makeAt(path, () => hold)(sender)).map((id) => `${path}/${id}`);
    },
    path: (path) => path,
  },
  'POST /devices/:id/reopening': {
    before: changed(
      { status: 'missing', missing: 'lost', missingSince: '2026-01-05' },
      { status: 'disposed', disposalRoute: 'write_off', approvalReference: 'Board 2026-14' },
    ),
    path: (id) => `/devices/${id}/reopening`,
  },
  'POST /devices/:id/merge': {
    before: devices,
    send: (test, duplicateId) => test.send({ duplicateId }),
  },
  'POST /devices/:id/void': { before: devices, path: (id) => `/devices/${id}/void` },
  'POST /devices/bulk/:id/undo': { succeed: 1 },
  'POST /change-sets/:id/undo': {
    before: async (sender) => {
      const ids = await changed({ notes: 'changed' })(sender);
      return crowdOf<{ items: { changeSetId: string }[] }>(
        (i) => sender.admin.get(`/devices/${ids[i]}/events`),
        ({ items }) => items[0]?.changeSetId ?? '',
      );
    },
    path: (id) => `/change-sets/${id}/undo`,
  },
};

/** Whether an answer is what was asked for. */
export const succeeded = ({ status }: Response): boolean => status < 300;
