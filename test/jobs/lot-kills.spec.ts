import { setTimeout as sleep } from 'node:timers/promises';
import { prepare } from '../../scripts/prepare.mjs';
import { type TestApp, testApp } from '../support/app.js';
import { freshTag, LATITUDE, register, type Register } from '../support/devices.js';
import { LotDesk, type LotJson, pickUp } from '../support/lot-desk.js';
import { dice } from '../support/random-walk.js';
import { RollcallChild } from '../support/rollcall-child.js';
import { sanitizationOf } from '../support/sanitization-body.js';

/** Half of them while a lot is frozen, half while it is picked up. */
const KILLS = Number(process.env['ROLLCALL_TEST_LOT_KILLS'] ?? 8);
const DEVICES = 60;
/** A step of a process that has just started takes about this long. */
const STEP_MS = 1_500;

let app: TestApp;
let here: Register;
let desk: LotDesk;
let child: RollcallChild;
let next: RollcallChild;

const load = (): RollcallChild => new RollcallChild(app.database.appUrl, 'api');

beforeAll(async () => {
  await prepare(() => undefined);
  app = await testApp();
  here = await register(app);
  desk = new LotDesk(here, here.admin);
  child = load();
  next = load();
  await child.run();
}, 300_000);

afterAll(async () => {
  await child.killHard();
  await next.killHard();
  await app.close();
});

async function restart(): Promise<void> {
  await child.killHard();
  child = next;
  next = load();
  await child.run();
}

async function openLot(): Promise<{ id: string; deviceIds: string[] }> {
  const rows = Array.from({ length: DEVICES }, () => ({ ...LATITUDE, assetTag: freshTag(), site: 'A' }));
  const { results } = await here.batch(rows);
  await here.batch(rows.map(({ assetTag }) => ({ assetTag, status: 'retired' })));
  const deviceIds = results.map(({ id }) => id ?? '');
  await here.admin
    .post('/sanitizations')
    .send(sanitizationOf(...deviceIds))
    .expect(201);
  await here.admin.post('/releases').send({ deviceIds, service: 'google_admin' }).expect(201);
  const { id } = await desk.lot();
  await desk.put(id, { add: deviceIds });
  return { id, deviceIds };
}

/** Sends a step to the process that is killed meanwhile. */
async function stepAndKill(id: string, body: object, afterMs: number): Promise<void> {
  const asked = fetch(`${child.url}/api/v1/lots/${id}/steps`, {
    method: 'POST',
    headers: { authorization: `Bearer ${here.admin.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  await sleep(afterMs);
  await restart();
  await asked;
}

interface Rows {
  holds: number;
  positions: number;
  files: number;
  disposed: number;
  ended: number;
  obligations: number;
}

async function rowsOf(id: string, deviceIds: string[]): Promise<Rows> {
  const count = (sql: string): string => `(SELECT count(*)::int ${sql})`;
  const [row] = await app.source.query<Rows[]>(
    `SELECT ${count(`FROM device_holds WHERE district_id = $1 AND subject_id = $2 AND lifted_at IS NULL`)} AS holds,
            ${count(`FROM lot_devices WHERE district_id = $1 AND lot_id = $2 AND position IS NOT NULL`)} AS positions,
            ${count(`FROM files WHERE district_id = $1 AND name LIKE 'lot-' || (SELECT number FROM lots WHERE district_id = $1 AND id = $2) || '-%'`)} AS files,
            ${count(`FROM devices WHERE district_id = $1 AND id = ANY ($3::uuid[]) AND status = 'disposed'`)} AS disposed,
            ${count(`FROM lot_devices WHERE district_id = $1 AND lot_id = $2 AND ended_at IS NOT NULL`)} AS ended,
            ${count(`FROM lot_obligations WHERE district_id = $1 AND lot_id = $2`)} AS obligations`,
    [here.district.id, id, deviceIds],
  );
  if (!row) throw new Error('no rows');
  return row;
}

const NOTHING: Rows = { holds: 0, positions: 0, files: 0, disposed: 0, ended: 0, obligations: 0 };
const FROZEN: Rows = { ...NOTHING, holds: DEVICES, positions: DEVICES, files: 2 };
const GONE: Rows = {
  ...FROZEN,
  holds: 0,
  files: 3,
  disposed: DEVICES,
  ended: DEVICES,
  obligations: 2,
};
const AS_IT_IS: Partial<Record<LotJson['state'], Rows>> = {
  open: NOTHING,
  frozen: FROZEN,
  approved: FROZEN,
  picked_up: GONE,
};

it(
  'a lot is frozen or it is not, and it is picked up or it is not, whenever Rollcall is killed',
  async () => {
    const random = dice(15);
    const seen: Record<string, number> = {};
    const look = async (id: string, deviceIds: string[]): Promise<LotJson['state']> => {
      const { state } = await desk.read(id);
      expect([state, await rowsOf(id, deviceIds)]).toEqual([state, AS_IT_IS[state]]);
      seen[state] = (seen[state] ?? 0) + 1;
      return state;
    };
    for (let kill = 0; kill < KILLS; kill += 2) {
      const { id, deviceIds } = await openLot();
      await stepAndKill(id, { step: 'freeze' }, random() * STEP_MS);
      if ((await look(id, deviceIds)) === 'open') await desk.done(id, { step: 'freeze' });
      await desk.done(id, { step: 'approve', boardItem: (await desk.boardItem()).id });
      await stepAndKill(id, pickUp(DEVICES), random() * STEP_MS);
      if ((await look(id, deviceIds)) === 'approved') await desk.done(id, pickUp(DEVICES));
      expect(await look(id, deviceIds)).toBe('picked_up');
    }
    expect(await here.differences()).toEqual([]);
    process.stdout.write(`${KILLS} kills of lots with ${DEVICES} devices: ${JSON.stringify(seen)}\n`);
  },
  120_000 + KILLS * 15_000,
);
