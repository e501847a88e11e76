import { prepare } from '../../scripts/prepare.mjs';
import { pickFreePort } from '../../src/database/embedded/embedded-server.js';
import { type TestApp, testApp } from '../support/app.js';
import { freshTag, LATITUDE, register, type Register } from '../support/devices.js';
import { Phone } from '../support/phone.js';
import { until } from '../support/jobs.js';
import { dice } from '../support/random-walk.js';
import { RollcallProcess } from '../support/rollcall-process.js';
import type { ScanResultJson } from '../support/scans.js';

const DEVICES = 300;
const SCANS = 5_000;
const DAY_MS = 86_400_000;
const KILLS = 3;

let app: TestApp;
let here: Register;
let server: RollcallProcess | undefined;

beforeAll(async () => {
  await prepare(() => undefined);
  app = await testApp({ ROLE: 'api' });
  here = await register(app);
}, 300_000);

afterAll(async () => {
  await server?.stop();
  await app.close();
});

function start(port: number): RollcallProcess {
  return new RollcallProcess({
    DATABASE_URL: app.database.appUrl,
    DATABASE_OWNER_URL: app.database.ownerUrl,
    PORT: String(port),
    ROLE: 'api',
    LOG_LEVEL: 'info',
  });
}

async function counted(sql: string): Promise<number> {
  const [row] = await app.source.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM ${sql} AND district_id = $1`,
    [here.district.id],
  );
  return row?.count ?? 0;
}

/** Scans of 300 devices in every order, at two sites. */
function scanAll(phones: readonly Phone[], tags: readonly string[], random: () => number): void {
  const any = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  for (let i = 0; i < SCANS; i += 1) {
    const site = any(['A', 'B']);
    const room = String(1 + Math.floor(random() * 9));
    const action = any(['seen', 'move', 'move', 'deploy', 'return', 'repair']);
    const code = random() < 0.002 ? `NOBODY-${i % 7}` : any(tags);
    any(phones).scan(code, action, action === 'seen' ? { site } : { site, room });
  }
}

it('loses no scan and applies none twice: three phones, a server that dies, answers that are lost', async () => {
  const random = dice(23);
  const tags = Array.from({ length: DEVICES }, () => freshTag());
  await here.batch(tags.map((assetTag, i) => ({ assetTag, ...LATITUDE, site: i % 2 ? 'A' : 'B' })));
  const users = await Promise.all(
    [1, 2, 3].map(() => app.user(here.district, 'technician', { sites: ['A', 'B'] })),
  );
  const phones = users.map(({ token }, i) => new Phone(token, [DAY_MS, -DAY_MS, 0][i] ?? 0, random));
  scanAll(phones, tags, random);

  const port = await pickFreePort();
  const url = `http://127.0.0.1:${port}`;
  server = start(port);
  await server.ready();
  const trouble = { isOver: false };
  const uploads = Promise.all(phones.map((phone) => phone.upload(() => url, trouble)));
  for (let kill = 0; kill < KILLS; kill += 1) {
    // So many have arrived, and there are as many to come after the last of the kills.
    const arrived = ((kill + 1) * SCANS) / (KILLS + 1);
    await until(60, async () => ((await counted('scans WHERE true')) >= arrived ? true : undefined));
    server.signal('SIGKILL');
    await server.ended();
    server = start(port);
    await server.ready();
    if (kill > 0) continue;
    // Meanwhile one of them is taken off a school.
    const accountId = users[2]?.scope.accountId;
    await here.admin
      .patch(`/accounts/${accountId}`)
      .set('if-match', '*')
      .send({ sites: ['A'] })
      .expect(200);
  }
  trouble.isOver = true;
  await uploads;

  const results = phones.flatMap((phone) => phone.results);
  const ids = new Set(phones.flatMap((phone) => phone.ids));
  expect(ids.size).toBe(SCANS);
  expect(await counted('scans WHERE true')).toBe(SCANS);
  expect(phones.reduce((sum, { resent }) => sum + resent, 0)).toBeGreaterThanOrEqual(KILLS);
  expect(results.filter(({ outcome }) => outcome === 'refused')).toEqual([]);

  // What the phones were told is what the register has.
  const becameOf = ({ outcome, was }: ScanResultJson): string => was ?? outcome;
  for (const outcome of ['applied', 'conflict', 'unknown'])
    expect([outcome, results.filter((one) => becameOf(one) === outcome).length]).toEqual([
      outcome,
      await counted(`scans WHERE outcome = '${outcome}'`),
    ]);
  expect(await counted(`scans WHERE reason = 'OUT_OF_SCOPE'`)).toBeGreaterThan(0);
  expect(await counted(`scans WHERE reason = 'CHANGED_MEANWHILE'`)).toBeGreaterThan(50);

  // Each applied scan that changed something is one event, of a change set of its own for that device.
  const changed = await counted(`scans WHERE change_set_id IS NOT NULL`);
  expect(changed).toBeGreaterThan(500);
  expect(await counted(`device_events WHERE type <> 'entered'`)).toBe(changed);
  const [twice] = await app.source.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM (SELECT FROM scans WHERE change_set_id IS NOT NULL AND district_id = $1
       GROUP BY change_set_id, device_id HAVING count(*) > 1) t`,
    [here.district.id],
  );
  expect(twice?.count).toBe(0);
  const sightings = await counted('device_sightings WHERE true');
  expect(sightings).toBe(await counted(`scans WHERE outcome = 'applied'`));
  // No clock of a phone has put anything ahead, or into yesterday.
  expect(await counted(`scans WHERE effective_at > received_at`)).toBe(0);
  expect(await counted(`scans WHERE effective_at < received_at - interval '20 minutes'`)).toBe(0);
  expect(await here.differences()).toEqual([]);

  // The inbox lists every conflict once.
  const listed = new Set<string>();
  let cursor = '';
  do {
    const { body } = await here.admin.get(`/conflicts?limit=200${cursor}`).expect(200);
    const page = body as { items: { id: string }[]; nextCursor: string | null };
    for (const { id } of page.items) listed.add(id);
    cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
  } while (cursor !== '');
  expect(listed.size).toBe(await counted(`scans WHERE outcome = 'conflict'`));
}, 300_000);
