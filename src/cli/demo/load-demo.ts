import { DataSource } from 'typeorm';
import { CountsFold } from '../../counts/ledger/counts-fold.js';
import { CountsQueries, IN_USE } from '../../counts/counts.queries.js';
import { ChangeSetsService } from '../../devices/change-sets/change-sets.service.js';
import { refreshStatistics } from '../../database/fresh-statistics.js';
import { SteadyClient } from '../../database/steady-client.js';
import { generateFleet } from '../fleet/generate-fleet.js';
import type { Session } from '../session.js';
import { type DemoDistrict, openDemoDistrict } from './demo-district.js';
import { loadDemoSites } from './demo-sites.js';
import type { DemoStage } from './demo-stage.js';
import { demoYear } from './demo-year.js';
import { loadScans } from './field/load-scans.js';
import { loadSweeps } from './field/load-sweeps.js';
import { namesIn, prepareCatalogue } from './fleet/demo-catalogue.js';
import { recordFleet } from './fleet/demo-devices.js';
import { DEMO_CHANGE_SET, irvineSites, schoolPoints } from './irvine.js';
import { checkedOut } from './people/check-outs.js';
import {
  makeAccounts,
  makeSignIns,
  SHOWN_SCHOOL,
  type SignIn,
  TECHNICIAN_EMAIL,
} from './people/demo-accounts.js';
import { type DemoPerson, inventPeople } from './people/invented-people.js';
import { idsOfPeople, loadEnrollment, loadPeople } from './people/load-people.js';
import { loadOpenImport } from './reports/load-open-import.js';
import { loadReplacements, loadReports } from './reports/load-reports.js';
import { loadAssessments } from './salvage/load-assessments.js';
import { loadLots } from './salvage/load-lots.js';
import { loadSanitizations } from './salvage/load-sanitizations.js';
import { loadAbsence } from './support/load-absences.js';
import { loadPurchases } from './support/load-purchases.js';
import { loadModelAndCalendar, loadTechnicians } from './support/load-technicians.js';
import { loadTimeEntries } from './support/load-time-entries.js';
import { type PlannedTechnician, planWeek } from './support/week-plan.js';
import { loadBatches } from './warranty/load-batches.js';
import { loadChecklists, loadClaimTerms } from './warranty/load-claim-settings.js';
import { loadClaims } from './warranty/load-claims.js';
import { loadCoverages } from './warranty/load-coverages.js';
import { loadReplies } from './warranty/load-replies.js';
import { loadVendorPeople, loadVendors } from './warranty/load-vendors.js';

export interface DemoOptions {
  /** Stops the load after the transaction that runs; the next load goes on there. */
  signal?: AbortSignal;
  /** Last day of the fleet's story, `YYYY-MM-DD`, for tests; without it, the day on which the demo was begun. */
  to?: string;
}

/** What is there once the demo is loaded. */
export interface LoadedDemo {
  /** How to sign in, where this call made the passwords; they are shown once. */
  signIns: SignIn[] | null;
  sites: number;
  devices: number;
  events: number;
  activeDevices: number;
  storyEndsOn: string;
}

/** Two loads at once would wait for each other's codes a thousand devices at a time; the second waits here. */
const LOCK = 'rollcall demo';

/**
 * Loads the demo: Irvine's sites, its fleet from 2010 to today, as events, and what its people did this school year. Goes on with one that was killed
 * half-way, and leaves one that is complete as it is. Works beside a running server and without one.
 * @throws Conflict where a district that is not the demo's has its slug
 */
export async function loadDemo(session: Session, options: DemoOptions = {}): Promise<LoadedDemo> {
  // A connection of its own: the other load may take minutes, and the pool's connections must not wait that long.
  const lock = new SteadyClient({ connectionString: session.database.appUrl });
  await lock.connect();
  try {
    await lock.query(`SELECT pg_advisory_lock(hashtext($1))`, [LOCK]);
    const district = await openDemoDistrict(session);
    const { scope, storyEndsOn: today } = district;
    const stage = { session, scope, today, year: demoYear(today), signal: options.signal };
    const signIns = district.isComplete ? null : await load(stage, options.to ?? today);
    return await summary(session, district, signIns);
  } finally {
    await lock.end();
  }
}

