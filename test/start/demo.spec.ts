import { setTimeout as sleep } from 'node:timers/promises';
import { DistrictsService } from '../../src/access/districts.service.js';
import { type Scope, systemScope } from '../../src/access/scope.js';
import { DEMO_CHANGE_SET, DEMO_EMAIL, IRVINE } from '../../src/cli/demo/irvine.js';
import { loadDemo, type LoadedDemo } from '../../src/cli/demo/load-demo.js';
import { levelOf } from '../../src/cli/fleet/fleet-levels.js';
import { DEVICE_KINDS } from '../../src/cli/fleet/fleet-types.js';
import type { Session } from '../../src/cli/session.js';
import { Settings } from '../../src/config/settings.js';
import { CountsQueries, type Dimension } from '../../src/counts/counts.queries.js';
import { GrowthQueries } from '../../src/counts/series/growth.queries.js';
import { SeriesQueries } from '../../src/counts/series/series.queries.js';
import { type Difference, RecountService } from '../../src/count-evidence/recount.service.js';
import { testApp, type TestApp } from '../support/app.js';
import { BruteForceCounts } from '../support/brute-force-counts.js';

/** The whole story takes a minute on two free cores; the part that the papers give numbers for, a third of it. */
const TO = '2016-09-30';
const ACTIVE = ['in_stock', 'deployed', 'in_repair'];
const DEVICES_BEFORE_STOP = 3_000;
const TIME_ENTRIES_BEFORE_STOP = 40;
/** Fourteen technicians, each with three entries on each of fifteen days. */
const TIME_ENTRIES = 14 * 3 * 15;
/** On a machine that is busy with other tests. */
const LOAD_MS = 600_000;

let app: TestApp;
let scope: Scope;
let demo: LoadedDemo;
let stopped: { reason: unknown; devices: number; passwords: number };
let stoppedLater: { reason: unknown; timeEntries: number; passwords: number };

function sessionOf(test: TestApp): Session {
  const { appUrl, ownerUrl } = test.database;
  const database = { appUrl, ownerUrl, adminUrl: ownerUrl, release: async () => undefined };
  return { app: test.nest, settings: test.get(Settings), database };
}

