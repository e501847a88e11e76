import { setTimeout as sleep } from 'node:timers/promises';
import { prepare } from '../../scripts/prepare.mjs';
import { BadPeers } from '../support/bad-peers.js';
import { ClaimLife } from '../support/claim-life.js';
import {
  type BrokenDevice,
  type ClaimWork,
  hashOf,
  type WorkPlan,
  type WorkVendor,
} from '../support/claim-work.js';
import { DeliveryDesk } from '../support/delivery-desk.js';
import { daysAgo, freshTag } from '../support/devices.js';
import { KilledRollcall } from '../support/killed-rollcall.js';
import { attachmentOf } from '../support/mail-parts.js';
import { dice } from '../support/random-walk.js';

/** The full size is 10,000 claims and 50 kills; a run of all tests takes fewer. */
const CLAIMS = Number(process.env['ROLLCALL_TEST_CLAIMS'] ?? 200);
const KILLS = Number(process.env['ROLLCALL_TEST_KILLS'] ?? 8);
const CALLERS = Number(process.env['ROLLCALL_TEST_CALLERS'] ?? 50);
const VENDORS = [
  ['By https', 'https'],
  ['By sftp', 'sftp'],
  ['By email', 'email'],
  ['By download', 'download'],
  ['By https too', 'https'],
] as const;
const IS_FULL_SIZE = CLAIMS > 1_000;
/** Claims that go to a vendor together at most. */
const MOST_TOGETHER = IS_FULL_SIZE ? 100 : 4;
/** The same for vendors that answer by files, which are taken over one after another. */
const MOST_BY_FILE = IS_FULL_SIZE ? 200 : 16;
/** How much of the work begins with claims one by one, and with a file of claims. The rest begins with scans. */
const [ONE_BY_ONE, BY_FILE] = IS_FULL_SIZE ? [0.1, 0.05] : [0.6, 0.1];
/** How many of the vendors' answers that may be files are. */
const ANSWERED_BY_FILE = IS_FULL_SIZE ? 0.2 : 0.8;
const SEED = 41;
/** What is left of a kill's moment to chance, once as much was made and delivered as it waits for. */
const KILL_WITHIN_MS = 1_500;

let desk: DeliveryDesk;
let rollcall: KilledRollcall;

beforeAll(async () => {
  await prepare(() => undefined);
  desk = await DeliveryDesk.open();
  await desk.begin();
  rollcall = new KilledRollcall(desk);
}, 300_000);

afterAll(async () => {
  await (rollcall as KilledRollcall | undefined)?.end();
  await desk.close();
});

async function vendors(): Promise<WorkVendor[]> {
  const { here, app } = desk;
  const ways = { https: desk.byHttps(), sftp: desk.bySftp(), download: { by: 'download' } };
  const email = { by: 'email', to: ['rma@by-email.example'] };
  const made: WorkVendor[] = [];
  for (const [name, by] of VENDORS) {
    const { id, key } = await here.vendor(name, { delivery: { ...ways, email }[by] });
    made.push({ key, by, worker: await app.user(here.district, 'vendor', { vendorId: id }) });
  }
  return made;
}

/** Devices of a vendor, each with a coverage, so that a scan says enough to start a claim. */
async function devicesOf({ key }: WorkVendor, many: number): Promise<BrokenDevice[]> {
  const { here } = desk;
  const { admin } = here;
  const purchaseReference = `PO ${key}`;
  const about = { manufacturer: 'Lenovo', model: '300e', kind: 'chromebook', site: 'A', purchaseReference };
  const devices: BrokenDevice[] = [];
  while (devices.length < many) {
    const rows = Array.from({ length: Math.min(500, many - devices.length) }, () => {
      const assetTag = freshTag();
      return { ...about, assetTag, serialNumber: `5CD${assetTag}`, purchasedOn: daysAgo(30) };
    });
    const { results } = await here.batch(rows);
    devices.push(...rows.map((row, i) => ({ ...row, id: results[i]?.id ?? '' })));
  }
  const rule = { name: key, vendor: key, kind: 'manufacturer', months: 36, startsFrom: 'purchased' };
  const { body } = await admin
    .post('/coverage-rules')
    .send({ ...rule, devices: { purchaseReference } })
    .expect(201);
  await admin.post(`/coverage-rules/${(body as { id: string }).id}/application`).expect(200);
  return devices;
}

