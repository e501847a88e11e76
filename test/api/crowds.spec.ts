import type { Response, Test } from 'supertest';
import { Pools } from '../../src/database/pools/pools.js';
import { POOL_WAIT_SECONDS } from '../../src/database/pools/watched-pool.js';
import { RecountService } from '../../src/count-evidence/recount.service.js';
import { testApp } from '../support/app.js';
import { AT_ONCE, crowd, type Sender, tallyOf } from '../support/crowd.js';
import { CROWD_ROWS, type CrowdRow, succeeded, WITHOUT_CROWD } from '../support/crowd-rows.js';
import { makeWorld } from '../support/district-world.js';
import { longestHold } from '../support/event-loop.js';
import { type RouteRow, ROUTES } from '../support/route-table.js';

/** Connections to the database, as many as a new Rollcall has. */
const POOL = 10;

const WRITES = Object.entries(ROUTES).filter(([name]) => !name.startsWith('GET '));
const CROWDS = WRITES.filter(([name]) => !(name in WITHOUT_CROWD));

let sender: Sender;
/** The longest that the thread did not let go, in milliseconds, and meanwhile what. */
const longest = { ms: 0, of: '' };
const since = performance.now();

beforeAll(async () => {
  const app = await testApp({ ROLE: 'api', DATABASE_POOL: String(POOL) });
  const { district, own } = await makeWorld(app);
  sender = { app, district, admin: district.admin, place: own };
});

// A server that is stuck would not close either.
afterAll(() =>
  Promise.race([sender.app.close(), new Promise((resolve) => setTimeout(resolve, 5_000).unref())]),
);

/** What one of a crowd sends. */
function request(name: string, route: RouteRow, row: CrowdRow, thing: string, i: number): Test {
  const method = name.split(' ')[0]?.toLowerCase() as 'post' | 'put' | 'patch' | 'delete';
  const { admin, app, place } = sender;
  const path = row.path && thing ? row.path(thing) : route.path(place);
  const isSession = route.who === 'anybody';
  const test = isSession ? app.http[method](`/api/v1${path}`) : admin[method](path);
  // Sign-ins slow down by network address. Each comes from another one.
  void test.set({ 'if-match': '*', 'x-forwarded-for': `10.2.${i}.7` });
  if (row.send) return row.send(test, thing, sender, i);
  return route.send ? route.send(test, place) : test;
}

async function send(name: string, route: RouteRow): Promise<Response[]> {
  const row = CROWD_ROWS[name] ?? {};
  const things = (await row.before?.(sender)) ?? [];
  let answers: Response[] = [];
  const ms = await longestHold(async () => {
    answers = await crowd((i) => request(name, route, row, things[i] ?? '', i));
  });
  if (ms > longest.ms) Object.assign(longest, { ms, of: name });
  return answers;
}

describe('fifty requests at once, with ten connections to the database', () => {
  it('are sent to every route that writes, in a way that makes sense for it', () => {
    const names = new Set(WRITES.map(([name]) => name));
    expect(
      [...Object.keys(CROWD_ROWS), ...Object.keys(WITHOUT_CROWD)].filter((name) => !names.has(name)),
    ).toEqual([]);
    // The same request again and again would be refused. `crowd-rows.ts` must say what to send, or why nothing is.
    const unclear = CROWDS.filter(
      ([name, { always, conflicts, before }]) => (always || conflicts || before) && !CROWD_ROWS[name],
    );
    expect(unclear.map(([name]) => name)).toEqual([]);
  });

  it.each(CROWDS)(
    'each get their answer: %s',
    async (name, route) => {
      const answers = await send(name, route);
      const wanted = CROWD_ROWS[name]?.succeed ?? AT_ONCE;
      const wrong = answers.filter(({ status }) => status >= 500).length;
      const got = answers.filter(succeeded).length;
      if (wrong > 0 || got !== wanted) throw new Error(`${wanted} should succeed: ${tallyOf(answers)}`);
    },
    60_000,
  );

  it('of every kind at once each get an answer, too', async () => {
    const plain = CROWDS.filter(([name, { conflicts, always, before }]) => {
      const needsMore = CROWD_ROWS[name]?.before ?? before ?? conflicts ?? always;
      return !needsMore;
    });
    expect(plain.length).toBeGreaterThan(30);
    const answers = await crowd((i) => {
      const [name, route] = plain[i % plain.length] as (typeof plain)[number];
      return request(name, route, CROWD_ROWS[name] ?? {}, '', i);
    });
    expect(tallyOf(answers.filter((answer) => !succeeded(answer)))).toBe('');
  }, 60_000);
});

describe('after the crowds', () => {
  it('nobody waited longer for a connection than anybody may', async () => {
    const waits = Object.fromEntries(sender.app.get(Pools).longestWaits);
    process.stdout.write(
      `${CROWDS.length} crowds of ${AT_ONCE} took ${((performance.now() - since) / 1000).toFixed(1)} s. ` +
        `Longest wait for a connection: ${JSON.stringify(waits)} s. ` +
        `Longest pause of the event loop: ${longest.ms.toFixed(0)} ms (${longest.of}).\n`,
    );
    expect(Object.keys(waits)).toContain('main');
    expect(Math.max(...Object.values(waits))).toBeLessThan(POOL_WAIT_SECONDS);
  });

  it('Rollcall answers as before, and no connection is left in use', async () => {
    const { app, admin } = sender;
    for (const path of ['/devices', '/sites', '/time-entries', '/scans', '/counts?groupBy=site']) {
      const began = performance.now();
      await admin.get(path).expect(200);
      expect(performance.now() - began).toBeLessThan(2_000);
    }
    await app.http.get('/health/ready').expect(200);
    expect(app.get(Pools).inUse()).toEqual({});
  });

  it('a recount finds no difference', async () => {
    const { app, district } = sender;
    await app.fold();
    const differences: string[] = [];
    const recount = app.get(RecountService);
    const { devices } = await recount.check(district.id, ({ what, detail }) =>
      differences.push(`${what} ${detail}`),
    );
    expect(devices).toBeGreaterThan(200);
    expect(differences).toEqual([]);
  });
});
