import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { prepare } from '../../scripts/prepare.mjs';
import { RecountService } from '../../src/count-evidence/recount.service.js';
import { FLEET_SITES, fleetOf } from '../support/fleets.js';
import { ImportsUnderFire } from '../support/imports-under-fire.js';

const ROWS = 8_000;
/**
 * Rows after which the worker dies, and then PostgreSQL: fixed, so that a failure can be had again. Between them lie
 * the reading (in batches of 2,000), the comparing, and commits of 1,000; the milliseconds move it inside of a chunk.
 */
const WORKER_DIES: readonly Moment[] = [
  { stage: 'reading', rows: 0, ms: 40 },
  { stage: 'reading', rows: 4_000, ms: 5 },
  { stage: 'reading', rows: 4_000, ms: 120 },
  { stage: 'committing', rows: 0, ms: 15 },
  { stage: 'committing', rows: 2_000, ms: 90 },
  { stage: 'committing', rows: 4_000, ms: 170 },
  { stage: 'committing', rows: 6_000, ms: 55 },
];
const POSTGRES_DIES: readonly Moment[] = [
  { stage: 'reading', rows: 0, ms: 60 },
  { stage: 'committing', rows: 2_000, ms: 140 },
  { stage: 'committing', rows: 5_000, ms: 20 },
];

interface Moment {
  stage: 'reading' | 'committing';
  /** The kill comes once so many rows are through. */
  rows: number;
  ms: number;
}

let fire: ImportsUnderFire;
let csv: string;

beforeAll(async () => {
  await prepare(() => undefined);
  ({ csv } = await fleetOf(ROWS));
  fire = await ImportsUnderFire.start(FLEET_SITES);
}, 300_000);

afterAll(() => fire.end());

/** Each row once: as many devices, codes that fit, entries and outcomes as rows; and counts that hold. */
async function expectWhole(districtId: string, importId: string): Promise<void> {
  const db = new pg.Client({ connectionString: fire.server.appUrl });
  await db.connect();
  const { rows } = await db.query(
    `SELECT (SELECT count(*)::int FROM devices WHERE district_id = $1) AS devices,
            (SELECT count(DISTINCT serial_number)::int FROM devices WHERE district_id = $1) AS serials,
            (SELECT count(*)::int FROM device_events WHERE district_id = $1 AND type = 'entered') AS entries,
            (SELECT count(*)::int FROM import_outcomes WHERE district_id = $1 AND import_id = $2 AND outcome = 'add') AS added,
            (SELECT (plan->>'add')::int FROM imports WHERE district_id = $1 AND id = $2) AS told,
            (SELECT count(*)::int FROM import_rows WHERE district_id = $1 AND import_id = $2) AS staged`,
    [districtId, importId],
  );
  await db.end();
  expect(rows).toEqual([{ devices: ROWS, serials: ROWS, entries: ROWS, added: ROWS, told: ROWS, staged: 0 }]);
  const differences: unknown[] = [];
  await fire.api.get(RecountService, { strict: false }).check(districtId, (found) => differences.push(found));
  expect(differences).toEqual([]);
}

/** Waits for each moment and does what it is for; answers how many there were before the import was done. */
async function atMoments(
  moments: readonly Moment[],
  importId: string,
  strike: () => Promise<void>,
): Promise<number> {
  let struck = 0;
  for (const { stage, rows, ms } of moments) {
    const isThere = await fire.reaches(importId, stage, rows);
    if (!isThere) break;
    await sleep(ms);
    await strike();
    struck += 1;
  }
  return struck;
}

describe(`an import of ${ROWS} rows`, () => {
  it(`survives seven deaths of its worker: ${JSON.stringify(WORKER_DIES)}`, async () => {
    const { districtId, importId } = await fire.upload(csv);
    await fire.startWorker();
    const struck = await atMoments(WORKER_DIES, importId, async () => {
      await fire.killWorker();
      await fire.endLease(importId);
      await fire.startWorker();
    });
    expect(struck).toBe(WORKER_DIES.length);
    expect(await fire.over(importId)).toBe('committed');
    await expectWhole(districtId, importId);
  }, 600_000);

  it(`survives three deaths of PostgreSQL: ${JSON.stringify(POSTGRES_DIES)}`, async () => {
    const { districtId, importId } = await fire.upload(csv);
    await fire.startWorker();
    const struck = await atMoments(POSTGRES_DIES, importId, () => fire.server.crash());
    expect(struck).toBe(POSTGRES_DIES.length);
    expect(await fire.over(importId)).toBe('committed');
    expect(fire.workerIsAlive).toBe(true);
    await expectWhole(districtId, importId);
  }, 600_000);
});
