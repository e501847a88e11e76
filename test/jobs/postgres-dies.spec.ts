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

/** A device was added, and the answer was not there any more. */
const LOST = 'ANSWER_LOST';

/** One request of a technician's day, a different one for each caller. @returns its status, or its code where that is more */
async function ask(caller: number): Promise<number | typeof LOST> {
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
  const text = await answer.text().catch(() => '');
  return answer.status === 409 && text.includes(`"code":"${LOST}"`) ? LOST : answer.status;
}

it('answers on while PostgreSQL dies and comes back: with what was asked for, or with 503', async () => {
  const statuses = new Map<number | typeof LOST, number>();
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
  const count = (status: number | typeof LOST): number => statuses.get(status) ?? 0;
  expect([...statuses.keys()].filter((status) => status !== LOST).toSorted()).toEqual([200, 201, 503]);
  const { total } = await here.count();
  expect(total).toBeGreaterThanOrEqual(DEVICES + count(201) + count(LOST));
  for (let caller = 0; caller < 6; caller += 1) expect([200, 201]).toContain(await ask(caller));
  const differences: unknown[] = [];
  await app.get(RecountService).check(here.district.id, (found) => differences.push(found));
  expect(differences).toEqual([]);
}, 300_000);
