import type { TestUser } from './app.js';
import { daysAgo } from './devices.js';
import type { Place } from './district-world.js';
import {
  approvedLot,
  boardItemBody,
  clearedDevice,
  goneLot,
  lotBody,
  PAPER,
  pickUpBody,
} from './lot-world.js';
import { PHOTO } from './claim-routes.js';
import { OFFICE, READERS, row, type RouteRow, STAFF } from './route-row.js';
import { sanitizationOf } from './sanitization-body.js';

/** What the last call used up is made again before each. */
let made = { site: '', id: '', more: '' };

const at = (p: Place, usual: string): string => (p.site === made.site ? made.id : usual);
const moreAt = (p: Place, usual: string): string => (p.site === made.site ? made.more : usual);

const approved = async (admin: TestUser, place: Place): Promise<void> => {
  made = { site: place.site, id: (await approvedLot(admin, place)).id, more: '' };
};

const openLot = async (admin: TestUser, place: Place): Promise<void> => {
  const { body } = await admin.post('/lots').send(lotBody(place));
  made = { site: place.site, id: (body as { id: string }).id, more: await clearedDevice(admin, place) };
};

const pickedUp = async (admin: TestUser, place: Place): Promise<void> => {
  const { id, difference } = await goneLot(admin, place);
  made = { site: place.site, id, more: difference };
};

const released = async (admin: TestUser, place: Place): Promise<void> => {
  const { body } = await admin.post('/releases').send({ deviceIds: [place.twin], service: 'google_admin' });
  made = { site: place.site, id: (body as { items: { id: string }[] }).items[0]?.id ?? '', more: '' };
};

/** An assessment of its own, with a photo. */
const photographed = async (admin: TestUser, place: Place): Promise<void> => {
  const { body } = await admin.post('/assessments').send(assessmentOf(place.twin));
  const { id } = body as { id: string };
  const photo = await admin.post(`/assessments/${id}/photos`).attach('file', PHOTO, 'photo.jpg');
  made = { site: place.site, id, more: (photo.body as { id: string }).id };
};

const CERTIFICATE = 'obligations/certificate_of_recycling';

/** A device in order, as a technician sees it. */
export const assessmentOf = (deviceId: string): object => ({
  deviceId,
  answers: { powersOn: 'yes', battery: 'good', screen: 'good', input: 'works' },
  note: 'Looks good.',
  parts: [{ name: 'Charger', count: 1, serialNumber: 'CH-1' }],
});

/** Rules that a district may have. */
export const RULES = {
  rules: [
    {
      id: 'broken',
      when: { answers: [{ question: 'screen', oneOf: ['broken'] }], kinds: ['chromebook'] },
      result: 'parts',
      reason: 'The screen is broken.',
      source: 'Our own prices',
    },
    { id: 'all-others', when: {}, result: 'reuse', reason: 'Nothing speaks against it.' },
  ],
};

