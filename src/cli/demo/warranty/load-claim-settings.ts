import { DataSource } from 'typeorm';
import { Vendors } from '../../../vendors/vendors.service.js';
import { ClaimChecklists } from '../../../warranty/claims/checklist/claim-checklists.service.js';
import { READY_MADE } from '../../../warranty/claims/checklist/checklist-points.js';
import { ClaimTermsOfVendors } from '../../../warranty/claims/deadlines/claim-terms.service.js';
import { IncidentPools } from '../../../warranty/pools/incident-pools.service.js';
import type { DemoStage } from '../demo-stage.js';

/** How much time vendors give the district, and how many devices go in a box of the depot. */
const TERMS = {
  dell: { partBackDays: 10 },
  lenovo: { partBackDays: 30, rmaDays: 30 },
  'valley-depot': { quoteDays: 14, boxSlots: 10 },
} as const;

/** The insurance of Chromebooks takes so many incidents of all devices together. */
const POOL = {
  name: 'Accidents of Chromebooks',
  vendor: 'harbor-device-insurance',
  kind: 'accidental_damage',
  contractNumber: 'HDI-40718',
  incidents: 400,
  usedBefore: 112,
} as const;

/** The insurer wants a photo and more, so its claims have a checklist. */
const WITH_CHECKLIST = 'harbor-device-insurance';

/** Terms of vendors and a pool of incidents, before there are claims. What is there stays as it is. */
export async function loadClaimTerms({ session, scope }: DemoStage): Promise<void> {
  const terms = session.app.get(ClaimTermsOfVendors);
  const ids = await idsOf(session, scope.districtId, Object.keys(TERMS));
  for (const [key, said] of Object.entries(TERMS)) {
    const id = ids.get(key) ?? '';
    if ((await terms.find(scope, id)).version === 0) await terms.put(scope, id, 0, said);
  }
  const [pool] = await session.app
    .get(DataSource)
    .query<unknown[]>(`SELECT 1 FROM incident_pools WHERE district_id = $1 AND contract_number = $2`, [
      scope.districtId,
      POOL.contractNumber,
    ]);
  if (!pool) await session.app.get(IncidentPools).create(scope, POOL);
}

/** The checklist of the insurer. The claims of the past year did not have it. */
export async function loadChecklists({ session, scope }: DemoStage): Promise<void> {
  const checklists = session.app.get(ClaimChecklists);
  const id = (await idsOf(session, scope.districtId, [WITH_CHECKLIST])).get(WITH_CHECKLIST) ?? '';
  if ((await checklists.find(scope, id)).version === 0) await checklists.put(scope, id, 0, READY_MADE);
}

function idsOf(
  { app }: DemoStage['session'],
  districtId: string,
  keys: readonly string[],
): Promise<Map<string, string>> {
  return app.get(Vendors).idsByKey(app.get(DataSource), districtId, keys);
}