async function count(sql: string): Promise<number> {
  const [row] = await app.source.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${sql}`);
  return row?.count ?? 0;
}

async function active(asOf: string, kinds?: string[]): Promise<number> {
  const asked = { asOf, groupBy: [], statuses: ACTIVE, kinds };
  return (await app.get(CountsQueries).counts(scope, asked)).total;
}

/** Goes on with the demo until a table has so many rows, and stops it then, as Ctrl-C does. */
async function loadUntil(table: string, rows: number): Promise<unknown> {
  const stop = new AbortController();
  const loading = loadDemo(sessionOf(app), { to: TO, signal: stop.signal });
  const outcome = loading.then(
    () => 'complete',
    (error: unknown) => error,
  );
  while ((await count(table)) < rows) await sleep(20);
  stop.abort('stopped');
  return outcome;
}

beforeAll(async () => {
  app = await testApp({});
  const reason = await loadUntil('devices', DEVICES_BEFORE_STOP);
  stopped = { reason, devices: await count('devices'), passwords: await count('identities') };
  const later = await loadUntil('time_entries', TIME_ENTRIES_BEFORE_STOP);
  const [timeEntries, passwords] = [await count('time_entries'), await count('identities')];
  stoppedLater = { reason: later, timeEntries, passwords };
  // Two at once, as when a server starts while somebody runs the command.
  const both = await Promise.all([1, 2].map(() => loadDemo(sessionOf(app), { to: TO })));
  const [loaded, ...others] = both.filter(({ signIns }) => signIns !== null);
  if (!loaded || others.length > 0) throw new Error('not exactly one of two loads made the passwords');
  demo = loaded;
  scope = systemScope(await app.get(DistrictsService).bySlug(IRVINE.slug));
}, LOAD_MS);

afterAll(() => app.close());

describe('the demo', () => {
  it('stops between two transactions, and gives nobody a password before everything is there', () => {
    expect(stopped.reason).toBe('stopped');
    expect(stopped.devices % 1_000).toBe(0);
    expect(stopped.passwords).toBe(0);
    expect(stoppedLater.reason).toBe('stopped');
    expect(stoppedLater.timeEntries).toBeLessThan(TIME_ENTRIES);
    expect(stoppedLater.passwords).toBe(0);
  });

  it('goes on where it was stopped, with no device twice', async () => {
    expect(await count('devices')).toBe(demo.devices);
    expect(await count('(SELECT DISTINCT serial_number FROM devices) s')).toBe(demo.devices);
    expect(await count(`device_events WHERE change_set_id = '${DEMO_CHANGE_SET}'`)).toBe(demo.events);
    expect(await count(`change_sets WHERE kind = 'import'`)).toBe(1);
  });

  it('has 7,500 devices on 1 July 2010 and 22,000 all through September 2016', async () => {
    expect(await active('2010-06-30')).toBe(0);
    expect(await active('2010-07-01')).toBe(7_500);
    expect(await active('2016-09-01')).toBe(22_000);
    expect(await active('2016-09-30')).toBe(22_000);
  });

  it('has as many of each kind each September as the story says', async () => {
    for (let year = 2010; year <= 2016; year += 1)
      for (const kind of DEVICE_KINDS)
        expect([year, kind, await active(`${year}-09-01`, [kind])]).toEqual([
          year,
          kind,
          levelOf(kind, year),
        ]);
  });

  it('explains its growth, for every site, kind and school year, by the causes that its events have', async () => {
    const truth = await BruteForceCounts.read(app.source, scope.districtId, scope.timeZone);
    let groups = 0;
    for (let year = 2010; year <= 2016; year += 1) {
      const from = `${year}-06-30`;
      const to = year === 2016 ? TO : `${year + 1}-06-30`;
      const asked = { from, to, groupBy: ['site', 'kind'] as Dimension[], statuses: ACTIVE };
      const growth = await app.get(GrowthQueries).growth(scope, asked);
      const expected = truth.changes(from, to, ACTIVE);
      const found = new Map<string, number>();
      for (const { site, kind, before, after, change, causes } of growth.groups) {
        const sum = causes.reduce((total, one) => total + one.change, 0);
        expect([year, site, kind, change, sum]).toEqual([year, site, kind, after - before, after - before]);
        for (const one of causes) found.set(`${site} ${kind} ${one.cause}`, one.change);
        groups += 1;
      }
      expect([year, [...found].toSorted()]).toEqual([year, [...expected].toSorted()]);
      expect(growth.change).toBe((await active(to)) - (await active(from)));
    }
    expect(groups).toBeGreaterThan(500);
  });

  it('has every month between in its series, as a count of that day says it', async () => {
    const asked = { from: '2010-07-01', to: TO, interval: 'month' as const, statuses: ACTIVE };
    const { points } = await app.get(SeriesQueries).series(scope, { ...asked, groupBy: ['kind'] });
    expect(points).toHaveLength(75);
    for (const { on, total } of points) expect([on, total]).toEqual([on, await active(on)]);
    expect(points.at(-1)?.total).toBe(22_000);
  });

  it('leaves counts that a recount finds nothing wrong with', async () => {
    const differences: Difference[] = [];
    const { devices } = await app
      .get(RecountService)
      .check(scope.districtId, (found) => differences.push(found));
    expect(differences).toEqual([]);
    expect(devices).toBe(demo.devices);
    expect(await count('count_tail')).toBe(0);
  });

  it('has the real sites, with their pupils and the day they opened, an office and a warehouse', async () => {
    expect(await count('sites')).toBe(47);
    const [pupils] = await app.source.query<{ sum: number }[]>(
      `SELECT sum(pupils)::int AS sum FROM site_pupils WHERE school_year = 2025`,
    );
    expect(pupils?.sum).toBe(38_330);
    const rows = await app.source.query<{ name: string; on: string | null; type: string }[]>(
      `SELECT name, opened_on AS on, type FROM sites WHERE code = ANY ($1) ORDER BY code`,
      [['30736500133405', 'IUSD-DO', 'IUSD-WH']],
    );
    expect(rows).toEqual([
      { name: 'Portola High', on: '2016-07-01', type: 'high' },
      { name: 'District Office', on: null, type: 'office' },
      { name: 'District Warehouse', on: null, type: 'warehouse' },
    ]);
  });

  it('puts every cart into its room, and every device of a cart into the same', async () => {
    expect(await count('carts WHERE room_id IS NULL')).toBe(0);
    expect(
      await count(`devices d JOIN carts c ON c.district_id = d.district_id AND c.id = d.cart_id
                    WHERE d.room_id IS DISTINCT FROM c.room_id`),
    ).toBe(0);
    expect(await count('devices WHERE cart_id IS NOT NULL')).toBeGreaterThan(1_000);
  });

  it('knows until when its Chromebooks are updated, and each federal award by its number', async () => {
    const models = await count(`device_models WHERE platform = 'chromeos' AND kind = 'chromebook'`);
    expect(models).toBeGreaterThan(5);
    expect(await count(`device_models WHERE platform = 'chromeos' AND auto_update_name IS NOT NULL`)).toBe(
      models,
    );
    expect(await count(`funding_sources WHERE fain IS NOT NULL AND federal_share_percent = 100`)).toBe(
      await count(`(SELECT DISTINCT fain FROM funding_sources WHERE fain IS NOT NULL) f`),
    );
  });

  it('tells of every loss how, and of every theft the police report', async () => {
    const missing = `device_events WHERE changes -> 'status' ->> 1 = 'missing'`;
    expect(await count(missing)).toBeGreaterThan(100);
    expect(
      await count(`${missing} AND (details ->> 'missingSince' IS NULL OR details ->> 'missing' IS NULL
                    OR (details ->> 'missing' = 'stolen' AND details ->> 'policeReportNumber' IS NULL))`),
    ).toBe(0);
  });

  it('has students and staff of this school year, and devices that they have, some of them late', async () => {
    const [enrolled] = await app.source.query<{ year: number; sum: number }[]>(
      `SELECT school_year AS year, sum(pupils)::int AS sum FROM site_pupils GROUP BY 1 ORDER BY 1 DESC LIMIT 1`,
    );
    expect(await count(`people WHERE role = 'student'`)).toBe(enrolled?.sum);
    expect(await count(`people WHERE role = 'staff'`)).toBeGreaterThan(1_500);
    const open = `custody c JOIN people p ON p.district_id = c.district_id AND p.id = c.person_id
                  WHERE c.returned_at IS NULL`;
    expect(await count(open)).toBeGreaterThan(1_000);
    expect(await count(`${open} AND c.due_on < '${demo.storyEndsOn}'`)).toBeGreaterThan(10);
    expect(await count(`${open} AND p.left_on <= '${demo.storyEndsOn}'`)).toBeGreaterThan(3);
    expect(
      await count(`(SELECT person_id FROM custody WHERE returned_at IS NULL
                          GROUP BY 1 HAVING count(*) > 1) more`),
    ).toBe(0);
  });

  it('has a plan for this school year: technicians with a full week, time to approve, somebody away', async () => {
    expect(await count(`allocation_settings WHERE model_key = 'irvine-demo'`)).toBe(1);
    expect(await count('technicians')).toBe(16);
    expect(
      await count(`(SELECT technician_id FROM support_assignments WHERE cancelled_at IS NULL
                     GROUP BY 1 HAVING count(DISTINCT weekday) = 5) full_weeks`),
    ).toBe(14);
    expect(await count('time_entries')).toBe(TIME_ENTRIES);
    expect(await count(`time_entries WHERE state = 'approved'`)).toBe((TIME_ENTRIES * 2) / 3);
    expect(await count(`time_entries WHERE state = 'reported'`)).toBe(TIME_ENTRIES / 3);
    expect(await count('technician_absences')).toBe(1);
    expect(await count('support_covers')).toBe(1);
  });

  it('has requests of principals in every state, each once, and gifts', async () => {
    const states = await app.source.query<{ state: string; count: number }[]>(
      `SELECT state, count(*)::int AS count FROM support_purchases GROUP BY 1 ORDER BY 1`,
    );
    expect(states).toEqual([
      { state: 'approved', count: 2 },
      { state: 'cancelled', count: 1 },
      { state: 'draft', count: 2 },
      { state: 'encumbered', count: 1 },
      { state: 'submitted', count: 3 },
    ]);
    expect(await count(`support_purchases WHERE payer = 'gift'`)).toBe(2);
    expect(
      await count(`steps_taken s JOIN accounts a ON a.district_id = s.district_id AND a.id = s.taken_by
                    WHERE s.subject_kind = 'support_purchase' AND s.step = 'submit' AND a.role = 'site_staff'`),
    ).toBe(8);
  });

  it('has inventory checks that are open and closed, and scans that wait for somebody', async () => {
    expect(await count('sweeps WHERE closed_at IS NOT NULL')).toBe(3);
    expect(await count('sweeps WHERE closed_at IS NULL')).toBe(2);
    expect(await count(`scans WHERE outcome = 'unknown'`)).toBeGreaterThan(4);
    const reasons = await app.source.query<{ reason: string }[]>(
      `SELECT DISTINCT reason FROM scans WHERE outcome = 'conflict' ORDER BY 1`,
    );
    expect(reasons.map(({ reason }) => reason)).toEqual([
      'CHANGED_MEANWHILE',
      'DEVICE_ILLEGAL_MOVE',
      'OUT_OF_SCOPE',
      'RE_ENTERED',
    ]);
  });

  it('has reports with outputs, one of them to compare with the one before, and what a new device costs', async () => {
    expect(await count('saved_reports')).toBe(4);
    expect(await count('saved_reports WHERE schedule IS NOT NULL AND next_run_at IS NOT NULL')).toBe(2);
    expect(await count(`report_outputs WHERE made_at IS NOT NULL`)).toBe(5);
    expect(await count('replacement_settings WHERE price_cents > 0 AND life_months > 0')).toBe(5);
  });

  it('has vendors with hours, promised times and somebody to write to, each once', async () => {
    const vendors = await app.source.query<{ key: string; roles: string[]; contacts: number }[]>(
      `SELECT key, roles, jsonb_array_length(contacts) AS contacts FROM vendors ORDER BY key`,
    );
    expect(vendors).toEqual([
      { key: 'apple', roles: ['manufacturer'], contacts: 1 },
      { key: 'dell', roles: ['manufacturer', 'reseller'], contacts: 3 },
      { key: 'harbor-device-insurance', roles: ['insurer'], contacts: 2 },
      { key: 'hp', roles: ['manufacturer'], contacts: 2 },
      { key: 'lenovo', roles: ['manufacturer'], contacts: 2 },
      { key: 'valley-depot', roles: ['depot', 'recycler'], contacts: 3 },
    ]);
    expect(await count(`vendors WHERE resolve_within_hours > acknowledge_within_hours`)).toBe(5);
  });

  it('has coverage of its newer devices, and claims in every state with the days of their steps', async () => {
    expect(await count('coverage_rules')).toBe(5);
    expect(await count(`coverages WHERE source = 'rule'`)).toBeGreaterThan(2_000);
    const states = await app.source.query<{ state: string; count: number }[]>(
      `SELECT state, count(*)::int AS count FROM claims GROUP BY 1 ORDER BY 1`,
    );
    expect(states).toEqual([
      { state: 'acknowledged', count: 1 },
      { state: 'cancelled', count: 1 },
      { state: 'closed', count: 3 },
      { state: 'denied', count: 1 },
      { state: 'draft', count: 4 },
      { state: 'in_progress', count: 2 },
      { state: 'ready', count: 3 },
      { state: 'resolved', count: 2 },
      { state: 'sent', count: 7 },
      { state: 'waiting', count: 2 },
    ]);
    const batches = await app.source.query<object[]>(
      `SELECT b.sequence, b.claim_count AS claims, v.key AS vendor, l.key AS layout
         FROM claim_batches b JOIN vendors v ON v.id = b.vendor_id JOIN claim_layouts l ON l.id = b.layout_id
        ORDER BY b.sequence`,
    );
    const ofDepot = { vendor: 'valley-depot', layout: 'valley-depot-sheet' };
    expect(batches).toEqual([
      { ...ofDepot, sequence: 1, claims: 3 },
      { ...ofDepot, sequence: 2, claims: 2 },
    ]);
    expect(await count('claims WHERE coverage_id IS NOT NULL')).toBeGreaterThan(10);
    expect(await count(`(SELECT device_id FROM claims GROUP BY 1 HAVING count(*) > 1) twice`)).toBe(0);
  });

  it('has replies of the depot: one taken over, an open word, and one that came after a later one', async () => {
    const replies = await app.source.query<object[]>(
      `SELECT r.state, r.why, v.key AS vendor FROM claim_replies r JOIN claims k ON k.id = r.claim_id
         JOIN vendors v ON v.id = k.vendor_id ORDER BY r.id`,
    );
    const ofDepot = { vendor: 'valley-depot' };
    expect(replies).toEqual([
      { ...ofDepot, state: 'applied', why: null },
      { ...ofDepot, state: 'waiting', why: 'UNKNOWN_WORD' },
      { ...ofDepot, state: 'waiting', why: 'OUT_OF_ORDER' },
    ]);
    expect(await count(`claim_messages`)).toBe(2);
    expect(await count(`accounts a JOIN vendors v ON v.id = a.vendor_id WHERE v.key = 'valley-depot'`)).toBe(
      1,
    );
  });

  it('has assessments with each result, and some that people overruled', async () => {
    const rows = await app.source.query<{ result: string; isOverruled: boolean }[]>(
      `SELECT DISTINCT result, result <> recommendation AS "isOverruled" FROM assessments WHERE district_id = $1`,
      [scope.districtId],
    );
    const results = [...new Set(rows.map(({ result }) => result))].toSorted();
    expect(results.join(' ')).toBe('donate parts recycle repair reuse sell');
    expect(rows.some(({ isOverruled }) => isOverruled)).toBe(true);
  });

  it('has lots in each state, one of them with a difference and an overdue paper', async () => {
    const [lots] = await app.source.query<{ said: string }[]>(
      `SELECT string_agg(concat_ws(' ', l.state, (SELECT count(*) FROM lot_devices y WHERE y.lot_id = l.id),
                (SELECT count(*) FROM lot_differences f WHERE f.lot_id = l.id AND f.resolved_at IS NULL)
                  + (SELECT count(*) FROM lot_settlement_differences n WHERE n.lot_id = l.id AND n.settled_at IS NULL),
                (SELECT count(*) FROM lot_obligations o WHERE o.lot_id = l.id AND o.filed_at IS NULL AND o.due_on < $1)),
              ', ' ORDER BY l.number) AS said FROM lots l`,
      [demo.storyEndsOn],
    );
    expect(lots?.said).toBe('settled 3 0 0, picked_up 4 4 1, approved 4 0 0, frozen 4 0 0, open 6 0 0');
    expect([await count('board_items'), await count('device_releases')]).toEqual([2, 16]);
  });

  it('has a file that was rehearsed and not loaded, because rows of it are wrong', async () => {
    const [row] = await app.source.query<{ state: string; refused: number }[]>(
      `SELECT state, (plan ->> 'refused')::int AS refused FROM imports WHERE kind = 'devices'`,
    );
    expect(row).toEqual({ state: 'rehearsed', refused: 3 });
  });

  it('lets one person of each role sign in with the password that was shown', async () => {
    const signIns = demo.signIns ?? [];
    expect(signIns.map(({ role, email }) => [role, email])).toEqual([
      ['admin', DEMO_EMAIL],
      ['its', 'its@irvine.example'],
      ['lead', 'lead@irvine.example'],
      ['liaison', 'liaison@irvine.example'],
      ['technician', 'technician@irvine.example'],
      ['site_staff', 'principal@irvine.example'],
      ['vendor', 'vendor@irvine.example'],
    ]);
    for (const { email, password } of signIns) {
      const answer = await app.http.post('/api/v1/session').send({ email, password });
      expect([email, answer.status]).toEqual([email, 204]);
    }
    expect(await count('identities')).toBe(signIns.length);
    expect(new Set(signIns.map(({ password }) => password)).size).toBe(signIns.length);
  });

  it('changes nothing when it is asked for again, and shows no password', async () => {
    const again = await loadDemo(sessionOf(app), { to: TO });
    expect(again).toEqual({ ...demo, signIns: null });
  });
});

it('stays away from a district of the same slug that it did not make', async () => {
  const other = await testApp({});
  try {
    await other
      .get(DistrictsService)
      .create({ name: 'Real', slug: IRVINE.slug, timeZone: 'America/Los_Angeles' });
    await expect(loadDemo(sessionOf(other), { to: TO })).rejects.toMatchObject({ code: 'DEMO_SLUG_TAKEN' });
  } finally {
    await other.close();
  }
});
