import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../../access/scope.js';
import { ClaimProgress } from '../../../warranty/claims/claim-progress.js';
import { Claims } from '../../../warranty/claims/claims.service.js';
import { ClaimsQueries } from '../../../warranty/claims/claims.queries.js';
import { asOf, instantOf } from '../demo-clock.js';
import { type DemoStage, scopeOf } from '../demo-stage.js';
import { shifted } from '../demo-year.js';
import { LEAD_EMAIL } from '../people/demo-accounts.js';
import { sendScans } from '../field/scan.js';
import type { PlannedTechnician } from '../support/week-plan.js';
import { DEMO_CLAIMS, type DemoClaim } from './demo-claims.js';

/** Where nobody wrote down a coverage, the depot next door takes the device. */
export const DEPOT = 'valley-depot';

/** Numbers of the scans that send the devices to repair begin here. */
const FIRST_SCAN = 22_000;

interface BrokenDevice {
  id: string;
  tag: string;
  site: string;
  isCovered: boolean;
}

interface StartedClaim {
  id: string;
  version: number;
}

/**
 * Claims in every state, most of them at the schools of the technician who signs in first, the others in the lead's
 * region. Goes on with each claim where it was left.
 */
export async function loadClaims(
  stage: DemoStage,
  technician: PlannedTechnician,
  accounts: ReadonlyMap<string, string>,
): Promise<void> {
  const lead = await scopeOf(stage, accounts.get(LEAD_EMAIL) ?? '');
  const own = await scopeOf(stage, accounts.get(technician.email) ?? '');
  const started = await startedClaims(stage);
  const devices = await workingDevices(stage, lead, technician.sites, DEMO_CLAIMS.length - started.length);
  for (const [i, claim] of DEMO_CLAIMS.entries()) {
    const device = started[i] ?? devices[i - started.length];
    if (!device) return;
    const scope = technician.sites.includes(device.site) ? own : lead;
    const { id, version } = started[i]?.claim ?? (await startClaim(stage, scope, device, claim));
    await takeSteps(stage, scope, { id, version }, claim);
    const isOver = claim.steps.some(({ step }) => step === 'close' || step === 'cancel');
    if (!isOver) {
      const begunAt = dayOfClaim(stage, claim, 0);
      await sendScans(stage, scope, { first: FIRST_SCAN + i, begunAt }, [
        { code: device.tag, action: 'repair', note: claim.observed },
      ]);
    }
    stage.signal?.throwIfAborted();
  }
}

function dayOfClaim({ scope, today }: DemoStage, { daysAgo }: DemoClaim, day: number): Date {
  return instantOf(scope.timeZone, shifted(today, day - daysAgo), '09:40');
}

function startClaim(
  stage: DemoStage,
  scope: Scope,
  device: BrokenDevice,
  claim: DemoClaim,
): Promise<StartedClaim> {
  const { category, isAccidental = false, observed, tried } = claim;
  const fault = { deviceId: device.id, category, isAccidental, observed, tried };
  const isForDepot = claim.batch !== undefined || !device.isCovered;
  // Changes of devices must never be dated back, so that a scan sends this one to repair.
  const body = { ...fault, staysInUse: true, ...(isForDepot && { vendor: DEPOT }) };
  return asOf(stage.session, dayOfClaim(stage, claim, 0), () =>
    stage.session.app.get(Claims).create(scope, body),
  );
}

async function takeSteps(
  stage: DemoStage,
  scope: Scope,
  { id, version }: StartedClaim,
  claim: DemoClaim,
): Promise<void> {
  const { app } = stage.session;
  let day = 0;
  for (const [i, { after, ...step }] of claim.steps.entries()) {
    day += after;
    // Each step is a version after the draft, which is the first.
    if (i + 1 < version) continue;
    const { warnings } = await app.get(ClaimsQueries).find(scope, id);
    const accepts = step.step === 'ready' && warnings.length > 0 && { acceptWarnings: true };
    await asOf(stage.session, dayOfClaim(stage, claim, day), () =>
      app.get(ClaimProgress).step(scope, id, null, { ...step, ...accepts }),
    );
  }
}

/**
 * Devices that people carry with them, so that no sweep and no scan of the demo has to do with them: some of each
 * school that the lead can see, and four times as many of the first schools.
 */
function workingDevices(
  { session, scope }: DemoStage,
  lead: Scope,
  first: readonly string[],
  count: number,
): Promise<BrokenDevice[]> {
  return session.app.get(DataSource).query<BrokenDevice[]>(
    `SELECT id, tag, site, "isCovered"
       FROM (SELECT w.*, row_number() OVER (PARTITION BY site ORDER BY "isCovered" DESC, md5(tag)) AS place
               FROM (SELECT d.id, d.asset_tag AS tag, s.code AS site,
                            EXISTS (SELECT FROM coverages c WHERE c.district_id = $1 AND c.device_id = d.id)
                              AS "isCovered"
                       FROM devices d JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
                      WHERE d.district_id = $1 AND d.status = 'deployed' AND d.room_id IS NULL
                        AND d.cart_id IS NULL AND d.asset_tag IS NOT NULL
                        AND ($2::uuid[] IS NULL OR s.id = ANY ($2))
                        AND NOT EXISTS (SELECT FROM claims k WHERE k.district_id = $1 AND k.device_id = d.id)) w
            ) ranked
      ORDER BY CASE WHEN site = ANY ($3) THEN place / 4 ELSE place END, site, place LIMIT $4`,
    [scope.districtId, siteFilter(lead), first, count],
  );
}

/** The claims that an earlier load has started, in their order. */
async function startedClaims({
  session,
  scope,
}: DemoStage): Promise<(BrokenDevice & { claim: StartedClaim })[]> {
  const rows = await session.app.get(DataSource).query<(BrokenDevice & StartedClaim & { claimId: string })[]>(
    `SELECT d.id, d.asset_tag AS tag, s.code AS site, k.coverage_id IS NOT NULL AS "isCovered", k.id AS "claimId",
            k.version
       FROM claims k
       JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
       JOIN sites s ON s.district_id = $1 AND s.id = k.site_id
      WHERE k.district_id = $1 ORDER BY k.sequence`,
    [scope.districtId],
  );
  return rows.map(({ claimId, version, ...device }) => ({ ...device, claim: { id: claimId, version } }));
}
