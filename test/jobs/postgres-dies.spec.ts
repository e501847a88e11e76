import { setTimeout as sleep } from 'node:timers/promises';
import { prepare } from '../../scripts/prepare.mjs';
import { RecountService } from '../../src/count-evidence/recount.service.js';
import { type TestApp, testApp } from '../support/app.js';
import { freshTag, LATITUDE, register, type Register } from '../support/devices.js';
import { until } from '../support/jobs.js';
import { OwnServer } from '../support/own-server.js';
import { RollcallChild } from '../support/rollcall-child.js';

const DEVICES = 400;
const CALLERS = 24;
/** Moments between them differ, so that PostgreSQL dies under all kinds of work. */
const DEATHS_AFTER_MS = [900, 350, 1_200, 600, 150];

let server: OwnServer;
let app: TestApp;
let here: Register;
let child: RollcallChild;
let tags: string[];

beforeAll(async () => {
  await prepare(() => undefined);
  server = await OwnServer.start();
  const { appUrl, ownerUrl } = server;
  const database = { name: 'rollcall', appUrl, ownerUrl, oneUserUrl: ownerUrl, drop: async () => undefined };
  app = await testApp({ ROLE: 'api' }, database);
  here = await register(app);
  tags = Array.from({ length: DEVICES }, () => freshTag());
  await here.batch(tags.map((assetTag) => ({ assetTag, ...LATITUDE, site: 'A' })));
  child = await RollcallChild.start(appUrl);
}, 300_000);

afterAll(async () => {
  await child.killHard();
  await app.close();
  await server.remove();
});

/** One request of a technician's day, a different one for each caller. */
async function ask(caller: number): Promise<number> {
  const tag = tags[Math.floor(Math.random() * DEVICES)] ?? '';
  const body = { assetTag: freshTag(), ...LATITUDE, site: 'A' };
  const [path, ...sent] = [
    [`/devices/lookup?code=${tag}`],
    ['/devices?limit=50&q=lat'],
    ['/devices/export/csv'],
    ['/field/devices'],
    ['/counts'],
    ['/devices', body],
  ][caller % 6] as [string, object?];
  const answer = await fetch(`${child.url}/api/v1${path}`, {
    ...(sent.length > 0 && { method: 'POST', body: JSON.stringify(sent[0]) }),
    headers: { authorization: `Bearer ${here.admin.token}`, 'content-type': 'application/json' },
    signal: AbortSignal.timeout(60_000),
  });
  // A file that is cut off in the middle shows itself as one that is not whole.
  await answer.text().catch(() => undefined);
  return answer.status;
}

it('answers on while PostgreSQL dies and comes back: with what was asked for, or with 503', async () => {
  const statuses = new Map<number, number>();
  let isOver = false;
  const callers = Array.from({ length: CALLERS }, async (_, caller) => {
    while (!isOver) {
      const status = await ask(caller);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  });
  for (const ms of DEATHS_AFTER_MS) {
    await until(60, async () => ((await ask(0)) === 200 ? true : undefined));
    await sleep(ms);
    await server.crash();
  }
  await until(60, async () => ((await ask(0)) === 200 ? true : undefined));
  isOver = true;
  await Promise.all(callers);

  expect(child.isAlive).toBe(true);
  expect([...statuses.keys()].toSorted()).toEqual([200, 201, 503]);
  for (let caller = 0; caller < 6; caller += 1) expect(await ask(caller)).toBeLessThan(300);
  const differences: unknown[] = [];
  await app.get(RecountService).check(here.district.id, (found) => differences.push(found));
  expect(differences).toEqual([]);
}, 300_000);
