import type { BatchMade } from '../../src/warranty/batches/batches.service.js';
import type { BatchDeliveryView } from '../../src/warranty/delivery/batch-deliveries.service.js';
import type { TestApp, TestUser } from './app.js';
import { freshTag, type Problem, register, type Register } from './devices.js';
import { fileOf } from './exports.js';

/** A district that sends files of claims to vendors. */
export interface ClaimDesk extends Register {
  /** Adds a vendor. @returns its key, as its name says */
  vendor(name: string, more?: object): Promise<{ id: string; key: string }>;
  /** Opens claims and marks them ready. @returns their ids, in the order of their numbers */
  ready(vendor: string, faults: readonly object[]): Promise<string[]>;
  send(body: object): Promise<BatchMade>;
  refused(body: object, status: number): Promise<Problem>;
  bytes(batchId: string): Promise<Buffer>;
  deliveries(batchId: string): Promise<BatchDeliveryView[]>;
  stateOf(claimId: string): Promise<string>;
}

export const DARK = { category: 'screen', observed: 'The screen stays dark.' };

export async function claimDesk(app: TestApp): Promise<ClaimDesk> {
  const here = await register(app);
  const { admin } = here;
  return {
    ...here,
    vendor: (name, more) => addVendor(admin, name, more),
    ready: (vendor, faults) => readyClaims(here, vendor, faults),
    send: async (body) => (await admin.post('/claim-batches').send(body).expect(201)).body as BatchMade,
    refused: async (body, status) =>
      (await admin.post('/claim-batches').send(body).expect(status)).body as Problem,
    bytes: (id) => fileOf(admin.get(`/claim-batches/${id}/file`)),
    deliveries: async (id) =>
      (
        (await admin.get(`/claim-batches/${id}/deliveries`).expect(200)).body as {
          items: BatchDeliveryView[];
        }
      ).items,
    stateOf: async (id) => ((await admin.get(`/claims/${id}`).expect(200)).body as { state: string }).state,
  };
}

async function addVendor(
  admin: TestUser,
  name: string,
  more: object = {},
): Promise<{ id: string; key: string }> {
  const { body } = await admin
    .post('/vendors')
    .send({ name, roles: ['manufacturer'], ...more })
    .expect(201);
  return body as { id: string; key: string };
}

async function readyClaims(here: Register, vendor: string, faults: readonly object[]): Promise<string[]> {
  const rows = faults.map((fault) => ({
    assetTag: freshTag(),
    manufacturer: 'Lenovo',
    model: '300e',
    kind: 'chromebook',
    site: 'A',
    ...(fault as { device?: object }).device,
  }));
  const { results } = await here.batch(rows);
  const ids: string[] = [];
  for (const [i, { device: _, ...fault }] of (faults as { device?: object }[]).entries()) {
    const claim = { ...DARK, ...fault, vendor, deviceId: results[i]?.id, staysInUse: true };
    const { body } = await here.admin.post('/claims').send(claim).expect(201);
    ids.push((body as { id: string }).id);
  }
  await here.admin
    .post('/claims/steps')
    .send({ step: 'ready', acceptWarnings: true, claims: ids })
    .expect(200);
  return ids;
}

/** Ready claims of a vendor, each for a device of the district, as if they had been opened one by one. */
export async function insertReadyClaims(
  app: TestApp,
  districtId: string,
  vendor: string,
  many: number,
): Promise<void> {
  const [{ category } = { category: '' }] = await app.source.query<{ category: string }[]>(
    `SELECT c.category FROM unnest(ARRAY['screen', 'hinge', 'case', 'camera', 'audio']) AS c (category)
      WHERE NOT EXISTS (SELECT FROM claims k WHERE k.district_id = $1 AND k.category = c.category) LIMIT 1`,
    [districtId],
  );
  await app.source.query(
    `WITH d AS (SELECT id, site_id, row_number() OVER (ORDER BY id)
                       + coalesce((SELECT max(sequence) FROM claims WHERE district_id = $1), 0) AS n
                  FROM devices WHERE district_id = $1 ORDER BY id LIMIT $4),
          made AS (
            INSERT INTO claims (district_id, id, sequence, number, device_id, site_id, vendor_id, category, is_accidental,
                   observed, tried, state, opened_at, updated_at)
            SELECT $1::uuid, gen_random_uuid(), d.n, 'C-2026-' || lpad(d.n::text, 6, '0'), d.id, d.site_id, v.id, $3::text,
                   false, 'The screen stays dark. ' || repeat('It flickers. ', 100), repeat('Another cable. ', 50), 'ready',
                   now(), now()
              FROM d JOIN vendors v ON v.district_id = $1 AND v.key = $2
            RETURNING sequence)
     INSERT INTO claim_counters (district_id, last) SELECT $1, max(sequence) FROM made
     ON CONFLICT (district_id) DO UPDATE SET last = excluded.last`,
    [districtId, vendor, category, many],
  );
}
