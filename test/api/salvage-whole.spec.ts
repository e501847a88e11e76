import type { AssessmentRow } from '../../src/salvage/assessment/assessments.queries.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { daysAgo, freshTag, register, type Register } from '../support/devices.js';
import { LotDesk, pickUp } from '../support/lot-desk.js';
import { textOf } from '../support/pdf-text.js';
import { scanOf, type ScanJson, sendScans } from '../support/scans.js';

/** As the issue asks: so many retired devices of so many models. */
const DEVICES = 400;
const MODELS = 10;
const BATCH = 100;

let app: TestApp;
let here: Register;
let its: TestUser;
let desk: LotDesk;

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
  its = await app.user(here.district, 'its');
  desk = new LotDesk(here, its);
});

afterAll(() => app.close());

interface Bench {
  outcome: string;
  answers: Record<string, string>;
  bought: { purchasedOn: string; costCents: number };
}

const SEEN = { battery: 'good', screen: 'good', case: 'worn', storage: 'present', accessories: 'complete' };
const GOOD = {
  ...SEEN,
  powersOn: 'yes',
  input: 'works',
  ports: 'works',
  camera: 'works',
  managementLock: 'off',
};
const years = (count: number): string => daysAgo(Math.round(count * 365.25));

/** What the bench sees of a device, and what the starting rules say of it. */
const BENCHES: Bench[] = [
  { outcome: 'reuse', answers: GOOD, bought: { purchasedOn: years(2), costCents: 45_600 } },
  {
    outcome: 'repair',
    answers: { ...GOOD, input: 'faulty' },
    bought: { purchasedOn: years(2), costCents: 45_600 },
  },
  {
    outcome: 'parts',
    answers: { ...GOOD, screen: 'broken' },
    bought: { purchasedOn: years(4), costCents: 45_600 },
  },
  { outcome: 'sell', answers: GOOD, bought: { purchasedOn: years(5.2), costCents: 120_000 } },
  { outcome: 'donate', answers: GOOD, bought: { purchasedOn: years(6.2), costCents: 30_000 } },
  {
    outcome: 'recycle',
    answers: { ...SEEN, battery: 'dead', powersOn: 'no', screen: 'broken' },
    bought: { purchasedOn: years(4), costCents: 30_000 },
  },
];
const SWOLLEN: Bench = {
  outcome: 'recycle',
  answers: { ...GOOD, battery: 'swollen' },
  bought: { purchasedOn: years(3), costCents: 30_000 },
};

const benchOf = (i: number): Bench => (i % 40 === 39 ? SWOLLEN : (BENCHES[i % 6] as Bench));

const rows = Array.from({ length: DEVICES }, (_, i) => ({
  assetTag: freshTag(),
  serialNumber: `5CD9${String(i).padStart(6, '0')}`,
  manufacturer: 'HP',
  model: `Chromebook x${i % MODELS}`,
  kind: 'chromebook',
  site: 'A',
  ...benchOf(i).bought,
}));

async function inBatches<T>(all: readonly T[], send: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += BATCH) await send(all.slice(from, from + BATCH));
}

const answered = (answers: Record<string, string>): object => ({
  site: 'A',
  answers: Object.entries(answers).map(([question, answer]) => ({ question, answer })),
});

const WIPED = {
  medium: 'emmc',
  technique: 'powerwash_titan_c',
  result: 'completed',
  tool: 'ChromeOS 140',
};

async function latest(): Promise<Map<string, AssessmentRow>> {
  const found = new Map<string, AssessmentRow>();
  let cursor = '';
  do {
    const { body } = await its.get(`/assessments?limit=200${cursor}`).expect(200);
    const page = body as { items: AssessmentRow[]; nextCursor: string | null };
    for (const one of page.items) if (!found.has(one.deviceId)) found.set(one.deviceId, one);
    cursor = page.nextCursor ? `&cursor=${encodeURIComponent(page.nextCursor)}` : '';
  } while (cursor !== '');
  return found;
}