/** Devices that break a few at a time, in any order. */
async function plans(random: () => number): Promise<WorkPlan[]> {
  const made: WorkPlan[] = [];
  for (const vendor of await vendors()) {
    const own = await devicesOf(vendor, CLAIMS / VENDORS.length);
    const most = vendor.by === 'sftp' || vendor.by === 'email' ? MOST_BY_FILE : MOST_TOGETHER;
    while (own.length > 0) {
      const chance = random();
      made.push({
        vendor,
        devices: own.splice(0, 1 + Math.floor(random() * most)),
        opened: chance < ONE_BY_ONE ? 'one by one' : chance < ONE_BY_ONE + BY_FILE ? 'by file' : 'by scan',
        isAnsweredByFile: random() < ANSWERED_BY_FILE,
        ends: random() < 0.875 ? 'resolved' : 'denied',
      });
    }
  }
  return made.toSorted(() => random() - 0.5);
}

const query = <T>(sql: string): Promise<T[]> => desk.app.source.query<T[]>(sql, [desk.here.district.id]);

/** Each claim went through each step once, and its number, its letters and its replies are there once. */
async function expectWholeLives(works: readonly ClaimWork[]): Promise<void> {
  const ids = works.flatMap(({ claims }) => claims.map(({ id }) => id));
  expect(new Set(ids).size).toBe(CLAIMS);
  const claims = await query<{ sequence: number; id: string; state: string }>(
    `SELECT sequence::int, id, state FROM claims WHERE district_id = $1 ORDER BY sequence`,
  );
  expect(claims.map(({ sequence }) => sequence)).toEqual(claims.map((_, i) => i + 1));
  expect(claims.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  expect(claims.filter(({ state }) => state !== 'closed')).toEqual([]);
  const lives = await query<{ steps: string; count: number }>(
    `SELECT steps, count(*)::int FROM (
       SELECT string_agg(step, ' ' ORDER BY version) AS steps FROM steps_taken
        WHERE district_id = $1 AND subject_kind = 'claim' GROUP BY subject_id) AS x
      GROUP BY steps ORDER BY steps`,
  );
  const denied = works.filter(({ plan }) => plan.ends === 'denied').flatMap((work) => work.claims).length;
  expect(lives).toEqual([
    { steps: 'create ready send acknowledge start deny close', count: denied },
    { steps: 'create ready send acknowledge start resolve close', count: CLAIMS - denied },
  ]);
  expect(
    await query(
      `SELECT r.claim_id, r.source, r.word, r.import_id, r.said_at, r.received_at, r.claim_before, r.claim_after
         FROM claim_replies r
        WHERE r.district_id = $1
          AND (SELECT count(*) FROM claim_replies o WHERE o.district_id = $1 AND o.claim_id = r.claim_id) <> 3
        ORDER BY r.claim_id, r.received_at`,
    ),
  ).toEqual([]);
  expect(
    await query(
      `SELECT state, count(*)::int, count(DISTINCT claim_id)::int AS claims FROM claim_replies
        WHERE district_id = $1 GROUP BY state`,
    ),
  ).toEqual([{ state: 'applied', count: 3 * CLAIMS, claims: CLAIMS }]);
  expect(
    await query(`SELECT level, count(*)::int FROM claim_escalations WHERE district_id = $1 GROUP BY level`),
  ).toEqual([{ level: 1, count: CLAIMS }]);
  expect(await query(`SELECT FROM device_holds WHERE district_id = $1 AND lifted_at IS NULL`)).toEqual([]);
  expect(await desk.here.differences()).toEqual([]);
}

/** The numbers of each vendor's batches have no gap, and each claim is in one. */
async function expectWholeBatches(works: readonly ClaimWork[]): Promise<void> {
  const made = await query<{ vendor: string; sequence: number; claims: string[] }>(
    `SELECT v.key AS vendor, b.sequence, array_agg(c.claim_id::text) AS claims FROM claim_batches b
       JOIN vendors v ON v.district_id = $1 AND v.id = b.vendor_id
       JOIN claim_batch_claims c ON c.district_id = $1 AND c.batch_id = b.id
      WHERE b.district_id = $1 GROUP BY v.key, b.sequence ORDER BY v.key, b.sequence`,
  );
  expect(made).toHaveLength(works.length);
  for (const vendor of new Set(works.map(({ plan }) => plan.vendor.key))) {
    const own = made.filter((batch) => batch.vendor === vendor);
    expect([vendor, own.map(({ sequence }) => sequence)]).toEqual([vendor, own.map((_, i) => i + 1)]);
    const ids = works.filter(({ plan }) => plan.vendor.key === vendor).flatMap(({ claims }) => claims);
    expect(own.flatMap(({ claims }) => claims).toSorted()).toEqual(ids.map(({ id }) => id).toSorted());
  }
}

/** Every file has the bytes that it had when it was made, at Rollcall and at the vendor, who got it once. */
async function expectFilesOnce(works: readonly ClaimWork[]): Promise<{ mailed: number; unsure: number }> {
  const { here, https, sftp, smtp } = desk;
  const mailed = smtp.letters.flatMap(({ raw }) =>
    /^subject: .*batch \d+ of warranty/im.test(raw) ? [attachmentOf(raw)] : [],
  );
  let unsure = 0;
  for (const { batch, hashAtFirst } of works) {
    if (!batch) throw new Error('There is no batch.');
    const bytes = await here.bytes(batch.id);
    expect([hashAtFirst, hashOf(bytes)]).toEqual([batch.sha256, batch.sha256]);
    const [letter] = await here.deliveries(batch.id);
    const posted = https.kept.get(batch.id) ?? [];
    const put = sftp.renamed.filter((name) => name === batch.fileName);
    const files = mailed.filter(({ fileName }) => fileName === batch.fileName);
    const arrived = [...posted.map(({ body }) => body), ...files.map((file) => file.bytes)];
    if (put.length > 0) arrived.push(sftp.files.get(batch.fileName) ?? Buffer.alloc(0));
    if (letter?.state === 'unsure') {
      unsure += 1;
      // The mail server may have said yes to a process that was dead by then. Nobody sends it a second time.
      expect([letter.channel, arrived.length <= 1]).toEqual(['email', true]);
    } else
      expect([batch.fileName, letter?.state, arrived.length]).toEqual([
        batch.fileName,
        letter && 'sent',
        letter ? 1 : 0,
      ]);
    for (const one of arrived) expect(one.equals(bytes)).toBe(true);
    expect(put.length).toBeLessThanOrEqual(1);
  }
  expect([...https.kept.values()].every((files) => files.length === 1)).toBe(true);
  return { mailed: mailed.length, unsure };
}

it(
  'takes claims through their whole life, and makes and delivers every batch once, however often Rollcall is killed meanwhile',
  async () => {
    const random = dice(SEED);
    const work = await plans(random);
    const peers = new BadPeers(desk, random, () => rollcall.processes);
    peers.misbehave();
    await rollcall.restart();
    const since = Date.now();
    const life = new ClaimLife(desk, () => rollcall.url, work, random);
    const lived = life.run(CALLERS);
    lived.catch(() => undefined);
    for (let kill = 0; kill < KILLS; kill += 1) {
      await life.reaches((kill + random()) / KILLS);
      await sleep(random() * KILL_WITHIN_MS);
      await rollcall.restart();
    }
    const works = await lived;
    const seconds = Math.round((Date.now() - since) / 1_000);
    await rollcall.end();

    expect(life.client.faults).toEqual([]);
    expect(peers.postedAfterYes).toEqual([]);
    await expectWholeLives(works);
    await expectWholeBatches(works);
    const { mailed, unsure } = await expectFilesOnce(works);
    const { https, sftp } = desk;
    const began = (opened: WorkPlan['opened']): number =>
      works.filter(({ plan }) => plan.opened === opened).flatMap(({ claims }) => claims).length;
    process.stdout.write(
      `${CLAIMS} claims (${began('one by one')} one by one, ${began('by scan')} by scans, ${began('by file')} by files) of ${VENDORS.length} vendors in ${works.length} batches, ${CALLERS} callers, ${KILLS} kills, ` +
        `${seconds} s: ${life.client.requests} requests, ${life.client.lost} answers lost; ` +
        `${https.requests} posts for ${https.kept.size} files, ${sftp.renamed.length} files by SFTP, ${mailed} by email, ` +
        `${unsure} unsure.\n`,
    );
  },
  900_000 + CLAIMS * 600,
);