/** The chapters of the demo, in their order. Each finds what it made before, and goes on from there. */
async function load(stage: DemoStage, to: string): Promise<SignIn[]> {
  const { session, scope, today, year } = stage;
  await loadDemoSites(session, scope);
  await loadEnrollment(stage);
  const sites = irvineSites();
  const people = [...inventPeople(sites, year, today)];
  await loadPeople(stage, people);
  const technicians = planWeek(sites, schoolPoints(), year.begins, {
    email: TECHNICIAN_EMAIL,
    homeSite: SHOWN_SCHOOL,
  });
  const accounts = await makeAccounts(stage, technicians);
  await loadFleet(stage, people, to);
  await loadSupport(stage, technicians, accounts);
  await loadFieldAndReports(stage, technicians, accounts);
  await loadWarranty(stage, technicians, accounts, to);
  await loadSanitizations(stage, accounts);
  await loadAssessments(stage, accounts);
  await loadLots(stage, accounts);
  await session.app.get(CountsFold).foldAll();
  return makeSignIns(stage, accounts);
}

async function loadFleet(stage: DemoStage, people: readonly DemoPerson[], to: string): Promise<void> {
  const { session, scope, today, year } = stage;
  const sites = irvineSites();
  const tell = (): ReturnType<typeof generateFleet> => generateFleet({ sites, story: 'irvine', to });
  // The story is told twice, which takes a second, so that it need never be held in memory whole.
  const names = namesIn(
    tell(),
    sites.map(({ code }) => code),
  );
  const refs = await prepareCatalogue(session, scope, names);
  const context = { refs, people: await idsOfPeople(stage), timeZone: scope.timeZone };
  await recordFleet(session, scope, {
    devices: checkedOut(tell(), people, year, today),
    total: names.devices,
    context,
    signal: stage.signal,
  });
  await refreshStatistics(session.app.get(DataSource), names.devices);
  await session.app.get(CountsFold).foldAll();
}

async function loadSupport(
  stage: DemoStage,
  planned: readonly PlannedTechnician[],
  accounts: ReadonlyMap<string, string>,
): Promise<void> {
  await loadModelAndCalendar(stage);
  const technicians = await loadTechnicians(stage, planned, accounts);
  await loadPurchases(stage, planned, { accounts, technicians });
  await loadTimeEntries(stage, planned, accounts);
  await loadAbsence(stage, planned, technicians);
}

async function loadFieldAndReports(
  stage: DemoStage,
  technicians: readonly PlannedTechnician[],
  accounts: ReadonlyMap<string, string>,
): Promise<void> {
  const [first] = technicians;
  if (!first) return;
  await loadReplacements(stage);
  await loadReports(stage, accounts, 1);
  await loadSweeps(stage, first, accounts);
  await loadScans(stage, technicians, accounts);
  await loadOpenImport(stage, first);
  await loadReports(stage, accounts, 2);
}

/** What is covered, and what is broken. */
async function loadWarranty(
  stage: DemoStage,
  [first]: readonly PlannedTechnician[],
  accounts: Map<string, string>,
  to: string,
): Promise<void> {
  await loadVendors(stage);
  await loadVendorPeople(stage, accounts);
  await loadCoverages(stage, accounts, to);
  await loadClaimTerms(stage);
  if (first) await loadClaims(stage, first, accounts);
  await loadChecklists(stage);
  await loadBatches(stage, accounts);
  await loadReplies(stage, accounts);
}

async function summary(
  { app }: Session,
  { scope, storyEndsOn }: DemoDistrict,
  signIns: SignIn[] | null,
): Promise<LoadedDemo> {
  const { devices, events } = await app.get(ChangeSetsService).find(scope, DEMO_CHANGE_SET);
  const counts = await app.get(CountsQueries).counts(scope, { groupBy: ['site'], statuses: IN_USE });
  return {
    signIns,
    sites: counts.groups.length,
    devices,
    events,
    activeDevices: counts.total,
    storyEndsOn,
  };
}