it('takes 400 retired devices from the bench to the settled lots, with every figure as it must be', async () => {
  await inBatches(rows, (some) => here.batch(some));
  await inBatches(rows, (some) => here.batch(some.map(({ assetTag }) => ({ assetTag, status: 'retired' }))));
  const before = await here.count('groupBy=status');
  expect(before.groups).toEqual([{ status: 'retired', count: DEVICES }]);

  // Two people assess: one online, and one whose phone sends its scans late, and twice.
  const [online, offline] = [
    await app.user(here.district, 'technician', { sites: ['A'] }),
    await app.user(here.district, 'technician', { sites: ['A'] }),
  ];
  const scans: ScanJson[] = rows.map(({ assetTag }, i) =>
    scanOf(assetTag, 'assess', answered(benchOf(i).answers)),
  );
  const half = DEVICES / 2;
  await inBatches(scans.slice(0, half), async (some) => {
    const sent = await sendScans(online, some);
    expect(sent.filter(({ outcome }) => outcome !== 'applied')).toEqual([]);
  });
  await inBatches(scans.slice(half), (some) => sendScans(offline, some));
  await inBatches(scans.slice(half), async (some) => {
    const again = await sendScans(offline, some);
    expect(again.filter(({ outcome }) => outcome !== 'duplicate')).toEqual([]);
  });
  const results = await latest();
  expect(results.size).toBe(DEVICES);
  const devices = [...results.values()];
  const byTag = new Map(devices.map((one) => [one.deviceCode, one]));
  for (const [i, { assetTag }] of rows.entries())
    expect([assetTag, byTag.get(assetTag)?.result]).toEqual([assetTag, benchOf(i).outcome]);
  const swollen = devices.filter(({ hazard }) => hazard === 'swollen_battery');
  expect(swollen).toHaveLength(DEVICES / 40);

  const isSwollen = new Set(swollen.map(({ deviceId }) => deviceId));
  const of = (...outcomes: string[]): string[] =>
    devices
      .filter(({ result, deviceId }) => outcomes.includes(result) && !isSwollen.has(deviceId))
      .map(({ deviceId }) => deviceId);
  const back = rows.filter(({ assetTag }) => byTag.get(assetTag)?.result === 'reuse');
  const toRepair = rows.filter(({ assetTag }) => byTag.get(assetTag)?.result === 'repair');
  await here.batch([...back, ...toRepair].map(({ assetTag }) => ({ assetTag, status: 'in_stock' })));
  await here.batch(toRepair.map(({ assetTag }) => ({ assetTag, status: 'in_repair' })));

  // Two lots and one of swollen batteries, filled by scan.
  await here.admin
    .post('/vendors')
    .send({ name: 'Recycler', roles: ['recycler'] })
    .expect(201);
  const recycling = await desk.lot({ name: 'Scrap', recipient: 'recycler', wasteSince: daysAgo(10) });
  const gifts = await desk.lot({ name: 'Gifts', route: 'donate' });
  const batteries = await desk.lot({
    name: 'Batteries',
    isBatteries: true,
    recipient: 'recycler',
    wipe: { contract: 'C-1', certificate: 'R2v3 123', validUntil: daysAgo(-300) },
  });
  const gone = of('recycle', 'parts');
  const given = of('sell', 'donate');
  const tagOf = new Map(devices.map(({ deviceId, deviceCode }) => [deviceId, deviceCode ?? '']));
  const scanAll = async (ids: string[], action: string, more: object): Promise<void> =>
    inBatches(ids, async (some) => {
      const sent = await sendScans(
        online,
        some.map((id) => scanOf(tagOf.get(id) ?? '', action, more)),
      );
      expect(sent.filter(({ outcome }) => outcome !== 'applied')).toEqual([]);
    });
  await scanAll(gone, 'add_to_lot', answered({ lot: String(recycling.number), pallet: 'P1' }));
  await scanAll(given, 'add_to_lot', answered({ lot: String(gifts.number) }));
  await scanAll([...isSwollen], 'add_to_lot', answered({ lot: String(gifts.number) }));
  expect((await desk.read(gifts.id)).lacks).toContainEqual({
    lack: 'swollen_battery',
    devices: swollen.length,
  });
  await desk.put(gifts.id, { remove: [...isSwollen] });
  await scanAll([...isSwollen], 'add_to_lot', answered({ lot: String(batteries.number) }));

  await scanAll([...gone, ...given], 'wipe', answered(WIPED));
  await its
    .post('/releases')
    .send({ deviceIds: [...gone, ...given, ...isSwollen], service: 'google_admin' })
    .expect(201);
  const lots = [recycling, gifts, batteries];
  const item = await desk.boardItem({
    decision: 'planned',
    present: undefined,
    yes: undefined,
    lots: lots.map(({ id }) => id),
  });
  for (const { id } of lots) await desk.done(id, { step: 'freeze' });
  const packet = await textOf(await desk.bytes(`/board-items/${item.id}/packet.pdf`));
  expect(packet.replaceAll(/\s+/g, ' ')).toContain(`Route donate: ${given.length} devices in 1 lot`);
  await its
    .patch(`/board-items/${item.id}`)
    .set('if-match', '*')
    .send({ decision: 'approved', present: 5, yes: 5 })
    .expect(200);
  for (const { id } of lots) await desk.done(id, { step: 'approve', boardItem: item.id });

  // Two devices too few and one too many on the pallet.
  const [a, b, ...there] = gone;
  const stranger = rows.find(({ assetTag }) => byTag.get(assetTag)?.result === 'reuse');
  await scanAll(there, 'check_out_of_lot', { site: 'A' });
  expect((await desk.read(recycling.id)).checked).toBe(there.length);
  const handed = await desk.done(
    recycling.id,
    pickUp(there.length + 1, {
      notTaken: [{ deviceId: a }, { deviceId: b }],
      extras: [{ code: stranger?.serialNumber }],
    }),
  );
  expect(handed.differences).toHaveLength(3);
  await desk.done(gifts.id, pickUp(given.length));
  await desk.done(batteries.id, pickUp(swollen.length));

  const out = there.length + given.length + swollen.length;
  const after = await here.count('groupBy=status');
  expect(after.groups.toSorted((x, y) => ((x.status ?? '') < (y.status ?? '') ? -1 : 1))).toEqual([
    { status: 'in_repair', count: toRepair.length },
    { status: 'in_stock', count: back.length },
    { status: 'retired', count: 2 },
  ]);
  expect(after.total).toBe(DEVICES - out);
  const growth = await here.growth(`from=${daysAgo(1)}&to=${daysAgo(0)}`);
  expect(growth.causes.find(({ cause }) => cause === 'disposed')?.change).toBe(-out);

  for (const { id } of handed.differences)
    await its
      .post(`/lots/${recycling.id}/differences/${id}`)
      .send({ resolution: 'It was in the cage.' })
      .expect(200);
  for (const { id } of lots) {
    for (const { kind } of (await desk.read(id)).obligations)
      await its
        .put(`/lots/${id}/obligations/${kind}`)
        .send({
          filedOn: daysAgo(0),
          reference: 'R-1',
          ...(kind === 'weights' ? { weightKg: 188.5 } : {}),
        })
        .expect(200);
    expect((await desk.done(id, { step: 'settle' })).state).toBe('settled');
  }
  expect(await here.differences()).toEqual([]);
}, 180_000);
