import { DataSource } from 'typeorm';
import { Batches } from '../../../warranty/batches/batches.service.js';
import { VendorDeliveries } from '../../../warranty/delivery/vendor-deliveries.service.js';
import { Layouts } from '../../../warranty/layouts/layouts.service.js';
import { readyMade } from '../../../warranty/layouts/ready-made-layouts.js';
import { asOf, instantOf } from '../demo-clock.js';
import { type DemoStage, scopeOf } from '../demo-stage.js';
import { shifted } from '../demo-year.js';
import { ITS_EMAIL } from '../people/demo-accounts.js';
import { DEMO_CLAIMS } from './demo-claims.js';
import { DEPOT } from './load-claims.js';

/** The depot's own sheet: the ready-made one without boxes, because the depot picks devices up. */
const SHEET = 'valley-depot-sheet';

/** Days before today on which each batch was sent. */
const BATCHES = [
  { batch: 1, daysAgo: 7 },
  { batch: 2, daysAgo: 3 },
] as const;

/** The depot's layout, and two batches that it can download. Adds what is not there yet. */
export async function loadBatches(stage: DemoStage, accounts: ReadonlyMap<string, string>): Promise<void> {
  const { session, today } = stage;
  const its = await scopeOf(stage, accounts.get(ITS_EMAIL) ?? '');
  const db = session.app.get(DataSource);
  const [known] = await db.query<{ layouts: number; batches: number; vendorId: string; claims: string[] }[]>(
    `SELECT (SELECT count(*)::int FROM claim_layouts WHERE district_id = $1 AND key = $3) AS layouts,
            (SELECT count(*)::int FROM claim_batches WHERE district_id = $1 AND vendor_id = v.id) AS batches,
            v.id AS "vendorId",
            (SELECT array_agg(k.id ORDER BY k.sequence) FROM claims k WHERE k.district_id = $1) AS claims
       FROM vendors v WHERE v.district_id = $1 AND v.key = $2`,
    [its.districtId, DEPOT, SHEET],
  );
  const sheet = readyMade('depot-rma')?.definition;
  if (!known || !sheet) return;
  if (known.layouts === 0) {
    const columns = sheet.columns.filter(({ field }) => field !== 'box' && field !== 'slot');
    const layout = { ...sheet, columns, key: SHEET, name: 'Valley Depot sheet' };
    await session.app.get(Layouts).create(its, layout);
    const delivery = { layout: SHEET, delivery: { by: 'download' as const }, allowsNames: false };
    await session.app.get(VendorDeliveries).put(its, known.vendorId, null, delivery);
  }
  for (const { batch, daysAgo } of BATCHES.slice(known.batches)) {
    const claims = (known.claims ?? []).filter((_, i) => DEMO_CLAIMS[i]?.batch === batch);
    if (claims.length === 0) return;
    const sentAt = instantOf(its.timeZone, shifted(today, -daysAgo), '15:30');
    await asOf(session, sentAt, () => session.app.get(Batches).create(its, { vendor: DEPOT, claims }));
    stage.signal?.throwIfAborted();
  }
}
