import type { TestUser } from './app.js';
import type { Place } from './district-world.js';
import { FIELD, fresh, READERS, row, type RouteRow, STAFF } from './route-row.js';

export const READY = { step: 'ready', acceptWarnings: true };

export const replacedBy = (serialNumber: string): object => ({
  step: 'resolve',
  outcome: 'replaced',
  replacement: { serialNumber, dataRemoved: 'wiped' },
});

/** Of a device without coverage, whose vendor must be named. */
export const claimOf = (deviceId: string, vendor: string): object => ({
  deviceId,
  vendor,
  category: 'screen',
  observed: 'The screen stays dark.',
  staysInUse: true,
});

/** What the last call used up is made again before each: a device without a claim, and a claim in its first state. */
let unclaimed = { site: '', device: '', claim: '' };

async function deviceAt(admin: TestUser, { siteCode }: Place): Promise<string> {
  const device = { manufacturer: 'Dell', model: 'Chromebook', kind: 'chromebook', site: siteCode };
  const { body } = await admin.post('/devices').send({ ...device, assetTag: fresh() });
  return (body as { id: string }).id;
}

const device = async (admin: TestUser, place: Place): Promise<void> => {
  unclaimed = { site: place.site, device: await deviceAt(admin, place), claim: '' };
};

const claim = async (admin: TestUser, place: Place): Promise<void> => {
  const id = await deviceAt(admin, place);
  const { body } = await admin.post('/claims').send(claimOf(id, place.vendorKey));
  unclaimed = { site: place.site, device: id, claim: (body as { id: string }).id };
};

const sentClaim = async (admin: TestUser, place: Place): Promise<void> => {
  await claim(admin, place);
  for (const step of [READY, { step: 'send', reference: fresh() }])
    await admin.post(`/claims/${unclaimed.claim}/steps`).send(step);
};

/** A claim whose device the vendor replaced. */
const replacedClaim = async (admin: TestUser, place: Place): Promise<void> => {
  const device = { manufacturer: 'Dell', model: 'Chromebook', kind: 'chromebook', site: place.siteCode };
  const { body } = await admin.post('/devices').send({ ...device, serialNumber: fresh() });
  const made = await admin.post('/claims').send(claimOf((body as { id: string }).id, place.vendorKey));
  const { id } = made.body as { id: string };
  for (const step of [READY, { step: 'send', reference: fresh() }, replacedBy(fresh())])
    await admin.post(`/claims/${id}/steps`).send(step);
  unclaimed = { site: place.site, device: (body as { id: string }).id, claim: id };
};

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
    { names: 'site', before: device },
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
