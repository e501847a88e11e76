import pg from 'pg';
import { CountsFold } from '../../counts/ledger/counts-fold.js';
import { CountsQueries, IN_USE } from '../../counts/counts.queries.js';
import { ChangeSetsService } from '../../devices/change-sets/change-sets.service.js';
import { generateFleet } from '../fleet/generate-fleet.js';
import type { Session } from '../session.js';
import { namesIn, prepareCatalogue } from './demo-catalogue.js';
import { recordFleet } from './demo-devices.js';
import { type DemoDistrict, makeDemoAccount, openDemoDistrict } from './demo-district.js';
import { loadDemoSites } from './demo-sites.js';
import { DEMO_CHANGE_SET, irvineSites } from './irvine.js';

export interface DemoOptions {
  /** Stops the load after the transaction that runs; the next load goes on there. */
  signal?: AbortSignal;
  /** Last day of the story, `YYYY-MM-DD`, for who cannot wait: the day the demo was begun where nothing is said. */
  to?: string;
}

/** What is there once the demo is loaded. */
export interface LoadedDemo {
  /** Of the account, where this call made it; it is told once. */
  password: string | null;
  sites: number;
  devices: number;
  events: number;
  activeDevices: number;
  storyEndsOn: string;
}

/** Two loads at once would wait for each other's codes a thousand devices at a time; the second waits here. */
const LOCK = 'rollcall demo';

/**
 * Loads the demo: Irvine's sites, and its fleet from 2010 to today, as events. Goes on with one that was killed
 * half-way, and leaves one that is complete as it is. Works beside a running server and without one.
 * @throws Conflict where a district that is not the demo's has its slug
 */
export async function loadDemo(session: Session, options: DemoOptions = {}): Promise<LoadedDemo> {
  // A connection of its own: the other load may take minutes, and the pool's connections must not wait that long.
  const lock = new pg.Client({ connectionString: session.database.appUrl });
  await lock.connect();
  try {
    await lock.query(`SELECT pg_advisory_lock(hashtext($1))`, [LOCK]);
    const district = await openDemoDistrict(session);
    let password: string | null = null;
    if (!district.isComplete) {
      await load(session, district, options);
      password = await makeDemoAccount(session, district.scope);
    }
    return await summary(session, district, password);
  } finally {
    await lock.end();
  }
}

async function load(
  session: Session,
  { scope, storyEndsOn }: DemoDistrict,
  options: DemoOptions,
): Promise<void> {
  await loadDemoSites(session, scope);
  const sites = irvineSites();
  const tell = (): ReturnType<typeof generateFleet> =>
    generateFleet({ sites, story: 'irvine', to: options.to ?? storyEndsOn });
  // The story is told twice, which takes a second, so that it need never be held in memory whole.
  const names = namesIn(
    tell(),
    sites.map(({ code }) => code),
  );
  const refs = await prepareCatalogue(session, scope, names);
  const context = { refs, timeZone: scope.timeZone };
  await recordFleet(session, scope, {
    devices: tell(),
    total: names.devices,
    context,
    signal: options.signal,
  });
  await session.app.get(CountsFold).foldAll();
}

async function summary(
  { app }: Session,
  { scope, storyEndsOn }: DemoDistrict,
  password: string | null,
): Promise<LoadedDemo> {
  const { devices, events } = await app.get(ChangeSetsService).find(scope, DEMO_CHANGE_SET);
  const counts = await app.get(CountsQueries).counts(scope, { groupBy: ['site'], statuses: IN_USE });
  return {
    password,
    sites: counts.groups.length,
    devices,
    events,
    activeDevices: counts.total,
    storyEndsOn,
  };
}