/** The routes of what becomes of devices that are no longer needed. */
export const SALVAGE_ROUTES: Record<string, RouteRow> = {
  'GET /sanitizations': row(READERS, 'none', () => '/sanitizations'),
  'GET /sanitizations/techniques': row(READERS, 'none', () => '/sanitizations/techniques'),
  'POST /sanitizations': row(
    STAFF,
    'none',
    () => '/sanitizations',
    (p) => sanitizationOf(p.spare),
    { names: 'site' },
  ),
  'GET /sanitizations/:id': row(READERS, 'site', (p) => `/sanitizations/${p.sanitization}`),
  'GET /sanitizations/:id/certificate.pdf': row(
    READERS,
    'site',
    (p) => `/sanitizations/${p.sanitization}/certificate.pdf`,
  ),
  'POST /sanitizations/:id/validations': row(
    OFFICE,
    'district',
    (p) => `/sanitizations/${p.sanitization}/validations`,
    () => ({ decision: 'accept' }),
  ),

  'GET /releases': row(READERS, 'none', () => '/releases'),
  'POST /releases': row(
    STAFF,
    'none',
    () => '/releases',
    (p) => ({ deviceIds: [p.spare], service: 'google_admin' }),
    { names: 'site' },
  ),
  'DELETE /releases/:id': row(STAFF, 'site', (p) => `/releases/${at(p, p.release)}`, undefined, {
    before: released,
  }),
  'GET /devices/:id/clearances': row(READERS, 'site', (p) => `/devices/${p.device}/clearances`),

  'GET /lots': row(STAFF, 'none', () => '/lots'),
  'POST /lots': row(STAFF, 'none', () => '/lots', lotBody, { names: 'site' }),
  'GET /lots/waste': row(STAFF, 'none', () => '/lots/waste'),
  'GET /lots/:id': row(STAFF, 'site', (p) => `/lots/${p.lot}`),
  'PATCH /lots/:id': row(
    STAFF,
    'site',
    (p) => `/lots/${p.lot}`,
    () => ({ place: 'Cage 3' }),
  ),
  'GET /lots/:id/devices': row(STAFF, 'site', (p) => `/lots/${p.lot}/devices`),
  'PUT /lots/:id/devices': row(
    STAFF,
    'site',
    (p) => `/lots/${at(p, p.lot)}/devices`,
    (p) => ({ add: [moreAt(p, p.twin)] }),
    { before: openLot },
  ),
  'POST /lots/:id/steps': row(
    STAFF,
    'site',
    (p) => `/lots/${at(p, p.lot)}/steps`,
    () => pickUpBody(),
    {
      before: approved,
    },
  ),
  'GET /lots/:id/manifest.csv': row(STAFF, 'site', (p) => `/lots/${p.goneLot}/manifest.csv`),
  'GET /lots/:id/manifest.pdf': row(STAFF, 'site', (p) => `/lots/${p.goneLot}/manifest.pdf`),
  'GET /lots/:id/receipt.pdf': row(STAFF, 'site', (p) => `/lots/${p.goneLot}/receipt.pdf`),
  'GET /lots/:id/label.pdf': row(STAFF, 'site', (p) => `/lots/${p.lot}/label.pdf`),
  'GET /devices/:id/retention': row(READERS, 'site', (p) => `/devices/${p.device}/retention`),
  'GET /devices/:id/life.pdf': row(READERS, 'site', (p) => `/devices/${p.device}/life.pdf`),
  'PUT /lots/:id/obligations/:kind': row(
    OFFICE,
    'district',
    (p) => `/lots/${p.goneLot}/${CERTIFICATE}`,
    () => ({ filedOn: daysAgo(0), reference: 'COR-1' }),
  ),
  'POST /lots/:id/obligations/:kind/file': {
    ...row(OFFICE, 'district', (p) => `/lots/${p.goneLot}/${CERTIFICATE}/file`),
    send: (test) => test.attach('file', PAPER, 'certificate.pdf'),
  },
  'GET /lots/:id/obligations/:kind/file': row(STAFF, 'site', (p) => `/lots/${p.goneLot}/${CERTIFICATE}/file`),
  'POST /lots/:id/differences/:differenceId': row(
    STAFF,
    'site',
    (p) => `/lots/${at(p, p.goneLot)}/differences/${moreAt(p, p.difference)}`,
    () => ({ resolution: 'It was in the cage.' }),
    { before: pickedUp },
  ),

  'GET /lots/:id/settlement': row(STAFF, 'site', (p) => `/lots/${p.goneLot}/settlement`),
  'GET /lots/:id/settlement/differences': row(
    STAFF,
    'site',
    (p) => `/lots/${p.goneLot}/settlement/differences`,
  ),
  'POST /lots/:id/settlement/differences': row(
    OFFICE,
    'district',
    (p) => `/lots/${p.goneLot}/settlement/differences`,
    // Another kind than that of the difference that the next route settles.
    () => ({ kind: 'missing', note: 'It was on the second truck.' }),
  ),
  'POST /lots/:id/settlement/differences/:differenceId': row(
    OFFICE,
    'district',
    (p) => `/lots/${p.goneLot}/settlement/differences/${p.returned}`,
    () => ({ note: 'It is from another district.' }),
    { conflicts: true },
  ),

  'GET /board-items': row(OFFICE, 'none', () => '/board-items'),
  'GET /board-items/findings': row(OFFICE, 'none', () => '/board-items/findings'),
  'GET /board-items/proposal': row(OFFICE, 'none', () => '/board-items/proposal'),
  'POST /board-items': row(OFFICE, 'none', () => '/board-items', boardItemBody),
  'GET /board-items/:id': row(OFFICE, 'district', (p) => `/board-items/${p.boardItem}`),
  'PATCH /board-items/:id': row(
    OFFICE,
    'district',
    (p) => `/board-items/${p.boardItem}`,
    () => ({ note: 'Minutes, page 3.' }),
  ),
  'GET /board-items/:id/packet.pdf': row(OFFICE, 'district', (p) => `/board-items/${p.boardItem}/packet.pdf`),
  'GET /board-items/:id/packet.xlsx': row(
    OFFICE,
    'district',
    (p) => `/board-items/${p.boardItem}/packet.xlsx`,
  ),

  'GET /assessments': row(READERS, 'none', () => '/assessments'),
  'GET /assessments/checklists': row(READERS, 'none', () => '/assessments/checklists'),
  'POST /assessments': row(
    STAFF,
    'none',
    () => '/assessments',
    (p) => assessmentOf(p.spare),
    { names: 'site' },
  ),
  'GET /assessments/:id': row(READERS, 'site', (p) => `/assessments/${p.assessment}`),
  'POST /assessments/:id/overrules': row(
    STAFF,
    'site',
    (p) => `/assessments/${p.assessment}/overrules`,
    () => ({ result: 'donate', reason: 'A school asked for it.' }),
  ),
  'POST /assessments/:id/parts': row(
    STAFF,
    'site',
    (p) => `/assessments/${p.assessment}/parts`,
    () => ({ parts: [{ name: 'Screen', count: 1, serialNumber: null }] }),
  ),
  'POST /assessments/:id/photos': row(
    STAFF,
    'site',
    (p) => `/assessments/${at(p, p.assessment)}/photos`,
    undefined,
    { before: photographed, send: (test) => test.attach('file', PHOTO, 'photo.jpg') },
  ),
  'GET /assessments/:id/photos/:photoId': row(
    READERS,
    'site',
    (p) => `/assessments/${at(p, p.assessment)}/photos/${moreAt(p, p.assessment)}`,
    undefined,
    { before: photographed },
  ),
  'DELETE /assessments/:id/photos/:photoId': row(
    STAFF,
    'site',
    (p) => `/assessments/${at(p, p.assessment)}/photos/${moreAt(p, p.assessment)}`,
    undefined,
    { before: photographed },
  ),
  'GET /salvage/settings': row(OFFICE, 'none', () => '/salvage/settings'),
  'PUT /salvage/settings': row(
    OFFICE,
    'none',
    () => '/salvage/settings',
    () => ({ photosAboveCents: 100_000 }),
  ),
  'GET /assessment-rules': row(STAFF, 'none', () => '/assessment-rules'),
  'PUT /assessment-rules': row(
    OFFICE,
    'none',
    () => '/assessment-rules',
    () => RULES,
  ),
  'POST /assessment-rules/preview': row(
    OFFICE,
    'none',
    () => '/assessment-rules/preview',
    () => RULES,
  ),
};
