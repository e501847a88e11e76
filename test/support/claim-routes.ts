import type { TestUser } from './app.js';
import type { Place } from './district-world.js';
import { FIELD, fresh, OFFICE, READERS, row, type RouteRow, STAFF } from './route-row.js';

export const READY = { step: 'ready', acceptWarnings: true };

export const replacedBy = (serialNumber: string): object => ({
  step: 'resolve',
  outcome: 'replaced',
  replacement: { serialNumber, assetTag: null, dataRemoved: 'wiped' },
});

export const PHOTO = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

/** Of a device without coverage, whose vendor must be named. */
export const claimOf = (deviceId: string, vendor: string): object => ({
  deviceId,
  vendor,
  category: 'screen',
  observed: 'The screen stays dark.',
  staysInUse: true,
});

/** What the last call used up is made again before each: a device without a claim, and a claim in its first state. */
let unclaimed = { site: '', device: '', claim: '', file: '' };

async function deviceAt(admin: TestUser, { siteCode }: Place): Promise<string> {
  const device = { manufacturer: 'Dell', model: 'Chromebook', kind: 'chromebook', site: siteCode };
  const { body } = await admin.post('/devices').send({ ...device, assetTag: fresh() });
  return (body as { id: string }).id;
}

const ofDevice = async (admin: TestUser, place: Place): Promise<void> => {
  unclaimed = { site: place.site, device: await deviceAt(admin, place), claim: '', file: '' };
};

const claim = async (admin: TestUser, place: Place): Promise<void> => {
  const id = await deviceAt(admin, place);
  const { body } = await admin.post('/claims').send(claimOf(id, place.vendorKey));
  unclaimed = { site: place.site, device: id, claim: (body as { id: string }).id, file: '' };
};

const sentClaim = async (admin: TestUser, place: Place): Promise<void> => {
  await claim(admin, place);
  for (const step of [READY, { step: 'send', reference: fresh() }])
    await admin.post(`/claims/${unclaimed.claim}/steps`).send(step);
};

export const REPLACED = { step: 'resolve', outcome: 'replaced' };

/** What the vendor sent for a device without a tag. */
export const sentBy = (serialNumber: string): object => ({ serialNumber, dataRemoved: 'wiped' });

/** A claim that the vendor resolved with another device, which nobody has added yet. */
const resolvedClaim = async (admin: TestUser, place: Place): Promise<void> => {
  await sentClaim(admin, place);
  await admin.post(`/claims/${unclaimed.claim}/steps`).send(REPLACED);
};

/** A claim whose device the vendor replaced. */
const replacedClaim = async (admin: TestUser, place: Place): Promise<void> => {
  const device = { manufacturer: 'Dell', model: 'Chromebook', kind: 'chromebook', site: place.siteCode };
  const { body } = await admin.post('/devices').send({ ...device, serialNumber: fresh() });
  const made = await admin.post('/claims').send(claimOf((body as { id: string }).id, place.vendorKey));
  const { id } = made.body as { id: string };
  for (const step of [READY, { step: 'send', reference: fresh() }, replacedBy(fresh())])
    await admin.post(`/claims/${id}/steps`).send(step);
  unclaimed = { site: place.site, device: (body as { id: string }).id, claim: id, file: '' };
};

const claimWithFile = async (admin: TestUser, place: Place): Promise<void> => {
  await claim(admin, place);
  const { body } = await admin.post(`/claims/${unclaimed.claim}/files`).attach('file', PHOTO, 'photo.jpg');
  unclaimed.file = (body as { id: string }).id;
};

/** Where there is no file, any id of the place. */
const fileAt = (p: Place): string => (p.site === unclaimed.site && unclaimed.file) || p.claim;

const claimAt = (p: Place): string =>
  p.site === unclaimed.site && unclaimed.claim ? unclaimed.claim : p.claim;
const deviceOf = (p: Place): string => (p.site === unclaimed.site ? unclaimed.device : p.claimed);

/** The routes of warranty claims. */
export const CLAIM_ROUTES: Record<string, RouteRow> = {
  'GET /claims': row(READERS, 'none', () => '/claims'),
  'POST /claims': row(
    STAFF,
    'none',
    () => '/claims',
    (p) => claimOf(deviceOf(p), p.vendorKey),
    { names: 'site', before: ofDevice },
  ),
  'GET /claims/:id': row(READERS, 'site', (p) => `/claims/${p.claim}`),
  'PATCH /claims/:id': row(
    STAFF,
    'site',
    (p) => `/claims/${p.claim}`,
    () => ({ tried: 'Another cable.' }),
  ),
  'POST /claims/:id/steps': row(
    STAFF,
    'site',
    (p) => `/claims/${claimAt(p)}/steps`,
    () => READY,
    { before: claim },
  ),
  'GET /vendors/:id/claim-checklist': row(READERS, 'district', (p) => `/vendors/${p.vendor}/claim-checklist`),
  'PUT /vendors/:id/claim-checklist': row(
    OFFICE,
    'district',
    (p) => `/vendors/${p.vendor}/claim-checklist`,
    () => ({ points: [] }),
  ),
  'GET /vendors/:id/claim-terms': row(READERS, 'district', (p) => `/vendors/${p.vendor}/claim-terms`),
  'PUT /vendors/:id/claim-terms': row(
    OFFICE,
    'district',
    (p) => `/vendors/${p.vendor}/claim-terms`,
    () => ({ partBackDays: 10 }),
  ),
  'POST /claims/checklist': row(
    STAFF,
    'none',
    () => '/claims/checklist',
    (p) => ({ claims: [claimAt(p)], points: [{ key: 'label' }] }),
  ),
  'POST /claims/:id/files': row(STAFF, 'site', (p) => `/claims/${claimAt(p)}/files`, undefined, {
    before: claim,
    send: (test) => test.attach('file', PHOTO, 'photo.jpg'),
  }),
  'GET /claims/:id/files/:fileId': row(
    READERS,
    'site',
    (p) => `/claims/${claimAt(p)}/files/${fileAt(p)}`,
    undefined,
    { before: claimWithFile },
  ),
  'PATCH /claims/:id/files/:fileId': row(
    STAFF,
    'site',
    (p) => `/claims/${claimAt(p)}/files/${fileAt(p)}`,
    () => ({ isShared: true }),
    { before: claimWithFile },
  ),
  'DELETE /claims/:id/files/:fileId': row(
    STAFF,
    'site',
    (p) => `/claims/${claimAt(p)}/files/${fileAt(p)}`,
    undefined,
    { before: claimWithFile },
  ),
  'POST /claims/:id/replacement': row(
    FIELD,
    'site',
    (p) => `/claims/${claimAt(p)}/replacement`,
    () => ({ ...sentBy(fresh()), assetTag: null }),
    { before: resolvedClaim },
  ),
  'POST /claims/:id/replacement/undo': row(
    FIELD,
    'site',
    (p) => `/claims/${claimAt(p)}/replacement/undo`,
    () => ({ reason: 'It was another claim.' }),
    { before: replacedClaim },
  ),
  'POST /claims/:id/escalation': row(
    STAFF,
    'site',
    (p) => `/claims/${claimAt(p)}/escalation`,
    () => ({ reason: 'A class has no devices.' }),
    { before: sentClaim },
  ),
  // Each claim has its own answer, so the whole is answered 200.
  'POST /claims/steps': row(
    STAFF,
    'none',
    () => '/claims/steps',
    (p) => ({ ...READY, claims: [claimAt(p)] }),
    { before: claim },
  ),
};
