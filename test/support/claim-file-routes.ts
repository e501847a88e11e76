import { claimOf, READY } from './claim-routes.js';
import type { TestUser } from './app.js';
import type { Place } from './district-world.js';
import { fresh, OFFICE, row, type RouteRow } from './route-row.js';

export const newLayout = (): object => ({
  name: `Layout ${fresh()}`,
  format: 'csv',
  columns: [
    { header: 'Claim', field: 'number' },
    { header: 'Serial', field: 'serialNumber' },
  ],
});

/** Nothing leaves a test that has no mail server. */
export const BY_EMAIL = { delivery: { by: 'email', to: ['rma@vendor.example'] } };

/** A claim of a new device that is ready to be sent. */
export async function readyClaim(
  admin: TestUser,
  { siteCode, vendorKey }: Pick<Place, 'siteCode' | 'vendorKey'>,
): Promise<string> {
  const device = { manufacturer: 'Dell', model: 'Chromebook', kind: 'chromebook', site: siteCode };
  const { body } = await admin.post('/devices').send({ ...device, assetTag: fresh() });
  const claim = await admin.post('/claims').send(claimOf((body as { id: string }).id, vendorKey));
  const { id } = claim.body as { id: string };
  await admin.post(`/claims/${id}/steps`).send(READY);
  return id;
}

/** A batch of a vendor that gets its files by email. @returns its id */
export async function batchOf(
  admin: TestUser,
  place: Pick<Place, 'siteCode' | 'vendorKey' | 'vendor'>,
): Promise<string> {
  await admin.put(`/vendors/${place.vendor}/delivery`).send(BY_EMAIL).expect(200);
  await readyClaim(admin, place);
  const { body } = await admin.post('/claim-batches').send({ vendor: place.vendorKey }).expect(201);
  return (body as { id: string }).id;
}

/** The routes of layouts, batches and deliveries. */
export const CLAIM_FILE_ROUTES: Record<string, RouteRow> = {
  'GET /claim-layouts': row(OFFICE, 'none', () => '/claim-layouts'),
  'POST /claim-layouts': row(OFFICE, 'none', () => '/claim-layouts', newLayout),
  'GET /claim-layouts/choices': row(OFFICE, 'none', () => '/claim-layouts/choices'),
  'POST /claim-layouts/preview': row(
    OFFICE,
    'none',
    () => '/claim-layouts/preview',
    (p) => ({ vendor: p.vendorKey, layout: 'general' }),
    { names: 'district' },
  ),
  'POST /claim-layouts/from-template': {
    ...row(OFFICE, 'none', () => '/claim-layouts/from-template'),
    send: (test) => test.attach('file', Buffer.from('Claim,Serial number\n'), 'template.csv'),
  },
  'GET /claim-layouts/:id': row(OFFICE, 'district', (p) => `/claim-layouts/${p.claimLayout}`),
  'PATCH /claim-layouts/:id': row(
    OFFICE,
    'district',
    (p) => `/claim-layouts/${p.claimLayout}`,
    () => ({ name: fresh() }),
  ),
  'GET /claim-batches': row(OFFICE, 'none', () => '/claim-batches'),
  'POST /claim-batches': row(
    OFFICE,
    'none',
    () => '/claim-batches',
    (p) => ({ vendor: p.vendorKey }),
    { names: 'district', before: readyClaim },
  ),
  'GET /claim-batches/:id': row(OFFICE, 'district', (p) => `/claim-batches/${p.claimBatch}`),
  'GET /claim-batches/:id/file': row(OFFICE, 'district', (p) => `/claim-batches/${p.claimBatch}/file`),
  'GET /claim-batches/:id/manifest': row(
    OFFICE,
    'district',
    (p) => `/claim-batches/${p.claimBatch}/manifest`,
  ),
  'GET /claim-batches/:id/manifest.pdf': row(
    OFFICE,
    'district',
    (p) => `/claim-batches/${p.claimBatch}/manifest.pdf`,
  ),
  'GET /claim-batches/:id/deliveries': row(
    OFFICE,
    'district',
    (p) => `/claim-batches/${p.claimBatch}/deliveries`,
  ),
  'POST /claim-batches/:id/deliveries': row(
    OFFICE,
    'district',
    (p) => `/claim-batches/${p.claimBatch}/deliveries`,
  ),
  'GET /vendors/:id/delivery': row(OFFICE, 'district', (p) => `/vendors/${p.vendor}/delivery`),
  'PUT /vendors/:id/delivery': row(
    OFFICE,
    'district',
    (p) => `/vendors/${p.vendor}/delivery`,
    () => BY_EMAIL,
  ),
};
